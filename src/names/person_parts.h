// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Parts of persons' names by script (inside this folder only).
#include <string_view>

#include "names/analyse_parts.h"

namespace cordon::names {

/// Surname and given name of a Han word, appended: Chinese, Japanese or Korean, by its characters.
void append_han_person(Draft& draft, const Word& word);
/// The same for a Hangul word; a single syllable is a surname when the name begins with it.
void append_hangul_person(Draft& draft, const Word& word);
/// Bytes of the surname a Han name begins with; 0 when the first characters are none.
std::size_t surname_bytes(std::string_view han);
/// Three syllables of Hangul, of which the first is a surname and the others stand in given names.
bool is_hangul_person(std::string_view hangul);
/// Is it a Japanese surname and given name, both known?
bool is_japanese_person(std::string_view han);

/// "SURNAME, Given Names", as lists print persons.
bool looks_like_listed_person(std::string_view printed, std::span<const Word> words);

/// A word in Arabic letters between others: bound to the next, left out, or neither.
enum class ArabicParticle : std::uint8_t { No, Bound, Servant, LeftOut };
ArabicParticle arabic_particle(std::string_view word);
/// "القحطاني" → "قحطاني"; other words and short ones as they are.
std::string_view without_article(std::string_view arabic);
/// A word of an alphabet other than Latin; `bound` are the particles before it.
DraftToken foreign_part(const Word& word, std::size_t index, std::string_view bound);

/// "abdul", "abd el": with the word after it one name, servant of …
bool is_servant(std::string_view word);
/// A Latin word; `particles` are those before it, and belong to it altogether after a servant.
DraftToken latin_part(const Word& word, std::size_t index, std::string_view particles);
/// Adds what the pinyin of a Wade-Giles word would be.
void add_pinyin(Token& token, std::string_view word);

}  // namespace cordon::names
