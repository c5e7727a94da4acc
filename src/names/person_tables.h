// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How Han names of Koreans and Japanese are read (inside this folder only).
#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

/// Readings of a Japanese surname or given name, most usual first; empty when it is not in the
/// table. Folded Han: 斋藤 stands for 齋藤 and 斎藤.
const std::vector<std::string>& japanese_surname(std::string_view han);
const std::vector<std::string>& japanese_given(std::string_view han);

/// A Han surname and a Han given name in Hangul; "" when a character has no reading as such.
std::string hangul_of_surname(std::string_view han);
std::string hangul_of_given(std::string_view han);
/// Does the syllable of Hangul stand in given names?
bool is_given_syllable(char32_t hangul);

/// Pinyin syllables and words that a Wade-Giles word without apostrophes may stand for: "chiang" →
/// jiang, qiang; "chenhua" → zhenhua, chenhua. Empty when it does not divide into syllables.
std::vector<std::string> pinyin_of_wade_giles(std::string_view latin, std::size_t most);
/// Can only be Wade-Giles: divides into its syllables, and is no pinyin ("hsiao", "kuo").
bool is_wade_giles_only(std::string_view latin);

}  // namespace cordon::names
