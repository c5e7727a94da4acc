// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Numbers in names: "54th", "No. 54", "fifty-fourth", "第五十四", "LIV" after an institute,
/// "54-й".
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "names/fold.h"

namespace cordon::names {

struct NumberRead {
    std::uint64_t value = 0;
    std::size_t words = 0;  ///< how many of the words it took ("no", "54" takes two)
};
/// A number at the start of these words. Han numerals only as a whole word part: see han_number.
std::optional<NumberRead> number_at(std::span<const Word> words);

/// A Roman numeral in its usual form ("liv"), as one word. Only a caller who knows what stands
/// before it can tell "institute IV" from a name: number_at reads one after "no" alone.
std::optional<std::uint64_t> roman_numeral(std::string_view word);

/// A Han numeral behind "di" as it is read: "di shisan", "diwushisi", "di qi er er".
std::optional<NumberRead> pinyin_number_at(std::span<const Word> words);

/// A Han numeral at the start of a run, with an optional 第 and a following 号: 第五十四 → 54, 五四
/// → 54, 一〇一 → 101. Gives the bytes taken. A single character such as 一 alone is none unless 第
/// stands before it or a counter (研究所, 所, 院, 厂, 局, 部, 中心, 号, 师, 旅, 部队) follows.
struct HanNumber {
    std::uint64_t value = 0;
    std::size_t bytes = 0;
};
std::optional<HanNumber> han_number_at(std::string_view han_run);

}  // namespace cordon::names
