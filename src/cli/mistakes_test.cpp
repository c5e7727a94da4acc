// SPDX-License-Identifier: Apache-2.0
#include "cli/mistakes.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace cordon::cli {
namespace {

std::size_t lines_with(const std::string& text, std::string_view word) {
    std::size_t lines = 0;
    for (const auto line : split(text, '\n')) lines += line.find(word) != std::string_view::npos;
    return lines;
}

std::string said_about(std::size_t number) {
    testing::internal::CaptureStderr();
    Mistakes mistakes;
    mistakes.add(std::vector<Error>(number, Error{"a wrong row", "", "", {"t.csv", 3, 0, ""}, {}}));
    mistakes.finish();
    return testing::internal::GetCapturedStderr();
}

TEST(Mistakes, AreAllShownWhileTheyAreFew) {
    const auto said = said_about(Mistakes::kShown);
    EXPECT_EQ(lines_with(said, "t.csv:3: a wrong row"), Mistakes::kShown);
    EXPECT_EQ(said.find("further"), std::string::npos);
}

TEST(Mistakes, AreCountedWhenTheyAreMany) {
    const auto said = said_about(Mistakes::kShown + 7);
    EXPECT_EQ(lines_with(said, "a wrong row"), Mistakes::kShown);
    EXPECT_NE(said.find("7 further mistakes are not shown"), std::string::npos) << said;
}

TEST(Mistakes, OfOneErrorAreCountedToo) {
    Error error{"first", "", "", {}, {}};
    for (std::size_t i = 0; i < Mistakes::kShown + 1; ++i) error.related.push_back({"next", {}});
    const auto text = shortened(error).to_text();
    EXPECT_EQ(lines_with(text, "next"), Mistakes::kShown);
    EXPECT_NE(text.find("1 further mistake is not shown"), std::string::npos) << text;
}

}  // namespace
}  // namespace cordon::cli
