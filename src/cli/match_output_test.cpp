// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "cli/matching.h"

namespace cordon::cli {
namespace {

lists::Listing person(const char* id, const char* born) {
    lists::Listing listing;
    listing.id = id;
    listing.list = "sdn";
    listing.name = "Mohammad ALI";
    listing.countries = {"IR"};
    const auto day = MUST(Date::from_iso(born));
    listing.born = {{day, day, false}};
    return listing;
}

lists::ListFile file(const char* source, std::vector<lists::Listing> listings) {
    return {source, source, "2026-01-02", std::move(listings)};
}

/// How many rows tell of the entries of these sources, every one of which is met.
std::size_t rows_of(const std::vector<lists::ListFile>& files) {
    const auto profile = MUST(screening::profile("balanced"));
    const auto snapshot = MUST(lists::Snapshot::from_bytes(lists::Snapshot::compile(files)));
    std::size_t given = 0;
    for (const auto& each : files) given += each.listings.size();
    EXPECT_EQ(snapshot.size(), given);
    const auto corpus = MUST(screening::Corpus::of(snapshot, profile.weights));
    screening::Matcher matcher(snapshot, corpus, profile, nullptr);
    const screening::Reviews reviews;
    GivenParty party;
    party.query.names = {"Mohammad Ali"};
    const auto matches = matcher.match(party.query);
    EXPECT_EQ(matches.size(), snapshot.size());
    const MatchContext context{snapshot, matcher, profile, reviews, std::nullopt, kFirstDate};
    return match_rows(context, {party, matches}).size();
}

TEST(MatchRows, TellOnceWhatTwoSourcesPrint) {
    EXPECT_EQ(rows_of({file("csl", {person("csl:1", "1960-01-02")}),
                       file("ofac-sdn", {person("ofac:1", "1960-01-02")})}),
              1U);
}

TEST(MatchRows, TellTwoPeopleOfOneNameBoth) {
    EXPECT_EQ(rows_of({file("csl", {person("csl:1", "1960-01-02")}),
                       file("ofac-sdn", {person("ofac:2", "1971-05-06")})}),
              2U);
    // One source that prints the same twice means two entries.
    EXPECT_EQ(rows_of({file("csl", {person("csl:1", "1960-01-02"), person("csl:2", "1960-01-02")}),
                       file("ofac-sdn", {person("ofac:1", "1960-01-02")})}),
              2U);
}

TEST(MatchRows, TellEntriesApartByCountryAndFootnotes) {
    auto elsewhere = person("ofac:1", "1960-01-02");
    elsewhere.countries = {"SY"};
    EXPECT_EQ(rows_of({file("csl", {person("csl:1", "1960-01-02")}), file("ofac", {elsewhere})}),
              2U);
    auto noted = person("ofac:1", "1960-01-02");
    noted.footnotes = {{"4", std::nullopt}};
    EXPECT_EQ(rows_of({file("csl", {person("csl:1", "1960-01-02")}), file("ofac", {noted})}), 2U);
}

}  // namespace
}  // namespace cordon::cli
