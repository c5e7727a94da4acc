// SPDX-License-Identifier: Apache-2.0
#include "links/ownership.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>

namespace cordon::links {
namespace {

Decimal thousandths(std::int64_t count) {
    return Decimal::from_billionths(static_cast<Int128>(count) * (Decimal::kScale / 1000));
}

Owner owner(std::int64_t lo, std::int64_t hi, Truth listed, std::vector<Owner> owners = {}) {
    Owner made;
    made.name = "X";
    made.share = MUST(Interval::between(thousandths(lo), thousandths(hi)));
    made.listed = listed;
    made.owners = std::move(owners);
    return made;
}

Owner listed(std::int64_t share) {
    return owner(share, share, Truth::Yes);
}
Owner free_of(std::int64_t share, std::vector<Owner> owners = {}) {
    return owner(share, share, Truth::No, std::move(owners));
}
Interval exactly(std::int64_t count) {
    return Interval::exactly(thousandths(count));
}

TEST(Ownership, ExactlyHalfIsIn) {
    EXPECT_EQ(traced_ownership({listed(500)}), exactly(500));
    EXPECT_EQ(reaches_half(traced_ownership({listed(500)})), Truth::Yes);
}

TEST(Ownership, AHairUnderHalfIsOut) {
    EXPECT_EQ(reaches_half(traced_ownership({listed(499)})), Truth::No);
}

TEST(Ownership, TwoListedQuartersAggregate) {
    EXPECT_EQ(reaches_half(traced_ownership({listed(250), listed(250)})), Truth::Yes);
}

TEST(Ownership, AMinorityBehindAMinorityIsResetToNothing) {
    // 2 % through a company that listed parties hold to 49 % only: nothing passes.
    EXPECT_EQ(traced_ownership({listed(490), free_of(20, {listed(490)})}), exactly(490));
}

TEST(Ownership, FortyNineAndTwoThroughAHalfHeldCompanyIsIn) {
    const auto part = traced_ownership({listed(490), free_of(20, {listed(500)})});
    EXPECT_EQ(part, exactly(510));
    EXPECT_EQ(reaches_half(part), Truth::Yes);
}

TEST(Ownership, AHalfHeldCompanyPassesItsWholeShareNotTheProduct) {
    // 60 % times 50 % would be 30 %; the rule passes 60 %.
    EXPECT_EQ(traced_ownership({free_of(600, {listed(500)})}), exactly(600));
}

TEST(Ownership, AChainOfThreePassesWholeAtEachTier) {
    EXPECT_EQ(traced_ownership({free_of(510, {free_of(510, {listed(510)})})}), exactly(510));
}

TEST(Ownership, AnUnknownShareOfAListedOwnerStraddles) {
    const auto part = traced_ownership({owner(0, 1000, Truth::Yes), free_of(300)});
    EXPECT_EQ(part, MUST(Interval::between(thousandths(0), thousandths(700))));
    EXPECT_EQ(reaches_half(part), Truth::Unknown);
}

TEST(Ownership, AnUnknownShareIsCutToWhatTheOthersLeave) {
    const auto part = traced_ownership({owner(0, 1000, Truth::Yes), free_of(600)});
    EXPECT_EQ(reaches_half(part), Truth::No);
}

TEST(Ownership, AnOwnerNotYetScreenedMayCount) {
    EXPECT_EQ(reaches_half(traced_ownership({owner(600, 600, Truth::Unknown)})), Truth::Unknown);
    EXPECT_EQ(reaches_half(traced_ownership({owner(400, 400, Truth::Unknown)})), Truth::No);
}

TEST(Ownership, TheUnnamedRestCountsOnlyWhenAsked) {
    EXPECT_EQ(reaches_half(traced_ownership({listed(499)}, Truth::No)), Truth::No);
    EXPECT_EQ(reaches_half(traced_ownership({listed(499)}, Truth::Unknown)), Truth::Unknown);
    EXPECT_EQ(reaches_half(traced_ownership({listed(300), free_of(600)}, Truth::Unknown)),
              Truth::Unknown);  // the holders of the 60 % are not named either
}

TEST(Ownership, NobodyNamedHoldsNothing) {
    EXPECT_EQ(traced_ownership({}), exactly(0));
    EXPECT_EQ(unnamed_part({}), exactly(1000));
}

TEST(Ownership, TheExplanationNamesThoseWhoCount) {
    Owner parent = free_of(600, {listed(500)});
    parent.name = "Holding";
    parent.owners[0].name = "Listed Group";
    const auto lines = explain_ownership({parent, free_of(400)});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NE(lines[0].find("Holding"), std::string::npos);
    EXPECT_NE(lines[0].find("passes whole"), std::string::npos);
    EXPECT_NE(lines[1].find("Listed Group"), std::string::npos);
}

TEST(Ownership, MarkingReachesEveryLevel) {
    std::vector<Owner> owners = {
        owner(600, 600, Truth::Unknown, {owner(500, 500, Truth::Unknown)})};
    owners[0].owners[0].name = "L";
    mark_listed(owners, [](const Owner& owner) { return truth_of(owner.name == "L"); });
    EXPECT_EQ(traced_ownership(owners), exactly(600));
}

// ---- the slow twin: every corner of shares and listings, evaluated by the words of the rule ----

using Corners = std::vector<Owner*>;

void collect(std::vector<Owner>& owners, Corners& all) {
    for (Owner& each : owners) {
        all.push_back(&each);
        collect(each.owners, all);
    }
}

/// Nothing where a level adds up to over 100 %.
std::optional<Decimal> by_the_words(const std::vector<Owner>& owners) {
    Decimal total;
    Decimal held;
    for (const Owner& each : owners) {
        const auto behind = by_the_words(each.owners);
        if (!behind) return std::nullopt;
        total = *add(total, each.share.lo());
        const bool passes = each.listed == Truth::Yes || *behind >= thousandths(500);
        if (passes) held = *add(held, each.share.lo());
    }
    if (total > Decimal::from_int(1)) return std::nullopt;
    return held;
}

void every_corner(std::vector<Owner>& root, const Corners& all, std::size_t next,
                  const std::function<void(Decimal)>& tell) {
    if (next == all.size()) {
        if (const auto value = by_the_words(root)) tell(*value);
        return;
    }
    Owner& each = *all[next];
    const Owner kept = each;
    for (const Decimal share : {kept.share.lo(), kept.share.hi()}) {
        for (const Truth answer : {Truth::No, Truth::Yes}) {
            if (kept.listed != Truth::Unknown && kept.listed != answer) continue;
            each.share = Interval::exactly(share);
            each.listed = answer;
            every_corner(root, all, next + 1, tell);
        }
    }
    each.share = kept.share;
    each.listed = kept.listed;
}

template <class T>
T any_of(const std::vector<T>& choices) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::elementOf(choices));
}

