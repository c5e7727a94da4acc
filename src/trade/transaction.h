// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A transaction as given by a person: the facts, and the original JSON they were read from.
///
/// Invariants
///  1. `facts` is what was stated plus what the schema documents as assumed; nothing looked up.
///  2. `input` is the canonical JSON of what was given (keys sorted): the bytes that are hashed.
#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"
#include "law/case.h"

namespace cordon::trade {

struct Transaction {
    std::string id;
    Json input;
    law::Case facts;
    std::vector<std::string> notes;  ///< what was assumed, in words
    Position position;               ///< where it stood in its file
};

/// What came out of one file: good transactions and the reports on the bad ones.
struct Batch {
    std::vector<Transaction> transactions;
    std::vector<Error> refused;
    std::uint32_t refused_transactions = 0;  ///< a bad one may have several errors
};

}  // namespace cordon::trade
