// SPDX-License-Identifier: Apache-2.0
#include "screening/score.h"

#include <gtest/gtest.h>

#include "screening/score_testing.h"

namespace cordon::screening {
namespace {

using names::Role;
using testing::han;
using testing::known;
using testing::name;
using testing::number;
using testing::raw_score;
using testing::word;

const Profile& balanced() {
    static const Profile kProfile = MUST(profile("balanced"));
    return kProfile;
}

std::uint16_t raw(const std::vector<names::Token>& query, const std::vector<names::Token>& listed) {
    return raw_score(name(query), name(listed), balanced());
}

names::Token institute() {
    return known("institute", "@institute", Role::Organisation);
}
names::Token limited() {
    return known("ltd", "@limited", Role::LegalForm);
}

TEST(Score, OfNothingIsNothing) {
    EXPECT_EQ(raw({}, {}), 0);
    EXPECT_EQ(raw({word("huawei")}, {}), 0);
    EXPECT_EQ(raw({word("huawei")}, {word("lukoil")}), 0);
}

TEST(Score, HangsOnNumbersMoreThanOnWords) {
    EXPECT_LT(raw({number(13), institute()}, {number(14), institute()}), 3000);
    EXPECT_EQ(raw({number(13), institute()}, {number(13), institute()}), 10000);
}

TEST(Score, CaresLittleForLegalForms) {
    EXPECT_GT(raw({word("lukoil"), limited()}, {word("lukoil")}), 9500);
    EXPECT_LT(raw({number(11420), limited()}, {limited()}), 2000);
}

TEST(Score, ReadsHanAsLatin) {
    EXPECT_GT(raw({han("华为", "huawei", "hw"), limited()}, {word("huawei"), limited()}), 9000);
    EXPECT_GT(raw({han("华为", "huawei", "hw")}, {word("hua"), word("wei")}), 9000);
    EXPECT_LT(raw({han("华为", "huawei", "hw")}, {han("化为", "huawei", "hw")}), 8000);
}

TEST(Score, LooksThroughTranslations) {
    EXPECT_GT(
        raw({known("sugon", "@sugon", Role::Brand)}, {known("dawning", "@sugon", Role::Brand)}),
        9000);
}

TEST(Score, OfSharedGenericWordsIsLow) {
    const auto nanjing = known("nanjing", "@nanjing", Role::Place);
    const auto technology = known("technology", "@technology", Role::Industry);
    EXPECT_LT(raw({nanjing, word("zhongxing"), technology, limited()},
                  {nanjing, word("haige"), technology, limited()}),
              4500);
}

TEST(Score, TakesOrderLightlyForOrganisationsAndNotAtAllForPeople) {
    const auto place = known("guangzhou", "@guangzhou", Role::Place);
    const auto swapped = raw({word("haige"), place}, {place, word("haige")});
    EXPECT_LT(swapped, 10000);
    EXPECT_GT(swapped, 9500);
    EXPECT_EQ(raw({word("bush"), word("george")}, {word("george"), word("bush")}), 10000);
}

TEST(Score, ShortBrandsDoNotDominate) {
    const auto weights = balanced().weights;
    EXPECT_LT(weight_of(Role::Brand, false, 2, false, weights),
              weight_of(Role::Place, true, 9, false, weights));
    EXPECT_EQ(weight_of(Role::Brand, false, 4000, false, weights), weights.token_max);
    EXPECT_GT(weight_of(Role::Brand, false, 0, false, weights), 0);
}

TEST(Score, WeighsASpanAsItsTokens) {
    const auto units = weighed(name({word("hua"), word("wei")}), balanced().weights);
    ASSERT_EQ(units.units.size(), 3U);
    EXPECT_EQ(units.tokens, 2);
    EXPECT_EQ(units.units[2].count, 2);
    EXPECT_EQ(units.units[2].weight, units.total);
}

TEST(Score, LosesForANameMadeOfInitials) {
    auto initials = name({word("nudt")});
    const auto printed = name({word("nudt")});
    initials.derived = names::Derived::Initialism;
    EXPECT_EQ(raw_score(printed, initials, balanced()), balanced().penalties.derived * 10);
    initials.derived = names::Derived::Short;
    EXPECT_EQ(raw_score(printed, initials, balanced()), 10000);
}

TEST(Score, OfSetsIsTheBestButNeverOfTwoDerivedNames) {
    auto derived = name({word("nudt")});
    derived.derived = names::Derived::Initialism;
    const names::NameSet one{{name({word("national")}), derived}, false};
    const names::NameSet other{{name({word("northern")}), derived}, false};
    const names::NameSet printed{{name({word("nudt")})}, false};
    EXPECT_EQ(score(one, other, balanced()), 0);
    EXPECT_EQ(score(one, printed, balanced()), balanced().penalties.derived * 10);
    EXPECT_EQ(score({}, printed, balanced()), 0);
}

TEST(Score, TakesTheLargestNamesThereAre) {
    std::vector<names::Token> tokens(names::kTokensMax, word("abcabcabcabcabcabcabcabc"));
    const auto longest = name(tokens);
    EXPECT_EQ(raw_score(longest, longest, balanced()), 10000);
}

}  // namespace
}  // namespace cordon::screening
