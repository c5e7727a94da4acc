// SPDX-License-Identifier: Apache-2.0
#include "lists/name_key.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "lists/snapshot.h"

namespace cordon::lists {
namespace {

TEST(NameKey, CaseSignsBlanksAndLegalFormDoNotCount) {
    const auto key = name_key("Nettrix Information Industry Co., Ltd.");
    EXPECT_EQ(key, "nettrix information industry");
    EXPECT_EQ(name_key("NETTRIX INFORMATION INDUSTRY CO LTD"), key);
    EXPECT_EQ(name_key("  nettrix   information-industry company LIMITED "), key);
    EXPECT_EQ(name_key("Nettrix Information Industry"), key);
    EXPECT_EQ(name_key("Nettrix Information Industry Co.,Ltd"), key);
    EXPECT_EQ(name_key("Nettrix Information Industry Co.Ltd."), key);
}

TEST(NameKey, DifferentNamesKeepDifferentKeys) {
    EXPECT_NE(name_key("Inspur Group Co., Ltd."), name_key("Inspur Software Co., Ltd."));
    EXPECT_NE(name_key("Huawei Technologies Group"), name_key("Huawei Technologies"));
    EXPECT_NE(name_key("Huawei Technologies Holding"), name_key("Huawei Technologies"));
    EXPECT_NE(name_key("Address 01"), name_key("Address 02"));
}

TEST(NameKey, APlaceInParenthesesStays) {
    EXPECT_EQ(name_key("Inspur (Beijing) Electronic Information Industry Co., Ltd."),
              "inspur beijing electronic information industry");
    EXPECT_NE(name_key("Cambricon (Nanjing) Ltd"), name_key("Cambricon (Beijing) Ltd"));
}

TEST(NameKey, ANameThatIsOnlyALegalFormKeepsIt) {
    EXPECT_EQ(name_key("Limited Liability Company"), "limited liability company");
    EXPECT_EQ(name_key("Co., Ltd."), "co ltd");
    EXPECT_EQ(name_key("AG"), "ag");
    EXPECT_EQ(name_key("有限公司"), "有限公司");
    EXPECT_EQ(name_key("ООО"), "ооо");
}

TEST(NameKey, LegalFormsComeOffAgainAndAgainTheLongestFirst) {
    EXPECT_EQ(name_key("Foo Trading Co. Pte. Ltd."), "foo trading");
    EXPECT_EQ(name_key("Foo Sdn. Bhd."), "foo");
    EXPECT_EQ(name_key("Foo Bar GmbH & Co. KG"), "foo bar");
    EXPECT_EQ(name_key("Lafert S.p.A."), name_key("LAFERT SPA"));
    EXPECT_EQ(name_key("Bar S. de R.L. de C.V."), "bar");
    EXPECT_EQ(name_key("Allied Business Concerns (Pvt) Ltd."), "allied business concerns");
    EXPECT_EQ(name_key("Foo L.L.C"), name_key("Foo LLC"));
}

TEST(NameKey, LegalFormsInFrontComeOffToo) {
    EXPECT_EQ(name_key("ООО «Группа Акварис»"), "группа акварис");
    EXPECT_EQ(name_key("Limited Liability Company AFM Servers"), "afm servers");
    EXPECT_EQ(name_key("JSC Moscow Center of SPARC Technologies"),
              name_key("Moscow Center of SPARC Technologies JSC"));
    EXPECT_EQ(name_key("PT. Nusantara Data"), "nusantara data");
    EXPECT_EQ(name_key("株式会社東芝"), name_key("東芝株式会社"));
}

TEST(NameKey, AFormThatCouldBeAPersonsNameNeedsTwoWordsBesideIt) {
    EXPECT_EQ(name_key("Wang Mei"), "wang mei");
    EXPECT_EQ(name_key("LI, Ao"), "li ao");
    EXPECT_NE(name_key("Wang Mei"), name_key("Wang Co., Ltd."));
}

TEST(NameKey, HanNamesIgnoreWidthBlanksAndForm) {
    const auto key = name_key("宁畅信息产业（北京）有限公司");
    EXPECT_EQ(key, "宁畅信息产业北京");
    EXPECT_EQ(name_key("宁畅信息产业(北京)有限公司"), key);
    EXPECT_EQ(name_key("宁畅信息产业 (北京) 有限公司"), key);
    EXPECT_EQ(name_key("曙光信息产业股份有限公司"), "曙光信息产业");
    EXPECT_EQ(name_key("㈱日立製作所"), "日立製作所");
    EXPECT_EQ(name_key("浪潮集团有限公司"), "浪潮集团");
    EXPECT_EQ(name_key("ＮＶＩＤＩＡ　Ｃｏｒｐ．"), "nvidia");
}

TEST(NameKey, AccentsGoFromLatinAndStayElsewhere) {
    EXPECT_EQ(name_key("Türk Şirketi Müşavirlik"), name_key("Turk Sirketi Musavirlik"));
    EXPECT_EQ(name_key("Société Générale"), name_key("Societe Generale"));
    EXPECT_EQ(name_key("Łódź Ørsted Æro"), "lodz orsted aero");
    EXPECT_NE(name_key("Чайка"), name_key("Чаика"));
    EXPECT_NE(name_key("ガイア"), name_key("カイア"));
}

TEST(NameKey, ApostrophesVanishAndTheAndSignIsAWord) {
    EXPECT_EQ(name_key("Xi’an Aerospace"), name_key("Xi'an Aerospace"));
    EXPECT_EQ(name_key("Xi'an Aerospace"), name_key("Xian Aerospace"));
    EXPECT_EQ(name_key("Johnson & Johnson"), name_key("Johnson and Johnson"));
    EXPECT_EQ(name_key("A&B Trading"), "a and b trading");
}

TEST(NameKey, PointsBetweenSingleLettersVanishAndOthersEndAWord) {
    EXPECT_EQ(name_key("U.S.A. Parts"), "usa parts");
    EXPECT_EQ(name_key("J.F. Kennedy"), "jf kennedy");
    EXPECT_EQ(name_key("St.Petersburg Works"), "st petersburg works");
    EXPECT_EQ(name_key("24/7 Media"), "24 7 media");
}

TEST(NameKey, ANameOfSignsIsItsOwnKeyAndAnEmptyNameHasNone) {
    EXPECT_EQ(name_key("!!!"), "!!!");
    EXPECT_EQ(name_key(""), "");
    EXPECT_NO_FATAL_FAILURE(name_key("\xFF\xFE broken \xC3"));
}

RC_GTEST_PROP(NameKeyProperty, IsTheSameInAnyCaseAndWithTheFormSpelledOut, ()) {
    auto word = rc::gen::container<std::string>(rc::gen::inRange('a', '{'));
    const auto words = *rc::gen::container<std::vector<std::string>>(3, word);
    std::string name = "firm";
    for (const auto& part : words) name += " " + part;
    std::string upper = name;
    for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    RC_ASSERT(name_key(name) == name_key(upper));
    RC_ASSERT(name_key(name + " Co., Ltd.") == name_key(upper + " COMPANY LIMITED"));
}

RC_GTEST_PROP(NameKeyProperty, NeverComesOutEmptyForAnyBytes, (const std::string& bytes)) {
    RC_ASSERT(name_key(bytes).empty() == bytes.empty());
}

RC_GTEST_PROP(NameKeyProperty, AKeyMakerAgreesWithTheFunction, (const std::string& bytes)) {
    KeyMaker maker;
    (void)maker.key("something before");
    RC_ASSERT(maker.key(bytes) == name_key(bytes));
}

TEST(KeyHash, IsTheHashThatSnapshotsStore) {
    // Changing these values would make every stored snapshot miss its names.
    EXPECT_EQ(key_hash("nettrix information industry"), key_hash("nettrix information industry"));
    EXPECT_NE(key_hash("nettrix"), key_hash("nettriy"));
    EXPECT_NE(key_hash("abcdefgh"), key_hash("abcdefgh "));
}

}  // namespace
}  // namespace cordon::lists
