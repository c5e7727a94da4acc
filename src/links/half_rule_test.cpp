// SPDX-License-Identifier: Apache-2.0
#include "links/half_rule.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "links/half_rule_testing.h"

namespace cordon::links {
namespace {

constexpr std::uint32_t kPercent = kWhole / 100;

/// Parties 0, 1, … ; "listed" ones by number, stakes in percent.
struct Case {
    std::uint32_t parties = 0;
    std::vector<PartyIndex> listed;
    std::vector<Stake> stakes;  ///< low and high in percent
    std::vector<PartyIndex> rest_open = {};
    Threshold threshold = Threshold::HalfOrMore;
};

/// The answer for one party, and the stakes that carry it in percent.
struct Answer {
    Truth held = Truth::No;
    std::string part;
    std::vector<std::uint32_t> witness;
};

Answer answer(const Case& given, PartyIndex party) {
    std::vector<Stake> stakes;
    for (auto stake : given.stakes) {
        stake.low *= kPercent;
        stake.high *= kPercent;
        stakes.push_back(stake);
    }
    std::vector<bool> rest(given.parties);
    for (const auto p : given.rest_open) rest[p] = true;
    StakeGraph graph(given.parties, stakes, rest);
    std::vector<Truth> listed(given.parties, Truth::No);
    for (const auto p : given.listed) listed[p] = Truth::Yes;
    const HalfRule rule(graph, listed, given.threshold);
    Answer out{rule.is_held(party), rule.part(party).to_text(), {}};
    for (const auto index : rule.witness(party)) {
        out.witness.push_back(graph.stake(index).low / kPercent);
    }
    return out;
}

TEST(HalfRule, AThirdIsNotHalf) {
    const auto told = answer({2, {0}, {{0, 1, 33, 33}}}, 1);
    EXPECT_EQ(told.held, Truth::No);
    EXPECT_EQ(told.part, "0.33");
}

TEST(HalfRule, FortyNineAndTwoOfTwoListedPartiesAreAddedUp) {
    const auto told = answer({3, {0, 1}, {{0, 2, 49, 49}, {1, 2, 2, 2}}}, 2);
    EXPECT_EQ(told.held, Truth::Yes);
    EXPECT_EQ(told.part, "0.51");
    EXPECT_EQ(told.witness, (std::vector<std::uint32_t>{49, 2}));
}

TEST(HalfRule, TwoHoldersOfThirtyBlockedOneEach) {
    EXPECT_EQ(answer({3, {0, 1}, {{0, 2, 30, 30}, {1, 2, 30, 30}}}, 2).held, Truth::Yes);
    EXPECT_EQ(answer({3, {0}, {{0, 2, 30, 30}, {1, 2, 30, 30}}}, 2).held, Truth::No);
}

TEST(HalfRule, ExactlyHalfCountsAndPassesWholeTierByTier) {
    const auto told = answer({3, {0}, {{0, 1, 50, 50}, {1, 2, 50, 50}}}, 2);
    EXPECT_EQ(told.held, Truth::Yes) << "25 % by multiplication, half by the rule";
    EXPECT_EQ(told.part, "0.5");
    EXPECT_EQ(answer({3, {0}, {{0, 1, 49, 49}, {1, 2, 100, 100}}}, 2).held, Truth::No);
}

TEST(HalfRule, AProviderAsksForMoreThanHalf) {
    Case half{2, {0}, {{0, 1, 50, 50}}, {}, Threshold::MoreThanHalf};
    EXPECT_EQ(answer(half, 1).held, Truth::No);
    half.stakes[0] = {0, 1, 51, 51};
    EXPECT_EQ(answer(half, 1).held, Truth::Yes);
}

TEST(HalfRule, ACircleDoesNotHoldItselfUp) {
    const std::vector<Stake> circle{{1, 2, 60, 60}, {2, 1, 60, 60}};
    EXPECT_EQ(answer({3, {}, circle}, 1).held, Truth::No);
    auto entered = circle;
    entered.push_back({0, 1, 40, 40});
    EXPECT_EQ(answer({3, {0}, entered}, 1).held, Truth::No) << "40 % do not open the circle";
    entered.back() = {0, 1, 50, 50};
    entered[1] = {2, 1, 50, 50};
    EXPECT_EQ(answer({3, {0}, entered}, 1).witness, (std::vector<std::uint32_t>{50}));
    EXPECT_EQ(answer({3, {0}, entered}, 2).held, Truth::Yes);
}

TEST(HalfRule, TreasurySharesLeaveOpenOfWhatFortyPercentAreAPart) {
    const auto told = answer({2, {0}, {{0, 1, 40, 40}, {1, 1, 20, 20}}}, 1);
    EXPECT_EQ(told.held, Truth::Unknown) << "40 of 100 issued, 40 of 80 outstanding";
    EXPECT_EQ(told.part, "0.4 to 0.5");
    EXPECT_EQ(answer({2, {0}, {{0, 1, 39, 39}, {1, 1, 20, 20}}}, 1).held, Truth::No);
    EXPECT_EQ(answer({2, {0}, {{0, 1, 50, 50}, {1, 1, 20, 20}}}, 1).held, Truth::Yes);
}

TEST(HalfRule, AJointVentureOfAListedAndAnotherPartyIsHeldAtHalf) {
    EXPECT_EQ(answer({3, {0}, {{0, 2, 50, 50}, {1, 2, 50, 50}}}, 2).held, Truth::Yes);
    EXPECT_EQ(answer({3, {0}, {{0, 2, 49, 49}, {1, 2, 51, 51}}}, 2).held, Truth::No);
}

TEST(HalfRule, AShareNobodyKnowsLeavesItOpenUnlessOthersLeaveNoRoom) {
    EXPECT_EQ(answer({2, {0}, {{0, 1, 0, 100}}}, 1).held, Truth::Unknown);
    EXPECT_EQ(answer({3, {0}, {{0, 2, 0, 100}, {1, 2, 51, 51}}}, 2).held, Truth::No);
    EXPECT_EQ(answer({2, {0}, {{0, 1, 51, 100}}}, 1).held, Truth::Yes) << "a majority";
}

TEST(HalfRule, UnnamedHoldersCountOnlyWhereTheyMayBeListed) {
    Case given{3, {0}, {{0, 2, 30, 30}, {1, 2, 50, 50}}, {}};
    EXPECT_EQ(answer(given, 2).held, Truth::No);
    given.rest_open = {2};
    EXPECT_EQ(answer(given, 2).held, Truth::Unknown);
    EXPECT_EQ(answer(given, 2).part, "0.3 to 0.5");
    given.stakes[1] = {1, 2, 51, 51};
    EXPECT_EQ(answer(given, 2).held, Truth::No);
}

Truth truth_between(bool always, bool ever) {
    if (always) return Truth::Yes;
    return ever ? Truth::Unknown : Truth::No;
}

bool same(const Rational& a, const Rational& b) {
    return a.part * b.whole == b.part * a.whole;
}

/// The billionths that enclose a fraction from below, or from above.
Rational floor_of(const Rational& value, bool up) {
    const auto scaled = value.part * std::int64_t{kWhole};
    const auto floor = scaled / value.whole;
    return {floor + (up && scaled % value.whole != 0 ? 1 : 0), kWhole};
}

TEST(HalfRule, EqualsTryingEverythingOnRandomGraphs) {
    std::mt19937_64 random(20250929);
    std::size_t held = 0, open = 0;
    for (int round = 0; round < 100'000; ++round) {
        const auto given = random_graph(random, 3);
        const auto threshold = round % 4 == 3 ? Threshold::MoreThanHalf : Threshold::HalfOrMore;
        const auto twin = try_everything(given, threshold);
        StakeGraph graph(given.parties, given.stakes, given.rest_open);
        const HalfRule rule(graph, given.listed, threshold);
        for (PartyIndex p = 0; p < given.parties; ++p) {
            ASSERT_EQ(rule.counts(p), truth_between(twin.always_counts[p], twin.ever_counts[p]))
                << "round " << round << ", party " << p;
            const auto part = rule.part(p);
            const Rational low{static_cast<std::int64_t>(part.lo().billionths()), kWhole};
            const Rational high{static_cast<std::int64_t>(part.hi().billionths()), kWhole};
            ASSERT_TRUE(same(low, floor_of(twin.least[p], false))) << round << ", party " << p;
            ASSERT_TRUE(same(high, floor_of(twin.most[p], true))) << round << ", party " << p;
            if (rule.is_held(p) == Truth::Yes) ++held;
            if (rule.counts(p) == Truth::Unknown) ++open;
        }
    }
    EXPECT_GT(held, 20'000U);
    EXPECT_GT(open, 20'000U) << "the graphs have what they should have";
}

/// Does what a witness names carry the party, without resting on it?
bool carries(const HalfRule& rule, PartyIndex party) {
    std::uint64_t sum = 0;
    for (const auto index : rule.witness(party)) {
        const auto& stake = rule.graph().stake(index);
        if (stake.company != party || rule.counts(stake.holder) != Truth::Yes) return false;
        sum += stake.low;
    }
    return 2 * sum >= kWhole;
}

void expect_same(const HalfRule& changed, const HalfRule& fresh, int round) {
    for (PartyIndex p = 0; p < fresh.graph().parties(); ++p) {
        ASSERT_EQ(changed.counts(p), fresh.counts(p)) << round << ", party " << p;
        ASSERT_EQ(changed.part(p), fresh.part(p)) << round << ", party " << p;
        if (fresh.is_held(p) == Truth::Yes) {
            ASSERT_TRUE(carries(changed, p)) << round << ", party " << p;
        } else {
            ASSERT_TRUE(changed.witness(p).empty());
        }
    }
}

TEST(HalfRule, AfterAnyChangeItIsTheSameAsFromScratch) {
    std::mt19937_64 random(7);
    for (int round = 0; round < 20'000; ++round) {
        auto given = random_graph(random, 4);
        StakeGraph graph(given.parties, given.stakes, given.rest_open);
        HalfRule rule(graph, given.listed);
        for (int step = 0; step < 6; ++step) {
            const auto party = static_cast<PartyIndex>(random() % given.parties);
            const auto low = static_cast<std::uint32_t>(random() % 8) * (kWhole / 10);
            const auto high = low + static_cast<std::uint32_t>(random() % 2) * (kWhole / 5);
            switch (random() % 3) {
                case 0:
                    given.listed[party] = static_cast<Truth>(random() % 3);
                    rule.set_listed(party, given.listed[party]);
                    break;
                case 1:
                    if (graph.stakes() == 0) break;
                    rule.set_share(static_cast<StakeIndex>(random() % graph.stakes()), low, high);
                    break;
                default:
                    rule.add({party, static_cast<PartyIndex>(random() % given.parties), low, high});
            }
            std::vector<Stake> now;
            for (StakeIndex i = 0; i < graph.stakes(); ++i) now.push_back(graph.stake(i));
            std::shuffle(now.begin(), now.end(), random);
            StakeGraph again(given.parties, now, given.rest_open);
            expect_same(rule, HalfRule(again, given.listed), round);
        }
    }
}

/// No, Unknown, Yes as 0, 1, 2.
int reach(Truth truth) {
    if (truth == Truth::Unknown) return 1;
    return truth == Truth::Yes ? 2 : 0;
}

TEST(HalfRule, ALargerShareOrOneMoreListingTakesNothingAway) {
    std::mt19937_64 random(8);
    for (int round = 0; round < 20'000; ++round) {
        auto given = random_graph(random, 2);
        if (given.stakes.empty()) continue;
        // Not of treasury shares: the larger they are the less is left.
        auto& stake = given.stakes[random() % given.stakes.size()];
        if (stake.holder == stake.company) continue;
        StakeGraph before(given.parties, given.stakes, given.rest_open);
        const HalfRule less(before, given.listed);
        // Into a company with no other holder, named or not, that would give way.
        if (random() % 2 == 0) {
            given.listed[stake.holder] = Truth::Yes;
        } else if (!given.rest_open[stake.company] &&
                   std::count_if(given.stakes.begin(), given.stakes.end(),
                                 [&](const Stake& s) { return s.company == stake.company; }) == 1) {
            stake.low = stake.high = kWhole;
        }
        StakeGraph after(given.parties, given.stakes, given.rest_open);
        const HalfRule more(after, given.listed);
        for (PartyIndex p = 0; p < given.parties; ++p) {
            ASSERT_GE(reach(more.counts(p)), reach(less.counts(p))) << round;
        }
    }
}

}  // namespace
}  // namespace cordon::links
