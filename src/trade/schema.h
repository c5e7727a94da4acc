// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The published JSON Schemas (2020-12), made from the fact schema.
#include <string>

#include "base/json.h"
#include "law/fact.h"

namespace cordon::trade {

/// `which`: transaction | determination | party. Fails naming the three.
Result<Json> json_schema(std::string_view which, const law::Schema& schema);

}  // namespace cordon::trade
