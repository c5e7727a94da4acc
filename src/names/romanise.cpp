// SPDX-License-Identifier: Apache-2.0
// From units to words.
//
// Each script has its own file that cuts a word into units and lists the spellings of each. A
// system of romanisation is a column of those lists: the first results are the columns, because
// documents mostly keep to one system within a word. What room remains is filled with mixtures,
// the cheapest first, where the price of a spelling is its place among the spellings of its unit.
#include "names/romanise.h"

#include <algorithm>

#include "base/code_points.h"
#include "base/text.h"
#include "names/choices.h"
#include "names/romanise_letters.h"
#include "names/script.h"

namespace cordon::names {

namespace {

constexpr std::size_t kLettersMost = 64;
constexpr std::size_t kPinyinMost = 2;

Units units_of(std::u32string_view word, Script script) {
    switch (script) {
        case Script::Cyrillic:
            return cyrillic_units(word);
        case Script::Greek:
            return greek_units(word);
        case Script::Arabic:
            return arabic_units(word);
        case Script::Hebrew:
            return hebrew_units(word);
        case Script::Hangul:
            return hangul_units(word);
        case Script::Kana:
            return kana_units(word);
        case Script::Common:
        case Script::Latin:
        case Script::Han:
        case Script::Other:
            return {};
    }
    return {};
}

std::string_view spelling(std::string_view text) {
    return text == "_" ? std::string_view() : text;
}

void add(std::vector<std::string>& out, std::string text, std::size_t limit) {
    if (text.empty() || out.size() >= limit) return;
    if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
}

}  // namespace

std::vector<std::string> romanised(std::string_view folded_word, std::size_t limit) {
    std::vector<std::string> out;
    auto word = code_points(folded_word);
    if (word.size() > kLettersMost) word.resize(kLettersMost);
    const auto script = main_script(folded_word);
    const auto units = units_of(word, script);
    if (units.empty() || limit == 0) return out;
    std::vector<std::string> columns(kColumns);
    std::vector<Choices> choices(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto ways = split(units[i], '|');
        for (std::size_t column = 0; column < kColumns; ++column) {
            columns[column] += spelling(ways[std::min(column, ways.size() - 1)]);
        }
        std::uint32_t price = 0;
        for (const auto way : ways) offer(choices[i], spelling(way), price++);
    }
    for (auto& column : columns) add(out, std::move(column), limit);
    if (script == Script::Cyrillic) {
        for (auto& pinyin : pinyin_of_cyrillic(word, kPinyinMost))
            add(out, std::move(pinyin), limit);
    }
    bool cut = false;
    for (auto& mixture : cheapest(choices, limit, cut)) add(out, std::move(mixture), limit);
    return out;
}

}  // namespace cordon::names
