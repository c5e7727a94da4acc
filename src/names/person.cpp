// SPDX-License-Identifier: Apache-2.0
// Parts of a person's name all weigh alike: every word is a brand, whatever it means in companies.
// Bound particles (al, bin, de, van …) belong to the word after them: it is met with and without.
// A Han or Hangul name gives its surname apart, with the spellings it goes by in other countries.
#include <algorithm>
#include <array>

#include "base/code_points.h"
#include "names/analyse_parts.h"
#include "names/han.h"
#include "names/person_parts.h"
#include "names/person_tables.h"
#include "names/script.h"

namespace cordon::names {

namespace {

constexpr std::size_t kPersonWords = 6;
constexpr std::size_t kHanNameMax = 4;
/// What a part weighs at least: Yu tells no less than Chen, and an initial stands for a name.
constexpr std::uint16_t kLettersLeast = 4;
/// Brothers share a patronymic, and documents leave it out.
constexpr std::uint16_t kLettersOfPatronymic = 5;

bool is_ascii(const Word& word) {
    return static_cast<unsigned char>(word.text.front()) < 0x80;
}

Script script_of(const Word& word) {
    std::size_t place = 0;
    return names::script_of(next_code_point(word.text, place));
}

bool is_han(const Word& word) {
    return script_of(word) == Script::Han;
}

bool is_particle(std::string_view word) {
    return is_bound_particle(word) || is_person_particle(word) || is_stopword(word);
}

/// Every word a syllable or more of Chinese, and one of them of no other spelling than Wade-Giles.
bool is_wade_giles(std::span<const Word> words) {
    bool only = false;
    for (const auto& word : words) {
        if (!is_ascii(word)) return false;
        const bool here = is_wade_giles_only(word.text);
        if (!here && !is_pinyin(word.text)) return false;
        only = only || here;
    }
    return only;
}

/// No number, and no word of companies.
bool may_name_person(const Word& word) {
    if (word.text.front() >= '0' && word.text.front() <= '9') return false;
    const auto meanings = Lexicon::bundled().latin_word(word.text);
    return std::all_of(meanings.begin(), meanings.end(), [](const Meaning& meaning) {
        return meaning.role == Role::Brand || meaning.role == Role::Place;
    });
}

/// A family of surnames says nothing: Park, Lee and Klein name companies too.
bool is_given_name(std::string_view word) {
    const auto family = given_name(word);
    return !family.empty() && !family.starts_with("@~surname_");
}

bool is_patronymic(const Token& token) {
    constexpr std::array<std::string_view, 6> kEndings{"ovich", "evich", "ovych",
                                                       "ovna",  "evna",  "ivna"};
    for (const auto& form : token.forms) {
        if (form.kind != FormKind::Spelling && form.kind != FormKind::Reading) continue;
        const std::string_view text = form.term;
        return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
            return text.size() > ending.size() + 2 && text.ends_with(ending);
        });
    }
    return false;
}

bool has_small_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Arabic and Hebrew: a given name first, and at most one word that no table knows.
bool is_foreign_person(std::span<const Word> words) {
    std::size_t known = 0;
    std::size_t unknown = 0;
    for (const auto& word : words) {
        const auto script = script_of(word);
        if (script != Script::Arabic && script != Script::Hebrew) return false;
        std::string_view text = word.text;
        const auto particle = arabic_particle(text);
        if (particle == ArabicParticle::Servant) ++known;
        if (particle != ArabicParticle::No) continue;
        if (given_name(text).empty()) text = without_article(text);
        if (!given_name(text).empty()) {
            ++known;
        } else if (known == 0 || ++unknown > 1) {
            return false;
        }
    }
    return known > 0;
}

class PersonReader {
public:
    PersonReader(Draft& draft, std::span<const Word> words)
        : draft_(draft), words_(words), wade_giles_(is_wade_giles(words)) {}

