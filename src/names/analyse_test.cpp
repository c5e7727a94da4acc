// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "names/analyse_testing.h"

using namespace cordon::names;

TEST(Analyse, ABrandIsOneInEveryLanguageItIsWrittenIn) {
    for (const auto* other :
         {"Sugon Information Industry Co., Ltd.", "Dawning Information Industry",
          "SHUGUANG INFORMATION INDUSTRY CO", "曙光資訊產業股份有限公司"}) {
        EXPECT_TRUE(agree("曙光信息产业股份有限公司", other)) << other;
    }
    EXPECT_TRUE(agree("中科可控", "Suma"));
    EXPECT_TRUE(agree("浪潮集团有限公司", "Inspur Group Co., Ltd."));
    EXPECT_TRUE(agree("Langchao Group", "Inspur Group"));
    EXPECT_FALSE(agree("中科可控", "Sugon"));
}

TEST(Analyse, NumbersAreReadInWordsOrdinalsAndHanNumerals) {
    for (const auto* other : {"54th Research Institute of CETC", "CETC No. 54 Institute",
                              "中电科第54研究所", "CETC Fifty-fourth Research Inst."}) {
        EXPECT_TRUE(agree("中国电子科技集团公司第五十四研究所", other)) << other;
    }
    EXPECT_FALSE(agree("CETC 13th Research Institute", "CETC 14th Research Institute"));
    EXPECT_EQ(tokens_of(organisation("11420 CORP")), "#11420 @company");
    EXPECT_EQ(left_over(organisation("CORP"), organisation("11420 CORP")).size(), 1U);
}

TEST(Analyse, AbbreviationsStandForAllTheyMayMean) {
    EXPECT_TRUE(agree("GUANGZHOU HAIGE COMM GRP", "Guangzhou Haige Communications Group"));
    EXPECT_TRUE(agree("GUANGZHOU HAIGE COMM GRP", "广州海格通信集团股份有限公司"));
    EXPECT_TRUE(agree("CNOOC ENERGY TECH & SRVCES LTD", "CNOOC Energy Technology and Services"));
    EXPECT_TRUE(agree("Harbin Inst. of Tech.", "Harbin Institute of Technology"));
    EXPECT_TRUE(agree("LUKOIL OIL COMP", "Lukoil Oil Company"));
    EXPECT_TRUE(agree("SMIC R&D", "SMIC Research and Development"));
    EXPECT_TRUE(agree("Xyz IT Services", "Xyz Information Technology Services"));
    EXPECT_TRUE(agree("Jincheng Group Imp & Exp. Co.", "金城集团进出口有限公司"));
}

TEST(Analyse, AnUnknownWordOneSlipFromALexiconWordIsReadAsIt) {
    const auto name = organisation("Suma Techology Co., Ltd.");
    ASSERT_EQ(name.tokens.size(), 3U);
    EXPECT_EQ(name.tokens[1].role, Role::Industry);
    EXPECT_TRUE(has_term(name.tokens[1], "@technology"));
    EXPECT_TRUE(has_term(name.tokens[1], "techology"));
    EXPECT_EQ(organisation("Big Country Ltd").tokens.at(1).role, Role::Brand) << "not county";
}

TEST(Analyse, UniversitiesOfOneCityAreNotEachOther) {
    EXPECT_TRUE(organisation("Nanjing University").brandless);
    EXPECT_FALSE(agree("Nanjing University", "Nanjing University of Aeronautics"));
    EXPECT_FALSE(agree("Nanjing University", "南京航空航天大学"));
    EXPECT_TRUE(agree("Nanjing University of Aeronautics and Astronautics", "南京航空航天大学"));
    EXPECT_FALSE(agree("Harbin Medical University", "Harbin Institute of Technology"));
    EXPECT_TRUE(agree("哈尔滨工业大学", "Harbin Institute of Technology"));
    EXPECT_FALSE(agree("南京理工大学", "南京工业大学"));
    EXPECT_FALSE(has_term(organisation("暨南大学").tokens.at(0), "@jinan"));
    EXPECT_TRUE(has_term(organisation("济南大学").tokens.at(0), "@jinan"));
}

TEST(Analyse, AFullNameIsKnownByItsShortOne) {
    EXPECT_TRUE(agree("National University of Defense Technology", "NUDT"));
    EXPECT_TRUE(agree("国防科技大学", "NUDT"));
    EXPECT_TRUE(agree("China Electronics Technology Group Corporation", "CETC"));
    EXPECT_TRUE(agree("Beijing Univ. of Aeronautics & Astronautics", "Beihang"));
    EXPECT_TRUE(agree("中国科学院计算技术研究所", "CAS Institute of Computing Technology"));
    EXPECT_FALSE(agree("China Electronics Corporation", "CETC"));
}

