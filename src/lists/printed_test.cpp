// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "lists/country_text.h"
#include "lists/federal_register.h"
#include "lists/printed_date.h"

namespace cordon::lists {
namespace {

std::string iso(const std::optional<Date>& day) {
    return day ? day->to_iso() : "";
}

TEST(PrintedDate, ReadsEveryFormThatPublishersUse) {
    EXPECT_EQ(iso(printed_date("2026-06-10", DateForm::Iso)), "2026-06-10");
    EXPECT_EQ(iso(printed_date("2026-07-31T13:15:00.015113+00:00", DateForm::Iso)), "2026-07-31");
    EXPECT_EQ(iso(printed_date("11/21/11", DateForm::MonthDayYear)), "2011-11-21");
    EXPECT_EQ(iso(printed_date("9/17/81", DateForm::MonthDayYear)), "1981-09-17");
    EXPECT_EQ(iso(printed_date("29/06/2012", DateForm::DayMonthYear)), "2012-06-29");
    EXPECT_EQ(iso(printed_date("June 21, 2022", DateForm::MonthInWords)), "2022-06-21");
    EXPECT_EQ(iso(printed_date("06-Aug-2026", DateForm::MonthInWords)), "2026-08-06");
    EXPECT_EQ(iso(printed_date("Fri, 07 Aug 2026 18:36:56 GMT", DateForm::MonthInWords)),
              "2026-08-07");
}

TEST(PrintedDate, RefusesWhatIsNoDay) {
    EXPECT_FALSE(printed_date("2026-02-30", DateForm::Iso));
    EXPECT_FALSE(printed_date("29/06/2012", DateForm::MonthDayYear));
    EXPECT_FALSE(printed_date("2/29/2023", DateForm::MonthDayYear));
    EXPECT_FALSE(printed_date("12/11/201", DateForm::MonthDayYear));
    EXPECT_FALSE(printed_date("June 2022", DateForm::MonthInWords));
    EXPECT_FALSE(printed_date("", DateForm::MonthInWords));
}

struct Cited {
    const char* text;
    std::vector<std::string> citations;
    std::vector<std::string> days;
};

class Citations : public ::testing::TestWithParam<Cited> {};

TEST_P(Citations, AreFoundWithTheirDays) {
    std::vector<std::string> texts;
    std::vector<std::string> days;
    for (const auto& citation : citations_in(GetParam().text)) {
        texts.push_back(citation.to_text());
        days.push_back(iso(citation.printed));
    }
    EXPECT_EQ(texts, GetParam().citations) << GetParam().text;
    EXPECT_EQ(days, GetParam().days) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    AsPrinted, Citations,
    ::testing::Values(
        Cited{"76 FR 71869, 11/21/11", {"76 FR 71869"}, {"2011-11-21"}},
        Cited{"84 FR 29373; 87 FR 62202", {"84 FR 29373", "87 FR 62202"}, {"", ""}},
        Cited{"80 FR 8527, 2/18/15.\n87 FR 62202, 10/13/22",
              {"80 FR 8527", "87 FR 62202"},
              {"2015-02-18", "2022-10-13"}},
        Cited{"46 F.R. 46154 9/17/81 and 46 F.R. 19290 3/30/81",
              {"46 FR 46154", "46 FR 19290"},
              {"1981-09-17", "1981-03-30"}},
        Cited{"61.F.R. 8213", {"61 FR 8213"}, {""}},
        Cited{"82 F.R.48792 10/20/2017", {"82 FR 48792"}, {"2017-10-20"}},
        Cited{"91 FR 35189 (June 10, 2026)", {"91 FR 35189"}, {"2026-06-10"}},
        Cited{"85 FR 83799 12/23/2020", {"85 FR 83799"}, {"2020-12-23"}},
        Cited{"Vol. 86, No. 51, 03/18/21, Federal Register", {"86 FR"}, {"2021-03-18"}},
        Cited{"Vol.83, No. 166, 08/27/2018 Federal Register", {"83 FR"}, {"2018-08-27"}},
        Cited{"87 FR 9/14/22", {"87 FR"}, {"2022-09-14"}},
        Cited{"67 FR 10033", {"67 FR 10033"}, {""}}, Cited{"商务部公告2026年第30号", {}, {}},
        Cited{"", {}, {}}));

TEST(Citations, ADayOutsideTheYearOfTheVolumeIsAMisprint) {
    const auto citations = citations_in("83 FR 61541, 11/13/19");
    ASSERT_EQ(citations.size(), 1U);
    EXPECT_FALSE(citations[0].printed);
}

TEST(Citations, TheFirstPageAndThePageOfTheEntryAreOneRule) {
    for (const int page : {14046, 14048}) {
        const auto* rule = known_rule({90, page, {}});
        ASSERT_NE(rule, nullptr);
        EXPECT_EQ(rule->published.to_iso(), "2025-03-28");
        EXPECT_EQ(iso(rule->effective), "2025-03-25");
        EXPECT_EQ(rule->basis, "P");
    }
    EXPECT_EQ(known_rule({90, 99999, {}}), nullptr);
    EXPECT_EQ(known_rule({12, 14046, {}}), nullptr);
}

TEST(Citations, AVolumeIsAYear) {
    const auto year = days_of_volume(90);
    ASSERT_TRUE(year);
    EXPECT_EQ(iso(year->from), "2025-01-01");
    EXPECT_EQ(iso(year->until), "2026-01-01");
    EXPECT_FALSE(days_of_volume(0));
    EXPECT_FALSE(days_of_volume(5000));
}

TEST(Footnotes, HaveAFirstDay) {
    EXPECT_EQ(iso(first_day_of_footnote("4")), "2022-10-07");
    EXPECT_EQ(iso(first_day_of_footnote("5")), "2024-12-02");
    EXPECT_FALSE(first_day_of_footnote("9"));
}

TEST(CountryReader, KnowsTheSpellingsOfTheLists) {
    CountryReader reader;
    EXPECT_EQ(reader.code("CN"), "CN");
    EXPECT_EQ(reader.code("China"), "CN");
    EXPECT_EQ(reader.code("TURKIYE"), "TR");
    EXPECT_EQ(reader.code("UK"), "GB");
    EXPECT_EQ(reader.code("Crimea Region of Ukraine"), "UA");
    EXPECT_EQ(reader.code("MACAU"), "MO");
    EXPECT_FALSE(reader.code("Middle East Region"));
    EXPECT_FALSE(reader.code("Middle East Region"));
    EXPECT_EQ(reader.unknown().at("Middle East Region"), 2U);
}

TEST(CountryReader, FindsTheCountryAtTheEndOfAnAddress) {
    const CountryReader reader;
    EXPECT_EQ(reader.at_end("Havana Cuba"), "CU");
    EXPECT_EQ(reader.at_end("12 Road, Port Moresby, Papua New Guinea"), "PG");
    EXPECT_EQ(reader.at_end("501, 5th Floor, Kabul, AF"), "AF");
    EXPECT_EQ(reader.at_end("Ibex House, The Minories London EC3N 1DY United Kingdom"), "GB");
    EXPECT_FALSE(reader.at_end("somewhere in"));
    EXPECT_FALSE(reader.at_end("Nowhere Street"));
    EXPECT_FALSE(reader.at_end(""));
}

}  // namespace
}  // namespace cordon::lists
