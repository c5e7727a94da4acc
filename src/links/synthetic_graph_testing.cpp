// SPDX-License-Identifier: Apache-2.0
#include "links/synthetic_graph_testing.h"

#include <algorithm>

namespace cordon::links {

namespace {

constexpr std::uint32_t kPercent = kWhole / 100;
/// The largest funds and nominees hold some ten thousand stakes.
constexpr std::uint32_t kHeldMax = 20'000;

/// splitmix64: the generator must not cost more than what is measured.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    /// Below `limit`.
    std::uint32_t below(std::uint32_t limit) {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return static_cast<std::uint32_t>(((z ^ (z >> 31U)) >> 32U) * limit >> 32U);
    }

private:
    std::uint64_t state_;
};

class Maker {
public:
    Maker(std::uint32_t stakes, std::uint64_t seed) : random_(seed), wanted_(stakes) {
        graph_.stakes.reserve(stakes + 4);
    }

    SyntheticGraph made() {
        while (graph_.stakes.size() < wanted_) add_party();
        graph_.stakes.resize(wanted_);
        graph_.listed.assign(graph_.parties, Truth::No);
        for (auto& listed : graph_.listed) {
            const auto drawn = random_.below(1000);
            if (drawn < 5) listed = Truth::Yes;
            if (drawn == 5 || drawn == 6) listed = Truth::Unknown;
        }
        return std::move(graph_);
    }

private:
    void add_party() {
        const auto company = graph_.parties++;
        held_.push_back(0);
        // Persons, states and heads of groups: nobody holds them.
        if (company < 10 || random_.below(5) < 2) return;
        std::uint32_t left = kWhole;
        add_stake(parent(company), company, main_share(), left);
        for (auto more = random_.below(3); more > 0 && left > kPercent; --more) {
            add_stake(random_.below(company), company, 1 + random_.below(30), left);
        }
        if (random_.below(100) == 0) {
            add_stake(company, parent(company), 1 + random_.below(20), left);
        }
    }
    /// A holder of an earlier stake is a head or a parent already: groups grow by their size.
    PartyIndex parent(PartyIndex company) {
        const auto count = static_cast<std::uint32_t>(graph_.stakes.size());
        if (count == 0 || random_.below(5) == 0) return random_.below(company);
        const auto& stake = graph_.stakes[random_.below(count)];
        const auto holder = random_.below(2) == 0 ? stake.holder : stake.company;
        return held_[holder] < kHeldMax ? holder : random_.below(company);
    }
    std::uint32_t main_share() {
        const auto kind = random_.below(10);
        if (kind < 4) return 100;
        return kind < 7 ? 51 + random_.below(49) : 20 + random_.below(31);
    }
    void add_stake(PartyIndex holder, PartyIndex company, std::uint32_t percent,
                   std::uint32_t& left) {
        if (holder == company) return;
        const auto share = std::min(left, percent * kPercent);
        left -= share;
        ++held_[holder];
        const bool stated = random_.below(20) != 0;
        graph_.stakes.push_back(stated ? Stake{holder, company, share, share}
                                       : Stake{holder, company, 0, kWhole});
    }

    Random random_;
    std::uint32_t wanted_;
    SyntheticGraph graph_;
    std::vector<std::uint32_t> held_;  ///< how many stakes a party holds
};

}  // namespace

SyntheticGraph synthetic_graph(std::uint32_t stakes, std::uint64_t seed) {
    return Maker(stakes, seed).made();
}

}  // namespace cordon::links
