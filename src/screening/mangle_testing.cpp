// SPDX-License-Identifier: Apache-2.0
#include "screening/mangle_testing.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/code_points.h"

namespace cordon::screening {

namespace {

using Words = std::vector<std::u32string>;

std::string text_of(const std::u32string& letters) {
    std::string text;
    for (const char32_t letter : letters) {
        if (letter <= 0x10FFFF) append_utf8(text, letter);
    }
    return text;
}

Words words_of(const std::u32string& letters) {
    Words words(1);
    for (const char32_t letter : letters) {
        if (letter == U' ') {
            if (!words.back().empty()) words.emplace_back();
        } else {
            words.back().push_back(letter);
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::u32string joined(const Words& words) {
    std::u32string all;
    for (const auto& word : words) {
        if (!all.empty()) all.push_back(U' ');
        all += word;
    }
    return all;
}

constexpr std::array<std::pair<char32_t, char32_t>, 10> kScanner = {{{U'o', U'0'},
                                                                     {U'0', U'o'},
                                                                     {U'l', U'1'},
                                                                     {U'i', U'l'},
                                                                     {U's', U'5'},
                                                                     {U'b', U'8'},
                                                                     {U'e', U'c'},
                                                                     {U'u', U'v'},
                                                                     {U'm', U'n'},
                                                                     {U'h', U'n'}}};
constexpr std::array<std::pair<char32_t, char32_t>, 8> kHomoglyphs = {{{U'a', U'а'},
                                                                       {U'e', U'е'},
                                                                       {U'o', U'о'},
                                                                       {U'c', U'с'},
                                                                       {U'H', U'Н'},
                                                                       {U'A', U'А'},
                                                                       {U'x', U'х'},
                                                                       {U'p', U'р'}}};

template <class Table>
void replace_one(std::u32string& letters, const Table& table, std::mt19937_64& random) {
    const std::size_t start = random() % letters.size();
    for (std::size_t i = 0; i < letters.size(); ++i) {
        char32_t& letter = letters[(start + i) % letters.size()];
        for (const auto& [from, to] : table) {
            if (letter == from) {
                letter = to;
                return;
            }
        }
    }
}

/// Changes of one or two letters.
void change_letters(std::u32string& letters, Mangling how, std::mt19937_64& random) {
    const std::size_t at = random() % letters.size();
    const auto letter = static_cast<char32_t>(U'a' + random() % 26U);
    switch (how) {
        case Mangling::Insert:
            letters.insert(at, 1, letter);
            break;
        case Mangling::Delete:
            letters.erase(at, 1);
            break;
        case Mangling::Replace:
            letters[at] = letter;
            break;
        case Mangling::Swap:
            if (at + 1 < letters.size()) std::swap(letters[at], letters[at + 1]);
            break;
        case Mangling::Double:
            letters.insert(at, 1, letters[at]);
            break;
        case Mangling::Scanner:
            replace_one(letters, kScanner, random);
            break;
        case Mangling::Homoglyph:
            replace_one(letters, kHomoglyphs, random);
            break;
        case Mangling::Punctuation:
            letters.insert(at, 1, U"-.,'/&"[random() % 6]);
            break;
        case Mangling::Upper:
            for (char32_t& each : letters) {
                if (each >= U'a' && each <= U'z') each -= U'a' - U'A';
            }
            break;
        case Mangling::Cut:
            letters.resize(letters.size() - random() % (letters.size() / 3 + 1));
            break;
        default:
            break;
    }
}

void change_words(Words& words, const Words& others, Mangling how, std::mt19937_64& random) {
    const std::size_t at = random() % words.size();
    switch (how) {
        case Mangling::DropWord:
            if (words.size() > 1) words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
            break;
        case Mangling::SwapWords:
            std::swap(words[at], words[random() % words.size()]);
            break;
        case Mangling::Reverse:
            std::reverse(words.begin(), words.end());
            break;
        case Mangling::Merge:
            if (at + 1 < words.size()) {
                words[at] += words[at + 1];
                words.erase(words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
            }
            break;
        case Mangling::Split:
            if (words[at].size() > 1) {
                const std::size_t cut = 1 + random() % (words[at].size() - 1);
                words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                             words[at].substr(cut));
                words[at].resize(cut);
            }
            break;
        case Mangling::Borrow:
            if (!others.empty()) words[at] = others[random() % others.size()];
            break;
        default:
            break;
    }
}

}  // namespace

std::string mangled(std::string_view name, std::string_view other, Mangling how,
                    std::mt19937_64& random) {
    auto letters = code_points(name);
    if (letters.empty()) return std::string(name);
    change_letters(letters, how, random);
    auto words = words_of(letters);
    if (words.empty()) return text_of(letters);
    change_words(words, words_of(code_points(other)), how, random);
    return text_of(joined(words));
}

std::string mangled(std::string_view name, std::string_view other, std::mt19937_64& random) {
    return mangled(name, other, static_cast<Mangling>(random() % kManglings), random);
}

}  // namespace cordon::screening
