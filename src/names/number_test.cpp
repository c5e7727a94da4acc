// SPDX-License-Identifier: Apache-2.0
#include "names/number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <string>

namespace cordon::names {
namespace {

/// "value/words", or "" for none.
std::string read(std::string_view printed) {
    const auto words = words_of(printed);
    const auto number = number_at(words);
    if (!number) return "";
    return std::to_string(number->value) + "/" + std::to_string(number->words);
}

/// "value/bytes", or "" for none.
std::string han(std::string_view run) {
    const auto number = han_number_at(run);
    if (!number) return "";
    return std::to_string(number->value) + "/" + std::to_string(number->bytes);
}

TEST(Numbers, AreReadFromDigits) {
    EXPECT_EQ(read("54"), "54/1");
    EXPECT_EQ(read("54th Research Institute"), "54/2");
    EXPECT_EQ(read("54-th Institute"), "54/2");
    EXPECT_EQ(read("1st"), "1/2");
    EXPECT_EQ(read("54 St James"), "54/1");  // a street, not an ending
    EXPECT_EQ(read("No 54"), "54/2");
    EXPECT_EQ(read("No. 54"), "54/2");
    EXPECT_EQ(read("№54"), "54/2");
    EXPECT_EQ(read("N54"), "54/2");
    EXPECT_EQ(read("54-й НИИ"), "54/2");
    EXPECT_EQ(read("2-е КБ"), "2/2");
    EXPECT_EQ(read("第54研究所"), "54/2");
    EXPECT_EQ(read("第54号 x"), "54/3");
    EXPECT_EQ(read("0054"), "54/1");
    EXPECT_EQ(read("1234567890123456789"), "");
}

TEST(Numbers, AreReadFromOrdinals) {
    EXPECT_EQ(read("Fifty-Fourth Institute"), "54/2");
    EXPECT_EQ(read("fiftyfourth"), "54/1");
    EXPECT_EQ(read("first"), "1/1");
    EXPECT_EQ(read("thirteenth"), "13/1");
    EXPECT_EQ(read("twentieth"), "20/1");
    EXPECT_EQ(read("one hundred and first"), "101/4");
    EXPECT_EQ(read("seven hundred seventy first"), "771/4");
    EXPECT_EQ(read("one thousand four hundred eighty first"), "1481/6");
    EXPECT_EQ(read("первый"), "1/1");
    EXPECT_EQ(read("пятьдесят четвертый институт"), "54/2");
    EXPECT_EQ(read("третье"), "3/1");
}

TEST(Numbers, AreNotReadFromPlainWords) {
    EXPECT_EQ(read("one"), "");
    EXPECT_EQ(read("Seven Eleven"), "");
    EXPECT_EQ(read("fifty four"), "");
    EXPECT_EQ(read("Number One"), "1/2");
    EXPECT_EQ(read("No. fifty-four"), "54/3");
    EXPECT_EQ(read("No. IV"), "4/2");
    EXPECT_EQ(read("IV"), "");
    EXPECT_EQ(read("no"), "");
    EXPECT_EQ(read("N One"), "");
    EXPECT_EQ(read("North"), "");
    EXPECT_EQ(read(""), "");
    EXPECT_EQ(read("fifth fourth"), "5/1");
}

RC_GTEST_PROP(Numbers, RomanNumeralsReadAsTheyAreWritten, ()) {
    const auto value = *rc::gen::inRange<std::uint64_t>(1, 4000);
    constexpr std::array<std::pair<std::uint64_t, const char*>, 13> kSigns{{{1000, "m"},
                                                                            {900, "cm"},
                                                                            {500, "d"},
                                                                            {400, "cd"},
                                                                            {100, "c"},
                                                                            {90, "xc"},
                                                                            {50, "l"},
                                                                            {40, "xl"},
                                                                            {10, "x"},
                                                                            {9, "ix"},
                                                                            {5, "v"},
                                                                            {4, "iv"},
                                                                            {1, "i"}}};
    std::string text;
    auto rest = value;
    for (const auto& [worth, letters] : kSigns) {
        for (; rest >= worth; rest -= worth) text += letters;
    }
    RC_ASSERT(roman_numeral(text) == value);
}

TEST(Numbers, RomanNumeralsAreRefusedInOtherForms) {
    for (const auto* text : {"", "iiii", "vv", "ic", "lil", "ixi", "xcx", "civil", "ivi", "cmd"}) {
        EXPECT_FALSE(roman_numeral(text)) << text;
    }
    EXPECT_EQ(roman_numeral("liv"), 54U);
    EXPECT_EQ(roman_numeral("mix"), 1009U);  // why the caller must know what stands before
}

TEST(HanNumbers, AreReadInBothWays) {
    EXPECT_EQ(han("第五十四研究所"), "54/12");
    EXPECT_EQ(han("五十四所"), "54/9");
    EXPECT_EQ(han("五四"), "54/6");
    EXPECT_EQ(han("一〇一"), "101/9");
    EXPECT_EQ(han("一百零一厂"), "101/12");
    EXPECT_EQ(han("一千四百八十一"), "1481/21");
    EXPECT_EQ(han("二十"), "20/6");
    EXPECT_EQ(han("十四所"), "14/6");
    EXPECT_EQ(han("第十研究所"), "10/6");
    EXPECT_EQ(han("第五十四号"), "54/15");
    EXPECT_EQ(han("第七一一研究所"), "711/12");
    EXPECT_EQ(han("三〇七厂"), "307/9");
    EXPECT_EQ(han("十所"), "10/3");
    EXPECT_EQ(han("一院"), "1/3");
    EXPECT_EQ(han("贰拾"), "20/6");
}

TEST(HanNumbers, AreNotReadFromSingleCharactersOfNames) {
    for (const auto* run : {"一汽", "百度", "万达", "千方科技", "九州", "四川", "十堰", "华为", "",
                            "第", "第一", "三峡", "两江"}) {
        EXPECT_EQ(han(run), run == std::string("第一") ? "1/6" : "") << run;
    }
    EXPECT_EQ(han("百万"), "");
}

RC_GTEST_PROP(HanNumbers, ReadAsTheyAreWritten, ()) {
    const auto value = *rc::gen::inRange<std::uint64_t>(11, 10'000);
    static const std::array<std::string, 10> digits{"零", "一", "二", "三", "四",
                                                    "五", "六", "七", "八", "九"};
    std::string text;
    bool gap = false;
    constexpr std::array<std::pair<std::uint64_t, const char*>, 4> kUnits{
        {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}};
    for (const auto& [worth, unit] : kUnits) {
        const auto digit = value / worth % 10;
        if (digit == 0) {
            gap = !text.empty();
            continue;
        }
        if (gap) text += digits[0];
        gap = false;
        if (!(digit == 1 && worth == 10 && text.empty())) text += digits[digit];
        text += unit;
    }
    RC_ASSERT(han(text) == std::to_string(value) + "/" + std::to_string(text.size()));
    RC_ASSERT(han("第" + text + "研究所") ==
              std::to_string(value) + "/" + std::to_string(text.size() + 3));
}

}  // namespace
}  // namespace cordon::names
