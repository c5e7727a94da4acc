// SPDX-License-Identifier: Apache-2.0
// Koreans write their names as they like. A surname has a handful of spellings; a given name is
// spelled syllable by syllable, and each part of a syllable in the ways of this table, the most
// usual first: 정 is jeong, jung, jong, cheong, chung …
#include "names/romanise_korean.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "names/choices.h"

namespace cordon::names {

namespace {

constexpr char32_t kFirst = 0xAC00;
constexpr char32_t kLast = 0xD7A3;

struct Surname {
    std::u32string_view syllables;
    const char* spellings;
};
constexpr std::array kSurnames{Surname{U"김", "kim|gim"},
                               Surname{U"이", "lee|yi|rhee|i"},
                               Surname{U"박", "park|pak|bak"},
                               Surname{U"최", "choi|choe"},
                               Surname{U"정", "jung|chung|jeong|cheong"},
                               Surname{U"강", "kang|gang"},
                               Surname{U"조", "cho|jo"},
                               Surname{U"윤", "yoon|yun"},
                               Surname{U"장", "jang|chang"},
                               Surname{U"임", "lim|im|rim"},
                               Surname{U"오", "oh|o"},
                               Surname{U"서", "seo|suh|so"},
                               Surname{U"신", "shin|sin"},
                               Surname{U"권", "kwon|gwon"},
                               Surname{U"황", "hwang"},
                               Surname{U"안", "ahn|an"},
                               Surname{U"류", "ryu|yoo|yu"},
                               Surname{U"유", "yoo|yu|ryu"},
                               Surname{U"전", "jeon|chun|jun|chon"},
                               Surname{U"고", "ko|go|koh"},
                               Surname{U"문", "moon|mun"},
                               Surname{U"손", "son|sohn"},
                               Surname{U"배", "bae|pae"},
                               Surname{U"백", "baek|paik|paek"},
                               Surname{U"허", "heo|huh|ho"},
                               Surname{U"심", "shim|sim"},
                               Surname{U"노", "roh|noh|no"},
                               Surname{U"로", "roh|ro|no"},
                               Surname{U"곽", "kwak|gwak"},
                               Surname{U"성", "sung|seong|song"},
                               Surname{U"주", "joo|ju|chu"},
                               Surname{U"우", "woo|u"},
                               Surname{U"구", "koo|gu|ku"},
                               Surname{U"진", "jin|chin"},
                               Surname{U"지", "ji|chi"},
                               Surname{U"엄", "um|eom"},
                               Surname{U"변", "byun|byeon"},
                               Surname{U"방", "bang|pang"},
                               Surname{U"천", "chun|cheon"},
                               Surname{U"공", "kong|gong"},
                               Surname{U"석", "seok|suk"},
                               Surname{U"리", "ri|lee|rhee|yi"},
                               Surname{U"림", "rim|lim|im"},
                               Surname{U"기", "ki|gi|kee"},
                               Surname{U"한", "han|hahn"},
                               Surname{U"송", "song"},
                               Surname{U"홍", "hong"},
                               Surname{U"양", "yang"},
                               Surname{U"남", "nam"},
                               Surname{U"하", "ha"},
                               Surname{U"차", "cha"},
                               Surname{U"나", "na|ra|rha"},
                               Surname{U"라", "ra|na|rha"},
                               Surname{U"민", "min"},
                               Surname{U"원", "won"},
                               Surname{U"채", "chae"},
                               Surname{U"현", "hyun|hyeon|hyon"},
                               Surname{U"함", "ham|hahm"},
                               Surname{U"염", "yeom|yum|youm"},
                               Surname{U"여", "yeo|yuh"},
                               Surname{U"추", "choo|chu"},
                               Surname{U"도", "do|doh"},
                               Surname{U"마", "ma|mah"},
                               Surname{U"설", "seol|sul"},
                               Surname{U"연", "yeon|youn"},
                               Surname{U"명", "myung|myeong"},
                               Surname{U"남궁", "namgung|namkung|namgoong"},
                               Surname{U"황보", "hwangbo|hwangbo"},
                               Surname{U"제갈", "jegal|chegal"},
                               Surname{U"선우", "sunwoo|seonu|sunoo"},
                               Surname{U"독고", "dokgo|dokko"}};

constexpr std::array<const char*, 19> kInitials{"k|g", "kk", "n", "d|t", "tt", "r|l",  "m",
                                                "b|p", "pp", "s", "ss",  "",   "j|ch", "jj",
                                                "ch",  "k",  "t", "p",   "h"};
constexpr std::array<const char*, 21> kVowels{
    "a",  "ae|ai", "ya",     "yae",    "eo|u|o", "e",       "yeo|yu|yo|you",
    "ye", "o",     "wa",     "wae",    "oe|oi",  "yo",      "u|oo",
    "wo", "we",    "wi|wee", "yu|yoo", "eu|u",   "ui|ee|i", "i|ee"};
constexpr std::array<const char*, 28> kFinals{"",  "k|g", "k", "k", "n", "n", "n", "t",   "l", "k",
                                              "m", "l",   "l", "l", "p", "l", "m", "p|b", "p", "t",
                                              "t", "ng",  "t", "t", "k", "t", "p", "t"};
constexpr std::size_t kNoInitial = 11;
constexpr std::size_t kU = 13;
constexpr std::size_t kHye = 7;
constexpr std::size_t kH = 18;
constexpr std::size_t kS = 9;
constexpr std::size_t kI = 20;

std::string_view vowels_of(std::size_t initial, std::size_t vowel) {
    if (initial == kNoInitial && vowel == kU) return "u|woo|wu|oo";
    if (vowel == kHye) return initial == kH ? "ye|yae|ae" : "ye";
    return kVowels[vowel];
}

Choices spellings_of(char32_t syllable) {
    const std::size_t index = syllable - kFirst;
    const std::size_t initial = index / 588;
    const std::size_t vowel = index % 588 / 28;
    std::vector<Choices> parts(3);
    const auto offer_all = [](Choices& to, std::string_view ways) {
        std::uint32_t price = 0;
        for (const auto way : split(ways, '|')) offer(to, way, price++);
    };
    const bool sh = initial == kS && vowel == kI;  // 신 is sin and shin
    offer_all(parts[0], sh ? "s|sh" : kInitials[initial]);
    offer_all(parts[1], vowels_of(initial, vowel));
    offer_all(parts[2], kFinals[index % 28]);
    Choices out;
    std::uint32_t price = 0;
    bool cut = false;
    constexpr std::size_t kMost = 8;
    for (const auto& text : cheapest(parts, kMost, cut)) offer(out, text, price++);
    return out;
}

}  // namespace

std::string_view korean_surname(std::u32string_view syllables) {
    const auto* at = std::find_if(kSurnames.begin(), kSurnames.end(),
                                  [&](const Surname& s) { return s.syllables == syllables; });
    return at == kSurnames.end() ? std::string_view{} : at->spellings;
}

std::vector<std::string> korean_given(std::u32string_view syllables, std::size_t most) {
    std::vector<Choices> choices;
    for (const char32_t c : syllables) {
        if (c < kFirst || c > kLast) return {};
        choices.push_back(spellings_of(c));
    }
    bool cut = false;
    return cheapest(choices, most, cut);
}

}  // namespace cordon::names
