// SPDX-License-Identifier: Apache-2.0
// From folded letters to words.
//
// Letters come from fold_letters.cpp. Here dots and slashes between single letters close up
// ("s.r.l.", "a/s"), a quotation mark inside a Hebrew word is its mark of abbreviation, the rest
// become blanks; then each word made of two alphabets is asked whether one of them only plays a
// part in it (homoglyphs), and at last `words_of` divides where script or kind changes.
//
// Homoglyphs. A word of Latin and Cyrillic (or Greek) letters becomes Latin when every letter that
// is not Latin looks like one in the case it was printed in; failing that, it becomes Cyrillic (or
// Greek) when every Latin letter looks like one of theirs. Otherwise it stays as it is: then it is
// two words. What looks alike in small letters also looks alike in capitals, so a word that could
// not be settled cannot be settled after folding either, and folding twice changes nothing.
//
// ASCII takes a shorter way to the same words; fold_test.cpp compares both.
#include "names/fold.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/code_points.h"
#include "names/fold_letters.h"
#include "names/script.h"

namespace cordon::names {

namespace {

struct LookAlike {
    char latin;
    char32_t other;
};
// Small letters; capitals in the second table are given by their small forms.
constexpr std::array kCyrillicSmall{
    LookAlike{'a', U'а'}, LookAlike{'c', U'с'}, LookAlike{'e', U'е'}, LookAlike{'i', U'і'},
    LookAlike{'j', U'ј'}, LookAlike{'k', U'к'}, LookAlike{'o', U'о'}, LookAlike{'p', U'р'},
    LookAlike{'s', U'ѕ'}, LookAlike{'x', U'х'}, LookAlike{'y', U'у'}};
constexpr std::array kCyrillicCapital{
    LookAlike{'a', U'а'}, LookAlike{'b', U'в'}, LookAlike{'c', U'с'}, LookAlike{'e', U'е'},
    LookAlike{'h', U'н'}, LookAlike{'i', U'і'}, LookAlike{'j', U'ј'}, LookAlike{'k', U'к'},
    LookAlike{'m', U'м'}, LookAlike{'o', U'о'}, LookAlike{'p', U'р'}, LookAlike{'s', U'ѕ'},
    LookAlike{'t', U'т'}, LookAlike{'x', U'х'}, LookAlike{'y', U'у'}};
// No u and υ, no v and ν: their capitals look like others, and then folding twice would go further.
constexpr std::array kGreekSmall{LookAlike{'a', U'α'}, LookAlike{'i', U'ι'}, LookAlike{'k', U'κ'},
                                 LookAlike{'o', U'ο'}, LookAlike{'p', U'ρ'}, LookAlike{'x', U'χ'}};
constexpr std::array kGreekCapital{LookAlike{'a', U'α'}, LookAlike{'b', U'β'}, LookAlike{'e', U'ε'},
                                   LookAlike{'h', U'η'}, LookAlike{'i', U'ι'}, LookAlike{'k', U'κ'},
                                   LookAlike{'m', U'μ'}, LookAlike{'n', U'ν'}, LookAlike{'o', U'ο'},
                                   LookAlike{'p', U'ρ'}, LookAlike{'t', U'τ'}, LookAlike{'x', U'χ'},
                                   LookAlike{'y', U'υ'}, LookAlike{'z', U'ζ'}};

template <std::size_t N>
char32_t counterpart(const std::array<LookAlike, N>& table, char32_t c, bool to_latin) {
    for (const auto& pair : table) {
        const auto latin = static_cast<char32_t>(pair.latin);
        if (to_latin && pair.other == c) return latin;
        if (!to_latin && latin == c) return pair.other;
    }
    return 0;
}

/// What the letter looks like in the other alphabet; 0: like nothing there.
char32_t look_alike(const Letter& letter, Script other, bool to_latin) {
    if (other == Script::Cyrillic) {
        return letter.capital ? counterpart(kCyrillicCapital, letter.c, to_latin)
                              : counterpart(kCyrillicSmall, letter.c, to_latin);
    }
    return letter.capital ? counterpart(kGreekCapital, letter.c, to_latin)
                          : counterpart(kGreekSmall, letter.c, to_latin);
}

using Letters = std::span<Letter>;

/// Turns all letters of `from` in the word into the other alphabet, or none.
bool turned(Letters word, Script from, Script other, bool to_latin) {
    const auto stands = [&](const Letter& letter) {
        return script_of(letter.c) != from || look_alike(letter, other, to_latin) != 0;
    };
    if (!std::all_of(word.begin(), word.end(), stands)) return false;
    for (auto& letter : word) {
        if (script_of(letter.c) == from) letter.c = look_alike(letter, other, to_latin);
    }
    return true;
}

void settle_look_alikes(Letters word) {
    bool latin = false;
    bool cyrillic = false;
    bool greek = false;
    for (const auto& letter : word) {
        const auto script = letter.c < 0x500 ? script_of(letter.c) : Script::Common;
        latin |= script == Script::Latin;
        cyrillic |= script == Script::Cyrillic;
        greek |= script == Script::Greek;
    }
    if (!latin || cyrillic == greek) return;
    const auto other = cyrillic ? Script::Cyrillic : Script::Greek;
    if (!turned(word, other, other, true)) (void)turned(word, Script::Latin, other, false);
}

/// Letters of an alphabet, where one alone is an initial.
bool is_alphabetic(char32_t c) {
    if (is_separator(c) || is_digit(c)) return false;
    const auto script = script_of(c);
    return script != Script::Han && script != Script::Kana && script != Script::Hangul;
}

bool stands_alone(const std::vector<Letter>& letters, std::size_t i) {
    return i < letters.size() && is_alphabetic(letters[i].c) &&
           (i == 0 || is_separator(letters[i - 1].c)) &&
           (i + 1 == letters.size() || is_separator(letters[i + 1].c));
}

bool is_hebrew(const std::vector<Letter>& letters, std::size_t i) {
    return i < letters.size() && script_of(letters[i].c) == Script::Hebrew;
}

/// Does the separator at `i` only hold the letters of one word together?
bool closes_up(const std::vector<Letter>& letters, std::size_t i) {
    if (i == 0) return false;
    const auto separator = letters[i].c;
    if (separator == kQuote) return is_hebrew(letters, i - 1) && is_hebrew(letters, i + 1);
    if (separator == kBlank) return false;
    if (!stands_alone(letters, i - 1) || !stands_alone(letters, i + 1)) return false;
    const bool care_of = separator == kSlash && letters[i - 1].c == 'c' && letters[i + 1].c == 'o';
    return !care_of;
}

/// Words between blanks, look-alikes settled.
template <class Take>
void each_word(std::string_view printed, Take take) {
    const auto letters = folded_letters(printed);
    std::vector<Letter> word;
    const auto finish = [&] {
        if (word.empty()) return;
        settle_look_alikes(word);
        take(word);
        word.clear();
    };
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (!is_separator(letters[i].c)) {
            word.push_back(letters[i]);
        } else if (!closes_up(letters, i)) {
            finish();
        }
    }
    finish();
}

/// Marks and letters of no script belong to what stands before them.
Script kind_of(char32_t c, Script before) {
    if (is_digit(c)) return Script::Common;
    const auto script = script_of(c);
    return script == Script::Common ? before : script;
}

void divide(const std::vector<Letter>& letters, std::vector<Word>& out) {
    Script kind = Script::Other;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const auto here = kind_of(letters[i].c, kind);
        if (i == 0 || here != kind) {
            out.push_back({{}, letters[i].begin, letters[i].end});
            kind = here;
        }
        append_utf8(out.back().text, letters[i].c);
        out.back().end = letters[i].end;
    }
}

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// What each byte of ASCII becomes: its small letter or digit, 0 for every other sign.
constexpr auto kAscii = [] {
    std::array<char, 128> table{};
    for (char c = 'a'; c <= 'z'; ++c) {
        table[static_cast<std::size_t>(c)] = c;
        table[static_cast<std::size_t>(c - 0x20)] = c;
    }
    for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = c;
    return table;
}();

