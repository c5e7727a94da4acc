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

TEST(Wrapped, KeepsEmptyTextAsOneLine) {
    EXPECT_EQ(wrapped("", 10).size(), 1U);
}

TEST(Table, FitsTheWidthItIsGiven) {
    Table table({"id", "why"});
    table.add({"one", "a long reason that cannot stand on a single line of this narrow table"});
    std::string text = table.to_text(40);
    std::size_t start = 0;
    for (auto end = text.find('\n'); end != std::string::npos;
         start = end + 1, end = text.find('\n', start)) {
        EXPECT_LE(display_width(text.substr(start, end - start)), 40U);
    }
    EXPECT_NE(text.find("reason"), std::string::npos);
}

}  // namespace
}  // namespace cordon::cli
