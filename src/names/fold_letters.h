// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The printed text as a row of folded letters that know where they came from. Inside of fold.cpp.
#include <cstdint>
#include <string_view>
#include <vector>

namespace cordon::names {

/// One folded letter, digit or separator.
struct Letter {
    char32_t c = 0;                    ///< a letter or digit; kBlank, kDot, kSlash, kQuote
    std::uint32_t begin = 0, end = 0;  ///< bytes of the printed text
    bool capital = false;              ///< was printed as one: decides what it looks like
};
constexpr char32_t kBlank = ' ';
constexpr char32_t kDot = '.';
constexpr char32_t kSlash = '/';
constexpr char32_t kQuote = '"';

constexpr bool is_separator(char32_t c) {
    return c == kBlank || c == kDot || c == kSlash || c == kQuote;
}
constexpr bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}

/// Each character folded by itself; invisible ones and apostrophes are gone, other signs blanks.
std::vector<Letter> folded_letters(std::string_view printed);

}  // namespace cordon::names
