// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

#include <gtest/gtest.h>

namespace cordon {
namespace {

TEST(Position, LeavesOutWhatIsUnknown) {
    EXPECT_EQ((Position{"orders.json", 12, 7, "parties[1].country"}).to_text(),
              "orders.json:12:7: parties[1].country");
    EXPECT_EQ((Position{"orders.json", 12, 0, ""}).to_text(), "orders.json:12");
    EXPECT_EQ((Position{"orders.json", 0, 0, "date"}).to_text(), "orders.json: date");
    EXPECT_EQ((Position{"", 12, 7, ""}).to_text(), "line 12, column 7");
    EXPECT_EQ((Position{"", 12, 0, "date"}).to_text(), "line 12: date");
    EXPECT_EQ((Position{"", 0, 0, "date"}).to_text(), "date");
    EXPECT_EQ(Position{}.to_text(), "");
}

TEST(Error, PrintsPlaceMessageExpectedRemedyAndRelatedPlaces) {
    const Error error{"the key \"a\" stands twice",
                      "each key once",
                      "remove one",
                      {"x.json", 3, 4, ""},
                      {{"first here", {"x.json", 1, 2, ""}}}};
    EXPECT_EQ(error.to_text(),
              "x.json:3:4: the key \"a\" stands twice\n"
              "  expected: each key once\n"
              "  remedy: remove one\n"
              "  x.json:1:2: first here");
    EXPECT_EQ((Error{"just wrong", "", "", {}, {}}).to_text(), "just wrong");
}

TEST(Error, TakesOnlyThePlaceItDidNotKnow) {
    const Error bare{"wrong", "", "", {}, {{"other", {"", 5, 1, ""}}}};
    const Error placed = bare.at({"a.json", 3, 4, "date"});
    EXPECT_EQ(placed.position, (Position{"a.json", 3, 4, "date"}));
    EXPECT_EQ(placed.related.front().position, (Position{"a.json", 5, 1, ""}));
    EXPECT_EQ(placed.at({"b.json", 9, 9, "other"}).position, placed.position);
    const Error lined{"wrong", "", "", {"", 7, 0, ""}, {}};
    EXPECT_EQ(lined.at({"a.json", 3, 4, ""}).position, (Position{"a.json", 7, 0, ""}));
}

Result<int> halved(int value) {
    if (value % 2 != 0) return Error{"odd", "", "", {}, {}};
    return value / 2;
}

Result<std::string> halved_twice(int value) {
    const int half = TRY(halved(value));
    return std::to_string(TRY(halved(half)));
}

TEST(Result, TryHandsTheErrorUp) {
    EXPECT_EQ(*halved_twice(12), "3");
    EXPECT_EQ(halved_twice(6).error().message, "odd");
    EXPECT_EQ(halved_twice(5).error().message, "odd");
}

TEST(ResultDeathTest, MustAndCheckSayWhereTheyFailed) {
    EXPECT_EQ(MUST(halved(4)), 2);
    EXPECT_DEATH(static_cast<void>(MUST(halved(3))), "result_test.cpp:.*odd");
    EXPECT_DEATH(CHECK(1 + 1 == 3), "result_test.cpp:.*1 \\+ 1 == 3");
}

}  // namespace
}  // namespace cordon
