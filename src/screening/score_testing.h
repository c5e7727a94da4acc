// SPDX-License-Identifier: Apache-2.0
#pragma once
/// For tests only: names built by hand, and random ones that have much in common.
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "names/name.h"
#include "screening/score.h"

namespace cordon::screening::testing {

inline names::Token word(const std::string& text) {
    names::Token token;
    token.letters = static_cast<std::uint16_t>(text.size());
    token.forms = {{names::FormKind::Spelling, text}};
    return token;
}

/// A word of the lexicon, with what it means.
inline names::Token known(const std::string& text, const std::string& meaning, names::Role role) {
    names::Token token = word(text);
    token.in_lexicon = true;
    token.role = role;
    token.forms.push_back({names::FormKind::Concept, meaning});
    return token;
}

inline names::Token han(const std::string& text, const std::string& reading,
                        const std::string& initials) {
    names::Token token;
    token.letters = static_cast<std::uint16_t>(reading.size());
    token.forms = {{names::FormKind::Han, text},
                   {names::FormKind::Reading, reading},
                   {names::FormKind::Initialism, initials}};
    return token;
}

inline names::Token number(unsigned value) {
    names::Token token;
    token.role = names::Role::Number;
    token.in_lexicon = true;
    token.forms = {{names::FormKind::Number, "#" + std::to_string(value)}};
    return token;
}

/// The text of a token's spelling or reading, "" when it has none.
inline std::string spelled(const names::Token& token) {
    for (const auto& form : token.forms) {
        if (form.kind == names::FormKind::Spelling || form.kind == names::FormKind::Reading) {
            return form.term;
        }
    }
    return "";
}

/// With the spans of two and three unknown neighbours.
inline names::Name name(const std::vector<names::Token>& tokens) {
    names::Name made;
    made.tokens = tokens;
    made.brandless = true;
    for (auto& token : made.tokens) {
        token.begin = static_cast<std::uint32_t>(made.printed.size());
        made.printed += token.forms.front().term;
        token.end = static_cast<std::uint32_t>(made.printed.size());
        made.printed += " ";
        const bool tells = token.role == names::Role::Brand || token.role == names::Role::Number;
        if (tells) made.brandless = false;
    }
    for (std::size_t count = 2; count <= 3; ++count) {
        for (std::size_t first = 0; first + count <= tokens.size(); ++first) {
            names::Span span;
            span.first = static_cast<std::uint16_t>(first);
            span.count = static_cast<std::uint16_t>(count);
            std::string glued;
            bool unknown = true;
            for (std::size_t at = first; at < first + count; ++at) {
                unknown = unknown && !tokens[at].in_lexicon && !spelled(tokens[at]).empty();
                glued += spelled(tokens[at]);
            }
            if (!unknown || made.spans.size() == names::kSpansMax) continue;
            span.forms = {{names::FormKind::Spelling, glued}};
            made.spans.push_back(span);
        }
    }
    return made;
}

/// Tokens that meet each other over every bridge.
inline std::vector<names::Token> pool() {
    using names::Role;
    return {known("technology", "@technology", Role::Industry),
            known("tech", "@technology", Role::Industry),
            known("electronics", "@electronics", Role::Industry),
            known("beijing", "@beijing", Role::Place),
            known("peking", "@beijing", Role::Place),
            known("nanjing", "@nanjing", Role::Place),
            known("university", "@university", Role::Organisation),
            known("sugon", "@sugon", Role::Brand),
            known("dawning", "@sugon", Role::Brand),
            known("ltd", "@limited", Role::LegalForm),
            han("华为", "huawei", "hw"),
            han("化为", "huawei", "hw"),
            word("huawei"),
            word("huawai"),
            word("hua"),
            word("wei"),
            word("h"),
            word("hw"),
            number(13),
            number(14)};
}

inline rc::Gen<names::Token> any_token() {
    const auto letters = rc::gen::container<std::string>(rc::gen::element('a', 'b'));
    const auto made_up = rc::gen::map(rc::gen::resize(5, rc::gen::nonEmpty(letters)), word);
    return rc::gen::oneOf(rc::gen::elementOf(pool()), made_up);
}

inline rc::Gen<names::Name> any_name() {
    return rc::gen::map(
        rc::gen::resize(8, rc::gen::container<std::vector<names::Token>>(any_token())), name);
}

/// Two names of which the second is often a mangled first.
inline std::vector<names::Name> any_pair() {
    const auto first = *any_name();
    auto tokens = first.tokens;
    const auto more = (*any_name()).tokens;
    tokens.insert(tokens.end(), more.begin(), more.end());
    while (tokens.size() > 8) {
        const auto drop = *rc::gen::inRange<std::size_t>(0, tokens.size());
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(drop));
    }
    return {first, name(tokens)};
}

inline std::uint16_t raw_score(const names::Name& query, const names::Name& listed,
                               const Profile& profile) {
    const auto left = weighed(query, profile.weights);
    const auto right = weighed(listed, profile.weights);
    return score(view(left), view(right), cells_of(query, listed, profile), profile);
}

}  // namespace cordon::screening::testing
