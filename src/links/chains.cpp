// SPDX-License-Identifier: Apache-2.0
// Best first over ways that visit nobody twice. A way ends at the first listed party on it. Costs
// are of the kind of link and of its source; they order chains and mean nothing else.
#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

#include "links/identity.h"
#include "links/trace.h"

namespace cordon::links {

namespace {

constexpr std::size_t kLooksMax = 20'000;  ///< ways looked at
constexpr std::size_t kWaysMax = 500'000;  ///< ways kept in mind
constexpr std::size_t kCrowd = 20'000;     ///< links of one party: a crowd of links is no chain

std::uint32_t relation_cost(const Link& link) {
    switch (link.relation) {
        case Relation::SameAs:
        case Relation::RenamedTo:
            return 1;
        case Relation::Owns:
            return link.share &&
                           less(*link.share, Interval::exactly(Decimal::from_billionths(kHalf))) ==
                               Truth::No
                       ? 2
                       : 4;
        case Relation::Controls:
        case Relation::HoldsFor:
            return 3;
        case Relation::SuccessorOf:
            return 4;
        case Relation::OfficerOf:
        case Relation::FounderOf:
        case Relation::LegalRepresentativeOf:
            return 6;
        case Relation::SharesPhone:
        case Relation::SharesDomain:
            return 7;
        case Relation::SharesAddress:
            return 8;
        case Relation::Supplies:
        case Relation::CustomerOf:
        case Relation::PartnerOf:
        case Relation::LeasesTo:
        case Relation::AwardedBy:
        case Relation::Linked:
            return 12;
    }
    return 12;
}

std::uint32_t cost(const Link& link, Truth truth) {
    const auto grade = static_cast<std::uint32_t>(link.grade);
    return relation_cost(link) + grade + (truth == Truth::Unknown ? 3U : 0U);
}

/// The last step of a way; the steps before are those it came from.
struct Step {
    std::uint32_t cost = 0;
    std::uint32_t length = 0;  ///< links so far
    PartyIndex party = 0;
    LinkIndex link = 0;
    std::uint32_t from = 0;  ///< the step before; itself at the start
};

class Search {
public:
    Search(const LinkGraph& graph, PartyIndex party, const AsOf& as_of, const ListedOn& listed)
        : graph_(graph), as_of_(as_of), listed_(listed), open_(Later{steps_}) {
        steps_.push_back({0, 0, party, 0, 0});
        open_.push(0);
    }

    Chains run(std::uint32_t depth, std::uint32_t count) {
        for (std::size_t looks = 0; !open_.empty() && out_.found.size() < count; ++looks) {
            if (looks == kLooksMax) {
                out_.cut = true;
                break;
            }
            const auto at = open_.top();
            open_.pop();
            if (at != 0 && told_listed(at)) continue;
            if (steps_[at].length < depth) go_on(at);
        }
        return std::move(out_);
    }

private:
    /// Cheapest first; of equals the shorter, then the one thought of first.
    struct Later {
        const std::vector<Step>& steps;
        bool operator()(std::uint32_t a, std::uint32_t b) const {
            return std::tuple(steps[a].cost, steps[a].length, a) >
                   std::tuple(steps[b].cost, steps[b].length, b);
        }
    };

    bool told_listed(std::uint32_t at) {
        const auto party = steps_[at].party;
        auto known = known_.find(party);
        if (known == known_.end()) {
            known = known_.emplace(party, listed_(graph_.party(party))).first;
        }
        if (known->second.on_day == Truth::No) return false;
        Chain chain{{}, {}, known->second, steps_[at].cost};
        for (auto step = at; step != 0; step = steps_[step].from) {
            chain.parties.push_back(steps_[step].party);
            chain.links.push_back(steps_[step].link);
        }
        chain.parties.push_back(steps_[0].party);
        std::reverse(chain.parties.begin(), chain.parties.end());
        std::reverse(chain.links.begin(), chain.links.end());
        out_.found.push_back(std::move(chain));
        return true;
    }

    [[nodiscard]] bool was_at(std::uint32_t at, PartyIndex party) const {
        for (auto step = at;; step = steps_[step].from) {
            if (steps_[step].party == party) return true;
            if (step == 0) return false;
        }
    }

    void go_on(std::uint32_t at) {
        const auto last = steps_[at].party;
        if (graph_.links_of(last).size() > kCrowd) {
            out_.cut = true;
            return;
        }
        std::map<PartyIndex, std::pair<std::uint32_t, LinkIndex>> next;
        for (const auto index : graph_.links_of(last)) {
            const auto& link = graph_.link(index);
            const auto other = other_end(link, last);
            if (was_at(at, other)) continue;
            const bool identity =
                link.relation == Relation::SameAs || link.relation == Relation::RenamedTo;
            const Truth truth = identity && told(link, as_of_) ? Truth::Yes : holds(link, as_of_);
            if (truth == Truth::No) continue;
            const std::pair price{steps_[at].cost + cost(link, truth), index};
            const auto [place, added] = next.emplace(other, price);
            if (!added && price < place->second) place->second = price;
        }
        for (const auto& [other, price] : next) {
            if (steps_.size() >= kWaysMax) {
                out_.cut = true;
                return;
            }
            steps_.push_back({price.first, steps_[at].length + 1, other, price.second, at});
            open_.push(static_cast<std::uint32_t>(steps_.size() - 1));
        }
    }

    const LinkGraph& graph_;
    const AsOf& as_of_;
    const ListedOn& listed_;
    std::vector<Step> steps_;
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, Later> open_;
    std::map<PartyIndex, Listed> known_;
    Chains out_;
};

}  // namespace

Chains chains(const LinkGraph& graph, PartyIndex party, const AsOf& as_of, const ListedOn& listed,
              std::uint32_t depth, std::uint32_t count) {
    return Search(graph, party, as_of, listed).run(depth, count);
}

}  // namespace cordon::links
