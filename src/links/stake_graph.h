// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who holds how much of whom, on one day: the numbers of a graph of ownership, packed.
///
/// Parties are numbered from 0. A share is a count of billionths of the whole, and every stake is
/// an interval of them: 30 % is [300000000, 300000000], "25 to 30 %" and "a majority" are wider, a
/// share nobody stated is [0, kWhole]. Several stakes of one holder in one company add up. A stake
/// of a company in itself is its treasury shares.
///
/// Memory: 20 bytes a stake, 13 a party.
/// Thread safety: immutable but for set_share and add; share by const reference.
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/interval.h"

namespace cordon::links {

using PartyIndex = std::uint32_t;
using StakeIndex = std::uint32_t;

constexpr std::uint32_t kWhole = 1'000'000'000;
constexpr std::uint32_t kHalf = kWhole / 2;

struct Stake {
    PartyIndex holder = 0, company = 0;
    std::uint32_t low = 0, high = kWhole;  ///< low <= high <= kWhole
    friend bool operator==(const Stake&, const Stake&) = default;
};

/// [low, high] as part of 1, and back; bounds that are open count as the next billionth inside.
Interval part_of_whole(std::uint32_t low, std::uint32_t high);
struct Billionths {
    std::uint32_t low = 0, high = kWhole;
};
Billionths billionths_of(const Interval& part);

class StakeGraph {
public:
    /// REQUIRES: every index below `parties`, low <= high <= kWhole. The order of stakes does not
    /// count. `rest_open[p]`: the holders of the part of p that no stake names may be listed; an
    /// empty vector means so for nobody.
    StakeGraph(std::uint32_t parties, std::span<const Stake> stakes,
               std::vector<bool> rest_open = {});

    [[nodiscard]] std::uint32_t parties() const { return parties_; }
    [[nodiscard]] std::uint32_t stakes() const {
        return static_cast<std::uint32_t>(stakes_.size());
    }
    [[nodiscard]] const Stake& stake(StakeIndex index) const { return stakes_[index]; }
    [[nodiscard]] bool rest_open(PartyIndex company) const {
        return !rest_open_.empty() && rest_open_[company];
    }
    /// Sum of the low ends of every stake in a company, its own ones too; at most kWhole.
    [[nodiscard]] std::uint32_t named(PartyIndex company) const { return named_[company]; }
    /// What a company holds of itself.
    [[nodiscard]] Billionths treasury(PartyIndex company) const;

    /// Calls each(index) for the stakes a party holds, or that are held in it; its own stake in
    /// itself is left out.
    template <class Each>
    void for_each_held_by(PartyIndex holder, Each&& each) const {
        for (auto i = first_[holder]; i < first_[holder + 1]; ++i) {
            if (stakes_[i].company != holder) each(i);
        }
        for_each_added(added_by_holder_, holder, [&](StakeIndex i) {
            if (stakes_[i].company != holder) each(i);
        });
    }
    template <class Each>
    void for_each_held_in(PartyIndex company, Each&& each) const {
        for (auto i = in_first_[company]; i < in_first_[company + 1]; ++i) {
            if (stakes_[in_[i]].holder != company) each(in_[i]);
        }
        for_each_added(added_by_company_, company, [&](StakeIndex i) {
            if (stakes_[i].holder != company) each(i);
        });
    }

    /// For HalfRule, which follows a change; nobody else calls them while one looks at this graph.
    void set_share(StakeIndex index, std::uint32_t low, std::uint32_t high);
    StakeIndex add(const Stake& stake);

private:
    using Added = std::unordered_multimap<PartyIndex, StakeIndex>;
    template <class Each>
    static void for_each_added(const Added& added, PartyIndex party, Each&& each) {
        if (added.empty()) return;
        const auto [first, last] = added.equal_range(party);
        for (auto at = first; at != last; ++at) each(at->second);
    }
    void count_own(PartyIndex company);

    std::uint32_t parties_;
    std::vector<Stake> stakes_;            ///< by holder; added ones at the end
    std::vector<StakeIndex> in_;           ///< by company
    std::vector<std::uint32_t> first_;     ///< of each holder in stakes_
    std::vector<std::uint32_t> in_first_;  ///< of each company in in_
    std::vector<std::uint32_t> named_;
    std::vector<bool> rest_open_;
    std::unordered_map<PartyIndex, Billionths> treasury_;
    Added added_by_holder_, added_by_company_;
};

}  // namespace cordon::links
