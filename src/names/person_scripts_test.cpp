// SPDX-License-Identifier: Apache-2.0
// Persons across scripts: do all parts of two names meet, as tokens or as neighbours in one word?
#include <gtest/gtest.h>

#include "names/analyse_testing.h"
#include "names/person_tables.h"
#include "names/romanise_korean.h"
#include "names/romanise_letters.h"

using namespace cordon::names;

namespace {

Name person(std::string_view printed) {
    return analysed(printed, NameKind::Person).names.at(0);
}

/// Forms of a token and of the runs that cover just the tokens from it on.
bool meets(const Token& token, const Name& other) {
    const auto has = [&](const std::vector<Form>& forms) {
        return std::any_of(forms.begin(), forms.end(),
                           [&](const Form& form) { return has_term(token, form.term); });
    };
    return std::any_of(other.tokens.begin(), other.tokens.end(),
                       [&](const Token& mate) { return has(mate.forms); }) ||
           std::any_of(other.spans.begin(), other.spans.end(),
                       [&](const Span& span) { return has(span.forms); });
}

/// Does every part of the first name, which has fewer, meet one of the other?
bool found_in(std::string_view a, std::string_view b) {
    const auto one = person(a);
    const auto other = person(b);
    return std::all_of(one.tokens.begin(), one.tokens.end(),
                       [&](const Token& token) { return meets(token, other); });
}

std::size_t parts(std::string_view printed) {
    return person(printed).tokens.size();
}

bool is_person(std::string_view printed) {
    // Known by what only persons have: parts that are no words of companies, and no initialism.
    const auto unknown = analysed(printed, NameKind::Unknown);
    const auto named = analysed(printed, NameKind::Person);
    if (unknown.names.size() != 1) return false;
    const auto& a = unknown.names[0].tokens;
    const auto& b = named.names[0].tokens;
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Token& x, const Token& y) {
        return x.forms == y.forms && x.letters == y.letters && x.role == y.role;
    });
}

}  // namespace

TEST(PersonScripts, HangulIsASurnameAndAGivenName) {
    ASSERT_EQ(parts("김정은"), 2U);
    for (const auto* latin : {"Kim Jong Un", "KIM, Jong-un", "Kim Jung-eun", "Gim Jeongeun"}) {
        EXPECT_TRUE(found_in("김정은", latin)) << latin;
    }
    EXPECT_TRUE(found_in("김 정은", "Kim Jong Un"));
    EXPECT_TRUE(found_in("박정호", "Pak Chong-ho"));
    EXPECT_TRUE(found_in("이영희", "Rhee Young Hee"));
    EXPECT_TRUE(found_in("남궁민", "Namkung Min"));
    EXPECT_FALSE(found_in("김정은", "Kim Jong Il"));
    EXPECT_EQ(parts("한국전력공사"), 1U);
}

TEST(PersonScripts, SpellingsOfKoreanNamesAreMany) {
    const auto spellings = korean_given(U"영희", 32);
    for (const auto* way : {"yeonghui", "younghee", "yonghui"}) {
        EXPECT_NE(std::find(spellings.begin(), spellings.end(), way), spellings.end()) << way;
    }
    EXPECT_TRUE(korean_given(U"abc", 8).empty());
    EXPECT_LE(korean_given(U"경준", 8).size(), 8U);
    EXPECT_TRUE(korean_surname(U"뷁").empty());
}

TEST(PersonScripts, KoreansInHanMeetTheirHangul) {
    EXPECT_TRUE(found_in("金正恩", "김정은"));
    EXPECT_TRUE(found_in("金正恩", "Kim Jong Un"));
    EXPECT_TRUE(found_in("朴正浩", "Park Jeong-ho"));
    EXPECT_TRUE(found_in("朴正浩", "Piao Zhenghao")) << "the Chinese way still";
    EXPECT_EQ(hangul_of_given("正恩"), "정은");
    EXPECT_EQ(hangul_of_given("正㐀"), "");
}

TEST(PersonScripts, JapaneseNamesAreReadByTheTables) {
    ASSERT_EQ(parts("田中浩"), 2U);
    EXPECT_TRUE(found_in("田中浩", "Hiroshi Tanaka"));
    EXPECT_TRUE(found_in("佐藤裕子", "Satoh Yūko"));
    EXPECT_TRUE(found_in("大野一郎", "Ohno Ichiro"));
    EXPECT_TRUE(found_in("大野一郎", "Ono Ichirou"));
    EXPECT_TRUE(found_in("渡邊健", "Ken Watanabe"));
    EXPECT_TRUE(found_in("林太郎", "Hayashi Taro"));
    EXPECT_TRUE(found_in("佐々木健", "Sasaki Ken"));
    EXPECT_TRUE(found_in("林建国", "Lin Jianguo")) << "a surname of both";
    EXPECT_FALSE(found_in("田中浩", "Tanaka Kenji"));
}

