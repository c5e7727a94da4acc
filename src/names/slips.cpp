// SPDX-License-Identifier: Apache-2.0
// What a slip costs once two words are near: spelling_similarity.
//
// A thousand is one whole edit. Equal beginnings and ends stay aligned; between them the alignment
// is the cheapest one in a band of three beside the diagonal; every step has the same price in both
// directions, so the measure is symmetric. A word of n letters loses 960 / n for a whole edit: 240
// of 1000 at four letters, 120 at eight.
#include <algorithm>
#include <array>

#include "base/code_points.h"
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

/// Costs between any two characters of ASCII; of two habits that share a pair the cheaper is
/// written last.
constexpr auto kCosts = [] {
    std::array<std::array<std::uint16_t, 128>, 128> table{};
    const auto put = [&](char a, char b, std::uint32_t cost) {
        const auto first = static_cast<std::size_t>(a);
        const auto second = static_cast<std::size_t>(b);
        table[first][second] = table[second][first] = static_cast<std::uint16_t>(cost);
    };
    for (auto& row : table) row.fill(kEdit);
    constexpr std::string_view kVowels = "aeiou";
    for (const char a : kVowels) {
        for (const char b : kVowels) put(a, b, kVowel);
    }
    for (const auto& pair : kSounds) put(pair.a, pair.b, kSoundAlike);
    for (const auto& pair : kLooks) put(pair.a, pair.b, kLookAlike);
    for (std::size_t c = 0; c < 128; ++c) table[c][c] = 0;
    return table;
}();

std::uint32_t replacing(char32_t a, char32_t b) {
    if (a < 128 && b < 128) return kCosts[a][b];
    return a == b ? 0 : kEdit;
}

/// Cost of writing the two letters before `i` in `pair` as the one letter `single`; 0: no such
/// habit.
std::uint32_t merging(std::u32string_view pair, std::size_t i, char32_t single) {
    constexpr std::u32string_view kSingles = U"mdwfkxh";
    if (kSingles.find(single) == std::u32string_view::npos) return 0;
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
    if (i == 0) return kEdit;
    return word[i] == word[i - 1] ? kDoubled : kEdit;
}

/// The last three rows of the table, the band alone: the column of a cell is told by its distance
/// from the diagonal.
class Band {
public:
    static constexpr std::uint32_t kFar = 1U << 30U;

    /// kFar outside of the band. REQUIRES a row that is still held.
    [[nodiscard]] std::uint32_t at(std::size_t i, std::size_t j) const {
        return j + kBand < i || j > i + kBand ? kFar : rows_[i % 3][j + kBand - i];
    }
    void begin_row(std::size_t i) { rows_[i % 3].fill(kFar); }
    void set(std::size_t i, std::size_t j, std::uint32_t value) {
        rows_[i % 3][j + kBand - i] = value;
    }

private:
    std::array<std::array<std::uint32_t, 2 * kBand + 1>, 3> rows_{};
};

/// Two words, or what is left of them when equal ends are taken off.
struct Both {
    std::u32string_view a, b;
    bool whole_start = true;  ///< the first letters here are the first of the words

    /// What it costs more to touch the first letter.
    [[nodiscard]] std::uint32_t first(bool touched) const {
        return touched && whole_start ? kFirst : 0;
    }
};

/// The cheapest last step to a cell.
std::uint32_t cheapest_step(const Both& both, std::size_t i, std::size_t j, const Band& band) {
    const auto& [a, b, whole_start] = both;
    std::uint32_t best = i == 0 && j == 0 ? 0 : Band::kFar;
    if (i > 0) best = std::min(best, band.at(i - 1, j) + dropping(a, i - 1) + both.first(i == 1));
    if (j > 0) best = std::min(best, band.at(i, j - 1) + dropping(b, j - 1) + both.first(j == 1));
    if (i == 0 || j == 0) return best;
    const auto cost = replacing(a[i - 1], b[j - 1]);
    const auto extra = cost > 0 ? both.first(i == 1 || j == 1) : 0;
    best = std::min(best, band.at(i - 1, j - 1) + cost + extra);
    if (i > 1 && j > 1 && cost > 0 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        best = std::min(best, band.at(i - 2, j - 2) + kSwap + both.first(i == 2 || j == 2));
    }
    if (i > 1) {
        if (const auto merger = merging(a, i, b[j - 1]); merger > 0) {
            best = std::min(best, band.at(i - 2, j - 1) + merger);
        }
    }
    if (j > 1) {
        if (const auto merger = merging(b, j, a[i - 1]); merger > 0) {
            best = std::min(best, band.at(i - 1, j - 2) + merger);
        }
    }
    return best;
}

std::uint32_t weighted_distance(const Both& both) {
    Band band;
    const auto& [a, b, whole_start] = both;
    for (std::size_t i = 0; i <= a.size(); ++i) {
        band.begin_row(i);
        const std::size_t from = i > kBand ? i - kBand : 0;
        for (std::size_t j = from; j <= std::min(b.size(), i + kBand); ++j) {
            band.set(i, j, cheapest_step(both, i, j, band));
        }
    }
    return band.at(a.size(), b.size());
}

/// Equal ends off, but for the two letters beside the difference, which a doubling or a merger may
/// need.
Both difference(std::u32string_view a, std::u32string_view b) {
    constexpr std::size_t kBeside = 2;
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t same = 0;
    while (same < shorter && a[same] == b[same]) ++same;
    std::size_t tail = 0;
    while (tail < shorter - same && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    same -= std::min(same, kBeside);
    tail -= std::min(tail, kBeside);
    return {a.substr(same, a.size() - same - tail), b.substr(same, b.size() - same - tail),
            same == 0};
}

/// The letters of a word, without a detour through the heap for one of the usual length.
class Decoded {
public:
    explicit Decoded(std::string_view utf8) {
        if (utf8.size() > few_.size()) {
            many_ = code_points(utf8);
            return;
        }
        for (std::size_t at = 0; at < utf8.size();) few_[count_++] = next_code_point(utf8, at);
    }
    [[nodiscard]] std::u32string_view view() const {
        return many_.empty() ? std::u32string_view(few_.data(), count_) : many_;
    }

private:
    std::array<char32_t, 48> few_;  // NOLINT: only what is counted is read
    std::size_t count_ = 0;
    std::u32string many_;
};

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
    const Decoded one(a);
    const Decoded other(b);
    const auto first = one.view();
    const auto second = other.view();
    const std::size_t shorter = std::min(first.size(), second.size());
    if (distance > edits_allowed(shorter, has_han(first) || has_han(second))) return 0;
    const auto each = static_cast<std::uint32_t>(960 / shorter);
    const std::uint32_t loss = weighted_distance(difference(first, second)) * each / kEdit;
    return 1000 - std::clamp(loss, 1U, 999U);
}

}  // namespace cordon::names
