// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "screening/score_testing.h"
#include "screening/search.h"

namespace cordon::screening {
namespace {

using testing::name;
using testing::word;

const Profile& balanced() {
    static const Profile kProfile = MUST(profile("balanced"));
    return kProfile;
}

names::NameSet set_of(const std::vector<std::string>& words) {
    std::vector<names::Token> tokens;
    for (const auto& text : words) tokens.push_back(word(text));
    return {{name(tokens)}, false};
}

TEST(Exhaustive, FindsEveryNameAtOrAboveTheThresholdBestFirst) {
    Exhaustive twin;
    twin.add({0, 0}, set_of({"huawei", "device"}));
    twin.add({1, 0}, set_of({"lukoil"}));
    twin.add({2, 1}, set_of({"huawei"}));
    twin.add({2, 0}, set_of({"huawei"}));
    const auto hits = twin.search(set_of({"huawei"}), 1, balanced());
    ASSERT_EQ(hits.size(), 3U);
    EXPECT_EQ(hits[0].listed.listing, 2U);
    EXPECT_EQ(hits[0].listed.name, 0);
    EXPECT_EQ(hits[1].listed.name, 1);
    EXPECT_EQ(hits[2].listed.listing, 0U);
    EXPECT_EQ(twin.search(set_of({"huawei"}), hits[2].raw, balanced()).size(), 3U);
    EXPECT_EQ(twin.search(set_of({"huawei"}), hits[2].raw + 1, balanced()).size(), 2U);
}

TEST(Exhaustive, NeverHitsWhatSharesNothing) {
    Exhaustive twin;
    twin.add({0, 0}, set_of({"lukoil"}));
    EXPECT_TRUE(twin.search(set_of({"huawei"}), 0, balanced()).empty());
}

TEST(Arranged, HitsAreOneAListedName) {
    std::vector<Hit> hits = {{{1, 0}, 5000}, {{1, 0}, 9000}, {{0, 2}, 9000}, {{0, 1}, 9000}};
    arrange(hits);
    ASSERT_EQ(hits.size(), 3U);
    EXPECT_EQ(hits[0].listed.name, 1);
    EXPECT_EQ(hits[1].listed.name, 2);
    EXPECT_EQ(hits[2].raw, 9000);
}

}  // namespace
}  // namespace cordon::screening