std::vector<Owner> some_owners(int levels) {
    std::vector<Owner> owners;
    const int count = any_of<int>(levels == 2 ? std::vector<int>{1, 2, 3} : std::vector{0, 1, 2});
    for (int i = 0; i < count; ++i) {
        const int lo = any_of<int>({0, 20, 250, 490, 499, 500, 510, 600});
        const int more = any_of<int>({0, 0, 0, 1, 10, 300});
        const Truth truth = any_of<Truth>({Truth::No, Truth::No, Truth::Unknown, Truth::Yes});
        owners.push_back(owner(lo, std::min(1000, lo + more), truth,
                               levels > 0 ? some_owners(levels - 1) : std::vector<Owner>{}));
    }
    return owners;
}

bool highs_fit(const std::vector<Owner>& owners) {
    Decimal sum;
    for (const Owner& each : owners) {
        sum = *add(sum, each.share.hi());
        if (!highs_fit(each.owners)) return false;
    }
    return sum <= Decimal::from_int(1);
}

RC_GTEST_PROP(Ownership, EnclosesEveryCornerAndAttainsBothEndsWhereTheyFit, ()) {
    std::vector<Owner> owners = some_owners(2);
    Corners all;
    collect(owners, all);
    RC_PRE(all.size() <= 7U);
    RC_CLASSIFY(reaches_half(traced_ownership(owners)) == Truth::Unknown, "straddles");
    const Interval fast = traced_ownership(owners);
    std::optional<Decimal> lowest;
    std::optional<Decimal> highest;
    every_corner(owners, all, 0, [&](Decimal value) {
        lowest = lowest ? std::min(*lowest, value) : value;
        highest = highest ? std::max(*highest, value) : value;
    });
    RC_PRE(lowest.has_value());
    RC_ASSERT(fast.lo() <= *lowest);
    RC_ASSERT(fast.hi() >= *highest);
    if (highs_fit(owners)) {
        RC_ASSERT(fast.lo() == *lowest);
        RC_ASSERT(fast.hi() == *highest);
    }
}

RC_GTEST_PROP(Ownership, OneMoreListedOwnerNeverLowersIt, ()) {
    std::vector<Owner> owners = some_owners(2);
    Corners all;
    collect(owners, all);
    const Interval before = traced_ownership(owners);
    all[*rc::gen::inRange<std::size_t>(0, all.size())]->listed = Truth::Yes;
    const Interval after = traced_ownership(owners);
    RC_ASSERT(after.lo() >= before.lo());
    RC_ASSERT(after.hi() >= before.hi());
}

RC_GTEST_PROP(Ownership, KnowingMoreOnlyNarrowsIt, ()) {
    std::vector<Owner> owners = some_owners(2);
    Corners all;
    collect(owners, all);
    const Interval before = traced_ownership(owners);
    for (Owner* each : all) {
        if (each->listed == Truth::Unknown && *rc::gen::arbitrary<bool>()) {
            each->listed = truth_of(*rc::gen::arbitrary<bool>());
        }
    }
    const Interval after = traced_ownership(owners);
    RC_ASSERT(after.lo() >= before.lo());
    RC_ASSERT(after.hi() <= before.hi());
    RC_ASSERT(refines(reaches_half(before), reaches_half(after)));
}

}  // namespace
}  // namespace cordon::links
