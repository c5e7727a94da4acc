// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words of alphabets other than Latin in Latin letters, with the variants that documents use.
///
/// Cyrillic (Russian, Ukrainian, Belarusian: BGN, ISO, passport forms), Greek, Hebrew and Arabic
/// (as far as consonants go), Hangul (Revised and usual surname spellings), kana (Hepburn and
/// Kunrei). Result: lower-case ASCII, distinct, most usual first, at most `limit`.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

std::vector<std::string> romanised(std::string_view folded_word, std::size_t limit = 8);

/// What remains of a romanised word when spelling habits are taken away: consonants with habits
/// merged (kh/h, ph/f, q/k/c, dzh/j, tz/z, w/v, doubled letters …), vowels gone except the fact
/// that one stood first: mohammad, muhammed, محمد → "mhmd". Empty when under three consonants would
/// remain. Two different names can share it: a bridge of its own, never an equality.
std::string sound_key(std::string_view latin_word);

}  // namespace cordon::names
