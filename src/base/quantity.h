// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An amount with its unit: what people write ("600 GB/s") and read. Conversion happens here alone.
///
/// Invariants
///  1. `amount` is in the canonical unit of its dimension; `unit` is only how it is written.
///  2. Nothing is rounded: what cannot be converted exactly is refused.
#include <string>
#include <string_view>

#include "base/interval.h"
#include "base/unit.h"

namespace cordon {

/// A part of a whole, "%": it has no dimension, as a count has none, but "50 %" is no 50 pieces.
bool is_part(const Unit& unit);
/// Whether an amount in one unit can stand where the other is wanted.
bool measure_the_same(const Unit& a, const Unit& b);

struct Quantity {
    Interval amount;
    Unit unit;

    /// The number as written in the unit. Fails on one too large, or with decimals that get lost.
    static Result<Quantity> exactly(Decimal written, const Unit& unit);
    /// "4800", "600 GB/s", "1e26 ops"; a bare number is in `wanted`. Fails on a unit that does not
    /// measure the same, and without a number.
    static Result<Quantity> from_text(std::string_view text, const Unit& wanted);
    /// In `unit` where that is exact, else in the canonical one: "15832 TPP", "17.2 to 21 GB/s".
    /// A count is only digits.
    [[nodiscard]] std::string to_text() const;
};

/// "25.5 GB/s" taken apart; `unit` is "" in a bare number, `digits` where no number stands first.
struct WrittenAmount {
    std::string_view digits, unit;
};
WrittenAmount split_amount(std::string_view text);

}  // namespace cordon
