// SPDX-License-Identifier: Apache-2.0
#include "names/fold.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/code_points.h"
#include "base/text.h"
#include "names/script.h"

namespace cordon::names {
namespace {

std::string joined(std::string_view printed) {
    std::string out;
    for (const auto& word : words_of(printed)) out += (out.empty() ? "" : "|") + word.text;
    return out;
}

TEST(Folding, TakesCaseWidthAccentsAndBlanksAway) {
    EXPECT_EQ(folded("  Nanjing   UNIVERSITY "), "nanjing university");
    EXPECT_EQ(folded("ＨＵＡＷＥＩ　Ｔｅｃｈ"), "huawei tech");
    EXPECT_EQ(folded("Škoda Zürich Ødegård Łódź Straße Đoković Işık Æther"),
              "skoda zurich odegard lodz strasse dokovic isik aether");
    EXPECT_EQ(folded("Société Générale"), folded("Socie\u0301te\u0301 Ge\u0301ne\u0301rale"));
    EXPECT_EQ(folded("Αθήνα Ὀδυσσεύς"), "αθηνα οδυσσευσ");
    EXPECT_EQ(folded("İSTANBUL"), "istanbul");
}

TEST(Folding, KnowsAccentedLettersWithoutTheLibrary) {
    for (char32_t c = 0xC0; c < 0x180; ++c) {
        std::string alone;
        append_utf8(alone, c);
        // With another accent the library is asked, and the accent goes.
        EXPECT_EQ(folded(alone), folded(alone + "\u0301")) << static_cast<std::uint32_t>(c);
    }
}

TEST(Folding, KeepsMarksThatAreTheLetter) {
    EXPECT_EQ(folded("Йод ЁЛКА"), "йод ёлка");
    EXPECT_EQ(folded("ﾊﾟﾅｿﾆｯｸ"), "パナソニック");
    EXPECT_EQ(folded("ガ"), folded("カ\u3099"));
    EXPECT_EQ(folded("\u1100\u1161"), "가");
}

TEST(Folding, DropsWhatNobodySees) {
    EXPECT_EQ(folded("Hua\u200Bwei\uFEFF \u202Etech\u202C"), "huawei tech");
    EXPECT_EQ(folded("华\u200D为\uFE00"), "华为");
    EXPECT_EQ(folded("Hua\u00ADwei"), "huawei");
    EXPECT_EQ(folded("مُحَمَّد"), "محمد");
    EXPECT_EQ(folded("שָׁלוֹם"), "שלום");
    EXPECT_EQ(folded("محـــمد"), "محمد");
}

TEST(Folding, ClosesInitialsUpAndOpensOtherSigns) {
    EXPECT_EQ(folded("Leonardo S.p.A."), "leonardo spa");
    EXPECT_EQ(folded("U.S.A. s.r.l. A/S"), "usa srl as");
    EXPECT_EQ(folded("Co.,Ltd"), "co ltd");
    EXPECT_EQ(folded("Sp. z o.o."), "sp z oo");
    EXPECT_EQ(folded("c/o Smith"), "c o smith");
    EXPECT_EQ(folded("Xi'an People’s ‘Radar’"), "xian peoples radar");
    EXPECT_EQ(folded("בע\"מ"), folded("בע״מ"));
    EXPECT_EQ(folded("О.О.О. Ромашка"), "ооо ромашка");
    EXPECT_EQ(folded("Huawei™ №54 ㈱日立"), "huawei no 54 株 日立");
    EXPECT_EQ(folded("中.国"), "中 国");
}

TEST(Folding, SettlesLettersThatOnlyLookLikeOthers) {
    EXPECT_EQ(folded("HUАWEI"), "huawei");  // a Cyrillic А
    EXPECT_EQ(folded("huаwеi"), "huawei");  // Cyrillic а and е
    EXPECT_EQ(folded("ΗUAWEI"), "huawei");  // a Greek Η
    EXPECT_EQ(folded("РОCCИЯ"), "россия");  // two Latin C
    EXPECT_EQ(folded("Москва"), "москва");  // nothing to settle
    EXPECT_EQ(joined("LжЩ"), "l|жщ");       // no L in Cyrillic: two words
    EXPECT_EQ(folded("ЖZ"), folded(folded("ЖZ")));
    EXPECT_EQ(folded(folded("TΣVU")), folded("TΣVU"));
}

TEST(Folding, WritesHanInOneForm) {
    EXPECT_EQ(folded("華為技術"), "华为技术");
    EXPECT_EQ(folded("広島"), folded("廣島"));
    EXPECT_EQ(folded("佐々木"), "佐佐木");
    EXPECT_EQ(folded("臺灣"), folded("台湾"));
}

TEST(Words, AreDividedWhereScriptOrKindChanges) {
    EXPECT_EQ(joined("华为Huawei"), "华为|huawei");
    EXPECT_EQ(joined("Suma2 A&B 54th"), "suma|2|a|b|54|th");
    EXPECT_EQ(joined("日立ハイテク"), "日立|ハイテク");
    EXPECT_EQ(joined("第54研究所"), "第|54|研究所");
    EXPECT_EQ(joined("٥٤"), "54");
    EXPECT_EQ(joined(""), "");
    EXPECT_EQ(joined("…—!"), "");
    EXPECT_EQ(joined("\xFFHua\xC3wei"), "hua|wei");
}

TEST(Words, KnowTheBytesTheyCameFrom) {
    const std::string printed = "北京 Ｈuа\u200Bwei, S.r.l.";
    for (const auto& word : words_of(printed)) {
        const auto bytes = printed.substr(word.begin, word.end - word.begin);
        EXPECT_EQ(folded(bytes), word.text);
    }
    const auto words = words_of("Hygon Co., Ltd.");
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(words[2].begin, 11U);
    EXPECT_EQ(words[2].end, 14U);
}

/// Names out of pieces that meet badly.
rc::Gen<std::string> awkward() {
    static const std::vector<std::string> pieces{
        "a", "B",      "z",      "Huawei", "4",      ".",  "/",  "'",      "\"",
        " ", "co",     "c",      "o",      "А",      "ж",  "é",  "\u0301", "\u200B",
        "ß", "İ",      "Σ",      "ς",      "ν",      "Ν",  "華", "々",     "ガ",
        "ﾞ", "ｶ",      "\u1100", "\u1161", "\u11A8", "가", "م",  "\u064E", "ש",
        "״", "\u05B0", "™",      "½",      "㈱",     "Ⅳ",  "ﬁ",  "\xC3",   "\xFF",
        "ʼ", "ŉ",      "й",      "\u0306", "и",      "๕",  "ก",  "\u0E31", "ǆ",
        "ё", "ѐ",      "\u0345", "ᾳ",      "\u3099", "は", "〇", "①",      "\u0654"};
    return rc::gen::map(rc::gen::container<std::vector<std::size_t>>(
                            rc::gen::inRange<std::size_t>(0, pieces.size())),
                        [](const std::vector<std::size_t>& chosen) {
                            std::string out;
                            for (const auto i : chosen) out += pieces[i];
                            return out;
                        });
}

RC_GTEST_PROP(Folding, TwiceChangesNothing, ()) {
    const auto once = folded(*awkward());
    RC_ASSERT(folded(once) == once);
    RC_ASSERT(is_valid_utf8(once));
}

RC_GTEST_PROP(Words, AreOrderedInsideTheTextAndOfOneScript, ()) {
    const auto printed = *awkward();
    std::uint32_t begin = 0;
    for (const auto& word : words_of(printed)) {
        RC_ASSERT(!word.text.empty());
        RC_ASSERT(word.begin >= begin);
        RC_ASSERT(word.begin < word.end && word.end <= printed.size());
        begin = word.begin;
        Script script = Script::Common;
        for (const auto c : code_points(word.text)) {
            const auto here = script_of(c);
            if (here != Script::Common) RC_ASSERT(script == Script::Common || here == script);
            if (here != Script::Common) script = here;
        }
    }
}

RC_GTEST_PROP(Words, AreThePiecesOfTheFoldedName, ()) {
    const auto printed = *awkward();
    std::string glued;
    for (const auto& word : words_of(printed)) glued += word.text;
    auto text = folded(printed);
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    RC_ASSERT(glued == text);
}

RC_GTEST_PROP(Words, TheShortWayOfAsciiGivesTheSame, ()) {
    static const std::string signs = "aBzco19 ./'\"&,-`";
    const auto chosen = *rc::gen::container<std::vector<std::size_t>>(
        rc::gen::inRange<std::size_t>(0, signs.size()));
    std::string text;
    for (const auto i : chosen) text.push_back(signs[i]);
    const auto marked = text + "\u200B";  // seen by nobody, but no longer ASCII
    RC_ASSERT(folded(marked) == folded(text));
    const auto fast = words_of(text);
    const auto slow = words_of(marked);
    RC_ASSERT(fast.size() == slow.size());
    for (std::size_t i = 0; i < fast.size(); ++i) {
        RC_ASSERT(fast[i].text == slow[i].text);
        RC_ASSERT(fast[i].begin == slow[i].begin && fast[i].end == slow[i].end);
    }
}

TEST(Scripts, AreToldByTheLetter) {
    EXPECT_EQ(script_of('q'), Script::Latin);
    EXPECT_EQ(script_of(U'ß'), Script::Latin);
    EXPECT_EQ(script_of(U'×'), Script::Common);
    EXPECT_EQ(script_of(U'华'), Script::Han);
    EXPECT_EQ(script_of(U'〇'), Script::Han);
    EXPECT_EQ(script_of(U'ー'), Script::Kana);
    EXPECT_EQ(script_of(U'・'), Script::Common);
    EXPECT_EQ(script_of(U'ㅎ'), Script::Hangul);
    EXPECT_EQ(script_of(U'ж'), Script::Cyrillic);
    EXPECT_EQ(script_of(U'Ω'), Script::Greek);
    EXPECT_EQ(script_of(U'پ'), Script::Arabic);
    EXPECT_EQ(script_of(U'ש'), Script::Hebrew);
    EXPECT_EQ(script_of(U'ก'), Script::Other);
    EXPECT_EQ(script_of(U'٥'), Script::Common);
    EXPECT_EQ(main_script("华为 Huawei"), Script::Latin);
    EXPECT_EQ(main_script("华为 IT"), Script::Han);
    EXPECT_EQ(main_script("123 !"), Script::Common);
}

}  // namespace
}  // namespace cordon::names
