// SPDX-License-Identifier: Apache-2.0
#include "screening/variants.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "names/spelling.h"

namespace cordon::screening {
namespace {

/// A word from a small alphabet, so that near words are frequent, and one some edits away.
struct Pair {
    std::string listed, asked;
};

std::string word(std::size_t shortest) {
    const auto size = *rc::gen::inRange<std::size_t>(shortest, 15);
    return *rc::gen::container<std::string>(size, rc::gen::elementOf(std::string("abcde")));
}

std::string edited(std::string text) {
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    const char letter = *rc::gen::elementOf(std::string("abcdex"));
    switch (*rc::gen::inRange(0, 4)) {
        case 0:
            text.insert(at, 1, letter);
            break;
        case 1:
            text.erase(at, 1);
            break;
        case 2:
            text[at] = letter;
            break;
        default:
            if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
    }
    return text;
}

bool meet(const std::string& listed, const std::string& asked) {
    std::vector<std::uint64_t> a, b;
    VariantSource(listed).listed_keys(false, a);
    VariantSource(asked).asked_keys(false, b);
    return std::any_of(a.begin(), a.end(),
                       [&](auto key) { return std::find(b.begin(), b.end(), key) != b.end(); });
}

RC_GTEST_PROP(Variants, WordsWithinTheAllowedEditsAlwaysMeet, ()) {
    const auto listed = word(*rc::gen::element<std::size_t>(4, 8, 11));
    auto asked = listed;
    for (auto edits = *rc::gen::inRange(0, 3); edits > 0; --edits) asked = edited(asked);
    const auto allowed = names::edits_allowed(std::min(listed.size(), asked.size()), false);
    const auto distance = names::edit_distance(listed, asked, 3);
    RC_CLASSIFY(distance == 2 && distance <= allowed, "two edits");
    RC_PRE(allowed > 0 && distance <= allowed);
    RC_ASSERT(meet(listed, asked));
    RC_ASSERT(may_be_near(letter_signature(listed), letter_signature(asked), allowed));
}

TEST(Variants, MeetWhenASwapStraddlesTheMiddle) {
    EXPECT_TRUE(meet("abcdefgh", "abcedfgh"));
    EXPECT_TRUE(meet("abcdefghi", "abcedfgh"));
    EXPECT_TRUE(meet("abcdefgh", "xabcedfgh"));
    EXPECT_TRUE(meet("nettrixx", "netrtixx"));
}

TEST(Variants, SignaturesCountLettersNotBytes) {
    EXPECT_TRUE(may_be_near(letter_signature("müller"), letter_signature("muller"), 1));
    EXPECT_TRUE(may_be_near(letter_signature("大学公司"), letter_signature("大学公司东"), 1));
    EXPECT_FALSE(may_be_near(letter_signature("huawei"), letter_signature("huaweico"), 1));
    EXPECT_TRUE(may_be_near(letter_signature("shenzhen"), letter_signature("shenzhenco"), 2));
    EXPECT_FALSE(may_be_near(letter_signature("shenzhen"), letter_signature("shanzhenco"), 2));
    EXPECT_FALSE(may_be_near(letter_signature("shenzhen"), letter_signature("shenzhxxxo"), 2));
}

TEST(Variants, KeepStrangersApartMostly) {
    EXPECT_FALSE(meet("huawei", "lenovo"));
    EXPECT_FALSE(meet("cambricon", "phytiummm"));
}

TEST(Variants, MeetAtLengthsWhereTheAllowanceChanges) {
    EXPECT_TRUE(meet("abcdefg", "abcdefgh"));
    EXPECT_TRUE(meet("abcdefgh", "abcdefg"));
    EXPECT_TRUE(meet("abcd", "abcde"));
    EXPECT_FALSE(meet("abc", "abcd"));
}

}  // namespace
}  // namespace cordon::screening
