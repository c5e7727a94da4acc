// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>

namespace cordon {

namespace {

/// The digits at [at, at + count), or -1 where one of them is not a digit.
int digits_at(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

Error not_a_date(std::string_view text, const std::string& why) {
    return {.message = fmt::format("\"{}\" is not a date{}", text, why.empty() ? "" : ": " + why),
            .expected = "a day as year-month-day, e.g. 2024-02-29",
            .remedy = "",
            .position = {},
            .related = {}};
}

constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

}  // namespace

Result<Date> Date::from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return not_a_date(text, "");
    const int y = digits_at(text, 0, 4);
    const int m = digits_at(text, 5, 2);
    const int d = digits_at(text, 8, 2);
    if (y < 0 || m < 0 || d < 0) return not_a_date(text, "");
    if (y == 0) return not_a_date(text, "there is no year 0");
    if (m < 1 || m > 12) return not_a_date(text, fmt::format("there is no month {}", m));
    const std::chrono::year year{y};
    const std::chrono::month month{static_cast<unsigned>(m)};
    const std::chrono::year_month_day day = year / month / std::chrono::day(unsigned(d));
    if (!day.ok()) {
        const auto last = std::chrono::year_month_day_last(year / month / std::chrono::last).day();
        const std::string of = m == 2 ? fmt::format(" {}", y) : "";
        return not_a_date(
            text, fmt::format("{}{} has {} days", kMonths[m - 1], of, static_cast<unsigned>(last)));
    }
    const auto days = std::chrono::sys_days(day).time_since_epoch().count();
    return Date(static_cast<std::int32_t>(days));
}

std::string Date::to_iso() const {
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days_))};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

Result<Period> Period::between(std::optional<Date> from, std::optional<Date> until) {
    const Date first = from.value_or(kFirstDate);
    if (until && *until <= first) {
        return Error{.message = fmt::format("the period from {} until {} holds no day",
                                            first.to_iso(), until->to_iso()),
                     .expected = "`until` later than `from`: it is the first day no longer held",
                     .remedy = "",
                     .position = {},
                     .related = {}};
    }
    return Period{from, until};
}

bool Period::contains(Date day) const {
    return (!from || *from <= day) && (!until || day < *until);
}

bool Period::overlaps(const Period& other) const {
    const Date first = std::max(from.value_or(kFirstDate), other.from.value_or(kFirstDate));
    // An open end reaches past the last day there is.
    const Date end = Date::from_days(kLastDate.days() + 1);
    return first < std::min(until.value_or(end), other.until.value_or(end));
}

std::string Period::to_text() const {
    const auto last = [this] { return Date::from_days(until->days() - 1).to_iso(); };
    if (!from && !until) return "always";
    if (!until) return "from " + from->to_iso();
    if (!from) return "to " + last();
    return from->to_iso() + " to " + last();
}

}  // namespace cordon
