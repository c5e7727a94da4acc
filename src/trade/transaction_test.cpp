// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "trade/testing.h"

namespace cordon::trade {
namespace {

using namespace testing;
using law::SubjectKind;

Transaction one(const std::string& text, ReadOptions options = named("order.json")) {
    const Json json = MUST(parse_json(text, {.file = "order.json"}));
    return MUST(transaction_from_json(json, schema(), options));
}

Error refused(const std::string& text) {
    const Json json = MUST(parse_json(text, {.file = "order.json"}));
    const auto read = transaction_from_json(json, schema(), named("order.json"));
    EXPECT_FALSE(read.has_value());
    return read ? Error{} : read.error();
}

std::string routed(const std::string& from, const std::string& to) {
    return R"({"date": "2024-06-01", "route": {"from": ")" + from + R"(", "to": ")" + to +
           R"("}, "items": [{"name": "H100"}], "parties": [{"name": "A", "roles": ["end_user"]}]})";
}

const law::Origin* origin(const Transaction& transaction, std::string_view name) {
    return transaction.facts.transaction.origin(schema().slot(SubjectKind::Transaction, name));
}

bool noted(const Transaction& transaction, const std::string& part) {
    return std::any_of(transaction.notes.begin(), transaction.notes.end(),
                       [&](const std::string& note) { return says(note, part); });
}

TEST(Transaction, TheActivityFollowsFromTheRoute) {
    EXPECT_EQ(value(one(routed("US", "CN")), "activity"), "export");
    EXPECT_EQ(value(one(routed("TW", "US")), "activity"), "import");
    EXPECT_EQ(value(one(routed("TW", "CN")), "activity"), "reexport");
    EXPECT_EQ(value(one(routed("SG", "SG")), "activity"), "transfer");
}

TEST(Transaction, AnAssumedActivityIsMarkedAndSaid) {
    const Transaction got = one(routed("US", "CN"));
    ASSERT_NE(origin(got, "activity"), nullptr);
    EXPECT_EQ(origin(got, "activity")->kind, law::Origin::Kind::Assumed);
    EXPECT_TRUE(noted(got, "export assumed"));
}

TEST(Transaction, NothingIsAssumedWhereTheSchemaIsSilent) {
    for (const auto& text : {routed("US", "US"), routed("HK", "CN"), routed("CN", "HK")}) {
        const Transaction got = one(text);
        EXPECT_EQ(value(got, "activity"), "");
        EXPECT_TRUE(noted(got, "nothing is assumed"));
    }
}

TEST(Transaction, AStatedActivityStays) {
    const Transaction got = one(order_with(R"("route": {"from": "HK", "to": "CN"})"));
    EXPECT_EQ(value(got, "activity"), "export");
    EXPECT_FALSE(noted(got, "activity"));
}

TEST(Transaction, CertifiedEndUsesBecomeNo) {
    const Transaction got =
        one(order_with(R"("end_use": {"certified_none_of": ["military", "end_use.wmd"], )"
                       R"("supercomputer": "yes"})"));
    EXPECT_EQ(value(got, "end_use.military"), "no");
    EXPECT_EQ(value(got, "end_use.wmd"), "no");
    EXPECT_EQ(value(got, "end_use.supercomputer"), "yes");
    EXPECT_EQ(value(got, "end_use.advanced_node"), "");
    ASSERT_NE(origin(got, "end_use.military"), nullptr);
    EXPECT_EQ(origin(got, "end_use.military")->kind, law::Origin::Kind::Assumed);
    EXPECT_TRUE(noted(got, "end_use.military and end_use.wmd: no"));
}

TEST(Transaction, AnUnknownCertifiedEndUseNamesTheNearest) {
    const std::string said =
        refused(order_with(R"("end_use": {"certified_none_of": ["militery"]})")).to_text();
    EXPECT_TRUE(says(said, "militery")) << said;
    EXPECT_TRUE(says(said, "did you mean \"military\"?")) << said;
    EXPECT_TRUE(says(said, "end_use.certified_none_of")) << said;
}

TEST(Transaction, OnlyYesNoEndUsesCanBeCertified) {
    const std::string said =
        refused(order_with(R"("end_use": {"certified_none_of": ["stated"]})")).to_text();
    EXPECT_TRUE(says(said, "cannot be certified") || says(said, "can be certified")) << said;
}

TEST(Transaction, CertifiedAndStatedAsYesIsAContradiction) {
    const std::string said = refused(order_with(R"("end_use": {"military": "yes", )"
                                                R"("certified_none_of": ["military"]})"))
                                 .to_text();
    EXPECT_TRUE(says(said, "stated as yes and certified as none")) << said;
}

std::string with_party(const std::string& members) {
    return R"({"date": "2024-06-01", "activity": "export", "items": [{"name": "H100"}], )"
           R"("parties": [{"name": "Alpha Ltd", "roles": ["end_user"])" +
           members + "}]}";
}

TEST(Transaction, APartyWithoutParentHasItsOwnHeadquarters) {
    for (const std::string parent : {"none", "Self", "alpha ltd"}) {
        const Transaction got =
            one(with_party(R"(, "headquarters": "SG", "ultimate_parent": ")" + parent + "\""));
        EXPECT_EQ(of_party(got, 0, "ultimate_parent_headquarters"), "SG") << parent;
        EXPECT_TRUE(noted(got, "ultimate_parent_headquarters SG assumed"));
    }
}

