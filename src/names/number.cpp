// SPDX-License-Identifier: Apache-2.0
// Numbers as names write them.
//
// Digits always count, with the ordinal ending that stands glued to them. A number in words counts
// only when it ends as an ordinal ("fifty-fourth", "пятьдесят четвертый") or stands behind "no":
// "One" and "Seven" are brands as often as numbers. What a word means is looked up in tables; a
// spoken number is a sum of hundreds, tens and ones in falling order, and the longest reading wins.
#include "names/number.h"

#include <algorithm>
#include <array>
#include <string>

namespace cordon::names {

namespace {

using Words = std::span<const Word>;

enum class Part : std::uint8_t { One, Teen, Ten, Hundred, Thousand };

struct Spoken {
    std::string_view text;
    std::uint16_t value;
    Part part;
    bool ordinal;
};

constexpr std::array kEnglish{Spoken{"one", 1, Part::One, false},
                              Spoken{"two", 2, Part::One, false},
                              Spoken{"three", 3, Part::One, false},
                              Spoken{"four", 4, Part::One, false},
                              Spoken{"five", 5, Part::One, false},
                              Spoken{"six", 6, Part::One, false},
                              Spoken{"seven", 7, Part::One, false},
                              Spoken{"eight", 8, Part::One, false},
                              Spoken{"nine", 9, Part::One, false},
                              Spoken{"first", 1, Part::One, true},
                              Spoken{"second", 2, Part::One, true},
                              Spoken{"third", 3, Part::One, true},
                              Spoken{"fourth", 4, Part::One, true},
                              Spoken{"fifth", 5, Part::One, true},
                              Spoken{"sixth", 6, Part::One, true},
                              Spoken{"seventh", 7, Part::One, true},
                              Spoken{"eighth", 8, Part::One, true},
                              Spoken{"ninth", 9, Part::One, true},
                              Spoken{"ten", 10, Part::Teen, false},
                              Spoken{"eleven", 11, Part::Teen, false},
                              Spoken{"twelve", 12, Part::Teen, false},
                              Spoken{"thirteen", 13, Part::Teen, false},
                              Spoken{"fourteen", 14, Part::Teen, false},
                              Spoken{"fifteen", 15, Part::Teen, false},
                              Spoken{"sixteen", 16, Part::Teen, false},
                              Spoken{"seventeen", 17, Part::Teen, false},
                              Spoken{"eighteen", 18, Part::Teen, false},
                              Spoken{"nineteen", 19, Part::Teen, false},
                              Spoken{"tenth", 10, Part::Teen, true},
                              Spoken{"eleventh", 11, Part::Teen, true},
                              Spoken{"twelfth", 12, Part::Teen, true},
                              Spoken{"thirteenth", 13, Part::Teen, true},
                              Spoken{"fourteenth", 14, Part::Teen, true},
                              Spoken{"fifteenth", 15, Part::Teen, true},
                              Spoken{"sixteenth", 16, Part::Teen, true},
                              Spoken{"seventeenth", 17, Part::Teen, true},
                              Spoken{"eighteenth", 18, Part::Teen, true},
                              Spoken{"nineteenth", 19, Part::Teen, true},
                              Spoken{"twenty", 20, Part::Ten, false},
                              Spoken{"thirty", 30, Part::Ten, false},
                              Spoken{"forty", 40, Part::Ten, false},
                              Spoken{"fifty", 50, Part::Ten, false},
                              Spoken{"sixty", 60, Part::Ten, false},
                              Spoken{"seventy", 70, Part::Ten, false},
                              Spoken{"eighty", 80, Part::Ten, false},
                              Spoken{"ninety", 90, Part::Ten, false},
                              Spoken{"twentieth", 20, Part::Ten, true},
                              Spoken{"thirtieth", 30, Part::Ten, true},
                              Spoken{"fortieth", 40, Part::Ten, true},
                              Spoken{"fiftieth", 50, Part::Ten, true},
                              Spoken{"sixtieth", 60, Part::Ten, true},
                              Spoken{"seventieth", 70, Part::Ten, true},
                              Spoken{"eightieth", 80, Part::Ten, true},
                              Spoken{"ninetieth", 90, Part::Ten, true},
                              Spoken{"hundred", 100, Part::Hundred, false},
                              Spoken{"hundredth", 100, Part::Hundred, true},
                              Spoken{"thousand", 1000, Part::Thousand, false},
                              Spoken{"thousandth", 1000, Part::Thousand, true}};

// Russian: whole cardinals of tens, and stems of ordinals that any ending of an adjective follows.
constexpr std::array kRussianTens{
    Spoken{"двадцать", 20, Part::Ten, false},    Spoken{"тридцать", 30, Part::Ten, false},
    Spoken{"сорок", 40, Part::Ten, false},       Spoken{"пятьдесят", 50, Part::Ten, false},
    Spoken{"шестьдесят", 60, Part::Ten, false},  Spoken{"семьдесят", 70, Part::Ten, false},
    Spoken{"восемьдесят", 80, Part::Ten, false}, Spoken{"девяносто", 90, Part::Ten, false}};
constexpr std::array kRussianStems{
    Spoken{"перв", 1, Part::One, true},          Spoken{"втор", 2, Part::One, true},
    Spoken{"трет", 3, Part::One, true},          Spoken{"четверт", 4, Part::One, true},
    Spoken{"четвёрт", 4, Part::One, true},       Spoken{"пят", 5, Part::One, true},
    Spoken{"шест", 6, Part::One, true},          Spoken{"седьм", 7, Part::One, true},
    Spoken{"восьм", 8, Part::One, true},         Spoken{"девят", 9, Part::One, true},
    Spoken{"десят", 10, Part::Teen, true},       Spoken{"одиннадцат", 11, Part::Teen, true},
    Spoken{"двенадцат", 12, Part::Teen, true},   Spoken{"тринадцат", 13, Part::Teen, true},
    Spoken{"четырнадцат", 14, Part::Teen, true}, Spoken{"пятнадцат", 15, Part::Teen, true},
    Spoken{"шестнадцат", 16, Part::Teen, true},  Spoken{"семнадцат", 17, Part::Teen, true},
    Spoken{"восемнадцат", 18, Part::Teen, true}, Spoken{"девятнадцат", 19, Part::Teen, true},
    Spoken{"двадцат", 20, Part::Ten, true},      Spoken{"тридцат", 30, Part::Ten, true},
    Spoken{"сороков", 40, Part::Ten, true},      Spoken{"пятидесят", 50, Part::Ten, true},
    Spoken{"шестидесят", 60, Part::Ten, true},   Spoken{"семидесят", 70, Part::Ten, true},
    Spoken{"восьмидесят", 80, Part::Ten, true},  Spoken{"девяност", 90, Part::Ten, true},
    Spoken{"сот", 100, Part::Hundred, true}};
constexpr std::array<std::string_view, 15> kRussianEndings{
    "ый", "ий", "ой", "ая", "ое", "ье", "ья", "ого", "ьего", "ому", "ом", "ей", "ою", "ую", "ым"};
// "54-й", "54-я", "54-го".
constexpr std::array<std::string_view, 12> kRussianAfterDigits{"й",  "я",  "е",  "ый", "ий", "ой",
                                                               "ая", "го", "ое", "му", "м",  "ого"};
constexpr std::array<std::string_view, 13> kLatinAfterDigits{
    "st", "nd", "rd", "th", "e", "er", "eme", "ere", "o", "a", "te", "ste", "ten"};
constexpr std::array<std::string_view, 14> kNumberSigns{
    "no", "nr", "num",  "number", "numero", "nummer", "nomer",
    "n",  "n0", "num0", "номер",  "ном",    "н",      "nos"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

template <std::size_t N>
const Spoken* whole(const std::array<Spoken, N>& table, std::string_view text) {
    const auto* at = std::find_if(table.begin(), table.end(),
                                  [&](const Spoken& spoken) { return spoken.text == text; });
    return at == table.end() ? nullptr : at;
}

const Spoken* spoken(std::string_view text) {
    if (const auto* english = whole(kEnglish, text)) return english;
    if (const auto* ten = whole(kRussianTens, text)) return ten;
    const auto* stem =
        std::find_if(kRussianStems.begin(), kRussianStems.end(), [&](const Spoken& candidate) {
            return text.starts_with(candidate.text) &&
                   among(kRussianEndings, text.substr(candidate.text.size()));
        });
    return stem == kRussianStems.end() ? nullptr : stem;
}

/// A sum of falling parts; `ordinal` when its last word is one.
struct Sum {
    std::uint64_t total = 0;
    std::uint64_t below = 0;  ///< since the last thousand
    Part last = Part::Thousand;
    bool any = false, ordinal = false;

    bool take(const Spoken& word) {
        if (ordinal) return false;
        const bool scales = word.part == Part::Hundred || word.part == Part::Thousand;
        if (scales && word.part == Part::Hundred) {
            if (any && (last != Part::One || below == 0)) return false;
            below = std::max<std::uint64_t>(below, 1) * 100;
        } else if (scales) {
            if (total > 0) return false;
            total = std::max<std::uint64_t>(below, 1) * 1000;
            below = 0;
        } else {
            const auto used = any && last != Part::Thousand && last <= Part::Ten;
            if (used && !(last == Part::Ten && word.part == Part::One)) return false;
            below += word.value;
        }
        last = word.part;
        any = true;
        ordinal = word.ordinal;
        return true;
    }
    [[nodiscard]] std::uint64_t value() const { return total + below; }
};

/// "fiftyfourth" in one word.
bool take_glued(Sum& sum, std::string_view text) {
    for (const auto& ten : kEnglish) {
        if (ten.part != Part::Ten || ten.ordinal || !text.starts_with(ten.text)) continue;
        const auto* one = whole(kEnglish, text.substr(ten.text.size()));
        if (one == nullptr || one->part != Part::One) continue;
        Sum both = sum;
        if (!both.take(ten) || !both.take(*one)) return false;
        sum = both;
        return true;
    }
    return false;
}

std::optional<NumberRead> number_in_words(Words words, bool cardinal_too) {
    Sum sum;
    std::optional<NumberRead> best;
    for (std::size_t i = 0; i < words.size() && i < 8; ++i) {
        const auto& text = words[i].text;
        const bool joins = text == "and" && sum.last == Part::Hundred && sum.any;
        if (joins) continue;
        const auto* word = spoken(text);
        if (word != nullptr ? !sum.take(*word) : !take_glued(sum, text)) break;
        if (sum.ordinal || cardinal_too) best = NumberRead{sum.value(), i + 1};
    }
    return best;
}

std::optional<std::uint64_t> digits(std::string_view text) {
    constexpr std::size_t kMost = 18;
    if (text.empty() || text.size() > kMost) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

/// Words that the ordinal ending behind the digits takes: "54th" is two words with nothing between,
/// "54-й" has a hyphen.
std::size_t ending(Words words) {
    if (words.size() < 2) return 0;
    const auto gap = words[1].begin - std::min(words[0].end, words[1].begin);
    const auto& text = words[1].text;
    const bool glued = gap == 0 && among(kLatinAfterDigits, text);
    const bool hyphened = gap <= 1 && (text == "th" || among(kRussianAfterDigits, text));
    return glued || hyphened ? 1 : 0;
}

}  // namespace

std::optional<std::uint64_t> roman_numeral(std::string_view word) {
    struct Sign {
        std::string_view letters;
        std::uint64_t value;
        std::size_t most;
    };
    constexpr std::array kSigns{Sign{"m", 1000, 3}, Sign{"cm", 900, 1}, Sign{"d", 500, 1},
                                Sign{"cd", 400, 1}, Sign{"c", 100, 3},  Sign{"xc", 90, 1},
                                Sign{"l", 50, 1},   Sign{"xl", 40, 1},  Sign{"x", 10, 3},
                                Sign{"ix", 9, 1},   Sign{"v", 5, 1},    Sign{"iv", 4, 1},
                                Sign{"i", 1, 3}};
    std::uint64_t value = 0;
    std::uint64_t least = 10'000;
    for (const auto& sign : kSigns) {
        // After 90 no 50 and no 40, after 9 no 5 and no 4: each digit is written once.
        std::size_t times = 0;
        while (times < sign.most && word.starts_with(sign.letters) && sign.value < least) {
            value += sign.value;
            word.remove_prefix(sign.letters.size());
            ++times;
        }
        if (times > 0 && sign.letters.size() == 2) {
            least = sign.letters == "cm" || sign.letters == "cd"   ? 100
                    : sign.letters == "xc" || sign.letters == "xl" ? 10
                                                                   : 1;
        }
    }
    if (!word.empty() || value == 0) return std::nullopt;
    return value;
}

std::optional<NumberRead> number_at(std::span<const Word> words) {
    if (words.empty()) return std::nullopt;
    const auto& first = words[0].text;
    if (const auto value = digits(first)) return NumberRead{*value, 1 + ending(words)};
    if (first == "第" && words.size() > 1) {
        const auto value = digits(words[1].text);
        if (!value) return std::nullopt;
        return NumberRead{*value, words.size() > 2 && words[2].text == "号" ? 3U : 2U};
    }
    if (words.size() > 1 && among(kNumberSigns, first)) {
        const auto behind = words.subspan(1);
        if (const auto value = digits(behind[0].text)) {
            return NumberRead{*value, 2 + ending(behind)};
        }
        const bool sign_alone = first.size() > 1 && first != "н";
        if (auto spoken_number = number_in_words(behind, true); spoken_number && sign_alone) {
            ++spoken_number->words;
            return spoken_number;
        }
        if (const auto roman = roman_numeral(behind[0].text); roman && sign_alone) {
            return NumberRead{*roman, 2};
        }
    }
    return number_in_words(words, false);
}

}  // namespace cordon::names
