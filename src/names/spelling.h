// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How near two spellings are, and how far apart they may be to count at all.
///
/// Distance: optimal string alignment over code points (insert, delete, replace, swap of
/// neighbours). Invariants: similarity is symmetric, 1000 exactly for equal texts, 0 beyond the
/// allowance. The slow twin is the plain dynamic programme in spelling_test.cpp.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cordon::names {

/// Edits allowed between words of these lengths, by the shorter one (letters): none under 4, one
/// under 8, two from 8 on. Words of Han allow none under 4 and one from 4 on.
std::uint32_t edits_allowed(std::size_t shorter_letters, bool han);

/// The distance when it is at most `limit`, else limit + 1. Bit-parallel for words up to 64
/// letters.
std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit);

/// 0 … 1000: 1000 for equal; otherwise 1000 less a part for each edit, larger in short words and
/// for an edit of the first letter, less for letters that scanners confuse (0 o, 1 l i, rn m, 5 s,
/// 8 b) or keyboards and romanisations mix (c k, v w, i y, ph f). Zero beyond the allowance.
std::uint32_t spelling_similarity(std::string_view a, std::string_view b);

}  // namespace cordon::names
