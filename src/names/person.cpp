// SPDX-License-Identifier: Apache-2.0
// Parts of a person's name all weigh alike: every word is a brand, whatever it means in companies.
// Bound particles (al, bin, de, van …) belong to the word after them: it is met with and without.
// A Han name gives its surname apart, with the spellings it goes by outside the mainland.
#include <algorithm>

#include "names/analyse_parts.h"
#include "names/code_points.h"
#include "names/han.h"
#include "names/script.h"

namespace cordon::names {

namespace {

constexpr std::size_t kPersonWords = 6;
constexpr std::size_t kHanNameMax = 4;
constexpr std::size_t kRestAfterAl = 5;

bool is_ascii(const Word& word) {
    return static_cast<unsigned char>(word.text.front()) < 0x80;
}

bool is_han(const Word& word) {
    std::size_t place = 0;
    return script_of(next_code_point(word.text, place)) == Script::Han;
}

bool is_particle(std::string_view word) {
    return is_bound_particle(word) || is_person_particle(word) || is_stopword(word);
}

/// Bytes of the surname a Han name begins with; 0 when the first characters are none.
std::size_t surname_bytes(std::string_view han) {
    for (const std::size_t bytes : {std::size_t{6}, std::size_t{3}}) {
        if (han.size() > bytes && !surname_spellings(han.substr(0, bytes)).empty()) return bytes;
    }
    return 0;
}

DraftToken han_part(const Word& word, std::size_t begin, std::size_t end) {
    DraftToken out;
    const auto text = std::string_view(word.text).substr(begin, end - begin);
    const bool exact = word.end - word.begin == word.text.size();
    out.token.begin = word.begin + (exact ? static_cast<std::uint32_t>(begin) : 0U);
    out.token.end = exact ? word.begin + static_cast<std::uint32_t>(end) : word.end;
    add_form(out.token, FormKind::Han, text);
    auto latin = begin == 0 ? surname_spellings(text) : std::string_view{};
    while (!latin.empty()) {
        const auto at = latin.find('|');
        add_form(out.token, FormKind::Reading, without_blanks(latin.substr(0, at)));
        latin.remove_prefix(at == std::string_view::npos ? latin.size() : at + 1);
    }
    for (const auto& reading : readings_of(text).glued) {
        add_form(out.token, FormKind::Reading, reading);
    }
    return out;
}

void append_han_person(Draft& draft, const Word& word) {
    const std::size_t surname = surname_bytes(word.text);
    if (surname > 0) push(draft, han_part(word, 0, surname));
    push(draft, han_part(word, surname, word.text.size()));
}

DraftToken latin_part(std::span<const Word> words, std::size_t at, std::string_view particles) {
    const Word& word = words[at];
    auto out = plain_token(word, at);
    if (!particles.empty()) {
        add_spelling(out.token, std::string(particles) + word.text);
    }
    const std::string_view text = word.text;
    const bool with_article = text.starts_with("al") || text.starts_with("el");
    if (with_article && text.size() >= kRestAfterAl + 2 && given_name(text).empty()) {
        add_form(out.token, FormKind::Spelling, text.substr(2));
    }
    return out;
}

}  // namespace

Draft person_draft(std::string_view printed, std::span<const Word> words) {
    Draft draft;
    draft.printed = printed;
    std::string particles;
    for (std::size_t i = 0; i < words.size() && !draft.cut; ++i) {
        const Word& word = words[i];
        if (!is_ascii(word)) {
            if (is_han(word)) {
                append_han_person(draft, word);
            } else {
                push(draft, plain_token(word, i));
            }
            continue;
        }
        if (is_title(word.text) && words.size() > 2) continue;
        const bool more = i + 1 < words.size() && is_ascii(words[i + 1]);
        if (more && is_particle(word.text) && !(i == 0 && is_pinyin(word.text))) {
            particles += word.text;
            continue;
        }
        push(draft, latin_part(words, i, particles));
        particles.clear();
    }
    if (draft.tokens.empty()) {
        for (std::size_t i = 0; i < words.size(); ++i) push(draft, plain_token(words[i], i));
    }
    return draft;
}

bool looks_like_person(std::span<const Word> words) {
    if (words.size() == 1 && is_han(words[0])) {
        const auto& han = words[0].text;
        if (han.size() > kHanNameMax * 3 || surname_bytes(han) == 0) return false;
        return Lexicon::bundled().divided(han).size() == 1 &&
               Lexicon::bundled().han_word(han).empty();
    }
    if (words.size() < 2 || words.size() > kPersonWords) return false;
    bool given = false;
    for (const auto& word : words) {
        if (!is_ascii(word)) return false;
        if (word.text.front() >= '0' && word.text.front() <= '9') return false;
        const auto meanings = Lexicon::bundled().latin_word(word.text);
        for (const auto& meaning : meanings) {
            if (meaning.role != Role::Brand && meaning.role != Role::Place) return false;
        }
        given = given || !given_name(word.text).empty();
    }
    return given;
}

}  // namespace cordon::names