TEST(Analyse, AnInstituteIsKnownByItsNumberAndByItsEverydayName) {
    EXPECT_TRUE(agree("航天771所", "Xi'an Microelectronics Technology Institute"));
    EXPECT_TRUE(agree("航天五院", "China Academy of Space Technology"));
    EXPECT_TRUE(agree("中科院长春光机所",
                      "Changchun Institute of Optics, Fine Mechanics and "
                      "Physics, Chinese Academy of Sciences"));
    EXPECT_TRUE(agree("香港城市大學", "City University of Hong Kong")) << "not a kind of place";
    EXPECT_FALSE(agree("航天772所", "Xi'an Microelectronics Technology Institute"));
    EXPECT_FALSE(agree("上海光机所", "Changchun Institute of Optics, Fine Mechanics and Physics"));
}

TEST(Analyse, APhraseThatNamesACompanyIsAlsoItsWords) {
    const auto set = analysed("Taiwan Semiconductor Manufacturing Company", NameKind::Unknown);
    EXPECT_EQ(tokens_of(set.names.at(0)), "@tsmc @company");
    EXPECT_TRUE(std::any_of(set.names.begin(), set.names.end(), [](const Name& name) {
        return name.derived == Derived::Short &&
               tokens_of(name) == "@taiwan @semiconductor @manufacturing @company";
    }));
}

TEST(Analyse, ANameThatIsCutOnlyInItsWordsSaysSo) {
    std::string text = "Taiwan Semiconductor Manufacturing";
    for (std::size_t i = 1; i < kTokensMax; ++i) text += " qxv" + std::string(1 + i % 7, 'z');
    EXPECT_TRUE(analysed(text, NameKind::Organisation).cut) << "two tokens more than there may be";
}

TEST(Analyse, ALegalFormStandsAtAnEndOrBeforeABracket) {
    EXPECT_EQ(tokens_of(organisation("AB Electronics Ltd")), "ab @electronics @limited");
    EXPECT_EQ(organisation("OOO Xyzko").tokens.at(0).role, Role::LegalForm);
    EXPECT_EQ(organisation("Xyzko AO").tokens.at(1).role, Role::LegalForm);
    EXPECT_EQ(organisation("Xyzko Co., Ltd. (Beijing)").tokens.at(1).role, Role::LegalForm);
    EXPECT_EQ(organisation("A&B GmbH & Co. KG").tokens.at(2).role, Role::LegalForm);
    EXPECT_EQ(organisation("주식회사 가나").tokens.at(0).role, Role::LegalForm);
}

TEST(Analyse, ANameIsNeverEmptyBecauseItsWordsAreCommon) {
    EXPECT_EQ(tokens_of(organisation("CORP")), "corp");
    EXPECT_EQ(organisation("CORP").tokens.at(0).role, Role::Brand);
    EXPECT_EQ(organisation("The").tokens.size(), 1U);
    EXPECT_EQ(organisation("有限公司").tokens.at(0).role, Role::Brand);
    EXPECT_TRUE(organisation("Technology Group").brandless);
    EXPECT_TRUE(organisation("").tokens.empty());
    EXPECT_TRUE(organisation(" .,- ").tokens.empty());
}

TEST(Analyse, ACommonWordAloneIsAlsoSomebodysName) {
    const auto is_brand = [](std::string_view printed, std::string_view word) {
        const auto set = analysed(printed, NameKind::Organisation);
        return std::any_of(set.names.begin(), set.names.end(), [&](const Name& name) {
            return !name.tokens.empty() && name.tokens.front().role == Role::Brand &&
                   has_term(name.tokens.front(), word);
        });
    };
    EXPECT_TRUE(is_brand("SEMICOR LLC", "semicor")) << "no slip for semicon";
    EXPECT_TRUE(is_brand("MURMANSK", "murmansk")) << "a ship";
    EXPECT_TRUE(is_brand("MINERVA M", "minerva"));
    EXPECT_TRUE(is_brand("BUZINESS WORLD", "buziness")) << "the word with the slip";
    EXPECT_FALSE(is_brand("DES INTERNATIONAL CO., LTD.", "international")) << "not alone";
    EXPECT_FALSE(is_brand("Murmansk Shipping", "murmansk"));
    EXPECT_TRUE(agree("Etalon Scientific & Production Association",
                      "Etalon Scientific and Production Association"));
}

TEST(Analyse, AWordTwiceInTwoScriptsIsOneToken) {
    EXPECT_EQ(tokens_of(organisation("华为Huawei Technologies Co., Ltd.")),
              "@huawei @technology @limited");
    EXPECT_EQ(organisation("海格 Haige").tokens.size(), 1U);
    EXPECT_EQ(organisation("Xyzko Xyzko").tokens.size(), 2U);
}

