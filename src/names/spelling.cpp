// SPDX-License-Identifier: Apache-2.0
// Nearness of two spellings.
//
// Distance. Common beginnings and ends are taken off first (they never cost anything in an optimal
// alignment), then a column of the table is one machine word: Hyyrö's bit-vector form of the
// optimal string alignment distance (2003), one step a letter. Letters index a table of positions
// that is never cleared: only the entries of letters that occur are written, so a short word pays
// for its own letters alone. Letters beyond ASCII get small numbers first. What remains longer than
// 64 letters after the ends are off goes through a band of the plain table.
//
// Similarity. The distance decides alone whether two words are near at all, so an index may prune
// by it. Only near words pay for the weighted alignment, a band of the table with a cost for each
// kind of slip.
//
// The one subtlety: `letters_` hold the whole word while positions are counted from its start,
// because the first letter weighs more.
//
// Tested by the plain dynamic programme in spelling_test.cpp.
#include "names/spelling.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <vector>

#include "base/code_points.h"
#include "names/script.h"

namespace cordon::names {

namespace {

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Takes equal beginnings and ends off both.
template <class Text>
void strip_common(Text& a, Text& b) {
    std::size_t same = 0;
    const std::size_t shorter = std::min(a.size(), b.size());
    while (same < shorter && a[same] == b[same]) ++same;
    std::size_t tail = 0;
    while (tail < shorter - same && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    a = a.substr(same, a.size() - same - tail);
    b = b.substr(same, b.size() - same - tail);
}

/// REQUIRES every letter < 256, 1 <= a.size() <= 64, a.size() <= b.size().
template <class Text>
std::uint32_t bit_parallel(Text a, Text b, std::uint32_t limit) {
    std::array<std::uint64_t, 256> places;  // NOLINT: written before it is read, letter by letter
    const auto place = [&](auto letter) -> std::uint64_t& {
        return places[static_cast<unsigned char>(letter)];
    };
    for (const auto letter : b) place(letter) = 0;
    for (const auto letter : a) place(letter) = 0;
    for (std::size_t i = 0; i < a.size(); ++i) place(a[i]) |= std::uint64_t{1} << i;

    const std::uint64_t last = std::uint64_t{1} << (a.size() - 1);
    std::uint64_t higher = ~std::uint64_t{0};  // the column grows by one here
    std::uint64_t lower = 0;                   // … falls by one here
    std::uint64_t same = 0;
    std::uint64_t before = 0;
    auto distance = static_cast<std::uint32_t>(a.size());
    auto left = static_cast<std::uint32_t>(b.size());
    for (const auto letter : b) {
        const std::uint64_t here = place(letter);
        const std::uint64_t swapped = ((~same & here) << 1U) & before;
        same = (((here & higher) + higher) ^ higher) | here | lower | swapped;
        std::uint64_t right = lower | ~(same | higher);
        std::uint64_t right_lower = same & higher;
        distance += (right & last) != 0 ? 1U : 0U;
        distance -= (right_lower & last) != 0 ? 1U : 0U;
        if (distance > limit + --left) return limit + 1;
        right = right << 1U | 1U;
        right_lower <<= 1U;
        higher = right_lower | ~(same | right);
        lower = right & same;
        before = here;
    }
    return std::min(distance, limit + 1);
}

/// Rows of the plain table, only the cells that can be within the limit.
std::uint32_t banded(std::u32string_view a, std::u32string_view b, std::uint32_t limit) {
    const std::size_t width = b.size() + 1;
    const std::uint32_t far = limit + 1;
    std::vector<std::uint32_t> two(width, far);
    std::vector<std::uint32_t> one(width, far);
    std::vector<std::uint32_t> row(width, far);
    for (std::size_t j = 0; j < width && j <= limit; ++j) one[j] = static_cast<std::uint32_t>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t from = i > limit ? i - limit : 0;
        const std::size_t to = std::min<std::size_t>(b.size(), i + limit);
        std::fill(row.begin(), row.end(), far);
        if (from == 0) row[0] = static_cast<std::uint32_t>(i);
        for (std::size_t j = std::max<std::size_t>(from, 1); j <= to; ++j) {
            std::uint32_t best = one[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            best = std::min({best, one[j] + 1, row[j - 1] + 1, far});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                best = std::min(best, two[j - 2] + 1);
            }
            row[j] = best;
        }
        std::swap(two, one);
        std::swap(one, row);
    }
    return one[b.size()];
}

std::uint32_t distance_of_letters(std::u32string_view a, std::u32string_view b,
                                  std::uint32_t limit) {
    strip_common(a, b);
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit) return limit + 1;
    if (a.empty()) return static_cast<std::uint32_t>(b.size());
    if (a.size() > 64) return banded(a, b, limit);
    // Letters of the shorter word get the numbers 1 … 64, all others 0.
    std::array<char, 64> first{};
    std::string second(b.size(), '\0');
    for (std::size_t i = 0; i < a.size(); ++i) first[i] = static_cast<char>(a.find(a[i]) + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
        const auto found = a.find(b[j]);
        if (found != std::u32string_view::npos) second[j] = static_cast<char>(found + 1);
    }
    return bit_parallel(std::string_view(first.data(), a.size()), std::string_view(second), limit);
}

}  // namespace

std::uint32_t edits_allowed(std::size_t shorter_letters, bool han) {
    if (shorter_letters < 4) return 0;
    if (han || shorter_letters < 8) return 1;
    return 2;
}

std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit) {
    limit = std::min(limit, std::numeric_limits<std::uint32_t>::max() / 4);
    if (!is_ascii(a) || !is_ascii(b)) {
        return distance_of_letters(code_points(a), code_points(b), limit);
    }
    strip_common(a, b);
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit) return limit + 1;
    if (a.empty()) return static_cast<std::uint32_t>(b.size());
    if (limit == 0) return 1;
    if (b.size() == 1) return 1;
    if (a.size() > 64) return banded(code_points(a), code_points(b), limit);
    return bit_parallel(a, b, limit);
}

}  // namespace cordon::names
