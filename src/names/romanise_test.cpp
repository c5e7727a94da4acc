// SPDX-License-Identifier: Apache-2.0
#include "names/romanise.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "base/code_points.h"

namespace cordon::names {
namespace {

using Texts = std::vector<std::string>;

bool has(std::string_view word, std::string_view latin) {
    const auto texts = romanised(word);
    return std::find(texts.begin(), texts.end(), latin) != texts.end();
}

std::string first(std::string_view word) {
    const auto texts = romanised(word);
    return texts.empty() ? "" : texts[0];
}

TEST(Romanising, Cyrillic) {
    EXPECT_EQ(first("громов"), "gromov");
    EXPECT_TRUE(has("громов", "gromoff"));
    EXPECT_EQ(first("хабаровский"), "khabarovsky");
    for (const auto* way : {"khabarovskiy", "khabarovskii", "habarovskij"}) {
        EXPECT_TRUE(has("хабаровский", way)) << way;
    }
    EXPECT_TRUE(has("евгений", "evgeny"));
    EXPECT_TRUE(has("евгений", "yevgeniy"));
    EXPECT_TRUE(has("юрий", "yury"));
    EXPECT_TRUE(has("юрий", "iurii"));
    EXPECT_TRUE(has("семёнов", "semenov"));
    EXPECT_TRUE(has("семёнов", "semyonov"));
    EXPECT_TRUE(has("алексей", "aleksey"));
    EXPECT_TRUE(has("алексей", "alexey"));
    EXPECT_TRUE(has("щербаков", "shcherbakov"));
    EXPECT_TRUE(has("зеленський", "zelensky"));
    EXPECT_TRUE(has("україна", "ukraina"));
    EXPECT_TRUE(has("київ", "kyiv"));
    EXPECT_TRUE(has("лукашенко", "lukashenko"));
    EXPECT_TRUE(has("роснефть", "rosneft"));
    EXPECT_TRUE(has("лукойл", "lukoyl"));
    EXPECT_TRUE(has("лукойл", "lukoil"));
}

TEST(Romanising, Greek) {
    EXPECT_EQ(first("παπαδοπουλοσ"), "papadopoulos");
    EXPECT_TRUE(has("αθηνα", "athina"));
    EXPECT_TRUE(has("αθηνα", "athena"));
    EXPECT_TRUE(has("μπακησ", "bakis"));
    EXPECT_TRUE(has("φιλιπποσ", "philippos"));
    EXPECT_TRUE(has("χριστοσ", "christos"));
}

TEST(Romanising, ArabicAndHebrewAsFarAsConsonantsGo) {
    EXPECT_EQ(first("محمد"), "mhmd");
    EXPECT_EQ(first("يوسف"), "yusf");
    EXPECT_EQ(first("قاسم"), "qasm");
    EXPECT_TRUE(has("قاسم", "kasm"));
    EXPECT_EQ(first("شركه"), "shrka");
    EXPECT_EQ(first("שלום"), "shlom");
    EXPECT_EQ(first("בנק"), "bnk");
    EXPECT_TRUE(has("חיים", "him"));
}

TEST(Romanising, Hangul) {
    EXPECT_EQ(first("삼성"), "samseong");
    EXPECT_TRUE(has("삼성", "samsung"));
    EXPECT_TRUE(has("삼성", "samsong"));
    EXPECT_TRUE(has("김", "kim"));
    EXPECT_TRUE(has("김", "gim"));
    EXPECT_TRUE(has("이", "lee"));
    EXPECT_TRUE(has("박", "park"));
    EXPECT_TRUE(has("정", "chung"));
    EXPECT_TRUE(has("신라", "silla"));
    EXPECT_EQ(first("한국"), "hanguk");
    EXPECT_TRUE(has("한국어", "hangugeo"));
    EXPECT_TRUE(has("현대", "hyeondae"));
    EXPECT_TRUE(has("종로", "jongno"));
    EXPECT_TRUE(has("김영준", "kimyoungjoon"));
    EXPECT_TRUE(has("평양", "pyongyang"));
}

TEST(Romanising, Kana) {
    EXPECT_EQ(first("とうきょう"), "tokyo");
    EXPECT_TRUE(has("とうきょう", "toukyou"));
    EXPECT_EQ(first("トヨタ"), "toyota");
    EXPECT_EQ(first("ミツビシ"), "mitsubishi");
    EXPECT_TRUE(has("ミツビシ", "mitubisi"));
    EXPECT_EQ(first("ハイテク"), "haiteku");
    EXPECT_EQ(first("ニッポン"), "nippon");
    EXPECT_EQ(first("マッチ"), "matchi");
    EXPECT_TRUE(has("シンバシ", "shimbashi"));
    EXPECT_EQ(first("シャープ"), "shapu");
    EXPECT_TRUE(has("シャープ", "shaapu"));
    EXPECT_EQ(first("ファーウェイ"), "fawei");
    EXPECT_TRUE(has("オオノ", "ohno"));
}

TEST(Romanising, LeavesOtherScriptsAlone) {
    EXPECT_TRUE(romanised("huawei").empty());
    EXPECT_TRUE(romanised("华为").empty());
    EXPECT_TRUE(romanised("").empty());
    EXPECT_EQ(romanised("громов", 1), (Texts{"gromov"}));
    EXPECT_TRUE(romanised("громов", 0).empty());
}

RC_GTEST_PROP(Romanising, GivesDistinctLowerCaseWithinTheLimit, ()) {
    static const std::u32string letters =
        U"жщйьъеёюяхцкстовμπνταυουمحويعهבושםㅎ가힣각은원ッャンーかっウ";
    const auto chosen = *rc::gen::container<std::vector<std::size_t>>(
        rc::gen::inRange<std::size_t>(0, letters.size()));
    std::string word;
    for (const auto i : chosen) append_utf8(word, letters[i]);
    const auto limit = *rc::gen::inRange<std::size_t>(0, 20);
    const auto texts = romanised(word, limit);
    RC_ASSERT(texts.size() <= limit);
    RC_ASSERT(std::set<std::string>(texts.begin(), texts.end()).size() == texts.size());
    for (const auto& text : texts) {
        RC_ASSERT(!text.empty());
        RC_ASSERT(
            std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
    }
}

}  // namespace
}  // namespace cordon::names
