// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Under which listings a party, or an owner of one, may stand.
/// docs/adr/0008-when-a-likeness-counts says when a match is the listed party itself.
#include <string>
#include <vector>

#include "base/truth.h"
#include "determination/recogniser.h"

namespace cordon::determination {

/// A listing that a party's name, or an owner's, was found under.
struct PartyListing {
    std::uint32_t listing = 0;  ///< index into the snapshot
    std::string matched_name;
    std::string owner;  ///< the owner it is inherited from, or ""
    Truth confirmed = Truth::Yes;
    Truth in_effect = Truth::Yes;
    std::uint16_t score = 1000;  ///< shown score of the match; 1000 for the same name
    std::string because;         ///< what met beside the name, and what speaks for or against it
};

/// Listings that did not end before the day. A note for each decision of a reviewer that sets a
/// pair aside or has lapsed.
std::vector<PartyListing> party_listings(const screening::PartyQuery& party, Date day,
                                         const Recogniser& recogniser,
                                         const lists::Snapshot& snapshot,
                                         std::vector<std::string>& notes);

/// A person's answer to whether the party is the listed one settles every open listing.
void settle(std::vector<PartyListing>& listings, bool same_as_listed);

}  // namespace cordon::determination
