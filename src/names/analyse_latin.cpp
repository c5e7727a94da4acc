// SPDX-License-Identifier: Apache-2.0
// Left to right. At each word the first that applies: legal form, lexicon phrase, number, word that
// says nothing, slip or cut form of a lexicon word, and else it is a brand: what nobody knows is
// what tells companies apart.
#include <algorithm>

#include "base/code_points.h"
#include "names/analyse_legal.h"
#include "names/analyse_parts.h"
#include "names/han.h"
#include "names/number.h"
#include "names/romanise.h"
#include "names/script.h"

namespace cordon::names {

namespace {

bool is_ascii(const Word& word) {
    return static_cast<unsigned char>(word.text.front()) < 0x80;
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr std::size_t kLettersOfStrayForm = 5;
constexpr std::size_t kLettersTwice = 5;

bool names_somebody(Role role) {
    return role == Role::Brand || role == Role::Place;
}

class LatinReader {
public:
    LatinReader(Draft& draft, std::span<const Word> words, NameKind kind, BrandPhrases phrases)
        : draft_(draft),
          words_(words),
          phrases_(phrases),
          marks_(legal_words(words, draft.printed, kind)) {}

    void read() {
        for (std::size_t i = 0; i < words_.size() && !draft_.cut;) i += at(i);
    }

private:
    std::size_t at(std::size_t i) {
        if (marks_[i] != 0 && marks_[i] != kInside) return legal(i, marks_[i]);
        const Word& word = words_[i];
        if (is_ascii(word)) return latin(i);
        std::size_t place = 0;
        if (script_of(next_code_point(word.text, place)) == Script::Han) {
            if (auto whole = divided_brand(i)) {
                append_han(draft_, *whole, i);
                return 2;
            }
            append_han(draft_, word, i);
        } else if (!is_stopword(word.text)) {
            append_foreign(draft_, word, i);
        }
        return 1;
    }
    /// "中科 曙光" is 中科曙光.
    [[nodiscard]] std::optional<Word> divided_brand(std::size_t i) const {
        if (i + 1 >= words_.size() || is_ascii(words_[i + 1]) || marks_[i + 1] != 0) return {};
        Word whole{words_[i].text + words_[i + 1].text, words_[i].begin, words_[i + 1].end};
        const auto meanings = Lexicon::bundled().han_word(whole.text);
        if (meanings.empty() || meanings.front().role != Role::Brand) return {};
        return whole;
    }
    /// The words from here to the next legal form.
    [[nodiscard]] std::span<const Word> run(std::size_t i) const {
        std::size_t end = i + 1;
        while (end < words_.size() && marks_[end] == 0) ++end;
        return words_.subspan(i, end - i);
    }
    DraftToken start(std::size_t i, std::size_t count, Role role) const {
        DraftToken out;
        out.token.role = role;
        out.token.begin = words_[i].begin;
        out.token.end = words_[i + count - 1].end;
        out.first_word = static_cast<std::uint16_t>(i);
        out.word_count = static_cast<std::uint16_t>(count);
        out.is_latin = true;
        out.token.forms.reserve(2);
        return out;
    }
    [[nodiscard]] std::string joined(std::size_t i, std::size_t count) const {
        std::string out;
        for (std::size_t k = 0; k < count; ++k) out += words_[i + k].text;
        return out;
    }

    std::size_t legal(std::size_t i, std::size_t count) {
        auto out = start(i, count, Role::LegalForm);
        out.token.in_lexicon = true;
        const auto& lexicon = Lexicon::bundled();
        const auto found = lexicon.latin_at(words_.subspan(i, count));
        if (found && found->length == count && found->meanings.front().role == Role::LegalForm) {
            for (const auto& meaning : found->meanings) add_meaning(out, meaning);
        } else if (const auto read = latin_form(i, count); !read.empty()) {
            for (const auto& meaning : read) add_meaning(out, meaning);
        } else if (const auto company = lexicon.concept_named("@company")) {
            add_meaning(out, *company);
        }
        out.token.letters = letters_of(joined(i, count));
        push(draft_, std::move(out));
        return count;
    }
    /// "ООО" is "OOO".
    [[nodiscard]] std::span<const Meaning> latin_form(std::size_t i, std::size_t count) const {
        if (count != 1 || is_ascii(words_[i])) return {};
        for (const auto& text : romanised(words_[i].text, 1)) {
            const auto meanings = Lexicon::bundled().latin_word(text);
            if (is_legal_form(meanings)) return meanings;
        }
        return {};
    }
    std::size_t latin(std::size_t i) {
        const auto rest = run(i);
        const Word& word = words_[i];
        const auto found = phrase_at(rest);
        if (!found || is_digit(word.text.front())) {
            const auto number = number_at(rest);
            if (number && (!found || number->words > found->length)) return numeral(i, *number);
        }
        if (const auto number = numeral_of_institute(i)) return numeral(i, *number);
        if (found && !is_stray_form(*found, word)) return known(i, *found);
        if (is_stopword(word.text) && !is_syllable(i)) return 1;
        if (is_bound_particle(word.text) && binds(i)) {
            unknown(i + 1, joined(i, 2));
            return 2;
        }
        if (const auto ending = ending_at(i); !ending.empty()) return known(i, {ending, 1});
        if (is_center(i)) return known(i, {Lexicon::bundled().latin_word("center"), 1});
        if (const auto parts = compound(word.text); parts.left) {
            known(i, *parts.left);
            if (parts.right) known(i, *parts.right);
            return 1;
        }
        if (const auto slip = slipped(i)) return known(i, *slip);
        unknown(i, {});
        return 1;
    }
    [[nodiscard]] std::optional<Found> phrase_at(std::span<const Word> rest) const {
        const auto& lexicon = Lexicon::bundled();
        auto found = lexicon.latin_at(rest);
        const bool brand =
            found && found->length > 1 && found->meanings.front().role == Role::Brand;
        if (!brand) return found;
        draft_.has_brand_phrase = true;
        return phrases_ == BrandPhrases::Whole ? found : lexicon.latin_at(rest.first(1));
    }
    /// "De Li", "Xin Ge Da" are brands; "Banco de Cuba" has none there.
    [[nodiscard]] bool is_syllable(std::size_t i) const {
        if (!is_pinyin(words_[i].text)) return false;
        const auto is_syllables = [&](std::size_t at) {
            const auto& text = words_[at].text;
            return marks_[at] == 0 && is_pinyin(text) && !is_stopword(text) &&
                   Lexicon::bundled().latin_word(text).empty();
        };
        return (i > 0 && is_syllables(i - 1)) || (i + 1 < words_.size() && is_syllables(i + 1));
    }
    /// "Di Shisan", and "XIV" where institutes have their number.
    [[nodiscard]] std::optional<NumberRead> numeral_of_institute(std::size_t i) const {
        const auto rest = run(i);
        if (i > 0 || rest.size() > 1) {
            const auto number = pinyin_number_at(rest);
            const bool alone = number && rest.size() == number->words;
            if (number && (alone || is_pinyin(rest[number->words].text))) return number;
        }
        const auto& text = words_[i].text;
        if (text.size() < 2 || text.find_first_not_of("ivx") != std::string::npos) return {};
        const bool behind_institute =
            !draft_.tokens.empty() && draft_.tokens.back().token.role == Role::Organisation;
        const auto roman = behind_institute ? roman_numeral(text) : std::nullopt;
        return roman ? std::optional(NumberRead{*roman, 1}) : std::nullopt;
    }
    /// As in Han, a word of one syllable stands behind a known one, at the end or before another.
    [[nodiscard]] std::span<const Meaning> ending_at(std::size_t i) const {
        const auto rest = run(i);
        if (i == 0 || draft_.tokens.empty() || !draft_.tokens.back().token.in_lexicon) return {};
        if (!is_ascii(words_[i - 1]) || !is_pinyin(words_[i - 1].text)) return {};
        if (rest.size() > 1 && !Lexicon::bundled().latin_at(rest.subspan(1))) return {};
        return ending_syllable(words_[i].text);
    }
    /// 中心 is a center where such words end a name; in front, "Zhongxin" is one of many brands.
    [[nodiscard]] bool is_center(std::size_t i) const {
        if (words_[i].text != "zhongxin" || run(i).size() > 1 || draft_.tokens.empty())
            return false;
        const auto& before = draft_.tokens.back().token;
        return before.in_lexicon;
    }
    /// The first word of a name is too often a brand to be a cut word.
    [[nodiscard]] std::optional<Found> slipped(std::size_t i) const {
        const auto& text = words_[i].text;
        auto slip = Lexicon::bundled().latin_slip(text);
        if (!slip || is_itself(text)) return std::nullopt;
        if (slip->shortened && (i == 0 || is_pinyin(text))) return std::nullopt;
        return slip;
    }
    /// "AB", "AG" inside a name are no legal forms: those are marked before.
    static bool is_stray_form(const Found& found, const Word& word) {
        return is_legal_form(found.meanings) && found.length == 1 &&
               word.text.size() < kLettersOfStrayForm;
    }
    [[nodiscard]] bool binds(std::size_t i) const {
        if (i + 1 >= words_.size() || marks_[i + 1] != 0 || !is_ascii(words_[i + 1])) return false;
        const Word& next = words_[i + 1];
        return next.text.size() > 2 && !is_digit(next.text.front()) &&
               !Lexicon::bundled().latin_at(words_.subspan(i + 1)) && !is_stopword(next.text);
    }
    std::size_t numeral(std::size_t i, const NumberRead& number) {
        auto out = start(i, number.words, Role::Number);
        const std::string digits = std::to_string(number.value);
        add_form(out.token, FormKind::Number, "#" + digits);
        out.token.letters = static_cast<std::uint16_t>(digits.size());
        out.concepts[out.concept_count++] = number_concept(number.value);
        push(draft_, std::move(out));
        return number.words;
    }
    std::size_t known(std::size_t i, const Found& found) {
        const bool after_place =
            !draft_.tokens.empty() && draft_.tokens.back().token.role == Role::Place;
        if (after_place && is_kind_of_place(found.meanings.front())) return found.length;
        for (std::size_t m = 0; m < found.meanings.size();) {
            const auto part = found.meanings[m].part;
            auto out = start(i, found.length, found.meanings[m].role);
            out.token.in_lexicon = true;
            out.respelled = found.respelled;
            bool spelled = found.respelled || found.shortened;
            for (; m < found.meanings.size() && found.meanings[m].part == part; ++m) {
                add_meaning(out, found.meanings[m]);
                spelled = spelled || names_somebody(found.meanings[m].role);
            }
            const std::string text = joined(i, found.length);
            if (spelled) add_form(out.token, FormKind::Spelling, text);
            if (out.token.letters == 0) out.token.letters = letters_of(text);
            push(draft_, std::move(out));
        }
        return found.length;
    }
    void unknown(std::size_t i, std::string_view bound) {
        Word once = words_[i];
        if (const auto half = once.text.size() / 2;  // "techcameltechcamel"
            half >= kLettersTwice && once.text.size() % 2 == 0 &&
            once.text.compare(0, half, once.text, half, half) == 0) {
            once.text.resize(half);
        }
        auto out = plain_token(once, i);
        if (!bound.empty()) {
            add_form(out.token, FormKind::Spelling, bound);
            out.token.begin = words_[i - 1].begin;
        }
        push(draft_, std::move(out));
    }

    Draft& draft_;
    std::span<const Word> words_;
    BrandPhrases phrases_;
    std::vector<std::uint8_t> marks_;
};

}  // namespace

bool is_kind_of_place(const Meaning& meaning) {
    const auto key = meaning.concept_key;
    return key == "@city" || key == "@province" || key == "@district" || key == "@county";
}

DraftToken plain_token(const Word& word, std::size_t index) {
    DraftToken out;
    out.token.begin = word.begin;
    out.token.end = word.end;
    out.first_word = static_cast<std::uint16_t>(index);
    out.concepts[out.concept_count++] = unknown_concept(word.text);
    if (is_ascii(word)) {
        out.is_latin = true;
        out.token.forms.reserve(2);
        add_spelling(out.token, word.text);
        if (const auto family = given_name(word.text); !family.empty()) {
            add_form(out.token, FormKind::Concept, family);
        }
        return out;
    }
    Draft one;
    std::size_t place = 0;
    if (script_of(next_code_point(word.text, place)) == Script::Han) {
        add_form(out.token, FormKind::Han, word.text);
        for (const auto& text : readings_of(word.text).glued) {
            add_form(out.token, FormKind::Reading, text);
        }
        return out;
    }
    append_foreign(one, word, index);
    return one.tokens.empty() ? out : one.tokens.front();
}

Draft organisation_draft(std::string_view printed, std::span<const Word> words, NameKind kind,
                         BrandPhrases phrases) {
    Draft draft;
    draft.printed = printed;
    draft.tokens.reserve(8);
    LatinReader(draft, words, kind, phrases).read();
    tidy(draft, words);
    return draft;
}

}  // namespace cordon::names
