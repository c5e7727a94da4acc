// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words and marks of the entries of part 744: what may belong to a name, where an address begins.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::lists {

/// Does the text begin with this lower-case word, in any case?
bool begins(std::string_view text, std::string_view word);
/// Where the lower-case words stand in the text, in any case.
std::size_t find_lower(std::string_view text, std::string_view words, std::size_t from = 0);
std::string_view first_word(std::string_view text);
/// "Ltd.", "OAO", "III": what may stand behind a comma and still be the name.
bool is_form(std::string_view word);
bool is_address(std::string_view segment);
/// "one" … "thirty", "22"; nothing for another word.
std::optional<std::size_t> count_of(std::string_view word);
/// Off both ends: blanks, "and", trailing marks; a full stop unless it ends an abbreviation.
std::string clean_name(std::string_view text);
/// "A; and B; C." to its addresses.
std::vector<std::string> addresses_of(std::string_view text);
bool is_bullet(std::string_view line);
std::string_view without_bullet(std::string_view line);
/// Cuts lines before bullets that stand in the middle: "…aliases: —A; and —B".
std::vector<std::string> with_bullets_apart(const std::vector<std::string>& lines);

}  // namespace cordon::lists
