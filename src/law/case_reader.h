// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reads the facts of a case from JSON by the schema: the one reader behind order files, requests
/// and the tests beside the rules.
///
/// Shape: transaction facts at the top (dots are nesting: "route.to" is {"route": {"to": …}}),
/// "items": [ {…, "devices": [ {…} ] } ], "parties": [ {…} ].
/// A value may be plain ("CN", 4800, "4800 TPP", "yes", true, ["end_user"]) or carry its source:
/// {"value": "CN", "source": "registry extract", "known_since": "2024-05-01"}. A number may be an
/// interval: {"value": {"from": "1600", "to": "1700"}} or "1600 to 1700 TPP". null is unknown.
/// Fails on: an unknown field (naming the nearest), a wrong type, unit, option, date or country, a
/// derived fact stated. Collects every mistake of one case rather than stopping at the first.
#include <optional>
#include <vector>

#include "base/json.h"
#include "law/case.h"

namespace cordon::law {

struct CaseReadOptions {
    std::string file;
    std::optional<Date> known_as_of;  ///< values known only since a later day are left unknown
    bool allow_derived = false;       ///< the tests beside rules state derived facts and listings
};

/// Structured fields (type "table": operations, dies, devices apart, owners, identifiers) are not
/// facts of rules; the caller reads them from the same Json.
struct ReadCase {
    Case facts;
    std::vector<Error> errors;  ///< empty when everything was read
};

ReadCase read_case(const Json& json, const Schema& schema, const CaseReadOptions& options);

/// One value of one fact. Used for --spec, CSV cells and counterfactuals as well.
Result<Value> read_value(const Json& json, const Fact& fact);

}  // namespace cordon::law
