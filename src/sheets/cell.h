// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Cells of a workbook: where they are, and what their text is.
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace cordon::sheets {

/// A whole number that is all of the text.
template <class Number>
bool read_whole(std::string_view text, Number& number) {
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && stopped == text.data() + text.size();
}

/// "BC12": column 54, row 12, both from 0 and 1 as the sheet counts. Nothing for what is no place
/// or beyond the last column (XFD) or row (1,048,576).
struct Place {
    std::size_t column = 0;
    std::uint32_t row = 0;
};
std::optional<Place> place_of(std::string_view reference);

/// 54 as "BC".
std::string column_name(std::size_t column);

/// "45383" as the day it stands for, "2024-04-01". Nothing for what is no whole or fractional day
/// since 1900; `from_1904` for workbooks that count from 1904.
std::optional<std::string> day_of(std::string_view number, bool from_1904);
/// Whether a number format shows a day: "yyyy-mm-dd", "d/m/yy h:mm"; text in quotes, in brackets
/// and after a backslash does not count.
bool shows_a_day(std::string_view format);
/// The same for the formats that have only a number (ECMA-376 18.8.30).
bool shows_a_day(std::uint32_t builtin_format);
/// "1.0E+3" and "12.50" as people write them: "1000", "12.5"; other text as it is.
std::string plain_number(std::string_view number);

}  // namespace cordon::sheets
