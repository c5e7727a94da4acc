// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "links/read_links.h"
#include "links/same_links_testing.h"

namespace cordon::links {
namespace {

Date day(std::string_view text) {
    return MUST(Date::from_iso(text));
}

constexpr std::string_view kParties =
    R"({"id":"a","schema":"Company","caption":"Ada Ltd","datasets":["reg"],)"
    R"("properties":{"name":["Ada Ltd","艾达"],"country":["cn"],"leiCode":["5299"],)"
    R"("addressEntity":["adr"],"incorporationDate":["2001-02-03"]}}
{"id":"adr","schema":"Address","properties":{"full":["1 High Street"]}}
{"id":"b","schema":"PublicBody","properties":{"name":["Bureau"]}}
{"id":"p","schema":"Person","properties":{"name":["Zhang Wei"]}}
{"id":"v","schema":"Vessel","properties":{"name":["Ship"]}}
{"id":"s","schema":"Sanction","properties":{"entity":["a"]}}
)";

struct Read {
    LinkGraph graph;
    std::vector<Error> errors;
    std::vector<std::pair<std::string, std::size_t>> left_out;
};

Read read(const std::string& lines) {
    Reading reading;
    // Links before the parties they name.
    reading.add_ftm(lines + "\n" + std::string(kParties), "x.json", day("2026-08-12"));
    LinkGraph graph(reading.finish());
    return {std::move(graph), reading.errors(), reading.left_out()};
}

TEST(Ftm, ReadsAnOwnershipWithItsShareDatesAndSource) {
    const auto got = read(R"({"id":"o","schema":"Ownership","datasets":["reg"],)"
                          R"("first_seen":"2024-05-06T07:08:09","properties":{"owner":["p"],)"
                          R"("asset":["a"],"percentage":["25-50%"],"startDate":["2020-01-02"],)"
                          R"("endDate":["2021-03-04"],"sharesType":["ordinary"]}})");
    EXPECT_TRUE(got.errors.empty());
    ASSERT_EQ(got.graph.links().size(), 1U);
    const auto& link = got.graph.link(0);
    EXPECT_EQ(got.graph.party(link.subject).name, "Zhang Wei");
    EXPECT_EQ(got.graph.party(link.object).id, "a");
    EXPECT_EQ(link.relation, Relation::Owns);
    EXPECT_EQ(link.share->to_text(), "0.25 to 0.5");
    EXPECT_EQ(link.from, day("2020-01-02"));
    EXPECT_EQ(link.until, day("2021-03-05"));  // endDate is the last day
    EXPECT_EQ(link.known_since, day("2024-05-06"));
    EXPECT_EQ(link.grade, Grade::C);
    EXPECT_EQ(link.source, "reg");
    EXPECT_EQ(link.note, "ordinary");
}

TEST(Ftm, ReadsPartiesAndSaysWhatIsNone) {
    const auto got = read("");
    ASSERT_EQ(got.graph.parties().size(), 3U);
    const auto& ada = got.graph.party(0);
    EXPECT_EQ(ada.name, "Ada Ltd");
    EXPECT_EQ(ada.aliases, std::vector<std::string>{"艾达"});
    EXPECT_EQ(ada.kind, "company");
    EXPECT_EQ(ada.country, "CN");
    EXPECT_EQ(ada.founded, day("2001-02-03"));
    EXPECT_EQ(ada.addresses, std::vector<std::string>{"1 High Street"});
    EXPECT_EQ(ada.identifiers, std::vector<std::string>{"LEI:5299"});
    EXPECT_EQ(got.graph.party(1).kind, "government");
    const std::vector<std::pair<std::string, std::size_t>> left_out{
        {"Vessel: no party of trade", 1}, {"Sanction: neither a party nor a link of two", 1}};
    EXPECT_EQ(got.left_out, left_out);
}

TEST(Ftm, EverySchemaOfTwoEndsIsALinkReadTheRightWayRound) {
    struct Case {
        const char* properties;
        Relation relation;
        const char *subject, *note;
    };
    const std::vector<std::pair<const char*, Case>> cases{
        {"Directorship",
         {R"("director":["p"],"organization":["a"],"role":["CEO"])", Relation::OfficerOf, "p",
          "CEO"}},
        {"Directorship",
         {R"("director":["p"],"organization":["a"],"role":["Legal Representative"])",
          Relation::LegalRepresentativeOf, "p", "Legal Representative"}},
        {"Succession",
         {R"("predecessor":["b"],"successor":["a"])", Relation::SuccessorOf, "a", ""}},
        {"UnknownLink",
         {R"("subject":["a"],"object":["b"],"role":["supplies"])", Relation::Supplies, "a", ""}},
        {"UnknownLink",
         {R"("subject":["a"],"object":["b"],"role":["affiliate"])", Relation::Linked, "a",
          "affiliate"}},
        {"Representation",
         {R"("agent":["b"],"client":["a"],"role":["Nominee"])", Relation::HoldsFor, "b",
          "Nominee"}},
        {"Family",
         {R"("person":["p"],"relative":["b"],"relationship":["brother"])", Relation::Linked, "p",
          "Family; brother"}},
        {"Associate",
         {R"("person":["p"],)"
          R"("associate":["b"])",
          Relation::Linked, "p", "Associate"}},
        {"Membership",
         {R"("member":["p"],"organization":["b"])", Relation::Linked, "p", "Membership"}},
        {"Employment",
         {R"("employer":["a"],"employee":["p"],"role":["clerk"])", Relation::Linked, "p",
          "Employment; clerk"}}};
    for (const auto& [schema, want] : cases) {
        const auto got = read(std::string(R"({"id":"l","schema":")") + schema +
                              R"(","properties":{)" + want.properties + "}}");
        ASSERT_EQ(got.graph.links().size(), 1U) << schema;
        const auto& link = got.graph.link(0);
        EXPECT_EQ(to_text(link.relation), to_text(want.relation)) << schema;
        EXPECT_EQ(got.graph.party(link.subject).id, want.subject) << schema;
        EXPECT_EQ(link.note, want.note) << schema;
        EXPECT_EQ(link.known_since, day("2026-08-12"));
    }
}

