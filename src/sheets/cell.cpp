// SPDX-License-Identifier: Apache-2.0
#include "sheets/cell.h"

#include <algorithm>

#include "base/date.h"
#include "base/decimal.h"

namespace cordon::sheets {

std::optional<Place> place_of(std::string_view reference) {
    constexpr std::size_t kColumns = 16'384;
    constexpr std::uint32_t kRows = 1'048'576;
    std::size_t at = 0;
    std::size_t column = 0;
    for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
        column = column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
        if (column > kColumns) return {};
    }
    std::uint32_t row = 0;
    if (!read_whole(reference.substr(at), row) || column == 0 || row == 0 || row > kRows) return {};
    return Place{column - 1, row};
}

std::string column_name(std::size_t column) {
    std::string name;
    for (++column; column > 0; column = (column - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return name;
}

std::optional<std::string> day_of(std::string_view number, bool from_1904) {
    std::int32_t days = 0;
    if (!read_whole(number.substr(0, number.find('.')), days) || days < 1) return {};
    // Day 60 of the older count is 29 February 1900, which never was.
    const auto epoch = from_1904   ? Date::from_iso("1904-01-01")
                       : days > 60 ? Date::from_iso("1899-12-30")
                                   : Date::from_iso("1899-12-31");
    constexpr std::int32_t kLast = 2'958'465;  // 9999-12-31
    if (!epoch || days > kLast || (!from_1904 && days == 60)) return {};
    return Date::from_days(epoch->days() + days).to_iso();
}

bool shows_a_day(std::string_view format) {
    for (std::size_t at = 0; at < format.size(); ++at) {
        const char c = format[at];
        if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '"' || c == '[') {
            const auto close = format.find(c == '"' ? '"' : ']', at + 1);
            if (close == std::string_view::npos) return false;
            at = close;
        } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') {
            return true;
        }
    }
    return false;
}

bool shows_a_day(std::uint32_t builtin_format) {
    return (builtin_format >= 14 && builtin_format <= 17) || builtin_format == 22 ||
           (builtin_format >= 27 && builtin_format <= 36) ||
           (builtin_format >= 50 && builtin_format <= 58);
}

namespace {

/// A fraction to the fifteen digits that a workbook means; whole numbers keep all of theirs.
std::string meant(std::string text) {
    constexpr std::size_t kMeant = 15;
    const auto point = text.find('.');
    const auto first = text.find_first_of("123456789");
    if (point == std::string::npos || first == std::string::npos) return text;
    std::size_t at = first;
    for (std::size_t digits = 0; at < text.size() && digits < kMeant; ++at) {
        if (text[at] != '.') ++digits;
    }
    if (at >= text.size()) return text;
    if (text[at] == '.') ++at;
    const bool up = at < text.size() && text[at] >= '5';
    if (at > point) text.resize(at);
    if (text.ends_with('.')) text.pop_back();
    for (std::size_t i = text.size(); up && i-- > 0;) {
        if (text[i] < '0' || text[i] > '9') continue;
        if (text[i] != '9') {
            ++text[i];
            return text;
        }
        text[i] = '0';
    }
    if (up) text.insert(text.find_first_of("0123456789"), 1, '1');
    return text;
}

std::string decimal_text(const std::string& text) {
    const auto value = Decimal::from_text(meant(text));
    return value ? value->to_text() : text;
}

/// "1.25" and -2 as "0.0125": moving the point by hand keeps every digit.
std::string shifted(std::string mantissa, int power) {
    const bool negative = mantissa.starts_with('-');
    if (negative) mantissa.erase(0, 1);
    auto point = static_cast<int>(std::min(mantissa.find('.'), mantissa.size())) + power;
    std::erase(mantissa, '.');
    while (point > static_cast<int>(mantissa.size())) mantissa.push_back('0');
    for (; point < 1; ++point) mantissa.insert(mantissa.begin(), '0');
    mantissa.insert(static_cast<std::size_t>(point), 1, '.');
    if (mantissa.ends_with('.')) mantissa.pop_back();
    if (negative) mantissa.insert(mantissa.begin(), '-');
    return mantissa;
}

}  // namespace

std::string plain_number(std::string_view number) {
    const auto exponent = number.find_first_of("eE");
    if (exponent == std::string_view::npos) return decimal_text(std::string(number));
    int power = 0;
    auto digits = number.substr(exponent + 1);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    constexpr int kLongest = 30;
    if (!read_whole(digits, power) || power > kLongest || power < -kLongest) {
        return std::string(number);
    }
    return decimal_text(shifted(std::string(number.substr(0, exponent)), power));
}

}  // namespace cordon::sheets
