// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <thread>

#include "law/program.h"
#include "law/reference/question.h"

namespace cordon::law {
namespace {

using sample::Question;

Date day(const char* text) {
    return MUST(Date::from_iso(text));
}

std::vector<RuleFile> files_of(const std::vector<sample::Rule>& rules) {
    auto files = sample::basics();
    for (const auto& rule : rules) files.push_back({rule.name + ".toml", sample::toml_of(rule)});
    return files;
}

TEST(Law, RefusesACircleOfDefinitionsAndNamesIt) {
    const auto law = Law::load(files_of({Question::rule("a", "transaction", "sunny or b()"),
                                         Question::rule("b", "transaction", "c()"),
                                         Question::rule("c", "transaction", "not a()")}));
    ASSERT_FALSE(law);
    ASSERT_EQ(law.error().errors.size(), 1U);
    const Error& error = law.error().errors[0];
    EXPECT_EQ(error.message, "a circle of definitions: a → b → c → a");
    EXPECT_EQ(error.position.file, "c.toml");
    EXPECT_EQ(error.related.size(), 3U);
    EXPECT_FALSE(Law::load(files_of({Question::rule("a", "transaction", "a()")})));
}

TEST(Law, ReportsTheMistakesOfAllRulesInOrder) {
    sample::Rule last = Question::rule("b", "transaction", "sunny");
    last.unless = "stormy";
    const auto law =
        Law::load(files_of({last, Question::rule("a", "transaction", "rainy or windy")}));
    ASSERT_FALSE(law);
    std::vector<std::string> messages;
    for (const Error& error : law.error().errors) messages.push_back(error.message);
    EXPECT_EQ(messages, (std::vector<std::string>{"nothing says what 'rainy' means",
                                                  "nothing says what 'windy' means",
                                                  "nothing says what 'stormy' means"}));
    EXPECT_NE(law.error().to_text().find("3 mistakes in the rules"), std::string::npos);
}

TEST(Law, RefusesASetThatHasNoMembersOnADayOfTheRule) {
    auto rule = Question::rule("a", "transaction", "route.to in group_d");
    rule.from = "1999-01-01";
    const auto early = Law::load(files_of({rule}));
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().errors[0].message,
              "'group_d' has no members on 1999-01-01, a day on which this condition holds");
}

TEST(Law, AllowsHongKongInARuleThatEndedBeforeItReadAsChina) {
    auto rule = Question::rule("a", "transaction", "route.to == HK");
    rule.until = "2020-12-23";
    EXPECT_TRUE(Law::load(files_of({rule})));
    rule.until = "2020-12-24";
    EXPECT_FALSE(Law::load(files_of({rule})));
}

TEST(Law, KnowsTheDaysOnWhichAnythingChanges) {
    auto rule = Question::rule("a", "transaction", "sunny");
    rule.from = "2022-02-02";
    rule.until = "2022-03-03";
    const Law law = sample::law_with({rule});
    EXPECT_EQ(law.change_days(),
              (std::vector<Date>{day("2000-01-01"), day("2020-12-23"), day("2022-02-02"),
                                 day("2022-03-03"), day("2023-01-01")}));
}

TEST(Law, HasOneEditionBetweenTwoChanges) {
    const Law law = sample::law_with({Question::rule("a", "transaction", "sunny")});
    EXPECT_EQ(&law.on(day("2021-01-01"), Reading::AsEnforced),
              &law.on(day("2021-12-31"), Reading::AsEnforced));
    EXPECT_NE(&law.on(day("2021-01-01"), Reading::AsEnforced),
              &law.on(day("2021-01-01"), Reading::AsCodified));
    EXPECT_TRUE(law.on(day("2018-12-31"), Reading::AsEnforced).entries().empty());
    EXPECT_EQ(law.on(day("2019-01-01"), Reading::AsEnforced).entries().size(), 1U);
    EXPECT_EQ(law.on(kFirstDate, Reading::AsEnforced).entry(0), nullptr);
}

TEST(Law, MakesAnEditionOnceHoweverManyAskForIt) {
    const Law law = sample::law_with({Question::rule("a", "transaction", "sunny")});
    std::vector<const Edition*> seen(8);
    std::vector<std::thread> threads;
    for (auto& place : seen) {
        threads.emplace_back([&] { place = &law.on(day("2021-01-01"), Reading::AsEnforced); });
    }
    for (auto& thread : threads) thread.join();
    for (const Edition* edition : seen) EXPECT_EQ(edition, seen[0]);
}

TEST(Law, TakesItsEditionsAlongWhenItMoves) {
    Law law = sample::law_with({Question::rule("a", "transaction", "sunny")});
    const Edition& edition = law.on(day("2021-01-01"), Reading::AsEnforced);
    const Law moved = std::move(law);
    EXPECT_EQ(&edition.law(), &moved);
    EXPECT_EQ(&edition, &moved.on(day("2021-01-01"), Reading::AsEnforced));
}

TEST(Law, HashesPathsAndContentsInAnyOrder) {
    auto files = files_of({Question::rule("a", "transaction", "sunny")});
    const std::string hash = Law::load(files)->hash();
    std::reverse(files.begin(), files.end());
    EXPECT_EQ(Law::load(files)->hash(), hash);
    files[0].text += "\n";
    EXPECT_NE(Law::load(files)->hash(), hash);
}

TEST(Law, GivesSetsAndThresholds) {
    const Law law = sample::law_with(
        {Question::rule("a", "transaction", "power >= 2 MW or 30 kW < power or value > 7 USD"),
         Question::rule("b", "transaction", "power < 30 kW")});
    EXPECT_EQ(law.thresholds(SubjectKind::Transaction,
                             law.schema().slot(SubjectKind::Transaction, "power")),
              (std::vector<Decimal>{Decimal::from_int(30), Decimal::from_int(2000)}));
    EXPECT_EQ(law.set_on("group_d", day("2022-01-01"))->count(), 2U);
    EXPECT_EQ(law.set_on("group_d", day("1980-01-01"))->count(), 0U);
    EXPECT_FALSE(law.set_on("group_x", day("2022-01-01")));
    EXPECT_TRUE(law.find("test.a"));
    EXPECT_FALSE(law.find("test.x"));
}

TEST(Law, GivesToolsTheCheckedTrees) {
    const Law law = sample::law_with({Question::rule("a", "device", "device.tpp >= 4.8e3 TPP")});
    const Expression& e = law.program().at(0, 0).when;
    const Node& root = e.at(e.root);
    EXPECT_EQ(root.kind, NodeKind::Compare);
    EXPECT_EQ(root.relation, Relation::GreaterOrEqual);
    EXPECT_EQ(e.at(root.children[0]).slot, law.schema().slot(SubjectKind::Device, "tpp"));
    EXPECT_EQ(e.at(root.children[1]).number, Decimal::from_int(4800));
}

}  // namespace
}  // namespace cordon::law
