// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "links/read_links.h"
#include "links/same_links_testing.h"

namespace cordon::links {
namespace {

Date day(std::string_view text) {
    return MUST(Date::from_iso(text));
}

struct Read {
    LinkGraph graph;
    std::vector<Error> errors;
    std::vector<std::pair<std::string, std::size_t>> left_out;
};

Read read(const std::string& text) {
    Reading reading;
    reading.add_bods(text, "bods.json");
    LinkGraph graph(reading.finish());
    return {std::move(graph), reading.errors(), reading.left_out()};
}

/// The two parties of 0.3, then these statements.
std::string old_package(const std::string& statements) {
    return R"([{"statementID":"e1","statementType":"entityStatement",)"
           R"("entityType":"registeredEntity","name":"Ada Ltd",)"
           R"("incorporatedInJurisdiction":{"name":"China","code":"CN"},)"
           R"("identifiers":[{"scheme":"GB-COH","id":"0123"}],"foundingDate":"2001-02-03"},
{"statementID":"p1","statementType":"personStatement","personType":"knownPerson",)"
           R"("names":[{"type":"individual","givenName":"Wei","familyName":"Zhang"}]},
)" + statements +
           "]";
}
std::string old_interest(const std::string& head, const std::string& interests) {
    return R"({)" + head +
           R"(,"statementType":"ownershipOrControlStatement",)"
           R"("subject":{"describedByEntityStatement":"e1"},)"
           R"("interestedParty":{"describedByPersonStatement":"p1"},"interests":[)" +
           interests +
           R"(],"source":{"type":["officialRegister"],"description":"Companies House"}})";
}
/// A statement of 0.4, on a line of its own.
std::string line(const std::string& type, const std::string& record, const std::string& more,
                 const std::string& details) {
    return fmt::format(R"({{"statementId":"s-{}-{}","recordId":"{}","recordType":"{}",)"
                       R"({}"recordDetails":{{{}}}}})",
                       record, std::hash<std::string>()(more), record, type, more, details) +
           "\n";
}
const std::string kParties =
    line("entity", "e", "",
         R"("isComponent":false,"entityType":{"type":"stateBody"},"name":"Ada")") +
    line("person", "p", "",
         R"("personType":"knownPerson","names":[{"fullName":"Zhang Wei"},{"fullName":"张伟"}])");
std::string new_interest(const std::string& more, const std::string& interests) {
    return line("relationship", "r", more,
                R"("subject":"e","interestedParty":"p","interests":[)" + interests + "]");
}

TEST(Bods, ReadsAStatementOfVersion03) {
    const auto got = read(old_package(
        old_interest(R"("statementID":"o1","statementDate":"2020-05-06")",
                     R"({"type":"shareholding","interestLevel":"direct","share":{"minimum":25,)"
                     R"("maximum":50,"exclusiveMinimum":true,"exclusiveMaximum":false},)"
                     R"("startDate":"2019-01-02","endDate":"2021-03-04"})")));
    EXPECT_TRUE(got.errors.empty());
    ASSERT_EQ(got.graph.links().size(), 1U);
    const auto& link = got.graph.link(0);
    EXPECT_EQ(link.id, "o1");
    EXPECT_EQ(got.graph.party(link.subject).name, "Wei Zhang");
    EXPECT_EQ(got.graph.party(link.subject).kind, "person");
    const auto& ada = got.graph.party(link.object);
    EXPECT_EQ(ada.name, "Ada Ltd");
    EXPECT_EQ(ada.kind, "company");
    EXPECT_EQ(ada.country, "CN");
    EXPECT_EQ(ada.founded, day("2001-02-03"));
    EXPECT_EQ(ada.identifiers, std::vector<std::string>{"GB-COH:0123"});
    EXPECT_EQ(link.relation, Relation::Owns);
    EXPECT_EQ(link.share->to_text(), "over 0.25 to 0.5");
    EXPECT_EQ(link.from, day("2019-01-02"));
    EXPECT_EQ(link.until, day("2021-03-04"));  // the day from which it ceased
    EXPECT_EQ(link.known_since, day("2020-05-06"));
    EXPECT_EQ(link.grade, Grade::A);
    EXPECT_EQ(link.source, "Companies House");
}

TEST(Bods, ReadsStatementsOfVersion04OneALine) {
    const auto got =
        read(kParties +
             new_interest(R"("statementDate":"2024-05-06T10:00:00Z",)",
                          R"({"type":"shareholding","directOrIndirect":"direct",)"
                          R"("share":{"exclusiveMinimum":50,"exclusiveMaximum":75}},)"
                          R"({"type":"votingRights","share":{"exact":60}},{"type":"boardChair"},)"
                          R"({"type":"settlor"})"));
    EXPECT_TRUE(got.errors.empty());
    ASSERT_EQ(got.graph.links().size(), 4U);
    EXPECT_EQ(got.graph.link(0).share->to_text(), "over 0.5 to under 0.75");
    EXPECT_EQ(got.graph.link(0).known_since, day("2024-05-06"));
    EXPECT_EQ(got.graph.link(0).grade, Grade::C);
    EXPECT_EQ(got.graph.link(1).relation, Relation::Controls);
    EXPECT_FALSE(got.graph.link(1).share);
    EXPECT_EQ(got.graph.link(1).note, "votingRights 60 %");
    EXPECT_EQ(got.graph.link(2).relation, Relation::OfficerOf);
    EXPECT_EQ(got.graph.link(3).relation, Relation::Linked);
    EXPECT_EQ(got.graph.link(3).id, "r/4");
    EXPECT_EQ(got.graph.party(got.graph.link(0).subject).aliases, std::vector<std::string>{"张伟"});
    EXPECT_EQ(got.graph.party(got.graph.link(0).object).kind, "government");
}

TEST(Bods, AnIndirectShareholdingIsControlAndNotAddedToItsChain) {
    const auto got = read(
        kParties +
        new_interest(
            "", R"({"type":"shareholding","directOrIndirect":"indirect","share":{"exact":60}})"));
    ASSERT_EQ(got.graph.links().size(), 1U);
    EXPECT_EQ(got.graph.link(0).relation, Relation::Controls);
    EXPECT_FALSE(got.graph.link(0).share);
    EXPECT_EQ(got.graph.link(0).note,
              "indirect shareholding of 60 %, not counted beside the direct chain");
}

TEST(Bods, AnInterestOfNoKindHasItsShareAsANote) {
    const auto told = read(old_package(old_interest(
        R"("statementID":"o1")", R"({"share":{"exclusiveMinimum":50,"exclusiveMaximum":75}})")));
    ASSERT_EQ(told.graph.links().size(), 1U);
    EXPECT_EQ(told.graph.link(0).note, "over 50 to under 75 %");
}

TEST(Bods, AReplacedStatementEndsWhenTheNextWasMade) {
    const auto got = read(old_package(
        old_interest(
            R"("statementID":"o2","statementDate":"2022-01-01","replacesStatements":["o1"])",
            R"({"type":"shareholding","share":{"exact":40}})") +
        "," +
        old_interest(R"("statementID":"o1","statementDate":"2020-01-01")",
                     R"({"type":"shareholding","share":{"exact":30},)"
                     R"("startDate":"2019-01-01"})")));
    ASSERT_EQ(got.graph.links().size(), 2U);
    EXPECT_EQ(got.graph.link(0).id, "o1@o1");
    EXPECT_EQ(got.graph.link(0).until, day("2022-01-01"));
    EXPECT_EQ(got.graph.link(1).id, "o1");
    EXPECT_EQ(got.graph.link(1).share->to_text(), "0.4");
    EXPECT_FALSE(got.graph.link(1).until);
}

TEST(Bods, ACorrectionFromTheFirstDayOnIsNotAddedToWhatItCorrects) {
    const auto got = read(
        kParties +
        new_interest(R"("statementDate":"2020-01-01","recordStatus":"new",)",
                     R"({"type":"shareholding","share":{"exact":30},"startDate":"2019-01-01"})") +
        new_interest(R"("statementDate":"2022-01-01","recordStatus":"updated",)",
                     R"({"type":"shareholding","share":{"exact":40},"startDate":"2019-01-01"})"));
    ASSERT_EQ(got.graph.links().size(), 1U);
    EXPECT_EQ(got.graph.link(0).share->to_text(), "0.4");
    ASSERT_EQ(got.left_out.size(), 1U);
    EXPECT_EQ(got.left_out[0].first, "interest corrected by a later statement from its first day");
}

TEST(Bods, AnInterestSaidAgainIsKnownSinceItWasFirstSaid) {
    const std::string holding =
        R"({"type":"shareholding","share":{"exact":30},"startDate":"2019-01-01"})";
    const auto got =
        read(kParties +
             new_interest(R"("statementDate":"2022-01-01","recordStatus":"updated",)",
                          holding + R"(,{"type":"votingRights"})") +
             new_interest(R"("statementDate":"2020-01-01","recordStatus":"new",)", holding));
    ASSERT_EQ(got.graph.links().size(), 2U);
    EXPECT_EQ(got.graph.link(0).known_since, day("2020-01-01"));
    EXPECT_EQ(got.graph.link(1).known_since, day("2022-01-01"));
}

TEST(Bods, AClosedRecordEndsOnTheDayOfItsStatement) {
    const auto opened =
        new_interest(R"("statementDate":"2020-01-01","recordStatus":"new",)",
                     R"({"type":"shareholding","share":{"exact":30},"startDate":"2019-01-01"})");
    // Whether the last statement repeats the interest or not.
    for (const auto* interest :
         {"", R"({"type":"shareholding","share":{"exact":30},"startDate":"2019-01-01"})"}) {
        const auto got = read(
            kParties + opened +
            new_interest(R"("statementDate":"2023-04-05","recordStatus":"closed",)", interest));
        ASSERT_EQ(got.graph.links().size(), 1U);
        EXPECT_EQ(got.graph.link(0).from, day("2019-01-01"));
        EXPECT_EQ(got.graph.link(0).until, day("2023-04-05"));
    }
}

TEST(Bods, AHolderNobodySpecifiedIsCountedAndAnAnonymousOneIsAParty) {
    const auto got = read(kParties +
                          line("relationship", "r1", "",
                               R"("subject":"e","interestedParty":{"reason":"subjectExempt"},)"
                               R"("interests":[])") +
                          line("person", "q", "", R"("personType":"anonymousPerson")") +
                          line("relationship", "r2", "",
                               R"("subject":"e","interestedParty":"q",)"
                               R"("interests":[{"type":"shareholding"}])"));
    EXPECT_TRUE(got.errors.empty());
    ASSERT_EQ(got.left_out.size(), 1U);
    EXPECT_EQ(got.left_out[0].first, "interest whose party is not specified: subjectExempt");
    ASSERT_EQ(got.graph.links().size(), 1U);
    EXPECT_EQ(got.graph.party(got.graph.link(0).subject).name, "unnamed person q");
    EXPECT_EQ(got.graph.party(got.graph.link(0).subject).kind, "unnamed");
}

TEST(Bods, WhatCannotBeReadIsNamedAndTheRestGoesOn) {
    const auto got = read(kParties + "{\"x\":1}\nnot json\n" +
                          line("entity", "n", "", R"("isComponent":false)") +
                          new_interest("", R"({"type":"shareholding","share":{"exact":130}})") +
                          line("relationship", "r3", "",
                               R"("subject":"e","interestedParty":"nobody",)"
                               R"("interests":[{"type":"shareholding"}])"));
    std::string places;
    for (const auto& error : got.errors) {
        places += fmt::format("{}:{} ", error.position.line, error.position.field);
    }
    EXPECT_EQ(places, "3: 4: 5:name 6:interests.share 7: ");
    ASSERT_EQ(got.graph.links().size(), 1U);
    EXPECT_FALSE(got.graph.link(0).share);
}

TEST(Bods, ABadStatementOfAnArrayIsNamedByItsLineAndTheOthersAreRead) {
    const auto package = old_package("{\"a\":nul},\n\n{\"statementID\":\"x\"},");
    const auto got = read("\n" + package);
    std::string lines;
    for (const auto& error : got.errors) lines += std::to_string(error.position.line) + " ";
    EXPECT_EQ(lines, "4 6 ") << package;
    EXPECT_EQ(got.graph.parties().size(), 2U);
    for (const auto* cut : {"[", "[{}", "[{}] x", "[]]", "[{\"a\":\"]", "[{},"}) {
        EXPECT_FALSE(read(cut).errors.empty()) << cut;
    }
    EXPECT_TRUE(read(" [ ] ").errors.empty());
}

TEST(Bods, StatementsThatReplaceEachOtherInACircleEndTheReading) {
    const auto got = read(
        old_package(old_interest(R"("statementID":"a",)"
                                 R"("replacesStatements":["b"])",
                                 "") +
                    "," + old_interest(R"("statementID":"b","replacesStatements":["a"])", "")));
    EXPECT_LE(got.graph.links().size(), 2U);
}

TEST(Bods, OwnershipAndControlOfTheStarterLinksWrittenAndReadBackAreTheSame) {
    Records told;
    told.parties = starter_links().parties();
    for (const auto& link : starter_links().links()) {
        if (link.relation == Relation::Owns || link.relation == Relation::Controls) {
            told.links.push_back(link);
        }
    }
    Reading reading;
    reading.add_bods(to_bods(starter_links()), "back.json");
    const LinkGraph back(reading.finish());
    EXPECT_TRUE(reading.errors().empty());
    EXPECT_TRUE(reading.left_out().empty());
    expect_same_links(LinkGraph(std::move(told)), back);
}

RC_GTEST_PROP(Bods, LinksWrittenAndReadBackAreTheSame, ()) {
    const LinkGraph graph(*arbitrary_records(true));
    Reading reading;
    reading.add_bods(to_bods(graph), "back.json");
    const LinkGraph back(reading.finish());
    RC_ASSERT(reading.errors().empty());
    expect_same_links(graph, back);
}

}  // namespace
}  // namespace cordon::links
