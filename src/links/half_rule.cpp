// SPDX-License-Identifier: Apache-2.0
// Idea: the rule is monotone, so both ends of the answer are least fixpoints of their own, one with
// everything uncertain as small as it can be, one as large. Each is found by a work list: when a
// party is found to count, its stakes are added to the sums of its companies, and a company whose
// sum reaches the threshold counts in turn. Every stake is looked at once.
//
// The largest part (1) is at most the sum of the high ends of the holders that count, and (2)
// leaves room for the low ends of all the others; where the rest may be listed only (2) binds.
// Shares are of one company alone, so every company can be at its largest at the same time, and the
// end is attained.
//
// Change. When something grows the work list goes on from there. When something shrinks, parties
// that may rest on it are taken out first. A party keeps its place when holders that were found
// before it still carry it: their being found cannot rest on it, so no circle can hold itself up.
// Those taken out are then tried again. By induction over the order of finding, what remains is
// carried from the listed parties on, and what is added again is so too: it is the same fixpoint.
//
// Tested by: half_rule_test.cpp against the twin, and against itself from scratch after changes.
#include "links/half_rule.h"

#include <algorithm>

namespace cordon::links {

HalfRule::HalfRule(StakeGraph& graph, std::span<const Truth> listed, Threshold threshold)
    : graph_(graph), listed_(listed.begin(), listed.end()), threshold_(threshold) {
    CHECK(listed.size() == graph.parties());
    low_.end = End::Low;
    high_.end = End::High;
    solve(low_);
    solve(high_);
}

bool HalfRule::is_listed(PartyIndex party, End end) const {
    const Truth listed = listed_[party];
    return listed == Truth::Yes || (end == End::High && listed == Truth::Unknown);
}

HalfRule::Fraction HalfRule::fraction(PartyIndex company, End end, const Sums& sums) const {
    if (end == End::Low) return {std::min<std::uint64_t>(sums.low, kWhole), kWhole};
    const auto own = graph_.treasury(company);
    const std::uint64_t named = graph_.named(company);
    const std::uint64_t counted = sums.low + own.low;
    const std::uint64_t others = named > counted ? named - counted : 0;
    const std::uint64_t wanted = graph_.rest_open(company) ? kWhole : sums.high;
    // The more of its own shares, the larger a part, until it takes from what others leave.
    const std::uint64_t left = kWhole - std::min<std::uint64_t>(kWhole, others);
    const std::uint64_t own_best = left > wanted ? left - wanted : 0;
    const std::uint64_t treasury = std::clamp<std::uint64_t>(own_best, own.low, own.high);
    const std::uint64_t room = left > treasury ? left - treasury : 0;
    // Shares that already exceed the whole are a mistake of the source, not a reason to count less.
    const std::uint64_t part =
        std::max(std::min(wanted, room), std::min<std::uint64_t>(sums.low, kWhole - treasury));
    // All of its shares in its own hand: nobody holds it.
    if (treasury == kWhole) return {0, kWhole};
    return {part, kWhole - treasury};
}

bool HalfRule::reaches(PartyIndex company, End end, const Sums& sums) const {
    const auto held = fraction(company, end, sums);
    const auto twice = 2 * held.part;
    return threshold_ == Threshold::HalfOrMore ? twice >= held.whole : twice > held.whole;
}

void HalfRule::solve(Side& side) {
    side.sums.assign(graph_.parties(), {});
    side.rank.assign(graph_.parties(), 0);
    side.last_rank = 0;
    for (PartyIndex p = 0; p < graph_.parties(); ++p) {
        if (is_listed(p, side.end) || (side.end == End::High && reaches(p, side.end, {}))) {
            count(side, p);
        }
    }
    follow_found(side);
}

void HalfRule::count(Side& side, PartyIndex party) {
    side.rank[party] = ++side.last_rank;
    side.found.push_back(party);
}

void HalfRule::follow_found(Side& side) {
    while (!side.found.empty()) {
        const auto party = side.found.back();
        side.found.pop_back();
        graph_.for_each_held_by(party, [&](StakeIndex index) {
            const auto& stake = graph_.stake(index);
            auto& sums = side.sums[stake.company];
            sums.low += stake.low;
            sums.high += stake.high;
            if (side.rank[stake.company] == 0 && reaches(stake.company, side.end, sums)) {
                count(side, stake.company);
            }
        });
    }
}

/// Is it listed, or carried by holders that were found before it?
bool HalfRule::is_founded(const Side& side, PartyIndex company) const {
    if (is_listed(company, side.end)) return true;
    Sums sums;
    graph_.for_each_held_in(company, [&](StakeIndex index) {
        const auto& stake = graph_.stake(index);
        const auto rank = side.rank[stake.holder];
        if (rank == 0 || rank >= side.rank[company]) return;
        sums.low += stake.low;
        sums.high += stake.high;
    });
    return reaches(company, side.end, sums);
}

void HalfRule::look_again(Side& side, PartyIndex party) {
    constexpr std::uint32_t kRanksLeft = 0xFFFFFFFFU - 0x10000000U;
    if (side.last_rank > kRanksLeft) return solve(side);
    std::vector<PartyIndex> taken_out;
    std::vector<PartyIndex> suspects{party};
    while (!suspects.empty()) {
        const auto suspect = suspects.back();
        suspects.pop_back();
        if (side.rank[suspect] == 0 || is_founded(side, suspect)) continue;
        side.rank[suspect] = 0;
        taken_out.push_back(suspect);
        graph_.for_each_held_by(suspect, [&](StakeIndex index) {
            const auto& stake = graph_.stake(index);
            auto& sums = side.sums[stake.company];
            sums.low -= stake.low;
            sums.high -= stake.high;
            suspects.push_back(stake.company);
        });
    }
    taken_out.push_back(party);
    for (const auto again : taken_out) {
        if (side.rank[again] != 0) continue;
        if (is_listed(again, side.end) || reaches(again, side.end, side.sums[again])) {
            count(side, again);
        }
    }
    follow_found(side);
}

void HalfRule::change(PartyIndex holder, PartyIndex company, Sums before, Sums after) {
    for (Side* side : {&low_, &high_}) {
        if (side->rank[holder] != 0 && holder != company) {
            auto& sums = side->sums[company];
            sums.low = sums.low - before.low + after.low;
            sums.high = sums.high - before.high + after.high;
        }
        look_again(*side, company);
    }
}

void HalfRule::set_listed(PartyIndex party, Truth listed) {
    listed_[party] = listed;
    for (Side* side : {&low_, &high_}) look_again(*side, party);
}

void HalfRule::set_share(StakeIndex index, std::uint32_t low, std::uint32_t high) {
    const Stake old = graph_.stake(index);
    graph_.set_share(index, low, high);
    change(old.holder, old.company, {old.low, old.high}, {low, high});
}

StakeIndex HalfRule::add(const Stake& stake) {
    const auto index = graph_.add(stake);
    change(stake.holder, stake.company, {}, {stake.low, stake.high});
    return index;
}

Truth HalfRule::counts(PartyIndex party) const {
    if (low_.rank[party] != 0) return Truth::Yes;
    return high_.rank[party] != 0 ? Truth::Unknown : Truth::No;
}

Truth HalfRule::is_held(PartyIndex party) const {
    if (reaches(party, End::Low, low_.sums[party])) return Truth::Yes;
    return reaches(party, End::High, high_.sums[party]) ? Truth::Unknown : Truth::No;
}

Truth HalfRule::listed(PartyIndex party) const {
    return listed_[party];
}

Interval HalfRule::part(PartyIndex party) const {
    const auto low = fraction(party, End::Low, low_.sums[party]);
    const auto high = fraction(party, End::High, high_.sums[party]);
    const auto of = [](const Fraction& fraction) {
        return divide(Interval::exactly(Decimal::from_billionths(fraction.part)),
                      Interval::exactly(Decimal::from_billionths(fraction.whole)))
            .value_or(part_of_whole(0, kWhole));
    };
    return of(low).hull(of(high));
}

std::vector<StakeIndex> HalfRule::witness(PartyIndex party) const {
    if (is_held(party) != Truth::Yes) return {};
    std::vector<StakeIndex> stakes;
    const auto own = low_.rank[party];
    graph_.for_each_held_in(party, [&](StakeIndex index) {
        const auto& stake = graph_.stake(index);
        const auto rank = low_.rank[stake.holder];
        const bool rests_on_party = !is_listed(party, End::Low) && rank > own;
        if (rank != 0 && !rests_on_party && stake.low > 0) stakes.push_back(index);
    });
    std::sort(stakes.begin(), stakes.end(), [&](StakeIndex a, StakeIndex b) {
        const auto &one = graph_.stake(a), &other = graph_.stake(b);
        return one.low != other.low ? one.low > other.low : a < b;
    });
    Sums sums;
    std::size_t needed = 0;
    while (needed < stakes.size() && !reaches(party, End::Low, sums)) {
        sums.low += graph_.stake(stakes[needed++]).low;
    }
    stakes.resize(needed);
    return stakes;
}

}  // namespace cordon::links
