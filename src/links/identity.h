// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which records are one party, by links that say so: SameAs and RenamedTo. A company stays the
/// same whatever it is called, so only when that became known counts, not the day of a change of
/// name.
#include <vector>

#include "links/link_graph.h"

namespace cordon::links {

struct SameParty {
    std::vector<PartyIndex> records;  ///< settled to be one, rising; the one asked about among them
    std::vector<PartyIndex> perhaps;  ///< records that a source of grade D says are the same
    std::vector<LinkIndex> links;     ///< that say so
};

SameParty same_party(const LinkGraph& graph, PartyIndex party, const AsOf& as_of);

/// Was the link known, whether or not it still held? For what is over and still tells something.
bool told(const Link& link, const AsOf& as_of);

}  // namespace cordon::links
