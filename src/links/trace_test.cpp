// SPDX-License-Identifier: Apache-2.0
#include "links/trace.h"

#include <gtest/gtest.h>

#include <set>

namespace cordon::links {
namespace {

Date day(const char* text) {
    return MUST(Date::from_iso(text));
}

/// A graph in words. Every party is a company unless said otherwise.
class Told {
public:
    PartyIndex party(const std::string& name, const std::string& kind = "company") {
        for (PartyIndex p = 0; p < records_.parties.size(); ++p) {
            if (records_.parties[p].name == name) return p;
        }
        PartyRecord record;
        record.id = name;
        record.name = name;
        record.kind = kind;
        records_.parties.push_back(record);
        return static_cast<PartyIndex>(records_.parties.size() - 1);
    }
    Link& link(const std::string& subject, Relation relation, const std::string& object) {
        Link link;
        link.id = std::to_string(records_.links.size());
        link.subject = party(subject);
        link.object = party(object);
        link.relation = relation;
        link.known_since = day("2000-01-01");
        link.grade = Grade::A;
        records_.links.push_back(link);
        return records_.links.back();
    }
    Link& owns(const std::string& holder, int low, int high, const std::string& company) {
        auto& made = link(holder, Relation::Owns, company);
        made.share = part_of_whole(static_cast<std::uint32_t>(low) * (kWhole / 100),
                                   static_cast<std::uint32_t>(high) * (kWhole / 100));
        return made;
    }
    Records& records() { return records_; }
    [[nodiscard]] Trace traced(const std::string& name, const std::set<std::string>& listed,
                               const char* on = "2025-10-15",
                               std::optional<Date> known = std::nullopt) const {
        const LinkGraph graph(records_);
        const auto on_list = [&](const PartyRecord& record) {
            if (!listed.contains(record.name)) return Listed{};
            return Listed{Truth::Yes,  Truth::Yes, "entity_list",
                          record.name, "1 FR 1",   day("2019-06-24")};
        };
        return trace(graph, graph.find(name).front(), {day(on), known}, on_list);
    }

private:
    Records records_;
};

TEST(Trace, AddsUpWhatTwoListedPartiesHoldAndNamesTheStakes) {
    Told told;
    told.owns("A", 49, 49, "C");
    told.owns("B", 2, 2, "C");
    told.owns("Somebody", 49, 49, "C");
    const auto both = told.traced("C", {"A", "B"});
    EXPECT_EQ(both.ownership.held, Truth::Yes);
    EXPECT_EQ(both.ownership.named.to_text(), "0.51");
    EXPECT_EQ(both.ownership.witness, (std::vector<LinkIndex>{0, 1}));
    // Somebody's own holders are not known, and would bring it over the threshold.
    const auto one = told.traced("C", {"A"});
    EXPECT_EQ(one.ownership.held, Truth::Unknown);
    EXPECT_EQ(one.ownership.named.to_text(), "0.49");
    ASSERT_FALSE(one.ownership.open.empty());
    EXPECT_EQ(one.ownership.open.front().question,
              "Who holds the 100 % of Somebody that no source names?");
}

TEST(Trace, AStakeSoldTheDayBeforeIsNotHeldAndOneNotYetKnownIsNotUsed) {
    Told told;
    told.owns("A", 100, 100, "C").until = day("2020-11-17");
    told.owns("A", 60, 60, "D").known_since = day("2024-08-04");
    told.party("C", "company");
    EXPECT_EQ(told.traced("C", {"A"}, "2020-11-16").ownership.held, Truth::Yes);
    EXPECT_EQ(told.traced("C", {"A"}, "2020-11-17").ownership.named.to_text(), "0");
    EXPECT_EQ(told.traced("D", {"A"}, "2025-01-01", day("2024-08-03")).ownership.named.to_text(),
              "0");
    EXPECT_EQ(told.traced("D", {"A"}, "2025-01-01", day("2024-08-04")).ownership.held, Truth::Yes);
}

TEST(Trace, AListThatTheRuleDoesNotReadShowsAChainAndNoShare) {
    Told told;
    told.owns("A", 60, 60, "C");
    const LinkGraph graph(told.records());
    const auto on_1260h = [](const PartyRecord& record) {
        if (record.name != "A") return Listed{};
        return Listed{Truth::Yes, Truth::No, "section_1260h", "A", "", {}};
    };
    const auto traced = trace(graph, graph.find("C").front(), {day("2025-10-15"), {}}, on_1260h);
    EXPECT_EQ(traced.ownership.named.to_text(), "0");
    EXPECT_EQ(traced.chains.size(), 1U);
}

TEST(Trace, AWeakSourceRaisesAQuestionAndSettlesNone) {
    Told told;
    told.owns("A", 60, 60, "C").grade = Grade::D;
    const auto weak = told.traced("C", {"A"});
    EXPECT_EQ(weak.ownership.held, Truth::Unknown);
    EXPECT_EQ(weak.ownership.listed_owner, Truth::Yes);
    Told excluded;
    excluded.owns("A", 60, 60, "C").grade = Grade::X;
    EXPECT_EQ(excluded.traced("C", {"A"}).ownership.listed_owner, Truth::No);
}

TEST(Trace, TwoSourcesForOneStakeAreOneStake) {
    Told told;
    told.owns("A", 30, 30, "C");
    told.owns("A", 30, 30, "C");
    told.owns("B", 70, 70, "C");
    told.records().parties[told.party("B")].kind = "person";
    EXPECT_EQ(told.traced("C", {"A"}).ownership.named.to_text(), "0.3");
    told.owns("A", 40, 40, "C");
    EXPECT_EQ(told.traced("C", {"A"}).ownership.named.to_text(), "0.3 to 0.7")
        << "30 or 40, or both, and then B has less than it is told to";
}

TEST(Trace, ControlWithoutAShareProvesNoHalf) {
    Told told;
    told.link("A", Relation::Controls, "C");
    const auto traced = told.traced("C", {"A"});
    EXPECT_EQ(traced.ownership.held, Truth::Unknown);
    EXPECT_EQ(traced.ownership.open.front().question, "How much of C does A hold?");
    ASSERT_TRUE(traced.parent.party.has_value());
    EXPECT_EQ(traced.parent.chain, (std::vector<LinkIndex>{0}));
}

TEST(Trace, WhatANomineeHoldsIsAnothers) {
    Told told;
    told.owns("Nominee", 60, 60, "C");
    told.link("Nominee", Relation::HoldsFor, "A");
    EXPECT_EQ(told.traced("C", {"A"}).ownership.held, Truth::Yes);
    EXPECT_EQ(told.traced("C", {"Nominee"}).ownership.held, Truth::Unknown)
        << "a nominee that is listed itself";
    told.records().links[1].grade = Grade::D;
    EXPECT_EQ(told.traced("C", {"A"}).ownership.held, Truth::Unknown);
    EXPECT_EQ(told.traced("C", {"Nominee"}).ownership.held, Truth::Unknown);
}

TEST(Trace, NomineesAreFollowedThroughEachOtherAndThroughTheirOtherRecords) {
    Told told;
    told.owns("First", 100, 100, "C");
    told.link("First", Relation::HoldsFor, "Second");
    told.link("Second", Relation::HoldsFor, "A");
    EXPECT_EQ(told.traced("C", {"A"}).ownership.held, Truth::Yes);
    Told other;
    other.owns("First", 100, 100, "C");
    other.link("First", Relation::SameAs, "First again");
    other.link("First again", Relation::HoldsFor, "A");
    const auto traced = other.traced("C", {"A"});
    EXPECT_EQ(traced.ownership.held, Truth::Yes);
    EXPECT_EQ(traced.parent.known, Truth::Unknown) << "whoever First holds for is behind it";
    Told circle;
    circle.owns("First", 100, 100, "C");
    circle.link("First", Relation::HoldsFor, "Second");
    circle.link("Second", Relation::HoldsFor, "First");
    EXPECT_EQ(circle.traced("C", {}).ownership.held, Truth::Unknown);
}

TEST(Trace, OneHolderUnderTwoRecordsHasOneStake) {
    Told told;
    told.owns("A", 30, 30, "C");
    told.link("A", Relation::SameAs, "A again");
    told.owns("A again", 30, 30, "C");
    EXPECT_EQ(told.traced("C", {"A"}).ownership.named.to_text(), "0.3");
}

TEST(Trace, SourcesThatContradictEachOtherDoNotMakeANo) {
    Told told;
    told.owns("Somebody", 100, 100, "C");
    told.records().parties[told.party("Somebody")].kind = "person";
    told.link("A", Relation::Owns, "C");
    EXPECT_EQ(told.traced("C", {"A"}).ownership.held, Truth::Unknown);
    EXPECT_EQ(told.traced("C", {"A"}).ownership.named.to_text(), "0 to 1");
    EXPECT_FALSE(told.traced("C", {"A"}).ownership.open.empty()) << "and it is asked about";
}

TEST(Trace, DifferentHeadquartersOfOneParentAndAWeakerSecondParentAreNotSettled) {
    Told told;
    told.link("State", Relation::Controls, "C");
    auto& records = told.records();
    records.parties[told.party("State")].kind = "government";
    records.parties[told.party("State")].headquarters = "US";
    EXPECT_EQ(told.traced("C", {}).parent.known, Truth::Yes);
    told.link("Other State", Relation::Controls, "C").grade = Grade::D;
    EXPECT_EQ(told.traced("C", {}).parent.known, Truth::Unknown);
    records.links.pop_back();
    told.link("State", Relation::SameAs, "State again");
    records.parties[told.party("State again")].kind = "government";
    records.parties[told.party("State again")].headquarters = "CN";
    EXPECT_EQ(told.traced("C", {}).parent.known, Truth::Unknown);
}

TEST(Trace, ARenamedPartyIsOnePartyAndAWeakSourceLeavesTwo) {
    Told told;
    told.owns("New name", 100, 100, "C");
    told.link("Old name", Relation::RenamedTo, "New name");
    EXPECT_EQ(told.traced("C", {"Old name"}).ownership.held, Truth::Yes);
    told.records().links[1].grade = Grade::D;
    EXPECT_EQ(told.traced("C", {"Old name"}).ownership.held, Truth::Unknown);
}

TEST(Trace, TheUltimateParentIsAChainOfControlAndConflictsAreShown) {
    Told told;
    told.owns("Holding", 60, 60, "C");
    told.link("State", Relation::Controls, "Holding");
    told.records().parties[told.party("State")].kind = "government";
    told.records().parties[told.party("State")].headquarters = "CN";
    auto traced = told.traced("C", {});
    EXPECT_EQ(traced.parent.known, Truth::Yes);
    EXPECT_EQ(traced.parent.headquarters, "CN");
    EXPECT_EQ(traced.parent.chain, (std::vector<LinkIndex>{0, 1}));
    told.link("Fund", Relation::Controls, "Holding");
    traced = told.traced("C", {});
    EXPECT_EQ(traced.parent.known, Truth::Unknown);
    EXPECT_EQ(traced.parent.conflict.size(), 2U);
    EXPECT_EQ(traced.parent.headquarters, "");
}

TEST(Trace, NoNamedParentIsNoProofThatThereIsNone) {
    Told told;
    told.owns("A", 30, 30, "C");
    const auto traced = told.traced("C", {});
    EXPECT_EQ(traced.parent.known, Truth::Unknown);
    EXPECT_NE(traced.parent.because.find("no source names a parent"), std::string::npos);
}

TEST(Trace, ACircleOfControlHasNoTop) {
    Told told;
    told.owns("A", 60, 60, "B");
    told.owns("B", 60, 60, "A");
    const auto traced = told.traced("A", {});
    EXPECT_FALSE(traced.parent.party.has_value());
    EXPECT_EQ(traced.parent.known, Truth::Unknown);
}

TEST(Trace, SuccessionIsAStrengthWithItsEvidenceAndWeakensInACrowd) {
    Told told;
    told.link("Manager", Relation::OfficerOf, "Listed").until = day("2019-10-01");
    told.link("Manager", Relation::FounderOf, "New").from = day("2019-12-01");
    told.link("New", Relation::SharesAddress, "Listed");
    auto traced = told.traced("New", {"Listed"});
    ASSERT_EQ(traced.successions.size(), 1U);
    EXPECT_EQ(traced.successions[0].strength, SuccessionStrength::Strong);
    EXPECT_EQ(traced.successions[0].signals.size(), 3U);
    EXPECT_EQ(traced.ownership.named.to_text(), "0") << "circumstances are no ownership";
    for (int i = 0; i < 20; ++i) {
        told.link("Tenant " + std::to_string(i), Relation::SharesAddress, "Listed");
    }
    traced = told.traced("New", {"Listed"});
    EXPECT_EQ(traced.successions[0].signals[1].weight, 0);
    EXPECT_TRUE(told.traced("New", {}).successions.empty());
}

TEST(Trace, AnAddressAloneIsWeak) {
    Told told;
    told.link("New", Relation::SharesAddress, "Listed");
    const auto traced = told.traced("New", {"Listed"});
    ASSERT_EQ(traced.successions.size(), 1U);
    EXPECT_EQ(traced.successions[0].strength, SuccessionStrength::Weak);
}

TEST(Trace, ChainsAreOrderedByStrengthAndEndAtAListedParty) {
    Told told;
    told.owns("A", 60, 60, "B");
    told.owns("B", 60, 60, "C");
    told.link("C", Relation::PartnerOf, "A");
    told.link("Far", Relation::Owns, "A");
    const auto traced = told.traced("C", {"A", "Far"});
    ASSERT_EQ(traced.chains.size(), 2U);
    EXPECT_EQ(traced.chains[0].links, (std::vector<LinkIndex>{1, 0}));
    EXPECT_EQ(traced.chains[1].links, (std::vector<LinkIndex>{2}));
}

TEST(Trace, WhatALimitCutsOffIsNotKnown) {
    Told told;
    told.owns("A", 100, 100, "B");
    told.owns("B", 100, 100, "C");
    const LinkGraph graph(told.records());
    const auto nobody = [](const PartyRecord&) { return Listed{}; };
    TraceOptions options;
    options.limits.depth = 1;
    const auto cut =
        trace(graph, graph.find("C").front(), {day("2025-01-01"), {}}, nobody, options);
    EXPECT_TRUE(cut.behind.cut);
    EXPECT_EQ(cut.ownership.listed_owner, Truth::Unknown);
    EXPECT_EQ(cut.ownership.held, Truth::Unknown);
}

TEST(Trace, ACrowdOfLinksCostsNoMoreThanALookAndIsSaid) {
    Told told;
    told.owns("Hub", 1, 1, "C");
    auto& records = told.records();
    for (std::uint32_t i = 0; i < 30'000; ++i) {
        PartyRecord party;
        party.id = party.name = "P" + std::to_string(i);
        records.parties.push_back(party);
        Link link = records.links.front();
        link.id = party.id;
        link.object = static_cast<PartyIndex>(records.parties.size() - 1);
        records.links.push_back(link);
    }
    const auto traced = told.traced("C", {"P29999"});
    EXPECT_TRUE(traced.cut);
    EXPECT_TRUE(told.traced("P5", {"C"}).cut);
}

}  // namespace
}  // namespace cordon::links
