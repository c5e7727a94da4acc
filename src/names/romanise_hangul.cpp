// SPDX-License-Identifier: Apache-2.0
// Hangul by arithmetic: a syllable is its number of an initial, a vowel and a final.
//
// Columns: the Revised Romanization letter by letter, the same with the sounds that meet between
// syllables (신라 "silla"), McCune-Reischauer without its marks, and the habits of names (Kim,
// Young, Joon). A word of two to four syllables may be a person: a surname at its front is then
// also written as its bearers write it.
#include <array>

#include "names/romanise_korean.h"
#include "names/romanise_letters.h"

namespace cordon::names {

namespace {

constexpr char32_t kFirst = 0xAC00;
constexpr char32_t kLast = 0xD7A3;
constexpr std::size_t kNoInitial = 11;  // ㅇ

struct Parts {
    std::size_t initial, vowel, last;
};

constexpr std::array<std::array<const char*, kColumns>, 19> kInitials{{
    {"g", "g", "k", "k"},  {"kk", "kk", "kk", "kk"},  {"n", "n", "n", "n"},
    {"d", "d", "t", "d"},  {"tt", "tt", "tt", "tt"},  {"r", "r", "r", "r"},
    {"m", "m", "m", "m"},  {"b", "b", "p", "b"},      {"pp", "pp", "pp", "pp"},
    {"s", "s", "s", "s"},  {"ss", "ss", "ss", "ss"},  {"", "", "", ""},
    {"j", "j", "ch", "j"}, {"jj", "jj", "tch", "jj"}, {"ch", "ch", "ch", "ch"},
    {"k", "k", "k", "k"},  {"t", "t", "t", "t"},      {"p", "p", "p", "p"},
    {"h", "h", "h", "h"},
}};
constexpr std::array<std::array<const char*, kColumns>, 21> kVowels{{
    {"a", "a", "a", "a"},         {"ae", "ae", "ae", "ae"},     {"ya", "ya", "ya", "ya"},
    {"yae", "yae", "yae", "yae"}, {"eo", "eo", "o", "u"},       {"e", "e", "e", "e"},
    {"yeo", "yeo", "yo", "you"},  {"ye", "ye", "ye", "ye"},     {"o", "o", "o", "o"},
    {"wa", "wa", "wa", "wa"},     {"wae", "wae", "wae", "wae"}, {"oe", "oe", "oe", "oi"},
    {"yo", "yo", "yo", "yo"},     {"u", "u", "u", "oo"},        {"wo", "wo", "wo", "wo"},
    {"we", "we", "we", "we"},     {"wi", "wi", "wi", "wi"},     {"yu", "yu", "yu", "yoo"},
    {"eu", "eu", "u", "eu"},      {"ui", "ui", "ui", "ee"},     {"i", "i", "i", "i"},
}};
// Finals by themselves, and what they leave when the next syllable begins with a vowel: the sound
// that stays and the initial that moves over (19: none).
constexpr std::array<const char*, 28> kFinals{"",  "k",  "k", "k", "n", "n", "n", "t", "l", "k",
                                              "m", "l",  "l", "l", "p", "l", "m", "p", "p", "t",
                                              "t", "ng", "t", "t", "k", "t", "p", "t"};
constexpr std::array<const char*, 28> kBeforeVowel{
    "",   "g", "kk", "ks", "n",  "nj", "n",  "d",  "r", "lg", "lm", "lb", "ls", "lt",
    "lp", "r", "m",  "b",  "ps", "s",  "ss", "ng", "j", "ch", "k",  "t",  "p",  ""};

/// Finals that sound alike when a consonant follows: 0 none, else k n t l m p ng.
char sound_of(std::size_t last) {
    return last == 0 ? '\0' : last == 21 ? 'N' : kFinals[last][0];
}

/// Final and following initial as they sound together; "": they keep their own.
std::string assimilated(std::size_t last, std::size_t next) {
    constexpr std::size_t kN = 2;
    constexpr std::size_t kR = 5;
    constexpr std::size_t kM = 6;
    const char sound = sound_of(last);
    if (next == kN || next == kM || next == kR) {
        const std::string behind = next == kM ? "m" : "n";
        if (sound == 'k') return "ng" + behind;
        if (sound == 't') return "n" + behind;
        if (sound == 'p') return "m" + behind;
        if (next == kR && (sound == 'N' || sound == 'm')) return sound == 'N' ? "ngn" : "mn";
    }
    if ((sound == 'l' && (next == kR || next == kN)) || (sound == 'n' && next == kR)) return "ll";
    return "";
}

bool is_syllable(char32_t c) {
    return c >= kFirst && c <= kLast;
}

Parts parts_of(char32_t syllable) {
    const std::size_t index = syllable - kFirst;
    return {index / 588, index % 588 / 28, index % 28};
}

/// The end of this syllable with the consonant of the next one in it where they melt.
std::string joint(std::u32string_view word, std::size_t i, std::size_t column, bool& taken) {
    const auto last = parts_of(word[i]).last;
    taken = false;
    if (last == 0 || i + 1 >= word.size() || !is_syllable(word[i + 1])) return kFinals[last];
    const auto next = parts_of(word[i + 1]).initial;
    if (next == kNoInitial) return kBeforeVowel[last];
    if (column == 0 || column == 3) return kFinals[last];
    auto melted = assimilated(last, next);
    taken = !melted.empty();
    return taken ? melted : kFinals[last];
}

/// McCune-Reischauer writes k t p ch as g d b j between voiced sounds.
const char* initial_at(std::u32string_view word, std::size_t i, std::size_t column) {
    const auto initial = parts_of(word[i]).initial;
    if (i > 0 && (column == 2 || column == 3) && is_syllable(word[i - 1])) {
        const char before = sound_of(parts_of(word[i - 1]).last);
        const bool voiced =
            before == '\0' || before == 'n' || before == 'l' || before == 'm' || before == 'N';
        if (voiced) return kInitials[initial][0];
    }
    return kInitials[initial][column];
}

std::string syllable_in(std::u32string_view word, std::size_t i, std::size_t column, bool& taken) {
    std::string out;
    if (!taken) out = initial_at(word, i, column);
    out += kVowels[parts_of(word[i]).vowel][column];
    return out + joint(word, i, column, taken);
}

}  // namespace

Units hangul_units(std::u32string_view word) {
    Units out;
    std::array<bool, kColumns> taken{};
    const bool may_be_person = word.size() <= 4;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (!is_syllable(word[i])) {
            taken.fill(false);
            continue;
        }
        std::string list;
        for (std::size_t column = 0; column < kColumns; ++column) {
            list += (column == 0 ? "" : "|") + syllable_in(word, i, column, taken[column]);
        }
        const auto surname = korean_surname(word.substr(0, 1));
        if (i == 0 && may_be_person && !surname.empty()) {
            // Habits first in the column of habits; the rest as further ways.
            list.erase(list.rfind('|') + 1);
            list += surname;
        }
        out.push_back(list);
    }
    return out;
}

}  // namespace cordon::names
