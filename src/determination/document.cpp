// SPDX-License-Identifier: Apache-2.0
#include "determination/document.h"

#include "determination/parts.h"

namespace cordon::determination {

namespace {

Json answer_json(const Context& context, const Plan::Ask& ask, Truth truth) {
    Json row = provision_json(context, ask.entry);
    row.add("eccn", Json::of_text(ask.provision->eccn))
        .add("answer", Json::of_text(answer_text(truth)))
        .add("says", Json::of_text(context.version(ask.entry).says));
    return row;
}

}  // namespace

Json classification(const Engine& engine, const trade::Transaction& transaction) {
    const Prepared prepared = engine.prepare(transaction, {});
    const Decision decision;
    const Plan plan = Plan::of(*prepared.edition);
    law::Evaluation evaluation;
    evaluation.restart(*prepared.edition, prepared.facts, prepared.law_day);
    const Context context{engine, prepared, decision, plan, evaluation};

    Json items = items_json(context);
    Json json = std::move(items.items.front());
    json.add("day", Json::of_text(prepared.law_day.to_iso()));
    Json classes = Json::array();
    const auto count = static_cast<std::uint16_t>(prepared.facts.items.front().alternatives.size());
    for (const auto& ask : plan.classifications) {
        if (ask.provision->per != law::Per::Item) continue;
        const law::SubjectRef item{law::SubjectKind::Item, 0, 0, 0};
        Json row = answer_json(context, ask, evaluation.holds(ask.entry, item));
        Json meanings = Json::array();
        for (std::uint16_t k = 0; k < count; ++k) {
            const law::SubjectRef one{law::SubjectKind::Item, 0, 0, k};
            meanings.push(Json::object()
                              .add("answer", Json::of_text(answer_text(
                                                 evaluation.holds_under(ask.entry, one))))
                              .add("conditions", trace_json(evaluation.trace(ask.entry, one))));
        }
        row.add("meanings", std::move(meanings));
        classes.push(std::move(row));
    }
    json.add("classification", std::move(classes));
    for (const auto& error : prepared.errors) {
        json.add("could_not_be_read", Json::of_text(error.to_text()));
    }
    return json;
}

}  // namespace cordon::determination
