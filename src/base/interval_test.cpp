// SPDX-License-Identifier: Apache-2.0
#include "base/interval.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

#include "base/rational_testing.h"

namespace cordon {
namespace {

Decimal number(std::string_view text) {
    return MUST(Decimal::from_text(text));
}
Interval exactly(std::string_view text) {
    return Interval::exactly(number(text));
}
Interval between(std::string_view lo, std::string_view hi) {
    return MUST(Interval::between(number(lo), number(hi)));
}

TEST(Interval, RefusesToRunBackwards) {
    EXPECT_FALSE(Interval::between(number("2"), number("1")).has_value());
    EXPECT_TRUE(between("2", "2").is_exact());
}

TEST(Interval, AQuotientComparesWithThresholdsAsTheRationalItself) {
    // Performance density of 14400 TPP on 740 mm2 is 19.459459459…
    const Interval density = *divide(exactly("14400"), exactly("740"));
    EXPECT_FALSE(density.is_exact());
    EXPECT_TRUE(density.is_point());
    EXPECT_EQ(less(density, exactly("19.459459459")), Truth::No);
    EXPECT_EQ(less(density, exactly("19.45945946")), Truth::Yes);
    EXPECT_EQ(equal(density, exactly("19.459459459")), Truth::No);
    EXPECT_EQ(less_or_equal(exactly("5.92"), density), Truth::Yes);
}

TEST(Interval, UncertaintyAcrossAThresholdIsUnknown) {
    const Interval tpp = between("4000", "5000");
    EXPECT_EQ(less(tpp, exactly("4800")), Truth::Unknown);
    EXPECT_EQ(less(tpp, exactly("5000")), Truth::Unknown);
    EXPECT_EQ(less_or_equal(tpp, exactly("5000")), Truth::Yes);
    EXPECT_EQ(less(tpp, exactly("4000")), Truth::No);
    EXPECT_EQ(less_or_equal(tpp, exactly("4000")), Truth::Unknown);
    EXPECT_EQ(equal(tpp, tpp), Truth::Unknown);
    EXPECT_EQ(equal(tpp, exactly("3999")), Truth::No);
    EXPECT_EQ(equal(exactly("7"), exactly("7")), Truth::Yes);
}

TEST(Interval, WritesOneCanonicalForm) {
    const Interval third = *divide(exactly("1"), exactly("3"));
    EXPECT_EQ(exactly("4800").to_text(), "4800");
    EXPECT_EQ(between("17.2", "21").to_text(), "17.2 to 21");
    EXPECT_EQ(third.to_text(), "0.333333333…");
    EXPECT_EQ(divide(exactly("-1"), exactly("3"))->to_text(), "-0.333333333…");
    EXPECT_EQ(divide(exactly("1"), exactly("3000000000"))->to_text(), "0.000000000…");
    EXPECT_EQ(divide(exactly("-1"), exactly("3000000000"))->to_text(), "-0.000000000…");
    EXPECT_EQ(divide(exactly("60000000001"), exactly("30000000000"))->to_text(), "2.000000000…");
    EXPECT_EQ(multiply(third, exactly("100"))->to_text(), "over 33.3333333 to under 33.3333334");
    EXPECT_EQ(add(between("1", "2"), third)->to_text(), "over 1.333333333 to under 2.333333334");
}

TEST(Interval, DividesByNothingThatTouchesZero) {
    EXPECT_FALSE(divide(exactly("1"), exactly("0")).has_value());
    EXPECT_FALSE(divide(exactly("1"), between("0", "1")).has_value());
    EXPECT_FALSE(divide(exactly("1"), between("-1", "1")).has_value());
    EXPECT_FALSE(multiply(exactly("1e29"), exactly("1.1")).has_value());
    EXPECT_TRUE(divide(between("-1", "1"), between("1", "2")).has_value());
}

// ---- the twin: small intervals as sets of values ----

/// Ends at whole numbers, values at quarters: enough to tell every case of open and closed ends.
std::vector<Interval> small_intervals() {
    std::vector<Interval> out;
    for (int lo = -2; lo <= 2; ++lo) {
        out.push_back(Interval::exactly(Decimal::from_int(lo)));
        for (int hi = lo + 1; hi <= 3; ++hi) {
            const Interval closed =
                MUST(Interval::between(Decimal::from_int(lo), Decimal::from_int(hi)));
            out.push_back(closed);
            // Adding an open interval around zero opens both ends; a hull closes one again.
            Interval open = *divide(exactly("1"), exactly("3"));
            open = *subtract(open, exactly("0.333333333"));  // (0, 1e-9)
            open = *multiply(open, Interval::exactly(Decimal::from_int(1'000'000'000)));  // (0, 1)
            const auto inner = add(*multiply(open, Interval::exactly(Decimal::from_int(hi - lo))),
                                   Interval::exactly(Decimal::from_int(lo)));
            out.push_back(*inner);
            out.push_back(inner->hull(Interval::exactly(Decimal::from_int(lo))));
            out.push_back(inner->hull(Interval::exactly(Decimal::from_int(hi))));
        }
    }
    return out;
}

bool holds(const Interval& interval, const Rational& value) {
    const Rational lo = rational(interval.lo());
    const Rational hi = rational(interval.hi());
    return (interval.lo_open() ? lo < value : lo <= value) &&
           (interval.hi_open() ? value < hi : value <= hi);
}

std::vector<Rational> values_of(const Interval& interval) {
    std::vector<Rational> out;
    for (int quarter = -16; quarter <= 16; ++quarter) {
        if (holds(interval, Rational(quarter, 4))) out.emplace_back(quarter, 4);
    }
    return out;
}

Truth every(int agreeing, int pairs) {
    return agreeing == pairs ? Truth::Yes : agreeing == 0 ? Truth::No : Truth::Unknown;
}

TEST(Interval, ComparesAsItsTwinThatTriesEveryPair) {
    const auto all = small_intervals();
    for (const Interval& a : all) {
        for (const Interval& b : all) {
            int below = 0, not_above = 0, same = 0, pairs = 0;
            for (const Rational& x : values_of(a)) {
                for (const Rational& y : values_of(b)) {
                    below += x < y ? 1 : 0;
                    not_above += x <= y ? 1 : 0;
                    same += x == y ? 1 : 0;
                    ++pairs;
                }
            }
            ASSERT_EQ(less(a, b), every(below, pairs)) << a.to_text() << " < " << b.to_text();
            ASSERT_EQ(less_or_equal(a, b), every(not_above, pairs))
                << a.to_text() << " <= " << b.to_text();
            ASSERT_EQ(equal(a, b), every(same, pairs)) << a.to_text() << " == " << b.to_text();
        }
    }
}

/// Nothing that should be inside is outside, and each end that is in is reached.
void expect_encloses(const std::optional<Interval>& result, const std::vector<Rational>& values) {
    ASSERT_TRUE(result.has_value());
    for (const Rational& value : values) {
        ASSERT_TRUE(holds(*result, value)) << result->to_text() << " lacks " << value;
    }
    const auto reached = [&values](Decimal end) {
        return std::find(values.begin(), values.end(), rational(end)) != values.end();
    };
    ASSERT_TRUE(result->lo_open() || reached(result->lo())) << result->to_text();
    ASSERT_TRUE(result->hi_open() || reached(result->hi())) << result->to_text();
}

TEST(Interval, ArithmeticEnclosesEveryPairOfValues) {
    const auto all = small_intervals();
    for (const Interval& a : all) {
        for (const Interval& b : all) {
            std::vector<Rational> sums, differences, products, quotients;
            for (const Rational& x : values_of(a)) {
                for (const Rational& y : values_of(b)) {
                    sums.push_back(x + y);
                    differences.push_back(x - y);
                    products.push_back(x * y);
                    if (y != 0) quotients.push_back(x / y);
                }
            }
            expect_encloses(add(a, b), sums);
            expect_encloses(subtract(a, b), differences);
            expect_encloses(multiply(a, b), products);
            const bool touches = b.lo() <= Decimal() && Decimal() <= b.hi();
            ASSERT_EQ(divide(a, b).has_value(), !touches);
            if (!touches) expect_encloses(divide(a, b), quotients);
            ASSERT_FALSE(HasFatalFailure()) << a.to_text() << " and " << b.to_text();
        }
    }
}

TEST(Interval, HullHoldsBothAndNoMore) {
    const auto all = small_intervals();
    for (const Interval& a : all) {
        for (const Interval& b : all) {
            const Interval hull = a.hull(b);
            auto values = values_of(a);
            for (const Rational& y : values_of(b)) values.push_back(y);
            expect_encloses(hull, values);
            ASSERT_EQ(hull, b.hull(a));
            ASSERT_EQ(hull.lo(), std::min(a.lo(), b.lo()));
            ASSERT_EQ(hull.hi(), std::max(a.hi(), b.hi()));
        }
    }
}

TEST(Interval, DifferentIntervalsHaveDifferentTexts) {
    const auto all = small_intervals();
    for (const Interval& a : all) {
        for (const Interval& b : all) ASSERT_EQ(a.to_text() == b.to_text(), a == b) << a.to_text();
    }
}

// ---- properties over values of any size ----

RC_GTEST_PROP(Interval, OneOperationOnExactNumbersComparesExactly, ()) {
    const Decimal a = any_decimal();
    const Decimal b = any_decimal();
    const Interval x = Interval::exactly(a);
    const Interval y = Interval::exactly(b);
    const auto check = [](const std::optional<Interval>& result, const Rational& truth) {
        if (!result) return;
        RC_ASSERT(holds(*result, truth));
        RC_ASSERT(result->is_point());
        // The thresholds that could go wrong are those next to the value.
        for (const Int128 off : {-2, -1, 0, 1, 2}) {
            const Decimal near = Decimal::from_billionths(result->lo().billionths() + off);
            const Interval threshold = Interval::exactly(near);
            RC_ASSERT(less(*result, threshold) == truth_of(truth < rational(near)));
            RC_ASSERT(less(threshold, *result) == truth_of(rational(near) < truth));
            RC_ASSERT(less_or_equal(*result, threshold) == truth_of(truth <= rational(near)));
            RC_ASSERT(equal(*result, threshold) == truth_of(truth == rational(near)));
        }
    };
    check(add(x, y), rational(a) + rational(b));
    check(subtract(x, y), rational(a) - rational(b));
    check(multiply(x, y), rational(a) * rational(b));
    if (b != Decimal()) check(divide(x, y), rational(a) / rational(b));
}

RC_GTEST_PROP(Interval, ChainsOfOperationsStillEnclose, ()) {
    const Decimal start = any_decimal();
    Rational truth = rational(start);
    std::optional<Interval> value = Interval::exactly(start);
    for (int step = *rc::gen::inRange(1, 8); step > 0 && value; --step) {
        const Decimal next = any_decimal();
        const Interval operand = Interval::exactly(next);
        switch (*rc::gen::inRange(0, 4)) {
            case 0:
                value = add(*value, operand);
                truth += rational(next);
                break;
            case 1:
                value = subtract(operand, *value);
                truth = rational(next) - truth;
                break;
            case 2:
                value = multiply(*value, operand);
                truth *= rational(next);
                break;
            default:
                if (next == Decimal()) break;
                value = divide(*value, operand);
                truth /= rational(next);
        }
        if (value) RC_ASSERT(holds(*value, truth));
    }
}

}  // namespace
}  // namespace cordon
