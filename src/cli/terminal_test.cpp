// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace cordon::cli {
namespace {

TEST(Wrapped, BreaksAtBlanksAndNeverOverTheWidth) {
    const auto lines = wrapped("one two three four", 9);
    EXPECT_EQ(lines, (std::vector<std::string>{"one two", "three", "four"}));
}

TEST(Wrapped, BreaksALongWordAnywhereAndKeepsHanWhole) {
    for (const auto& line : wrapped("北京市海淀区西北旺东路十号院", 10))
        EXPECT_LE(display_width(line), 10U);
    for (const auto& line : wrapped(std::string(50, 'x'), 10)) EXPECT_LE(line.size(), 10U);
}

TEST(Wrapped, KeepsSeveralBlanksWithinALineOnly) {
    EXPECT_EQ(wrapped("a   b   c", 6), (std::vector<std::string>{"a   b", "c"}));
}

TEST(Wrapped, KeepsEmptyTextAsOneLine) {
    EXPECT_EQ(wrapped("", 10).size(), 1U);
}

}  // namespace
}  // namespace cordon::cli
