// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What lowers a score besides tokens without a partner. Every factor is at most 1000.
#include <array>
#include <cstdint>
#include <string>

#include "screening/score_alignment.h"

namespace cordon::screening {

/// From this similarity on a brand counts as the same; below it lacks the rest of a partner.
constexpr std::uint32_t kLike = 900;

/// Where a factor stands: conflicts by role, then tokens alone by role, then the others.
constexpr std::size_t kConflict = 0;
constexpr std::size_t kAlone = names::kRoleCount;
constexpr std::size_t kDerived = 2 * names::kRoleCount;
constexpr std::size_t kDisorder = kDerived + 1;
constexpr std::size_t kBrandDisorder = kDerived + 2;
constexpr std::size_t kPenalties = kDerived + 3;
/// "number_conflict", "brand_alone", "derived" …
std::string penalty_name(std::size_t penalty);

using Factors = std::array<std::uint16_t, kPenalties>;  ///< 1000 where nothing is wrong
Factors factors_of(const UnitsView& query, const UnitsView& listed, const Alignment& alignment,
                   const Penalties& penalties);

/// 0 … 10000 from what matched, both totals and the factors.
std::uint16_t raw_of(std::uint64_t matched, std::uint64_t both_totals, const Factors& factors);

}  // namespace cordon::screening
