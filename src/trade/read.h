// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Order files: JSON (one transaction or an array), NDJSON, CSV (documented columns, or any
/// headers through a mapping file). A bad transaction is reported and the rest goes on.
///
/// Invariants
///  1. CSV rows become the same Json that an order file would hold, and then go the one way.
///  2. A transaction without an id is called by its place, "orders.csv:7".
///  3. Of two transactions of one id the later is refused, naming both places.
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "law/fact.h"
#include "trade/transaction.h"

namespace cordon::trade {

struct ReadOptions {
    std::string file;
    std::string mapping_text;  ///< TOML, may be empty: docs/reference/order-mapping.md
    std::string mapping_file;
    std::optional<Date> known_as_of;
    ReadLimits limits;
};

/// Chooses the format by name and contents. Fails only when nothing at all could be read.
Result<Batch> read_orders(std::string_view text, const law::Schema& schema,
                          const ReadOptions& options);
/// A transaction, or every reason why it was refused.
struct TransactionRead {
    std::optional<Transaction> transaction;
    std::vector<Error> errors;  ///< empty exactly when there is a transaction
};
TransactionRead read_transaction(const Json& json, const law::Schema& schema,
                                 const ReadOptions& options);
/// The same with one Error, the further ones as its related places. One transaction from its JSON:
/// checks it, applies the documented assumptions (activity from the route, certified_none_of,
/// ultimate parent = itself), adds placeholders for unnamed end users.
Result<Transaction> transaction_from_json(const Json& json, const law::Schema& schema,
                                          const ReadOptions& options);

/// What a transaction without an id is called: "orders.csv:7".
std::string id_of_place(const Position& place);

}  // namespace cordon::trade
