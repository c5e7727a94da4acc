// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One cell of a table, turned into the value an order file in JSON would hold.
#include <string_view>

#include "base/json.h"
#include "trade/columns.h"
#include "trade/mapping.h"

namespace cordon::trade {

/// Null for an empty cell and for "unknown". What cannot be understood stays text, so that the case
/// reader says what was expected. Fails on a date or number that contradicts the mapping.
Result<Json> json_of_cell(std::string_view cell, const Column& column, const Mapping& mapping);

/// "1.234,5" with the mapping's marks as "1234.5".
Result<std::string> plain_number(std::string_view text, const Mapping& mapping);

}  // namespace cordon::trade
