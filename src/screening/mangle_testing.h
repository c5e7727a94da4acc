// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What happens to names on their way into an order: one seeded mangling at a time. For tests and
/// benches.
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::screening {

enum class Mangling : std::uint8_t {
    Insert,
    Delete,
    Replace,
    Swap,
    Double,
    DropWord,
    SwapWords,
    Reverse,    ///< all words
    Merge,      ///< two words into one
    Split,      ///< a word into two
    Scanner,    ///< o 0, l 1, rn m …
    Homoglyph,  ///< a Cyrillic letter that looks Latin
    Upper,
    Punctuation,
    Borrow,  ///< a word of another name
    Cut,     ///< the end is missing
};
constexpr unsigned kManglings = 16;

/// `name` after one mangling. Works on letters, not bytes: the result is valid UTF-8 when the name
/// is.
std::string mangled(std::string_view name, std::string_view other, Mangling how,
                    std::mt19937_64& random);
std::string mangled(std::string_view name, std::string_view other, std::mt19937_64& random);

}  // namespace cordon::screening
