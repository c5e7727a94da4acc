// SPDX-License-Identifier: Apache-2.0
// Han numerals at the start of a run.
//
// Two ways of writing: with units (五十四, 一百零一) and digit by digit (五四, 一〇一). A numeral
// with units is read as falling terms; what would not fall ends it. Few characters are numbers of
// themselves only: 一汽, 三一, 百度, 万达 and 千方 are companies. So a single character needs 第
// before it or a counter behind it, and units without any digit are never a number, except 十
// before a counter.
#include <algorithm>
#include <array>

#include "base/code_points.h"
#include "names/number.h"

namespace cordon::names {

namespace {

constexpr std::array<std::string_view, 14> kCounters{
    "研究", "设计", "所", "院", "厂", "局", "部", "中心", "号", "师", "旅", "团", "军", "军工"};

/// 0 … 9, or 10 for every other character.
std::uint64_t digit_of(char32_t c) {
    constexpr std::u32string_view kPlain = U"〇一二三四五六七八九";
    constexpr std::u32string_view kFormal = U"零壹贰叁肆伍陆柒捌玖";
    if (const auto at = kPlain.find(c); at != std::u32string_view::npos) return at;
    if (const auto at = kFormal.find(c); at != std::u32string_view::npos) return at;
    return c == U'两' ? 2 : 10;
}

/// 10, 100, 1000, 10000, or 0.
std::uint64_t unit_of(char32_t c) {
    switch (c) {
        case U'十':
        case U'拾':
            return 10;
        case U'百':
        case U'佰':
            return 100;
        case U'千':
        case U'仟':
            return 1000;
        case U'万':
            return 10'000;
        default:
            return 0;
    }
}

struct Numeral {
    std::uint64_t value = 0;
    std::size_t characters = 0;
    bool has_digit = false;
};

/// 五十四, 一百零一, 十.
Numeral with_units(std::u32string_view text) {
    Numeral out;
    std::uint64_t least = 100'000;  // the unit of the last term; the next must be smaller
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at;
        const bool zero = out.characters > 0 && digit_of(text[next]) == 0;
        if (zero) ++next;  // 零 holds a place and has no value
        if (next >= text.size()) break;
        const auto digit = digit_of(text[next]);
        const auto unit_place = digit == 10 ? next : next + 1;
        const auto unit = unit_place < text.size() ? unit_of(text[unit_place]) : 0;
        if (digit == 10 && (unit != 10 || out.characters > 0)) break;  // 十 alone may begin
        const auto scale = unit == 0 ? 1 : unit;
        if (scale >= least || (digit == 0)) break;
        out.value += (digit == 10 ? 1 : digit) * scale;
        out.has_digit |= digit != 10;
        least = scale;
        at = unit_place + (unit == 0 ? 0 : 1);
        out.characters = at;
        if (scale == 1) break;
    }
    return out;
}

/// 五四, 一〇一.
Numeral digit_by_digit(std::u32string_view text) {
    constexpr std::size_t kMost = 9;
    Numeral out;
    while (out.characters < std::min(text.size(), kMost)) {
        const auto digit = digit_of(text[out.characters]);
        if (digit == 10 || (out.characters == 0 && text[0] == U'两')) break;
        out.value = out.value * 10 + digit;
        ++out.characters;
    }
    out.has_digit = out.characters > 0;
    return out;
}

std::size_t bytes_of(std::u32string_view text) {
    std::string utf8;
    for (const auto c : text) append_utf8(utf8, c);
    return utf8.size();
}

}  // namespace

std::optional<HanNumber> han_number_at(std::string_view han_run) {
    constexpr std::string_view kOrdinal = "第";
    constexpr std::string_view kNumber = "号";
    const bool ordinal = han_run.starts_with(kOrdinal);
    const auto rest = ordinal ? han_run.substr(kOrdinal.size()) : han_run;
    // A numeral is short; what follows it is not looked at beyond the counter.
    std::u32string text;
    for (std::size_t at = 0; at < rest.size() && text.size() < 24;) {
        text.push_back(next_code_point(rest, at));
    }
    const auto units = with_units(text);
    const auto digits = digit_by_digit(text);
    const auto& numeral = digits.characters > units.characters ? digits : units;
    if (numeral.characters == 0) return std::nullopt;
    const auto bytes = bytes_of(std::u32string_view(text).substr(0, numeral.characters));
    const auto behind = rest.substr(bytes);
    const bool counted = std::any_of(kCounters.begin(), kCounters.end(),
                                     [&](auto counter) { return behind.starts_with(counter); });
    if (numeral.characters == 1 && !ordinal && !counted) return std::nullopt;
    const auto with_number = behind.starts_with(kNumber) ? kNumber.size() : 0;
    return HanNumber{numeral.value, (ordinal ? kOrdinal.size() : 0) + bytes + with_number};
}

}  // namespace cordon::names
