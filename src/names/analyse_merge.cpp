// SPDX-License-Identifier: Apache-2.0
// What is seen only when all tokens of an organisation are there: a name of nothing but legal
// forms, one of common words alone, and one word said twice.
#include <algorithm>

#include "names/analyse_parts.h"

namespace cordon::names {

namespace {

/// Nothing but legal forms, or nothing at all: then every word counts.
void keep_something(Draft& draft, std::span<const Word> words) {
    const bool forms_only =
        std::all_of(draft.tokens.begin(), draft.tokens.end(),
                    [](const DraftToken& token) { return token.token.role == Role::LegalForm; });
    if (!forms_only) return;
    draft.tokens.clear();
    for (std::size_t i = 0; i < words.size(); ++i) push(draft, plain_token(words[i], i));
}

bool share_term(const Token& a, const Token& b) {
    for (const auto& form : a.forms) {
        if (form.kind == FormKind::Sound) continue;
        for (const auto& other : b.forms) {
            if (other.term == form.term) return true;
        }
    }
    return false;
}

/// "华为 Huawei": the same word in two scripts is one token.
void merge_scripts(Draft& draft) {
    const auto is_latin = [](const DraftToken& token) { return token.is_latin; };
    const auto count = std::count_if(draft.tokens.begin(), draft.tokens.end(), is_latin);
    if (count == 0 || static_cast<std::size_t>(count) == draft.tokens.size()) return;
    for (std::size_t i = 0; i < draft.tokens.size(); ++i) {
        for (std::size_t k = draft.tokens.size(); k-- > i + 1;) {
            auto& one = draft.tokens[i];
            const auto& other = draft.tokens[k];
            if (one.is_latin == other.is_latin || !share_term(one.token, other.token)) continue;
            for (const auto& form : other.token.forms) add_form(one.token, form.kind, form.term);
            draft.tokens.erase(draft.tokens.begin() + static_cast<std::ptrdiff_t>(k));
        }
    }
}

/// "Suma (Zhongke Kekong)": one brand by two of its names is one token.
void merge_brands(Draft& draft) {
    const auto is_brand = [](const DraftToken& token) {
        return token.token.in_lexicon && token.token.role == Role::Brand;
    };
    for (std::size_t i = 0; i < draft.tokens.size(); ++i) {
        if (!is_brand(draft.tokens[i])) continue;
        for (std::size_t k = draft.tokens.size(); k-- > i + 1;) {
            auto& one = draft.tokens[i];
            const auto& other = draft.tokens[k];
            const auto& key = one.token.forms.front();
            if (!is_brand(other) || !(key == other.token.forms.front())) continue;
            for (const auto& form : other.token.forms) add_form(one.token, form.kind, form.term);
            draft.tokens.erase(draft.tokens.begin() + static_cast<std::ptrdiff_t>(k));
        }
    }
}

}  // namespace

std::optional<Name> name_as_written(const Draft& draft, std::span<const Word> words) {
    constexpr std::size_t kLettersOfBrand = 3;  // "Saturn EK" is told by Saturn
    const auto has_brand = [](const DraftToken& token) {
        return token.token.role == Role::Number ||
               (token.token.role == Role::Brand && token.token.letters >= kLettersOfBrand);
    };
    const auto is_form = [](const DraftToken& token) {
        return token.token.role == Role::LegalForm;
    };
    const auto& tokens = draft.tokens;
    if (std::any_of(tokens.begin(), tokens.end(), has_brand)) return std::nullopt;
    std::size_t of_forms = 0;
    for (const auto& token : tokens) of_forms += is_form(token) ? token.word_count : 0U;
    const bool one_word = words.size() == of_forms + 1;
    Name name;
    name.derived = Derived::Short;
    bool changed = false;
    for (const auto& token : tokens) {
        const bool told =
            !is_form(token) && token.token.role != Role::Brand && (one_word || token.respelled);
        if (told && token.is_latin && token.word_count == 1) {
            name.tokens.push_back(plain_token(words[token.first_word], token.first_word).token);
            changed = true;
        } else {
            name.tokens.push_back(token.token);
        }
    }
    return changed ? std::optional(std::move(name)) : std::nullopt;
}

void tidy(Draft& draft, std::span<const Word> words) {
    keep_something(draft, words);
    merge_scripts(draft);
    merge_brands(draft);
}

}  // namespace cordon::names
