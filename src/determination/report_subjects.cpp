// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "determination/parts.h"

namespace cordon::determination {

namespace {

using law::SubjectKind;

Json texts_json(const std::vector<std::string>& texts) {
    Json json = Json::array();
    for (const auto& text : texts) json.push(Json::of_text(text));
    return json;
}

/// Every fact of a subject that is known, with where it came from.
Json facts_json(const Context& context, SubjectKind kind, const law::FactSet& facts) {
    static constexpr std::string_view kOrigins[] = {"stated",   "assumed", "catalogue",
                                                    "computed", "list",    "implied"};
    Json json = Json::array();
    const auto& known = context.schema().facts(kind);
    for (law::Slot slot = 0; slot < known.size(); ++slot) {
        const auto& value = facts.at(slot);
        if (!value.known()) continue;
        Json row = Json::object();
        row.add("fact", Json::of_text(known[slot].name))
            .add("value", Json::of_text(value.kind == law::Value::Kind::Text
                                            ? list_of(facts.texts(slot))
                                            : law::to_text(value, known[slot])));
        if (const auto* origin = facts.origin(slot); origin != nullptr) {
            row.add("from", Json::of_text(kOrigins[static_cast<std::size_t>(origin->kind)]));
            if (!origin->source.empty()) row.add("source", Json::of_text(origin->source));
        }
        json.push(std::move(row));
    }
    return json;
}

Json alternative_json(const Context& context, const law::ItemAlternative& alternative,
                      const Prepared::ItemNotes& notes, std::size_t index) {
    Json json = Json::object();
    if (index < notes.catalogue_ids.size() && !notes.catalogue_ids[index].empty()) {
        json.add("catalogue", Json::of_text(notes.catalogue_ids[index]));
    }
    json.add("facts", facts_json(context, SubjectKind::Item, alternative.item));
    Json devices = Json::array();
    for (const auto& device : alternative.devices) {
        devices.push(facts_json(context, SubjectKind::Device, device));
    }
    json.add("devices", std::move(devices));
    if (index < notes.worksheets.size()) json.add("worksheet", texts_json(notes.worksheets[index]));
    return json;
}

Json classes_json(const Context& context, std::uint16_t item) {
    Json json = Json::array();
    for (const auto& ask : context.plan.classifications) {
        if (ask.provision->per != law::Per::Item) continue;
        const law::SubjectRef subject{SubjectKind::Item, item, 0, 0};
        const Truth truth = context.evaluation.holds(ask.entry, subject);
        if (truth == Truth::No) continue;
        Json row = provision_json(context, ask.entry);
        row.add("eccn", Json::of_text(ask.provision->eccn))
            .add("answer", Json::of_text(answer_text(truth)))
            .add("says", Json::of_text(context.version(ask.entry).says))
            .add("conditions", trace_json(context.evaluation.trace(ask.entry, subject)));
        json.push(std::move(row));
    }
    return json;
}

Json listing_json(const Context& context, const PartyListing& how) {
    const auto listing = context.engine.snapshot().listing(how.listing);
    Json json = Json::object();
    json.add("list", Json::of_text(listing.list))
        .add("name", Json::of_text(listing.name))
        .add("matched", Json::of_text(how.matched_name))
        .add("score", Json::of_number(std::int64_t{how.score}))
        .add("confirmed", Json::of_text(to_text(how.confirmed)))
        .add("in_effect", Json::of_text(to_text(how.in_effect)))
        .add("citation", Json::of_text(listing.citation));
    if (!how.because.empty()) json.add("because", Json::of_text(how.because));
    if (!how.owner.empty()) json.add("inherited_from", Json::of_text(how.owner));
    if (listing.effective) {
        json.add("effective", Json::of_text(listing.effective->to_iso()));
        if (listing.effective_is_publication) {
            json.add(
                "effective_note",
                Json::of_text(
                    "only the publication date is known; the rule may have taken effect earlier"));
        }
    } else {
        json.add("effective_note", Json::of_text("the copy of the list carries no date"));
    }
    if (!listing.review_policy.empty())
        json.add("review_policy", Json::of_text(listing.review_policy));
    if (!listing.requirement_text.empty()) {
        json.add("requirement", Json::of_text(listing.requirement_text));
    }
    json.add("read_from", Json::of_text(listing.source));
    return json;
}

}  // namespace

Json items_json(const Context& context) {
    Json json = Json::array();
    const auto& items = context.prepared.facts.items;
    for (std::uint16_t i = 0; i < items.size(); ++i) {
        const auto& notes = context.prepared.items[i];
        Json row = Json::object();
        row.add("item", Json::of_text(subject_text(context, {SubjectKind::Item, i, 0, 0})))
            .add("classes", classes_json(context, i));
        Json alternatives = Json::array();
        for (std::size_t k = 0; k < items[i].alternatives.size(); ++k) {
            alternatives.push(alternative_json(context, items[i].alternatives[k], notes, k));
        }
        row.add("meanings", std::move(alternatives)).add("notes", texts_json(notes.notes));
        json.push(std::move(row));
    }
    return json;
}

Json parties_json(const Context& context) {
    Json json = Json::array();
    const auto& parties = context.prepared.facts.parties;
    for (std::uint16_t i = 0; i < parties.size(); ++i) {
        Json listings = Json::array();
        for (const auto& how : context.prepared.listings[i])
            listings.push(listing_json(context, how));
        json.push(
            Json::object()
                .add("party", Json::of_text(subject_text(context, {SubjectKind::Party, i, 0, 0})))
                .add("placeholder", Json::of_bool(parties[i].placeholder))
                .add("facts", facts_json(context, SubjectKind::Party, parties[i].party))
                .add("listings", std::move(listings)));
    }
    return json;
}

}  // namespace cordon::determination
