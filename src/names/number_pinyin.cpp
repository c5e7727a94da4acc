// SPDX-License-Identifier: Apache-2.0
// Han numerals written as they are read: "Di Shisan", "diwushisi", "Di Qi'er'er". The syllables are
// turned back into characters and read as those are. Only behind "di" (第): "san" and "shi" alone
// are parts of many names.
#include <array>
#include <string>

#include "names/number.h"

namespace cordon::names {

namespace {

struct Syllable {
    std::string_view latin, han;
};

constexpr std::array kNumerals{Syllable{"ling", "零"}, Syllable{"yi", "一"},  Syllable{"yao", "一"},
                               Syllable{"er", "二"},   Syllable{"san", "三"}, Syllable{"shi", "十"},
                               Syllable{"si", "四"},   Syllable{"wu", "五"},  Syllable{"liu", "六"},
                               Syllable{"qi", "七"},   Syllable{"ba", "八"},  Syllable{"jiu", "九"},
                               Syllable{"bai", "百"}};

/// The characters of a word that is nothing but numerals; no numeral begins another one's rest.
std::optional<std::string> characters_of(std::string_view word) {
    std::string out;
    while (!word.empty()) {
        const Syllable* found = nullptr;
        for (const auto& numeral : kNumerals) {
            if (word.starts_with(numeral.latin)) found = &numeral;
        }
        if (found == nullptr) return std::nullopt;
        out += found->han;
        word.remove_prefix(found->latin.size());
    }
    return out;
}

}  // namespace

std::optional<NumberRead> pinyin_number_at(std::span<const Word> words) {
    constexpr std::string_view kOrdinal = "di";
    if (words.empty() || !words[0].text.starts_with(kOrdinal)) return std::nullopt;
    auto han = characters_of(std::string_view(words[0].text).substr(kOrdinal.size()));
    if (!han) return std::nullopt;
    std::size_t taken = 1;
    for (; taken < words.size(); ++taken) {
        const auto more = characters_of(words[taken].text);
        if (!more) break;
        *han += *more;
    }
    if (han->empty()) return std::nullopt;
    *han = "第" + *han;
    const auto number = han_number_at(*han);
    if (!number || number->bytes != han->size()) return std::nullopt;
    return NumberRead{number->value, taken};
}

}  // namespace cordon::names
