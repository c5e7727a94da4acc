// SPDX-License-Identifier: Apache-2.0
// Names of East Asia: the surname first and nothing between it and the given name.
//
// A Han name is divided after the longest surname of the tables. Where both parts are Japanese they
// are read so, besides the Chinese way; where every character has a Korean reading they are read
// that way too, and meet the Hangul. Hangul stands as a Han form: two that are only read alike are
// homophones, no more.
#include "base/code_points.h"
#include "names/han.h"
#include "names/person_parts.h"
#include "names/person_tables.h"
#include "names/romanise_korean.h"

namespace cordon::names {

namespace {

constexpr std::size_t kHanBytes = 3;
constexpr std::size_t kLongestSurname = 3;
constexpr std::size_t kLongestKorean = 4;
constexpr std::size_t kGivenInHangul = 32;
constexpr std::size_t kGivenInHanja = 8;

void add_readings(Token& token, std::string_view spellings) {
    while (!spellings.empty()) {
        const auto at = spellings.find('|');
        add_form(token, FormKind::Reading, without_blanks(spellings.substr(0, at)));
        spellings.remove_prefix(at == std::string_view::npos ? spellings.size() : at + 1);
    }
}

DraftToken part_of(const Word& word, std::size_t begin, std::size_t end) {
    DraftToken out;
    const bool exact = word.end - word.begin == word.text.size();
    out.token.begin = word.begin + (exact ? static_cast<std::uint32_t>(begin) : 0U);
    out.token.end = exact ? word.begin + static_cast<std::uint32_t>(end) : word.end;
    add_form(out.token, FormKind::Han, std::string_view(word.text).substr(begin, end - begin));
    return out;
}

/// How a Han name is divided and in which languages it is read.
struct HanPerson {
    std::size_t surname = 0;  ///< bytes
    bool japanese = false;
    std::string korean_surname, korean_given;  ///< in Hangul
};

HanPerson divided(std::string_view han) {
    HanPerson out;
    for (std::size_t n = kLongestSurname; n > 0; --n) {
        if (han.size() <= n * kHanBytes) continue;
        const auto surname = han.substr(0, n * kHanBytes);
        if (japanese_surname(surname).empty()) continue;
        const bool both = !japanese_given(han.substr(n * kHanBytes)).empty();
        // 田中 is no Chinese surname; 林 is one, and then the given name must tell.
        const bool alone = n > 1 && han.size() >= 4 * kHanBytes;
        if (!both && !alone) continue;
        out.surname = n * kHanBytes;
        out.japanese = true;
        break;
    }
    if (!out.japanese) out.surname = surname_bytes(han);
    if (out.japanese && out.surname > kHanBytes) return out;
    if (han.size() < 2 * kHanBytes || han.size() > 3 * kHanBytes) return out;
    out.korean_surname = hangul_of_surname(han.substr(0, kHanBytes));
    out.korean_given = hangul_of_given(han.substr(kHanBytes));
    if (out.korean_surname.empty() || out.korean_given.empty()) {
        out.korean_surname.clear();
        out.korean_given.clear();
    }
    // Rare surnames are not in the tables; nearly all are one character.
    if (out.surname == 0) out.surname = kHanBytes;
    return out;
}

void add_chinese(Token& token, std::string_view han) {
    for (const auto& reading : readings_of(han).glued) add_form(token, FormKind::Reading, reading);
}

}  // namespace

std::size_t surname_bytes(std::string_view han) {
    for (const std::size_t bytes : {2 * kHanBytes, kHanBytes}) {
        if (han.size() > bytes && !surname_spellings(han.substr(0, bytes)).empty()) return bytes;
    }
    return 0;
}

bool is_japanese_person(std::string_view han) {
    for (std::size_t n = kLongestSurname; n > 0; --n) {
        if (han.size() <= n * kHanBytes) continue;
        if (!japanese_surname(han.substr(0, n * kHanBytes)).empty() &&
            !japanese_given(han.substr(n * kHanBytes)).empty()) {
            return true;
        }
    }
    return false;
}

bool is_hangul_person(std::string_view hangul) {
    const auto letters = code_points(hangul);
    return letters.size() == 3 &&
           !korean_surname(std::u32string_view(letters).substr(0, 1)).empty() &&
           is_given_syllable(letters[1]) && is_given_syllable(letters[2]);
}

void append_han_person(Draft& draft, const Word& word) {
    const std::string_view han = word.text;
    const auto name = divided(han);
    if (name.surname > 0) {
        const auto surname = han.substr(0, name.surname);
        auto out = part_of(word, 0, name.surname);
        if (name.japanese) {
            for (const auto& reading : japanese_surname(surname)) {
                add_form(out.token, FormKind::Reading, reading);
            }
        }
        add_readings(out.token, surname_spellings(surname));
        if (!name.korean_surname.empty()) {
            add_form(out.token, FormKind::Han, name.korean_surname);
            add_readings(out.token, korean_surname(code_points(name.korean_surname)));
        }
        add_chinese(out.token, surname);
        push(draft, std::move(out));
    }
    auto out = part_of(word, name.surname, han.size());
    const auto given = han.substr(name.surname);
    if (name.japanese) {
        for (const auto& reading : japanese_given(given)) {
            add_form(out.token, FormKind::Reading, reading);
        }
    }
    add_chinese(out.token, given);
    if (!name.korean_given.empty()) {
        add_form(out.token, FormKind::Han, name.korean_given);
        for (const auto& reading : korean_given(code_points(name.korean_given), kGivenInHanja)) {
            add_form(out.token, FormKind::Reading, reading);
        }
    }
    push(draft, std::move(out));
}

void append_hangul_person(Draft& draft, const Word& word) {
    const auto hangul = code_points(word.text);
    std::size_t surname = 0;
    for (const std::size_t n : {std::size_t{2}, std::size_t{1}}) {
        if (hangul.size() < n || (n == 2 && hangul.size() == 2)) continue;
        if (korean_surname(std::u32string_view(hangul).substr(0, n)).empty()) continue;
        surname = n;
        break;
    }
    const bool first = draft.tokens.empty();
    const bool given_only = !first && hangul.size() <= 2;
    if (hangul.size() > kLongestKorean || (surname == 0 && !given_only)) {
        push(draft, plain_token(word, draft.tokens.size()));
        return;
    }
    if (given_only) surname = 0;
    if (surname > 0) {
        auto out = part_of(word, 0, surname * kHanBytes);
        add_readings(out.token, korean_surname(std::u32string_view(hangul).substr(0, surname)));
        push(draft, std::move(out));
    }
    if (surname == hangul.size()) return;
    auto out = part_of(word, surname * kHanBytes, word.text.size());
    const auto given = std::u32string_view(hangul).substr(surname);
    for (const auto& reading : korean_given(given, kGivenInHangul)) {
        add_form(out.token, FormKind::Reading, reading);
    }
    push(draft, std::move(out));
}

}  // namespace cordon::names
