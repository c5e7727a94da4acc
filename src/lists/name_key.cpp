// SPDX-License-Identifier: Apache-2.0
// The key of a name, in two steps.
//
// Step 1 cuts the name into words: letters and digits stay in lower case, an apostrophe vanishes
// ("Xi'an"), everything else ends a word. One subtlety: a point between single letters vanishes
// too ("S.p.A." = "SpA"), but ends a word elsewhere ("Co.Ltd" = "Co Ltd"). "&" is the word "and".
// Step 2 takes legal forms off both ends (legal_forms.h).
//
// Nearly every name of an order is ASCII and takes the table below; any other byte sends the name
// through ICU once (unicode_fold.cpp), which leaves the same alphabet plus letters of other
// scripts, and then through the same table. Tested by name_key_test.cpp.
#include "lists/name_key.h"

#include <array>
#include <bit>
#include <cstring>

#include "lists/legal_forms.h"
#include "lists/snapshot.h"

namespace cordon::lists {

namespace {

enum : char { kEndsWord = 0, kVanishes = 1, kPoint = 2, kAnd = 3 };

/// Lower-case letter or digit, the byte itself beyond ASCII, or one of the four above.
constexpr std::array<char, 256> kClass = [] {
    std::array<char, 256> table{};
    for (std::size_t c = 0; c < 256; ++c) {
        if (c >= 'A' && c <= 'Z') {
            table[c] = static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80) {
            table[c] = static_cast<char>(c);
        }
    }
    table['\''] = table['`'] = kVanishes;
    table['.'] = table['/'] = kPoint;
    table['&'] = kAnd;
    return table;
}();

char class_of(char c) {
    return kClass[static_cast<unsigned char>(c)];
}
bool is_word_class(char c) {
    return c < 0 || c > kAnd;
}
bool is_letter_class(char c) {
    return is_word_class(c) && (c < '0' || c > '9');
}
bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Does a single letter stand at `at`, with no word character after it?
bool single_letter_at(std::string_view text, std::size_t at) {
    if (at >= text.size() || !is_letter_class(class_of(text[at]))) return false;
    ++at;
    while (at < text.size() && continues_character(text[at])) ++at;
    return at == text.size() || !is_word_class(class_of(text[at]));
}

/// Writes words into `out`, which must hold 5 bytes for every byte of `text`.
std::size_t write_words(std::string_view text, char* out) {
    char* to = out;
    bool between_words = false;
    bool after_letter = false;  // the word so far, since a point, is one letter
    std::size_t length = 0;     // characters since the word or the point began
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = class_of(text[i]);
        if (is_word_class(c)) {
            if (between_words && to != out) *to++ = ' ';
            between_words = false;
            *to++ = c;
            if (!continues_character(c)) ++length;
            after_letter = length == 1 && is_letter_class(c);
        } else if (c == kPoint && after_letter && single_letter_at(text, i + 1)) {
            length = 0;
        } else if (c != kVanishes) {
            if (c == kAnd) {
                if (to != out) *to++ = ' ';
                std::memcpy(to, "and", 3);
                to += 3;
            }
            between_words = true;
            after_letter = false;
            length = 0;
        }
    }
    return static_cast<std::size_t>(to - out);
}

bool is_ascii(std::string_view text) {
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t chunk = 0;
        std::memcpy(&chunk, text.data() + i, 8);
        if ((chunk & 0x8080808080808080ULL) != 0) return false;
    }
    for (; i < text.size(); ++i) {
        if ((text[i] & 0x80) != 0) return false;
    }
    return true;
}

void assign_words(std::string& words, std::string_view name) {
    if (is_ascii(name)) {
        words.resize(5 * name.size());
        words.resize(write_words(name, words.data()));
    } else {
        const std::string folded = folded_beyond_ascii(name);
        words.resize(5 * folded.size());
        words.resize(write_words(folded, words.data()));
    }
    // A name of nothing but signs is its own key: two such names may still be told apart.
    if (words.empty()) words = name;
}

}  // namespace

std::string folded_words(std::string_view name) {
    std::string words;
    assign_words(words, name);
    return words;
}

std::string_view KeyMaker::key(std::string_view name) {
    assign_words(key_, name);
    return LegalForms::bundled().stripped(key_);
}

std::string name_key(std::string_view name) {
    KeyMaker maker;
    return std::string(maker.key(name));
}

std::uint64_t key_hash(std::string_view key) {
    // Eight bytes at a time through a multiply and a rotation, then the finish of MurmurHash3.
    static_assert(std::endian::native == std::endian::little, "the hash is stored in files");
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
    std::uint64_t hash = 0xCBF29CE484222325ULL ^ (key.size() * kFactor);
    const char* at = key.data();
    std::size_t left = key.size();
    const auto mix = [&](std::uint64_t chunk) { hash = std::rotl((hash ^ chunk) * kFactor, 29); };
    for (; left >= 8; at += 8, left -= 8) {
        std::uint64_t chunk = 0;
        std::memcpy(&chunk, at, 8);
        mix(chunk);
    }
    if (left > 0) {
        std::uint64_t chunk = 0;
        std::memcpy(&chunk, at, left);
        mix(chunk);
    }
    hash ^= hash >> 33U;
    hash *= 0xFF51AFD7ED558CCDULL;
    hash ^= hash >> 33U;
    hash *= 0xC4CEB9FE1A85EC53ULL;
    return hash ^ (hash >> 33U);
}

}  // namespace cordon::lists