TEST(Analyse, ABrandUnderTwoOfItsNamesIsOneToken) {
    EXPECT_EQ(organisation("Suma (Zhongke Kekong)").tokens.size(), 1U);
    EXPECT_EQ(organisation("ZTE Zhongxing Telecom").tokens.size(), 1U);
    EXPECT_EQ(organisation("Suma Sugon").tokens.size(), 2U);
    EXPECT_EQ(tokens_of(organisation("中科 曙光")), "@sugon");
}

TEST(Analyse, PinyinOfCommonWordsMeansWhatTheWordsMean) {
    EXPECT_TRUE(agree("北京聆心智能科技有限公司", "Beijing Lingxin Zhineng Keji Youxian Gongsi"));
    EXPECT_TRUE(agree("北京科技大学", "Beijing Ke Ji Da Xue"));
    EXPECT_TRUE(agree("台灣大學", "Taiwan Ta-hsueh"));
    EXPECT_TRUE(agree("中国科学院物理研究所", "Zhongguo Kexueyuan Wuli Yanjiusuo"));
    EXPECT_TRUE(agree("西安航天发动机厂", "Xian Hangtian Fadongjichang"));
    EXPECT_TRUE(agree("深圳市格格技术有限公司", "Shenzhenshi Gege Jishu Youxian Gongsi"));
    EXPECT_TRUE(agree("国家超级计算天津中心", "Guojia Chaoji Jisuan Tianjin Zhongxin"));
    EXPECT_EQ(organisation("Zhongxin Keji").tokens.at(0).role, Role::Brand) << "no center here";
    EXPECT_EQ(organisation("Powertech Ltd").tokens.at(0).role, Role::Brand);
    EXPECT_TRUE(agree("HikvisionDigital", "Hikvision Digital"));
}

TEST(Analyse, ASyllableThatEndsAWordIsHeardBehindAKnownOne) {
    EXPECT_TRUE(agree("江苏无线电厂有限公司", "Jiang Su Wu Xian Dian Chang You Xian Gong Si"));
    EXPECT_TRUE(agree("中国科学院自动化研究所", "Zhong Guo Ke Xue Yuan Zi Dong Hua Yan Jiu Suo"));
    EXPECT_EQ(organisation("Tuohua Yuan Keji").tokens.at(1).role, Role::Brand);
}

TEST(Analyse, NumbersOfInstitutesAreReadInPinyinAndRomanNumerals) {
    EXPECT_TRUE(agree("第十三研究所", "Di Shisan Yanjiusuo"));
    EXPECT_TRUE(agree("第七二二研究所", "Di Qi'er'er Yanjiusuo"));
    EXPECT_FALSE(agree("第七研究所", "Di Shisi Yanjiusuo"));
    EXPECT_TRUE(agree("Xyzko Institute XIV", "Xyzko Institute 14"));
    EXPECT_TRUE(agree("Factory No. 7103", "7103厂"));
}

TEST(Analyse, RemarksAroundANameAreNotOfIt) {
    for (const auto* other :
         {"Xyzko Ltd (DO NOT USE)", "c/o Xyzko Ltd", "Xyzko Ltd / Attn: Purchasing Dept.",
          "*** BLOCKED *** Xyzko Ltd", "Xyzko Ltd [OLD]", "z. Hd. Herrn Meier, Xyzko Ltd",
          "Xyzko Ltd-USD", "Xyzko Ltd（停用）"}) {
        EXPECT_TRUE(agree("Xyzko Ltd", other)) << other;
        EXPECT_EQ(organisation(other).tokens.size(), 2U) << other;
    }
    EXPECT_EQ(organisation("Old Xyzko Ltd").tokens.size(), 3U);
    EXPECT_EQ(organisation("Attn: Xyzko").tokens.size(), 2U) << "nothing else is left";
}

TEST(Analyse, ADepartmentIsItsUniversity) {
    const auto names = [](const std::string& printed) {
        return analysed(printed, NameKind::Organisation).names;
    };
    const auto has = [&](const std::string& printed, const std::string& tokens) {
        const auto all = names(printed);
        return std::any_of(all.begin(), all.end(),
                           [&](const Name& name) { return tokens_of(name) == tokens; });
    };
    EXPECT_TRUE(has("Dept. of Physics, Harbin Institute of Technology", "@hit"));
    EXPECT_TRUE(has("Xyzko University (School of Law)", "xyzko @university"));
    EXPECT_FALSE(has("Branch of Xyzko, Beijing University", "@beijing @university"));
}

TEST(Analyse, BracketedInitialsStandForTheWordsBeforeThem) {
    const auto all =
        analysed("Alpha Beta Corporation (ABC) 709th Research Institute", NameKind::Organisation)
            .names;
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const Name& name) {
        return tokens_of(name) == "abc #709 @institute";
    }));
}

