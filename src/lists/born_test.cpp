// SPDX-License-Identifier: Apache-2.0
#include "lists/born.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace cordon::lists {
namespace {

std::string said(std::string_view text, SlashOrder order = SlashOrder::DayMonthYear) {
    const auto born = born_of(text, order);
    if (!born) return "nothing";
    return born->first.to_iso() + ".." + born->last.to_iso() + (born->about ? " about" : "");
}

TEST(Born, ADayIsOneDayHoweverItIsPrinted) {
    for (const char* text : {"1962-05-12", "12 May 1962", "May 12, 1962", "12/05/1962",
                             "1962-05-12T00:00:00Z", "DOB 12 May 1962", "12.05.1962"}) {
        EXPECT_EQ(said(text), "1962-05-12..1962-05-12") << text;
    }
    EXPECT_EQ(said("05/12/1962", SlashOrder::MonthDayYear), "1962-05-12..1962-05-12");
}

TEST(Born, WhatIsNotKnownIsEveryDayItCanBe) {
    EXPECT_EQ(said("1962"), "1962-01-01..1962-12-31");
    EXPECT_EQ(said("dd/mm/1962"), "1962-01-01..1962-12-31");
    EXPECT_EQ(said("00/00/1962"), "1962-01-01..1962-12-31");
    EXPECT_EQ(said("dd/05/1962"), "1962-05-01..1962-05-31");
    EXPECT_EQ(said("1960-02"), "1960-02-01..1960-02-29");
    EXPECT_EQ(said("Nov. 1973"), "1973-11-01..1973-11-30");
}

TEST(Born, ARangeRunsFromItsFirstDayToItsLast) {
    for (const char* text : {"1960 to 1965", "1960-1965", "Between 1960 and 1965"}) {
        EXPECT_EQ(said(text), "1960-01-01..1965-12-31") << text;
    }
    EXPECT_EQ(said("12 Jan 1960 to 3 Feb 1961"), "1960-01-12..1961-02-03");
}

TEST(Born, CircaSaysThatItIsAGuess) {
    EXPECT_EQ(said("circa 1962"), "1962-01-01..1962-12-31 about");
    EXPECT_EQ(said("Approximately 1962"), "1962-01-01..1962-12-31 about");
}

TEST(Born, ATextWithoutAYearSaysNothing) {
    for (const char* text : {"", "unknown", "12 May", "0000", "May"}) {
        EXPECT_EQ(said(text), "nothing") << text;
    }
}

TEST(Born, ADayThatDoesNotExistLeavesTheYear) {
    EXPECT_EQ(said("31/02/1962"), "1962-01-01..1962-12-31");
}

RC_GTEST_PROP(BornProperty, AnyTextGivesNothingOrDaysInOrder, (const std::string& text)) {
    const auto born = born_of(text, SlashOrder::MonthDayYear);
    if (born) RC_ASSERT(born->first <= born->last);
}

}  // namespace
}  // namespace cordon::lists
