// SPDX-License-Identifier: Apache-2.0
#include "links/identity.h"

#include <algorithm>
#include <set>

namespace cordon::links {

bool told(const Link& link, const AsOf& as_of) {
    if (link.grade == Grade::X) return false;
    if (as_of.known && link.known_since && *as_of.known < *link.known_since) return false;
    return !link.from || *link.from <= as_of.day;
}

SameParty same_party(const LinkGraph& graph, PartyIndex party, const AsOf& as_of) {
    std::set<PartyIndex> records{party};
    std::set<PartyIndex> perhaps;
    std::set<LinkIndex> links;
    std::vector<PartyIndex> open{party};
    while (!open.empty()) {
        const auto record = open.back();
        open.pop_back();
        for (const auto index : graph.links_of(record)) {
            auto link = graph.link(index);
            if (link.relation != Relation::SameAs && link.relation != Relation::RenamedTo) continue;
            link.from.reset();
            if (!told(link, as_of)) continue;
            links.insert(index);
            const auto other = other_end(link, record);
            if (link.grade == Grade::D) {
                perhaps.insert(other);
            } else if (records.insert(other).second) {
                open.push_back(other);
            }
        }
    }
    for (const auto record : records) perhaps.erase(record);
    return {{records.begin(), records.end()},
            {perhaps.begin(), perhaps.end()},
            {links.begin(), links.end()}};
}

}  // namespace cordon::links
