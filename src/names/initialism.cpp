// SPDX-License-Identifier: Apache-2.0
// The first letters of what counts: not of "of" and "the", not of legal forms, except that
// "Corporation" often lends its C (SMIC, CETC). Three letters are too common to stand for anybody,
// so Latin names give four or more; Han names give the first letters of their pinyin from three on.
#include <algorithm>

#include "base/code_points.h"
#include "names/analyse_parts.h"
#include "names/han.h"
#include "names/script.h"

namespace cordon::names {

namespace {

constexpr std::size_t kLettersMin = 4;
constexpr std::size_t kHanLettersMin = 3;
constexpr std::size_t kLettersMax = 8;
constexpr std::size_t kWordsMin = 3;
constexpr std::size_t kHanVariants = 2;

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

/// "Corporation", "Company"; "Co." in "Co., Ltd." but not in "GmbH & Co. KG".
bool lends_its_letter(std::string_view form, std::size_t words) {
    return form == "corporation" || form == "company" || form == "corp" ||
           (form == "co" && words <= 2);
}

struct Initials {
    std::string counted;    ///< of words that count
    std::string with_form;  ///< and of "corporation", "company"
    bool latin_only = true;
};

Initials initials_of(const Draft& draft, std::span<const Word> words) {
    Initials out;
    std::size_t next = 0;
    for (const auto& token : draft.tokens) {
        if (!token.is_latin) {
            out.latin_only = false;
            continue;
        }
        for (std::size_t i = std::max<std::size_t>(token.first_word, next);
             i < std::size_t{token.first_word} + token.word_count; ++i) {
            next = i + 1;
            const auto& text = words[i].text;
            if (!is_letter(text.front()) || is_stopword(text)) continue;
            const bool form = token.token.role == Role::LegalForm;
            if (!form) out.counted += text.front();
            if (!form || lends_its_letter(text, token.word_count)) out.with_form += text.front();
        }
    }
    return out;
}

Name of_one_token(Token token, Derived derived, std::string printed) {
    Name out;
    out.printed = std::move(printed);
    out.derived = derived;
    out.tokens.push_back(std::move(token));
    return out;
}

Name acronym(std::string letters, const Draft& draft) {
    Token token;
    token.letters = static_cast<std::uint16_t>(letters.size());
    token.end = static_cast<std::uint32_t>(draft.printed.size());
    token.forms.push_back({FormKind::Initialism, letters});
    return of_one_token(std::move(token), Derived::Initialism, std::move(letters));
}

/// The distinct initials of Han text: every reading of every character, a few at most.
std::vector<std::string> han_initials(std::u32string_view han) {
    std::vector<std::string> out{{}};
    for (const char32_t c : han) {
        std::string letters;
        for (const auto& reading : mandarin(c)) {
            if (letters.find(reading.front()) == std::string::npos) letters += reading.front();
        }
        if (letters.empty()) return {};
        const std::size_t known = out.size();
        for (std::size_t i = 0; i < known; ++i) {
            for (std::size_t k = 1; k < letters.size() && out.size() < kHanVariants; ++k) {
                out.push_back(out[i] + letters[k]);
            }
            out[i] += letters[0];
        }
    }
    return out;
}

std::u32string han_without_forms(const Draft& draft, std::span<const Word> words) {
    std::u32string out;
    std::uint32_t taken = 0;
    for (const auto& token : draft.tokens) {
        if (token.is_latin) return {};
        if (token.token.role == Role::LegalForm) continue;
        const bool again = token.token.begin < taken;  // one word that stands for several
        taken = token.token.end;
        if (again) continue;
        const auto& word = words[token.first_word];
        if (word.end - word.begin != word.text.size()) return {};
        std::size_t at = token.token.begin - word.begin;
        const std::size_t end = token.token.end - word.begin;
        while (at < end) {
            const char32_t c = next_code_point(word.text, at);
            if (script_of(c) != Script::Han) return {};
            out += c;
        }
    }
    return out;
}

}  // namespace

std::vector<Name> initialism_names(const Draft& draft, std::span<const Word> words) {
    std::vector<Name> out;
    const auto initials = initials_of(draft, words);
    if (initials.latin_only) {
        if (initials.counted.size() < kWordsMin) return out;
        for (const auto& text : {initials.counted, initials.with_form}) {
            if (text.size() < kLettersMin || text.size() > kLettersMax) continue;
            if (!out.empty() && out.front().printed == text) continue;
            out.push_back(acronym(text, draft));
        }
        return out;
    }
    const auto han = han_without_forms(draft, words);
    if (han.size() < kHanLettersMin || han.size() > kLettersMax) return out;
    for (auto& text : han_initials(han)) out.push_back(acronym(std::move(text), draft));
    return out;
}

namespace {

/// The first token behind the bracket that holds token `i` and, with a hyphen, a short addition to
/// it: "(BUAA)", "(NSCC-GZ)". 0 when the bracket holds something else.
std::size_t behind_bracket(const Draft& draft, std::size_t i) {
    constexpr std::size_t kAddition = 4;
    const auto& printed = draft.printed;
    const std::size_t end = draft.tokens[i].token.end;
    const std::size_t close = printed.find(')', end);
    if (close == std::string_view::npos) return 0;
    if (close > end && (printed[end] != '-' || close - end > kAddition)) return 0;
    std::size_t next = i + 1;
    while (next < draft.tokens.size() && draft.tokens[next].token.begin < close) ++next;
    return next;
}

}  // namespace

std::optional<Name> take_bracketed_initials(Draft& draft, std::span<const Word> words) {
    if (draft.tokens.size() < kWordsMin || draft.printed.find('(') == std::string_view::npos) {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < draft.tokens.size(); ++i) {
        const auto& token = draft.tokens[i].token;
        if (token.role != Role::Brand || !draft.tokens[i].is_latin || token.begin == 0) continue;
        if (draft.tokens[i].word_count != 1 || draft.printed[token.begin - 1] != '(') continue;
        const std::size_t next = behind_bracket(draft, i);
        if (next == 0) continue;
        const auto& letters = words[draft.tokens[i].first_word].text;
        if (letters.size() < kHanLettersMin || letters.size() > kLettersMax) continue;
        Draft before{draft.printed,
                     {draft.tokens.begin(), draft.tokens.begin() + static_cast<std::ptrdiff_t>(i)},
                     false};
        const auto initials = initials_of(before, words);
        if (initials.counted.find(letters) == std::string::npos &&
            initials.with_form.find(letters) == std::string::npos) {
            continue;
        }
        auto name = of_one_token(draft.tokens[i].token, Derived::Short, letters);
        for (std::size_t k = next; k < draft.tokens.size(); ++k) {
            name.tokens.push_back(draft.tokens[k].token);  // "… (CSSC) 709th Research Institute"
        }
        draft.tokens.erase(draft.tokens.begin() + static_cast<std::ptrdiff_t>(i),
                           draft.tokens.begin() + static_cast<std::ptrdiff_t>(next));
        return name;
    }
    return std::nullopt;
}

}  // namespace cordon::names
