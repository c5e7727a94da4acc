// SPDX-License-Identifier: Apache-2.0
#include "screening/matcher_readings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "screening/matcher_vocabulary.h"

namespace cordon::screening {
namespace {

const Index& listed() {
    static const Index index = [] {
        const auto weights = MUST(profile("balanced")).weights;
        Index::Builder builder(weights);
        std::uint32_t listing = 0;
        for (const char* name :
             {"Datelcomp AB", "Mahdi Electronics", "Bank Tejarat", "Interquest GmbH",
              "Behnam Shahriyari", "Kunlun Co. Ltd.", "Greenland Sdn Bhd", "Atlantico S.A."}) {
            builder.add({listing++, 0}, names::analysed(name, names::NameKind::Unknown));
        }
        return MUST(Index::from_bytes(builder.finish(), weights));
    }();
    return index;
}

bool reads(std::string_view name, std::string_view reading) {
    const auto readings = readings_of(name, listed());
    return std::any_of(readings.begin(), readings.end(),
                       [&](const Reading& other) { return other.text == reading; });
}

TEST(Readings, UndoWhatAScannerSaw) {
    EXPECT_TRUE(reads("DATE1COMP AB", "DATElCOMP AB"));
    EXPECT_TRUE(reads("Behnarn Shahriyari", "Behnam Shahriyari"));
    EXPECT_TRUE(reads("Kunlvn L1mited", "Kunlvn Llmited"));
}

TEST(Readings, PartGluedWords) {
    EXPECT_TRUE(reads("MahdiElectronics", "Mahdi Electronics"));
    EXPECT_TRUE(reads("BANKTEJARAT", "BANK TEJARAT"));
    EXPECT_TRUE(reads("GREENLANDSDN. BHD.", "GREENLAND SDN. BHD."));
    EXPECT_TRUE(reads("URBANISTICO DELATLANTICO", "URBANISTICO DEL ATLANTICO"));
    EXPECT_TRUE(reads("KUNLUNCO LTD", "KUNLUN CO LTD"));
}

TEST(Readings, PartALegalFormWrittenWithDots) {
    EXPECT_TRUE(reads("BAJERS.R.L.", "BAJER S.R.L."));
    EXPECT_TRUE(reads("TOYS FACTORY, S.A. DEC.V.", "TOYS FACTORY, S.A. DE C.V."));
    EXPECT_FALSE(reads("Holding.Com", "Holdin g.Com"));
}

TEST(Readings, PartWhatIsGluedBehindAnApostrophe) {
    EXPECT_TRUE(reads("SCIENTIFIC INT'LINC.", "SCIENTIFIC INT'L INC."));
    EXPECT_TRUE(reads("PEOPLE'SREPUBLIC", "PEOPLE'S REPUBLIC"));
    EXPECT_TRUE(reads("Int'lLogistics", "Int'l Logistics"));
}

TEST(Readings, PartAPhraseFromItsNeighbours) {
    EXPECT_TRUE(reads("AHOME REALESTATE", "AHOME REAL ESTATE"));
    EXPECT_TRUE(reads("ATLANTICOHONG KONG", "ATLANTICO HONG KONG"));
    EXPECT_TRUE(reads("MAHDI HONG KONGLIMITED", "MAHDI HONG KONG LIMITED"));
    EXPECT_TRUE(reads("MAHDI TRADINGHONG KONG", "MAHDI TRADING HONG KONG"));
}

TEST(Readings, PartShortWordsOfOtherTongues) {
    EXPECT_TRUE(reads("ENERJI VETICARET", "ENERJI VE TICARET"));
    EXPECT_TRUE(reads("ATLANTICOHK LIMITED", "ATLANTICO HK LIMITED"));
    EXPECT_TRUE(reads("Behnamabd al-Sattar", "Behnam abd al-Sattar"));
}

TEST(Readings, PartEachGluedWordAlsoByItself) {
    EXPECT_TRUE(reads("Closed JointStock Company Turborus", "Closed Joint Stock Company Turborus"))
        << "Turborus is a name";
}

TEST(Readings, JoinPartedWords) {
    EXPECT_TRUE(reads("Interqu est GmbH", "Interquest GmbH"));
    EXPECT_TRUE(reads("Mahdi Electron ics", "Mahdi Electronics"));
}

TEST(Readings, CorrectAWordThatManyNamesShare) {
    EXPECT_TRUE(reads("LIMIED LIABILITY COMPANY", "limited LIABILITY COMPANY"));
    EXPECT_TRUE(reads("Forward Electroics", "Forward electronics"));
    EXPECT_EQ(SharedWords::bundled().meant_by("ventre"), "venture");
    EXPECT_EQ(SharedWords::bundled().meant_by("managmeent"), "management");
    EXPECT_EQ(SharedWords::bundled().meant_by("venture"), "");
    EXPECT_EQ(SharedWords::bundled().meant_by("xyzzyq"), "");
    EXPECT_EQ(SharedWords::bundled().meant_by(""), "");
    EXPECT_TRUE(SharedWords::bundled().is_small("sdn"));
    EXPECT_FALSE(SharedWords::bundled().is_small("end")) << "a column of the table, no form";
}

TEST(Readings, SayWhichListedWordsLedToThem) {
    const auto readings = readings_of("MEKHANIKSHAHRIYARI", listed());
    EXPECT_TRUE(readings.empty()) << "Mekhanik is not listed";
    const auto two = readings_of("BEHNAMSHAHRIYARI", listed());
    ASSERT_EQ(two.size(), 1U);
    EXPECT_EQ(two[0].text, "BEHNAM SHAHRIYARI");
    EXPECT_EQ(two[0].needs, (std::vector<std::string>{"behnam", "shahriyari"}));
    const auto joined = readings_of("Interqu est", listed());
    ASSERT_EQ(joined.size(), 1U);
    EXPECT_EQ(joined[0].needs, std::vector<std::string>{"interquest"});
}

TEST(Readings, AreAskedOnlyOfNamesThatHaveTheirWords) {
    EXPECT_EQ(names_with(listed(), {"shahriyari"}), (std::vector<ListedName>{{4, 0}}));
    EXPECT_EQ(names_with(listed(), {"behnam", "shahriyari"}), (std::vector<ListedName>{{4, 0}}));
    EXPECT_TRUE(names_with(listed(), {"interquest", "behnam"}).empty());
    EXPECT_TRUE(names_with(listed(), {"xyzzy"}).empty());
    EXPECT_TRUE(names_with(listed(), {}).empty());
}

TEST(Readings, RespellEachWordAlsoByItself) {
    EXPECT_TRUE(reads("Electroics Tecnology", "electronics technology"));
    EXPECT_TRUE(reads("Electroics Tecnology", "Electroics technology"));
    EXPECT_TRUE(reads("Electroics Tecnology", "electronics Tecnology"));
}

TEST(Readings, JoinWhatServesWithItsName) {
    EXPECT_TRUE(reads("ABD AL-GHXFAR, Sundus", "ABDALGHXFAR, Sundus"));
    EXPECT_TRUE(reads("KHAN, Abdul Qadezr", "KHAN, AbdulQadezr"));
    EXPECT_TRUE(reads("Abd-el Rahmn", "AbdelRahmn"));
    EXPECT_TRUE(readings_of("Abd", listed()).empty());
    EXPECT_TRUE(readings_of("Kabd al-Rahman", listed()).empty());
}

TEST(Readings, LeaveNoiseOut) {
    EXPECT_TRUE(reads("Datelcomp AB, Purchasing Dept.", "Datelcomp AB"));
    EXPECT_TRUE(reads("Datelcomp AB - Head Office", "Datelcomp AB"));
    EXPECT_TRUE(reads("Datelcomp AB *", "Datelcomp AB"));
    EXPECT_TRUE(reads("KIM, Chol Sam - Head Office", "KIM, Chol Sam")) << "the least noise";
    EXPECT_TRUE(reads("SSI - Head Office", "SSI"));
    EXPECT_FALSE(reads("Datelcomp AB, Tehran Branch", "Datelcomp AB"));
}

TEST(Readings, AreNoneOfAPlainName) {
    for (const auto* name :
         {"Mahdi Electronics", "H3C Technologies", "4Paradigm", "Room 101", "Unit 61398",
          "Zhongxing Weixin", "Interquest GmbH", "", "曙光信息产业", "11420 CORP", "A"}) {
        EXPECT_TRUE(readings_of(name, listed()).empty()) << name;
    }
    EXPECT_TRUE(readings_of(std::string(5000, 'x'), listed()).empty());
}

}  // namespace
}  // namespace cordon::screening