TEST(Transaction, AHeadquartersIsNeverGuessed) {
    const Transaction by_country =
        one(with_party(R"(, "country": "SG", "ultimate_parent": "none")"));
    EXPECT_EQ(of_party(by_country, 0, "headquarters"), "");
    EXPECT_EQ(of_party(by_country, 0, "ultimate_parent_headquarters"), "");
    const Transaction other =
        one(with_party(R"(, "headquarters": "SG", "ultimate_parent": "Beta Group")"));
    EXPECT_EQ(of_party(other, 0, "ultimate_parent_headquarters"), "");
    const Transaction silent = one(with_party(R"(, "headquarters": "SG")"));
    EXPECT_EQ(of_party(silent, 0, "ultimate_parent_headquarters"), "");
}

TEST(Transaction, TwoHeadquartersOfOnePartyContradict) {
    const std::string said =
        refused(with_party(R"(, "headquarters": "SG", "ultimate_parent": "self", )"
                           R"("ultimate_parent_headquarters": "CN")"))
            .to_text();
    EXPECT_TRUE(says(said, "the two headquarters differ")) << said;
    EXPECT_TRUE(says(said, "parties[0].ultimate_parent_headquarters")) << said;
}

std::string with_role(const std::string& role, const std::string& activity = "export") {
    return R"({"date": "2024-06-01", "activity": ")" + activity +
           R"(", "items": [{"name": "H100"}], "parties": [{"name": "A", "roles": [")" + role +
           R"("]}]})";
}

TEST(Transaction, AnUnnamedEndUserGetsAPlaceholder) {
    const Transaction nobody = one(with_role("purchaser"));
    ASSERT_EQ(nobody.facts.parties.size(), 2U);
    EXPECT_TRUE(nobody.facts.parties[1].placeholder);
    EXPECT_FALSE(nobody.facts.parties[1].listings_complete);
    EXPECT_TRUE(says(of_party(nobody, 1, "roles"), "end_user"));
    EXPECT_TRUE(says(of_party(nobody, 1, "roles"), "ultimate_consignee"));
    EXPECT_EQ(of_party(nobody, 1, "headquarters"), "");
    EXPECT_TRUE(noted(nobody, "no ultimate_consignee and end_user is named"));

    const Transaction consignee = one(with_role("ultimate_consignee"));
    ASSERT_EQ(consignee.facts.parties.size(), 2U);
    EXPECT_FALSE(says(of_party(consignee, 1, "roles"), "ultimate_consignee"));
}

TEST(Transaction, ANamedEndUserNeedsNoPlaceholder) {
    EXPECT_EQ(one(with_role("end_user")).facts.parties.size(), 1U);
}

TEST(Transaction, ALeaseAndAnAccessNeedATenant) {
    for (const std::string activity : {"lease", "access"}) {
        const Transaction got = one(with_role("operator", activity));
        ASSERT_EQ(got.facts.parties.size(), 2U);
        EXPECT_TRUE(says(of_party(got, 1, "roles"), "tenant"));
        EXPECT_EQ(one(with_role("tenant", activity)).facts.parties.size(), 1U);
    }
}

TEST(Transaction, AMissingIdIsThePlaceInTheFile) {
    const Transaction got = one(order_with(""), named("in/orders.json"));
    EXPECT_EQ(got.id, "orders.json:1");
    EXPECT_EQ(one(order_with(R"("id": "A-1")")).id, "A-1");
}

TEST(Transaction, TheInputIsWhatWasGivenWithKeysSorted) {
    const Transaction got = one(R"({"parties": [{"roles": ["end_user"], "name": "A"}], "activity":
        "export", "items": [{"name": "H100"}], "date": "2024-06-01"})");
    EXPECT_EQ(write_json(got.input),
              R"({"activity":"export","date":"2024-06-01","items":[{"name":"H100"}],)"
              R"("parties":[{"name":"A","roles":["end_user"]}]})");
}

TEST(Transaction, WhatWasLearntLaterIsNotKnownYet) {
    const std::string text = with_party(
        R"(, "headquarters": {"value": "CN", "source": "registry", "known_since": "2025-01-01"})");
    ReadOptions early = named("order.json");
    early.known_as_of = MUST(Date::from_iso("2024-12-31"));
    EXPECT_EQ(of_party(one(text, early), 0, "headquarters"), "");
    EXPECT_EQ(of_party(one(text), 0, "headquarters"), "CN");
}

TEST(Transaction, EveryMistakeIsReportedAtOnce) {
    const Error first =
        refused(R"({"activty": "export", "items": [], "parties": [{"name": "A"}]})");
    const std::string said = first.to_text();
    EXPECT_TRUE(says(said, "`activty`")) << said;
    EXPECT_TRUE(says(said, "no date")) << said;
    EXPECT_TRUE(says(said, "neither its activity nor its route")) << said;
    EXPECT_TRUE(says(said, "no items")) << said;
    EXPECT_TRUE(says(said, "\"A\" has no role")) << said;
    EXPECT_EQ(first.related.size(), 4U);
}

TEST(Transaction, AnItemAndARoleMayBeWrittenShort) {
    const Transaction got = one(
        R"({"date": "2024-06-01", "activity": "export", "items": ["H100 SXM5"],
            "parties": [{"name": "A", "role": "end_user"}]})");
    EXPECT_EQ(got.facts.items.size(), 1U);
    EXPECT_EQ(got.facts.parties.size(), 1U);
}

}  // namespace
}  // namespace cordon::trade
