// SPDX-License-Identifier: Apache-2.0
#include "law/provision.h"

#include <gtest/gtest.h>

namespace cordon::law {
namespace {

Date day(std::string_view iso) {
    return MUST(Date::from_iso(iso));
}

Provision two_versions() {
    Provision provision;
    Version first;
    first.period = {day("2022-10-21"), day("2023-11-17")};
    Version second;
    second.period = {day("2023-11-17"), std::nullopt};
    provision.versions = {first, second};
    StatusSegment stayed;
    stayed.period = {day("2025-05-13"), std::nullopt};
    stayed.state = State::NotEnforced;
    provision.statuses = {stayed};
    return provision;
}

TEST(Provision, the_first_day_of_a_version_is_in_and_the_day_it_ends_is_out) {
    const Provision provision = two_versions();
    EXPECT_EQ(provision.version_on(day("2022-10-20")), nullptr);
    EXPECT_EQ(provision.version_on(day("2022-10-21")), &provision.versions[0]);
    EXPECT_EQ(provision.version_on(day("2023-11-16")), &provision.versions[0]);
    EXPECT_EQ(provision.version_on(day("2023-11-17")), &provision.versions[1]);
}

TEST(Provision, has_a_status_only_where_a_segment_says_so) {
    const Provision provision = two_versions();
    EXPECT_EQ(provision.status_on(day("2025-05-12")), nullptr);
    ASSERT_NE(provision.status_on(day("2025-05-13")), nullptr);
    EXPECT_EQ(provision.status_on(day("2025-05-13"))->state, State::NotEnforced);
}

TEST(Provision, what_is_not_enforced_counts_only_as_codified) {
    for (const Reading reading : {Reading::AsEnforced, Reading::AsCodified}) {
        EXPECT_TRUE(counts(State::InForce, reading));
        EXPECT_TRUE(counts(State::Unconfirmed, reading));
        EXPECT_FALSE(counts(State::Proposed, reading));
        EXPECT_EQ(counts(State::Stayed, reading), reading == Reading::AsCodified);
        EXPECT_EQ(counts(State::NotEnforced, reading), reading == Reading::AsCodified);
    }
}

TEST(Provision, words_are_those_of_the_rule_files) {
    EXPECT_EQ(to_text(Kind::ReviewPolicy), "review_policy");
    EXPECT_EQ(to_text(Gate::EndUse), "end_use");
    EXPECT_EQ(to_text(State::NotEnforced), "not_enforced");
    EXPECT_EQ(to_text(Confidence::Primary), "P");
    EXPECT_EQ(to_text(Confidence::Unconfirmed), "unconfirmed");
    EXPECT_EQ(to_text(Reading::AsCodified), "as_codified");
    EXPECT_EQ(to_text(Policy::PresumptionOfDenial), "presumption_of_denial");
    EXPECT_EQ(to_text(Effect::Hold), "hold");
    EXPECT_EQ(to_text(Per::Country), "country");
}

}  // namespace
}  // namespace cordon::law
