// SPDX-License-Identifier: Apache-2.0
// What a slip costs once two words are near: spelling_similarity.
//
// A thousand is one whole edit. The alignment is the cheapest one in a band of three beside the
// diagonal; every step has the same price in both directions, so the measure is symmetric. A word
// of n letters loses 960 / n for a whole edit: 240 of 1000 at four letters, 120 at eight.
#include <algorithm>
#include <array>
#include <vector>

#include "names/code_points.h"
#include "names/script.h"
#include "names/spelling.h"

namespace cordon::names {

namespace {

constexpr std::uint32_t kEdit = 1000;
constexpr std::uint32_t kSwap = 800;        // two neighbours typed the wrong way round
constexpr std::uint32_t kVowel = 800;       // a vowel for another: transliterators differ
constexpr std::uint32_t kDoubled = 500;     // "ll" for "l"
constexpr std::uint32_t kLookAlike = 400;   // letters that a scanner takes for each other
constexpr std::uint32_t kSoundAlike = 600;  // … that a romanisation writes for each other
constexpr std::uint32_t kFirst = 600;       // on top, when the first letter is touched
constexpr std::size_t kBand = 3;

struct Pair {
    char a, b;
};
// Each pair stands once; a search looks both ways.
constexpr std::array kLooks{Pair{'0', 'o'}, Pair{'1', 'l'}, Pair{'1', 'i'}, Pair{'l', 'i'},
                            Pair{'5', 's'}, Pair{'8', 'b'}, Pair{'u', 'v'}, Pair{'2', 'z'},
                            Pair{'6', 'g'}, Pair{'9', 'g'}, Pair{'c', 'e'}};
constexpr std::array kSounds{Pair{'c', 'k'}, Pair{'v', 'w'}, Pair{'i', 'y'}, Pair{'s', 'z'},
                             Pair{'j', 'y'}, Pair{'k', 'q'}, Pair{'f', 'v'}, Pair{'c', 's'},
                             Pair{'d', 't'}, Pair{'b', 'p'}, Pair{'g', 'k'}, Pair{'i', 'j'}};

template <std::size_t N>
bool among(const std::array<Pair, N>& pairs, char32_t a, char32_t b) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
        const auto first = static_cast<char32_t>(pair.a);
        const auto second = static_cast<char32_t>(pair.b);
        return (a == first && b == second) || (a == second && b == first);
    });
}

bool is_vowel(char32_t c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

std::uint32_t replacing(char32_t a, char32_t b) {
    if (a == b) return 0;
    if (among(kLooks, a, b)) return kLookAlike;
    if (among(kSounds, a, b)) return kSoundAlike;
    return is_vowel(a) && is_vowel(b) ? kVowel : kEdit;
}

/// Cost of writing the two letters before `i` in `pair` as the one letter `single`; 0: no such
/// habit.
std::uint32_t merging(std::u32string_view pair, std::size_t i, char32_t single) {
    const auto is = [&](char first, char second, char as) {
        return pair[i - 2] == static_cast<char32_t>(first) &&
               pair[i - 1] == static_cast<char32_t>(second) && single == static_cast<char32_t>(as);
    };
    if (is('r', 'n', 'm') || is('c', 'l', 'd') || is('v', 'v', 'w')) return kLookAlike;
    if (is('p', 'h', 'f') || is('c', 'k', 'k') || is('k', 's', 'x') || is('k', 'h', 'h')) {
        return kSoundAlike;
    }
    return 0;
}

std::uint32_t dropping(std::u32string_view word, std::size_t i) {
    if (i == 0) return kEdit + kFirst;
    return word[i] == word[i - 1] ? kDoubled : kEdit;
}

std::uint32_t weighted_distance(std::u32string_view a, std::u32string_view b) {
    constexpr std::uint32_t kFar = 1U << 30U;
    const std::size_t width = b.size() + 1;
    std::vector<std::uint32_t> table(3 * width, kFar);
    const auto cell = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
        return table[i % 3 * width + j];
    };
    for (std::size_t i = 0; i <= a.size(); ++i) {
        std::fill_n(table.begin() + static_cast<std::ptrdiff_t>(i % 3 * width), width, kFar);
        const std::size_t from = i > kBand ? i - kBand : 0;
        for (std::size_t j = from; j <= std::min(b.size(), i + kBand); ++j) {
            std::uint32_t best = i == 0 && j == 0 ? 0 : kFar;
            if (i > 0) best = std::min(best, cell(i - 1, j) + dropping(a, i - 1));
            if (j > 0) best = std::min(best, cell(i, j - 1) + dropping(b, j - 1));
            if (i > 0 && j > 0) {
                const auto cost = replacing(a[i - 1], b[j - 1]);
                const auto extra = cost > 0 && (i == 1 || j == 1) ? kFirst : 0;
                best = std::min(best, cell(i - 1, j - 1) + cost + extra);
            }
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                a[i - 1] != a[i - 2]) {
                const auto extra = i == 2 || j == 2 ? kFirst : 0;
                best = std::min(best, cell(i - 2, j - 2) + kSwap + extra);
            }
            if (i > 1 && j > 0) {
                const auto cost = merging(a, i, b[j - 1]);
                if (cost > 0) best = std::min(best, cell(i - 2, j - 1) + cost);
            }
            if (j > 1 && i > 0) {
                const auto cost = merging(b, j, a[i - 1]);
                if (cost > 0) best = std::min(best, cell(i - 1, j - 2) + cost);
            }
            cell(i, j) = best;
        }
    }
    return cell(a.size(), b.size());
}

bool has_han(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char32_t c) { return script_of(c) == Script::Han; });
}

/// Code points without decoding: bytes that begin one.
std::size_t letters_of(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    }));
}

}  // namespace

std::uint32_t spelling_similarity(std::string_view a, std::string_view b) {
    if (a == b) return 1000;
    // Without Han first: the larger allowance, so nothing near is lost before it is decoded.
    const std::size_t rough = std::min(letters_of(a), letters_of(b));
    const std::uint32_t most = edits_allowed(rough, false);
    if (most == 0) return 0;
    const std::uint32_t distance = edit_distance(a, b, most);
    if (distance > most) return 0;
    const auto first = code_points(a);
    const auto second = code_points(b);
    const std::size_t shorter = std::min(first.size(), second.size());
    if (distance > edits_allowed(shorter, has_han(first) || has_han(second))) return 0;
    const auto each = static_cast<std::uint32_t>(960 / shorter);
    const std::uint32_t loss = weighted_distance(first, second) * each / kEdit;
    return 1000 - std::clamp(loss, 1U, 999U);
}

}  // namespace cordon::names
