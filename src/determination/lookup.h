// SPDX-License-Identifier: Apache-2.0
#pragma once
/// From names to facts: parties and owners on the lists as they stood, companies that rules name.
#include <optional>
#include <string>
#include <vector>

#include "determination/engine.h"
#include "items/item_facts.h"
#include "items/resolver.h"
#include "links/ownership.h"
#include "links/trace.h"
#include "lists/identities.h"

namespace cordon::determination {

class Lookup {
public:
    /// Borrows the parts, which must stay where they are.
    static Result<std::unique_ptr<Lookup>> create(Engine::Parts& parts);

    [[nodiscard]] const items::Enricher& enricher() const { return enricher_; }
    /// Adds listings, identity and traced ownership to one party.
    [[nodiscard]] std::vector<PartyListing> add_party_facts(law::PartyFacts& party,
                                                            const Json& json,
                                                            Prepared& prepared) const;

private:
    Lookup(const Engine::Parts& parts, lists::Identities identities,
           std::unique_ptr<Recogniser> recogniser);

    struct Slots;
    void add_own_listings(law::PartyFacts& party, const Json& json, Prepared& prepared,
                          std::vector<PartyListing>& found) const;
    void add_ownership(law::PartyFacts& party, const Json& json, Prepared& prepared,
                       std::vector<PartyListing>& found) const;
    void add_links(law::PartyFacts& party, const Json& json, Prepared& prepared,
                   std::vector<PartyListing>& found) const;
    void add_headquarters(law::PartyFacts& party, const links::LinkGraph& graph,
                          const links::Trace& trace, Prepared& prepared) const;
    void question_owners(law::PartyFacts& party, const links::LinkGraph& graph,
                         const links::Trace& trace, Prepared& prepared) const;
    void add_owners(law::PartyFacts& party, const links::LinkGraph& graph,
                    const links::Trace& trace, bool only_one, Prepared& prepared,
                    std::vector<PartyListing>& found) const;
    [[nodiscard]] law::FactSet listing_facts(const lists::Listing& listing, const PartyListing& how,
                                             Date day) const;

    const Engine::Parts& parts_;
    items::Enricher enricher_;
    lists::Identities identities_;
    std::unique_ptr<Recogniser> recogniser_;

public:
    ~Lookup();

private:
    std::unique_ptr<const Slots> slots_;
};

}  // namespace cordon::determination
