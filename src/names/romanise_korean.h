// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Names of Koreans in Latin letters (inside this folder only).
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

/// Spellings of a Korean surname of one or two syllables of Hangul, `|` between, the most usual
/// first, or "".
std::string_view korean_surname(std::u32string_view syllables);
/// Ways to write a given name, glued, the most usual first. Empty when it is no Hangul.
std::vector<std::string> korean_given(std::u32string_view syllables, std::size_t most);

}  // namespace cordon::names
