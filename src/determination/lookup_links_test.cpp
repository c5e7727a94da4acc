// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "determination/engine.h"
#include "determination/report.h"
#include "lists/import.h"
#include "trade/read.h"

namespace cordon::determination {
namespace {

using links::Grade;
using links::Relation;

constexpr const char* kParty = "Example Gulf Compute LLC";

/// Inspur Group, which is listed, holds part of a company that a government controls.
links::Records told(Grade control) {
    links::Records records;
    for (const auto& [id, name, kind] :
         {std::tuple{"inspur", "Inspur Group Co., Ltd.", "company"},
          std::tuple{"gulf", kParty, "company"}, std::tuple{"state", "A State", "government"}}) {
        links::PartyRecord party;
        party.id = id;
        party.name = name;
        party.kind = kind;
        records.parties.push_back(party);
    }
    records.parties[2].headquarters = "AE";
    links::Link owns;
    owns.id = "R1";
    owns.subject = 0;
    owns.object = 1;
    owns.relation = Relation::Owns;
    owns.share = links::part_of_whole(300'000'000, 300'000'000);
    owns.known_since = MUST(Date::from_iso("2024-05-20"));
    owns.grade = Grade::A;
    owns.source = "a register";
    auto controls = owns;
    controls.id = "R2";
    controls.subject = 2;
    controls.relation = Relation::Controls;
    controls.share.reset();
    controls.grade = control;
    records.links = {owns, controls};
    return records;
}

Engine engine_with(links::Records records) {
    auto law = law::Law::load(law::Law::bundled_files());
    CHECK(law);
    auto snapshot =
        MUST(lists::Snapshot::from_bytes(lists::Snapshot::compile({MUST(lists::starter_list())})));
    Engine::Parts parts{
        std::move(*law), MUST(items::Catalogue::bundled()), std::move(snapshot), Profile{}, {}};
    parts.links = std::make_shared<const links::LinkGraph>(std::move(records));
    return MUST(Engine::create(std::move(parts)));
}

trade::Transaction order(const Engine& engine, const std::string& more) {
    const std::string text =
        R"({"date": "2025-10-15", "route": {"from": "US", "to": "AE"},
            "items": [{"name": "T4", "quantity": 1}],
            "parties": [{"name": "Example Server Maker, Inc.", "role": "exporter",
                         "country": "US"},
                        {"name": ")" +
        std::string(kParty) + R"(", "role": "end_user", "country": "AE")" + more + "}]}";
    return MUST(
        trade::transaction_from_json(MUST(parse_json(text, {})), engine.law().schema(), {}));
}

law::Value fact(const Engine& engine, const Prepared& prepared, std::string_view name) {
    return prepared.facts.parties.at(1).party.at(
        engine.law().schema().slot(law::SubjectKind::Party, name));
}

TEST(LookupLinks, AnOrderThatIsSilentIsToldOfListedOwners) {
    const auto engine = engine_with(told(Grade::A));
    const auto prepared = engine.prepare(order(engine, ""), {});
    EXPECT_EQ(fact(engine, prepared, "listed_owner_known"), law::Value::of(true));
    EXPECT_EQ(fact(engine, prepared, "listed_ownership_open"), law::Value::of(true));
    const auto part = fact(engine, prepared, "listed_ownership");
    ASSERT_TRUE(part.known());
    EXPECT_EQ(part, law::Value::of(MUST(
                        Interval::between(MUST(Decimal::from_text("0.3")), Decimal::from_int(1)))))
        << "the holders of 70 % are not named";
    ASSERT_EQ(prepared.link_notes.size(), 1U);
    EXPECT_NE(prepared.link_notes[0].find("owns 30 % of"), std::string::npos);
    EXPECT_FALSE(prepared.listings.at(1).empty());
}

TEST(LookupLinks, StatedOwnersStandAndAListedOneTheyLeaveOutIsAskedAbout) {
    const auto engine = engine_with(told(Grade::A));
    const auto prepared = engine.prepare(
        order(engine, R"(, "owners": [{"name": "Example Family Office", "share": "100%"}])"), {});
    EXPECT_EQ(fact(engine, prepared, "listed_owner_known"), law::Value::of(true));
    EXPECT_EQ(fact(engine, prepared, "listed_ownership_open"), law::Value::of(true));
    ASSERT_EQ(prepared.link_notes.size(), 2U);
    EXPECT_NE(prepared.link_notes[1].find("do not agree with links"), std::string::npos);
    const auto agreed = engine.prepare(
        order(engine, R"(, "owners": [{"name": "Inspur Group Co., Ltd.", "share": "30%"},
                                      {"name": "Example Family Office", "share": "70%"}])"),
        {});
    EXPECT_EQ(agreed.link_notes.size(), 1U) << "the order names it with as much";
}

