// SPDX-License-Identifier: Apache-2.0
#include "determination/report.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/version.h"
#include "determination/counterfactual.h"
#include "determination/parts.h"

namespace cordon::determination {

namespace {

Json day_or_null(const std::optional<Date>& day) {
    return day ? Json::of_text(day->to_iso()) : Json{};
}

Json changes_json(const std::vector<Change>& changes, const Context& context) {
    Json json = Json::array();
    for (const auto& change : changes) {
        Json instead = Json::array();
        for (const auto& value : change.instead) instead.push(Json::of_text(value));
        json.push(Json::object()
                      .add("fact", Json::of_text(change.fact))
                      .add("of", Json::of_text(subject_text(context, change.subject)))
                      .add("now", Json::of_text(change.now))
                      .add("instead", std::move(instead))
                      .add("outcome", Json::of_text(to_text(change.outcome))));
    }
    return json;
}

Json sources_json(const Engine& engine) {
    Json json = Json::array();
    for (const auto& source : engine.snapshot().sources()) {
        json.push(Json::object()
                      .add("source", Json::of_text(source.source_id))
                      .add("vintage", Json::of_text(source.vintage))
                      .add("listings", Json::of_number(source.listings)));
    }
    return json;
}

}  // namespace

std::string headline(const law::Law& law, const Decision& decision) {
    const Outcome outcome = decision.outcome;
    if (outcome == Outcome::NoLicenceRequired) {
        return "No provision in force on this day requires a licence for this.";
    }
    std::vector<std::string> reasons;
    for (const auto& finding : decision.findings) {
        const auto& provision = law.provisions()[finding.entry.provision];
        if (supported(provision, finding) != outcome) continue;
        const std::string reason = (finding.truth == Truth::Unknown ? "Open: " : "") +
                                   provision.versions[finding.entry.version].says + " [" +
                                   provision.cite + "]";
        if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
            reasons.push_back(reason);
    }
    CHECK(!reasons.empty());  // Some finding supports every outcome but the least.
    std::string text = reasons.front();
    if (reasons.size() > 1) text += " (and " + std::to_string(reasons.size() - 1) + " more)";
    return text;
}

Json receipt_json(const Engine& engine, const Prepared& prepared, const Json& input,
                  const Clocks& clocks, const ReportOptions& options, const Json& document) {
    const std::size_t reviews = clocks.reviews.value_or(engine.reviews().all().size());
    Json json = Json::object();
    json.add("engine", Json::of_text(kVersion))
        .add("rules", Json::of_text(engine.law().hash()))
        .add("catalogue", Json::of_text(engine.catalogue().hash()))
        .add("lists", Json::of_text(engine.snapshot().hash()))
        .add("links", Json::of_text(engine.links_hash()))
        .add("profile", engine.profile().to_json())
        .add("profile_hash", Json::of_text(engine.profile().hash()))
        .add("reviews", Json::object()
                            .add("count", Json::of_number(std::int64_t(reviews)))
                            .add("hash", Json::of_text(engine.reviews().hash(reviews))))
        .add("input", Json::of_text(sha256_hex(write_json(input))))
        .add("clocks", Json::object()
                           .add("law", day_or_null(clocks.law))
                           .add("lists", day_or_null(clocks.lists))
                           .add("known", day_or_null(clocks.known)))
        .add("law_day", Json::of_text(prepared.law_day.to_iso()))
        .add("lists_day", Json::of_text(prepared.lists_day.to_iso()))
        .add("reading", Json::of_text(law::to_text(clocks.reading)))
        .add("counterfactuals", Json::of_bool(options.counterfactuals))
        .add("failed_conditions", Json::of_bool(options.failed_conditions))
        .add("digest", Json::of_text(sha256_hex(write_json(document))));
    return json;
}

Json report(const Engine& engine, const trade::Transaction& transaction, const Clocks& clocks,
            const ReportOptions& options, Desk& desk) {
    const Prepared prepared = engine.prepare(transaction, clocks);
    const Decision decision = engine.decide(prepared, desk);
    const std::vector<Change> changes =
        options.counterfactuals
            ? single_changes(engine, {transaction, clocks, prepared, decision.outcome}, desk)
            : std::vector<Change>{};
    law::Evaluation evaluation;
    evaluation.restart(*prepared.edition, prepared.facts, prepared.law_day);
    const Plan& plan = engine.plan(*prepared.edition);
    const Context context{engine, prepared, decision, plan, evaluation};

    Json json = Json::object();
    json.add("format", Json::of_text("cordon/determination/1"))
        .add("transaction", Json::of_text(transaction.id))
        .add("outcome", Json::of_text(to_text(decision.outcome)));
    if (decision.outcome_if_unconfirmed_fall != decision.outcome) {
        json.add("outcome_if_unconfirmed_rules_fall",
                 Json::of_text(to_text(decision.outcome_if_unconfirmed_fall)));
    }
    json.add("headline", Json::of_text(headline(engine.law(), decision)))
        .add("jurisdictions", jurisdictions_json(context))
        .add("review_policies", reviews_json(context))
        .add("gates", gates_json(context, options.failed_conditions))
        .add("flags", flags_json(context))
        .add("exceptions", exceptions_json(context))
        .add("missing", all_missing_json(context))
        .add("would_change", changes_json(changes, context))
        .add("duties", duties_json(context))
        .add("notes", notes_json(context))
        .add("items", items_json(context))
        .add("parties", parties_json(context))
        .add("lists", sources_json(engine))
        .add("input", transaction.input);
    Json receipt = receipt_json(engine, prepared, transaction.input, clocks, options, json);
    json.add("receipt", std::move(receipt));
    return json;
}

}  // namespace cordon::determination
