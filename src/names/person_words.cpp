// SPDX-License-Identifier: Apache-2.0
// Words of alphabets, with the habits of names: particles written together or apart, the article
// left out, servants of God (Abd al-Rahman, Abdurrahman), families of spellings.
//
// A word whose family is known gives no sound: Hassan and Hussein sound alike and are two names.
#include <algorithm>
#include <array>

#include "names/person_parts.h"
#include "names/person_tables.h"
#include "names/romanise.h"
#include "names/script.h"

namespace cordon::names {

namespace {

constexpr std::size_t kRestAfterAl = 5;

bool add_family(Token& token, std::string_view word) {
    const auto family = given_name(word);
    if (family.empty()) return false;
    add_form(token, FormKind::Concept, family);
    return true;
}

bool has_family(const Token& token) {
    return std::any_of(token.forms.begin(), token.forms.end(),
                       [](const Form& form) { return form.kind == FormKind::Concept; });
}

void without_sounds(Token& token) {
    std::erase_if(token.forms, [](const Form& form) { return form.kind == FormKind::Sound; });
}

/// Letters without vowels are near too much: خالد is nearly Khalil. Where the family is known it is
/// all there is.
void without_readings(Token& token) {
    std::erase_if(token.forms, [](const Form& form) { return form.kind == FormKind::Reading; });
}

/// Arabic and Hebrew leave vowels out, and letters of theirs are heard in several ways.
void add_sounds(Token& token, std::string_view word) {
    constexpr std::size_t kWays = 16;
    constexpr std::size_t kSoundsMost = 4;
    std::size_t before = token.forms.size();
    for (const auto& text : romanised(word, kWays)) {
        add_sound(token, text);
        if (token.forms.size() >= before + kSoundsMost) return;
    }
}

/// "abdelfattah", "abdurrauf" → "abdulfattah", "abdulrauf"; "" for other words.
std::string servant_as_usual(std::string_view word) {
    constexpr std::size_t kRest = 3;
    const auto is_vowel = [](char c) { return c == 'a' || c == 'e' || c == 'o' || c == 'u'; };
    std::size_t at = 3;
    if (!word.starts_with("abd") || word.size() < at + 2 || !is_vowel(word[at])) return {};
    if (word.substr(at).starts_with("ou")) ++at;
    ++at;
    if (at + 1 + kRest > word.size()) return {};
    const bool article = word[at] == 'l';
    const bool melted = word[at] == word[at + 1];
    if (!article && !melted) return {};
    return "abdul" + std::string(word.substr(at + 1));
}

}  // namespace

bool is_servant(std::string_view word) {
    constexpr std::array kServants{"abd",   "abdul", "abdel", "abdal",  "abdol",
                                   "abdur", "abdus", "abdu",  "abdoul", "abdoel"};
    return std::find(kServants.begin(), kServants.end(), word) != kServants.end();
}

DraftToken latin_part(const Word& word, std::size_t index, std::string_view particles) {
    Word whole = word;
    whole.text.insert(0, particles);
    if (particles.starts_with("abd")) {
        auto out = plain_token(whole, index);
        const auto usual = servant_as_usual(whole.text);
        if (!usual.empty()) add_form(out.token, FormKind::Spelling, usual);
        add_family(out.token, usual);
        if (has_family(out.token)) without_sounds(out.token);
        return out;
    }
    auto out = plain_token(word, index);
    if (!particles.empty()) {
        add_spelling(out.token, whole.text);
        add_family(out.token, whole.text);
    }
    const std::string_view text = word.text;
    if (const auto usual = servant_as_usual(text); !usual.empty()) {
        add_form(out.token, FormKind::Spelling, usual);
        add_family(out.token, usual);
    }
    const bool with_article = text.starts_with("al") || text.starts_with("el");
    if (with_article && text.size() >= kRestAfterAl + 2 && !has_family(out.token)) {
        add_form(out.token, FormKind::Spelling, text.substr(2));
        add_family(out.token, text.substr(2));
    }
    if (has_family(out.token)) without_sounds(out.token);
    return out;
}

ArabicParticle arabic_particle(std::string_view word) {
    struct Particle {
        std::string_view word;
        ArabicParticle kind;
    };
    constexpr std::array kParticles{
        Particle{"عبد", ArabicParticle::Servant}, Particle{"بن", ArabicParticle::LeftOut},
        Particle{"ابن", ArabicParticle::LeftOut}, Particle{"بنت", ArabicParticle::LeftOut},
        Particle{"ال", ArabicParticle::LeftOut},  Particle{"ابو", ArabicParticle::Bound},
        Particle{"ابي", ArabicParticle::Bound},   Particle{"ام", ArabicParticle::Bound}};
    const auto* at = std::find_if(kParticles.begin(), kParticles.end(),
                                  [&](const Particle& p) { return p.word == word; });
    return at == kParticles.end() ? ArabicParticle::No : at->kind;
}

std::string_view without_article(std::string_view arabic) {
    constexpr std::string_view kArticle = "ال";
    constexpr std::size_t kRestBytes = 6;
    const bool has = arabic.starts_with(kArticle) && arabic.size() >= kArticle.size() + kRestBytes;
    return has ? arabic.substr(kArticle.size()) : arabic;
}

DraftToken foreign_part(const Word& word, std::size_t index, std::string_view bound) {
    Word core = word;
    const bool servant = arabic_particle(bound) == ArabicParticle::Servant;
    if (servant) {
        core.text.insert(0, bound);
    } else if (given_name(core.text).empty()) {
        core.text = std::string(without_article(core.text));
    }
    auto out = plain_token(core, index);
    add_family(out.token, core.text);
    if (!bound.empty() && !servant) {
        for (const auto& text : romanised(std::string(bound) + core.text, 4)) {
            add_form(out.token, FormKind::Reading, text);
        }
    }
    const auto script = main_script(core.text);
    const bool without_vowels = script == Script::Arabic || script == Script::Hebrew;
    if (has_family(out.token)) without_sounds(out.token);
    if (!without_vowels) return out;
    if (has_family(out.token)) {
        without_readings(out.token);
    } else {
        add_sounds(out.token, core.text);
    }
    return out;
}

void add_pinyin(Token& token, std::string_view word) {
    constexpr std::size_t kWays = 8;
    for (const auto& text : pinyin_of_wade_giles(word, kWays)) {
        add_form(token, FormKind::Reading, text);
    }
}

}  // namespace cordon::names
