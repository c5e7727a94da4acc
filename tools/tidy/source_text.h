// SPDX-License-Identifier: Apache-2.0
#pragma once
/// C++ source as tidy sees it: lines, and code without comments and without what literals hold.
#include <string>
#include <string_view>
#include <vector>

namespace cordon::tidy {

/// The same text with comments and the insides of literals blanked; line breaks stay in place, so
/// line numbers and columns are those of the source.
std::string code_of(std::string_view source);
/// `code` with preprocessor lines blanked as well, continued ones included.
std::string without_directives(std::string code);
/// Without their line ends. A last line that is empty is none.
std::vector<std::string_view> lines_of(std::string_view text);
/// True where `word` stands in `line` and is no part of a longer name at its letter ends.
bool has_word(std::string_view line, std::string_view word);

}  // namespace cordon::tidy
