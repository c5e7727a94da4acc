// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "determination/parts.h"

namespace cordon::determination {

namespace {

using law::Policy;

/// The requirements found, which an exception may cure and a review policy may speak of.
std::vector<law::ProvisionIndex> requirements_found(const Context& context, bool uncured_only) {
    std::vector<law::ProvisionIndex> found;
    for (const auto& finding : context.decision.findings) {
        if (context.provision(finding.entry).kind != law::Kind::Requirement) continue;
        if (uncured_only && (finding.cured || finding.truth != Truth::Yes)) continue;
        found.push_back(finding.entry.provision);
    }
    return found;
}

bool names_any(const Context& context, const std::vector<std::string>& ids,
               const std::vector<law::ProvisionIndex>& found) {
    return std::any_of(found.begin(), found.end(), [&](law::ProvisionIndex index) {
        const auto& id = context.engine.law().provisions()[index].id;
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    });
}

/// Of an exception that fails: every condition of its outermost "and" that is not yes.
void open_conditions(const law::Trace& trace, Json& list) {
    if (trace.truth == Truth::Yes) return;
    const bool compound = !trace.parts.empty();
    const bool all_needed =
        compound && std::any_of(trace.parts.begin(), trace.parts.end(),
                                [](const auto& part) { return part.truth == Truth::Yes; });
    if (all_needed) {
        for (const auto& part : trace.parts) open_conditions(part, list);
        return;
    }
    Json json = Json::object();
    json.add("condition", Json::of_text(trace.text))
        .add("holds", Json::of_text(to_text(trace.truth)));
    if (!trace.values.empty()) json.add("values", Json::of_text(trace.values));
    list.push(std::move(json));
}

Json exception_json(const Context& context, const Plan::Exception& exception,
                    const law::SubjectRef& subject) {
    const Truth truth = context.evaluation.holds(exception.ask.entry, subject);
    Json json = Json::object();
    json.add("symbol", Json::of_text(exception.ask.provision->symbol))
        .add("answer", Json::of_text(truth == Truth::Yes  ? "available"
                                     : truth == Truth::No ? "not_available"
                                                          : "cannot_tell"))
        .add("of", Json::of_text(subject_text(context, subject)))
        .add("says", Json::of_text(context.version(exception.ask.entry).says));
    const Json identity = provision_json(context, exception.ask.entry);
    for (const auto& [key, value] : identity.members) json.add(key, value);
    if (truth != Truth::Yes) {
        Json why = Json::array();
        open_conditions(context.evaluation.trace(exception.ask.entry, subject), why);
        json.add("fails_on", std::move(why));
    }
    return json;
}

Policy policy_of_listing(const Context& context, const law::SubjectRef& subject) {
    const auto slot = context.schema().slot(law::SubjectKind::Listing, "review_policy");
    const auto& fact = context.schema().fact(law::SubjectKind::Listing, slot);
    const auto& value =
        context.prepared.facts.parties[subject.index].listings[subject.inner].at(slot);
    if (!value.known()) return Policy::None;
    const std::string_view word = fact.options[value.choice];
    if (word == "presumption_of_denial") return Policy::PresumptionOfDenial;
    if (word == "policy_of_denial") return Policy::PolicyOfDenial;
    if (word == "case_by_case") return Policy::CaseByCase;
    return Policy::None;
}

std::uint8_t restrictiveness(std::string_view policy) {
    for (const auto known : {Policy::PresumptionOfDenial, Policy::PolicyOfDenial, Policy::PerEntry,
                             Policy::CaseByCase, Policy::PresumptionOfApproval}) {
        if (law::to_text(known) == policy) return static_cast<std::uint8_t>(known);
    }
    return 0;
}

}  // namespace

Json exceptions_json(const Context& context) {
    const auto found = requirements_found(context, false);
    Json json = Json::array();
    if (found.empty()) return json;
    for (const auto& exception : context.plan.exceptions) {
        const bool named = std::any_of(found.begin(), found.end(), [&](auto index) {
            return exception.cures_provision(index);
        });
        if (!named) continue;
        for_each_subject(context.prepared.facts, exception.ask.provision->per,
                         [&](const law::SubjectRef& subject) {
                             json.push(exception_json(context, exception, subject));
                         });
    }
    return json;
}

Json reviews_json(const Context& context) {
    const auto found = requirements_found(context, true);
    Json json = Json::array();
    for (const auto& ask : context.plan.reviews) {
        if (!names_any(context, ask.provision->of, found)) continue;
        for_each_subject(
            context.prepared.facts, ask.provision->per, [&](const law::SubjectRef& subject) {
                const Truth truth = context.evaluation.holds(ask.entry, subject);
                if (truth == Truth::No) return;
                Policy policy = ask.provision->policy;
                if (policy == Policy::PerEntry && subject.kind == law::SubjectKind::Listing) {
                    policy = policy_of_listing(context, subject);
                }
                Json review = Json::object();
                review.add("policy", Json::of_text(law::to_text(policy)))
                    .add("answer", Json::of_text(answer_text(truth)))
                    .add("of", Json::of_text(subject_text(context, subject)))
                    .add("says", Json::of_text(context.version(ask.entry).says));
                const Json identity = provision_json(context, ask.entry);
                for (const auto& [key, value] : identity.members) review.add(key, value);
                if (truth == Truth::Unknown) {
                    Json open = Json::array();
                    open_conditions(context.evaluation.trace(ask.entry, subject), open);
                    review.add("open", std::move(open));
                }
                json.push(std::move(review));
            });
    }
    // The most restrictive policy first: that is the one to plan for.
    std::stable_sort(json.items.begin(), json.items.end(), [](const Json& a, const Json& b) {
        return restrictiveness(a.find("policy")->text) > restrictiveness(b.find("policy")->text);
    });
    return json;
}

}  // namespace cordon::determination
