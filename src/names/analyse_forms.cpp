// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "names/analyse_parts.h"
#include "names/lexicon_index.h"
#include "names/romanise.h"

namespace cordon::names {

bool DraftToken::means(std::uint32_t concept_index) const {
    const auto* end = concepts.data() + concept_count;
    return std::find(concepts.data(), end, concept_index) != end;
}

std::uint32_t unknown_concept(std::string_view text) {
    return static_cast<std::uint32_t>(hash_on(kHashSeed, text)) | 0x80000000U;
}

std::uint32_t number_concept(std::uint64_t value) {
    return static_cast<std::uint32_t>(value & 0x3FFFFFFFU) | 0x40000000U;
}

void add_form(Token& token, FormKind kind, std::string_view term) {
    if (term.empty() || token.forms.size() >= kFormsMax) return;
    for (const auto& form : token.forms) {
        if (form.term == term) return;
    }
    token.forms.push_back({kind, std::string(term)});
    if (token.letters == 0 && (kind == FormKind::Spelling || kind == FormKind::Reading)) {
        token.letters = letters_of(term);
    }
}

void add_sound(Token& token, std::string_view word) {
    auto sound = sound_key(word);
    if (sound.empty()) return;
    sound.insert(sound.begin(), '~');
    add_form(token, FormKind::Sound, sound);
}

void add_spelling(Token& token, std::string_view word) {
    add_form(token, FormKind::Spelling, word);
    add_sound(token, word);
}

void add_meaning(DraftToken& draft, const Meaning& meaning) {
    add_form(draft.token, FormKind::Concept, meaning.concept_key);
    if (draft.concept_count < draft.concepts.size()) {
        draft.concepts[draft.concept_count++] = meaning.concept_index;
    }
}

void push(Draft& draft, DraftToken token) {
    if (token.token.forms.empty()) return;
    if (draft.tokens.size() >= kTokensMax) {
        draft.cut = true;
        return;
    }
    draft.tokens.push_back(std::move(token));
}

std::string without_blanks(std::string_view phrase) {
    std::string out;
    out.reserve(phrase.size());
    for (const char c : phrase) {
        if (c != ' ') out.push_back(c);
    }
    return out;
}

std::uint16_t letters_of(std::string_view utf8) {
    const auto count = std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    });
    return static_cast<std::uint16_t>(std::min<std::ptrdiff_t>(count, 0xFFFF));
}

}  // namespace cordon::names
