// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The 50 % rule over a whole graph: which parties are held to a half or more by listed parties,
/// directly or indirectly and in aggregate.
///
/// A party *counts* when it is listed, or when parties that count hold half of it; its stakes then
/// count whole (the tier is reset), and those of a party that does not count do not count at all.
/// What counts is the smallest set with that property: parties that only hold each other in a
/// circle do not count. Yes means: whatever the uncertain shares, listings and unnamed holders turn
/// out to be; No: never; Unknown: it depends on them.
///
/// Invariants
///  1. Encloses and attains: both ends of part() are the result for some values inside the
///     intervals, the parts of a company never exceeding the whole.
///  2. Monotone: a larger share or one more listed party never takes away from anybody.
///  3. Independent of the order of parties and stakes; after a change the same as from scratch.
/// Treasury shares are in no hand: whether a part is of all shares or of those outstanding is not
/// settled, so a low end is of all and a high end of those outstanding.
///
/// Source: Supp. No. 8 to part 744 (90 FR 47201); OFAC, Revised Guidance on Entities Owned by
/// Persons Whose Property Is Blocked (2014-08-13).
/// Twin: half_rule_testing.h, which tries every corner. Thread safety: one thread a HalfRule.
#include <cstdint>
#include <span>
#include <vector>

#include "base/interval.h"
#include "base/truth.h"
#include "links/stake_graph.h"

namespace cordon::links {

/// "50 percent or more" of the federal rules; "more than 50 percent" of provider policies.
enum class Threshold : std::uint8_t { HalfOrMore, MoreThanHalf };

class HalfRule {
public:
    /// Borrows the graph, and changes it in the functions below. `listed` has one answer a party.
    HalfRule(StakeGraph& graph, std::span<const Truth> listed,
             Threshold threshold = Threshold::HalfOrMore);

    /// Does every stake of this party count?
    [[nodiscard]] Truth counts(PartyIndex party) const;
    /// Is it held to the threshold? The same but for a party that is listed itself.
    [[nodiscard]] Truth is_held(PartyIndex party) const;
    /// The part of it, 0 to 1, that parties which count hold.
    [[nodiscard]] Interval part(PartyIndex party) const;
    [[nodiscard]] const StakeGraph& graph() const { return graph_; }
    [[nodiscard]] Truth listed(PartyIndex party) const;

    /// Stakes that together carry a party that is held: largest first, as few as reach the
    /// threshold, and none that rests on the party itself unless it is listed. Empty unless is_held
    /// is Yes.
    [[nodiscard]] std::vector<StakeIndex> witness(PartyIndex party) const;

    /// Changes; only what can change is looked at again.
    void set_listed(PartyIndex party, Truth listed);
    void set_share(StakeIndex stake, std::uint32_t low, std::uint32_t high);
    StakeIndex add(const Stake& stake);

    /// Resident memory beside the graph, for benches: both sides' sums and ranks, the listing.
    static constexpr std::size_t kBytesAParty = 2 * (2 * sizeof(std::uint64_t) + 4) + 1;

private:
    enum class End : std::uint8_t { Low, High };
    /// Over the holders of a company that count: sums of both ends of their stakes.
    struct Sums {
        std::uint64_t low = 0, high = 0;
    };
    /// One end of the interval: what counts when everything uncertain is as small, or as large, as
    /// it can be.
    struct Side {
        End end = End::Low;
        std::vector<Sums> sums;           ///< of each company
        std::vector<std::uint32_t> rank;  ///< when a party was found to count; 0: it does not
        std::uint32_t last_rank = 0;
        std::vector<PartyIndex> found;  ///< still to be followed
    };
    /// The largest or smallest part those sums allow, as a fraction.
    struct Fraction {
        std::uint64_t part = 0, whole = kWhole;
    };
    [[nodiscard]] Fraction fraction(PartyIndex company, End end, const Sums& sums) const;
    [[nodiscard]] bool reaches(PartyIndex company, End end, const Sums& sums) const;
    [[nodiscard]] bool is_listed(PartyIndex party, End end) const;
    [[nodiscard]] bool is_founded(const Side& side, PartyIndex company) const;
    void solve(Side& side);
    void count(Side& side, PartyIndex party);
    void follow_found(Side& side);
    void look_again(Side& side, PartyIndex party);
    void change(PartyIndex holder, PartyIndex company, Sums before, Sums after);

    StakeGraph& graph_;
    std::vector<Truth> listed_;
    Threshold threshold_;
    Side low_, high_;
};

}  // namespace cordon::links
