// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How old a list may be before it is too old, by its own rhythm.
///
/// A copy is good of the day it says itself, or of a later day on which its publisher gave it or
/// said that it had not changed. A list that says no day and was not fetched is of unknown age, and
/// unknown is stale. The starter list alone is stale too once other lists would be; beside imported
/// ones it is history and never stale.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "lists/history.h"
#include "lists/snapshot.h"

namespace cordon::lists {

struct Freshness {
    SourceInfo source;
    std::optional<Date> good_of;    ///< the newest day the copy is known to be right for
    std::optional<Date> came_in;    ///< when this copy came; nothing before there was a history
    std::optional<Date> confirmed;  ///< when its publisher last said that it has not changed
    std::int32_t age_days = 0;      ///< 0 where unknown
    std::int32_t stale_after = 0;   ///< days; 0 for the starter beside others
    bool stale = false;
};

/// Days after which a list of this source is stale; lists nobody publishes here have 30.
std::int32_t stale_after(const std::string& source_id);
std::vector<Freshness> freshness(const std::vector<SourceInfo>& sources, const History& history,
                                 Date today);

}  // namespace cordon::lists
