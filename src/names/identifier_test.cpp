// SPDX-License-Identifier: Apache-2.0
#include "names/identifier.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace cordon::names {
namespace {

Truth checked(std::string_view label, std::string_view value) {
    return identifier(label, value, "").check;
}

TEST(Identifiers, CheckDigitsOfRealOnesHold) {
    // As printed on the list of Chinese military-industrial companies and by the companies.
    for (const auto* uscc :
         {"91110000710925243K", "91110000100014071Q", "91320000714091899R", "91420100177716821Q",
          "9134000070503581XA", "911100007226144851", "91330000734507783B", "9111000010000106X1"}) {
        EXPECT_EQ(checked("Unified Social Credit Code (USCC)", uscc), Truth::Yes) << uscc;
    }
    EXPECT_EQ(checked("LEI", "HWUPKR0MPOU8FGXBT394"), Truth::Yes);
    EXPECT_EQ(checked("LEI", "5493006MHB84DD0ZWV18"), Truth::Yes);
    EXPECT_EQ(checked("OGRN", "1027700035769"), Truth::Yes);
    EXPECT_EQ(checked("OGRN", "1027700070518"), Truth::Yes);
    EXPECT_EQ(checked("OGRNIP", "315183100004295"), Truth::Yes);
    EXPECT_EQ(checked("OGRNIP", "305504719503200"), Truth::Yes);
    EXPECT_EQ(checked("INN", "7708004767"), Truth::Yes);
    EXPECT_EQ(checked("INN", "7736050003"), Truth::Yes);
    EXPECT_EQ(checked("ИНН", "500100732259"), Truth::Yes);
    EXPECT_EQ(checked("Vessel Registration Identification", "IMO 7406784"), Truth::Yes);
    EXPECT_EQ(checked("IMO", "9187629"), Truth::Yes);
    EXPECT_EQ(checked("Identification Number", "IMO 5342883"), Truth::Yes);  // of a company
    EXPECT_EQ(checked("IMO", "9187628"), Truth::No);
}

TEST(Identifiers, AreNormalisedBeforeTheyAreChecked) {
    const auto id = identifier("统一社会信用代码", " 9111-0000 710925243k ", "CN");
    EXPECT_EQ(id.kind, IdentifierKind::Uscc);
    EXPECT_EQ(id.value, "91110000710925243K");
    EXPECT_EQ(id.check, Truth::Yes);
    EXPECT_EQ(identifier("USCC", "９１１１００００７１０９２５２４３Ｋ", "").check, Truth::Yes);
    EXPECT_EQ(checked("USCC", "91110000710925243L"), Truth::No);
    EXPECT_EQ(checked("USCC", "9111000071092524"), Truth::No);
    EXPECT_EQ(checked("LEI", "short"), Truth::No);
    EXPECT_EQ(checked("Passport", "E12345678"), Truth::Unknown);
}

TEST(Identifiers, AreRecognisedBehindGeneralLabels) {
    EXPECT_EQ(identifier("Registration Number", "91110000710925243K", "CN").kind,
              IdentifierKind::Uscc);
    EXPECT_EQ(identifier("Registration Number", "131082000061293", "CN").kind,
              IdentifierKind::Registration);
    EXPECT_EQ(identifier("Tax ID No.", "7708004767", "RU").kind, IdentifierKind::Inn);
    EXPECT_EQ(identifier("Tax ID No.", "7708004767", "").kind, IdentifierKind::Tax);
    EXPECT_EQ(identifier("Government Gazette Number", "1027700035769", "RU").kind,
              IdentifierKind::Ogrn);
    EXPECT_EQ(identifier("", "HWUPKR0MPOU8FGXBT394", "").kind, IdentifierKind::Lei);
    EXPECT_EQ(identifier("Leipzig office", "123", "").kind, IdentifierKind::Other);
    EXPECT_EQ(identifier("", "", "").kind, IdentifierKind::Other);
}

TEST(Identifiers, DecideOnlyWhenTheyCan) {
    const auto one = identifier("USCC", "91110000710925243K", "CN");
    const auto other = identifier("USCC", "91110000100014071Q", "CN");
    const auto slip = identifier("USCC", "91110000710925243L", "CN");
    EXPECT_EQ(same_party(one, one), Truth::Yes);
    EXPECT_EQ(same_party(one, other), Truth::No);
    EXPECT_EQ(same_party(one, slip), Truth::Unknown);  // a slip of the pen is no other party
    EXPECT_EQ(same_party(one, identifier("LEI", "HWUPKR0MPOU8FGXBT394", "")), Truth::Unknown);
    const auto passport = identifier("Passport", "E12345678", "CN");
    EXPECT_EQ(same_party(passport, passport), Truth::Yes);
    EXPECT_EQ(same_party(passport, identifier("Passport", "G12345678", "CN")), Truth::Unknown);
    EXPECT_EQ(same_party(passport, identifier("Passport", "E12345678", "KR")), Truth::Unknown);
    EXPECT_EQ(
        same_party(identifier("Registration", "1234", ""), identifier("Registration", "1234", "")),
        Truth::Unknown);
    EXPECT_EQ(same_party({}, {}), Truth::Unknown);
}

RC_GTEST_PROP(Identifiers, OneWrongDigitIsAlwaysSeen, ()) {
    const auto [label, value] = *rc::gen::element<std::pair<const char*, std::string>>(
        std::pair("LEI", std::string("HWUPKR0MPOU8FGXBT394")),
        std::pair("USCC", std::string("91110000710925243K")),
        std::pair("INN", std::string("7708004767")));
    auto wrong = value;
    const auto at = *rc::gen::inRange<std::size_t>(0, value.size());
    RC_PRE(wrong[at] >= '0' && wrong[at] <= '9');
    wrong[at] = static_cast<char>(*rc::gen::inRange(static_cast<int>('0'), '9' + 1));
    RC_PRE(wrong != value);
    // INN takes the remainder of 11 modulo 10, which sees nearly every slip, not all.
    if (std::string_view(label) != "INN") RC_ASSERT(checked(label, wrong) == Truth::No);
    const auto same = same_party(identifier(label, value, ""), identifier(label, wrong, ""));
    RC_ASSERT(same != Truth::Yes);
}

}  // namespace
}  // namespace cordon::names
