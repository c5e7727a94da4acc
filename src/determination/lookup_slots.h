// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Where in a schema the facts stand that Lookup fills in. For this folder only.
#include "determination/lookup.h"

namespace cordon::determination {

using law::Slot;
using law::SubjectKind;
using law::Value;

/// Slots of the facts that are filled in.
struct Lookup::Slots {
    explicit Slots(const law::Schema& schema)
        : name(schema.slot(SubjectKind::Party, "name")),
          aliases(schema.slot(SubjectKind::Party, "aliases")),
          country(schema.slot(SubjectKind::Party, "country")),
          headquarters(schema.slot(SubjectKind::Party, "headquarters")),
          ultimate_parent(schema.slot(SubjectKind::Party, "ultimate_parent")),
          ultimate_parent_headquarters(
              schema.slot(SubjectKind::Party, "ultimate_parent_headquarters")),
          identity(schema.slot(SubjectKind::Party, "identity")),
          screened(schema.slot(SubjectKind::Party, "screened")),
          possible_match(schema.slot(SubjectKind::Party, "possible_match")),
          possible_match_elsewhere(schema.slot(SubjectKind::Party, "possible_match_elsewhere")),
          same_as_listed(schema.slot(SubjectKind::Party, "same_as_listed")),
          listed_ownership(schema.slot(SubjectKind::Party, "listed_ownership")),
          listed_owner_known(schema.slot(SubjectKind::Party, "listed_owner_known")),
          listed_ownership_open(schema.find(SubjectKind::Party, "listed_ownership_open")),
          list(schema.slot(SubjectKind::Listing, "list")),
          footnotes(schema.slot(SubjectKind::Listing, "footnotes")),
          requirement(schema.slot(SubjectKind::Listing, "requirement")),
          review_policy(schema.slot(SubjectKind::Listing, "review_policy")),
          programme(schema.slot(SubjectKind::Listing, "programme")),
          effective(schema.slot(SubjectKind::Listing, "effective")),
          effective_is_publication(schema.slot(SubjectKind::Listing, "effective_is_publication")),
          inherited(schema.slot(SubjectKind::Listing, "inherited")),
          confirmed(schema.slot(SubjectKind::Listing, "confirmed")),
          party_count(schema.facts(SubjectKind::Party).size()),
          listing_count(schema.facts(SubjectKind::Listing).size()),
          schema_(schema) {}

    [[nodiscard]] Value choice(SubjectKind kind, Slot slot, std::string_view word) const {
        const auto option = schema_.fact(kind, slot).option(word);
        return option ? Value::of_choice(*option) : Value{};
    }
    [[nodiscard]] std::uint64_t bit(SubjectKind kind, Slot slot, std::string_view word) const {
        const auto option = schema_.fact(kind, slot).option(word);
        return option ? std::uint64_t{1} << *option : 0;
    }

    Slot name, aliases, country, headquarters, ultimate_parent, ultimate_parent_headquarters,
        identity, screened, possible_match, possible_match_elsewhere, same_as_listed,
        listed_ownership, listed_owner_known;
    std::optional<Slot> listed_ownership_open;
    Slot list, footnotes, requirement, review_policy, programme, effective,
        effective_is_publication, inherited, confirmed;
    std::size_t party_count, listing_count;

private:
    const law::Schema& schema_;
};

}  // namespace cordon::determination
