// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A civil day and a half-open period of days. No time zones, no clock.
///
/// Invariants
///  1. A Date is a real day of the Gregorian calendar from 0001-01-01 to 9999-12-31.
///  2. A Period holds from <= day < until; a missing end is open for ever.
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace cordon {

class Date {
public:
    /// "2024-02-29". Fails on anything else: 29 February of a common year, 31 April, year 0,
    /// missing zeros, surrounding space, trailing text.
    static Result<Date> from_iso(std::string_view text);
    /// Days since 1970-01-01. REQUIRES: within invariant 1.
    static constexpr Date from_days(std::int32_t days) { return Date(days); }
    [[nodiscard]] constexpr std::int32_t days() const { return days_; }
    [[nodiscard]] std::string to_iso() const;
    friend constexpr auto operator<=>(Date, Date) = default;

private:
    explicit constexpr Date(std::int32_t days) : days_(days) {}
    std::int32_t days_;
};

/// The first and last day a Date can be.
constexpr Date kFirstDate = Date::from_days(-719162);
constexpr Date kLastDate = Date::from_days(2932896);

struct Period {
    std::optional<Date> from;
    std::optional<Date> until;

    /// Fails when until <= from.
    static Result<Period> between(std::optional<Date> from, std::optional<Date> until);
    [[nodiscard]] bool contains(Date day) const;
    [[nodiscard]] bool overlaps(const Period& other) const;
    /// "2022-10-21 to 2023-11-16" (last day included, as lawyers write it), "from 2023-11-17",
    /// "to 2023-11-16", "always".
    [[nodiscard]] std::string to_text() const;
    friend bool operator==(const Period&, const Period&) = default;
};

}  // namespace cordon
