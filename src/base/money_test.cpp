// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <gtest/gtest.h>

namespace cordon {
namespace {

std::string amount(std::string_view text) {
    const auto money = Money::from_text(text);
    return money ? money->currency + " " + money->amount.to_text() : "refused";
}
std::string share(std::string_view text) {
    const auto read = Share::from_text(text);
    return read ? read->to_text() : "refused";
}

TEST(Money, ReadsAmountAndCurrencyInEitherOrder) {
    EXPECT_EQ(amount("USD 2500"), "USD 2500");
    EXPECT_EQ(amount("2,500.00 USD"), "USD 2500");
    EXPECT_EQ(amount("USD2500"), "USD 2500");
    EXPECT_EQ(amount(" 1,234,567.89 CNY "), "CNY 1234567.89");
    EXPECT_EQ(amount("KZT 5"), "KZT 5");
    EXPECT_EQ(amount("USD -12,500"), "USD -12500");
}

TEST(Money, RefusesWhatCouldBeOffAThousandfold) {
    for (const auto* text :
         {"", "USD", "2500", "$2500", "US$ 2500", "usd 2500", "XYZ 2500", "USD 2,5", "EUR 2.500,00",
          "EUR 25,00", "USD 1,2345", "USD ,500", "USD 1234,567", "USD 2500 EUR", "USD 1e",
          "2500XAU", "USD 1,000.00,0", "USD NaN"}) {
        EXPECT_EQ(amount(text), "refused") << text;
    }
    EXPECT_EQ(Money::from_text("EUR 2.500,00").error().remedy,
              "write the decimals after a point, as in 2500.00");
    EXPECT_EQ(Money::from_text("$2500").error().remedy,
              "name the currency by its three capital letters, as in USD");
}

TEST(Share, ReadsPercentagesFractionsAndRanges) {
    EXPECT_EQ(share("50%"), "50 %");
    EXPECT_EQ(share("49.9 %"), "49.9 %");
    EXPECT_EQ(share("0.5"), "50 %");
    EXPECT_EQ(share("1.0"), "100 %");
    EXPECT_EQ(share("100%"), "100 %");
    EXPECT_EQ(share("0"), "0 %");
    EXPECT_EQ(share("25-30%"), "25 to 30 %");
    EXPECT_EQ(share("25% - 30%"), "25 to 30 %");
    EXPECT_EQ(share("25 – 30 %"), "25 to 30 %");
    EXPECT_EQ(share("25% to 30%"), "25 to 30 %");
    EXPECT_EQ(share("0.25-0.5"), "25 to 50 %");
    EXPECT_EQ(MUST(Share::from_text("49.9 %")).part().lo().to_text(), "0.499");
}

TEST(Share, RefusesWhatIsNoPartOfAWhole) {
    for (const auto* text : {"", "%", "50", "1", "101%", "-1%", "-0.1", "30-25%", "abc", "50%%",
                             "5 0%", "25%-30", "50-", "1-2-3%", "0x1%", "NaN%"}) {
        EXPECT_EQ(share(text), "refused") << text;
    }
    EXPECT_EQ(Share::from_text("50").error().remedy, "write \"50%\" if per cent is meant");
    EXPECT_EQ(Share::from_text("1").error().remedy, "write \"1%\" or \"100%\"");
}

TEST(Share, AThirdIsEnclosedNotRounded) {
    const Share third = MUST(Share::from_text("33.333333333%"));
    EXPECT_FALSE(third.part().is_exact());
    EXPECT_TRUE(third.part().is_point());
    EXPECT_EQ(third.to_text(), "33.3333333… %");
    const auto quotient =
        divide(Interval::exactly(Decimal::from_int(1)), Interval::exactly(Decimal::from_int(3)));
    EXPECT_EQ(MUST(Share::from_interval(*quotient)).to_text(), "33.3333333… %");
}

TEST(Share, AnIntervalBeyondTheWholeIsRefused) {
    EXPECT_FALSE(Share::from_interval(Interval::exactly(Decimal::from_int(2))).has_value());
    EXPECT_TRUE(Share::from_interval(Interval::exactly(Decimal::from_int(1))).has_value());
}

}  // namespace
}  // namespace cordon
