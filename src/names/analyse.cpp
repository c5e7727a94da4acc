// SPDX-License-Identifier: Apache-2.0
// Words first (fold.h), then tokens: a person's all alike, an organisation's by the lexicon. The
// names derived from it follow: full names given short, and initials.
#include "names/name.h"

#include <algorithm>

#include "names/analyse_parts.h"
#include "names/han.h"
#include "names/person_parts.h"

namespace cordon::names {

namespace {

constexpr std::size_t kPrintedMax = 2048;
constexpr std::size_t kWordsMax = 128;

std::string_view bounded(std::string_view printed) {
    if (printed.size() <= kPrintedMax) return printed;
    std::size_t end = kPrintedMax;
    while (end > 0 && (static_cast<unsigned char>(printed[end]) & 0xC0U) == 0x80) --end;
    return printed.substr(0, end);
}

bool is_brandless(const Name& name) {
    return std::none_of(name.tokens.begin(), name.tokens.end(), [](const Token& token) {
        return token.role == Role::Brand || token.role == Role::Number;
    });
}

/// "(BUAA)" and the short name found by itself are one name.
bool says_the_same(const Name& bracketed, const Name& in_short) {
    if (in_short.tokens.size() != 1) return false;
    const auto& term = in_short.tokens.front().forms.front().term;
    const auto& forms = bracketed.tokens.front().forms;
    return std::any_of(forms.begin(), forms.end(),
                       [&](const Form& form) { return form.term == term; });
}

/// "TAIWAN SEMICONDUCTOR MANUFACTURI" has words of a name that is one token when it is whole.
/// Has more tokens than the whole, so it is `cut` sooner.
std::optional<Name> name_in_words(const Draft& draft, std::span<const Word> words, NameKind kind,
                                  bool& cut) {
    if (!draft.has_brand_phrase) return std::nullopt;
    auto in_words = organisation_draft(draft.printed, words, kind, BrandPhrases::InWords);
    cut = cut || in_words.cut;
    Name name;
    name.derived = Derived::Short;
    for (auto& token : in_words.tokens) name.tokens.push_back(std::move(token.token));
    return name;
}

/// The institute of a department, by its short name if it has one.
Name parent_name(Draft draft) {
    if (auto in_short = short_names(draft); !in_short.empty()) return std::move(in_short.front());
    Name name;
    name.derived = Derived::Short;
    for (auto& token : draft.tokens) name.tokens.push_back(std::move(token.token));
    return name;
}

void finish(Name& name, NameSet& set) {
    name.brandless = is_brandless(name);
    add_spans(name, set.cut);
}

}  // namespace

NameSet analysed(std::string_view printed, NameKind kind) {
    NameSet set;
    const auto text = bounded(printed);
    auto words = words_of(text);
    set.cut = text.size() < printed.size() || words.size() > kWordsMax;
    if (words.size() > kWordsMax) words.resize(kWordsMax);
    const bool person = kind == NameKind::Person ||
                        (kind == NameKind::Unknown &&
                         (looks_like_person(words) || looks_like_listed_person(text, words)));
    if (!person) drop_dirt(text, words);
    auto draft = person ? person_draft(text, words) : organisation_draft(text, words, kind);
    auto bracketed = person ? std::nullopt : take_bracketed_initials(draft, words);

    Name name;
    name.printed = std::string(printed);
    if (!person) {
        for (auto& in_short : short_names(draft)) {
            if (bracketed && says_the_same(*bracketed, in_short)) continue;
            set.names.push_back(std::move(in_short));
        }
        if (auto in_words = name_in_words(draft, words, kind, set.cut)) {
            set.names.push_back(std::move(*in_words));
        }
        if (auto as_written = name_as_written(draft, words)) {
            set.names.push_back(std::move(*as_written));
        }
        if (auto parent = without_department(draft)) {
            set.names.push_back(parent_name(std::move(*parent)));
        }
        if (bracketed) set.names.push_back(std::move(*bracketed));
        for (auto& initials : initialism_names(draft, words)) {
            set.names.push_back(std::move(initials));
        }
    }
    name.tokens.reserve(draft.tokens.size());
    for (auto& token : draft.tokens) name.tokens.push_back(std::move(token.token));
    set.cut = set.cut || draft.cut;
    set.names.insert(set.names.begin(), std::move(name));
    for (auto& one : set.names) finish(one, set);
    return set;
}

}  // namespace cordon::names
