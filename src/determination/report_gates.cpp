// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "determination/parts.h"

namespace cordon::determination {

namespace {

using law::Gate;
using law::Kind;

constexpr std::array kGates = {Gate::Item,      Gate::Destination, Gate::Headquarters, Gate::Lists,
                               Gate::Ownership, Gate::EndUse,      Gate::Activity};

bool is_requirement(const law::Provision& provision) {
    return provision.kind == Kind::Requirement || provision.kind == Kind::Prohibition ||
           provision.kind == Kind::Overlay;
}

/// Why a requirement that does not apply does not: its first failing condition, for its subjects.
Json not_applying(const Context& context, const Plan::Ask& ask) {
    Json json = provision_json(context, ask.entry);
    Json failed = Json::array();
    for_each_subject(context.prepared.facts, ask.provision->per,
                     [&](const law::SubjectRef& subject) {
                         if (context.evaluation.holds(ask.entry, subject) != Truth::No) return;
                         const auto trace = context.evaluation.failed_condition(ask.entry, subject);
                         failed.push(Json::object()
                                         .add("of", Json::of_text(subject_text(context, subject)))
                                         .add("condition", Json::of_text(trace.text))
                                         .add("values", Json::of_text(trace.values)));
                     });
    json.add("failed", std::move(failed));
    return json;
}

}  // namespace

Json gates_json(const Context& context, bool failed_conditions) {
    Json gates = Json::array();
    for (const Gate gate : kGates) {
        Json findings = Json::array();
        Json clear = Json::array();
        Outcome worst = Outcome::NoLicenceRequired;
        for (const auto& ask : context.plan.barriers) {
            if (ask.provision->gate != gate || !is_requirement(*ask.provision)) continue;
            bool found = false;
            for (const auto& finding : context.decision.findings) {
                if (finding.entry.provision != ask.entry.provision) continue;
                found = true;
                worst = std::max(worst, supported(*ask.provision, finding));
                findings.push(finding_json(context, finding));
            }
            if (!found && failed_conditions) clear.push(not_applying(context, ask));
        }
        Json json = Json::object();
        json.add("gate", Json::of_text(law::to_text(gate)))
            .add("outcome", Json::of_text(to_text(worst)))
            .add("findings", std::move(findings));
        if (failed_conditions) json.add("does_not_apply", std::move(clear));
        gates.push(std::move(json));
    }
    return gates;
}

Json flags_json(const Context& context) {
    Json flags = Json::array();
    for (const auto& finding : context.decision.findings) {
        const auto& provision = context.provision(finding.entry);
        if (provision.kind != Kind::Flag) continue;
        Json json = finding_json(context, finding);
        json.add("ask", Json::of_text(provision.question));
        flags.push(std::move(json));
    }
    return flags;
}

Json jurisdictions_json(const Context& context) {
    std::vector<std::pair<std::string, Outcome>> outcomes;
    for (const auto& ask : context.plan.barriers) {
        const auto known = std::any_of(outcomes.begin(), outcomes.end(), [&](const auto& row) {
            return row.first == ask.provision->jurisdiction;
        });
        if (!known) outcomes.emplace_back(ask.provision->jurisdiction, Outcome::NoLicenceRequired);
    }
    for (const auto& finding : context.decision.findings) {
        const auto& provision = context.provision(finding.entry);
        for (auto& [jurisdiction, outcome] : outcomes) {
            if (jurisdiction == provision.jurisdiction) {
                outcome = std::max(outcome, supported(provision, finding));
            }
        }
    }
    std::sort(outcomes.begin(), outcomes.end());
    Json json = Json::object();
    for (const auto& [jurisdiction, outcome] : outcomes) {
        json.add(jurisdiction, Json::of_text(to_text(outcome)));
    }
    return json;
}

}  // namespace cordon::determination
