// SPDX-License-Identifier: Apache-2.0
// From answers to an outcome.
//
// Every barrier in force is asked of every subject it speaks of; nothing stops at the first. Then
// only the exceptions that name a requirement which applies are tried. The outcome is the maximum
// of what each finding supports:
//
//   prohibition that applies                      prohibited
//   requirement that applies, not cured           licence required
//   requirement that applies, cured               exception available
//   hold overlay or open flag that applies        hold
//   any of these that cannot be told              hold when only knowledge questions are open,
//                                                 cannot tell when facts are missing
//   flag that cannot be told                      nothing (it is listed as a question)
//
// The one subtlety: "only knowledge questions are open" is decided by asking again with every open
// question answered no. If the answer is then no, the law is clear but for the questions.
//
// Tested by engine_test.cpp and every golden determination.
#include <algorithm>

#include "determination/parts.h"
#include "law/trace.h"

namespace cordon::determination {

std::string_view to_text(Outcome outcome) {
    switch (outcome) {
        case Outcome::NoLicenceRequired:
            return "no_licence_required";
        case Outcome::ExceptionAvailable:
            return "exception_available";
        case Outcome::CannotTell:
            return "cannot_tell";
        case Outcome::Hold:
            return "hold";
        case Outcome::LicenceRequired:
            return "licence_required";
        case Outcome::Prohibited:
            return "prohibited";
    }
    return "";
}

using law::Kind;

Outcome supported(const law::Provision& provision, const Finding& finding) {
    if (finding.truth == Truth::No) return Outcome::NoLicenceRequired;
    if (finding.cured) {  // A flag that was looked into stands for nothing any more.
        return provision.kind == Kind::Flag ? Outcome::NoLicenceRequired
                                            : Outcome::ExceptionAvailable;
    }
    if (finding.truth == Truth::Unknown) {
        if (provision.kind == Kind::Flag) return Outcome::NoLicenceRequired;
        return finding.open == Open::Question ? Outcome::Hold : Outcome::CannotTell;
    }
    switch (provision.kind) {
        case Kind::Prohibition:
            return Outcome::Prohibited;
        case Kind::Requirement:
            return Outcome::LicenceRequired;
        case Kind::Flag:
        case Kind::Overlay:
            return Outcome::Hold;
        case Kind::Definition:
        case Kind::Classification:
        case Kind::Exception:
        case Kind::ReviewPolicy:
        case Kind::Duty:
            break;
    }
    return Outcome::NoLicenceRequired;
}

namespace {

/// Does this exception hold for the subject of the requirement? A requirement that is not of one
/// item is cured by an item's exception only when it holds for every item.
Truth covers(law::Evaluation& evaluation, const law::Case& facts, const Plan::Exception& exception,
             const law::SubjectRef& subject) {
    const auto per = exception.ask.provision->per;
    if (per != law::Per::Item) return evaluation.holds(exception.ask.entry, law::SubjectRef{});
    if (subject.kind == law::SubjectKind::Item || subject.kind == law::SubjectKind::Device) {
        return evaluation.holds(exception.ask.entry, {law::SubjectKind::Item, subject.index, 0, 0});
    }
    Truth all = Truth::Yes;
    for (std::uint16_t item = 0; item < facts.items.size(); ++item) {
        all =
            both(all, evaluation.holds(exception.ask.entry, {law::SubjectKind::Item, item, 0, 0}));
    }
    return all;
}

/// Looks at the exceptions of one barrier, by its place in the plan.
bool cured(law::Evaluation& evaluation, const Prepared& prepared, const Plan& plan,
           const law::Answer& answer) {
    for (const std::uint32_t exception : plan.cured_by[answer.rule]) {
        const Truth covered =
            covers(evaluation, prepared.facts, plan.exceptions[exception], answer.subject);
        if (covered == Truth::Yes) return true;
    }
    return false;
}

}  // namespace

Decision Engine::decide(const Prepared& prepared, Desk& desk) const {
    auto& evaluation = desk.state_->evaluation;
    const Plan& plan = this->plan(*prepared.edition);
    evaluation.restart(*prepared.edition, prepared.facts, prepared.law_day);

    Decision decision;
    decision.outcome = decision.outcome_if_unconfirmed_fall = Outcome::NoLicenceRequired;
    const auto answers = evaluation.answers(plan.questionnaire);
    decision.findings.reserve(answers.size());
    // Flags that the order says were looked into, resolved and recorded.
    const auto resolved = prepared.facts.transaction.texts(plan.flags_resolved);
    for (const law::Answer& answer : answers) {
        const Plan::Ask& ask = plan.barriers[answer.rule];
        Finding finding{ask.entry, answer.subject, answer.truth, Open::Not, false};
        if (answer.truth == Truth::Unknown) {
            finding.open = answer.only_questions ? Open::Question : Open::Facts;
        }
        if (ask.provision->kind == Kind::Requirement) {
            finding.cured = cured(evaluation, prepared, plan, answer);
        }
        if (ask.provision->kind == Kind::Flag) {
            finding.cured = std::ranges::find(resolved, ask.provision->id) != resolved.end();
        }
        const Outcome outcome = supported(*ask.provision, finding);
        decision.outcome = std::max(decision.outcome, outcome);
        if (ask.entry.state != law::State::Unconfirmed) {
            decision.outcome_if_unconfirmed_fall =
                std::max(decision.outcome_if_unconfirmed_fall, outcome);
        }
        decision.findings.push_back(finding);
    }
    return decision;
}

std::vector<law::TraceRecord> Engine::traces(const Prepared& prepared, const Decision& decision,
                                             Desk& desk) const {
    auto& evaluation = desk.state_->evaluation;
    evaluation.restart(*prepared.edition, prepared.facts, prepared.law_day);
    std::vector<law::TraceRecord> traces;
    traces.reserve(decision.findings.size());
    for (const auto& finding : decision.findings) {
        traces.push_back(evaluation.record(finding.entry, finding.subject));
    }
    return traces;
}

}  // namespace cordon::determination
