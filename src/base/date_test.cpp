// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdio>

namespace cordon {
namespace {

Date day(std::string_view text) {
    return MUST(Date::from_iso(text));
}

/// The slow twin: a calendar that walks day by day with the lengths of the months.
struct Walker {
    int year = 1;
    int month = 1;
    int dom = 1;

    [[nodiscard]] bool leap() const {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
    [[nodiscard]] int length() const {
        constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return month == 2 && leap() ? 29 : kLengths[month - 1];
    }
    void step() {
        if (++dom <= length()) return;
        dom = 1;
        if (++month <= 12) return;
        month = 1;
        ++year;
    }
    [[nodiscard]] std::string text() const {
        char out[32];
        std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, dom);
        return out;
    }
};

TEST(Date, AgreesWithAWalkOverEveryDayFromYear1To9999) {
    Walker walker;
    std::int32_t days = kFirstDate.days();
    for (; walker.year < 10000; walker.step(), ++days) {
        // Writing each day is checked; reading a sample, and all around month ends.
        const std::string text = walker.text();
        ASSERT_EQ(Date::from_days(days).to_iso(), text);
        if (days % 7 == 0 || walker.dom >= 28 || walker.dom == 1) {
            ASSERT_EQ(day(text).days(), days) << text;
        }
    }
    EXPECT_EQ(days, kLastDate.days() + 1);
    EXPECT_EQ(kLastDate.to_iso(), "9999-12-31");
}

TEST(Date, AgreesWithChrono) {
    for (std::int32_t days = kFirstDate.days(); days <= kLastDate.days(); days += 97) {
        const std::chrono::year_month_day civil{std::chrono::sys_days(std::chrono::days(days))};
        char text[32];
        std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(civil.year()),
                      static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
        ASSERT_EQ(day(text).days(), days);
    }
}

TEST(Date, RefusesEveryDayThatTheMonthDoesNotHave) {
    for (const int year : {1, 1900, 2000, 2022, 2023, 2024, 2100, 9999}) {
        for (Walker walker{year, 1, 1}; walker.month <= 12; ++walker.month) {
            for (walker.dom = 0; walker.dom <= 99; ++walker.dom) {
                const bool real = walker.dom >= 1 && walker.dom <= walker.length();
                EXPECT_EQ(Date::from_iso(walker.text()).has_value(), real) << walker.text();
            }
        }
    }
}

TEST(Date, RefusesWhatIsNotAnIsoDay) {
    for (const auto* text : {"",
                             "2024",
                             "2024-1-01",
                             "2024-01-1",
                             "24-01-01",
                             "2024/01/01",
                             "20240101",
                             " 2024-01-01",
                             "2024-01-01 ",
                             "2024-01-01T00:00",
                             "0000-01-01",
                             "-001-01-01",
                             "10000-01-01",
                             "2024-00-01",
                             "2024-13-01",
                             "2023-02-29",
                             "2024-04-31",
                             "2024-01-32",
                             "+024-01-01",
                             "2024-+1-01",
                             "２０24-01-01",
                             "today",
                             "NaN"}) {
        EXPECT_FALSE(Date::from_iso(text).has_value()) << text;
    }
}

TEST(Date, SaysWhyADayDoesNotExist) {
    EXPECT_EQ(Date::from_iso("2023-02-29").error().message,
              "\"2023-02-29\" is not a date: February 2023 has 28 days");
    EXPECT_EQ(Date::from_iso("2024-04-31").error().message,
              "\"2024-04-31\" is not a date: April has 30 days");
    EXPECT_EQ(Date::from_iso("0000-01-01").error().message,
              "\"0000-01-01\" is not a date: there is no year 0");
    EXPECT_EQ(Date::from_iso("2024-13-01").error().message,
              "\"2024-13-01\" is not a date: there is no month 13");
}

TEST(Period, HoldsItsFirstDayAndNotItsEnd) {
    const Period period = MUST(Period::between(day("2022-10-21"), day("2023-11-17")));
    EXPECT_FALSE(period.contains(day("2022-10-20")));
    EXPECT_TRUE(period.contains(day("2022-10-21")));
    EXPECT_TRUE(period.contains(day("2023-11-16")));
    EXPECT_FALSE(period.contains(day("2023-11-17")));
    EXPECT_EQ(period.to_text(), "2022-10-21 to 2023-11-16");
    EXPECT_TRUE(Period{}.contains(kFirstDate));
    EXPECT_TRUE(Period{}.contains(kLastDate));
}

TEST(Period, NamesItsOpenEnds) {
    EXPECT_EQ((Period{day("2023-11-17"), {}}).to_text(), "from 2023-11-17");
    EXPECT_EQ((Period{{}, day("2023-11-17")}).to_text(), "to 2023-11-16");
    EXPECT_EQ(Period{}.to_text(), "always");
}

TEST(Period, RefusesToHoldNoDay) {
    EXPECT_FALSE(Period::between(day("2023-01-01"), day("2023-01-01")).has_value());
    EXPECT_FALSE(Period::between(day("2023-01-02"), day("2023-01-01")).has_value());
    EXPECT_FALSE(Period::between({}, kFirstDate).has_value());
    EXPECT_TRUE(Period::between(day("2023-01-01"), day("2023-01-02")).has_value());
}

RC_GTEST_PROP(Period, OverlapsExactlyWhenSomeDayIsInBoth, ()) {
    const auto end = [] {
        return *rc::gen::maybe(
            rc::gen::map(rc::gen::inRange(0, 12), [](int n) { return Date::from_days(n); }));
    };
    const auto make = [&end]() -> Period {
        const auto from = end(), until = end();
        return Period{from ? std::optional(*from) : std::nullopt,
                      until ? std::optional(*until) : std::nullopt};
    };
    const Period a = make();
    const Period b = make();
    bool shared = false;
    for (int n = -2; n <= 14; ++n) {
        shared = shared || (a.contains(Date::from_days(n)) && b.contains(Date::from_days(n)));
    }
    RC_ASSERT(a.overlaps(b) == shared);
    RC_ASSERT(b.overlaps(a) == shared);
}

}  // namespace
}  // namespace cordon
