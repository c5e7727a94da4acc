// SPDX-License-Identifier: Apache-2.0
// Neighbours that nobody knows, written as one word: every pair, and longer runs where the words
// are so short that they must be syllables ("zhong ke ke kong", "h 3 c"). At the front of a name,
// where the brand stands, a short word that is known counts too: "Kvant ek", "Neo Tec".
#include <algorithm>

#include "names/analyse_parts.h"
#include "names/han.h"

namespace cordon::names {

namespace {

constexpr std::size_t kTextsOfToken = 3;
constexpr std::size_t kFormsOfSpan = 8;
constexpr std::size_t kSyllableLetters = 6;

struct Glue {
    std::string text;
    bool read = false;  ///< a reading took part
};

/// A known word as written, if it is short enough to be half of somebody's name, else nothing.
std::string short_word(const Token& token, std::string_view printed) {
    constexpr std::size_t kLetters = 7;
    const bool common = token.role == Role::Industry || token.role == Role::Qualifier ||
                        token.role == Role::Organisation;
    const bool printed_here = token.begin < token.end && token.end <= printed.size();
    if (!token.in_lexicon || !common || !printed_here) return {};
    const auto slice = printed.substr(token.begin, token.end - token.begin);
    if (slice.size() > kLetters || slice.size() < 2) return {};
    std::string out;
    for (const char c : slice) {
        if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c - 'A' + 'a');
        } else if (c >= 'a' && c <= 'z') {
            out += c;
        } else {
            return {};
        }
    }
    return out;
}

std::vector<Glue> texts_of(const Token& token, std::string_view printed) {
    std::vector<Glue> out;
    if (auto known = short_word(token, printed); !known.empty()) {
        return {{std::move(known), false}};
    }
    for (const auto& form : token.forms) {
        if (out.size() == kTextsOfToken) break;
        if (form.kind == FormKind::Number) out.push_back({form.term.substr(1), false});
        if (form.kind == FormKind::Spelling) out.push_back({form.term, false});
        if (form.kind == FormKind::Reading) out.push_back({form.term, true});
    }
    return out;
}

bool may_glue(const Token& token) {
    return !token.in_lexicon && (token.role == Role::Brand || token.role == Role::Number);
}

bool is_syllable(const Token& token) {
    const auto& term = token.forms.front().term;
    if (token.role == Role::Number) return true;
    return term.size() == 1 || (term.size() <= kSyllableLetters && is_pinyin(term));
}

Span glued(const Name& name, std::size_t first, std::size_t count) {
    std::vector<Glue> texts{{}};
    for (std::size_t i = first; i < first + count; ++i) {
        const auto more = texts_of(name.tokens[i], name.printed);
        std::vector<Glue> next;
        for (const auto& text : texts) {
            for (const auto& piece : more) {
                if (next.size() == kFormsOfSpan) break;
                next.push_back({text.text + piece.text, text.read || piece.read});
            }
        }
        texts = std::move(next);
    }
    Span out{static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(count), {}};
    for (auto& text : texts) {
        const auto same = [&](const Form& form) { return form.term == text.text; };
        if (std::any_of(out.forms.begin(), out.forms.end(), same)) continue;
        out.forms.push_back(
            {text.read ? FormKind::Reading : FormKind::Spelling, std::move(text.text)});
    }
    return out;
}

/// Two words at the front of the name of which one is known, or both are.
void add_front_span(Name& name) {
    const auto& tokens = name.tokens;
    const std::size_t first = tokens.size() > 2 && tokens[0].role == Role::Place ? 1 : 0;
    if (name.derived != Derived::No || tokens.size() < first + 2) return;
    const auto may = [&](const Token& token) {
        return (may_glue(token) && token.role == Role::Brand) ||
               !short_word(token, name.printed).empty();
    };
    const Token& left = tokens[first];
    const Token& right = tokens[first + 1];
    if (!may(left) || !may(right) || (!left.in_lexicon && !right.in_lexicon)) return;
    auto span = glued(name, first, 2);
    if (!span.forms.empty()) name.spans.push_back(std::move(span));
}

}  // namespace

void add_spans(Name& name, bool& cut) {
    const std::span<const Token> tokens(name.tokens);
    add_front_span(name);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!may_glue(tokens[i])) continue;
        bool syllables = is_syllable(tokens[i]);
        bool numbers = tokens[i].role == Role::Number;
        for (std::size_t n = 2; n <= 4 && i + n <= tokens.size(); ++n) {
            const Token& last = tokens[i + n - 1];
            if (!may_glue(last)) break;
            syllables = syllables && is_syllable(last);
            numbers = numbers && last.role == Role::Number;
            if (n > 2 && !syllables) break;
            if (numbers) continue;  // "54 12" is not "5412"
            if (name.spans.size() >= kSpansMax) {
                cut = true;
                return;
            }
            auto span = glued(name, i, n);
            if (!span.forms.empty()) name.spans.push_back(std::move(span));
        }
    }
}

}  // namespace cordon::names
