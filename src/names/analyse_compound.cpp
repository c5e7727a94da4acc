// SPDX-License-Identifier: Apache-2.0
// Two words written as one. Pinyin knows no rule for dividing words: "Shenzhenshi" is Shenzhen with
// 市, "Fadongjichang" an engine works, "Kexueyuan" science and 院. Elsewhere only a word that
// begins or ends with a known brand is divided ("HikvisionDigital"): "Powertech" is a brand as it
// stands.
#include <algorithm>
#include <array>

#include "names/analyse_parts.h"
#include "names/han.h"

namespace cordon::names {

namespace {

constexpr std::size_t kLeastLetters = 7;
constexpr std::size_t kLeastPart = 4;

struct Ending {
    std::string_view latin, han;
};

/// Single syllables that end words.
constexpr std::array kEndings{Ending{"shi", "市"},  Ending{"sheng", "省"}, Ending{"qu", "区"},
                              Ending{"xian", "县"}, Ending{"chang", "厂"}, Ending{"suo", "所"},
                              Ending{"yuan", "院"}, Ending{"bu", "部"},    Ending{"ju", "局"},
                              Ending{"yun", "云"}};

bool is_brand(std::span<const Meaning> meanings) {
    return !meanings.empty() && meanings.front().role == Role::Brand;
}

bool may_end(std::span<const Meaning> meanings) {
    return !meanings.empty() && meanings.front().role != Role::Brand &&
           meanings.front().role != Role::Place && meanings.front().role != Role::LegalForm;
}

/// The longest known word in front of one of the endings.
Compound with_ending(std::string_view word) {
    const auto& lexicon = Lexicon::bundled();
    for (const auto& ending : kEndings) {
        if (!word.ends_with(ending.latin)) continue;
        const auto front = word.substr(0, word.size() - ending.latin.size());
        if (front.size() < kLeastPart) continue;
        const auto left = lexicon.latin_word(front);
        const auto right = lexicon.han_word(ending.han);
        if (left.empty() || left.front().role == Role::LegalForm || right.empty()) continue;
        if (!is_kind_of_place(right.front())) return {Found{left, 1}, Found{right, 1}};
        if (left.front().role == Role::Place) return {Found{left, 1}, std::nullopt};
    }
    return {};
}

}  // namespace

std::span<const Meaning> ending_syllable(std::string_view syllable) {
    const auto* at = std::find_if(kEndings.begin(), kEndings.end(),
                                  [&](const Ending& ending) { return ending.latin == syllable; });
    if (at == kEndings.end()) return {};
    return Lexicon::bundled().han_word(at->han);
}

Compound compound(std::string_view word) {
    if (word.size() < kLeastLetters) return {};
    // Whether it is pinyin is asked last: few words are made of two known ones.
    if (auto ended = with_ending(word); ended.left && is_pinyin(word)) return ended;
    const auto& lexicon = Lexicon::bundled();
    for (std::size_t at = word.size() - kLeastPart; at >= kLeastPart; --at) {
        const auto left = lexicon.latin_word(word.substr(0, at));
        if (left.empty() || left.front().role == Role::LegalForm) continue;
        const auto right = lexicon.latin_word(word.substr(at));
        if (!may_end(right) || !(is_brand(left) || is_pinyin(word))) continue;
        return {Found{left, 1}, Found{right, 1}};
    }
    return {};
}

}  // namespace cordon::names
