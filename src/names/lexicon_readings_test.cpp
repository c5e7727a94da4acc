// SPDX-License-Identifier: Apache-2.0
// catalogue/names/readings.csv says what the Han words of the lexicon read as, so that opening the
// lexicon needs no table of characters. It is made here: CORDON_UPDATE=1 writes it anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "base/code_points.h"
#include "base/csv.h"
#include "base/text.h"
#include "names/bundled.h"
#include "names/han.h"

using namespace cordon;
using namespace cordon::names;

namespace {

using Syllables = std::vector<std::string>;

/// Readings that are names of people, places and firms more often than the word.
const std::set<std::string>& left_out() {
    static const std::set<std::string> kLeftOut{
        "zhongxin", "zhong xin", "weilai", "wei lai", "yuhang",   "yu hang",   "baoan",
        "bao an",   "jingyuan",  "xian",   "zhanxun", "yuanjian", "jing yuan", "yuan jian",
        "fuxi",     "weibo",     "nami",   "luye",    "dalu",     "duli",      "moni",
        "boli",     "tesila",    "asimai", "xinxing", "xin xing", "xiandai",   "xian dai"};
    return kLeftOut;
}

/// The same, in every romanisation of them.
const std::set<std::string>& names_somebody() {
    static const std::set<std::string> kNames{
        "feiye",    "huafei",  "fucai",  "ganzhi",   "guiye",   "guye",     "huanneng",  "hulian",
        "huogong",  "jinghua", "leinao", "lidian",   "lineng",  "liye",     "mifeng",    "nieye",
        "qianyan",  "redian",  "renzhi", "ronghe",   "shengke", "shenghua", "shengyin",  "shidai",
        "shiji",    "shimo",   "shuzhi", "taiye",    "tecai",   "tianwen",  "tongfei",   "tonghang",
        "tuoluo",   "weina",   "xincai", "xinke",    "xinye",   "xinyong",  "xuexi",     "yanye",
        "yuanyang", "yunzhi",  "jiaye",  "zheye",    "luqiao",  "mada",     "renshou",   "mianye",
        "zhikong",  "zhilian", "zhishi", "zhongshi", "zhongye", "zongcan",  "zongzhuang"};
    return kNames;
}

/// Common words that companies of Hong Kong have in Cantonese. The others would read as too many
/// brands: "Sang Tai" is seldom 生态.
const std::set<std::string>& of_hong_kong() {
    static const std::set<std::string> kWords{"实业", "发展", "贸易",   "电子",   "科技", "投资",
                                              "国际", "工业", "地产",   "房地产", "置业", "创业",
                                              "电机", "电器", "进出口", "建筑",   "制造", "工程",
                                              "电业", "百货", "航运",   "运输",   "药业", "食品"};
    return kWords;
}

/// Divides a glued reading between the characters; empty when their readings do not make it.
Syllables divided(std::string_view glued, std::u32string_view run) {
    if (run.empty()) return {};
    for (auto syllable : mandarin(simplified(run.front()))) {
        for (char& c : syllable) c = c == 'v' ? 'u' : c;
        if (!glued.starts_with(syllable)) continue;
        const auto rest = glued.substr(syllable.size());
        if (run.size() == 1 && rest.empty()) return {syllable};
        if (run.size() == 1) continue;
        auto more = divided(rest, run.substr(1));
        if (more.empty()) continue;
        more.insert(more.begin(), syllable);
        return more;
    }
    return {};
}

std::string joined(const Syllables& syllables, std::size_t in_each) {
    std::string out;
    for (std::size_t i = 0; i < syllables.size(); ++i) {
        if (i > 0 && i % in_each == 0) out += ' ';
        out += syllables[i];
    }
    return out;
}

std::set<std::string> ways_to_write(const Syllables& syllables) {
    std::set<std::string> out{joined(syllables, syllables.size()), joined(syllables, 1)};
    if (syllables.size() > 2) out.insert(joined(syllables, 2));
    if (syllables.size() > 2) {  // 研究|所 and 太|阳能
        Syllables rest(syllables.begin(), syllables.end() - 1);
        out.insert(joined(rest, rest.size()) + ' ' + syllables.back());
    }
    return out;
}

Syllables in_wade_giles(const Syllables& pinyin) {
    Syllables out;
    for (const auto& syllable : pinyin) out.push_back(wade_giles(syllable));
    return out;
}

/// Divided, as Hong Kong writes: each character in its two usual spellings, all first or, in short
/// words, mixed.
std::vector<std::string> in_cantonese(std::u32string_view run) {
    constexpr std::size_t kMixed = 2;
    std::vector<std::string> out{{}};
    for (const auto c : run) {
        const auto& spoken = cantonese(simplified(c));
        if (spoken.empty()) return {};
        const auto used = run.size() <= kMixed ? std::min<std::size_t>(spoken.size(), 2) : 1;
        std::vector<std::string> longer;
        for (const auto& before : out) {
            for (std::size_t i = 0; i < used; ++i) {
                longer.push_back(before.empty() ? spoken[i] : before + ' ' + spoken[i]);
            }
        }
        out = std::move(longer);
    }
    return out;
}

std::set<std::string> readings(std::string_view han, std::string_view role) {
    const auto run = code_points(std::string(han));
    if (run.size() < 2 || (role == "brand" && run.size() < 3)) return {};
    const auto glued = readings_of(han, 1).glued;
    const auto pinyin = glued.empty() ? Syllables{} : divided(glued.front(), run);
    if (pinyin.empty() || names_somebody().contains(joined(pinyin, pinyin.size()))) return {};
    if (role == "place") return {joined(pinyin, 1), joined(in_wade_giles(pinyin), 1)};
    auto out = ways_to_write(pinyin);
    const auto old = in_wade_giles(pinyin);
    out.insert(joined(old, 1));  // hyphens are usual there, and "ichi" or "poli" are many things
    if (old.size() > 2) out.insert(joined(old, 2));
    const bool common = role == "industry" || role == "qualifier";
    if (common && !of_hong_kong().contains(std::string(han))) return out;
    for (auto& spoken : in_cantonese(run)) out.insert(std::move(spoken));
    return out;
}

CsvTable table(std::string_view file) {
    const std::string path = "catalogue/names/" + std::string(file) + ".csv";
    return MUST(read_csv(bundled_file(path), {path, ',', true}));
}

void take(std::set<std::string>& taken, const std::string& cell) {
    for (const auto phrase : split(cell, '|')) taken.emplace(phrase);
}

/// Latin phrases that mean something already.
std::set<std::string> taken() {
    std::set<std::string> out = left_out();
    for (const auto& row : table("lexicon").rows) take(out, row.cells[2]);
    for (const auto& row : table("lexicon").rows) take(out, row.cells[3]);
    for (const auto& row : table("places").rows) take(out, row.cells[1]);
    for (const auto& row : table("abbreviations").rows) take(out, row.cells[0]);
    for (const auto& row : table("stopwords").rows) take(out, row.cells[0]);
    return out;
}

std::string made() {
    const auto known = taken();
    std::map<std::string, std::string> meant;
    for (const auto& row : table("lexicon").rows) {
        for (const auto han : split(row.cells[4], '|')) {
            for (const auto& reading : readings(han, row.cells[1])) {
                if (known.contains(reading)) continue;
                auto& concepts = meant[reading];
                if (("|" + concepts + "|").find("|" + row.cells[0] + "|") != std::string::npos) {
                    continue;
                }
                concepts += (concepts.empty() ? "" : "|") + row.cells[0];
            }
        }
    }
    for (const auto& row : table("places").rows) {
        for (const auto han : split(row.cells[3], '|')) {
            for (const auto& reading : readings(han, "place")) {
                if (!known.contains(reading)) meant.emplace(reading, row.cells[0]);
            }
        }
    }
    for (const auto& row : table("abbreviations").rows) {
        if (static_cast<unsigned char>(row.cells[0].front()) < 0x80) continue;
        for (const auto& reading : readings(row.cells[0], "industry")) {
            if (!known.contains(reading)) meant.emplace(reading, row.cells[1]);
        }
    }
    std::string out = "reading,stands_for,note\n";
    for (const auto& [reading, concepts] : meant) out += reading + "," + concepts + ",\n";
    return out;
}

}  // namespace

TEST(LexiconReadings, AreWhatTheHanWordsReadAs) {
    const auto expected = made();
    if (std::getenv("CORDON_UPDATE") != nullptr) {
        std::ofstream(CORDON_SOURCE_DIR "/catalogue/names/readings.csv") << expected;
        return;
    }
    EXPECT_EQ(bundled_file("catalogue/names/readings.csv"), expected)
        << "CORDON_UPDATE=1 writes the file anew";
}
