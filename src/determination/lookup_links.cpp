// SPDX-License-Identifier: Apache-2.0
// What the graph of links says of a party of an order. It adds what the order is silent about: a
// stated owner or parent is never overruled, and a graph that names no listed owner does not say
// that there is none. Circumstances of succession become notes; no rule reads them.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "determination/graph_listing.h"
#include "determination/lookup_slots.h"
#include "links/identity.h"
#include "links/said.h"
#include "links/trace.h"
#include "links/trace_words.h"

namespace cordon::determination {

using law::Origin;

namespace {

constexpr std::size_t kMeantMax = 8;  ///< parties of one name that are looked at
constexpr std::size_t kNotesMax = 3;  ///< chains, and successions, told of a party

/// The parties of the graph that have one of these names, each by one of its records.
std::vector<links::PartyIndex> meant(const links::LinkGraph& graph,
                                     const std::vector<std::string>& names,
                                     const links::AsOf& as_of) {
    std::set<links::PartyIndex> seen;
    std::vector<links::PartyIndex> found;
    for (const auto& name : names) {
        for (const auto party : graph.find_name(name)) {
            if (seen.contains(party)) continue;
            found.push_back(party);
            const auto same = links::same_party(graph, party, as_of).records;
            seen.insert(same.begin(), same.end());
        }
    }
    return found;
}

/// The links that tell of stakes of listed parties, or of parties that may be listed.
std::vector<links::LinkIndex> stakes_of_listed(const links::Trace& trace) {
    std::vector<links::LinkIndex> out;
    for (std::size_t i = 0; i < trace.behind.stakes.size(); ++i) {
        const auto& holder = trace.behind.nodes[trace.behind.stakes[i].holder];
        if (holder.listed.carries != Truth::No) out.push_back(trace.behind.link_of[i]);
    }
    return out;
}

void add_notes(const links::LinkGraph& graph, const links::Trace& trace,
               std::vector<std::string>& notes) {
    const auto& name = graph.party(trace.party).name;
    for (std::size_t i = 0; i < std::min(trace.chains.size(), kNotesMax); ++i) {
        const auto& chain = trace.chains[i];
        notes.push_back(fmt::format("Links of {} to {} ({}): {}", name, chain.listed.name,
                                    links::list_text(chain.listed.list),
                                    links::said(graph, chain.links)));
    }
    for (std::size_t i = 0; i < std::min(trace.successions.size(), kNotesMax); ++i) {
        const auto& one = trace.successions[i];
        if (one.strength == links::SuccessionStrength::Weak) continue;
        std::string says;
        std::vector<links::LinkIndex> evidence;
        for (const auto& signal : one.signals) {
            says += (says.empty() ? "" : "; ") + signal.says;
            evidence.insert(evidence.end(), signal.links.begin(), signal.links.end());
        }
        notes.push_back(fmt::format(
            "Worth knowing, and no finding: circumstances that join {} with {} ({}) are {} in all: "
            "{} [{}]. No licence requirement follows from them.",
            name, one.listed.name, links::list_text(one.listed.list), links::to_text(one.strength),
            says, links::cited(graph, evidence)));
    }
}

}  // namespace

void Lookup::add_links(law::PartyFacts& party, const Json& json, Prepared& prepared,
                       std::vector<PartyListing>& found) const {
    if (!parts_.links) return;
    // Of a listed party the listing says all that rules ask.
    for (const auto& how : found) {
        const bool itself = how.owner.empty() && both(how.confirmed, how.in_effect) == Truth::Yes;
        if (itself && carried_by_half_rule(parts_.snapshot.listing(how.listing).list)) return;
    }
    const Slots& s = *slots_;
    const links::LinkGraph& graph = *parts_.links;
    const Date day = prepared.lists_day;
    links::AsOf as_of{day, std::nullopt};
    if (prepared.known_day < kLastDate) as_of.known = prepared.known_day;
    auto names = party.party.texts(s.name);
    for (auto& alias : party.party.texts(s.aliases)) names.push_back(std::move(alias));
    const auto who = meant(graph, names, as_of);
    const auto listed = listed_on(*recogniser_, parts_.snapshot, day, prepared.reviews);
    const Json* owners = json.find("owners");
    const bool stated = owners != nullptr && !owners->items.empty();
    for (std::size_t i = 0; i < std::min(who.size(), kMeantMax); ++i) {
        const auto trace = links::trace(graph, who[i], as_of, listed);
        add_notes(graph, trace, prepared.link_notes);
        if (who.size() == 1) add_headquarters(party, graph, trace, prepared);
        if (trace.ownership.listed_owner == Truth::No) continue;
        if (stated) {
            question_owners(party, graph, trace, prepared);
        } else {
            add_owners(party, graph, trace, who.size() == 1, prepared, found);
        }
    }
    if (who.size() > 1) {
        prepared.link_notes.push_back(fmt::format(
            "{} parties of the graph of links have a name of \"{}\"; which of them it is, is open.",
            who.size(), names.front()));
    }
    if (who.size() > kMeantMax && s.listed_ownership_open) {  // Some were not looked at.
        party.party.set(*s.listed_ownership_open, Value::of(true),
                        {Origin::Kind::Computed, "links: too many parties of this name", {}});
    }
}

/// They may clear a party as well as catch it, so nothing less than filings and official texts.
void Lookup::add_headquarters(law::PartyFacts& party, const links::LinkGraph& graph,
                              const links::Trace& trace, Prepared& prepared) const {
    const Slots& s = *slots_;
    const auto& parent = trace.parent;
    const auto country = Country::from_code(parent.headquarters);
    const bool official = std::all_of(
        parent.chain.begin(), parent.chain.end(),
        [&](links::LinkIndex link) { return graph.link(link).grade == links::Grade::A; });
    if (!official || !country || parent.known != Truth::Yes || parent.chain.empty()) return;
    const Value& stated = party.party.at(s.ultimate_parent_headquarters);
    if (!stated.known() && !party.party.at(s.ultimate_parent).known()) {
        const Origin origin{
            Origin::Kind::Computed, "links: " + links::cited(graph, parent.chain), {}};
        party.party.set(s.ultimate_parent_headquarters, Value::of(*country), origin);
    } else if (stated.known() && stated.country != country->index()) {
        prepared.link_notes.push_back(fmt::format(
            "The order states headquarters of the ultimate parent of {} that links do not: {} has "
            "them in {}. {}",
            graph.party(trace.party).name, graph.party(*parent.party).name, country->code(),
            links::said(graph, parent.chain)));
    }
}

/// Links that name a listed owner whom the owners of the order do not come to: the order may leave
/// somebody out, so it is asked about. The rest of what it states stands.
void Lookup::question_owners(law::PartyFacts& party, const links::LinkGraph& graph,
                             const links::Trace& trace, Prepared& prepared) const {
    const Slots& s = *slots_;
    const auto& ownership = trace.ownership;
    const Value part = party.party.at(s.listed_ownership);
    const Value known = party.party.at(s.listed_owner_known);
    const bool larger = part.known() && less(part.number, ownership.named) == Truth::Yes;
    const bool left_out = known.known() && !known.yes;
    if (!larger && !left_out) return;
    const auto evidence = stakes_of_listed(trace);
    const Origin origin{Origin::Kind::Computed, "links: " + links::cited(graph, evidence), {}};
    if (larger) {
        party.party.set(s.listed_ownership, Value::of(part.number.hull(ownership.named)), origin);
    }
    const bool sure = ownership.listed_owner == Truth::Yes;
    party.party.set(s.listed_owner_known, sure ? Value::of(true) : Value{}, origin);
    if (s.listed_ownership_open) {
        party.party.set(*s.listed_ownership_open, Value::of(true), origin);
    }
    prepared.link_notes.push_back(
        fmt::format("The owners that the order states for {} do not agree with links: {}",
                    graph.party(trace.party).name, links::said(graph, evidence)));
}

/// Of an order that names no owners. Links raise the question and may answer it with "half or
/// more"; that listed parties hold less they never settle, for they may leave somebody out.
void Lookup::add_owners(law::PartyFacts& party, const links::LinkGraph& graph,
                        const links::Trace& trace, bool only_one, Prepared& prepared,
                        std::vector<PartyListing>& found) const {
    const Slots& s = *slots_;
    const Date day = prepared.lists_day;
    for (std::size_t node = 1; node < trace.behind.nodes.size(); ++node) {
        const auto& behind = trace.behind.nodes[node];
        if (behind.listed.carries == Truth::No) continue;
        for (const auto record : behind.records) {
            const auto& owner = graph.party(record);
            for (auto& how : party_listings(query_of(owner, prepared.reviews), day, *recogniser_,
                                            parts_.snapshot, prepared.notes)) {
                const auto listing = parts_.snapshot.listing(how.listing);
                if (!carried_by_half_rule(listing.list)) continue;
                how.owner = owner.name;
                party.listings.push_back(listing_facts(listing, how, day));
                found.push_back(std::move(how));
            }
        }
    }
    const auto& ownership = trace.ownership;
    const Origin origin{
        Origin::Kind::Computed, "links: " + links::cited(graph, stakes_of_listed(trace)), {}};
    const bool settled = only_one && ownership.held == Truth::Yes;
    if (ownership.held != Truth::No) {
        auto part = ownership.possible;
        // Any of several it may be: none of them, or the one looked at before, counts as well.
        const Value& before = party.party.at(s.listed_ownership);
        if (!only_one) part = part.hull(Interval::exactly(Decimal::from_int(0)));
        if (!only_one && before.known()) part = part.hull(before.number);
        party.party.set(s.listed_ownership, Value::of(part), origin);
    }
    if (ownership.listed_owner == Truth::Yes && only_one) {
        party.party.set(s.listed_owner_known, Value::of(true), origin);
    }
    if (s.listed_ownership_open) {
        party.party.set(*s.listed_ownership_open, Value::of(!settled), origin);
    }
}

}  // namespace cordon::determination
