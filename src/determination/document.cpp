// SPDX-License-Identifier: Apache-2.0
#include "determination/document.h"

#include "determination/parts.h"
#include "law/trace.h"

namespace cordon::determination {

namespace {

Json answer_json(const Context& context, const Plan::Ask& ask, Truth truth) {
    Json row = provision_json(context, ask.entry);
    row.add("eccn", Json::of_text(ask.provision->eccn))
        .add("answer", Json::of_text(answer_text(truth)))
        .add("says", Json::of_text(context.version(ask.entry).says));
    return row;
}

/// As decided under one meaning of the item.
Json conditions_under(const Context& context, const Plan::Ask& ask, const law::SubjectRef& one) {
    auto& evaluation = context.evaluation;
    return trace_json(evaluation.render(evaluation.record_under(ask.entry, one)));
}

/// Notes of the item gate, under each meaning where they hold: where the maker's ECCN and the
/// figures disagree.
Json rule_notes_json(const Context& context) {
    Json json = Json::array();
    const auto& alternatives = context.prepared.facts.items.front().alternatives;
    const auto& ids = context.prepared.items.front().catalogue_ids;
    for (const auto& ask : context.plan.notes) {
        if (ask.provision->per != law::Per::Item || ask.provision->gate != law::Gate::Item)
            continue;
        for (std::uint16_t k = 0; k < alternatives.size(); ++k) {
            const law::SubjectRef one{law::SubjectKind::Item, 0, 0, k};
            if (context.evaluation.holds_under(ask.entry, one) != Truth::Yes) continue;
            Json row = answer_json(context, ask, Truth::Yes);
            row.add("meaning", Json::of_text(k < ids.size() ? ids[k] : ""))
                .add("conditions", conditions_under(context, ask, one));
            json.push(std::move(row));
        }
    }
    return json;
}

}  // namespace

Json classification(const Engine& engine, const trade::Transaction& transaction) {
    const Prepared prepared = engine.prepare(transaction, {});
    const Decision decision;
    const Plan& plan = engine.plan(*prepared.edition);
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
                              .add("conditions", conditions_under(context, ask, one)));
        }
        row.add("meanings", std::move(meanings));
        classes.push(std::move(row));
    }
    json.add("classification", std::move(classes));
    json.add("rule_notes", rule_notes_json(context));
    for (const auto& error : prepared.errors) {
        json.add("could_not_be_read", Json::of_text(error.to_text()));
    }
    return json;
}

}  // namespace cordon::determination