    void read() {
        for (std::size_t i = 0; i < words_.size() && !draft_.cut; ++i) {
            if (is_ascii(words_[i])) {
                latin(i);
            } else {
                particles_.clear();
                foreign(i);
            }
        }
    }

private:
    [[nodiscard]] bool more(std::size_t i) const {
        return i + 1 < words_.size() && is_ascii(words_[i + 1]) == is_ascii(words_[i]);
    }
    void latin(std::size_t i) {
        const Word& word = words_[i];
        if (is_title(word.text) && words_.size() > 2) return;
        const bool servant = is_servant(word.text) && (words_.size() > 2 || word.text == "abd");
        const bool bound = servant || (is_particle(word.text) && !(i == 0 && is_pinyin(word.text)));
        if (bound && more(i)) {
            if (servant) particles_.clear();
            particles_ += word.text;
            return;
        }
        auto part = latin_part(word, i, particles_);
        if (wade_giles_) add_pinyin(part.token, word.text);
        push(draft_, std::move(part));
        particles_.clear();
    }
    void foreign(std::size_t i) {
        const Word& word = words_[i];
        const auto script = script_of(word);
        if (script == Script::Han) return append_han_person(draft_, word);
        if (script == Script::Hangul) return append_hangul_person(draft_, word);
        if (script == Script::Arabic && more(i)) {
            const auto kind = arabic_particle(word.text);
            if (kind == ArabicParticle::LeftOut) return;
            if (kind != ArabicParticle::No) {
                arabic_ = word.text;
                return;
            }
        }
        push(draft_, foreign_part(word, i, arabic_));
        arabic_.clear();
    }

    Draft& draft_;
    std::span<const Word> words_;
    bool wade_giles_;
    std::string particles_, arabic_;
};

}  // namespace

Draft person_draft(std::string_view printed, std::span<const Word> words) {
    Draft draft;
    draft.printed = printed;
    PersonReader(draft, words).read();
    if (draft.tokens.empty()) {
        for (std::size_t i = 0; i < words.size(); ++i) push(draft, plain_token(words[i], i));
    }
    for (auto& part : draft.tokens) {
        auto& letters = part.token.letters;
        letters = std::max(letters, kLettersLeast);
        if (draft.tokens.size() > 2 && is_patronymic(part.token)) {
            letters = std::min(letters, kLettersOfPatronymic);
        }
    }
    return draft;
}

bool looks_like_person(std::span<const Word> words) {
    if (words.size() == 1 && is_han(words[0])) {
        const auto& han = words[0].text;
        if (han.size() > kHanNameMax * 3) return false;
        if (surname_bytes(han) == 0 && !is_japanese_person(han)) return false;
        return Lexicon::bundled().divided(han).size() == 1 &&
               Lexicon::bundled().han_word(han).empty();
    }
    if (words.size() == 1 && script_of(words[0]) == Script::Hangul) {
        return is_hangul_person(words[0].text);
    }
    if (words.size() < 2 || words.size() > kPersonWords) return false;
    if (!is_ascii(words[0])) return is_foreign_person(words);
    bool given = false;
    for (const auto& word : words) {
        if (!is_ascii(word) || !may_name_person(word)) return false;
        given = given || is_given_name(word.text);
    }
    return given;
}

bool looks_like_listed_person(std::string_view printed, std::span<const Word> words) {
    const auto comma = printed.find(',');
    if (comma == std::string_view::npos || printed.find(',', comma + 1) != std::string_view::npos) {
        return false;
    }
    if (has_small_letter(printed.substr(0, comma)) || !has_small_letter(printed.substr(comma))) {
        return false;
    }
    constexpr std::size_t kWordsEachSide = 10;
    std::size_t before = 0;
    std::size_t unknown = 0;
    for (const auto& word : words) {
        if (!is_ascii(word) || !may_name_person(word)) return false;
        const auto meanings = Lexicon::bundled().latin_word(word.text);
        if (word.begin > comma) {
            if (meanings.empty() || is_given_name(word.text)) ++unknown;
            continue;
        }
        ++before;
        if (!meanings.empty() && meanings.front().role == Role::Brand) return false;
    }
    const std::size_t after = words.size() - before;
    return before > 0 && before <= kWordsEachSide && after <= kWordsEachSide && unknown > 0;
}

}  // namespace cordon::names
