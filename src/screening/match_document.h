// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Matches written down, the same through every door.
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "lists/snapshot.h"
#include "screening/matcher.h"

namespace cordon::screening {

/// One match: the listing with its consequence, the score, what supports or contradicts, the
/// question. With an explanation also the tokens side by side.
Json to_json(const Match& match, const lists::Listing& listing, std::optional<Date> day,
             const Explained* explanation);

/// "Suma Techology Co., Ltd. (entity_list, 84 FR 29373)".
std::string named(const lists::Listing& listing);

}  // namespace cordon::screening
