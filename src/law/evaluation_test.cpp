// SPDX-License-Identifier: Apache-2.0
// What the reference promises, one sentence a test.
#include <gtest/gtest.h>

#include "law/reference/question.h"

namespace cordon::law {
namespace {

using sample::Question;

TEST(Evaluation, IsUnknownWhereAFactIsNotStated) {
    Question q("sunny or military");
    EXPECT_EQ(q.answer(), Truth::Unknown);
    q.set("sunny", "no");
    EXPECT_EQ(q.answer(), Truth::Unknown);
    q.set("military", "yes");
    EXPECT_EQ(q.answer(), Truth::Yes);
}

TEST(Evaluation, IsUnknownWhereBoundsStraddleTheThreshold) {
    Question q("any device: device.tpp >= 4800 TPP");
    const Slot tpp = q.law.schema().slot(SubjectKind::Device, "tpp");
    FactSet& device = q.facts.items[0].alternatives[0].devices[0];
    const auto between = [&](std::int64_t lo, std::int64_t hi) {
        device.set(
            tpp, Value::of(MUST(Interval::between(Decimal::from_int(lo), Decimal::from_int(hi)))));
        return q.answer();
    };
    EXPECT_EQ(between(4700, 4900), Truth::Unknown);
    EXPECT_EQ(between(4800, 4900), Truth::Yes);
    EXPECT_EQ(between(4700, 4799), Truth::No);
}

TEST(Evaluation, ReadsHongKongAsChinaFromItsDay) {
    Question q("route.to == CN and route.to in group_d and CN in route.via");
    q.set("route.to", "HK");
    q.set("route.via", "HK SG");
    EXPECT_EQ(q.answer("2020-12-22"), Truth::No);
    EXPECT_EQ(q.answer("2020-12-23"), Truth::Yes);
}

TEST(Evaluation, TakesTheMembersOfASetOnTheDay) {
    Question q("route.to in group_d");
    q.set("route.to", "MO");
    EXPECT_EQ(q.answer("2022-12-31"), Truth::No);
    EXPECT_EQ(q.answer("2023-01-01"), Truth::Yes);
}

TEST(Evaluation, CountsDaysFromADate) {
    Question q("date - since >= 25 days");
    q.set("since", "2024-01-01");
    EXPECT_EQ(q.answer("2024-01-25"), Truth::No);
    EXPECT_EQ(q.answer("2024-01-26"), Truth::Yes);
}

TEST(Evaluation, SaysNoForAnyOfNobodyAndYesForAll) {
    Question any("any party: party.army", 0, 0);
    EXPECT_EQ(any.answer(), Truth::No);
    Question all("all party: party.army", 0, 0);
    EXPECT_EQ(all.answer(), Truth::Yes);
    Question no("no party: party.army", 0, 0);
    EXPECT_EQ(no.answer(), Truth::Yes);
}

TEST(Evaluation, IsUnsureOfDevicesNobodyNamed) {
    Question q({Question::rule("asked", "item", "any device: device.datacenter"),
                Question::rule("whole", "item", "all device: device.datacenter")});
    q.device(0, "datacenter", "no");
    q.facts.items[0].alternatives[0].devices_complete = false;
    q.restart();
    const SubjectRef item{SubjectKind::Item, 0, 0, 0};
    EXPECT_EQ(q.evaluation.holds(q.entry(), item), Truth::Unknown);
    EXPECT_EQ(q.evaluation.holds(q.entry("whole"), item), Truth::No);
    q.device(0, "datacenter", "yes");
    q.restart();
    EXPECT_EQ(q.evaluation.holds(q.entry(), item), Truth::Yes);
    EXPECT_EQ(q.evaluation.holds(q.entry("whole"), item), Truth::Unknown);
}

TEST(Evaluation, LetsAPlaceholderPartyLeaveAnyUnknown) {
    Question q("any party where end_user in party.roles: party.country == CN", 1, 2);
    q.party(0, "roles", "seller");
    q.party(1, "roles", "end_user");
    q.facts.parties[1].placeholder = true;
    EXPECT_EQ(q.answer(), Truth::Unknown);
    q.party(1, "country", "SG");
    EXPECT_EQ(q.answer(), Truth::No);
}

TEST(Evaluation, AsksAnItemUnderEachAlternative) {
    Question q({Question::rule("asked", "item", "item.kind == ic"),
                Question::rule("some", "transaction", "any item: item.kind == ic")});
    q.facts.items[0].alternatives.push_back(q.facts.items[0].alternatives[0]);
    q.item(0, "kind", "ic", 0);
    q.item(0, "kind", "board", 1);
    q.restart();
    EXPECT_EQ(q.evaluation.holds(q.entry(), {SubjectKind::Item, 0, 0, 0}), Truth::Unknown);
    EXPECT_EQ(q.evaluation.holds_under(q.entry(), {SubjectKind::Item, 0, 0, 0}), Truth::Yes);
    EXPECT_EQ(q.evaluation.holds_under(q.entry(), {SubjectKind::Item, 0, 0, 1}), Truth::No);
    EXPECT_EQ(q.evaluation.holds(q.entry("some"), {}), Truth::Unknown);
    q.item(0, "kind", "ic", 1);
    q.restart();
    EXPECT_EQ(q.evaluation.holds(q.entry("some"), {}), Truth::Yes);
}

TEST(Evaluation, CountsFromTheCertainToThePossible) {
    Question two("(count party where party.army) >= 2", 0, 3);
    Question four("(count party where party.army) >= 4", 0, 3);
    for (Question* q : {&two, &four}) q->party(0, "army", "yes");
    EXPECT_EQ(two.answer(), Truth::Unknown);
    EXPECT_EQ(four.answer(), Truth::No);
    two.party(2, "army", "yes");
    EXPECT_EQ(two.answer(), Truth::Yes);
}

TEST(Evaluation, TakesADefinitionThatIsNotInForceForNo) {
    sample::Rule called = Question::rule("called", "transaction", "yes");
    called.from = "2022-01-01";
    called.status =
        "[[status]]\nfrom = 2022-01-01\nuntil = 2023-01-01\nstate = \"in_force\"\n"
        "source = \"s\"\nconfidence = \"P\"\n"
        "[[status]]\nfrom = 2023-01-01\nuntil = 2024-01-01\nstate = \"not_enforced\"\n"
        "source = \"s\"\nconfidence = \"P\"\n"
        "[[status]]\nfrom = 2024-01-01\nstate = \"unconfirmed\"\n"
        "source = \"s\"\nconfidence = \"S\"\nchecked = \"a memo\"\n";
    Question q({called, Question::rule("asked", "transaction", "called()")});
    EXPECT_EQ(q.answer("2021-06-01"), Truth::No);
    EXPECT_EQ(q.answer("2022-06-01"), Truth::Yes);
    EXPECT_EQ(q.answer("2023-06-01"), Truth::No);
    EXPECT_EQ(q.answer("2023-06-01", Reading::AsCodified), Truth::Yes);
    EXPECT_EQ(q.answer("2024-06-01"), Truth::Yes);
    q.restart("2023-06-01");
    EXPECT_FALSE(q.entry("called").counts);
    EXPECT_EQ(q.entry("called").state, State::NotEnforced);
}

TEST(Evaluation, AnswersQuestionsNoWhenAskedTo) {
    Question q("military and route.to == CN");
    q.set("route.to", "CN");
    EXPECT_EQ(q.answer(), Truth::Unknown);
    EXPECT_EQ(q.evaluation.holds_if_questions_are_no(q.entry(), {}), Truth::No);
    EXPECT_EQ(q.evaluation.holds(q.entry(), {}), Truth::Unknown);
    Question facts("military or route.to == CN");
    EXPECT_EQ(facts.answer(), Truth::Unknown);
    EXPECT_EQ(facts.evaluation.holds_if_questions_are_no(facts.entry(), {}), Truth::Unknown);
}

TEST(Evaluation, RemembersAnswersPerWayOfTreatingQuestions) {
    Question q({Question::rule("called", "party", "party.army"),
                Question::rule("asked", "transaction", "any party: called(party)")});
    EXPECT_EQ(q.answer(), Truth::Unknown);
    EXPECT_EQ(q.evaluation.holds_if_questions_are_no(q.entry(), {}), Truth::No);
    EXPECT_EQ(q.evaluation.holds(q.entry(), {}), Truth::Unknown);
    EXPECT_EQ(q.evaluation.holds_if_questions_are_no(q.entry(), {}), Truth::No);
}

TEST(Evaluation, AnswersForACountry) {
    Question q({Question::rule("called", "country", "country in group_d"),
                Question::rule("asked", "party", "called(party.country)")});
    q.party(0, "country", "HK");
    q.restart();
    EXPECT_EQ(q.evaluation.holds(q.entry(), {SubjectKind::Party, 0, 0, 0}), Truth::Yes);
    const auto& called = q.entry("called");
    EXPECT_EQ(q.evaluation.holds_for_country(called, MUST(Country::from_code("HK"))), Truth::Yes);
    EXPECT_EQ(q.evaluation.holds_for_country(called, MUST(Country::from_code("SG"))), Truth::No);
}

TEST(Evaluation, HoldsWhenAndNotUnless) {
    sample::Rule rule = Question::rule("asked", "transaction", "sunny");
    rule.unless = "route.to == SG";
    Question q({rule});
    q.set("sunny", "yes");
    EXPECT_EQ(q.answer(), Truth::Unknown);
    q.set("route.to", "SG");
    EXPECT_EQ(q.answer(), Truth::No);
    q.set("route.to", "US");
    EXPECT_EQ(q.answer(), Truth::Yes);
}

TEST(Subjects, AreListedInOrder) {
    Question q("sunny", 2, 1);
    q.facts.items[1].alternatives.push_back(q.facts.items[1].alternatives[0]);
    q.facts.parties[0].listings.resize(2);
    EXPECT_EQ(subjects(q.facts, Per::Item).size(), 2U);
    const auto devices = subjects(q.facts, Per::Device);
    ASSERT_EQ(devices.size(), 3U);
    EXPECT_EQ(devices[2], (SubjectRef{SubjectKind::Device, 1, 0, 1}));
    EXPECT_EQ(subjects(q.facts, Per::Listing).size(), 2U);
    EXPECT_EQ(subjects(q.facts, Per::Transaction).size(), 1U);
    EXPECT_TRUE(subjects(q.facts, Per::Country).empty());
}

}  // namespace
}  // namespace cordon::law
