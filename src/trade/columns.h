// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the columns of an order table mean. The documented set is docs/reference/order-files.md;
/// everything else is the full name of a fact.
#include <string>
#include <string_view>
#include <vector>

#include "law/fact.h"

namespace cordon::trade {

struct Column {
    enum class Target : std::uint8_t { Ignored, Transaction, Item, Device, Party, Currency };

    Target target = Target::Ignored;
    const law::Fact* fact = nullptr;  ///< not of Ignored and Currency
    std::string role;                 ///< of Party
    std::string name;                 ///< our word for it: "end_user_country"
    std::string header;               ///< as the file writes it
};

/// The meaning of a documented name. Capitals, blanks and hyphens do not count ("End User").
/// Fails on an unknown name (naming the nearest), a fact that Cordon computes, a table.
Result<Column> column_named(std::string_view name, const law::Schema& schema);

}  // namespace cordon::trade
