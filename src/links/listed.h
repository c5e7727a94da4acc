// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the lists say of a party of the graph on the day asked about. For whoever traces it is a
/// question put to somebody else: this folder reads no list.
#include <functional>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/truth.h"
#include "links/link.h"

namespace cordon::links {

struct Listed {
    Truth on_day = Truth::No;   ///< on any list; Unknown: a name like a listed one, not settled
    Truth carries = Truth::No;  ///< on a list whose parties' stakes the 50 % rule counts
    std::string list, name;     ///< "entity_list", the entry as printed; "" when No
    std::string citation;
    std::optional<Date> since;  ///< of the listing, as far as known
};

/// Asked once a party.
using ListedOn = std::function<Listed(const PartyRecord&)>;

}  // namespace cordon::links
