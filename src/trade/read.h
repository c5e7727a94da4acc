// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Order files: JSON (one transaction or an array), NDJSON, CSV (documented columns, or any
/// headers through a mapping file). A bad transaction is reported and the rest goes on.
#include <functional>
#include <optional>
#include <string>
#include <string_view>

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
Result<Batch> read_orders(std::string_view text, const law::Schema& schema, const ReadOptions& options);
/// One transaction from its JSON: checks it, applies the documented assumptions (activity from the
/// route, certified_none_of, ultimate parent = itself), adds placeholders for unnamed end users.
Result<Transaction> transaction_from_json(const Json& json, const law::Schema& schema,
                                          const ReadOptions& options);

}  // namespace cordon::trade
