// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Small things about text that more than one folder needs.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon {

bool is_valid_utf8(std::string_view bytes);
/// How many bytes from the start are valid UTF-8: the place of the first fault, or the whole size.
std::size_t utf8_valid_prefix(std::string_view bytes);
std::string_view trimmed(std::string_view text);  ///< ASCII blanks off both ends
std::vector<std::string_view> split(std::string_view text, char separator);  ///< trimmed pieces
std::string to_lower_ascii(std::string_view text);
/// The candidate nearest to `word` by edit distance when it is near enough to be meant (at most
/// two edits, or a third of the word), else "". Case is ignored; of equals the first is taken.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);
/// "a, b and c".
std::string list_of(const std::vector<std::string>& words);
/// Columns a terminal needs for this UTF-8 text (East Asian wide characters count two).
std::uint32_t display_width(std::string_view text);

}  // namespace cordon
