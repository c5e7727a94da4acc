// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Amounts of money and shares of ownership.
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/interval.h"

namespace cordon {

/// An amount in one ISO 4217 currency. Amounts of different currencies do not compare.
struct Money {
    Decimal amount;
    std::string currency;
    /// "USD 2500", "2,500.00 USD". Fails without an ISO 4217 currency, and on commas that do not
    /// part groups of three ("2.500,00", "2,5").
    static Result<Money> from_text(std::string_view text);
    friend bool operator==(const Money&, const Money&) = default;
};

/// A part of a whole, 0 to 1, exact to parts per billion; may be uncertain.
class Share {
public:
    /// "50%", "49.9 %", "0.5", "25-30%", "25% to 30%". Fails below 0 or above 100 %, and on a bare
    /// "1", which may mean 1 % or all of it ("1.0" is all of it).
    static Result<Share> from_text(std::string_view text);
    static Result<Share> from_interval(const Interval& part);
    [[nodiscard]] const Interval& part() const { return part_; }
    [[nodiscard]] std::string to_text() const;  ///< "49.9 %", "25 to 30 %", "33.3333333… %"

private:
    explicit Share(const Interval& part) : part_(part) {}
    Interval part_;
};

}  // namespace cordon
