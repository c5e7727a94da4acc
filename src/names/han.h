// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Han characters: one form for all variants, and every way a character is read in a name.
///
/// Source: Unihan 15.0 (kMandarin, kHanyuPinlu, kXHC1983/kTGHZ2013, kCantonese, kSimplifiedVariant,
/// kTraditionalVariant, kZVariant …) restated in catalogue/names/han.csv, with hand-kept Japanese
/// forms. Thread safety: immutable after the first call.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

/// The simplified form that stands for all variants: 華 → 华, 広 → 广, 灣 → 湾. Others as they are.
char32_t simplified(char32_t han);

/// Readings without tone, ü as v, most usual in names first: 行 → xing, hang; 厦 → xia, sha;
/// 曾 → zeng, ceng; 重 → zhong, chong. Empty for a character without any.
const std::vector<std::string>& mandarin(char32_t han);
/// Jyutping without tone turned into the spelling usual in Hong Kong names: 黃 → wong; 陳 → chan.
const std::vector<std::string>& cantonese(char32_t han);
/// One pinyin syllable as Wade-Giles without apostrophes: zhong → chung, xu → hsu, beijing's "jing"
/// → ching. The syllable itself where both agree.
std::string wade_giles(std::string_view pinyin_syllable);

/// Every reading of a run of Han characters as glued Latin text, most usual first: 华为 → huawei,
/// (Cantonese) wawai, (Wade-Giles) huawei. No more than `limit`; `cut` says when there were more.
struct Readings {
    std::vector<std::string> glued;     ///< distinct
    std::vector<std::string> initials;  ///< distinct initials of the Mandarin readings: "hw"
    bool cut = false;
};
Readings readings_of(std::string_view han_run, std::size_t limit = 48);

/// Is this Latin word one or more whole pinyin syllables? ("beidou" yes, "sugon" no)
bool is_pinyin(std::string_view latin);

}  // namespace cordon::names
