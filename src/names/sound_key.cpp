// SPDX-License-Identifier: Apache-2.0
// Consonants without spelling habits.
//
// The word is read from the left, the longest group of letters first, and each group leaves one
// letter of a small alphabet: b d f g h j k l m n p r s t v y z, c for "ch", x for "sh". Vowels
// leave nothing, but one at the front leaves "a". Doubled results become one. An h at the end is
// silent (Abdullah, Abdulla); y is a consonant only in front of a vowel at the start (Yuri, Iuri).
//
// The key is a wide bridge by purpose: it says that two words could be one name heard twice.
#include <array>

#include "names/romanise.h"

namespace cordon::names {

namespace {

struct Group {
    std::string_view letters;
    std::string_view key;
};
// Longest first among those that begin alike.
constexpr std::array kGroups{
    Group{"shch", "x"}, Group{"tsch", "c"}, Group{"sch", "x"}, Group{"tch", "c"}, Group{"dzh", "j"},
    Group{"tzs", "z"},  Group{"sh", "x"},   Group{"ch", "c"},  Group{"zh", "j"},  Group{"kh", "h"},
    Group{"gh", "g"},   Group{"ph", "f"},   Group{"th", "t"},  Group{"dh", "d"},  Group{"dj", "j"},
    Group{"ts", "z"},   Group{"tz", "z"},   Group{"dz", "z"},  Group{"ck", "k"},  Group{"qu", "k"},
    Group{"rh", "r"},   Group{"wh", "v"},   Group{"x", "ks"},  Group{"q", "k"},   Group{"w", "v"},
    Group{"b", "b"},    Group{"d", "d"},    Group{"f", "f"},   Group{"g", "g"},   Group{"h", "h"},
    Group{"j", "j"},    Group{"k", "k"},    Group{"l", "l"},   Group{"m", "m"},   Group{"n", "n"},
    Group{"p", "p"},    Group{"r", "r"},    Group{"s", "s"},   Group{"t", "t"},   Group{"v", "v"},
    Group{"z", "z"}};

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// "c" before e, i and y hisses; elsewhere it is k.
Group group_at(std::string_view word, std::size_t at) {
    const auto rest = word.substr(at);
    for (const auto& group : kGroups) {
        if (rest[0] == group.letters[0] && rest.starts_with(group.letters)) return group;
    }
    if (rest[0] != 'c') return {rest.substr(0, 1), ""};
    const bool soft = rest.size() > 1 && (rest[1] == 'e' || rest[1] == 'i' || rest[1] == 'y');
    return {rest.substr(0, 1), soft ? "s" : "k"};
}

/// Gromoff is Gromov.
std::string_view without_off(std::string_view word, bool& off) {
    off = word.ends_with("off") || word.ends_with("eff");
    if (off) word.remove_suffix(2);
    return word;
}

}  // namespace

std::string sound_key(std::string_view latin_word) {
    constexpr std::size_t kLeast = 3;
    bool off = false;
    const auto word = without_off(latin_word, off);
    std::string out;
    bool vowel_first = false;
    for (std::size_t at = 0; at < word.size();) {
        if (is_vowel(word[at])) {
            const bool glides = at == 0 && word.size() > 1 && is_vowel(word[1]) &&
                                (word[0] == 'y' || word[0] == 'i');
            if (glides) out.push_back('y');
            if (at == 0 && !glides) vowel_first = true;
            ++at;
            continue;
        }
        const auto group = group_at(word, at);
        at += group.letters.size();
        if (group.key == "h" && group.letters == "h" && at == word.size()) continue;
        for (const char c : group.key) {
            if (out.empty() || out.back() != c) out.push_back(c);
        }
    }
    if (off && (out.empty() || out.back() != 'v')) out.push_back('v');
    if (out.size() < kLeast) return {};
    return vowel_first ? "a" + out : out;
}

}  // namespace cordon::names
