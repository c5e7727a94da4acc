// SPDX-License-Identifier: Apache-2.0
// Tier by tier from the party upwards, so that a limit cuts off what is furthest away. Whatever is
// cut off, or not settled, becomes something not known: a wider stake, an open rest. It never
// becomes "no".
#include "links/behind.h"

#include <algorithm>
#include <map>
#include <set>

#include "links/identity.h"

namespace cordon::links {

namespace {

/// Bodies that nobody holds shares of.
bool has_shares(const PartyRecord& party) {
    for (const std::string_view kind : {"person", "government", "military", "university"}) {
        if (party.kind == kind) return false;
    }
    return true;
}

class Gatherer {
public:
    Gatherer(const LinkGraph& graph, const AsOf& as_of, const ListedOn& listed,
             const TraceLimits& limits)
        : graph_(graph), as_of_(as_of), listed_(listed), limits_(limits) {}

    Behind gather(PartyIndex party) {
        (void)node_of(party, 0);
        for (std::uint32_t node = 0; node < out_.nodes.size(); ++node) add_holders(node);
        return std::move(out_);
    }

private:
    /// The same holder told by several links.
    struct Told {
        std::vector<LinkIndex> owns, controls;
    };

    std::uint32_t node_of(PartyIndex party, std::uint32_t tier) {
        if (const auto at = node_of_.find(party); at != node_of_.end()) return at->second;
        const auto number = static_cast<std::uint32_t>(out_.nodes.size());
        auto same = same_party(graph_, party, as_of_);
        Behind::Node node{same.records, tier, {}, false};
        for (const auto record : same.records) {
            node_of_[record] = number;
            node.open = node.open || has_shares(graph_.party(record));
            take(node.listed, listed_(graph_.party(record)), Truth::Yes);
        }
        for (const auto record : same.perhaps) {
            take(node.listed, listed_(graph_.party(record)), Truth::Unknown);
        }
        out_.identities.insert(out_.identities.end(), same.links.begin(), same.links.end());
        out_.nodes.push_back(std::move(node));
        return number;
    }

    /// The worse of two answers; `most` bounds what a record that may be another one says.
    static void take(Listed& listed, Listed told, Truth most) {
        told.on_day = both(told.on_day, most);
        told.carries = both(told.carries, most);
        const auto worse = [](const Listed& l) { return std::pair(l.carries, l.on_day); };
        if (worse(told) > worse(listed)) listed = std::move(told);
    }

    void add_holders(std::uint32_t node) {
        std::map<PartyIndex, Told> told;  // by the first record of a holder: one holder, one stake
        for (const auto record : out_.nodes[node].records) {
            for (const auto index : graph_.links_of(record)) {
                const auto& link = graph_.link(index);
                const bool holding =
                    link.relation == Relation::Owns || link.relation == Relation::Controls;
                if (!holding || link.object != record || holds(link, as_of_) == Truth::No) continue;
                auto& of = told[first_record(link.subject)];
                (link.relation == Relation::Owns ? of.owns : of.controls).push_back(index);
            }
        }
        const auto tier = out_.nodes[node].tier + 1;
        for (const auto& [holder, links] : told) {
            const bool known = node_of_.contains(holder) || nominee_.contains(holder);
            if (!known && (tier > limits_.depth || out_.nodes.size() >= limits_.parties)) {
                out_.cut = true;
                out_.nodes[node].open = true;
                continue;
            }
            add_stake(holder_node(holder, tier), node, links);
        }
    }

    PartyIndex first_record(PartyIndex party) {
        if (const auto at = first_of_.find(party); at != first_of_.end()) return at->second;
        const auto records = same_party(graph_, party, as_of_).records;
        for (const auto record : records) first_of_[record] = records.front();
        return records.front();
    }

    [[nodiscard]] std::vector<LinkIndex> principals_of(PartyIndex holder) const {
        std::vector<LinkIndex> out;
        for (const auto record : same_party(graph_, holder, as_of_).records) {
            for (const auto index : graph_.links_of(record)) {
                const auto& link = graph_.link(index);
                if (link.relation == Relation::HoldsFor && link.subject == record &&
                    holds(link, as_of_) != Truth::No) {
                    out.push_back(index);
                }
            }
        }
        return out;
    }

    /// What a nominee holds is another's, who may be a nominee as well. Of a nominee that may be
    /// listed itself it is not settled whose it is.
    std::uint32_t holder_node(PartyIndex holder, std::uint32_t tier) {
        if (const auto at = nominee_.find(holder); at != nominee_.end()) return at->second.first;
        if (plain_.contains(holder)) return node_of(holder, tier);
        const auto principals = principals_of(holder);
        if (principals.empty()) {
            plain_.insert(holder);
            return node_of(holder, tier);
        }
        const auto number = static_cast<std::uint32_t>(out_.nodes.size());
        nominee_[holder] = {number, true};
        out_.nodes.push_back({{}, tier, {}, false});
        const auto itself = node_of(holder, tier + 1);
        const bool settled = principals.size() == 1 &&
                             holds(graph_.link(principals.front()), as_of_) == Truth::Yes &&
                             out_.nodes[itself].listed.carries == Truth::No;
        for (const auto index : principals) {
            const auto of = first_record(graph_.link(index).object);
            const auto at = nominee_.find(of);
            // They hold for each other: for whom is not known.
            const bool circle = at != nominee_.end() && at->second.second;
            if (circle || tier >= limits_.depth) out_.nodes[number].open = true;
            if (tier >= limits_.depth) {
                out_.cut = true;
                continue;
            }
            push({holder_node(of, tier + 1), number, settled && !circle ? kWhole : 0, kWhole},
                 index);
        }
        if (!settled) push({itself, number, 0, kWhole}, principals.front());
        nominee_[holder].second = false;
        return number;
    }

    /// Two sources that say the same are one stake. Where they differ they may mean the same stake
    /// or two: between the smallest and all together.
    void add_stake(std::uint32_t holder, std::uint32_t company, const Told& told) {
        if (told.owns.empty()) return push({holder, company, 0, kWhole}, told.controls.front());
        std::set<std::pair<std::uint32_t, std::uint32_t>> shares;
        for (const auto index : told.owns) {
            const auto& link = graph_.link(index);
            auto share = link.share ? billionths_of(*link.share) : Billionths{};
            if (holds(link, as_of_) != Truth::Yes) share.low = 0;
            shares.insert({share.low, share.high});
        }
        std::uint64_t high = 0;
        for (const auto& share : shares) high += share.second;
        push({holder, company, shares.begin()->first,
              static_cast<std::uint32_t>(std::min<std::uint64_t>(high, kWhole))},
             told.owns.front());
    }

    void push(const Stake& stake, LinkIndex link) {
        out_.stakes.push_back(stake);
        out_.link_of.push_back(link);
    }

    const LinkGraph& graph_;
    const AsOf& as_of_;
    const ListedOn& listed_;
    const TraceLimits& limits_;
    Behind out_;
    std::map<PartyIndex, std::uint32_t> node_of_;
    std::map<PartyIndex, std::pair<std::uint32_t, bool>> nominee_;  ///< node; still looked into?
    std::map<PartyIndex, PartyIndex> first_of_;
    std::set<PartyIndex> plain_;  ///< hold for nobody else
};

}  // namespace

Behind behind(const LinkGraph& graph, PartyIndex party, const AsOf& as_of, const ListedOn& listed,
              const TraceLimits& limits) {
    return Gatherer(graph, as_of, listed, limits).gather(party);
}

}  // namespace cordon::links
