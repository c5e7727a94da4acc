// SPDX-License-Identifier: Apache-2.0
// Penalties look at tokens without a partner. All of them read both sides in the same way, so they
// are the same the other way round; all are at most 1000, and a token more without a partner can
// only make them smaller.
#include "screening/score_penalties.h"

#include <algorithm>

namespace cordon::screening {

using names::Role;

namespace {

static_assert(static_cast<std::size_t>(Role::Brand) == 0);

/// No name is thrown out for its order alone.
constexpr std::uint32_t kDisorderFloor = 900;

struct Side {
    std::uint32_t alone = 0;        ///< roles of tokens without a partner, a bit each
    std::uint64_t brand = 0;        ///< weight of brands, in thousandths
    std::uint64_t brand_alone = 0;  ///< … of it without a partner, or not like its partner
    bool only_brand = true, brandless = true;

    void unlike(const Unit& unit, std::uint32_t similarity) {
        if (unit.role != Role::Brand || similarity >= kLike) return;
        brand_alone += std::uint64_t{unit.weight} * 1000 * (kLike - similarity) / kLike;
    }
    /// Thousandths of the brand weight that found no like.
    [[nodiscard]] std::uint32_t brand_share() const {
        return brand == 0 ? 0 : static_cast<std::uint32_t>(brand_alone * 1000 / brand);
    }
};

/// All of the penalty when all brand weight is without a partner, none when none is.
std::uint16_t graded(std::uint32_t factor, std::uint32_t share) {
    return static_cast<std::uint16_t>(1000 - (1000 - factor) * share / 1000);
}

Side side_of(const UnitsView& name, std::uint64_t used) {
    Side side;
    for (std::size_t at = 0; at < name.tokens; ++at) {
        const Unit& token = name.units[at];
        const bool alone = (used >> at & 1U) == 0;
        if (alone) side.alone |= 1U << static_cast<unsigned>(token.role);
        if (token.role == Role::Brand || token.role == Role::Number) side.brandless = false;
        if (token.role != Role::Brand) {
            side.only_brand = false;
            continue;
        }
        side.brand += std::uint64_t{token.weight} * 1000;
        if (alone) side.brand_alone += std::uint64_t{token.weight} * 1000;
    }
    return side;
}

/// Pairs of aligned units that stand the other way round in the other name.
struct Crossings {
    std::uint32_t all = 0;
    bool of_brands = false;
};

Crossings crossings(const UnitsView& query, const UnitsView& listed, const Alignment& alignment) {
    Crossings crossed;
    const auto is_brand = [&](const AlignedUnits& pair) {
        return query.units[pair.query_unit].role == Role::Brand &&
               listed.units[pair.listed_unit].role == Role::Brand;
    };
    for (std::uint32_t one = 1; one < alignment.count; ++one) {
        for (std::uint32_t other = 0; other < one; ++other) {
            const auto& a = alignment.pairs[one];
            const auto& b = alignment.pairs[other];
            const bool in_query = query.units[a.query_unit].first < query.units[b.query_unit].first;
            const bool in_listed =
                listed.units[a.listed_unit].first < listed.units[b.listed_unit].first;
            if (in_query == in_listed) continue;
            ++crossed.all;
            crossed.of_brands = crossed.of_brands || (is_brand(a) && is_brand(b));
        }
    }
    return crossed;
}

}  // namespace

std::string penalty_name(std::size_t penalty) {
    if (penalty < kAlone) return std::string(to_text(static_cast<Role>(penalty))) + "_conflict";
    if (penalty < kDerived) {
        return std::string(to_text(static_cast<Role>(penalty - kAlone))) + "_alone";
    }
    if (penalty == kDerived) return "derived";
    return penalty == kDisorder ? "disorder" : "brand_disorder";
}

Factors factors_of(const UnitsView& query, const UnitsView& listed, const Alignment& alignment,
                   const Penalties& penalties) {
    Side left = side_of(query, alignment.query_used);
    Side right = side_of(listed, alignment.listed_used);
    for (std::uint32_t at = 0; at < alignment.count; ++at) {
        const AlignedUnits& pair = alignment.pairs[at];
        left.unlike(query.units[pair.query_unit], pair.similarity);
        right.unlike(listed.units[pair.listed_unit], pair.similarity);
    }
    Factors factors;
    factors.fill(1000);
    const auto& lonely =
        left.brandless || right.brandless ? penalties.brandless_alone : penalties.alone;
    const std::uint32_t both = left.alone & right.alone;
    const std::uint32_t either = left.alone | right.alone;
    for (std::size_t role = 1; role < kRoleCount; ++role) {  // brands are graded
        if ((both >> role & 1U) != 0) {
            factors[kConflict + role] = penalties.conflict[role];
        } else if ((either >> role & 1U) != 0) {
            factors[kAlone + role] = lonely[role];
        }
    }
    factors[kConflict] =
        graded(penalties.conflict[0], std::min(left.brand_share(), right.brand_share()));
    factors[kAlone] = graded(lonely[0], std::max(left.brand_share(), right.brand_share()));
    const bool derived =
        query.derived == names::Derived::Initialism || listed.derived == names::Derived::Initialism;
    if (derived) factors[kDerived] = penalties.derived;
    if (!left.only_brand && !right.only_brand) {
        const Crossings crossed = crossings(query, listed, alignment);
        const std::uint32_t lost = crossed.all * (1000U - penalties.disorder);
        factors[kDisorder] =
            static_cast<std::uint16_t>(1000 - std::min(lost, 1000 - kDisorderFloor));
        if (crossed.of_brands) factors[kBrandDisorder] = penalties.brand_disorder;
    }
    return factors;
}

std::uint16_t raw_of(std::uint64_t matched, std::uint64_t both_totals, const Factors& factors) {
    if (both_totals == 0) return 0;
    // matched < 2^27 (48 tokens of at most 1,365 points, in thousandths), so all fits 64 bits.
    std::uint64_t points = matched * 20000;
    for (const std::uint64_t factor : factors) {
        if (factor < 1000) points = points * factor / 1000;
    }
    return static_cast<std::uint16_t>(points / (both_totals * 1000));
}

}  // namespace cordon::screening
