// SPDX-License-Identifier: Apache-2.0
// Many rules asked at once against the same rules asked one by one.
#include "law/questionnaire.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "law/reference/random_law.h"

namespace cordon::law {
namespace {

/// Random rules, and many more that join two of their conditions: so conditions are shared.
std::vector<sample::Rule> rules_that_share(sample::Chance& chance) {
    auto rules = sample::random_rules(chance, 30);
    const auto conditions = rules;
    const std::vector<std::string> of_the_transaction = {"", " and sunny", " and not military",
                                                         " and (sunny or military)"};
    for (int i = 0; rules.size() < 100 && i < 1000; ++i) {
        sample::Rule rule = chance.one_of(conditions);
        const sample::Rule& other = chance.one_of(conditions);
        if (other.per != rule.per) continue;
        rule.name = "joined_" + std::to_string(i);
        rule.when =
            "(" + rule.when + ") and (" + other.when + ")" + chance.one_of(of_the_transaction);
        rules.push_back(rule);
    }
    return rules;
}

sample::Rule rule(std::string name, std::string when) {
    sample::Rule made;
    made.name = std::move(name);
    made.when = std::move(when);
    return made;
}

std::vector<Edition::Entry> rules_of_subjects(const Edition& edition) {
    std::vector<Edition::Entry> rules;
    for (const auto& entry : edition.entries()) {
        if (edition.law().provisions()[entry.provision].per != Per::Country) rules.push_back(entry);
    }
    return rules;
}

std::vector<Answer> asked_one_by_one(const Edition& edition,
                                     const std::vector<Edition::Entry>& rules, const Case& facts,
                                     Evaluation& evaluation) {
    std::vector<Answer> answers;
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        for (const auto& subject :
             subjects(facts, edition.law().provisions()[rules[i].provision].per)) {
            const Truth truth = evaluation.holds(rules[i], subject);
            if (truth == Truth::No) continue;
            const Truth otherwise = evaluation.holds_if_questions_are_no(rules[i], subject);
            answers.push_back({i, subject, truth, otherwise == Truth::No});
        }
    }
    return answers;
}

bool same(const Answer& a, const Answer& b) {
    return a.rule == b.rule && a.subject == b.subject && a.truth == b.truth &&
           a.only_questions == b.only_questions;
}

RC_GTEST_PROP(Questionnaire, SaysOfEveryRuleWhatItSaysAskedAlone, (std::uint32_t seed)) {
    sample::Chance chance(seed);
    const Law law = sample::law_with(rules_that_share(chance));
    Evaluation together;
    Evaluation alone;
    bool several_blocks = false;
    for (int round = 0; round < 15; ++round) {
        const Case facts = sample::random_case(chance, law.schema());
        const Date day = sample::random_day(chance);
        const Edition& edition = law.on(day, Reading::AsEnforced);
        const auto rules = rules_of_subjects(edition);
        several_blocks = several_blocks || rules.size() > 64;
        together.restart(edition, facts, day);
        alone.restart(edition, facts, day);
        const auto answers = together.answers(Questionnaire(edition, rules));
        const auto expected = asked_one_by_one(edition, rules, facts, alone);
        RC_ASSERT(answers.size() == expected.size());
        RC_ASSERT(std::ranges::equal(answers, expected, same));
    }
    RC_CLASSIFY(several_blocks, "more than one block");
}

TEST(Questionnaire, OfNoRulesAsksNothing) {
    const Law law = sample::law_with({});
    const Case facts = sample::unknown_case(law.schema(), 1, 1);
    const Edition& edition = law.on(MUST(Date::from_iso("2024-01-01")), Reading::AsEnforced);
    Evaluation evaluation;
    evaluation.restart(edition, facts, MUST(Date::from_iso("2024-01-01")));
    EXPECT_TRUE(evaluation.answers(Questionnaire()).empty());
    EXPECT_TRUE(evaluation.answers(Questionnaire(edition, {})).empty());
}

TEST(Questionnaire, TellsAnOpenQuestionFromAMissingFact) {
    const Law law = sample::law_with(
        {rule("asks_a_question", "military"), rule("asks_a_fact", "sunny"),
         rule("asks_both", "sunny and military"), rule("asks_either", "sunny or military")});
    const Case facts = sample::unknown_case(law.schema(), 1, 1);
    const Date day = MUST(Date::from_iso("2024-01-01"));
    const Edition& edition = law.on(day, Reading::AsEnforced);
    Evaluation evaluation;
    evaluation.restart(edition, facts, day);
    std::vector<std::string> only_questions;
    const auto rules = rules_of_subjects(edition);
    const auto answers = evaluation.answers(Questionnaire(edition, rules));
    EXPECT_EQ(answers.size(), 4U);
    for (const auto& answer : answers) {
        EXPECT_EQ(answer.truth, Truth::Unknown);
        if (!answer.only_questions) continue;
        only_questions.push_back(law.provisions()[rules[answer.rule].provision].name);
    }
    std::ranges::sort(only_questions);
    EXPECT_EQ(only_questions, (std::vector<std::string>{"asks_a_question", "asks_both"}));
}

}  // namespace
}  // namespace cordon::law