TEST(Ftm, AnIndirectHoldingIsControlSoThatTheChainIsNotCountedTwice) {
    const auto got =
        read(R"({"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["a"],)"
             R"("percentage":["60"],"ownershipType":["indirect"]}})");
    const auto& link = got.graph.link(0);
    EXPECT_EQ(link.relation, Relation::Controls);
    EXPECT_FALSE(link.share);
    EXPECT_EQ(link.note, "indirect; indirect holding of 60 %, not counted beside the direct chain");
}

TEST(Ftm, APercentageThatIsNoneIsReportedAndTheLinkStays) {
    const auto got =
        read(R"({"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["a"],)"
             R"("percentage":["majority"]}})");
    ASSERT_EQ(got.errors.size(), 1U);
    EXPECT_EQ(got.errors[0].position.field, "properties.percentage");
    EXPECT_EQ(got.errors[0].position.line, 1U);
    ASSERT_EQ(got.graph.links().size(), 1U);
    EXPECT_FALSE(got.graph.link(0).share);
    EXPECT_EQ(got.graph.link(0).note, "percentage as printed: majority");
}

TEST(Ftm, AYearIsReadWide) {
    const auto got =
        read(R"({"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["a"],)"
             R"("startDate":["2019"],"endDate":["2020-06"]}})");
    EXPECT_EQ(got.graph.link(0).from, day("2019-01-01"));
    EXPECT_EQ(got.graph.link(0).until, day("2020-07-01"));
    EXPECT_EQ(got.graph.link(0).note, "from 2019, day not stated; until 2020-06, day not stated");
}

TEST(Ftm, BadLinesAreNamedAndLinksToVesselsAreCountedNotReported) {
    const auto got = read(
        R"({"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["v"]}}
{"id":"o2","schema":"Ownership","properties":{"owner":["p"]}}
{"id":"o3","schema":"Ownership","properties":{"owner":["p"],"asset":["nobody"]}}
{"id":"x"}
not json)");
    EXPECT_TRUE(got.graph.links().empty());
    std::string lines;
    for (const auto& error : got.errors) lines += std::to_string(error.position.line) + " ";
    EXPECT_EQ(lines, "2 4 5 3 ");
    EXPECT_EQ(got.left_out.back().first, "link to what is no party of trade");
}

TEST(Ftm, AParentNamedByACompanyControlsIt) {
    const auto got =
        read(R"({"id":"sub","schema":"Company","properties":{"name":["Sub"],"parent":["a"]}})");
    ASSERT_EQ(got.graph.links().size(), 1U);
    EXPECT_EQ(got.graph.link(0).relation, Relation::Controls);
    EXPECT_EQ(got.graph.party(got.graph.link(0).subject).id, "a");
}

TEST(Ftm, TheStarterLinksWrittenAndReadBackAreTheSame) {
    Reading reading;
    reading.add_ftm(to_ftm(starter_links()), "back.json", day("2026-01-01"));
    const LinkGraph back(reading.finish());
    EXPECT_TRUE(reading.errors().empty());
    EXPECT_TRUE(reading.left_out().empty());
    expect_same_links(starter_links(), back);
    expect_same_parties(starter_links(), back);
}

RC_GTEST_PROP(Ftm, LinksWrittenAndReadBackAreTheSame, ()) {
    const LinkGraph graph(*arbitrary_records(false));
    Reading reading;
    reading.add_ftm(to_ftm(graph), "back.json", day("2026-01-01"));
    const LinkGraph back(reading.finish());
    RC_ASSERT(reading.errors().empty());
    expect_same_links(graph, back);
}

}  // namespace
}  // namespace cordon::links
