// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The pieces of a printed date: runs of digits or letters, and what divides them.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::lists {

struct DatePiece {
    std::string text;     ///< lower case
    char before = ' ';    ///< the character that divides it from the piece before
    bool digits = false;  ///< else letters
};

/// At most so many pieces of the text.
std::vector<DatePiece> date_pieces(std::string_view text, std::size_t most);
/// "September", "sept", "sep"; at least three letters.
std::optional<int> month_of(const DatePiece& piece);
/// Up to four digits and nothing else; zero is no year, month or day.
std::optional<int> date_number(std::string_view text);

}  // namespace cordon::lists
