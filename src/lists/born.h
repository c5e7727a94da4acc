// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Births as publishers print them: a day, a month, a year, or a range of them.
#include <optional>
#include <string_view>

#include "lists/listing.h"

namespace cordon::lists {

/// How a date with slashes is meant.
enum class SlashOrder : std::uint8_t { MonthDayYear, DayMonthYear };

/// "1962-05-12", "12 May 1962", "May 1962", "1962", "circa 1962", "1960 to 1965", "Between 1958 and
/// 1963", "dd/mm/1945", "00/00/1945", "1955-05". Nothing for a text without a year.
std::optional<Born> born_of(std::string_view printed, SlashOrder order = SlashOrder::DayMonthYear);
/// All days of a year, of a month of it, or one day. Nothing for a date that does not exist.
std::optional<Born> born_on(int year, std::optional<int> month, std::optional<int> day);

}  // namespace cordon::lists
