// SPDX-License-Identifier: Apache-2.0
#include "links/read_share.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "links/stake_graph.h"

namespace cordon::links {
namespace {

std::string between(ShareEnd low, ShareEnd high) {
    const auto share = share_between(low, high);
    if (!share) return "refused";
    return *share ? (*share)->to_text() : "none";
}

TEST(ReadShare, EndsAreInUnlessSaidOtherwise) {
    EXPECT_EQ(between({"25"}, {"50"}), "0.25 to 0.5");
    EXPECT_EQ(between({"25", true}, {"50"}), "over 0.25 to 0.5");
    EXPECT_EQ(between({"50", true}, {"75", true}), "over 0.5 to under 0.75");
    EXPECT_EQ(between({"75"}, {""}), "0.75 to 1");
    EXPECT_EQ(between({""}, {"5", true}), "0 to under 0.05");
    EXPECT_EQ(between({""}, {""}), "none");
    EXPECT_EQ(between({"0"}, {"0"}), "0");
}

TEST(ReadShare, WhatHoldsNothingOrIsNoPercentageIsRefused) {
    for (const auto* text : {"101", "-1", "x", "100.00000000001", "1e3", "NaN", "."}) {
        EXPECT_EQ(between({text}, {text}), "refused") << text;
    }
    EXPECT_EQ(between({"50"}, {"40"}), "refused");
    EXPECT_EQ(between({"50", true}, {"50"}), "refused");
}

TEST(ReadShare, TheDigitsOfAFloatingPointNumberAreEnclosed) {
    EXPECT_EQ(between({"33.333333333333336"}, {"33.333333333333336"}), "0.333333333…");
    EXPECT_EQ(between({"49.99999999999999"}, {"49.99999999999999"}), "0.499999999…");
    EXPECT_EQ(between({"50.00000000000000"}, {"50.0"}), "0.5");
}

TEST(ReadShare, APercentageIsOneNumberOrARange) {
    const auto text = [](std::string_view from) {
        const auto share = share_from_percentage(from);
        return share ? share->to_text() : std::string("refused");
    };
    for (const auto* half : {"50", "50%", "50.0", " 50 % "}) EXPECT_EQ(text(half), "0.5");
    for (const auto* range : {"25-50", "25% - 50%", "25–50", "25 to 50 %"}) {
        EXPECT_EQ(text(range), "0.25 to 0.5");
    }
    for (const auto* bad : {"", "-", "25-", "-25", "majority", "1/2"}) {
        EXPECT_EQ(text(bad), "refused") << bad;
    }
}

RC_GTEST_PROP(ReadShare, WrittenAndReadBackItIsTheSame, ()) {
    const auto low = *rc::gen::inRange<std::uint32_t>(0, kWhole);
    const auto high = *rc::gen::inRange<std::uint32_t>(low + 1, kWhole + 1);
    const auto low_text = low_percent(part_of_whole(low, low));
    const auto high_text = low_percent(part_of_whole(high, high));
    const bool low_open = *rc::gen::arbitrary<bool>(), high_open = *rc::gen::arbitrary<bool>();
    const auto share = share_between({low_text, low_open}, {high_text, high_open});
    RC_ASSERT(share && *share);
    RC_ASSERT((*share)->lo() == Decimal::from_billionths(low));
    RC_ASSERT((*share)->hi() == Decimal::from_billionths(high));
    RC_ASSERT((*share)->lo_open() == low_open && (*share)->hi_open() == high_open);
    RC_ASSERT(low_percent(**share) == low_text && high_percent(**share) == high_text);
}

}  // namespace
}  // namespace cordon::links
