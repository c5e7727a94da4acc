// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "determination/lookup.h"

namespace cordon::determination {
namespace {

Date day(const char* text) {
    return MUST(Date::from_iso(text));
}

TEST(InEffect, CountsFromTheDayTheRuleStates) {
    lists::Listing listing;
    listing.effective = day("2025-03-25");
    EXPECT_EQ(in_effect(listing, day("2025-03-24")), Truth::No);
    EXPECT_EQ(in_effect(listing, day("2025-03-25")), Truth::Yes);
}

TEST(InEffect, EndsOnTheDayOfRemoval) {
    lists::Listing listing;
    listing.effective = day("2018-04-15");
    listing.ended = day("2018-07-13");
    EXPECT_EQ(in_effect(listing, day("2018-07-12")), Truth::Yes);
    EXPECT_EQ(in_effect(listing, day("2018-07-13")), Truth::No);
}

TEST(InEffect, IsBoundedByTheVolumeOfTheFederalRegisterWhereTheCopyHasNoDate) {
    lists::Listing listing;
    listing.citation = "88 FR 13675";  // volume 88 is the year 2023
    EXPECT_EQ(in_effect(listing, day("2022-12-31")), Truth::No);
    EXPECT_EQ(in_effect(listing, day("2023-06-01")), Truth::Unknown);
    EXPECT_EQ(in_effect(listing, day("2024-01-01")), Truth::Yes);
}

TEST(InEffect, CannotBeToldWithoutAnyDate) {
    EXPECT_EQ(in_effect(lists::Listing{}, day("2024-01-01")), Truth::Unknown);
}

}  // namespace
}  // namespace cordon::determination
