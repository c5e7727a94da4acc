// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/rational_testing.h"

namespace cordon {
namespace {

Decimal number(std::string_view text) {
    return MUST(Decimal::from_text(text));
}

TEST(Decimal, ReadsPlainAndScientificForms) {
    EXPECT_EQ(number("4800"), Decimal::from_int(4800));
    EXPECT_EQ(number("-0.5").billionths(), -500'000'000);
    EXPECT_EQ(number("5.92").billionths(), 5'920'000'000);
    EXPECT_EQ(number("1e26").to_text(), "100000000000000000000000000");
    EXPECT_EQ(number("1E+3"), number("1000"));
    EXPECT_EQ(number("12.5e-2"), number("0.125"));
    EXPECT_EQ(number("0.000000001").billionths(), 1);
    EXPECT_EQ(number("1e-9").billionths(), 1);
    EXPECT_EQ(number("007"), Decimal::from_int(7));
    EXPECT_EQ(number("-0"), Decimal());
    EXPECT_EQ(number("0e99999"), Decimal());
    EXPECT_EQ(number("1.50000000000000000000"), number("1.5"));
    EXPECT_EQ(number("1000000e-6"), number("1"));
    EXPECT_EQ(number("1e29").to_text(), "1" + std::string(29, '0'));
    EXPECT_EQ(number("0.1e30"), number("1e29"));
}

TEST(Decimal, RefusesEverythingElse) {
    for (const auto* text : {"",
                             "+",
                             "-",
                             "+5",
                             "NaN",
                             "nan",
                             "inf",
                             "-inf",
                             "Infinity",
                             "0x10",
                             "1e999",
                             "1_000",
                             "1,000",
                             "1 000",
                             " 1",
                             "1 ",
                             "1.",
                             ".5",
                             "1.2.3",
                             "1e",
                             "1e+",
                             "e5",
                             "--1",
                             "1-",
                             "0.0000000001",
                             "1e-10",
                             "1.0000000001",
                             "1e30",
                             "-1e30",
                             "100000000000000000000000000001",
                             "1e29.5",
                             "1e999999999999999999999",
                             "1e-999999999999999999999",
                             "４８００",
                             "4800 TPP",
                             "1e100000"}) {
        EXPECT_FALSE(Decimal::from_text(text).has_value()) << text;
    }
    EXPECT_FALSE(Decimal::from_text(std::string_view("1\0", 2)).has_value());
    EXPECT_FALSE(Decimal::from_text(std::string(100'000, '9')).has_value());
}

TEST(Decimal, SaysWhatIsWrongWithANumber) {
    const auto why = [](std::string_view text) { return Decimal::from_text(text).error().message; };
    EXPECT_EQ(why("1,000"), "\"1,000\" is not a number: leave out the digit separators");
    EXPECT_EQ(why("0.0000000001"),
              "\"0.0000000001\" is not a number: more than nine decimals cannot be kept exactly");
    EXPECT_EQ(why("1e999"), "\"1e999\" is not a number: it is beyond 1e29");
    EXPECT_EQ(why(".5"), "\".5\" is not a number: a digit must stand before the point");
}

TEST(Decimal, WritesTheShortestPlainForm) {
    EXPECT_EQ(Decimal().to_text(), "0");
    EXPECT_EQ(number("-0.500").to_text(), "-0.5");
    EXPECT_EQ(number("100").to_text(), "100");
    EXPECT_EQ(number("0.000000001").to_text(), "0.000000001");
    EXPECT_EQ(number("-1234567.5").to_grouped_text(), "-1,234,567.5");
    EXPECT_EQ(number("999").to_grouped_text(), "999");
    EXPECT_EQ(number("1000").to_grouped_text(), "1,000");
    EXPECT_EQ(number("0.123456789").to_grouped_text(), "0.123456789");
}

TEST(Decimal, KnowsItsLimit) {
    const Decimal most = number("1e29");
    const Decimal least = Decimal::from_billionths(1);
    EXPECT_FALSE(add(most, least).has_value());
    EXPECT_FALSE(subtract(number("-1e29"), least).has_value());
    EXPECT_EQ(subtract(most, most), Decimal());
    EXPECT_FALSE(multiply_down(most, number("1.000000001")).has_value());
    EXPECT_FALSE(multiply_down(most, most).has_value());
    EXPECT_FALSE(divide_down(most, number("0.5")).has_value());
    EXPECT_FALSE(divide_down(most, least).has_value());
    EXPECT_FALSE(divide_down(most, Decimal()).has_value());
    EXPECT_EQ(divide_down(most, most)->value, Decimal::from_int(1));
}

RC_GTEST_PROP(Decimal, TextRoundTripsAndIsCanonical, ()) {
    const Decimal value = any_decimal();
    const std::string text = value.to_text();
    RC_ASSERT(number(text) == value);
    RC_ASSERT(text != "-0");
    if (text.find('.') != std::string::npos) RC_ASSERT(text.back() != '0');
    std::string grouped = value.to_grouped_text();
    std::erase(grouped, ',');
    RC_ASSERT(grouped == text);
}

RC_GTEST_PROP(Decimal, SumsAreThoseOfRationals, ()) {
    const Decimal a = any_decimal();
    const Decimal b = any_decimal();
    const auto sum = add(a, b);
    const auto difference = subtract(a, b);
    RC_ASSERT(sum.has_value() == holdable(rational(a) + rational(b)));
    RC_ASSERT(difference.has_value() == holdable(rational(a) - rational(b)));
    if (sum) RC_ASSERT(rational(*sum) == rational(a) + rational(b));
    if (difference) RC_ASSERT(rational(*difference) == rational(a) - rational(b));
    RC_ASSERT((a < b) == (rational(a) < rational(b)));
}

/// `result` is the largest decimal not above the true value, and says whether it is the value.
void expect_floor(const std::optional<Floor>& result, const Rational& truth) {
    const Rational step(1, 1'000'000'000);
    if (!result) {
        RC_ASSERT(!holdable(truth));
        return;
    }
    RC_ASSERT(rational(result->value) <= truth);
    RC_ASSERT(truth < rational(result->value) + step);
    RC_ASSERT(result->exact == (rational(result->value) == truth));
}

RC_GTEST_PROP(Decimal, ProductsAndQuotientsAreFlooredRationals, ()) {
    const Decimal a = any_decimal();
    const Decimal b = any_decimal();
    RC_CLASSIFY(multiply_down(a, b).has_value(), "product fits");
    expect_floor(multiply_down(a, b), rational(a) * rational(b));
    if (b == Decimal()) {
        RC_ASSERT(!divide_down(a, b).has_value());
    } else {
        expect_floor(divide_down(a, b), rational(a) / rational(b));
    }
}

}  // namespace
}  // namespace cordon
