// SPDX-License-Identifier: Apache-2.0
#include "cli/table.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace cordon::cli {
namespace {

std::uint32_t widest_line(const std::string& text) {
    std::uint32_t widest = 0;
    for (const auto line : split(text, '\n')) widest = std::max(widest, display_width(line));
    return widest;
}

TEST(Table, FitsTheWidthItIsGiven) {
    Table table({"id", "why"});
    table.add({"one", "a long reason that cannot stand on a single line of this narrow table"});
    table.add({std::string(60, 'x'), "北京市海淀区西北旺东路十号院北京市海淀区西北旺东路十号院"});
    for (const std::uint32_t width : {40U, 80U, 120U})
        EXPECT_LE(widest_line(table.to_text(width)), width);
}

TEST(Table, BreaksProseBeforeItBreaksAnId) {
    Table table({"id", "what"});
    table.add({"h100-hong-kong-mainland-2024-04", "an accelerator on its way to somewhere else"});
    EXPECT_NE(table.to_text(50).find("h100-hong-kong-mainland-2024-04"), std::string::npos);
}

TEST(Table, PutsProseUnderItsRowWhenItWouldBecomeAStrip) {
    Table table({"id", "why"}, Table::Last::Prose);
    table.add(
        {"h100-hong-kong-mainland-2024-04", "because of the paragraph that says so, and more"});
    table.add({"without-a-reason", ""});
    const auto narrow = table.to_text(50);
    EXPECT_TRUE(narrow.ends_with("\nwithout-a-reason\n")) << narrow;
    EXPECT_NE(narrow.find("\n    because of the paragraph"), std::string::npos) << narrow;
    EXPECT_EQ(narrow.find("why"), std::string::npos) << narrow;
    EXPECT_NE(table.to_text(90).find("04  because of"), std::string::npos) << table.to_text(90);
}

TEST(Table, ShortProseStaysInItsColumn) {
    Table table({"id", "why"}, Table::Last::Prose);
    table.add({"a", "short"});
    EXPECT_NE(table.to_text(80).find("a   short"), std::string::npos) << table.to_text(80);
}

}  // namespace
}  // namespace cordon::cli
