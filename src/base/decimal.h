// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An exact decimal number: a whole count of billionths (1e-9) in 128 bits.
///
/// Invariants
///  1. No rounding ever happens: an operation that cannot be exact, or would overflow, says so.
///  2. |value| <= 1e29, which holds 1e26 training operations with room.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace cordon {

__extension__ using Int128 = __int128;

class Decimal {
public:
    constexpr Decimal() = default;
    static constexpr Decimal from_int(std::int64_t whole) {
        return Decimal(static_cast<Int128>(whole) * kScale);
    }
    static constexpr Decimal from_billionths(Int128 count) { return Decimal(count); }
    /// "4800", "-0.5", "1e26", "5.92". Fails on NaN, inf, hex, blanks, digit separators, more than
    /// nine decimals (other than zeros), and anything beyond invariant 2.
    static Result<Decimal> from_text(std::string_view text);

    [[nodiscard]] constexpr Int128 billionths() const { return count_; }
    /// Shortest plain form: "4800", "5.92", "-0.5"; never an exponent. Part of canonical output:
    /// [-] digits without leading zeros (but "0" before a point) [. one to nine decimals, the last
    /// not 0]. Zero is "0". from_text reads it back to the same value.
    [[nodiscard]] std::string to_text() const;
    /// With thin grouping for people: "1,234,567.5".
    [[nodiscard]] std::string to_grouped_text() const;

    friend constexpr auto operator<=>(Decimal, Decimal) = default;

    static constexpr Int128 kScale = 1'000'000'000;

private:
    explicit constexpr Decimal(Int128 count) : count_(count) {}
    Int128 count_ = 0;
};

/// Nothing where the exact result does not fit.
std::optional<Decimal> add(Decimal a, Decimal b);
std::optional<Decimal> subtract(Decimal a, Decimal b);
/// The largest Decimal <= a*b (or a/b) and whether it is exact. Nothing on overflow or b == 0.
struct Floor {
    Decimal value;
    bool exact;
};
std::optional<Floor> multiply_down(Decimal a, Decimal b);
std::optional<Floor> divide_down(Decimal a, Decimal b);

}  // namespace cordon
