// SPDX-License-Identifier: Apache-2.0
#include "links/trace.h"

#include <unordered_map>

namespace cordon::links {

Trace trace(const LinkGraph& graph, PartyIndex party, const AsOf& as_of, const ListedOn& listed,
            const TraceOptions& options) {
    // The four answers ask for the same parties; whoever is asked may search whole lists.
    std::unordered_map<const PartyRecord*, Listed> known;
    const ListedOn once = [&](const PartyRecord& record) {
        const auto at = known.find(&record);
        return at != known.end() ? at->second
                                 : known.emplace(&record, listed(record)).first->second;
    };
    Trace out;
    out.party = party;
    out.as_of = as_of;
    out.threshold = options.threshold;
    out.behind = behind(graph, party, as_of, once, options.limits);
    out.listed = out.behind.nodes.front().listed;
    out.ownership = ownership(graph, out.behind, options.threshold);
    out.parent = ultimate_parent(graph, party, as_of);
    auto joined = successions(graph, party, as_of, once);
    auto ways = chains(graph, party, as_of, once, options.chain_depth, options.chain_count);
    out.successions = std::move(joined.found);
    out.chains = std::move(ways.found);
    out.cut = joined.cut || ways.cut;
    return out;
}

}  // namespace cordon::links
