// SPDX-License-Identifier: Apache-2.0
#include "determination/lookup.h"

#include <algorithm>

#include "base/text.h"
#include "determination/graph_listing.h"
#include "determination/lookup_slots.h"

namespace cordon::determination {

using law::FactSet;
using law::Origin;
using law::SubjectKind;
using law::Value;

namespace {

/// Words of a printed sanctions programme to the options of listing.programme.
std::string_view programme_option(std::string_view printed) {
    const auto has = [&](std::string_view word) {
        return printed.find(word) != std::string_view::npos;
    };
    if (has("RUSSIA") || has("UKRAINE")) return "russia";
    if (has("BELARUS")) return "belarus";
    if (has("SDGT")) return "sdgt";
    if (has("FTO")) return "fto";
    if (has("NPWMD")) return "npwmd";
    if (has("TCO")) return "tco";
    if (has("SDNT") || has("ILLICIT-DRUGS")) return "narcotics";
    return "other";
}

/// Lists that no rule reads and whose entries are worth a look. Section 1286, which no rule reads
/// either, names universities for research funds. engine_test.cpp compares this with the rules.
bool read_by_no_rule(std::string_view list) {
    return list == "debarred" || list == "isn" || list == "ssi" || list == "uflpa" ||
           list == "uk_sanctions" || list == "cn_mofcom" || list == "other";
}

/// Lists whose likeness leaves a rule open.
bool binds(std::string_view list) {
    return !read_by_no_rule(list) && list != "section_1260h" && list != "section_1286";
}

}  // namespace

Lookup::Lookup(const Engine::Parts& parts, lists::Identities identities,
               std::unique_ptr<Recogniser> recogniser)
    : parts_(parts),
      enricher_(parts.law.schema(), parts.catalogue),
      identities_(std::move(identities)),
      recogniser_(std::move(recogniser)),
      slots_(std::make_unique<const Slots>(parts.law.schema())) {}

Lookup::~Lookup() = default;

Result<std::unique_ptr<Lookup>> Lookup::create(Engine::Parts& parts) {
    auto identities = TRY(lists::Identities::bundled());
    auto recogniser = TRY(Recogniser::create(parts.snapshot, parts.screening));
    return std::unique_ptr<Lookup>(new Lookup(parts, std::move(identities), std::move(recogniser)));
}

FactSet Lookup::listing_facts(const lists::Listing& listing, const PartyListing& how,
                              Date day) const {
    const Slots& s = *slots_;
    const Origin origin{
        Origin::Kind::List, listing.list + ": " + listing.name + ", " + listing.citation, {}};
    FactSet facts(s.listing_count);
    facts.set(s.list, s.choice(SubjectKind::Listing, s.list, listing.list), origin);
    std::uint64_t footnotes = 0;
    for (const auto& number : listing.footnotes_on(day)) {
        footnotes |= s.bit(SubjectKind::Listing, s.footnotes, number);
    }
    facts.set(s.footnotes, Value::of_choices(footnotes), origin);
    if (!listing.requirement.empty()) {
        facts.set(s.requirement, s.choice(SubjectKind::Listing, s.requirement, listing.requirement),
                  origin);
    }
    if (!listing.review_policy.empty()) {
        facts.set(s.review_policy,
                  s.choice(SubjectKind::Listing, s.review_policy, listing.review_policy), origin);
    }
    std::uint64_t programmes = 0;
    for (const auto& printed : listing.programmes) {
        programmes |= s.bit(SubjectKind::Listing, s.programme, programme_option(printed));
    }
    if (!listing.programmes.empty()) facts.set(s.programme, Value::of_choices(programmes), origin);
    if (listing.effective) facts.set(s.effective, Value::of(*listing.effective), origin);
    facts.set(s.effective_is_publication, Value::of(listing.effective_is_publication), origin);
    facts.set(s.inherited, Value::of(!how.owner.empty()), origin);
    const Truth confirmed = both(how.confirmed, how.in_effect);
    if (confirmed != Truth::Unknown) {
        facts.set(s.confirmed, Value::of(confirmed == Truth::Yes), origin);
    }
    return facts;
}

void Lookup::add_own_listings(law::PartyFacts& party, const Json& json, Prepared& prepared,
                              std::vector<PartyListing>& found) const {
    const Slots& s = *slots_;
    const Date day = prepared.lists_day;
    auto names = party.party.texts(s.name);
    for (auto& alias : party.party.texts(s.aliases)) names.push_back(std::move(alias));
    const bool named = !names.empty();
    // The seat of the whole company alone speaks neither for a listing nor against it.
    std::vector<std::string> countries;
    for (const auto slot : {s.country, s.headquarters}) {
        const Value& value = party.party.at(slot);
        const bool counts = value.known() && party.party.at(s.country).known();
        if (counts) countries.emplace_back(Country::from_index(value.country).code());
    }
    if (named) {
        auto query = party_query(std::move(names), std::move(countries), json);
        query.decisions = prepared.reviews;
        found = party_listings(query, day, *recogniser_, parts_.snapshot, prepared.notes);
        const Value& same_as_listed = party.party.at(s.same_as_listed);
        if (same_as_listed.known()) settle(found, same_as_listed.yes);
    }
    bool possible = false;
    bool elsewhere = false;
    for (const auto& how : found) {
        const auto listing = parts_.snapshot.listing(how.listing);
        possible = possible || (how.confirmed == Truth::Unknown && binds(listing.list));
        elsewhere = elsewhere || (how.confirmed != Truth::No && read_by_no_rule(listing.list));
        party.listings.push_back(listing_facts(listing, how, day));
    }
    const Origin origin{Origin::Kind::Computed, "look-up on the lists", {}};
    party.party.set(s.screened, Value::of(named), origin);
    party.party.set(s.possible_match, Value::of(possible), origin);
    party.party.set(s.possible_match_elsewhere, Value::of(elsewhere), origin);
    party.listings_complete = named;
}

void Lookup::add_ownership(law::PartyFacts& party, const Json& json, Prepared& prepared,
                           std::vector<PartyListing>& found) const {
    const Json* table = json.find("owners");
    if (table == nullptr || table->is_null()) return;
    const Slots& s = *slots_;
    const Origin origin{Origin::Kind::Computed, "owners stated in the order", {}};
    auto read = links::read_owners(*table, {party.party.text(s.name), "", "owners"});
    for (auto& error : read.errors) prepared.errors.push_back(std::move(error));
    const Date day = prepared.lists_day;

    Truth any_listed = Truth::No;
    const auto owner_listed = [&](const links::Owner& owner) {
        Truth listed = Truth::No;
        auto query = party_query({owner.name}, {}, Json::object());
        query.decisions = prepared.reviews;
        auto of_owner = party_listings(query, day, *recogniser_, parts_.snapshot, prepared.notes);
        if (owner.same_as_listed != Truth::Unknown) {
            settle(of_owner, owner.same_as_listed == Truth::Yes);
        }
        for (auto& how : of_owner) {
            const auto listing = parts_.snapshot.listing(how.listing);
            if (!carried_by_half_rule(listing.list)) continue;
            how.owner = owner.name;
            listed = either(listed, both(how.confirmed, how.in_effect));
            party.listings.push_back(listing_facts(listing, how, day));
            found.push_back(std::move(how));
        }
        any_listed = either(any_listed, listed);
        return listed;
    };
    links::mark_listed(read.owners, owner_listed);
    // The part nobody names could be held by listed parties: that is unknown, not nothing.
    const auto part = links::traced_ownership(read.owners, Truth::Unknown);
    party.party.set(s.listed_ownership, Value::of(part), origin);
    if (any_listed != Truth::Unknown) {
        party.party.set(s.listed_owner_known, Value::of(any_listed == Truth::Yes), origin);
    }
    if (s.listed_ownership_open) {
        const bool open = any_listed != Truth::No && links::reaches_half(part) == Truth::Unknown;
        party.party.set(*s.listed_ownership_open, Value::of(open), origin);
    }
}

std::vector<PartyListing> Lookup::add_party_facts(law::PartyFacts& party, const Json& json,
                                                  Prepared& prepared) const {
    std::vector<PartyListing> found;
    const Slots& s = *slots_;
    add_own_listings(party, json, prepared, found);
    add_ownership(party, json, prepared, found);
    add_links(party, json, prepared, found);
    for (const auto& name : party.party.texts(s.name)) {
        auto identity = identities_.of(name);
        for (const auto& alias : party.party.texts(s.aliases)) {
            if (!identity) identity = identities_.of(alias);
        }
        const auto value = s.choice(SubjectKind::Party, s.identity,
                                    identity ? std::string_view(*identity) : "other");
        party.party.set(s.identity, value,
                        {Origin::Kind::Catalogue, "companies that rules name", {}});
    }
    return found;
}

}  // namespace cordon::determination