/// Words of an ASCII text; `divided` also where letters meet digits.
class AsciiWords {
public:
    AsciiWords(std::string_view text, bool divided) : text_(text), divided_(divided) {}

    template <class Take>
    void each(Take take) {
        bool number = false;
        std::size_t piece = 0;  // letters and digits since the last sign
        const auto finish = [&] {
            if (!word_.text.empty()) take(word_);
            word_.text.clear();
        };
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const char c = text_[i];
            if (is_apostrophe(c)) continue;
            const char plain = plain_at(i);
            if (plain == 0) {
                const bool holds = (c == '.' || c == '/') && piece == 1 && !number && joins(i);
                if (!holds) finish();
                piece = 0;
                continue;
            }
            const bool digit = plain <= '9';
            if (divided_ && !word_.text.empty() && digit != number) finish();
            if (word_.text.empty()) word_.begin = static_cast<std::uint32_t>(i);
            number = digit;
            ++piece;
            word_.text.push_back(plain);
            word_.end = static_cast<std::uint32_t>(i + 1);
        }
        finish();
    }

private:
    static bool is_apostrophe(char c) { return c == '\'' || c == '`'; }
    [[nodiscard]] char plain_at(std::size_t i) const {
        return i < text_.size() ? kAscii[static_cast<unsigned char>(text_[i])] : '\0';
    }
    [[nodiscard]] std::size_t behind(std::size_t i) const {
        for (++i; i < text_.size() && is_apostrophe(text_[i]);) ++i;
        return i;
    }
    /// Does a letter that stands alone follow the sign at `i`, which follows another?
    [[nodiscard]] bool joins(std::size_t i) const {
        const auto next = behind(i);
        if (plain_at(next) < 'a' || plain_at(behind(next)) != 0) return false;
        return !(text_[i] == '/' && word_.text.back() == 'c' && plain_at(next) == 'o');
    }

    std::string_view text_;
    bool divided_;
    Word word_;
};

}  // namespace

std::string folded(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    const auto gap = [&] {
        if (!out.empty()) out.push_back(' ');
    };
    if (is_ascii(utf8)) {
        AsciiWords(utf8, false).each([&](const Word& word) {
            gap();
            out += word.text;
        });
        return out;
    }
    each_word(utf8, [&](const std::vector<Letter>& word) {
        gap();
        for (const auto& letter : word) append_utf8(out, letter.c);
    });
    return out;
}

std::vector<Word> words_of(std::string_view printed) {
    std::vector<Word> out;
    if (is_ascii(printed)) {
        AsciiWords(printed, true).each([&](const Word& word) { out.push_back(word); });
        return out;
    }
    each_word(printed, [&](const std::vector<Letter>& word) { divide(word, out); });
    return out;
}

}  // namespace cordon::names
