// SPDX-License-Identifier: Apache-2.0
// Up one step at a time, to whoever holds more than half or is named as the one who controls. Where
// sources name two, the chain ends and both are shown; where they name none, that is no proof that
// there is none.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "links/identity.h"
#include "links/trace.h"

namespace cordon::links {

namespace {

bool may_be_parent(const Link& link) {
    if (link.relation == Relation::Controls) return true;
    return link.relation == Relation::Owns && link.share &&
           less(Interval::exactly(Decimal::from_billionths(kHalf)), *link.share) == Truth::Yes;
}

/// Bodies and persons that have no parent.
bool is_an_end(const PartyRecord& party) {
    return party.kind == "person" || party.kind == "government" || party.kind == "military";
}

bool holds_for_another(const LinkGraph& graph, const SameParty& party, const AsOf& as_of) {
    for (const auto record : party.records) {
        for (const auto index : graph.links_of(record)) {
            const auto& link = graph.link(index);
            if (link.relation == Relation::HoldsFor && link.subject == record &&
                holds(link, as_of) != Truth::No) {
                return true;
            }
        }
    }
    return false;
}

struct Step {
    std::vector<LinkIndex> links;  ///< one a parent, those that hold before those that may
    Truth truth = Truth::Unknown;
};

Step step_up(const LinkGraph& graph, const SameParty& of, const AsOf& as_of) {
    std::vector<LinkIndex> sure, perhaps;
    std::set<PartyIndex> sure_parents, perhaps_parents;
    for (const auto record : of.records) {
        for (const auto index : graph.links_of(record)) {
            const auto& link = graph.link(index);
            if (link.object != record || !may_be_parent(link)) continue;
            if (std::binary_search(of.records.begin(), of.records.end(), link.subject)) continue;
            const auto parent = same_party(graph, link.subject, as_of).records.front();
            const Truth truth = holds(link, as_of);
            if (truth == Truth::Yes && sure_parents.insert(parent).second) sure.push_back(index);
            if (truth == Truth::Unknown && perhaps_parents.insert(parent).second) {
                perhaps.push_back(index);
            }
        }
    }
    for (const auto parent : sure_parents) perhaps_parents.erase(parent);
    // A weaker source for another parent leaves it open which of the two is meant.
    if (!sure.empty()) return {sure, perhaps_parents.empty() ? Truth::Yes : Truth::Unknown};
    return {perhaps, Truth::Unknown};
}

}  // namespace

UltimateParent ultimate_parent(const LinkGraph& graph, PartyIndex party, const AsOf& as_of) {
    UltimateParent out;
    auto at = same_party(graph, party, as_of);
    std::set<PartyIndex> seen;
    Truth all = Truth::Yes;
    while (true) {
        const auto& record = graph.party(at.records.front());
        if (!seen.insert(at.records.front()).second) {
            out.party.reset();
            out.because = fmt::format("the chain of control comes back to {}", record.name);
            return out;
        }
        out.party = at.records.front();
        if (holds_for_another(graph, at, as_of)) {
            out.because = fmt::format("{} holds in its own name for somebody else", record.name);
            return out;
        }
        bool agree = true, end = true;
        for (const auto one : at.records) {
            const auto& told = graph.party(one).headquarters;
            end = end && is_an_end(graph.party(one));
            if (told.empty()) continue;
            agree = agree && (out.headquarters.empty() || out.headquarters == told);
            out.headquarters = told;
        }
        if (!agree) {
            out.headquarters.clear();
            out.because = fmt::format("sources name different headquarters of {}", record.name);
            return out;
        }
        const auto step = step_up(graph, at, as_of);
        if (step.links.empty()) {
            if (end) out.known = all;
            if (!end) {
                out.because = fmt::format(
                    "no source names a parent of {}, which is no proof that it has none",
                    record.name);
            }
            return out;
        }
        if (step.links.size() > 1) {
            out.conflict = step.links;
            out.headquarters.clear();
            out.because = fmt::format("sources name different parents of {}", record.name);
            return out;
        }
        all = both(all, step.truth);
        out.headquarters.clear();
        out.chain.push_back(step.links.front());
        at = same_party(graph, graph.link(step.links.front()).subject, as_of);
    }
}

}  // namespace cordon::links
