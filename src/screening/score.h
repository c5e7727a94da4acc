// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The one scorer. Exact integers, symmetric, explainable.
///
///   matched = sum over aligned pairs of min(weight, weight) x similarity
///   raw     = 10000 x 2 matched / (weight of all tokens of both sides), then the penalties
///
/// Alignment: the pair of units (tokens or spans) with the largest contribution first; of equals
/// the earlier; no token twice. Penalties: conflicting numbers, places, industries and brands,
/// derived names, disorder. Each only lowers.
///
/// Bound the index relies on: raw <= 10000 x 2 min(sum over query tokens of weight x best
/// similarity of any unit that covers it, weight of the other name) / (both weights).
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "names/name.h"
#include "screening/bridge.h"
#include "screening/profile.h"

namespace cordon::screening {

/// A token or span as the scorer sees it. A span's weight is the sum of its tokens'.
struct Unit {
    std::uint8_t first = 0, count = 1;  ///< tokens it covers
    names::Role role = names::Role::Brand;
    bool has_han = false;
    std::uint16_t weight = 0;
};

/// A name as the scorer sees it: its tokens in order, then its spans.
struct Weighed {
    std::vector<Unit> units;
    std::uint16_t tokens = 0;  ///< the first so many units
    std::uint32_t total = 0;   ///< weight of the tokens
    names::Derived derived = names::Derived::No;
};
Weighed weighed(const names::Name& name, const Weights& weights);
/// Weight of one token, for builders that do not keep names.
std::uint16_t weight_of(names::Role role, bool in_lexicon, std::uint32_t letters, bool brandless,
                        const Weights& weights);

/// Borrowed view, so that an index can score without building vectors.
struct UnitsView {
    std::span<const Unit> units;
    std::uint16_t tokens = 0;
    std::uint32_t total = 0;
    names::Derived derived = names::Derived::No;
};
UnitsView view(const Weighed& weighed);

/// Cells row by row: query unit x list units.
using Matrix = std::span<const Cell>;

/// 0 … 10000. Allocates nothing.
std::uint16_t score(const UnitsView& query, const UnitsView& listed, Matrix cells,
                    const Profile& profile);

struct Aligned {
    std::uint16_t query_unit = 0, listed_unit = 0;
    Cell cell;
    std::uint32_t points = 0;  ///< min weight x similarity / 1000
};
struct AppliedPenalty {
    std::string name;  ///< "number_conflict"
    std::uint16_t factor = 1000;
    std::string because;  ///< "13 against 14"
};
struct Explanation {
    std::uint16_t raw = 0, shown = 0;
    std::vector<Aligned> aligned;
    std::vector<std::uint16_t> query_alone, listed_alone;  ///< tokens without a partner
    std::vector<AppliedPenalty> penalties;
};

/// All cells by asking every pair of forms: the slow way, also used to explain one pair.
std::vector<Cell> cells_of(const names::Name& query, const names::Name& listed,
                           const Profile& profile);
/// The printed words of a token or a span, or a term where the name was derived and printed
/// nowhere.
std::string unit_text(const names::Name& name, std::size_t unit);
Explanation explained(const names::Name& query, const names::Name& listed, const Profile& profile);

/// Two names made of initials say nothing about each other; every other pair is compared.
constexpr bool may_meet(names::Derived query, names::Derived listed) {
    return query != names::Derived::Initialism || listed != names::Derived::Initialism;
}
/// The best score over all pairs of names derived from two printed names that may meet.
std::uint16_t score(const names::NameSet& query, const names::NameSet& listed,
                    const Profile& profile);

}  // namespace cordon::screening
