// SPDX-License-Identifier: Apache-2.0
#include "names/lexicon.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <map>
#include <set>

#include "base/csv.h"
#include "base/text.h"
#include "names/bundled.h"
#include "names/number.h"
#include "names/spelling.h"

using namespace cordon;
using namespace cordon::names;

namespace {

CsvTable table(std::string_view file) {
    const std::string path = "catalogue/names/" + std::string(file) + ".csv";
    auto read = MUST(read_csv(bundled_file(path), {path, ',', true}));
    EXPECT_TRUE(read.refused.empty()) << path;
    return read;
}

std::vector<std::string_view> phrases(const std::string& cell) {
    return cell.empty() ? std::vector<std::string_view>{} : split(cell, '|');
}

/// The words of a phrase as the analysis would see them.
std::string seen(std::string_view phrase) {
    std::string out;
    for (const auto& word : words_of(phrase)) out += (out.empty() ? "" : " ") + word.text;
    return out;
}

std::vector<std::string> keys(const Found& found) {
    std::vector<std::string> out;
    for (const auto& meaning : found.meanings) out.emplace_back(meaning.concept_key);
    return out;
}

}  // namespace

TEST(LexiconTables, HoldPlainCellsAndPhrasesAsTheyAreFolded) {
    for (const auto* file : {"lexicon", "places", "full_names", "abbreviations", "given_names",
                             "stopwords", "surnames"}) {
        EXPECT_EQ(bundled_file("catalogue/names/" + std::string(file) + ".csv").find('"'),
                  std::string_view::npos);
        for (const auto& row : table(file).rows) {
            const bool has_role = std::string_view(file) == "lexicon";
            for (std::size_t i = has_role ? 2 : 1; i + 1 < row.cells.size(); ++i) {
                if (std::string_view(file) == "abbreviations") break;
                for (const auto phrase : phrases(row.cells[i])) {
                    EXPECT_EQ(seen(phrase), phrase) << file << ' ' << row.cells[0];
                }
            }
        }
    }
}

TEST(LexiconTables, NameEveryConceptOnce) {
    std::set<std::string> names;
    for (const auto* file : {"lexicon", "places"}) {
        for (const auto& row : table(file).rows) {
            EXPECT_TRUE(names.insert(row.cells[0]).second) << row.cells[0];
        }
    }
    EXPECT_GT(names.size(), 1500U);
}

TEST(Lexicon, FindsEveryPhraseOfItsTables) {
    for (const auto& row : table("lexicon").rows) {
        for (const auto phrase : phrases(row.cells[2])) {
            const auto words = words_of(phrase);
            const auto found = Lexicon::bundled().latin_at(words);
            ASSERT_TRUE(found) << phrase;
            EXPECT_EQ(found->length, words.size()) << phrase;
            const auto meanings = keys(*found);
            EXPECT_NE(std::find(meanings.begin(), meanings.end(), "@" + row.cells[0]),
                      meanings.end())
                << phrase;
        }
        for (const auto phrase : phrases(row.cells[4])) {
            EXPECT_FALSE(Lexicon::bundled().han_word(phrase).empty()) << phrase;
        }
    }
}

TEST(Lexicon, TakesTheLongestPhrase) {
    const auto found = [](std::string_view text) {
        const auto words = words_of(text);
        return Lexicon::bundled().latin_at(words);
    };
    EXPECT_EQ(keys(*found("great wall technology")).front(), "@great_wall");
    EXPECT_EQ(keys(*found("great lakes")).front(), "@great");
    EXPECT_EQ(found("semi conductor works")->length, 2U) << "a divided word";
    EXPECT_FALSE(found("xyzko technology"));
    EXPECT_FALSE(Lexicon::bundled().latin_at({}));
}

TEST(Lexicon, CorrectsASlipOnlyWhenOneWordCanBeMeant) {
    const auto slip = [](std::string_view word) { return Lexicon::bundled().latin_slip(word); };
    for (const auto* word : {"techology", "techonlogy", "technologyy", "tecknology"}) {
        ASSERT_TRUE(slip(word)) << word;
        EXPECT_EQ(slip(word)->meanings.front().concept_key, "@technology") << word;
        EXPECT_TRUE(slip(word)->respelled);
    }
    EXPECT_TRUE(slip("informaton"));
    EXPECT_TRUE(slip("srvces")->shortened);
    EXPECT_TRUE(slip("semicond") || Lexicon::bundled().latin_word("semicond").size() == 1);
    EXPECT_FALSE(slip("tech")) << "an entry is no slip";
    EXPECT_FALSE(slip("gro"));
    EXPECT_FALSE(slip("xyzkoabc"));
}