TEST(PersonScripts, WadeGilesIsReadBack) {
    for (const auto* pinyin : {"Xu Zhenhua", "Chen Xiaoping", "Cai Xiaoping"}) {
        EXPECT_FALSE(is_wade_giles_only(pinyin)) << pinyin;
    }
    EXPECT_TRUE(is_wade_giles_only("chiang"));
    EXPECT_TRUE(is_wade_giles_only("kuochiang"));
    EXPECT_FALSE(is_wade_giles_only("chen"));
    EXPECT_FALSE(is_wade_giles_only("smith"));
    EXPECT_TRUE(found_in("Xu Zhenhua", "Hsu Chen-hua"));
    EXPECT_TRUE(found_in("Zhang Guoqiang", "Chang Kuo-chiang"));
    EXPECT_TRUE(found_in("Zhou Qiang", "Chiang Chou"));
    EXPECT_FALSE(found_in("Wang Bing", "Wang Ping")) << "both are pinyin";
    EXPECT_FALSE(found_in("Zhang Guoqiang", "Chang Kuo-ching"));
}

TEST(PersonScripts, AServantOfGodIsOneNameHoweverDivided) {
    for (const auto* way : {"Abd al-Rahman Saleh", "Abdul Rahman Saleh", "Abdurrahman Saleh",
                            "Saleh, Abdelrahman", "عبد الرحمن صالح", "عبدالرحمن صالح"}) {
        EXPECT_EQ(parts(way), 2U) << way;
        EXPECT_TRUE(found_in("Abdulrahman Saleh", way)) << way;
    }
    EXPECT_TRUE(found_in("Abdulfattah Xyzko", "Abd el-Fattah Xyzko")) << "in no table";
    EXPECT_FALSE(found_in("Abdulrahim Saleh", "Abd al-Rahman Saleh"));
}

TEST(PersonScripts, ArabicAndHebrewMeetThroughFamilies) {
    EXPECT_TRUE(found_in("عبد الرحمن القحطاني", "Abdulrahman Al-Qahtani"));
    EXPECT_TRUE(found_in("علی رضایی", "Ali Rezaee"));
    EXPECT_TRUE(found_in("أسامة بن لادن", "Osama bin Laden"));
    EXPECT_TRUE(found_in("יצחק כהן", "Itzhak Kohen"));
    EXPECT_TRUE(found_in("חיים לוי", "Chaim Levy"));
    EXPECT_FALSE(found_in("خالد الشريف", "Khalil Al-Sharif"));
}

TEST(PersonScripts, NamesThatOnlySoundAlikeAreTwo) {
    EXPECT_FALSE(found_in("Hussein Jaber", "Hassan Jaber"));
    EXPECT_FALSE(found_in("Mahmoud Xyzko", "Mohammad Xyzko"));
}

TEST(PersonScripts, ShortFormsOfEnglishNamesAreTheName) {
    EXPECT_TRUE(found_in("Bob Johnson", "Robert Johnson"));
    EXPECT_TRUE(found_in("Liz Turner", "Elizabeth Turner"));
    EXPECT_TRUE(found_in("Wm. Anderson", "Bill Anderson"));
    EXPECT_TRUE(found_in("Md. Hassan", "Mohammed Hassan"));
}

TEST(PersonScripts, ChineseInCyrillicIsPinyin) {
    EXPECT_EQ(pinyin_of_cyrillic(U"хуавэй", 2).at(0), "huawei");
    EXPECT_EQ(pinyin_of_cyrillic(U"хуавей", 2).at(0), "huawei");
    EXPECT_EQ(pinyin_of_cyrillic(U"цзиньпин", 2).at(0), "jinping");
    EXPECT_EQ(pinyin_of_cyrillic(U"сюй", 2).at(0), "xu");
    EXPECT_EQ(pinyin_of_cyrillic(U"чжан", 2).at(0), "zhang");
    EXPECT_TRUE(pinyin_of_cyrillic(U"петров", 2).empty());
    EXPECT_TRUE(found_in("Си Цзиньпин", "Xi Jinping"));
}

TEST(PersonScripts, ShortPartsAndInitialsWeighLikeOthers) {
    for (const auto& token : person("Yu A. Chen").tokens) EXPECT_EQ(token.letters, 4U);
    const auto long_name = person("Viktor Ivanovich Orlov");
    EXPECT_EQ(long_name.tokens.at(1).letters, 5U) << "documents leave the patronymic out";
    EXPECT_EQ(long_name.tokens.at(0).letters, 6U);
}

TEST(PersonScripts, APersonIsKnownWithoutBeingSaidToBeOne) {
    for (const auto* yes : {"SIDOROVSKY, Xyzko", "SMITH, John Robert", "محمود يوسف", "חיים לוי",
                            "김정은", "田中浩", "عبد الرحمن القحطاني"}) {
        EXPECT_TRUE(is_person(yes)) << yes;
    }
    for (const auto* no : {"HUAWEI TECHNOLOGIES, Co. Ltd.", "SUGON, Beijing", "Xyz, Abcde",
                           "SHENZHEN, Guangdong", "이마트", "شركة خالد"}) {
        EXPECT_FALSE(is_person(no)) << no;
    }
}
