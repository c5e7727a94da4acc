// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A quantity that may be uncertain: every value between two bounds, each in or out.
///
/// A quotient that is not a finite decimal lies strictly between two neighbouring billionths; it is
/// the open interval between them. So comparing it with any decimal threshold is still exact.
///
/// Invariants
///  1. Not empty: lo < hi, or lo == hi with both bounds in.
///  2. Arithmetic encloses: the true result is always inside; nothing on overflow or division by
///     an interval that touches zero.
#include <optional>
#include <string>

#include "base/decimal.h"
#include "base/truth.h"

namespace cordon {

class Interval {
public:
    constexpr Interval() = default;
    static constexpr Interval exactly(Decimal value) {
        return Interval(value, value, false, false);
    }
    static Result<Interval> between(Decimal lo, Decimal hi);  ///< both ends in; fails if lo > hi

    [[nodiscard]] constexpr Decimal lo() const { return lo_; }
    [[nodiscard]] constexpr Decimal hi() const { return hi_; }
    [[nodiscard]] constexpr bool lo_open() const { return lo_open_; }
    [[nodiscard]] constexpr bool hi_open() const { return hi_open_; }
    /// One exact decimal, no uncertainty.
    [[nodiscard]] constexpr bool is_exact() const { return lo_ == hi_; }
    /// At most one billionth wide: exact for a reader, if not for a finite decimal.
    [[nodiscard]] bool is_point() const;
    /// Part of canonical output; different intervals have different texts:
    ///  - one exact decimal: Decimal::to_text, "4800";
    ///  - the open interval between two neighbouring billionths: the digits cut off after the
    ///    ninth decimal (towards zero, zeros kept) and "…", "19.459459459…", "-0.000000000…";
    ///  - anything else: "17.2 to 21", with "over " or "under " before an end that is not itself
    ///    included, "over 17.2 to under 21".
    [[nodiscard]] std::string to_text() const;
    friend bool operator==(const Interval&, const Interval&) = default;

    /// The smallest interval holding both.
    [[nodiscard]] Interval hull(const Interval& other) const;

    friend std::optional<Interval> add(const Interval& a, const Interval& b);
    friend std::optional<Interval> subtract(const Interval& a, const Interval& b);
    friend std::optional<Interval> multiply(const Interval& a, const Interval& b);
    friend std::optional<Interval> divide(const Interval& a, const Interval& b);

private:
    constexpr Interval(Decimal lo, Decimal hi, bool lo_open, bool hi_open)
        : lo_(lo), hi_(hi), lo_open_(lo_open), hi_open_(hi_open) {}
    Decimal lo_;
    Decimal hi_;
    bool lo_open_ = false;
    bool hi_open_ = false;
};

/// Yes or No when every pair of values agrees; Unknown otherwise.
Truth less(const Interval& a, const Interval& b);
Truth less_or_equal(const Interval& a, const Interval& b);
Truth equal(const Interval& a, const Interval& b);

}  // namespace cordon
