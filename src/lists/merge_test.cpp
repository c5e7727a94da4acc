// SPDX-License-Identifier: Apache-2.0
#include "lists/merge.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "lists/import.h"
#include "lists/snapshot.h"

namespace cordon::lists {
namespace {

Date day(const char* iso) {
    return MUST(Date::from_iso(iso));
}

Listing row(const char* id, const char* list, const char* name) {
    Listing listing;
    listing.id = id;
    listing.list = list;
    listing.name = name;
    return listing;
}

TEST(Merge, NettrixFromTheConsolidatedListGetsItsDayAndItsChineseName) {
    auto imported = row("csl:1", "entity_list", "NETTRIX INFORMATION INDUSTRY CO LTD");
    imported.countries = {"CN"};
    imported.footnotes = {{"4", {}}};
    const auto bytes = Snapshot::compile(
        {MUST(starter_list()), {"csl", "Consolidated", "2026-07-31", {imported}}});
    const auto snapshot = MUST(Snapshot::from_bytes(bytes));
    EXPECT_EQ(snapshot.size(), 500U);  // 499 of the starter list and the imported one
    const auto hits = snapshot.look_up("Nettrix Information Industry");
    ASSERT_EQ(hits.size(), 1U);
    const auto merged = snapshot.listing(hits[0].listing);
    EXPECT_EQ(merged.id, "csl:1");
    EXPECT_EQ(merged.effective, day("2025-03-25"));
    EXPECT_FALSE(merged.effective_is_publication);
    EXPECT_EQ(merged.footnotes[0].from, day("2025-03-25"));
    EXPECT_EQ(merged.review_policy, "policy_of_denial");
    EXPECT_EQ(snapshot.look_up("宁畅").size(), 1U);
}

TEST(Merge, TheImportedCopyKeepsWhatItStates) {
    auto starter = row("s", "entity_list", "Foo Ltd");
    starter.effective = day("2020-01-05");
    starter.effective_is_publication = true;
    starter.review_policy = "other";
    starter.footnotes = {{"4", day("2022-10-07")}, {"5", day("2024-12-02")}};
    auto imported = row("i", "entity_list", "FOO LIMITED");
    imported.effective = day("2020-01-02");
    imported.review_policy = "policy_of_denial";
    imported.footnotes = {{"4", {}}};
    const auto merged =
        with_starter_merged({{"starter", "", "", {starter}}, {"x", "", "", {imported}}});
    EXPECT_TRUE(merged[0].listings.empty());
    const auto& listing = merged[1].listings[0];
    EXPECT_EQ(listing.effective, day("2020-01-02"));
    EXPECT_EQ(listing.review_policy, "policy_of_denial");
    ASSERT_EQ(listing.footnotes.size(), 1U);  // the copy no longer prints footnote 5
    EXPECT_EQ(listing.footnotes[0].from, day("2022-10-07"));
}

TEST(Merge, AnotherListAnotherCountryAndHistoryStayApart) {
    auto other_list = row("a", "meu", "Foo Ltd");
    auto other_country = row("b", "entity_list", "Bar Ltd");
    other_country.countries = {"CN"};
    auto ended = row("c", "entity_list", "Baz Ltd");
    ended.ended = day("2017-03-29");
    auto bar = row("2", "entity_list", "Bar Ltd");
    bar.countries = {"RU"};
    const auto merged = with_starter_merged(
        {{"starter", "", "", {other_list, other_country, ended}},
         {"x",
          "",
          "",
          {row("1", "entity_list", "Foo Ltd"), bar, row("3", "entity_list", "Baz Ltd")}}});
    EXPECT_EQ(merged[0].listings.size(), 3U);
}

TEST(Merge, HongKongAndChinaAreOneCountryHere) {
    auto starter = row("a", "entity_list", "Foo Ltd");
    starter.countries = {"HK"};
    auto imported = row("1", "entity_list", "Foo Ltd");
    imported.countries = {"CN"};
    const auto merged =
        with_starter_merged({{"starter", "", "", {starter}}, {"x", "", "", {imported}}});
    EXPECT_TRUE(merged[0].listings.empty());
}

}  // namespace
}  // namespace cordon::lists
