// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Where a word of a party's name may be two that lost the blank between them.
///
/// For this folder only. All words are lower-case ASCII. Thread safety: immutable.
#include <cstddef>
#include <string_view>

namespace cordon::screening {

/// Stands in the tables of names.
bool is_known(std::string_view word);
/// May be cut off a word, when what is left is a word as well.
bool is_shared(std::string_view word);
/// May hold two words.
bool may_be_glued(std::string_view word);
/// The two words begin a phrase of the lexicon: "hong kong", "real estate".
bool begins_phrase(std::string_view word, std::string_view next);
/// Where a word is cut in two shared ones, or 0. The most letters to the part cut off; of equals
/// the end of the word.
std::size_t shared_seam_of(std::string_view word);
/// "BAJERS" before ".R.L.": the last letter is the first of a form written with dots. 0: not so.
std::size_t seam_before_dots(std::string_view word, std::string_view rest);
/// "SREPUBLIC" behind "PEOPLE'": the letter belongs to the word before. 0: not so.
std::size_t seam_behind_apostrophe(std::string_view word);

}  // namespace cordon::screening