RC_GTEST_PROP(Lexicon, MissesNoSlip, ()) {
    const auto rows = table("lexicon").rows;
    const auto& row = *rc::gen::elementOf(rows);
    RC_PRE(row.cells[1] == "industry" || row.cells[1] == "organisation");
    const auto latin = phrases(row.cells[2]);
    RC_PRE(!latin.empty());
    std::string word(*rc::gen::elementOf(latin));
    RC_PRE(word.size() >= 8 && word.find(' ') == std::string::npos);
    RC_PRE(Lexicon::bundled().latin_word(word).size() == 1U);
    const auto at = *rc::gen::inRange<std::size_t>(0, word.size());
    word[at] = *rc::gen::inRange<char>('a', 'z');
    RC_PRE(Lexicon::bundled().latin_word(word).empty());
    // The slow twin: every single word of the tables.
    std::set<std::string> meant;
    for (const auto& other : rows) {
        if (other.cells[1] == "brand") continue;
        for (const auto phrase : phrases(other.cells[2])) {
            const auto meanings = Lexicon::bundled().latin_word(phrase);
            if (phrase.size() < 6 || phrase.find(' ') != std::string_view::npos) continue;
            if (meanings.size() != 1U && !is_legal_form(meanings)) continue;
            if (edit_distance(word, phrase, 1) > 1) continue;
            meant.insert(std::string(meanings.front().concept_key.substr(1)));
        }
    }
    const auto found = Lexicon::bundled().latin_slip(word);
    const bool respelled = found && found->respelled;
    RC_ASSERT(respelled == (meant.size() == 1U));
    if (respelled) RC_ASSERT("@" + *meant.begin() == found->meanings.front().concept_key);
}

namespace {

struct Cost {
    std::size_t unknown = std::numeric_limits<std::size_t>::max(), pieces = 0;
    friend auto operator<=>(const Cost&, const Cost&) = default;
};

/// Tries every division into words of two characters or more and unknown stretches.
Cost cheapest(const std::vector<std::string>& characters, std::size_t from, bool in_stretch) {
    if (from == characters.size()) return {0, 0};
    Cost best = cheapest(characters, from + 1, true);
    best.unknown += 1;
    best.pieces += in_stretch ? 0 : 1;
    std::string text = characters[from];
    for (std::size_t to = from + 1; to < characters.size(); ++to) {
        text += characters[to];
        if (Lexicon::bundled().han_word(text).empty()) continue;
        Cost other = cheapest(characters, to + 1, false);
        other.pieces += 1;
        best = std::min(best, other);
    }
    return best;
}

}  // namespace

RC_GTEST_PROP(LexiconHan, DividesAsWellAsTryingEverything, ()) {
    // None of these is a word or a numeral by itself.
    const auto characters = *rc::gen::resize(
        9, rc::gen::container<std::vector<std::string>>(
               rc::gen::element<std::string>("曙", "光", "信", "息", "技", "术", "电", "子", "科",
                                             "京", "东", "方", "中", "国", "华")));
    std::string run;
    for (const auto& character : characters) run += character;
    Cost cost{0, 0};
    std::size_t at = 0;
    for (const auto& piece : Lexicon::bundled().divided(run)) {
        RC_ASSERT(piece.begin == at && piece.end > piece.begin);
        at = piece.end;
        cost.pieces += 1;
        if (piece.meanings.empty()) cost.unknown += (piece.end - piece.begin) / 3;
    }
    RC_ASSERT(at == run.size());
    RC_ASSERT(cost == cheapest(characters, 0, false));
}

TEST(LexiconHan, ReadsShortWordsOnlyWhereTheyStand) {
    const auto texts = [](std::string_view run) {
        std::string out;
        for (const auto& piece : Lexicon::bundled().divided(run)) {
            if (!out.empty()) out += '|';
            out += run.substr(piece.begin, piece.end - piece.begin);
            if (piece.meanings.empty() && !piece.number) out += '?';
        }
        return out;
    };
    EXPECT_EQ(texts("上海云天科技"), "上海|云天?|科技");
    EXPECT_EQ(texts("上海云科技"), "上海|云|科技");
    EXPECT_EQ(texts("深圳市升腾科技"), "深圳|市|升腾|科技");
    EXPECT_EQ(texts("深圳市格格科技"), "深圳|市|格格?|科技");
    EXPECT_EQ(texts("海格厂"), "海格|厂");
    EXPECT_EQ(texts("厂格格"), "厂格格?");
    EXPECT_EQ(texts("第五十四研究所"), "第五十四|研究所");
    EXPECT_EQ(texts("第四范式"), "第四范式");
    EXPECT_EQ(texts(""), "");
}
