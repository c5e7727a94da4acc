// SPDX-License-Identifier: Apache-2.0
#include "names/address.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cordon::names {
namespace {

Name taken(std::string_view printed) {
    return address(printed).names.front();
}

/// Terms of the tokens with a role, the first of each.
std::vector<std::string> terms(std::string_view printed, Role role) {
    std::vector<std::string> out;
    for (const auto& token : taken(printed).tokens) {
        if (token.role == role) out.push_back(token.forms.front().term);
    }
    return out;
}

bool has(std::string_view printed, std::string_view term) {
    const auto name = taken(printed);
    return std::any_of(name.tokens.begin(), name.tokens.end(), [&](const Token& token) {
        return std::any_of(token.forms.begin(), token.forms.end(),
                           [&](const Form& form) { return form.term == term; });
    });
}

using Terms = std::vector<std::string>;

TEST(Address, NumbersTellRoomsAndHousesAndNotPostalCodes) {
    const auto* printed = "Room 803, Chevalier House 45-51, Chatham Road South, Hong Kong";
    EXPECT_EQ(terms(printed, Role::Number), (Terms{"#803", "#45", "#51"}));
    EXPECT_EQ(terms("No. 7 Zhichun Road, Beijing 100191, China", Role::Number), (Terms{"#7"}));
    EXPECT_EQ(terms("115114, Moscow, ul. Letnikovskaya, d. 10", Role::Number), (Terms{"#10"}));
    EXPECT_EQ(terms("25 Bank Street, London E14 5JP", Role::Number), (Terms{"#25"}));
    EXPECT_EQ(terms("1 Main St, Ottawa K1A 0B1", Role::Number), (Terms{"#1"}));
}

TEST(Address, AFloorIsTheDoorOnlyWhereNoRoomIsGiven) {
    EXPECT_EQ(terms("7/F MW Tower, 111 Bonham Strand", Role::Number), (Terms{"#7", "#111"}));
    EXPECT_EQ(terms("Room 1003, 10/F, Lippo Centre", Role::Number), (Terms{"#1003"}));
    EXPECT_EQ(terms("Room 1003, 10/F, Lippo Centre", Role::LegalForm), (Terms{"#10"}));
    EXPECT_TRUE(has("11th Floor, Building A", "@addr:floor11"));
    EXPECT_TRUE(has("Kat 3, Hasat Sk. 52", "@addr:floor3"));
}

TEST(Address, AbbreviationsAndRomanisedWordsAreOneKind) {
    for (const auto* printed :
         {"18 Luard Road", "18 Luard Rd.", "18 LUARD RD", "18 Luard Lu", "卢押路18号"}) {
        EXPECT_TRUE(has(printed, "@addr:road")) << printed;
        EXPECT_TRUE(has(printed, "#18")) << printed;
    }
    EXPECT_TRUE(has("Bldg. 4", "@addr:building"));
    EXPECT_TRUE(has("Hasat Sk.", "@addr:street"));
    EXPECT_TRUE(has("Lockhart Ctr", "@addr:centre"));
    EXPECT_FALSE(has("Haidian Dist.", "dist"));
}

TEST(Address, OneOfThePlacesIsTheCity) {
    const auto* latin = "66 Qinghe Street, Haidian District, Beijing, China";
    EXPECT_EQ(city_of(taken(latin)), "Beijing");
    EXPECT_EQ(terms(latin, Role::Place).size(), 1U);
    EXPECT_EQ(city_of(taken("Wan Chai, Hong Kong")), "Hong Kong");
    EXPECT_EQ(city_of(taken("北京市海淀区知春路7号")), "北京");
    EXPECT_EQ(city_of(taken("China")), "China");
    EXPECT_EQ(city_of(taken("")), "");
}

TEST(Address, HanIsCutBehindItsEndingsAndRead) {
    const auto* printed = "北京市海淀区知春路7号致真大厦D座16层1601室";
    EXPECT_TRUE(has(printed, "知春"));
    EXPECT_TRUE(has(printed, "zhichun"));
    EXPECT_TRUE(has(printed, "@addr:road"));
    EXPECT_TRUE(has(printed, "致真"));
    EXPECT_TRUE(has(printed, "@addr:building"));
    EXPECT_EQ(terms(printed, Role::Number), (Terms{"#7", "#1601"}));
    EXPECT_TRUE(has("Zhichunlu 7", "zhichun"));
}

TEST(Address, IsSpecificWithANumberAndAName) {
    EXPECT_TRUE(is_specific(taken("18 Luard Road, Wan Chai, Hong Kong")));
    EXPECT_TRUE(is_specific(taken("P.O. Box 14155, Tehran")));
    for (const auto* printed : {"", "China", "Beijing, China", "Hong Kong", "Luard Road, Hong Kong",
                                "Room 5", "100191 Beijing"}) {
        EXPECT_FALSE(is_specific(taken(printed))) << printed;
    }
}

TEST(Address, OfAnyLengthIsBoundedAndSaysSo) {
    std::string many;
    for (int i = 0; i < 400; ++i) many += "Street " + std::to_string(i) + ", ";
    const auto set = address(many);
    EXPECT_TRUE(set.cut);
    EXPECT_LE(set.names.front().tokens.size(), kTokensMax);
    EXPECT_FALSE(address("18 Luard Road").cut);
    for (const auto* odd : {"\xFF\xFE 12", "号", "路", "12号", "f", "no", "A1A", "16/"}) {
        EXPECT_EQ(address(odd).names.size(), 1U);
    }
}

}  // namespace
}  // namespace cordon::names
