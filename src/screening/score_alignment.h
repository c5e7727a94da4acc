// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who stands beside whom: the greedy alignment, on the stack.
///
/// Invariants: no token twice; the points of the other way round are the same.
#include <array>
#include <cstdint>

#include "screening/score.h"

namespace cordon::screening {

struct AlignedUnits {
    std::uint16_t query_unit = 0, listed_unit = 0;
    std::uint16_t similarity = 0;
    std::uint32_t points = 0;  ///< min weight x similarity, not divided
};

struct Alignment {
    std::array<AlignedUnits, names::kTokensMax> pairs;  ///< the first `count`
    std::uint32_t count = 0;
    std::uint64_t query_used = 0, listed_used = 0;  ///< a bit a token
    std::uint64_t matched = 0;                      ///< sum of points
};

Alignment aligned(const UnitsView& query, const UnitsView& listed, Matrix cells);

}  // namespace cordon::screening
