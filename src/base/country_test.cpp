// SPDX-License-Identifier: Apache-2.0
#include "base/country.h"

#include <gtest/gtest.h>

#include <set>
#include <utility>

#include "base/country_table.h"
#include "base/text.h"

namespace cordon {
namespace {

std::string named(std::string_view name) {
    const auto country = Country::from_name(name);
    return country ? std::string(country->code()) : "refused: " + country.error().remedy;
}

TEST(Country, TheTableIsSortedCompleteAndWithoutRepeats) {
    EXPECT_EQ(country_count(), 250);
    std::set<std::string_view> alpha3;
    std::set<std::string_view> names;
    std::string_view before;
    for (const CountryRow& row : country_rows()) {
        EXPECT_LT(before, row.code);
        before = row.code;
        EXPECT_EQ(row.code.size(), 2U);
        EXPECT_EQ(row.alpha3.size(), 3U);
        EXPECT_TRUE(alpha3.insert(row.alpha3).second) << row.alpha3;
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_FALSE(row.chinese.empty()) << row.code;
    }
}

TEST(Country, EveryCodeAndEveryNameLeadsBackToItsRow) {
    for (std::uint8_t i = 0; i < country_count(); ++i) {
        const CountryRow& row = country_rows()[i];
        const Country country = MUST(Country::from_code(row.code));
        EXPECT_EQ(country.index(), i);
        EXPECT_EQ(country, Country::from_index(i));
        EXPECT_EQ(country.name(), row.name);
        EXPECT_EQ(MUST(Country::from_code(to_lower_ascii(row.code))), country);
        for (const auto name : {row.code, row.alpha3, row.name, row.chinese}) {
            EXPECT_EQ(named(name), row.code) << name;
        }
        for (const auto alias : split(row.aliases, '|')) {
            EXPECT_EQ(named(alias.empty() ? row.code : alias), row.code) << alias;
        }
    }
}

TEST(Country, KnowsTheNamesPeopleWrite) {
    const std::pair<const char*, const char*> names[] = {
        {"China", "CN"},
        {"PRC", "CN"},
        {"P.R. China", "CN"},
        {"China (PRC)", "CN"},
        {"Mainland China", "CN"},
        {"People’s Republic of China", "CN"},
        {"Peoples Republic of China", "CN"},
        {"China (People's Republic of)", "CN"},
        {"中国", "CN"},
        {"中华人民共和国", "CN"},
        {"Hong Kong SAR", "HK"},
        {"Hong Kong, China", "HK"},
        {"香港", "HK"},
        {"Macao", "MO"},
        {"Macau SAR", "MO"},
        {"澳门", "MO"},
        {"Taiwan", "TW"},
        {"台湾", "TW"},
        {"臺灣", "TW"},
        {"Korea, South", "KR"},
        {"Republic of Korea", "KR"},
        {"Korea (Republic of)", "KR"},
        {"Korea, North", "KP"},
        {"Korea (Democratic People's Republic of)", "KP"},
        {"Russia", "RU"},
        {"Russian Federation", "RU"},
        {"UAE", "AE"},
        {"阿联酋", "AE"},
        {"沙特阿拉伯", "SA"},
        {"马来西亚", "MY"},
        {"新加坡", "SG"},
        {"美国", "US"},
        {"U.S.A.", "US"},
        {"the United States", "US"},
        {"UK", "GB"},
        {"Burma", "MM"},
        {"Viet Nam", "VN"},
        {"Vietnam", "VN"},
        {"turkiye", "TR"},
        {"Türkiye", "TR"},
        {"TURKEY", "TR"},
        {"Czech Republic", "CZ"},
        {"Cote d Ivoire", "CI"},
        {"Côte d'Ivoire", "CI"},
        {"Congo, Democratic Republic of the", "CD"},
        {"Congo (Democratic Republic of)", "CD"},
        {"Congo, Republic of the", "CG"},
        {"Bahamas, The", "BS"},
        {"Man, Isle of", "IM"},
        {"Virgin Islands, British", "VG"},
        {"South Sudan, Republic of", "SS"},
        {"North Macedonia, The Republic of", "MK"},
        {"Crimea (Region of Ukraine)", "UA"},
        {" vn ", "VN"},
        {"CHN", "CN"},
    };
    for (const auto& [name, code] : names) EXPECT_EQ(named(name), code) << name;
}

TEST(Country, RefusesWhatDoesNotSayWhichCountry) {
    EXPECT_EQ(named("Korea"), "refused: write \"South Korea\" or \"North Korea\"");
    EXPECT_EQ(named("Crimea"),
              "refused: give the country as UA and name the region in the address");
    EXPECT_EQ(named("Malasia"), "refused: did you mean \"Malaysia\"?");
    EXPECT_EQ(named("Atlantis beyond the sea"), "refused: ");
    EXPECT_EQ(named(""), "refused: ");
    EXPECT_EQ(named("the"), "refused: ");
}

TEST(Country, ACodeMustBeACode) {
    EXPECT_EQ(Country::from_code("UK").error().remedy, "write \"GB\" for the United Kingdom");
    EXPECT_EQ(Country::from_code("China").error().remedy, "write \"CN\"");
    EXPECT_EQ(Country::from_code("CHN").error().remedy, "write \"CN\"");
    EXPECT_EQ(Country::from_code("JX").error().remedy,
              "codes that begin with J: JE, JM, JO and JP");
    for (const auto* code : {"", "C", "ZZ", "C1", "中国", "CN ", "EU"}) {
        EXPECT_FALSE(Country::from_code(code).has_value()) << code;
    }
}

TEST(Country, IsTheSameOnListsWhereTheyPrintOneUnderTheOther) {
    EXPECT_EQ(same_on_lists("CN", "CN"), Truth::Yes);
    EXPECT_EQ(same_on_lists("HK", "CN"), Truth::Yes);
    EXPECT_EQ(same_on_lists("CN", "MO"), Truth::Yes);
    EXPECT_EQ(same_on_lists("TW", "CN"), Truth::Unknown);
    EXPECT_EQ(same_on_lists("HK", "TW"), Truth::Unknown);
    EXPECT_EQ(same_on_lists("DE", "CN"), Truth::No);
}

}  // namespace
}  // namespace cordon
