// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Order tables: one row an item, rows of one id one transaction, turned into the Json of order
/// files. Its values know the line they came from.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "trade/read.h"

namespace cordon::trade {

/// A transaction as collected from its rows.
struct TableOrder {
    Json json;
    std::vector<Error> errors;                   ///< cells that could not be turned into values
    std::map<std::string, std::string> headers;  ///< "items[0].quantity" to "Menge"
};

struct TableOrders {
    std::vector<TableOrder> orders;  ///< in the order of their first rows
    std::vector<Error> refused;      ///< rows that are no rows
};

/// Fails when nothing can be read: no header, unknown columns (all of them are named), a mapping
/// that is none, no rows.
tl::expected<TableOrders, std::vector<Error>> read_table(std::string_view text,
                                                         const law::Schema& schema,
                                                         const ReadOptions& options);

}  // namespace cordon::trade
