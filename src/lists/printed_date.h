// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Dates as publishers print them.
#include <optional>
#include <string_view>

#include "base/date.h"

namespace cordon::lists {

enum class DateForm : std::uint8_t {
    Iso,           ///< 2026-06-10, also with a time after it
    MonthDayYear,  ///< 6/10/26, 06/10/2026
    DayMonthYear,  ///< 10/06/2026
    MonthInWords,  ///< June 10, 2026; 10 Jun 2026; 10-Jun-2026; Fri, 07 Aug 2026 18:36:56 GMT
};

/// "iso", "m/d/y", "d/m/y", "words".
std::optional<DateForm> date_form_named(std::string_view name);
/// Reads one date; text after it is left alone. A year of two digits is 1951 to 2050.
std::optional<Date> printed_date(std::string_view text, DateForm form);
/// The first date anywhere in an American text, in any form but DayMonthYear.
std::optional<Date> date_within(std::string_view text);

}  // namespace cordon::lists
