// SPDX-License-Identifier: Apache-2.0
#include "lists/listing.h"

#include <gtest/gtest.h>

namespace cordon::lists {
namespace {

Date day(const char* iso) {
    return MUST(Date::from_iso(iso));
}

TEST(Listing, HoldsFromItsFirstDayToTheDayBeforeItsEnd) {
    Listing listing;
    listing.effective = day("2025-10-08");
    listing.ended = day("2025-10-17");
    EXPECT_EQ(listing.holds_on(day("2025-10-07")), Truth::No);
    EXPECT_EQ(listing.holds_on(day("2025-10-08")), Truth::Yes);
    EXPECT_EQ(listing.holds_on(day("2025-10-16")), Truth::Yes);
    EXPECT_EQ(listing.holds_on(day("2025-10-17")), Truth::No);
}

TEST(Listing, JustBeforeAPublicationItCannotBeTold) {
    Listing listing;
    listing.effective = day("2025-09-16");
    listing.effective_is_publication = true;
    EXPECT_EQ(listing.holds_on(day("2025-09-16")), Truth::Yes);
    EXPECT_EQ(listing.holds_on(day("2025-09-12")), Truth::Unknown);
    EXPECT_EQ(listing.holds_on(day("2025-08-01")), Truth::No);
}

TEST(Listing, WithoutADateTheCitationBoundsIt) {
    Listing listing;
    listing.citation = "89 FR 51652; 90 FR 44499";
    EXPECT_EQ(listing.holds_on(day("2023-12-31")), Truth::No);
    EXPECT_EQ(listing.holds_on(day("2024-06-01")), Truth::Unknown);
    EXPECT_EQ(listing.holds_on(day("2025-01-01")), Truth::Yes);
}

TEST(Listing, WithNothingKnownOnlyTheCopyProvesIt) {
    Listing listing;
    EXPECT_EQ(listing.holds_on(day("2026-08-01")), Truth::Unknown);
    listing.seen = day("2026-07-31");
    EXPECT_EQ(listing.holds_on(day("2026-08-01")), Truth::Yes);
    EXPECT_EQ(listing.holds_on(day("2026-07-30")), Truth::Unknown);
}

TEST(Listing, AFootnoteHoldsOnlyFromItsOwnDay) {
    Listing listing;
    listing.effective = day("2019-06-24");
    listing.footnotes = {{"1", {}}, {"4", day("2022-10-07")}};
    EXPECT_EQ(listing.footnotes_on(day("2022-10-06")), std::vector<std::string>{"1"});
    EXPECT_EQ(listing.footnotes_on(day("2022-10-07")), (std::vector<std::string>{"1", "4"}));
}

}  // namespace
}  // namespace cordon::lists
