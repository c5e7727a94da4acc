// SPDX-License-Identifier: Apache-2.0
#include "base/quantity.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace cordon {
namespace {

Unit unit(std::string_view name) {
    return MUST(unit_named(name));
}
std::string shown(std::string_view text, std::string_view wanted) {
    const auto read = Quantity::from_text(text, unit(wanted));
    return read ? read->to_text() : "refused: " + read.error().message;
}

TEST(Quantity, IsReadWithItsUnitAndABareNumberInTheOneWanted) {
    EXPECT_EQ(shown("600 GB/s", "GB/s"), "600 GB/s");
    EXPECT_EQ(shown("4800", "TPP"), "4800 TPP");
    EXPECT_EQ(shown(" +1.5TB/s ", "GB/s"), "1.5 TB/s");
    EXPECT_EQ(shown("1e26 ops", "ops"), "100000000000000000000000000 ops");
    EXPECT_EQ(shown("8", "count"), "8");
    EXPECT_EQ(shown("49.9 %", "%"), "49.9 %");
}

TEST(Quantity, IsHeldInTheCanonicalUnit) {
    const Quantity rate = MUST(Quantity::from_text("3.35 TB/s", unit("GB/s")));
    EXPECT_EQ(rate.amount, Interval::exactly(Decimal::from_int(3350)));
    EXPECT_EQ(rate.unit.name, "TB/s");
}

TEST(Quantity, ThatMeasuresSomethingElseIsRefused) {
    EXPECT_EQ(shown("600 GB/s", "TPP"), "refused: GB/s does not measure it");
    EXPECT_EQ(shown("50 %", "count"), "refused: % does not measure it");
    EXPECT_EQ(shown("50 TTP", "TPP"), "refused: \"TTP\" is not a known unit");
    EXPECT_EQ(shown("fast", "TPP"), "refused: there is no number in \"fast\"");
}

TEST(Quantity, IsNeverRounded) {
    EXPECT_EQ(shown("1e29 PFLOPS", "TOPS"), "refused: it is too large");
    EXPECT_EQ(shown("0.00000001 %", "%"), "refused: more than nine decimals");
}

TEST(Quantity, WithinBoundsIsWrittenInItsUnit) {
    const auto bounds = MUST(Interval::between(Decimal::from_int(1500), Decimal::from_int(2000)));
    EXPECT_EQ((Quantity{bounds, unit("TB/s")}.to_text()), "1.5 to 2 TB/s");
}

TEST(Quantity, AnExponentIsPartOfTheNumberOnlyBeforeDigits) {
    EXPECT_EQ(split_amount("1e26 ops").digits, "1e26");
    EXPECT_EQ(split_amount("4eggs").digits, "4");
    EXPECT_EQ(split_amount("4eggs").unit, "eggs");
    EXPECT_EQ(split_amount("").digits, "");
}

RC_GTEST_PROP(Quantity, WhatIsWrittenIsReadAgain, ()) {
    const auto billionths = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000'000);
    const auto name = *rc::gen::element<std::string>("TPP", "GB/s", "TB/s", "kW", "%", "count");
    const Decimal number = Decimal::from_billionths(billionths / 1'000'000 * 1'000'000);
    const auto made = Quantity::exactly(number, unit(name));
    RC_PRE(static_cast<bool>(made));
    const auto read = Quantity::from_text(made->to_text(), unit(name));
    RC_ASSERT(static_cast<bool>(read));
    RC_ASSERT(read->amount == made->amount);
}

}  // namespace
}  // namespace cordon
