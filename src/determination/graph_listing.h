// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the lists say of the parties of a graph of links, by the same rules as for the parties of
/// an order.
#include "determination/recogniser.h"
#include "links/listed.h"
#include "lists/snapshot.h"

namespace cordon::determination {

/// Lists whose parties' stakes the 50 % rule counts: Supp. No. 8 to part 744.
bool carried_by_half_rule(std::string_view list);

/// A record of the graph as screening asks for it: every name, the country.
screening::PartyQuery query_of(const links::PartyRecord& record,
                               const screening::Reviews::AsOf& decisions);

/// Borrows all of them. Where a record meets several entries the one that counts most is told.
links::ListedOn listed_on(const Recogniser& recogniser, const lists::Snapshot& snapshot, Date day,
                          screening::Reviews::AsOf decisions);

}  // namespace cordon::determination
