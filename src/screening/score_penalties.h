// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What lowers a score besides tokens without a partner. Every factor is at most 1000.
#include <array>
#include <cstdint>
#include <string_view>

#include "screening/score_alignment.h"

namespace cordon::screening {

enum class Penalty : std::uint8_t {
    NumberConflict,
    PlaceConflict,
    IndustryConflict,
    BrandConflict,
    Derived,
    Disorder,
};
constexpr std::size_t kPenalties = 6;
std::string_view to_text(Penalty penalty);

using Factors = std::array<std::uint16_t, kPenalties>;  ///< 1000 where nothing is wrong
Factors factors_of(const UnitsView& query, const UnitsView& listed, const Alignment& alignment,
                   const Penalties& penalties);

/// 0 … 10000 from what matched, both totals and the factors.
std::uint16_t raw_of(std::uint64_t matched, std::uint64_t both_totals, const Factors& factors);

}  // namespace cordon::screening
