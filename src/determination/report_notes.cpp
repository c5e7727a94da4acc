// SPDX-License-Identifier: Apache-2.0
#include "determination/parts.h"

namespace cordon::determination {

namespace {

/// One provision asked of its subjects: a row where it applies or cannot be told.
template <class Add>
void rows_of(const Context& context, const Plan::Ask& ask, Add&& add) {
    for_each_subject(
        context.prepared.facts, ask.provision->per, [&](const law::SubjectRef& subject) {
            const Truth truth = context.evaluation.holds(ask.entry, subject);
            if (truth == Truth::No) return;
            Json row = provision_json(context, ask.entry);
            row.add("of", Json::of_text(subject_text(context, subject)))
                .add("answer", Json::of_text(answer_text(truth)))
                .add("says", Json::of_text(context.version(ask.entry).says));
            // A note about an item's class rests on figures, which the reader must see.
            if (ask.provision->gate == law::Gate::Item) {
                row.add("conditions", trace_json(context.evaluation.trace(ask.entry, subject)));
            }
            add(std::move(row), truth);
        });
}

}  // namespace

Json duties_json(const Context& context) {
    Json json = Json::array();
    for (const auto& ask : context.plan.duties) {
        rows_of(context, ask, [&](Json row, Truth) { json.push(std::move(row)); });
    }
    return json;
}

Json notes_json(const Context& context) {
    Json json = Json::array();
    const auto add = [&](std::string_view kind, const std::vector<std::string>& notes) {
        for (const auto& note : notes) {
            json.push(
                Json::object().add("kind", Json::of_text(kind)).add("says", Json::of_text(note)));
        }
    };
    add("assumption", context.prepared.notes);
    add("links", context.prepared.link_notes);
    json.push(
        Json::object()
            .add("kind", Json::of_text("limit"))
            .add("says", Json::of_text("Parties were screened by name across spellings and "
                                       "scripts against the lists named in the receipt; owners "
                                       "nobody stated and lists not imported are not covered, so "
                                       "no hit is no clearance.")));
    for (const auto& ask : context.plan.notes) {
        rows_of(context, ask, [&](Json row, Truth truth) {
            if (truth != Truth::Yes) return;
            row.add("kind",
                    Json::of_text(ask.provision->jurisdiction == "policy" ? "provider_policy"
                                                                          : "note"));
            json.push(std::move(row));
        });
    }
    for (const auto& ask : context.plan.not_counting) {
        rows_of(context, ask, [&](Json row, Truth truth) {
            if (truth != Truth::Yes) return;
            row.add("kind", Json::of_text("does_not_count"));
            json.push(std::move(row));
        });
    }
    for (const auto& error : context.prepared.errors) {
        json.push(Json::object()
                      .add("kind", Json::of_text("could_not_be_read"))
                      .add("says", Json::of_text(error.to_text())));
    }
    return json;
}

}  // namespace cordon::determination
