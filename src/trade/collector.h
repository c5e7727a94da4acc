// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Gathers the transactions of one file: names them, and refuses the second of one id.
#include <optional>
#include <string>
#include <unordered_map>

#include "trade/read.h"

namespace cordon::trade {

class Collector {
public:
    Collector(const law::Schema& schema, const ReadOptions& options)
        : schema_(schema), options_(options) {}

    /// One transaction as it stood in the file.
    TransactionRead read(const Json& json);
    /// The same, added to the batch.
    void take(const Json& json) { add(read(json)); }
    void add(TransactionRead read);
    /// A transaction that could not even become Json.
    void refuse(Error error);
    [[nodiscard]] Batch finish() && { return std::move(batch_); }

private:
    /// Fails when the id of this json was met before.
    std::optional<Error> register_id(const std::string& id, const Json& json);

    const law::Schema& schema_;
    const ReadOptions& options_;
    Batch batch_;
    std::unordered_map<std::string, Position> seen_;
};

}  // namespace cordon::trade
