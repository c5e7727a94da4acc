// SPDX-License-Identifier: Apache-2.0
#include "screening/support.h"

#include <gtest/gtest.h>

#include "lists/born.h"

namespace cordon::screening {
namespace {

Truth countries(std::vector<std::string> listed, std::vector<std::string> own) {
    lists::Listing listing;
    listing.countries = std::move(listed);
    PartyQuery party;
    party.countries = std::move(own);
    const auto support = country_support(party, listing);
    return support ? support->agrees : Truth::Unknown;
}

TEST(CountrySupport, AgreesWhenOneOfThemIsBothsOrUnderChina) {
    EXPECT_EQ(countries({"CN"}, {"CN"}), Truth::Yes);
    EXPECT_EQ(countries({"CN", "RU"}, {"DE", "RU"}), Truth::Yes);
    EXPECT_EQ(countries({"CN"}, {"HK"}), Truth::Yes);
    EXPECT_EQ(countries({"HK"}, {"CN"}), Truth::Yes);
    EXPECT_EQ(countries({"MO"}, {"CN"}), Truth::Yes);
    EXPECT_EQ(countries({"CN"}, {"TW"}), Truth::Unknown);
    EXPECT_EQ(countries({"CN"}, {"RU"}), Truth::No);
    EXPECT_EQ(countries({"TW"}, {"RU"}), Truth::No);
}

TEST(CountrySupport, SaysNothingWhereASideIsSilent) {
    PartyQuery party;
    lists::Listing listing;
    EXPECT_FALSE(country_support(party, listing));
    party.countries = {"CN"};
    EXPECT_FALSE(country_support(party, listing));
}

Truth born(const char* listed, const char* own) {
    lists::Listing listing;
    listing.born = {*lists::born_of(listed)};
    PartyQuery party;
    party.born = {*lists::born_of(own)};
    return birth_support(party, listing)->agrees;
}

TEST(BirthSupport, GoesByOverlapAndThenByYears) {
    EXPECT_EQ(born("1962-05-12", "1962-05-12"), Truth::Yes);
    EXPECT_EQ(born("1962", "1962-05-12"), Truth::Yes);
    EXPECT_EQ(born("1960 to 1965", "1964"), Truth::Yes);
    EXPECT_EQ(born("1962-05-12", "1962-05-13"), Truth::Unknown);
    EXPECT_EQ(born("1962-05-12", "1962-12-05"), Truth::Unknown);
    EXPECT_EQ(born("1962-05-12", "1963-11-30"), Truth::Unknown);
    EXPECT_EQ(born("1962-05-12", "1964-01-01"), Truth::No);
    EXPECT_EQ(born("circa 1962", "1965"), Truth::No);
}

TEST(BirthSupport, TakesTheBestOfSeveralDays) {
    lists::Listing listing;
    listing.born = {*lists::born_of("1950"), *lists::born_of("1962")};
    PartyQuery party;
    party.born = {*lists::born_of("1962-05-12")};
    EXPECT_EQ(birth_support(party, listing)->agrees, Truth::Yes);
    EXPECT_EQ(birth_support(party, listing)->because, "listed born 1962, party 1962-05-12");
    party.born.clear();
    EXPECT_FALSE(birth_support(party, listing));
}

TEST(BirthplaceSupport, IsForOrSilentAndNeverAgainst) {
    lists::Listing listing;
    listing.birthplaces = {"Pyongyang, North Korea"};
    PartyQuery party;
    EXPECT_FALSE(birthplace_support(party, listing));
    party.birthplaces = {"North Korea"};
    EXPECT_EQ(birthplace_support(party, listing)->agrees, Truth::Unknown)
        << "a country is many people's";
    party.birthplaces = {"Pyongyang"};
    EXPECT_EQ(birthplace_support(party, listing)->agrees, Truth::Yes);
    party.birthplaces = {"Seoul"};
    EXPECT_EQ(birthplace_support(party, listing)->agrees, Truth::Unknown);
}

TEST(IdentifierSupports, AreOneForEachNumberThatSpeaks) {
    lists::Listing listing;
    listing.identifiers = {{"LEI", "5493001KJTIIGC8Y1R12", ""}, {"Passport", "AB1234567", "RU"}};
    PartyQuery party;
    party.identifiers = {names::identifier("LEI", "5493001KJTIIGC8Y1R12", ""),
                         names::identifier("Passport", "ZZ7654321", "RU"),
                         names::identifier("Tax number", "123456789", "RU")};
    const auto supports = identifier_supports(party, listing);
    ASSERT_EQ(supports.size(), 1U) << "a person may have several passports";
    EXPECT_EQ(supports[0].because, "LEI 5493001KJTIIGC8Y1R12: equal");
    party.identifiers = {names::identifier("LEI", "529900T8BM49AURSDO55", "")};
    ASSERT_EQ(identifier_supports(party, listing).size(), 1U);
    EXPECT_EQ(identifier_supports(party, listing)[0].agrees, Truth::No);
}

TEST(IdentifierSupports, TakeAnEqualNumberOverOneThatDiffers) {
    PartyQuery party;
    party.identifiers = {names::identifier("OGRN", "1027700132195", "RU")};
    const lists::ListedIdentifier other{"Registration Number", "1027700132195", ""};
    const lists::ListedIdentifier ogrn{"OGRN", "1027739019142", "RU"};
    for (const auto& printed : {std::vector{other, ogrn}, std::vector{ogrn, other}}) {
        lists::Listing listing;
        listing.identifiers = printed;
        const auto supports = identifier_supports(party, listing);
        ASSERT_EQ(supports.size(), 1U);
        EXPECT_EQ(supports[0].agrees, Truth::Unknown);
        EXPECT_NE(supports[0].because.find("is also the listed"), std::string::npos);
    }
}

TEST(WeakAliases, AreAliasesOfOneWordAndThoseThePublisherCallsSo) {
    lists::Listing listing;
    listing.name = "Sugon";
    listing.aliases = {"Dawning", "Dawning Information", "曙光"};
    listing.weak_aliases = {"Dawning Information"};
    EXPECT_FALSE(one_word_support(listing, 0, Truth::Unknown)) << "the name itself is no alias";
    EXPECT_TRUE(one_word_support(listing, 1, Truth::Unknown));
    EXPECT_FALSE(one_word_support(listing, 1, Truth::Yes));
    EXPECT_FALSE(one_word_support(listing, 2, Truth::Unknown));
    EXPECT_FALSE(one_word_support(listing, 3, Truth::Unknown)) << "Han has no blanks";
    EXPECT_FALSE(weak_alias_support(listing, 1, Truth::Unknown));
    EXPECT_EQ(weak_alias_support(listing, 2, Truth::Unknown)->agrees, Truth::Unknown);
    EXPECT_EQ(weak_alias_support(listing, 2, Truth::Yes)->agrees, Truth::Yes);
}

}  // namespace
}  // namespace cordon::screening
