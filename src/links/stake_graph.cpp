// SPDX-License-Identifier: Apache-2.0
// Stakes are laid out by a counting sort over holders, and indexed by another over companies: two
// passes each, no comparison. Within a party they are then ordered by the rest, so that the order
// in which stakes were given leaves no trace.
#include "links/stake_graph.h"

#include <algorithm>
#include <tuple>

namespace cordon::links {

namespace {

void add_up(std::vector<std::uint32_t>& counts) {
    std::uint32_t sum = 0;
    for (auto& count : counts) {
        const auto here = count;
        count = sum;
        sum += here;
    }
}

std::uint32_t capped(std::uint64_t billionths) {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(billionths, kWhole));
}

}  // namespace

Interval part_of_whole(std::uint32_t low, std::uint32_t high) {
    return MUST(Interval::between(Decimal::from_billionths(low), Decimal::from_billionths(high)));
}

Billionths billionths_of(const Interval& part) {
    const auto within = [](Int128 count) {
        return static_cast<std::uint32_t>(std::clamp<Int128>(count, 0, kWhole));
    };
    Billionths out{within(part.lo().billionths() + (part.lo_open() ? 1 : 0)),
                   within(part.hi().billionths() - (part.hi_open() ? 1 : 0))};
    out.high = std::max(out.low, out.high);
    return out;
}

StakeGraph::StakeGraph(std::uint32_t parties, std::span<const Stake> stakes,
                       std::vector<bool> rest_open)
    : parties_(parties),
      stakes_(stakes.size()),
      in_(stakes.size()),
      first_(parties + 1),
      in_first_(parties + 1),
      named_(parties),
      rest_open_(std::move(rest_open)) {
    CHECK(stakes.size() < 0xFFFFFFFFU && (rest_open_.empty() || rest_open_.size() == parties));
    for (const auto& stake : stakes) {
        CHECK(stake.holder < parties && stake.company < parties && stake.low <= stake.high &&
              stake.high <= kWhole);
        ++first_[stake.holder];
        ++in_first_[stake.company];
    }
    add_up(first_);
    add_up(in_first_);
    auto next = first_;
    for (const auto& stake : stakes) stakes_[next[stake.holder]++] = stake;
    const auto less = [](const Stake& a, const Stake& b) {
        return std::tuple(a.company, a.low, a.high) < std::tuple(b.company, b.low, b.high);
    };
    for (PartyIndex p = 0; p < parties; ++p) {
        if (first_[p + 1] - first_[p] < 2) continue;
        std::sort(stakes_.begin() + first_[p], stakes_.begin() + first_[p + 1], less);
    }
    // Stakes rise by holder, so those in a company do as well.
    next = in_first_;
    for (StakeIndex i = 0; i < stakes_.size(); ++i) in_[next[stakes_[i].company]++] = i;
    for (const auto& stake : stakes_) {
        named_[stake.company] = capped(std::uint64_t{named_[stake.company]} + stake.low);
    }
    for (const auto& stake : stakes_) {
        if (stake.holder == stake.company) count_own(stake.company);
    }
}

Billionths StakeGraph::treasury(PartyIndex company) const {
    if (treasury_.empty()) return {0, 0};
    const auto found = treasury_.find(company);
    return found == treasury_.end() ? Billionths{0, 0} : found->second;
}

/// What is summed up over the stakes in a company: its own one may be given in several pieces.
void StakeGraph::count_own(PartyIndex company) {
    std::uint64_t named = 0, own_low = 0, own_high = 0;
    bool own = false;
    const auto add = [&](StakeIndex index) {
        const auto& stake = stakes_[index];
        named += stake.low;
        if (stake.holder != company) return;
        own = true;
        own_low += stake.low;
        own_high += stake.high;
    };
    for (auto i = in_first_[company]; i < in_first_[company + 1]; ++i) add(in_[i]);
    for_each_added(added_by_company_, company, add);
    named_[company] = capped(named);
    if (own) treasury_[company] = {capped(own_low), capped(own_high)};
}

void StakeGraph::set_share(StakeIndex index, std::uint32_t low, std::uint32_t high) {
    CHECK(index < stakes_.size() && low <= high && high <= kWhole);
    stakes_[index].low = low;
    stakes_[index].high = high;
    count_own(stakes_[index].company);
}

StakeIndex StakeGraph::add(const Stake& stake) {
    CHECK(stake.holder < parties_ && stake.company < parties_ && stake.low <= stake.high &&
          stake.high <= kWhole);
    const auto index = stakes();
    stakes_.push_back(stake);
    added_by_holder_.emplace(stake.holder, index);
    added_by_company_.emplace(stake.company, index);
    count_own(stake.company);
    return index;
}

}  // namespace cordon::links
