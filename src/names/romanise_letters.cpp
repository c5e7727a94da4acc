// SPDX-License-Identifier: Apache-2.0
// Alphabets: Cyrillic, Greek, Arabic and Hebrew.
//
// Tables of letter groups, the longest group first; a rule may ask that it stands at the start of
// the word (or after a vowel, where Cyrillic е is "ye") or at its end. A letter without a rule is
// left out: it is a sign (ъ, ع) or so rare that no document agrees on it.
#include "names/romanise_letters.h"

#include <algorithm>
#include <span>

namespace cordon::names {

namespace {

enum class Where : std::uint8_t { Any, Start, AfterVowel, End };

struct Rule {
    std::u32string_view letters;
    const char* spellings;
    Where where = Where::Any;
};

constexpr std::array kCyrillic{Rule{U"ий", "y|iy|ii|ij|i", Where::End},
                               Rule{U"ый", "y|yy|yi|yj|iy|i", Where::End},
                               Rule{U"ов", "ov|ov|ov|ov|off|ow", Where::End},
                               Rule{U"ев", "ev|ev|ev|ev|yev|eff|ew", Where::End},
                               Rule{U"ия", "ia|iya|iia|ija"},
                               Rule{U"ью", "yu|yu|iu|ju|iyu"},
                               Rule{U"ья", "ya|ya|ia|ja|iya"},
                               Rule{U"ье", "ye|ye|ie|e|e|je"},
                               Rule{U"кс", "ks|ks|ks|ks|x"},
                               Rule{U"дж", "dzh|dzh|dzh|dz|j"},
                               Rule{U"зх", "zkh|zkh|zkh|zh"},
                               Rule{U"е", "e|ye|e|e|ye|je", Where::Start},
                               Rule{U"е", "e|ye|e|e|ye|je", Where::AfterVowel},
                               Rule{U"а", "a"},
                               Rule{U"б", "b"},
                               Rule{U"в", "v|v|v|v|w"},
                               Rule{U"г", "g|g|g|g|h"},
                               Rule{U"ґ", "g"},
                               Rule{U"д", "d"},
                               Rule{U"е", "e"},
                               Rule{U"ё", "e|yo|e|e|io|jo"},
                               Rule{U"є", "e|ye|ie|je"},
                               Rule{U"ж", "zh|zh|zh|z|j"},
                               Rule{U"з", "z"},
                               Rule{U"и", "i|i|i|i|y"},
                               Rule{U"і", "i"},
                               Rule{U"ї", "i|yi|i|ji|yi"},
                               Rule{U"й", "y|y|i|j|i"},
                               Rule{U"ј", "j|j|j|j|y"},
                               Rule{U"к", "k"},
                               Rule{U"л", "l"},
                               Rule{U"љ", "lj"},
                               Rule{U"м", "m"},
                               Rule{U"н", "n"},
                               Rule{U"њ", "nj"},
                               Rule{U"о", "o"},
                               Rule{U"п", "p"},
                               Rule{U"р", "r"},
                               Rule{U"с", "s"},
                               Rule{U"т", "t"},
                               Rule{U"ћ", "c|c|c|c|ch"},
                               Rule{U"ќ", "kj|kj|kj|kj|k"},
                               Rule{U"ђ", "dj|dj|dj|dj|d"},
                               Rule{U"ѓ", "gj|gj|gj|gj|g"},
                               Rule{U"ѕ", "dz"},
                               Rule{U"џ", "dz|dz|dz|dz|dzh|j"},
                               Rule{U"у", "u|u|u|u|ou"},
                               Rule{U"ў", "u|w|u|u|v"},
                               Rule{U"ф", "f|f|f|f|ph"},
                               Rule{U"х", "kh|kh|kh|h|ch"},
                               Rule{U"ц", "ts|ts|ts|c|tz"},
                               Rule{U"ч", "ch|ch|ch|c|tch"},
                               Rule{U"ш", "sh|sh|sh|s|sch"},
                               Rule{U"щ", "shch|shch|shch|sc|sch|sh"},
                               Rule{U"ъ", "_|_|ie|_"},
                               Rule{U"ы", "y|y|y|y|i"},
                               Rule{U"ь", "_"},
                               Rule{U"э", "e"},
                               Rule{U"ю", "yu|yu|iu|ju|u"},
                               Rule{U"я", "ya|ya|ia|ja"},
                               Rule{U"ә", "a|a|a|a|e"},
                               Rule{U"ғ", "g|g|g|g|gh"},
                               Rule{U"қ", "k|q|k|k"},
                               Rule{U"ң", "n|ng|n|n"},
                               Rule{U"ө", "o"},
                               Rule{U"ұ", "u"},
                               Rule{U"ү", "u"},
                               Rule{U"һ", "h"}};

constexpr std::array kGreek{Rule{U"μπ", "b|b|b|mp|mp", Where::Start},
                            Rule{U"ντ", "d|d|d|nt|nt", Where::Start},
                            Rule{U"γκ", "g|gk|gk", Where::Start},
                            Rule{U"μπ", "mp|mp|mp|b|mb"},
                            Rule{U"ντ", "nt|nt|nt|d|nd"},
                            Rule{U"γκ", "gk|gk|gk|g|ng"},
                            Rule{U"γγ", "ng"},
                            Rule{U"γχ", "nch|nch|nch|nh"},
                            Rule{U"γξ", "nx"},
                            Rule{U"τζ", "tz|tz|tz|j"},
                            Rule{U"ου", "ou|ou|ou|u"},
                            Rule{U"αυ", "av|af|au"},
                            Rule{U"ευ", "ev|ef|eu"},
                            Rule{U"αι", "ai|ai|ae|e"},
                            Rule{U"ει", "ei|ei|ei|i"},
                            Rule{U"οι", "oi|oi|oe|i"},
                            Rule{U"α", "a"},
                            Rule{U"β", "v|v|b"},
                            Rule{U"γ", "g|g|g|y|gh"},
                            Rule{U"δ", "d|d|d|d|dh"},
                            Rule{U"ε", "e"},
                            Rule{U"ζ", "z"},
                            Rule{U"η", "i|i|e"},
                            Rule{U"θ", "th"},
                            Rule{U"ι", "i"},
                            Rule{U"κ", "k|k|c"},
                            Rule{U"λ", "l"},
                            Rule{U"μ", "m"},
                            Rule{U"ν", "n"},
                            Rule{U"ξ", "x|x|x|ks"},
                            Rule{U"ο", "o"},
                            Rule{U"π", "p"},
                            Rule{U"ρ", "r|r|rh", Where::Start},
                            Rule{U"ρ", "r"},
                            Rule{U"σ", "s"},
                            Rule{U"τ", "t"},
                            Rule{U"υ", "y|y|y|i"},
                            Rule{U"φ", "f|f|ph"},
                            Rule{U"χ", "ch|ch|ch|h|kh"},
                            Rule{U"ψ", "ps"},
                            Rule{U"ω", "o"}};

// و and ي are consonants at the start and after ا, vowels elsewhere.
constexpr std::array kArabic{Rule{U"ال", "al", Where::Start},
                             Rule{U"و", "w|w|w|w|v", Where::Start},
                             Rule{U"ي", "y|y|y|y|i", Where::Start},
                             Rule{U"و", "w|w|w|w|v", Where::AfterVowel},
                             Rule{U"ي", "y|y|y|y|i", Where::AfterVowel},
                             Rule{U"ه", "a|a|a|a|ah|h", Where::End},
                             Rule{U"ا", "a"},
                             Rule{U"ب", "b"},
                             Rule{U"پ", "p"},
                             Rule{U"ت", "t"},
                             Rule{U"ث", "th|th|th|th|s"},
                             Rule{U"ج", "j|j|j|j|g"},
                             Rule{U"چ", "ch"},
                             Rule{U"ح", "h"},
                             Rule{U"خ", "kh"},
                             Rule{U"د", "d"},
                             Rule{U"ذ", "dh|dh|dh|dh|z"},
                             Rule{U"ر", "r"},
                             Rule{U"ز", "z"},
                             Rule{U"ژ", "zh"},
                             Rule{U"س", "s"},
                             Rule{U"ش", "sh"},
                             Rule{U"ص", "s"},
                             Rule{U"ض", "d|d|d|d|z"},
                             Rule{U"ط", "t"},
                             Rule{U"ظ", "z"},
                             Rule{U"ع", "a|a|a|a|_", Where::Start},
                             Rule{U"ع", "_|_|_|_|a"},
                             Rule{U"غ", "gh|gh|gh|gh|g"},
                             Rule{U"ف", "f"},
                             Rule{U"ڤ", "v"},
                             Rule{U"ق", "q|q|q|q|k|gh"},
                             Rule{U"ك", "k"},
                             Rule{U"گ", "g"},
                             Rule{U"ل", "l"},
                             Rule{U"م", "m"},
                             Rule{U"ن", "n"},
                             Rule{U"ه", "h"},
                             Rule{U"و", "u|u|u|u|o|w"},
                             Rule{U"ي", "i|i|i|i|y|e"},
                             Rule{U"ء", "_"},
                             Rule{U"ٹ", "t"},
                             Rule{U"ڈ", "d"},
                             Rule{U"ڑ", "r"}};

constexpr std::array kHebrew{Rule{U"וו", "v|v|v|v|w"},
                             Rule{U"יי", "i|i|i|i|y|ay"},
                             Rule{U"צ׳", "ch"},
                             Rule{U"א", "a|a|a|a|e|_", Where::Start},
                             Rule{U"ע", "a|a|a|a|e|_", Where::Start},
                             Rule{U"ו", "v", Where::Start},
                             Rule{U"י", "y", Where::Start},
                             Rule{U"ה", "a|a|ah|a", Where::End},
                             Rule{U"א", "a|a|a|a|_"},
                             Rule{U"ב", "v|b"},
                             Rule{U"ג", "g"},
                             Rule{U"ד", "d"},
                             Rule{U"ה", "h"},
                             Rule{U"ו", "o|o|o|u|v"},
                             Rule{U"ז", "z"},
                             Rule{U"ח", "h|ch|kh|h"},
                             Rule{U"ט", "t"},
                             Rule{U"י", "i|i|i|i|y"},
                             Rule{U"כ", "k|ch|kh|k"},
                             Rule{U"ך", "ch|ch|kh|h|k"},
                             Rule{U"ל", "l"},
                             Rule{U"מ", "m"},
                             Rule{U"ם", "m"},
                             Rule{U"נ", "n"},
                             Rule{U"ן", "n"},
                             Rule{U"ס", "s"},
                             Rule{U"ע", "a|a|a|a|_"},
                             Rule{U"פ", "p|f"},
                             Rule{U"ף", "f"},
                             Rule{U"צ", "tz|ts|tz|z"},
                             Rule{U"ץ", "tz|ts|tz|z"},
                             Rule{U"ק", "k|k|q|k"},
                             Rule{U"ר", "r"},
                             Rule{U"ש", "sh|sh|sh|s"},
                             Rule{U"ת", "t|t|th|t"}};

bool stands(const Rule& rule, std::u32string_view word, std::size_t at,
            std::u32string_view vowels) {
    if (!word.substr(at).starts_with(rule.letters)) return false;
    switch (rule.where) {
        case Where::Any:
            return true;
        case Where::Start:
            return at == 0;
        case Where::AfterVowel:
            return at > 0 && vowels.find(word[at - 1]) != std::u32string_view::npos;
        case Where::End:
            return at + rule.letters.size() == word.size();
    }
    return false;
}

Units cut(std::u32string_view word, std::span<const Rule> rules, std::u32string_view vowels) {
    Units out;
    for (std::size_t at = 0; at < word.size();) {
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& candidate) {
            return stands(candidate, word, at, vowels);
        });
        if (rule == rules.end()) {
            ++at;
            continue;
        }
        out.emplace_back(rule->spellings);
        at += rule->letters.size();
    }
    return out;
}

}  // namespace

Units cyrillic_units(std::u32string_view word) {
    return cut(word, kCyrillic, U"аеёиоуыэюяіїєйьъ");
}

Units greek_units(std::u32string_view word) {
    return cut(word, kGreek, U"αεηιουω");
}

Units arabic_units(std::u32string_view word) {
    return cut(word, kArabic, U"ا");
}

Units hebrew_units(std::u32string_view word) {
    // At the start of a word, and after a prefix of one letter, ב כ פ are hard: b, k, p.
    auto units = cut(word, kHebrew, U"");
    if (!word.empty() && !units.empty() && word[0] == U'ב') units[0] = "b|b|b|b|v";
    return units;
}

}  // namespace cordon::names
