// SPDX-License-Identifier: Apache-2.0
#include "base/truth.h"

#include <gtest/gtest.h>

#include <vector>

namespace cordon {
namespace {

constexpr Truth kAll[] = {Truth::No, Truth::Unknown, Truth::Yes};

/// What a truth may still turn out to be.
std::vector<bool> completions(Truth value) {
    if (value == Truth::Unknown) return {false, true};
    return {value == Truth::Yes};
}

TEST(Truth, ConjunctionAndDisjunctionAreKleenes) {
    // The strong Kleene tables say: definite where every completion agrees.
    for (const Truth a : kAll) {
        for (const Truth b : kAll) {
            int both_yes = 0;
            int either_yes = 0;
            int count = 0;
            for (const bool x : completions(a)) {
                for (const bool y : completions(b)) {
                    both_yes += x && y;
                    either_yes += x || y;
                    ++count;
                }
            }
            const auto of = [count](int yes) {
                return yes == count ? Truth::Yes : yes == 0 ? Truth::No : Truth::Unknown;
            };
            EXPECT_EQ(both(a, b), of(both_yes));
            EXPECT_EQ(either(a, b), of(either_yes));
            EXPECT_EQ(opposite(both(a, b)), either(opposite(a), opposite(b)));
        }
        EXPECT_EQ(opposite(opposite(a)), a);
    }
}

TEST(Truth, MoreKnowledgeNeverChangesADefiniteAnswer) {
    for (const Truth a : kAll) {
        for (const Truth b : kAll) {
            for (const Truth later : kAll) {
                if (!refines(a, later)) continue;
                EXPECT_TRUE(refines(both(a, b), both(later, b)));
                EXPECT_TRUE(refines(either(a, b), either(later, b)));
                EXPECT_TRUE(refines(opposite(a), opposite(later)));
            }
        }
    }
    EXPECT_FALSE(refines(Truth::Yes, Truth::Unknown));
    EXPECT_FALSE(refines(Truth::No, Truth::Yes));
}

TEST(Truth, TwoReadingsThatDifferAreUnknown) {
    EXPECT_EQ(agreement(Truth::Yes, Truth::Yes), Truth::Yes);
    EXPECT_EQ(agreement(Truth::Yes, Truth::No), Truth::Unknown);
    EXPECT_EQ(agreement(Truth::No, Truth::Unknown), Truth::Unknown);
}

TEST(Truth, HasWords) {
    EXPECT_EQ(to_text(Truth::No), "no");
    EXPECT_EQ(to_text(Truth::Unknown), "unknown");
    EXPECT_EQ(to_text(Truth::Yes), "yes");
    EXPECT_EQ(truth_of(true), Truth::Yes);
    EXPECT_EQ(truth_of(false), Truth::No);
}

}  // namespace
}  // namespace cordon
