// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace cordon {
namespace {

TEST(Utf8, RefusesWhatUnicodeRefuses) {
    for (const auto* good : {"", "a", "é", "中文", "😀", "\x7F", "\xF4\x8F\xBF\xBF"}) {
        EXPECT_TRUE(is_valid_utf8(good)) << good;
    }
    for (const auto* bad :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE4\xB8", "a\xFF", "\xC3("}) {
        EXPECT_FALSE(is_valid_utf8(bad));
    }
    EXPECT_EQ(utf8_valid_prefix("ab\xFFz"), 2U);
    EXPECT_EQ(utf8_valid_prefix("中\xE4\xB8"), 3U);
}

RC_GTEST_PROP(Utf8, TheFastValidatorAgreesWithItsTwin, ()) {
    // Bytes that begin and continue sequences are far likelier than chance to matter.
    const auto bytes = *rc::gen::container<std::string>(
        rc::gen::oneOf(rc::gen::arbitrary<char>(),
                       rc::gen::element('a', '\x80', '\xBF', '\xC2', '\xE0', '\xA0', '\xED', '\x9F',
                                        '\xF0', '\x90', '\xF4', '\x8F')));
    RC_ASSERT(is_valid_utf8(bytes) == (utf8_valid_prefix(bytes) == bytes.size()));
    RC_ASSERT(is_valid_utf8(std::string_view(bytes).substr(0, utf8_valid_prefix(bytes))));
}

TEST(Text, TrimsAndSplits) {
    EXPECT_EQ(trimmed(" \t a b\r\n"), "a b");
    EXPECT_EQ(trimmed("   "), "");
    EXPECT_EQ(split("a | b||c ", '|'), (std::vector<std::string_view>{"a", "b", "", "c"}));
    EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
    EXPECT_EQ(to_lower_ascii("ABC É 中"), "abc É 中");
}

TEST(Text, ListsForPeople) {
    EXPECT_EQ(list_of({}), "");
    EXPECT_EQ(list_of({"a"}), "a");
    EXPECT_EQ(list_of({"a", "b"}), "a and b");
    EXPECT_EQ(list_of({"a", "b", "c"}), "a, b and c");
}

TEST(Nearest, SuggestsOnlyWhatCanBeMeant) {
    const std::vector<std::string> words = {"country", "county", "consignee", "GB"};
    EXPECT_EQ(nearest("contry", words), "country");
    EXPECT_EQ(nearest("COUNTRY", words), "country");
    EXPECT_EQ(nearest("consigne", words), "consignee");
    EXPECT_EQ(nearest("xyz", words), "");
    EXPECT_EQ(nearest("", words), "");
    EXPECT_EQ(nearest("UK", words), "");
    EXPECT_EQ(nearest("headquarters", {"headqarter"}), "headqarter");
    EXPECT_EQ(nearest("马来亚", {"马来西亚"}), "马来西亚");
    EXPECT_EQ(nearest(std::string(1'000'000, 'a'), words), "");
}

/// The slow twin of the distance: no limit, no table, every way of editing tried.
std::size_t tried_distance(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    const std::size_t kept = tried_distance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1);
    return std::min({kept, tried_distance(a.substr(1), b) + 1, tried_distance(a, b.substr(1)) + 1});
}

RC_GTEST_PROP(Nearest, IsTheFirstOfThoseNearestByTheTwin, ()) {
    const auto any_word = [] {
        auto word = *rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c'));
        word.resize(std::min<std::size_t>(word.size(), 6));
        return word;
    };
    const std::string word = any_word();
    std::vector<std::string> candidates;
    for (int n = *rc::gen::inRange(0, 6); n > 0; --n) candidates.push_back(any_word());
    // At most two edits or a third of the word, and never as many as it has letters.
    std::size_t best = std::min(std::max<std::size_t>(2, word.size() / 3) + 1, word.size());
    std::string expected;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = tried_distance(word, candidate);
        if (distance >= best) continue;
        best = distance;
        expected = candidate;
    }
    RC_ASSERT(nearest(word, candidates) == expected);
}

TEST(DisplayWidth, CountsEastAsianCharactersTwice) {
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("中芯国际"), 8U);
    EXPECT_EQ(display_width("ｆｕｌｌ"), 8U);
    EXPECT_EQ(display_width("é"), 1U);
    EXPECT_EQ(display_width("e\xCC\x81"), 1U);
    EXPECT_EQ(display_width("…"), 1U);
    EXPECT_EQ(display_width("a\nb"), 2U);
}

}  // namespace
}  // namespace cordon
