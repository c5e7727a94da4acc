// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Units of measure with exact factors, so that a threshold in the wrong unit does not load.
///
/// A unit is a factor times a product of base dimensions. Facts are stored in the canonical unit
/// of their dimension (factor 1). The whole table is in unit.cpp; there is no other list.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/result.h"

namespace cordon {

/// Exponents over: operations/s (TOPS), bit length, area (mm2), data rate (GB/s), data (GB),
/// power (kW), money (USD), time (days), operations (count of operations), length (cubic feet^1).
struct Dimension {
    std::array<std::int8_t, 10> exponents{};
    friend bool operator==(const Dimension&, const Dimension&) = default;
};
Dimension operator*(const Dimension& a, const Dimension& b);
Dimension operator/(const Dimension& a, const Dimension& b);

struct Unit {
    std::string name;  ///< as written: "GB/s"
    Dimension dimension;
    Decimal factor;  ///< canonical = written * factor; "TB/s" has 1000
};

/// "TPP" (TOPS x bit), "TPP/mm2", "TOPS", "PFLOPS", "bit", "mm2", "GB/s", "TB/s", "GB", "GB/s/mm2",
/// "kW", "MW", "W", "USD", "days", "ops", "ft3", "%", "share", "count" (no dimension), and "" (no
/// dimension). Fails on an unknown unit, naming the nearest known one.
Result<Unit> unit_named(std::string_view name);
/// Name of the canonical unit of a dimension, "" for a bare number.
std::string canonical_unit_name(const Dimension& dimension);

}  // namespace cordon
