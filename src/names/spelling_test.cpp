// SPDX-License-Identifier: Apache-2.0
#include "names/spelling.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/code_points.h"

namespace cordon::names {
namespace {

/// The slow twin: the whole table, as the definition says.
std::uint32_t plain_distance(std::string_view first, std::string_view second) {
    const auto a = code_points(first);
    const auto b = code_points(second);
    std::vector<std::vector<std::uint32_t>> d(a.size() + 1,
                                              std::vector<std::uint32_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = static_cast<std::uint32_t>(i);
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = static_cast<std::uint32_t>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1,
                                d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

TEST(EditDistance, CountsInsertDeleteReplaceAndSwap) {
    EXPECT_EQ(edit_distance("huawei", "huawei", 2), 0U);
    EXPECT_EQ(edit_distance("huawei", "huawai", 2), 1U);
    EXPECT_EQ(edit_distance("huawei", "hauwei", 2), 1U);
    EXPECT_EQ(edit_distance("techology", "technology", 2), 1U);
    EXPECT_EQ(edit_distance("华为技术", "华为枝术", 2), 1U);
    EXPECT_EQ(edit_distance("kitten", "sitting", 2), 3U);  // beyond: limit + 1
    EXPECT_EQ(edit_distance("kitten", "sitting", 9), 3U);
    EXPECT_EQ(edit_distance("", "abc", 5), 3U);
    EXPECT_EQ(edit_distance("ca", "abc", 5), 3U);  // alignment, not the unrestricted distance
}

std::string word_of(const std::vector<std::size_t>& letters) {
    static const std::vector<std::string> alphabet{"a", "b", "c", "ж", "华", "é"};
    std::string out;
    for (const auto i : letters) out += alphabet[i];
    return out;
}

/// Two related words: the second is the first after some edits.
std::pair<std::string, std::string> related(std::size_t letters, std::size_t length) {
    const auto letter = rc::gen::inRange<std::size_t>(0, letters);
    const auto size = *rc::gen::inRange<std::size_t>(0, length);
    auto a = *rc::gen::container<std::vector<std::size_t>>(size, letter);
    auto b = a;
    const auto edits = *rc::gen::inRange<std::size_t>(0, 6);
    for (std::size_t e = 0; e < edits; ++e) {
        const auto at = *rc::gen::inRange<std::size_t>(0, b.size() + 1);
        const auto place = b.begin() + static_cast<std::ptrdiff_t>(at);
        const auto kind = *rc::gen::inRange<std::size_t>(0, 4);
        if (kind == 0) b.insert(place, *letter);
        if (kind == 1 && at < b.size()) b.erase(place);
        if (kind == 2 && at < b.size()) b[at] = *letter;
        if (kind == 3 && at + 1 < b.size()) std::swap(b[at], b[at + 1]);
    }
    return {word_of(a), word_of(b)};
}

RC_GTEST_PROP(EditDistance, EqualsThePlainTable, ()) {
    const auto [a, b] = related(*rc::gen::element<std::size_t>(3, 6), 20);
    const auto limit = *rc::gen::inRange<std::uint32_t>(0, 6);
    RC_ASSERT(edit_distance(a, b, limit) == std::min(plain_distance(a, b), limit + 1));
}

RC_GTEST_PROP(EditDistance, EqualsThePlainTableForLongWords, ()) {
    const auto [a, b] = related(*rc::gen::element<std::size_t>(2, 6), 200);
    const auto limit = *rc::gen::inRange<std::uint32_t>(0, 8);
    RC_ASSERT(edit_distance(a, b, limit) == std::min(plain_distance(a, b), limit + 1));
}

RC_GTEST_PROP(EditDistance, EqualsThePlainTableForUnrelatedWords, ()) {
    const auto letters =
        rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 3));
    const auto a = word_of(*letters);
    const auto b = word_of(*letters);
    RC_ASSERT(edit_distance(a, b, 1000) == plain_distance(a, b));
}

RC_GTEST_PROP(Similarity, IsSymmetricAndZeroBeyondTheAllowance, ()) {
    const auto [a, b] = related(*rc::gen::element<std::size_t>(3, 6), 20);
    const auto similarity = spelling_similarity(a, b);
    RC_ASSERT(similarity == spelling_similarity(b, a));
    RC_ASSERT(similarity <= 1000U);
    RC_ASSERT((similarity == 1000U) == (a == b));
    const auto shorter = std::min(code_points(a).size(), code_points(b).size());
    const bool han = (a + b).find("华") != std::string::npos;
    const bool near = a == b || plain_distance(a, b) <= edits_allowed(shorter, han);
    RC_ASSERT((similarity > 0) == near);
}

TEST(Similarity, ForgivesWhatScannersAndRomanisersConfuse) {
    EXPECT_GT(spelling_similarity("huawei", "huawel"), spelling_similarity("huawei", "huawep"));
    EXPECT_GT(spelling_similarity("hygon", "hyg0n"), spelling_similarity("hygon", "hygan"));
    EXPECT_GT(spelling_similarity("sokolov", "sokolow"), spelling_similarity("sokolov", "sokolob"));
    EXPECT_GT(spelling_similarity("rosneft", "rossneft"),
              spelling_similarity("rosneft", "roskneft"));
    EXPECT_GT(spelling_similarity("semiconductor", "serniconductor"), 920U);
    EXPECT_GT(spelling_similarity("huawei", "huawai"), spelling_similarity("huawei", "puawei"));
    EXPECT_GT(spelling_similarity("cambricon", "cambrican"), spelling_similarity("sugon", "sugan"));
    EXPECT_EQ(spelling_similarity("wei", "wai"), 0U);
    EXPECT_EQ(spelling_similarity("huawei", "hauwai"), 0U);  // two edits in six letters
}

}  // namespace
}  // namespace cordon::names
