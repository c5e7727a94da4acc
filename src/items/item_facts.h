// SPDX-License-Identifier: Apache-2.0
#pragma once
/// From a named or specified item to the facts rules ask for.
#include <string>
#include <vector>

#include "base/json.h"
#include "items/resolver.h"
#include "law/case.h"

namespace cordon::items {

struct EnrichedItem {
    law::ItemFacts facts;
    std::vector<std::string> notes;      ///< ambiguity, vendor disagreement, doubts; for the officer
    std::vector<std::vector<std::string>> worksheets;  ///< of each alternative
    std::vector<std::string> catalogue_ids;            ///< of each alternative; "" when from figures
    std::vector<Error> errors;           ///< operations or dies that could not be read
};

/// `stated`: the item as read from the order (one alternative); `json`: the same item's object, for
/// operations and dies. Stated facts win over the catalogue and a disagreement becomes a note.
/// A name that means nothing known leaves the item with what was stated.
EnrichedItem enrich(const law::ItemFacts& stated, const Json& json, const law::Schema& schema,
                    const Resolver& resolver, const std::string& file);

}  // namespace cordon::items
