// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The assumptions that the fact schema documents, and nobody else's: each is marked as assumed and
/// put into words.
///
/// Invariants
///  1. A stated fact is never changed; one that contradicts an assumption is an error.
///  2. A headquarters is never guessed from a country.
#include <vector>

#include "law/fact.h"
#include "trade/transaction.h"

namespace cordon::trade {

/// Activity from the route, end uses certified as none, an ultimate parent that is the party
/// itself. Errors come without line; their field is set.
std::vector<Error> apply_assumptions(Transaction& transaction, const law::Schema& schema);

/// Parties that must exist though nobody named them: end user, ultimate consignee, tenant.
void add_placeholders(Transaction& transaction, const law::Schema& schema);

}  // namespace cordon::trade
