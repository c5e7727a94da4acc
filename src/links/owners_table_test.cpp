// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>
#include <gtest/gtest.h>

#include "links/ownership.h"

namespace cordon::links {
namespace {

OwnersRead read(const std::string& text) {
    const Json json = MUST(parse_json(text, {.file = "order.json"}));
    return read_owners(json, {"Buyer Ltd", "order.json", "parties[0].owners"});
}

std::string only_error(const std::string& text) {
    const OwnersRead got = read(text);
    EXPECT_EQ(got.errors.size(), 1U);
    return got.errors.empty() ? "" : got.errors[0].to_text();
}

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(OwnersTable, ReadsNestedRowsWithTheirPlaces) {
    const OwnersRead got = read(R"([
  {"name": "Holding", "share": "60%", "headquarters": "SG",
   "owners": [{"name": "浪潮集团", "share": "25-30%", "headquarters": "CN"}]},
  {"name": "unnamed"}])");
    EXPECT_TRUE(got.errors.empty());
    ASSERT_EQ(got.owners.size(), 2U);
    EXPECT_EQ(got.owners[0].position.line, 2U);
    EXPECT_EQ(got.owners[0].headquarters, "SG");
    EXPECT_EQ(got.owners[0].share, Interval::exactly(MUST(Decimal::from_text("0.6"))));
    EXPECT_EQ(got.owners[0].owners[0].share.hi(), MUST(Decimal::from_text("0.3")));
    EXPECT_EQ(got.owners[1].share.hi(), Decimal::from_int(1));
    EXPECT_EQ(got.owners[1].listed, Truth::Unknown);
}

TEST(OwnersTable, MoreThanTheWholeIsRefusedNamingTheParty) {
    const std::string text =
        only_error(R"([{"name": "A", "share": "60%"}, {"name": "B", "share": "40.5%"}])");
    EXPECT_TRUE(says(text, "\"Buyer Ltd\"")) << text;
    EXPECT_TRUE(says(text, "100.5 %")) << text;
    EXPECT_TRUE(says(text, "at most 100 %")) << text;
}

TEST(OwnersTable, AnInnerSumNamesTheInnerParty) {
    const std::string text = only_error(
        R"([{"name": "Mid", "share": "60%", "owners": [
            {"name": "A", "share": "60%"}, {"name": "B", "share": "60%"}]}])");
    EXPECT_TRUE(says(text, "\"Mid\"")) << text;
    EXPECT_TRUE(says(text, "parties[0].owners[0].owners")) << text;
}

TEST(OwnersTable, EveryMistakeIsReported) {
    const OwnersRead got = read(
        R"([{"share": "5%"}, {"name": "A", "share": "150%"}, {"name": "B", "shares": "5%"},
            {"name": "C", "headquarters": "Atlantis"}, {"name": "D", "share": 50}, 7])");
    EXPECT_EQ(got.errors.size(), 6U);
    EXPECT_TRUE(says(got.errors[0].to_text(), "has no name"));
    EXPECT_TRUE(says(got.errors[1].to_text(), "\"A\""));
    EXPECT_TRUE(says(got.errors[2].to_text(), "did you mean \"share\"?"));
    EXPECT_TRUE(says(got.errors[3].to_text(), "Atlantis"));
    EXPECT_TRUE(says(got.errors[4].to_text(), "percent sign"));
    EXPECT_EQ(got.errors[5].position.field, "parties[0].owners[5]");
}

TEST(OwnersTable, ACircleWrittenOutMeetsTheLimit) {
    std::string text = R"([{"name": "A", "share": "50%"}])";
    for (int i = 0; i < kOwnerLevelsMax; ++i) {
        text = fmt::format(R"([{{"name": "A", "share": "50%", "owners": {}}}])", text);
    }
    const std::string said = only_error(text);
    EXPECT_TRUE(says(said, "deeper than 16 levels")) << said;
    EXPECT_TRUE(says(said, "circle")) << said;
}

TEST(OwnersTable, SomethingElseThanATableIsRefused) {
    EXPECT_TRUE(says(only_error(R"("50%")"), "not a table"));
    EXPECT_TRUE(read("null").errors.empty());
}

}  // namespace
}  // namespace cordon::links
