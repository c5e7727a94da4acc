// SPDX-License-Identifier: Apache-2.0
#include "names/han.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>

#include "base/code_points.h"
#include "base/csv.h"
#include "names/bundled.h"
#include "names/han_table.h"

namespace cordon::names {
namespace {

using Texts = std::vector<std::string>;

bool has(const Texts& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::string in_simplified(std::string_view text) {
    std::string out;
    for (const auto c : code_points(text)) append_utf8(out, simplified(c));
    return out;
}

TEST(Han, HasOneFormForAllVariants) {
    EXPECT_EQ(in_simplified("華為技術有限公司"), "华为技术有限公司");
    EXPECT_EQ(in_simplified("広島県"), "广岛县");
    EXPECT_EQ(in_simplified("廣島縣"), "广岛县");
    EXPECT_EQ(in_simplified("臺灣積體電路"), "台湾积体电路");
    EXPECT_EQ(in_simplified("吳呉吴衞衛渡邉渡辺髙﨑"), "吴吴吴卫卫渡边渡边高崎");
    EXPECT_EQ(in_simplified("乾隆"), "乾隆");
    EXPECT_EQ(simplified('a'), U'a');
    EXPECT_EQ(simplified(U'辻'), U'辻');
}

TEST(Han, ReadsAsNamesDo) {
    EXPECT_EQ(mandarin(U'行'), (Texts{"xing", "hang", "heng"}));
    EXPECT_EQ(mandarin(U'厦'), (Texts{"xia", "sha"}));
    EXPECT_EQ(mandarin(U'曾'), (Texts{"zeng", "ceng"}));
    EXPECT_EQ(mandarin(U'重'), (Texts{"zhong", "chong"}));
    EXPECT_EQ(mandarin(U'單'), mandarin(U'单'));
    EXPECT_EQ(mandarin(U'吕'), (Texts{"lv"}));
    EXPECT_EQ(mandarin(U'区')[1], "ou");
    EXPECT_TRUE(mandarin(U'x').empty());
    EXPECT_EQ(cantonese(U'黃')[0], "wong");
    EXPECT_EQ(cantonese(U'陳')[0], "chan");
    EXPECT_EQ(cantonese(U'曾')[0], "tsang");
    EXPECT_EQ(cantonese(U'吳')[0], "ng");
    EXPECT_EQ(cantonese(U'李')[0], "lee");
    EXPECT_EQ(cantonese(U'朱')[0], "chu");
    EXPECT_EQ(cantonese(U'郭')[0], "kwok");
    EXPECT_EQ(cantonese(U'楊')[0], "yeung");
}

TEST(Readings, BeginWithTheUsualOne) {
    EXPECT_EQ(readings_of("华为").glued[0], "huawei");
    EXPECT_EQ(readings_of("厦门").glued[0], "xiamen");
    EXPECT_EQ(readings_of("大厦").glued[0], "dasha");
    EXPECT_EQ(readings_of("長沙").glued[0], "changsha");
    EXPECT_EQ(readings_of("重慶").glued[0], "chongqing");
    EXPECT_EQ(readings_of("银行").glued[0], "yinhang");
    EXPECT_EQ(readings_of("曾国藩").glued[0], "zengguofan");
    EXPECT_EQ(readings_of("西安").glued[0], "xian");
    EXPECT_EQ(readings_of("中科曙光").initials, (Texts{"zksg"}));
    EXPECT_EQ(readings_of("华为").initials, (Texts{"hw"}));
}

TEST(Readings, HaveEveryPolyphoneCantoneseAndWadeGiles) {
    EXPECT_TRUE(has(readings_of("厦门").glued, "shamen"));
    EXPECT_TRUE(has(readings_of("重庆").glued, "zhongqing"));
    EXPECT_TRUE(has(readings_of("曾").glued, "ceng"));
    EXPECT_TRUE(has(readings_of("曾").glued, "tsang"));
    EXPECT_TRUE(has(readings_of("华为").glued, "wawai"));
    EXPECT_TRUE(has(readings_of("新竹").glued, "hsinchu"));
    EXPECT_TRUE(has(readings_of("吕").glued, "lu"));
    EXPECT_TRUE(has(readings_of("吕").glued, "lyu"));
    EXPECT_TRUE(has(readings_of("单").glued, "chan"));  // rare, but the run is short
    EXPECT_TRUE(has(readings_of("张").glued, "cheung"));
    EXPECT_TRUE(has(readings_of("蔣介石").glued, "chiangchiehshih"));
}

TEST(Readings, HaveTheSpellingsHongKongUsesSideBySide) {
    for (const auto& [han, latin] :
         std::vector<std::pair<std::string, std::string>>{{"信昌", "shuncheong"},
                                                          {"信昌", "suncheung"},
                                                          {"華強", "wahkeung"},
                                                          {"合興", "hophing"},
                                                          {"富通", "footung"},
                                                          {"達利", "tatlee"}}) {
        EXPECT_TRUE(has(readings_of(han).glued, latin)) << latin;
        EXPECT_FALSE(readings_of(han).cut) << han;
    }
}

TEST(Readings, AreBoundedAndSaySo) {
    std::string run;
    for (int i = 0; i < 20; ++i) run += "行";
    const auto readings = readings_of(run);
    EXPECT_TRUE(readings.cut);
    EXPECT_LE(readings.glued.size(), 48U);
    EXPECT_EQ(readings.glued[0].substr(0, 8), "xingxing");
    EXPECT_FALSE(readings_of("华为").cut);
    EXPECT_EQ(readings_of("华为", 1).glued, (Texts{"huawei"}));
    EXPECT_TRUE(readings_of("").glued.empty());
    std::string endless;
    for (int i = 0; i < 3000; ++i) endless += "行";
    EXPECT_LE(readings_of(endless).glued.size(), 3U);
}

TEST(WadeGiles, RewritesPinyin) {
    for (const auto& [pinyin, old] : std::vector<std::pair<std::string, std::string>>{
             {"zhong", "chung"}, {"xu", "hsu"},    {"jing", "ching"},    {"bei", "pei"},
             {"qing", "ching"},  {"zi", "tzu"},    {"shi", "shih"},      {"jian", "chien"},
             {"ren", "jen"},     {"guo", "kuo"},   {"gui", "kuei"},      {"duo", "to"},
             {"xue", "hsueh"},   {"yan", "yen"},   {"xiong", "hsiung"},  {"cai", "tsai"},
             {"jie", "chieh"},   {"he", "ho"},     {"liu", "liu"},       {"wei", "wei"},
             {"ting", "ting"},   {"dong", "tung"}, {"zhuang", "chuang"}, {"er", "erh"}}) {
        EXPECT_EQ(wade_giles(pinyin), old) << pinyin;
    }
}

TEST(Pinyin, IsWholeSyllables) {
    for (const auto* word : {"beidou", "huawei", "xian", "shuguang", "lyu", "nve", "zhuang"}) {
        EXPECT_TRUE(is_pinyin(word)) << word;
    }
    for (const auto* word : {"sugon", "hygon", "intel", "", "cambricon", "x", "zh"}) {
        EXPECT_FALSE(is_pinyin(word)) << word;
    }
}

TEST(Pinyin, IsWhatDividesIntoSyllablesByHand) {
    const auto& syllables = HanTable::instance().syllables();
    const std::function<bool(std::string_view)> divides = [&](std::string_view rest) {
        if (rest.empty()) return true;
        for (std::size_t n = 1; n <= std::min<std::size_t>(rest.size(), 7); ++n) {
            const auto one = std::string(rest.substr(0, n));
            const bool unwritten = one == "lyu" || one == "nyu" || one == "lue" || one == "nue";
            const bool is_one =
                unwritten || std::binary_search(syllables.begin(), syllables.end(), one);
            if (is_one && divides(rest.substr(n))) return true;
        }
        return false;
    };
    std::mt19937_64 random(5);
    int pinyin = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string word;
        for (auto parts = random() % 4 + 1; parts > 0; --parts) {
            word += syllables[random() % syllables.size()];
        }
        if (i % 3 == 0) word[random() % word.size()] = "abcdegnuxzL0-"[random() % 13];
        EXPECT_EQ(is_pinyin(word), divides(word)) << word;
        pinyin += is_pinyin(word) ? 1 : 0;
    }
    EXPECT_GT(pinyin, 13'000);
    EXPECT_LT(pinyin, 19'000);
}

TEST(HanTable, IsWellFormed) {
    auto text = std::string(bundled_file("catalogue/names/han.csv"));
    while (text.starts_with('#')) text.erase(0, text.find('\n') + 1);
    const auto table = MUST(read_csv(text, {.file = "han.csv"}));
    ASSERT_GT(table.rows.size(), 25'000U);
    ASSERT_TRUE(table.refused.empty());
    char32_t before = 0;
    for (const auto& row : table.rows) {
        const auto character = code_points(row.cells[0]);
        ASSERT_EQ(character.size(), 1U);
        ASSERT_GT(character[0], before);
        before = character[0];
        if (!row.cells[1].empty()) {
            const auto form = code_points(row.cells[1]);
            ASSERT_EQ(form.size(), 1U);
            ASSERT_EQ(simplified(before), form[0]);
            ASSERT_EQ(simplified(form[0]), form[0]) << row.cells[0];  // once is enough
        } else {
            ASSERT_EQ(simplified(before), before);
            std::string cell;
            const auto& mandarin_cell = HanTable::instance().mandarin(before);
            for (std::size_t i = 0; i < mandarin_cell.readings.size(); ++i) {
                if (i > 0) cell += i == mandarin_cell.usual ? "/" : " ";
                cell += mandarin_cell.readings[i];
            }
            ASSERT_EQ(cell, row.cells[2]);
        }
        const auto& letters = row.cells[2] + row.cells[3];
        ASSERT_EQ(letters.find_first_not_of("abcdefghijklmnopqrstuvwxyz /"), std::string::npos);
    }
}

TEST(HanTable, PhrasesAreSimplifiedWithASyllableACharacter) {
    const auto bytes = bundled_file("catalogue/names/han_phrases.csv");
    const auto table = MUST(read_csv(bytes, {.file = "han_phrases.csv"}));
    for (const auto& row : table.rows) {
        const auto run = code_points(row.cells[0]);
        std::size_t length = 0;
        const auto* syllables = phrase_at(run, length);
        ASSERT_NE(syllables, nullptr);
        ASSERT_EQ(length, run.size());
        for (std::size_t i = 0; i < run.size(); ++i) {
            EXPECT_EQ(simplified(run[i]), run[i]);
            EXPECT_TRUE(is_pinyin((*syllables)[i])) << row.cells[0];
        }
    }
}

RC_GTEST_PROP(Readings, AreDistinctAndWithinTheLimit, ()) {
    static const std::u32string some = U"行重长曾厦华为中科吕女単乾〇x";
    const auto chosen = *rc::gen::container<std::vector<std::size_t>>(
        rc::gen::inRange<std::size_t>(0, some.size()));
    std::string run;
    for (const auto i : chosen) append_utf8(run, some[i]);
    const auto limit = *rc::gen::inRange<std::size_t>(0, 60);
    const auto readings = readings_of(run, limit);
    RC_ASSERT(readings.glued.size() <= limit);
    RC_ASSERT(std::set<std::string>(readings.glued.begin(), readings.glued.end()).size() ==
              readings.glued.size());
}

}  // namespace
}  // namespace cordon::names
