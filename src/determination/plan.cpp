// SPDX-License-Identifier: Apache-2.0
#include "determination/plan.h"

#include <algorithm>

namespace cordon::determination {

namespace {

bool blocks(const law::Provision& provision) {
    return provision.kind == law::Kind::Requirement || provision.kind == law::Kind::Prohibition;
}

/// A licence that is held cures every requirement of the country that gave it.
void add_all_of(const law::Law& law, const std::string& jurisdiction,
                std::vector<law::ProvisionIndex>& cures) {
    const auto& provisions = law.provisions();
    for (law::ProvisionIndex i = 0; i < provisions.size(); ++i) {
        const bool requirement = provisions[i].kind == law::Kind::Requirement;
        if (requirement && provisions[i].jurisdiction == jurisdiction) cures.push_back(i);
    }
}

Plan::Exception exception_of(const law::Law& law, const Plan::Ask& ask) {
    Plan::Exception exception{.ask = ask, .cures = {}};
    for (const auto& id : ask.provision->cures) {
        if (id == "*") add_all_of(law, ask.provision->jurisdiction, exception.cures);
        if (auto index = law.find(id)) exception.cures.push_back(*index);
    }
    std::sort(exception.cures.begin(), exception.cures.end());
    return exception;
}

/// What deciding would otherwise look up for every case.
void prepare_barriers(const law::Edition& edition, Plan& plan) {
    std::vector<law::Edition::Entry> rules;
    for (const auto& barrier : plan.barriers) {
        rules.push_back(barrier.entry);
        auto& cured_by = plan.cured_by.emplace_back();
        for (std::uint32_t i = 0; i < plan.exceptions.size(); ++i) {
            if (plan.exceptions[i].cures_provision(barrier.entry.provision)) cured_by.push_back(i);
        }
    }
    plan.questionnaire = law::Questionnaire(edition, rules);
    plan.flags_resolved =
        edition.law().schema().slot(law::SubjectKind::Transaction, "flags_resolved");
}

}  // namespace

bool Plan::Exception::cures_provision(law::ProvisionIndex provision) const {
    return std::binary_search(cures.begin(), cures.end(), provision);
}

Plan Plan::of(const law::Edition& edition) {
    Plan plan;
    for (const auto& entry : edition.entries()) {
        const law::Provision& provision = edition.law().provisions()[entry.provision];
        const Ask ask{entry, &provision};
        if (!entry.counts) {
            if (blocks(provision)) plan.not_counting.push_back(ask);
            continue;
        }
        if (provision.jurisdiction == "policy") {
            // A provider's own policy is a contract matter: it never decides the legal outcome.
            if (provision.kind != law::Kind::Definition) plan.notes.push_back(ask);
            continue;
        }
        switch (provision.kind) {
            case law::Kind::Definition:
                break;
            case law::Kind::Classification:
                plan.classifications.push_back(ask);
                break;
            case law::Kind::Requirement:
            case law::Kind::Prohibition:
            case law::Kind::Flag:
                plan.barriers.push_back(ask);
                break;
            case law::Kind::Exception:
                plan.exceptions.push_back(exception_of(edition.law(), ask));
                break;
            case law::Kind::ReviewPolicy:
                plan.reviews.push_back(ask);
                break;
            case law::Kind::Overlay:
                (provision.effect == law::Effect::Hold ? plan.barriers : plan.notes).push_back(ask);
                break;
            case law::Kind::Duty:
                plan.duties.push_back(ask);
                break;
        }
    }
    prepare_barriers(edition, plan);
    return plan;
}

}  // namespace cordon::determination
