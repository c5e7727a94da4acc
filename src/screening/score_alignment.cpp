// SPDX-License-Identifier: Apache-2.0
// Greedy alignment: every pair of units with something in common is given one number that orders
// it, the numbers are sorted, and pairs are taken from the top while their tokens are free.
//
// The subtlety is ties. The score must not depend on which name is the query, nor change for the
// better when a token without a partner is added; so of equal points the pair nearer the fronts of
// both names goes first, then the straighter one, then the one covering fewer tokens, then the one
// whose earlier unit is shorter. Only mirror images remain ("1 beside 2" and "2 beside 1"): between
// them the names themselves decide, compared from the front; where even they do not differ, the
// mirror image has the same score. Tested by score_property_test.cpp.
#include "screening/score_alignment.h"

#include <algorithm>
#include <functional>

#include "base/result.h"

namespace cordon::screening {

namespace {

constexpr std::size_t kUnitsMax = names::kTokensMax + names::kSpansMax;
static_assert(names::kTokensMax <= 64, "tokens are bits of a word");
constexpr unsigned kIndexBits = 15;
static_assert(kUnitsMax * kUnitsMax <= (1U << kIndexBits), "a pair of units is so many bits");

std::uint64_t tokens_of(const Unit& unit) {
    return ((std::uint64_t{1} << unit.count) - 1) << unit.first;
}

/// Says which of two names goes first, the same whichever is the query.
bool goes_first(const UnitsView& query, const UnitsView& listed, Matrix cells) {
    const std::size_t common = std::min(query.tokens, listed.tokens);
    for (std::size_t at = 0; at < common; ++at) {
        const Unit& left = query.units[at];
        const Unit& right = listed.units[at];
        if (left.weight != right.weight) return left.weight > right.weight;
        if (left.role != right.role) return left.role < right.role;
    }
    if (query.tokens != listed.tokens) return query.tokens > listed.tokens;
    const std::size_t wide = listed.units.size();
    if (query.units.size() != wide) return query.units.size() > wide;
    for (std::size_t at = query.tokens; at < wide; ++at) {
        const Unit& left = query.units[at];
        const Unit& right = listed.units[at];
        if (left.first != right.first) return left.first > right.first;
        if (left.count != right.count) return left.count > right.count;
    }
    for (std::size_t row = 0; row < wide; ++row) {
        for (std::size_t column = 0; column < row; ++column) {
            const auto below = cells[row * wide + column].similarity;
            const auto above = cells[column * wide + row].similarity;
            if (below != above) return below > above;
        }
    }
    return true;
}

/// Spans of more tokens than names make (analyse_spans.cpp) would count as this many.
constexpr std::uint8_t kCountMax = 7;

/// Points, then the ties, then where the pair stands in the matrix. Larger goes first.
std::uint64_t order_of(const Unit& left, const Unit& right, std::uint64_t points, bool first) {
    const std::uint64_t sum = std::uint64_t{left.first} + right.first;
    const std::uint64_t apart = left.first > right.first ? std::uint64_t{left.first} - right.first
                                                         : std::uint64_t{right.first} - left.first;
    const std::uint64_t left_count = std::min(left.count, kCountMax);
    const std::uint64_t right_count = std::min(right.count, kCountMax);
    const bool together = left.first == right.first;
    const bool under = together ? left.count > right.count : left.first > right.first;
    const bool left_is_earlier = together ? !under : left.first < right.first;
    std::uint64_t order = points;                          // under 48 x 1,365 x 1,000 < 2^26
    order = order << 7 | (127 - sum);                      // 0 … 94
    order = order << 5 | (31 - apart / 2);                 // 0 … 47, odd where the sum is odd
    order = order << 4 | (15 - left_count - right_count);  // 2 … 14
    order = order << 3 | (7 - (left_is_earlier ? left_count : right_count));
    order = order << 1 | (under == first ? 1U : 0U);
    return order << kIndexBits;
}

}  // namespace

Alignment aligned(const UnitsView& query, const UnitsView& listed, Matrix cells) {
    const std::size_t rows = query.units.size();
    const std::size_t wide = listed.units.size();
    CHECK(rows <= kUnitsMax && wide <= kUnitsMax && cells.size() == rows * wide);
    const bool first = goes_first(query, listed, cells);
    std::array<std::uint64_t, kUnitsMax * kUnitsMax> orders;  // not cleared: mostly never touched
    std::size_t found = 0;
    std::uint64_t index = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const Unit& left = query.units[row];
        for (std::size_t column = 0; column < wide; ++column, ++index) {
            const std::uint64_t similarity = cells[index].similarity;
            if (similarity == 0) continue;
            const Unit& right = listed.units[column];
            const std::uint64_t points = std::min(left.weight, right.weight) * similarity;
            orders[found++] = order_of(left, right, points, first) | index;
        }
    }
    std::sort(orders.begin(), orders.begin() + static_cast<std::ptrdiff_t>(found),
              std::greater<>());

    Alignment alignment;
    for (std::size_t at = 0; at < found; ++at) {
        const std::uint64_t place = orders[at] & ((1U << kIndexBits) - 1);
        const std::size_t row = place / wide;
        const std::size_t column = place % wide;
        const std::uint64_t left = tokens_of(query.units[row]);
        const std::uint64_t right = tokens_of(listed.units[column]);
        if ((alignment.query_used & left) != 0 || (alignment.listed_used & right) != 0) continue;
        alignment.query_used |= left;
        alignment.listed_used |= right;
        const std::uint32_t weight = std::min(query.units[row].weight, listed.units[column].weight);
        const std::uint16_t similarity = cells[place].similarity;
        const std::uint32_t points = weight * similarity;
        alignment.matched += points;
        alignment.pairs[alignment.count++] = {static_cast<std::uint16_t>(row),
                                              static_cast<std::uint16_t>(column), similarity,
                                              points};
    }
    return alignment;
}

}  // namespace cordon::screening
