// SPDX-License-Identifier: Apache-2.0
// The fast engine against its slow twin, over random rules and random partial cases.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "law/reference/random_law.h"
#include "law/reference/twin.h"
#include "law/trace.h"

namespace cordon::law {
namespace {

constexpr std::size_t kRules = 40;

std::uint64_t asked = 0;

class Everything {
public:
    explicit Everything(std::uint32_t seed)
        : chance(seed), rules(sample::random_rules(chance, kRules)), law(sample::law_with(rules)) {}

    const Edition& edition(Date day) {
        const auto reading = chance.percent(70) ? Reading::AsEnforced : Reading::AsCodified;
        return law.on(day, reading);
    }
    [[nodiscard]] std::string where(const Edition::Entry& entry, const SubjectRef& subject) const {
        const Provision& provision = law.provisions()[entry.provision];
        return provision.versions[entry.version].when + " of " + to_text(subject);
    }

    sample::Chance chance;
    std::vector<sample::Rule> rules;
    Law law;
};

template <class F>
void for_each_question(const Edition& edition, const Case& facts, F&& ask) {
    for (const Edition::Entry& entry : edition.entries()) {
        const Per per = edition.law().provisions()[entry.provision].per;
        for (const SubjectRef& subject : subjects(facts, per)) ask(entry, subject);
    }
}

RC_GTEST_PROP(Engine, AnswersEveryQuestionAsItsTwinDoes, (std::uint32_t seed)) {
    Everything all(seed);
    Evaluation evaluation;
    for (int round = 0; round < 40; ++round) {
        const Case facts = sample::random_case(all.chance, all.law.schema());
        const Date day = sample::random_day(all.chance);
        const Edition& edition = all.edition(day);
        evaluation.restart(edition, facts, day);
        for_each_question(edition, facts, [&](const auto& entry, const auto& subject) {
            const Truth fast = evaluation.holds(entry, subject);
            const Truth slow =
                reference::holds(all.law, edition.reading(), day, facts, entry.provision, subject);
            ++asked;
            if (fast != slow) RC_FAIL(all.where(entry, subject));
            if (evaluation.holds(entry, subject) != fast) RC_FAIL("asked twice");
        });
    }
}

RC_GTEST_PROP(Engine, SettlesDefinitionsOverCountriesAsItsTwinDoes, (std::uint32_t seed)) {
    Everything all(seed);
    const Case nothing = sample::unknown_case(all.law.schema(), 0, 0);
    Evaluation evaluation;
    const Date day = sample::random_day(all.chance);
    const Edition& edition = all.edition(day);
    evaluation.restart(edition, nothing, day);
    for (const auto& entry : edition.entries()) {
        if (all.law.provisions()[entry.provision].per != Per::Country) continue;
        for (const char* code : {"CN", "HK", "MO", "SG", "US", "KP"}) {
            const Country country = MUST(Country::from_code(code));
            RC_ASSERT(evaluation.holds_for_country(entry, country) ==
                      reference::holds_for_country(all.law, edition.reading(), day, nothing,
                                                   entry.provision, country));
        }
    }
}

RC_GTEST_PROP(Engine, NeverTakesBackADefiniteAnswerWhenMoreIsKnown, (std::uint32_t seed)) {
    Everything all(seed);
    Evaluation evaluation;
    for (int round = 0; round < 4; ++round) {
        Case facts = sample::random_case(all.chance, all.law.schema());
        const Date day = sample::random_day(all.chance);
        const Edition& edition = all.edition(day);
        for (int step = 0; step < 10; ++step) {
            Case more = facts;
            if (!sample::learn_one(all.chance, all.law.schema(), more)) break;
            std::vector<Truth> before;
            evaluation.restart(edition, facts, day);
            for (const Edition::Entry& entry : edition.entries()) {
                if (all.law.provisions()[entry.provision].per == Per::Country) continue;
                for (const auto& subject : subjects(facts, Per::Transaction)) {
                    if (all.law.provisions()[entry.provision].per != Per::Transaction) continue;
                    before.push_back(evaluation.holds(entry, subject));
                }
            }
            std::size_t next = 0;
            evaluation.restart(edition, more, day);
            for (const Edition::Entry& entry : edition.entries()) {
                if (all.law.provisions()[entry.provision].per != Per::Transaction) continue;
                const Truth after = evaluation.holds(entry, SubjectRef());
                if (!refines(before[next++], after)) RC_FAIL(all.where(entry, SubjectRef()));
            }
            facts = std::move(more);
        }
    }
}

/// Checks that every compound step follows from its parts.
void check_steps(const TraceRecord& record, const Edition::Compiled& compiled) {
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        const TraceStep& step = record.steps[i];
        std::vector<Truth> parts;
        for (std::size_t part = i + 1; part < step.end; part = record.steps[part].end) {
            parts.push_back(record.steps[part].truth);
        }
        if (parts.empty() || step.kind != TraceStep::Kind::Condition) continue;
        RC_ASSERT(combined(compiled.code[step.code], parts) == step.truth);
    }
}

RC_GTEST_PROP(Explanation, ComesToTheSameAnswerThroughAllItsParts, (std::uint32_t seed)) {
    Everything all(seed);
    Evaluation evaluation;
    for (int round = 0; round < 5; ++round) {
        const Case facts = sample::random_case(all.chance, all.law.schema());
        const Date day = sample::random_day(all.chance);
        const Edition& edition = all.edition(day);
        evaluation.restart(edition, facts, day);
        for_each_question(edition, facts, [&](const auto& entry, const auto& subject) {
            const Truth truth = evaluation.holds(entry, subject);
            const TraceRecord record = evaluation.record(entry, subject);
            RC_ASSERT(record.steps.front().truth == truth);
            check_steps(record, edition.compiled());
            RC_ASSERT(evaluation.render(record).truth == truth);
            const auto missing = evaluation.missing(entry, subject);
            if (truth != Truth::Unknown) RC_ASSERT(missing.empty());
            if (truth == Truth::Unknown && missing.empty()) RC_FAIL(all.where(entry, subject));
            if (truth == Truth::No) {
                RC_ASSERT(!evaluation.failed_condition(entry, subject).text.empty());
            }
        });
    }
}

TEST(Engine, WasAskedAHundredThousandTimes) {
    EXPECT_GE(asked, 100'000U);
}

}  // namespace
}  // namespace cordon::law
