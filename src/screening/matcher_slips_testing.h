// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Twenty ways in which an order writes a listed name and a careful analyst would still say: that
/// is the same party. One slip a name. For tests and benches.
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "names/name.h"

namespace cordon::screening {

enum class Slip : std::uint8_t {
    Letter,       ///< one letter of a long word is another
    Missing,      ///< … is missing
    Added,        ///< … too many
    Swapped,      ///< two neighbours changed places
    Doubled,      ///< a letter twice, or a double letter once
    Scanner,      ///< 0 for o, 1 for l, rn for m
    Homoglyph,    ///< letters of Cyrillic that look Latin
    Case,         ///< all capitals, or none
    Punctuation,  ///< stops and commas gone, hyphens for blanks
    Accents,
    Invisible,   ///< zero-width and non-breaking blanks, full-width letters
    NoForm,      ///< legal form dropped
    OtherForm,   ///< another legal form, or one where there was none
    WordsMoved,  ///< two neighbouring words changed places
    Merged,      ///< two neighbouring words written as one
    Divided,     ///< a long word written as two
    NoGeneric,   ///< "Technology" dropped
    Shortened,   ///< "Technology" as "Tech"
    Ampersand,   ///< & for "and", or the other way
    Noise,       ///< "(China)", "- Head Office" behind it
};
constexpr unsigned kSlips = 20;
std::string_view to_text(Slip slip);

/// The name with the slip; in another case of letters where the slip has no place in it.
std::string slipped(std::string_view name, names::NameKind kind, Slip slip,
                    std::mt19937_64& random);

}  // namespace cordon::screening
