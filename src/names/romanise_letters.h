// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How each script is cut into units with their spellings. Inside of romanise.cpp.
///
/// A spelling list such as "kh|kh|kh|h|ch" gives the unit in the columns of its script, the most
/// usual way first; what follows the last column are further ways. A shorter list repeats its last
/// way in the other columns; "_" is nothing.
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

constexpr std::size_t kColumns = 4;

/// Spelling lists of the units of a word, in order.
using Units = std::vector<std::string>;

/// Usual, BGN/PCGN, passports (ICAO 9303), scholars (ISO 9).
Units cyrillic_units(std::u32string_view word);
/// Words that are Chinese in the letters of Palladius, as pinyin: хуавэй → huawei; most usual
/// first, none for other words.
std::vector<std::string> pinyin_of_cyrillic(std::u32string_view word, std::size_t most);
/// Usual, ELOT 743, classical.
Units greek_units(std::u32string_view word);
/// One way: consonants, and the vowels that are written.
Units arabic_units(std::u32string_view word);
Units hebrew_units(std::u32string_view word);
/// Revised, revised with assimilation, McCune-Reischauer without marks, usual in names of persons.
Units hangul_units(std::u32string_view word);
/// Hepburn with short vowels, with long vowels written, Kunrei, Hepburn with m before b and p.
Units kana_units(std::u32string_view word);

}  // namespace cordon::names
