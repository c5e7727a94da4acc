// SPDX-License-Identifier: Apache-2.0
// Han words and words of other alphabets. A known Han word brings its concept; a known brand or
// place also itself and the Latin spellings it goes by, so that a slip in either still meets it. A
// stretch nobody knows brings itself and everything it can be read as.
#include <algorithm>

#include "names/analyse_legal.h"
#include "names/analyse_parts.h"
#include "names/han.h"
#include "names/romanise.h"

namespace cordon::names {

namespace {

// A known word is read as it is usually read: 广州 is no "anzhou".
constexpr std::size_t kReadingsOfBrand = 4;
constexpr std::size_t kReadingsOfPlace = 1;
constexpr std::size_t kRomanisations = 8;
constexpr std::size_t kFormsExpected = 8;

void add_phrases(Token& token, std::string_view phrases) {
    while (!phrases.empty()) {
        const auto at = phrases.find('|');
        add_form(token, FormKind::Reading, without_blanks(phrases.substr(0, at)));
        if (at == std::string_view::npos) return;
        phrases.remove_prefix(at + 1);
    }
}

void add_readings(Draft& draft, Token& token, std::string_view han, std::size_t limit) {
    const auto readings = readings_of(han, limit);
    if (limit > kReadingsOfBrand) draft.cut = draft.cut || readings.cut;
    for (const auto& text : readings.glued) add_form(token, FormKind::Reading, text);
}

class HanReader {
public:
    HanReader(Draft& draft, const Word& word, std::size_t index)
        : draft_(draft), word_(word), index_(index) {
        exact_ = word.end - word.begin == word.text.size();
    }
    void read() {
        if (behind_number()) {
            const auto meanings = Lexicon::bundled().han_word(word_.text);
            return known({0, word_.text.size(), meanings, std::nullopt}, word_.text);
        }
        for (const auto& piece : Lexicon::bundled().divided(word_.text)) one(piece);
    }

private:
    DraftToken start(const Lexicon::Piece& piece) const {
        DraftToken out;
        const auto offset = [&](std::size_t at) {
            return word_.begin + static_cast<std::uint32_t>(at);
        };
        out.token.begin = exact_ ? offset(piece.begin) : word_.begin;
        out.token.end = exact_ ? offset(piece.end) : word_.end;
        out.first_word = static_cast<std::uint16_t>(index_);
        out.token.forms.reserve(kFormsExpected);
        return out;
    }
    void one(const Lexicon::Piece& piece) {
        const auto text = std::string_view(word_.text).substr(piece.begin, piece.end - piece.begin);
        if (piece.number) return number(piece);
        if (!piece.meanings.empty()) return known(piece, text);
        if (is_stopword(text)) return;
        auto out = start(piece);
        out.concepts[out.concept_count++] = unknown_concept(text);
        add_form(out.token, FormKind::Han, text);
        add_readings(draft_, out.token, text, kFormsMax - 1);
        push(draft_, std::move(out));
    }
    void number(const Lexicon::Piece& piece) {
        auto out = start(piece);
        out.token.role = Role::Number;
        const std::string digits = std::to_string(*piece.number);
        add_form(out.token, FormKind::Number, "#" + digits);
        out.token.letters = static_cast<std::uint16_t>(digits.size());
        out.concepts[out.concept_count++] = number_concept(*piece.number);
        push(draft_, std::move(out));
    }
    /// The 厂 of "7103厂", which is a word of one character.
    [[nodiscard]] bool behind_number() const {
        constexpr std::size_t kOneCharacter = 3;
        return word_.text.size() == kOneCharacter && !draft_.tokens.empty() &&
               draft_.tokens.back().token.role == Role::Number &&
               !Lexicon::bundled().han_word(word_.text).empty();
    }
    void known(const Lexicon::Piece& piece, std::string_view text) {
        const bool after_place =
            !draft_.tokens.empty() && draft_.tokens.back().token.role == Role::Place;
        if (after_place && is_kind_of_place(piece.meanings.front())) return;
        const auto meanings = piece.meanings;
        for (std::size_t m = 0; m < meanings.size();) {
            const auto part = meanings[m].part;
            auto out = start(piece);
            out.token.role = meanings[m].role;
            out.token.in_lexicon = true;
            for (; m < meanings.size() && meanings[m].part == part; ++m) {
                add_meaning(out, meanings[m]);
                if (meanings[m].role == Role::Brand || meanings[m].role == Role::Place) {
                    add_form(out.token, FormKind::Han, text);
                    add_phrases(out.token, Lexicon::bundled().spellings(meanings[m]));
                    add_phrases(out.token, Lexicon::bundled().loose_spellings(meanings[m]));
                    add_readings(
                        draft_, out.token, text,
                        meanings[m].role == Role::Place ? kReadingsOfPlace : kReadingsOfBrand);
                }
            }
            if (out.token.letters == 0) out.token.letters = letters_of(text);
            push(draft_, std::move(out));
        }
    }

    Draft& draft_;
    const Word& word_;
    std::size_t index_;
    bool exact_ = false;
};

}  // namespace

void append_han(Draft& draft, const Word& word, std::size_t index) {
    HanReader(draft, word, index).read();
}

void append_foreign(Draft& draft, const Word& word, std::size_t index) {
    const auto& lexicon = Lexicon::bundled();
    const auto glued = glued_form(word.text);
    const auto core = std::string_view(word.text).substr(
        glued.at_start, word.text.size() - glued.at_start - glued.at_end);
    DraftToken out;
    out.token.begin = word.begin;
    out.token.end = word.end;
    out.first_word = static_cast<std::uint16_t>(index);
    const auto texts = romanised(core, kRomanisations);
    std::span<const Meaning> meanings;
    for (const auto& text : texts) {
        if (meanings = lexicon.latin_word(text); !meanings.empty()) break;
    }
    if (meanings.empty() && !texts.empty() && !is_itself(texts.front())) {
        const auto slip = lexicon.latin_slip(texts.front());
        if (slip && slip->respelled) meanings = slip->meanings;
    }
    for (const auto& meaning : meanings) add_meaning(out, meaning);
    if (!meanings.empty()) {
        out.token.role = meanings.front().role;
        out.token.in_lexicon = true;
    }
    const bool names_somebody =
        meanings.empty() || out.token.role == Role::Brand || out.token.role == Role::Place;
    if (names_somebody) {
        for (const auto& text : texts) add_form(out.token, FormKind::Reading, text);
        for (const auto& text : texts) {
            if (const auto family = given_name(text); !family.empty() && meanings.empty()) {
                add_form(out.token, FormKind::Concept, family);
            }
        }
        if (!texts.empty()) add_sound(out.token, texts.front());
        // A script nobody can read here still equals itself.
        if (texts.empty()) add_form(out.token, FormKind::Spelling, core);
        out.concepts[out.concept_count++] =
            unknown_concept(texts.empty() ? core : std::string_view(texts.front()));
    }
    if (out.token.letters == 0) out.token.letters = letters_of(core);
    push(draft, std::move(out));
    if (glued.at_start + glued.at_end == 0) return;
    if (const auto company = lexicon.concept_named("@company")) {
        DraftToken form;
        form.token.role = Role::LegalForm;
        form.token.in_lexicon = true;
        form.token.begin = word.begin;
        form.token.end = word.end;
        add_meaning(form, *company);
        push(draft, std::move(form));
    }
}

}  // namespace cordon::names
