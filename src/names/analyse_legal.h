// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Where the words of a name are a legal form.
///
/// Invariants
///  1. A form stands at the end of the name or before a bracket, a comma or "of"; those that can
///     lead ("OOO", "PT") at the start. Long and unmistakable ones may stand inside.
///  2. A form that is also a name ("AO", "SE") counts only at the very ends.
///  3. When nothing but legal forms would be left, nothing is one.
/// Source: catalogue/legal_forms.csv. Thread safety: immutable.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "names/fold.h"
#include "names/name.h"

namespace cordon::names {

/// By word: 0 for none, the number of words where a form begins, kInside for its other words.
constexpr std::uint8_t kInside = 0xFF;
std::vector<std::uint8_t> legal_words(std::span<const Word> words, std::string_view printed,
                                      NameKind kind);

/// Bytes of a form written without a blank at the end or the start of a Hangul word.
struct Glued {
    std::size_t at_start = 0, at_end = 0;
};
Glued glued_form(std::string_view word);

}  // namespace cordon::names
