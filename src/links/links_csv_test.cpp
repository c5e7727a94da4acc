// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "links/read_links.h"

namespace cordon::links {
namespace {

constexpr std::string_view kHeader =
    "link_id,subject,subject_party_id,relation,object,object_party_id,share_percent_low,"
    "share_percent_high,from_date,to_date,known_since,confidence,source,note\n";

Date day(std::string_view text) {
    return MUST(Date::from_iso(text));
}

struct Read {
    LinkGraph graph;
    std::vector<Error> errors;
};

Read read(const std::string& rows, std::string_view parties = "") {
    Reading reading;
    reading.add_links_csv(std::string(kHeader) + rows, "links.csv");
    if (!parties.empty()) reading.add_parties_csv(parties, "parties.csv");
    LinkGraph graph(reading.finish());
    return {std::move(graph), reading.errors()};
}

TEST(LinksCsv, ReadsEveryColumnOfALink) {
    const auto got = read(
        "L1,Ada Ltd,p-ada,owns,Bee GmbH,p-bee,28,30,2020-01-02,2021-03-04,2020-02-03,A,filing,by "
        "hand\n");
    EXPECT_TRUE(got.errors.empty());
    ASSERT_EQ(got.graph.links().size(), 1U);
    const auto& link = got.graph.link(0);
    EXPECT_EQ(link.id, "L1");
    EXPECT_EQ(got.graph.party(link.subject).id, "p-ada");
    EXPECT_EQ(got.graph.party(link.object).name, "Bee GmbH");
    EXPECT_EQ(link.relation, Relation::Owns);
    EXPECT_EQ(link.share->to_text(), "0.28 to 0.3");
    EXPECT_EQ(link.from, day("2020-01-02"));
    EXPECT_EQ(link.until, day("2021-03-05"));  // to_date is the last day
    EXPECT_EQ(link.known_since, day("2020-02-03"));
    EXPECT_EQ(link.grade, Grade::A);
    EXPECT_EQ(link.source, "filing");
    EXPECT_EQ(link.note, "by hand");
}

TEST(LinksCsv, AShareThatIsNotStatedIsNoZeroAndOneEndLeavesTheOtherOpen) {
    const auto got = read(
        "1,A,,owns,B,,,,,,,A,,\n2,A,,owns,C,,51,,,,,A,,\n3,A,,owns,D,,,49,,,,A,,\n"
        "4,A,,owns,E,,0,0,,,,A,,\n");
    EXPECT_TRUE(got.errors.empty());
    EXPECT_FALSE(got.graph.link(0).share);
    EXPECT_EQ(got.graph.link(1).share->to_text(), "0.51 to 1");
    EXPECT_EQ(got.graph.link(2).share->to_text(), "0 to 0.49");
    EXPECT_EQ(got.graph.link(3).share->to_text(), "0");
}

TEST(LinksCsv, ARowThatCannotBeReadIsNamedByFieldAndTheRestGoesOn) {
    const auto got = read(
        "1,A,,owns,B,,130,,,,,A,,\n2,A,,own,B,,,,,,,A,,\n3,,,owns,B,,,,,,,A,,\n"
        "4,A,,owns,B,,,,2020-02-30,,,A,,\n5,A,,owns,B,,50,40,,,,A,,\n6,A,,owns,B,,,,,,,E,,\n"
        "7,A,,controls,B,,51,,,,,A,,\n8,A,,owns,B,,,,2021-01-01,2020-01-01,,A,,\n"
        "9,A,,supplies,A,,,,,,,A,,\n10,A,,owns,B,,,,,,,A,,\n");
    ASSERT_EQ(got.graph.links().size(), 1U);
    EXPECT_EQ(got.graph.link(0).id, "10");
    std::string fields;
    for (const auto& error : got.errors) {
        EXPECT_FALSE(error.expected.empty()) << error.message;
        fields += fmt::format("{}:{} ", error.position.line, error.position.field);
    }
    EXPECT_EQ(fields,
              "2:share_percent_low 3:relation 4:subject 5:from_date 6:share_percent_low "
              "7:confidence 8:share_percent_low 9:to_date 10: ");
    EXPECT_EQ(got.errors[1].remedy, "\"owns\" is perhaps meant");
}

TEST(LinksCsv, AColumnNobodyKnowsIsReportedAsItMayHoldTheShares) {
    Reading reading;
    reading.add_links_csv("subject,relation,object,share_percent_lo\nA,owns,B,50\n", "x.csv");
    ASSERT_EQ(reading.errors().size(), 1U);
    EXPECT_EQ(reading.errors()[0].remedy, "\"share_percent_low\" is perhaps meant");
    EXPECT_EQ(reading.finish().links.size(), 1U);
}

TEST(LinksCsv, APartyWithoutIdIsTheOneThatCarriesItsNameWhateverTheOrderOfTheFiles) {
    const std::string_view parties = "party_id,name,aliases,country\np-ada,Ada Limited,艾达,CN\n";
    const auto links =
        std::string(kHeader) + "1,ADA LTD.,,owns,Bee,,,,,,,A,,\n2,艾达,,owns,Cee,,,,,,,A,,\n";
    for (const bool links_first : {true, false}) {
        Reading reading;
        if (links_first) reading.add_links_csv(links, "l");
        reading.add_parties_csv(parties, "p");
        if (!links_first) reading.add_links_csv(links, "l");
        const LinkGraph graph(reading.finish());
        EXPECT_TRUE(reading.errors().empty());
        ASSERT_EQ(graph.links().size(), 2U);
        EXPECT_EQ(graph.party(graph.link(0).subject).id, "p-ada");
        EXPECT_EQ(graph.party(graph.link(1).subject).id, "p-ada");
        EXPECT_EQ(graph.party(graph.link(0).subject).name, "Ada Limited");
        EXPECT_EQ(graph.party(graph.link(0).object).id, "name:bee");
        EXPECT_EQ(graph.parties().size(), 3U);
    }
}

TEST(LinksCsv, ANameOfTwoPartiesIsNeitherAndSaidSo) {
    const auto got =
        read("1,Ada,,owns,Bee,,,,,,,A,,\n", "party_id,name\np-1,Ada Ltd\np-2,ADA Limited\n");
    ASSERT_EQ(got.errors.size(), 1U);
    EXPECT_EQ(got.graph.party(got.graph.link(0).subject).id, "name:ada");
}

TEST(LinksCsv, AFormerNameThatALinkTiesToItsPartyStaysApart) {
    const auto got = read("1,Old Ada,,renamed_to,Ada,p-ada,,,,,,A,,\n",
                          "party_id,name,aliases\np-ada,Ada,Old Ada\n");
    EXPECT_TRUE(got.errors.empty());
    ASSERT_EQ(got.graph.links().size(), 1U);
    EXPECT_NE(got.graph.link(0).subject, got.graph.link(0).object);
}

TEST(LinksCsv, TwoNamesOfOnePartyThatALinkTiesStayApartEvenWhereBothAreBare) {
    const auto got =
        read("1,Old Ada,,renamed_to,Ada,,,,,,,A,,\n", "party_id,name,aliases\np-ada,Ada,Old Ada\n");
    EXPECT_TRUE(got.errors.empty());
    ASSERT_EQ(got.graph.links().size(), 1U);
    EXPECT_EQ(got.graph.party(got.graph.link(0).subject).name, "Old Ada");
    EXPECT_EQ(got.graph.party(got.graph.link(0).object).id, "p-ada");
}

TEST(LinksCsv, APartyToldTwiceIsOneWithAllItsNames) {
    Reading reading;
    reading.add_parties_csv("party_id,name,aliases,identifiers\np,Ada,A1|A2,lei:1\n", "1");
    reading.add_parties_csv(
        "party_id,name,aliases,identifiers,country\np,Ada Ltd,A2|A3,lei:2,China\n", "2");
    const auto records = reading.finish();
    ASSERT_EQ(records.parties.size(), 1U);
    const auto& party = records.parties[0];
    EXPECT_EQ(party.name, "Ada");
    EXPECT_EQ(party.aliases, (std::vector<std::string>{"A1", "A2", "Ada Ltd", "A3"}));
    EXPECT_EQ(party.identifiers, (std::vector<std::string>{"lei:1", "lei:2"}));
    EXPECT_EQ(party.country, "CN");
}

TEST(LinksCsv, ALinkToldTwiceCountsOnceAndTwoTalesOfOneIdAreReported) {
    const auto again = read("1,A,,owns,B,,30,30,,,,A,,\n1,A,,owns,B,,30,30,,,,A,,\n");
    EXPECT_TRUE(again.errors.empty());
    EXPECT_EQ(again.graph.links().size(), 1U);
    const auto other = read("1,A,,owns,B,,30,30,,,,A,,\n1,A,,owns,B,,40,40,,,,A,,\n");
    ASSERT_EQ(other.errors.size(), 1U);
    EXPECT_EQ(other.errors[0].related.at(0).position.line, 2U);
    EXPECT_EQ(other.graph.links().size(), 1U);
}

TEST(LinksCsv, AnIdNobodyNamesTakesItsLinkAway) {
    const auto got = read("1,,p-1,owns,B,,,,,,,A,,\n");
    ASSERT_EQ(got.errors.size(), 1U);
    EXPECT_EQ(got.errors[0].position.line, 2U);
    EXPECT_TRUE(got.graph.links().empty());
}

TEST(LinksCsv, WhatIsBeyondTheLimitsIsLeftOutAndSaidOnce) {
    Reading reading({3, 2, 20});
    reading.add_links_csv(
        "subject,relation,object,note\nA,owns,B,\nA,owns,C,\nA,owns,D,\n"
        "B,owns,A,\nB,owns,C,\nB,owns,C,a note that is far too long\n",
        "x.csv");
    const auto records = reading.finish();
    EXPECT_EQ(records.parties.size(), 3U);
    EXPECT_EQ(records.links.size(), 2U);
    EXPECT_EQ(reading.errors().size(), 2U);
}

}  // namespace
}  // namespace cordon::links
