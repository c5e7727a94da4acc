// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "screening/score.h"
#include "screening/score_testing.h"

namespace cordon::screening {
namespace {

using names::Role;
using testing::han;
using testing::known;
using testing::name;
using testing::number;
using testing::word;

const Profile& balanced() {
    static const Profile kProfile = MUST(profile("balanced"));
    return kProfile;
}

TEST(Explained, SaysWhichBridgeJoinedWhat) {
    const auto told = explained(name({han("华为", "huawei", "hw")}),
                                name({word("huawei"), word("device")}), balanced());
    ASSERT_EQ(told.aligned.size(), 1U);
    EXPECT_EQ(told.aligned[0].cell.bridge, Bridge::Reading);
    EXPECT_EQ(told.aligned[0].points,
              6U * balanced().weights.letter * balanced().bridges.reading / 1000);
    EXPECT_TRUE(told.query_alone.empty());
    EXPECT_EQ(told.listed_alone, (std::vector<std::uint16_t>{1}));
    EXPECT_TRUE(told.penalties.empty() || told.penalties[0].name == "brand_alone");
}

TEST(Explained, SaysWhyAScoreWasLowered) {
    const auto institute = known("institute", "@institute", Role::Organisation);
    const auto told =
        explained(name({number(13), institute}), name({number(14), institute}), balanced());
    ASSERT_EQ(told.penalties.size(), 1U);
    EXPECT_EQ(told.penalties[0].name, "number_conflict");
    EXPECT_EQ(told.penalties[0].factor,
              balanced().penalties.conflict[static_cast<std::size_t>(Role::Number)]);
    EXPECT_EQ(told.penalties[0].because, "#13 against #14");
}

TEST(Explained, NamesConflictingBrandsAndPlaces) {
    const auto told = explained(name({known("beijing", "@beijing", Role::Place), word("huawei"),
                                      known("tech", "@technology", Role::Industry)}),
                                name({known("nanjing", "@nanjing", Role::Place), word("lukoil"),
                                      known("tech", "@technology", Role::Industry)}),
                                balanced());
    ASSERT_EQ(told.penalties.size(), 2U);
    EXPECT_EQ(told.penalties[1].because, "beijing against nanjing");
    EXPECT_EQ(told.penalties[0].name, "brand_conflict");
    EXPECT_EQ(told.penalties[0].factor,
              balanced().penalties.conflict[static_cast<std::size_t>(Role::Brand)]);
    EXPECT_EQ(told.penalties[0].because, "huawei against lukoil");
}

TEST(Explained, MentionsOrderAndInitials) {
    auto initials = name({word("haige"), known("guangzhou", "@guangzhou", Role::Place)});
    initials.derived = names::Derived::Initialism;
    const auto told = explained(
        initials, name({known("guangzhou", "@guangzhou", Role::Place), word("haige")}), balanced());
    ASSERT_EQ(told.penalties.size(), 2U);
    EXPECT_EQ(told.penalties[0].name, "derived");
    EXPECT_EQ(told.penalties[1].name, "disorder");
}

}  // namespace
}  // namespace cordon::screening
