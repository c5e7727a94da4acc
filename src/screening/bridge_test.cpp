// SPDX-License-Identifier: Apache-2.0
#include "screening/bridge.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace cordon::screening {
namespace {

using names::FormKind;
using names::Role;

const Bridges kBridges;

FormTraits traits(FormKind kind, bool has_han = false, bool in_span = false,
                  Role role = Role::Brand) {
    return {kind, role, in_span, has_han};
}

Cell equal(const FormTraits& a, const FormTraits& b) {
    return bridged(a, b, 1000, false, kBridges);
}

TEST(Bridged, NamesEachBridge) {
    const auto spelling = traits(FormKind::Spelling);
    const auto reading = traits(FormKind::Reading, true);
    EXPECT_EQ(equal(spelling, spelling).bridge, Bridge::Equal);
    EXPECT_EQ(bridged(spelling, spelling, 870, false, kBridges).bridge, Bridge::Spelling);
    EXPECT_EQ(bridged(spelling, spelling, 870, false, kBridges).similarity, 870);
    EXPECT_EQ(equal(spelling, reading).bridge, Bridge::Reading);
    EXPECT_EQ(equal(reading, reading).bridge, Bridge::Homophone);
    EXPECT_EQ(equal(reading, traits(FormKind::Reading)).bridge, Bridge::Reading);
    EXPECT_EQ(equal(traits(FormKind::Han, true), traits(FormKind::Han, true)).bridge,
              Bridge::Equal);
    EXPECT_EQ(equal(traits(FormKind::Reading), traits(FormKind::Reading)).bridge, Bridge::Equal);
    EXPECT_EQ(equal(traits(FormKind::Sound), traits(FormKind::Sound)).bridge, Bridge::Sound);
    EXPECT_EQ(equal(traits(FormKind::Initialism), spelling).bridge, Bridge::Initialism);
    EXPECT_EQ(equal(traits(FormKind::Spelling, false, true), spelling).bridge, Bridge::Glued);
    EXPECT_EQ(bridged(spelling, spelling, 0, true, kBridges).bridge, Bridge::Initial);
}

TEST(Bridged, TellsATranslatedNameFromACommonWord) {
    const auto industry = traits(FormKind::Concept, false, false, Role::Industry);
    const auto place = traits(FormKind::Concept, false, false, Role::Place);
    EXPECT_EQ(equal(industry, industry).bridge, Bridge::Concept);
    EXPECT_EQ(equal(place, place).bridge, Bridge::Translation);
    EXPECT_EQ(equal(place, industry).bridge, Bridge::Translation);
}

TEST(Bridged, JoinsNoTwoSpans) {
    const auto span = traits(FormKind::Spelling, false, true);
    EXPECT_EQ(equal(span, span).bridge, Bridge::None);
}

TEST(Bridged, WantsInitialsWrittenByOneSide) {
    const auto initials = traits(FormKind::Initialism, true);
    EXPECT_EQ(equal(initials, initials).bridge, Bridge::None);
}

TEST(Bridged, WantsHomophonesReadExactlyAlike) {
    const auto reading = traits(FormKind::Reading, true);
    EXPECT_EQ(bridged(reading, reading, 900, false, kBridges).bridge, Bridge::None);
}

TEST(Bridged, TakesInitialsOnlyForBrandsOutsideSpans) {
    const auto place = traits(FormKind::Spelling, false, false, Role::Place);
    EXPECT_EQ(bridged(traits(FormKind::Spelling), place, 0, true, kBridges).bridge, Bridge::None);
}

std::vector<FormTraits> all_traits() {
    std::vector<FormTraits> all;
    for (std::size_t kind = 0; kind < names::kFormKinds; ++kind) {
        for (std::size_t role = 0; role < names::kRoleCount; ++role) {
            for (const bool in_span : {false, true}) {
                for (const bool has_han : {false, true}) {
                    all.push_back(
                        {static_cast<FormKind>(kind), static_cast<Role>(role), in_span, has_han});
                }
            }
        }
    }
    return all;
}

/// Every pair of traits, nearness and initial, with these bridges.
void expect_bounded(const Bridges& bridges) {
    const auto all = all_traits();
    for (const auto& a : all) {
        for (const auto& b : all) {
            for (const std::uint32_t near : {0U, 1U, 613U, 700U, 961U, 999U, 1000U}) {
                for (const bool initial : {false, true}) {
                    const Cell cell = bridged(a, b, near, initial, bridges);
                    const Cell back = bridged(b, a, near, initial, bridges);
                    ASSERT_EQ(cell.similarity, back.similarity);
                    ASSERT_EQ(cell.bridge, back.bridge);
                    ASSERT_EQ(cell.similarity == 0, cell.bridge == Bridge::None);
                    ASSERT_LE(cell.similarity, bridged_at_most(a, near, bridges));
                }
            }
        }
    }
}

TEST(Bridged, IsSymmetricAndNeverMoreThanItsBound) {
    expect_bounded(kBridges);
    expect_bounded({960, 700, 970, 1000, 780, 850, 600, 980, 1700});
    expect_bounded({1000, 1000, 1000, 900, 1000, 1000, 1000, 1000, 0});
    expect_bounded({100, 900, 200, 1000, 100, 990, 950, 500, 1000});
    expect_bounded({0, 0, 0, 0, 0, 0, 0, 0, 5000});
}

TEST(Nearness, AsksSpansForTheirKeysOnly) {
    const names::Form huawei{FormKind::Spelling, "huawei"};
    const names::Form huawai{FormKind::Spelling, "huawai"};
    const names::Form initials{FormKind::Initialism, "huawai"};
    EXPECT_GT(nearness(huawei, false, huawai, false), 0U);
    EXPECT_EQ(nearness(huawei, true, huawai, false), 0U);
    EXPECT_EQ(nearness(huawei, true, huawei, false), 1000U);
    EXPECT_EQ(nearness(huawei, false, initials, false), 0U);
    EXPECT_EQ(nearness(huawei, false, {FormKind::Sound, "huawei"}, false), 0U);
}

TEST(Initials, AreOneLatinLetter) {
    const names::Form j{FormKind::Spelling, "j"};
    const names::Form john{FormKind::Spelling, "john"};
    EXPECT_TRUE(is_initial_of(j, false, john, false));
    EXPECT_TRUE(is_initial_of(john, false, j, false));
    EXPECT_FALSE(is_initial_of(j, false, j, false));
    EXPECT_FALSE(is_initial_of(j, false, {FormKind::Spelling, "mary"}, false));
    EXPECT_FALSE(is_initial_of(j, true, john, false));
    EXPECT_FALSE(is_initial_of({FormKind::Number, "#"}, false, {FormKind::Number, "#1"}, false));
}

TEST(SpanKeys, DifferForDifferentTerms) {
    std::set<std::uint64_t> keys;
    for (int at = 0; at < 20000; ++at) keys.insert(span_key("zhong" + std::to_string(at)));
    EXPECT_EQ(keys.size(), 20000U);
    EXPECT_NE(span_key(""), span_key("a"));
}

TEST(Cells, PreferMoreSimilarThenTheSimplerBridge) {
    EXPECT_TRUE((Cell{900, Bridge::Sound}.better_than({800, Bridge::Equal})));
    EXPECT_TRUE((Cell{900, Bridge::Equal}.better_than({900, Bridge::Sound})));
    EXPECT_FALSE((Cell{0, Bridge::None}.better_than({0, Bridge::Equal})));
}

}  // namespace
}  // namespace cordon::screening
