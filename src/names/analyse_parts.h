// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A name while it is taken apart (inside this folder only).
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "names/fold.h"
#include "names/lexicon.h"
#include "names/name.h"

namespace cordon::names {

/// A token with the concepts it may mean, by number, for comparing sequences quickly.
struct DraftToken {
    Token token;
    std::array<std::uint32_t, 4> concepts{};
    std::uint8_t concept_count = 0;
    bool is_latin = false;
    bool respelled = false;                        ///< a word of the lexicon but for a slip
    std::uint16_t first_word = 0, word_count = 1;  ///< of the words of the name

    [[nodiscard]] bool means(std::uint32_t concept_index) const;
};
/// Stands in `concepts` for a word nobody knows and for a number.
std::uint32_t unknown_concept(std::string_view text);
std::uint32_t number_concept(std::uint64_t value);

struct Draft {
    std::string_view printed;
    std::vector<DraftToken> tokens;
    bool cut = false;
    bool has_brand_phrase = false;  ///< several words that name one company
};

/// Adds a term once; says nothing when the token is full.
void add_form(Token& token, FormKind kind, std::string_view term);
/// Spelling and sound of a Latin word nobody knows.
void add_spelling(Token& token, std::string_view word);
void add_sound(Token& token, std::string_view word);
void add_meaning(DraftToken& draft, const Meaning& meaning);
/// "moore threads" → "moorethreads".
std::string without_blanks(std::string_view phrase);
std::uint16_t letters_of(std::string_view utf8);

bool is_stopword(std::string_view word);
/// What a phrase of a remark around a name does; see analyse_dirt.cpp.
enum class Remark : std::uint8_t { None, Dirt, Aside, Until };
Remark remark(std::string_view phrase);
/// Takes remarks of customer masters away.
void drop_dirt(std::string_view printed, std::vector<Word>& words);
/// An ordinary word near a lexicon word: "country" is no slip for "county".
bool is_itself(std::string_view word);
/// "al", "abu", "ibn": belongs to the word after it.
bool is_bound_particle(std::string_view word);
/// "de", "van", "bin": so in persons' names only.
bool is_person_particle(std::string_view word);
/// "dr", "mr".
bool is_title(std::string_view word);
/// The given-name family of a Latin word: "@~muhammad", or "".
std::string_view given_name(std::string_view word);
/// Spellings of a Chinese surname beyond what its characters read as, `|` between, or "".
std::string_view surname_spellings(std::string_view han);

/// Are words that name one company together ("moore threads") one token, or each by itself?
enum class BrandPhrases : std::uint8_t { Whole, InWords };
/// Tokens of organisations and of anything unknown.
Draft organisation_draft(std::string_view printed, std::span<const Word> words, NameKind kind,
                         BrandPhrases phrases = BrandPhrases::Whole);
/// A name that only common words tell apart, with these as its brand, if there is one: "Semicor
/// LLC" is somebody's name and no slip for "semicon", "Murmansk" is a ship. With one such word it
/// is that word, with several those that are slips.
std::optional<Name> name_as_written(const Draft& draft, std::span<const Word> words);
/// Takes tokens together that say one thing twice; keeps a name that would be empty.
void tidy(Draft& draft, std::span<const Word> words);
/// Tokens of a Han word, appended; `index` is its place among the words.
void append_han(Draft& draft, const Word& word, std::size_t index);
/// A word of another alphabet or syllabary, appended.
void append_foreign(Draft& draft, const Word& word, std::size_t index);
/// A token of a word taken by itself, whatever it means: forms by its script.
DraftToken plain_token(const Word& word, std::size_t index);
void push(Draft& draft, DraftToken token);
/// "city", "province", 市: says nothing after the place it belongs to.
bool is_kind_of_place(const Meaning& meaning);

/// What a syllable means that ends words of Han: "yuan" is 院 in "Ke Xue Yuan".
std::span<const Meaning> ending_syllable(std::string_view syllable);
/// A word that is two words written together, or nothing.
struct Compound {
    std::optional<Found> left, right;  ///< no right: "Shenzhenshi" is Shenzhen
};
Compound compound(std::string_view word);

/// Does an unknown name look like a person's?
bool looks_like_person(std::span<const Word> words);
Draft person_draft(std::string_view printed, std::span<const Word> words);

/// Neighbours written as one; sets `spans`, and `cut` when there would be too many.
void add_spans(Name& name, bool& cut);

/// The first letters: names known by them, none for persons.
std::vector<Name> initialism_names(const Draft& draft, std::span<const Word> words);
/// The name without "Dept. of Physics," beside the institute it belongs to, if it has such.
std::optional<Draft> without_department(const Draft& draft);
/// The name in which full names are replaced by their short ones, if there are any; of an institute
/// of a group also the name in which the group alone is replaced.
std::vector<Name> short_names(const Draft& draft);
/// Takes away "(BUPT)" behind the words it abbreviates and gives the name with it in their place.
std::optional<Name> take_bracketed_initials(Draft& draft, std::span<const Word> words);

}  // namespace cordon::names
