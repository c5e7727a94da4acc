// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Asking analysed names short questions in tests.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "names/name.h"

namespace cordon::names {

inline Name organisation(std::string_view printed) {
    return analysed(printed, NameKind::Organisation).names.at(0);
}

/// The first form of every token, the printed one's when it has a spelling too.
inline std::string tokens_of(const Name& name) {
    std::string out;
    for (const auto& token : name.tokens) {
        if (!out.empty()) out += ' ';
        out += token.forms.at(0).term;
    }
    return out;
}

inline bool has_term(const Token& token, std::string_view term) {
    return std::any_of(token.forms.begin(), token.forms.end(),
                       [&](const Form& form) { return form.term == term; });
}

inline bool meet(const Token& a, const Token& b) {
    return std::any_of(a.forms.begin(), a.forms.end(),
                       [&](const Form& form) { return has_term(b, form.term); });
}

/// Tokens of the name, legal forms aside, that meet no token of the other.
inline std::vector<std::string> left_over(const Name& name, const Name& other) {
    std::vector<std::string> out;
    for (const auto& token : name.tokens) {
        if (token.role == Role::LegalForm) continue;
        const bool met = std::any_of(other.tokens.begin(), other.tokens.end(),
                                     [&](const Token& mate) { return meet(token, mate); });
        if (!met) out.push_back(token.forms.at(0).term);
    }
    return out;
}

/// Is there a pair of their names, none an initialism, in which every token meets one?
inline bool agree(std::string_view a, std::string_view b) {
    const auto all = [](std::string_view printed) {
        auto set = analysed(printed, NameKind::Organisation);
        std::erase_if(set.names, [](const Name& n) { return n.derived == Derived::Initialism; });
        return set.names;
    };
    for (const auto& one : all(a)) {
        for (const auto& other : all(b)) {
            if (left_over(one, other).empty() && left_over(other, one).empty()) return true;
        }
    }
    return false;
}

/// Is this the term of a name of one token?
inline bool known_as(std::string_view printed, std::string_view term) {
    const auto set = analysed(printed, NameKind::Organisation);
    return std::any_of(set.names.begin(), set.names.end(), [&](const Name& name) {
        return name.derived != Derived::No && has_term(name.tokens.at(0), term);
    });
}

}  // namespace cordon::names
