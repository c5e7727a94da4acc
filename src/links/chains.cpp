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

constexpr std::size_t kLooksMax = 200'000;  ///< ways looked at; a crowd of links is no chain

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

struct Way {
    std::uint32_t cost = 0;
    std::vector<PartyIndex> parties;
    std::vector<LinkIndex> links;
};

/// Cheapest first; of equals the shorter, then the earlier links.
struct Later {
    bool operator()(const Way& a, const Way& b) const {
        return std::tuple(a.cost, a.links.size(), a.links) >
               std::tuple(b.cost, b.links.size(), b.links);
    }
};

}  // namespace

std::vector<Chain> chains(const LinkGraph& graph, PartyIndex party, const AsOf& as_of,
                          const ListedOn& listed, std::uint32_t depth, std::uint32_t count) {
    std::priority_queue<Way, std::vector<Way>, Later> open;
    std::map<PartyIndex, Listed> known;
    open.push({0, {party}, {}});
    std::vector<Chain> out;
    for (std::size_t looks = 0; !open.empty() && out.size() < count && looks < kLooksMax; ++looks) {
        const Way way = open.top();
        open.pop();
        const auto last = way.parties.back();
        if (last != party) {
            auto at = known.find(last);
            if (at == known.end()) at = known.emplace(last, listed(graph.party(last))).first;
            if (at->second.on_day != Truth::No) {
                out.push_back({way.parties, way.links, at->second, way.cost});
                continue;
            }
        }
        if (way.links.size() >= depth) continue;
        std::map<PartyIndex, std::pair<std::uint32_t, LinkIndex>> next;
        for (const auto index : graph.links_of(last)) {
            const auto& link = graph.link(index);
            const auto other = other_end(link, last);
            if (std::find(way.parties.begin(), way.parties.end(), other) != way.parties.end()) {
                continue;
            }
            const bool identity =
                link.relation == Relation::SameAs || link.relation == Relation::RenamedTo;
            const Truth truth = identity && told(link, as_of) ? Truth::Yes : holds(link, as_of);
            if (truth == Truth::No) continue;
            const std::pair price{way.cost + cost(link, truth), index};
            const auto [at, added] = next.emplace(other, price);
            if (!added && price < at->second) at->second = price;
        }
        for (const auto& [other, price] : next) {
            Way longer = way;
            longer.cost = price.first;
            longer.parties.push_back(other);
            longer.links.push_back(price.second);
            open.push(std::move(longer));
        }
    }
    return out;
}

}  // namespace cordon::links
