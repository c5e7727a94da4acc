// SPDX-License-Identifier: Apache-2.0
#include "lists/date_words.h"

#include <array>

#include "base/text.h"

namespace cordon::lists {

std::vector<DatePiece> date_pieces(std::string_view text, std::size_t most) {
    std::vector<DatePiece> pieces;
    char before = ' ';
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (std::size_t i = 0; i < text.size() && pieces.size() < most;) {
        if (!digit(text[i]) && !letter(text[i])) {
            before = text[i++];
            continue;
        }
        const bool is_digit = digit(text[i]);
        std::size_t end = i;
        while (end < text.size() && (is_digit ? digit(text[end]) : letter(text[end]))) ++end;
        pieces.push_back({to_lower_ascii(text.substr(i, end - i)), before, is_digit});
        before = ' ';
        i = end;
    }
    return pieces;
}

std::optional<int> month_of(const DatePiece& piece) {
    static constexpr std::array<std::string_view, 12> kMonths = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (piece.digits || piece.text.size() < 3) return {};
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (kMonths[i].starts_with(piece.text)) return static_cast<int>(i + 1);
    }
    return piece.text == "sept" ? std::optional(9) : std::nullopt;
}

std::optional<int> date_number(std::string_view text) {
    int value = 0;
    if (text.empty() || text.size() > 4) return {};
    for (const char c : text) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    return value == 0 ? std::nullopt : std::optional(value);
}

}  // namespace cordon::lists