TEST(Analyse, LegalFormsOfDifferentLawsDoNotAgree) {
    const auto same_form = [](const std::string& a, const std::string& b) {
        const auto form = [](const std::string& printed) {
            for (const auto& token : organisation(printed).tokens) {
                if (token.role == Role::LegalForm) return token;
            }
            return Token{};
        };
        const auto left = form(a), right = form(b);
        return std::any_of(left.forms.begin(), left.forms.end(),
                           [&](const Form& one) { return has_term(right, one.term); });
    };
    EXPECT_TRUE(same_form("Xyzko Co., Ltd.", "Xyzko Company Limited"));
    EXPECT_TRUE(same_form("海格有限公司", "Xyzko Co., Ltd."));
    EXPECT_TRUE(same_form("Xyzko Ltd.", "Xyzko Pte. Ltd."));
    EXPECT_TRUE(same_form("ООО Байкал", "Baikal LLC"));
    EXPECT_FALSE(same_form("Xyzko Co., Ltd.", "Xyzko Pte. Ltd."));
    EXPECT_FALSE(same_form("Xyzko GmbH", "Xyzko Inc."));
}

TEST(Analyse, NeighboursAreAlsoOneWord) {
    const auto spans = [](std::string_view printed) {
        std::string out;
        for (const auto& span : organisation(printed).spans) out += span.forms.at(0).term + ' ';
        return out;
    };
    EXPECT_EQ(spans("Xy-zko Ltd"), "xyzko ");
    EXPECT_EQ(spans("Xin Ge Da Ltd"), "xinge xingeda geda ");
    EXPECT_EQ(spans("9 Qubit Ltd"), "9qubit ");
    EXPECT_EQ(spans("54 12"), "");
    EXPECT_EQ(spans("Huawei Technology"), "");
    EXPECT_EQ(spans("Neo Tec Ltd"), "neotec ");
    EXPECT_EQ(spans("Rosoboron Export"), "rosoboronexport ");
}

TEST(Analyse, RussianWordsMeetInBothAlphabets) {
    EXPECT_TRUE(agree("ООО \"Байкал Электроникс\"", "Baikal Electronics LLC"));
    EXPECT_TRUE(agree("ЗАО Эльбрус", "ZAO Elbrus"));
}

TEST(Analyse, PlacesMeetInTheirOtherSpellings) {
    EXPECT_TRUE(agree("Xyzko (Hong Kong) Ltd", "Xyzko Hongkong"));
    EXPECT_TRUE(agree("Peking Xyzko", "Beijing Xyzko"));
    EXPECT_TRUE(agree("Tsingtao Xyzko", "青岛Xyzko"));
    EXPECT_TRUE(agree("深圳市昇维旭技术有限公司", "Shenzhen SwaySure Technology"));
    EXPECT_TRUE(agree("Xyzko Russian Federation", "Xyzko Russia"));
    EXPECT_FALSE(agree("Shanxi Xyzko", "Shaanxi Xyzko"));
}

TEST(Analyse, LongTextIsCutAndSaysSo) {
    std::string text;
    while (text.size() < 10'000) text += "Huawei 华为 Xyzko 54 ";
    const auto set = analysed(text, NameKind::Unknown);
    EXPECT_TRUE(set.cut);
    EXPECT_LE(set.names.at(0).tokens.size(), kTokensMax);
    std::string han;
    while (han.size() < 10'000) han += "海格";
    EXPECT_TRUE(analysed(han, NameKind::Unknown).cut);
    EXPECT_FALSE(analysed("Huawei", NameKind::Unknown).cut);
}

RC_GTEST_PROP(Analyse, KeepsItsBoundsWhateverTheText, ()) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "Huawei", "华为", " ", " ", "(", ")", "54", "第", "Co., Ltd.", "重庆", "ли", "محمد", "é",
        "-", "\xC3", "株式会社", "xin", "一〇一", "Technolgy"));
    std::string text;
    for (const auto& piece : pieces) text += piece;
    for (const auto kind : {NameKind::Unknown, NameKind::Organisation, NameKind::Person}) {
        const auto set = analysed(text, kind);
        RC_ASSERT(!set.names.empty());
        RC_ASSERT(set.names.front().derived == Derived::No);
        for (const auto& name : set.names) {
            RC_ASSERT(name.tokens.size() <= kTokensMax);
            RC_ASSERT(name.spans.size() <= kSpansMax);
            for (const auto& token : name.tokens) {
                RC_ASSERT(!token.forms.empty());
                RC_ASSERT(token.forms.size() <= kFormsMax);
                RC_ASSERT(token.begin <= token.end && token.end <= text.size());
                for (const auto& form : token.forms) {
                    const auto same = [&](const Form& other) { return other.term == form.term; };
                    RC_ASSERT(std::count_if(token.forms.begin(), token.forms.end(), same) == 1);
                }
            }
        }
    }
}
