// SPDX-License-Identifier: Apache-2.0
#include "determination/desk.h"

namespace cordon::determination {

namespace {

const Json& element(const Json& input, std::string_view key, std::size_t index) {
    static const Json nothing;
    const Json* list = input.find(key);
    if (list == nullptr || index >= list->items.size()) return nothing;
    return list->items[index];
}

}  // namespace

Prepared Engine::prepare(const trade::Transaction& transaction, const Clocks& clocks) const {
    const law::Schema& schema = law().schema();
    Prepared prepared;
    prepared.facts = transaction.facts;
    prepared.notes = transaction.notes;
    const auto& stated =
        transaction.facts.transaction.at(schema.slot(law::SubjectKind::Transaction, "date"));
    const Date day = Date::from_days(stated.day);
    prepared.law_day = clocks.law.value_or(day);
    prepared.lists_day = clocks.lists.value_or(prepared.law_day);
    prepared.known_day = clocks.known.value_or(kLastDate);
    prepared.reviews = {prepared.known_day, prepared.law_day,
                        clocks.reviews.value_or(screening::Reviews::kAll)};
    prepared.reading = clocks.reading;
    prepared.edition = &law().on(prepared.law_day, clocks.reading);

    for (std::size_t i = 0; i < prepared.facts.items.size(); ++i) {
        auto enriched = state_->lookup->enricher().enrich(prepared.facts.items[i],
                                                          element(transaction.input, "items", i),
                                                          transaction.position.file);
        prepared.facts.items[i] = std::move(enriched.facts);
        prepared.items.push_back({std::move(enriched.catalogue_ids), std::move(enriched.worksheets),
                                  std::move(enriched.notes)});
        for (auto& error : enriched.errors) prepared.errors.push_back(std::move(error));
    }
    for (std::size_t i = 0; i < prepared.facts.parties.size(); ++i) {
        prepared.listings.push_back(state_->lookup->add_party_facts(
            prepared.facts.parties[i], element(transaction.input, "parties", i), prepared));
    }
    return prepared;
}

}  // namespace cordon::determination
