// SPDX-License-Identifier: Apache-2.0
#pragma once
/// From a named or specified item to the facts rules ask for.
///
/// Invariants
///  1. A stated fact is never overwritten; where the catalogue disagrees a note says so.
///  2. A name that fits several entries gives one alternative for each; which one it is stays open.
///  3. A name that means nothing known and no stated devices: devices_complete is false, so no rule
///     can find that nothing controlled is inside.
///
/// Thread safety: an Enricher may be shared between threads by const reference.
#include <memory>
#include <string>
#include <vector>

#include "base/json.h"
#include "items/catalogue.h"
#include "law/case.h"

namespace cordon::items {

struct EnrichedItem {
    law::ItemFacts facts;
    std::vector<std::string> notes;  ///< ambiguity, vendor disagreement, doubts; for the officer
    std::vector<std::vector<std::string>> worksheets;  ///< of each alternative
    std::vector<std::string> catalogue_ids;  ///< of each alternative; "" when from figures
    std::vector<Error> errors;               ///< operations or dies that could not be read
};

class Enricher {
public:
    /// Borrows both, which must outlive it.
    Enricher(const law::Schema& schema, const Catalogue& catalogue);
    ~Enricher();
    Enricher(const Enricher&) = delete;
    Enricher& operator=(const Enricher&) = delete;

    /// `stated`: the item as read from the order (one alternative); `json`: the same item's object,
    /// for operations and dies; `file`: named in errors. A name seen before costs no look-up.
    [[nodiscard]] EnrichedItem enrich(const law::ItemFacts& stated, const Json& json,
                                      const std::string& file) const;
    /// Only the facts: what deciding in bulk needs, without notes and worksheets.
    [[nodiscard]] law::ItemFacts facts(const law::ItemFacts& stated, const Json& json) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace cordon::items