TEST(LookupLinks, AnotherPartyOfTheSameNameOrIdTakesNothingAway) {
    for (const bool by_id : {false, true}) {
        auto records = told(Grade::A);
        links::PartyRecord other;
        other.id = by_id ? kParty : "other";
        other.name = "Example Bakery";
        if (!by_id) other.aliases = {kParty};
        records.parties.push_back(other);
        const auto engine = engine_with(std::move(records));
        const auto prepared = engine.prepare(order(engine, ""), {});
        EXPECT_EQ(fact(engine, prepared, "listed_ownership_open"), law::Value::of(true)) << by_id;
        EXPECT_FALSE(prepared.listings.at(1).empty()) << by_id;
    }
}

TEST(LookupLinks, OfSeveralPartiesOfOneNameTheSmallerPartHidesNoLargerOne) {
    auto records = told(Grade::A);
    records.links.pop_back();
    records.links[0].share = links::part_of_whole(600'000'000, 600'000'000);
    links::PartyRecord other;
    other.id = "other";
    other.name = kParty;
    records.parties.push_back(other);
    links::PartyRecord person;
    person.id = person.name = "Somebody";
    person.kind = "person";
    records.parties.push_back(person);
    auto small = records.links[0];
    small.id = "R3";
    small.object = 3;
    small.share = links::part_of_whole(0, 550'000'000);
    auto rest = small;
    rest.id = "R4";
    rest.subject = 4;
    rest.share = links::part_of_whole(450'000'000, 450'000'000);
    records.links.push_back(small);
    records.links.push_back(rest);
    const auto engine = engine_with(std::move(records));
    const auto part = fact(engine, engine.prepare(order(engine, ""), {}), "listed_ownership");
    ASSERT_TRUE(part.known());
    EXPECT_EQ(part.number.hi(), Decimal::from_int(1)) << part.number.to_text();
}

TEST(LookupLinks, AnOwnerIsListedByItsOtherNamesTooAndNoOwnersStatedIsSilence) {
    auto records = told(Grade::A);
    records.parties[0].aliases = {records.parties[0].name};
    records.parties[0].name = "Quux Holding";
    records.links[0].share = links::part_of_whole(600'000'000, 600'000'000);
    const auto engine = engine_with(std::move(records));
    for (const auto* owners : {"", R"(, "owners": [])"}) {
        const auto prepared = engine.prepare(order(engine, owners), {});
        EXPECT_EQ(prepared.listings.at(1).size(), 1U) << owners;
        EXPECT_EQ(fact(engine, prepared, "listed_ownership_open"), law::Value::of(false)) << owners;
    }
}

TEST(LookupLinks, LinksNeverSettleThatListedPartiesHoldLess) {
    auto records = told(Grade::A);
    links::PartyRecord person;
    person.id = person.name = "Somebody";
    person.kind = "person";
    records.parties.push_back(person);
    records.links.pop_back();  // who controls may hold something
    auto rest = records.links[0];
    rest.id = "R3";
    rest.subject = 3;
    rest.share = links::part_of_whole(700'000'000, 700'000'000);
    records.links.push_back(rest);
    const auto engine = engine_with(std::move(records));
    const auto prepared = engine.prepare(order(engine, ""), {});
    EXPECT_FALSE(fact(engine, prepared, "listed_ownership").known());
    EXPECT_EQ(fact(engine, prepared, "listed_ownership_open"), law::Value::of(true));
}

TEST(LookupLinks, AGraphWithoutAListedOwnerDoesNotSayThatThereIsNone) {
    auto records = told(Grade::A);
    records.links.erase(records.links.begin());
    const auto engine = engine_with(std::move(records));
    const auto prepared = engine.prepare(order(engine, ""), {});
    EXPECT_FALSE(fact(engine, prepared, "listed_owner_known").known());
    EXPECT_FALSE(fact(engine, prepared, "listed_ownership").known());
}

TEST(LookupLinks, AHeadquartersIsTakenFromOfficialTextsAlone) {
    const auto official = engine_with(told(Grade::A));
    EXPECT_TRUE(
        fact(official, official.prepare(order(official, ""), {}), "ultimate_parent_headquarters")
            .known());
    const auto press = engine_with(told(Grade::C));
    EXPECT_FALSE(
        fact(press, press.prepare(order(press, ""), {}), "ultimate_parent_headquarters").known());
    const auto stated =
        official.prepare(order(official, R"(, "ultimate_parent": "Example Parent")"), {});
    EXPECT_FALSE(fact(official, stated, "ultimate_parent_headquarters").known());
    const auto other = official.prepare(order(official, R"(, "ultimate_parent": "Example Parent",
                           "ultimate_parent_headquarters": "US")"),
                                        {});
    EXPECT_NE(other.link_notes.back().find("that links do not"), std::string::npos);
}

TEST(LookupLinks, WhatWasNotYetKnownIsNotTold) {
    const auto engine = engine_with(told(Grade::A));
    Clocks clocks;
    clocks.known = MUST(Date::from_iso("2024-05-19"));
    const auto prepared = engine.prepare(order(engine, ""), clocks);
    EXPECT_FALSE(fact(engine, prepared, "listed_owner_known").known());
    EXPECT_TRUE(prepared.link_notes.empty());
}

}  // namespace
}  // namespace cordon::determination
