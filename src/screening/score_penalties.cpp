// SPDX-License-Identifier: Apache-2.0
// Penalties look at tokens without a partner. All of them read both sides in the same way, so they
// are the same the other way round; all are at most 1000, and a token more without a partner can
// only make them smaller.
#include "screening/score_penalties.h"

#include <algorithm>

namespace cordon::screening {

using names::Role;

namespace {

/// No name is thrown out for its order alone.
constexpr std::uint32_t kDisorderFloor = 900;

struct Side {
    std::uint32_t alone = 0;  ///< roles of tokens without a partner, a bit each
    std::uint32_t brand = 0, brand_alone = 0;
    bool only_brand = true;

    [[nodiscard]] bool has_alone(Role role) const {
        return (alone >> static_cast<unsigned>(role) & 1U) != 0;
    }
    /// Thousandths of the brand weight that found no partner.
    [[nodiscard]] std::uint32_t brand_share() const {
        return brand == 0 ? 0 : brand_alone * 1000 / brand;
    }
};

Side side_of(const UnitsView& name, std::uint64_t used) {
    Side side;
    for (std::size_t at = 0; at < name.tokens; ++at) {
        const Unit& token = name.units[at];
        const bool alone = (used >> at & 1U) == 0;
        if (alone) side.alone |= 1U << static_cast<unsigned>(token.role);
        if (token.role != Role::Brand) {
            side.only_brand = false;
            continue;
        }
        side.brand += token.weight;
        if (alone) side.brand_alone += token.weight;
    }
    return side;
}

/// Pairs of aligned units that stand the other way round in the other name.
std::uint32_t crossings(const UnitsView& query, const UnitsView& listed,
                        const Alignment& alignment) {
    std::uint32_t crossed = 0;
    for (std::uint32_t one = 1; one < alignment.count; ++one) {
        for (std::uint32_t other = 0; other < one; ++other) {
            const auto& a = alignment.pairs[one];
            const auto& b = alignment.pairs[other];
            const bool in_query = query.units[a.query_unit].first < query.units[b.query_unit].first;
            const bool in_listed =
                listed.units[a.listed_unit].first < listed.units[b.listed_unit].first;
            if (in_query != in_listed) ++crossed;
        }
    }
    return crossed;
}

}  // namespace

std::string_view to_text(Penalty penalty) {
    switch (penalty) {
        case Penalty::NumberConflict:
            return "number_conflict";
        case Penalty::PlaceConflict:
            return "place_conflict";
        case Penalty::IndustryConflict:
            return "industry_conflict";
        case Penalty::BrandConflict:
            return "brand_conflict";
        case Penalty::Derived:
            return "derived";
        case Penalty::Disorder:
            return "disorder";
    }
    return "";
}

Factors factors_of(const UnitsView& query, const UnitsView& listed, const Alignment& alignment,
                   const Penalties& penalties) {
    const Side left = side_of(query, alignment.query_used);
    const Side right = side_of(listed, alignment.listed_used);
    Factors factors;
    factors.fill(1000);
    const auto set = [&factors](Penalty penalty, std::uint32_t factor) {
        factors[static_cast<std::size_t>(penalty)] = static_cast<std::uint16_t>(factor);
    };
    const auto both_alone = [&](Role role) {
        return left.has_alone(role) && right.has_alone(role);
    };
    if (both_alone(Role::Number)) set(Penalty::NumberConflict, penalties.number_conflict);
    if (both_alone(Role::Place)) set(Penalty::PlaceConflict, penalties.place_conflict);
    if (both_alone(Role::Industry)) set(Penalty::IndustryConflict, penalties.industry_conflict);
    const std::uint32_t differing = std::min(left.brand_share(), right.brand_share());
    set(Penalty::BrandConflict, 1000 - (1000U - penalties.brand_conflict) * differing / 1000);
    const bool derived =
        query.derived == names::Derived::Initialism || listed.derived == names::Derived::Initialism;
    if (derived) set(Penalty::Derived, penalties.derived);
    if (!left.only_brand && !right.only_brand) {
        const std::uint32_t lost =
            crossings(query, listed, alignment) * (1000U - penalties.disorder);
        set(Penalty::Disorder, 1000 - std::min(lost, 1000 - kDisorderFloor));
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
