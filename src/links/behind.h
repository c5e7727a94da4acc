// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Everyone who stands behind one party on a day: who holds it, who holds them, and so on, as
/// stakes that the 50 % rule can be applied to.
///
///  * A link that holds is a stake with its share; one that may hold, or whose share nobody stated,
///    is a stake of nothing to all of it.
///  * "Controls" without a share between two parties that no "owns" joins may hide a stake: nothing
///    to all.
///  * Two records that are settled to be one party are one node; a link that only says so by a weak
///    source leaves two, and who is listed then may be.
///  * What a nominee holds is held by the one it holds for; where that is not settled, by one of
///  the
///    two.
#include <vector>

#include "links/link_graph.h"
#include "links/listed.h"
#include "links/stake_graph.h"

namespace cordon::links {

struct TraceLimits {
    std::uint32_t depth = 16;        ///< tiers of holders
    std::uint32_t parties = 20'000;  ///< behind one party
};

struct Behind {
    /// A party of the graph, or several records of it, or what a nominee holds.
    struct Node {
        std::vector<PartyIndex> records;  ///< empty for what a nominee holds
        std::uint32_t tier = 0;           ///< 0: the party asked about
        Listed listed;
        bool open = false;  ///< parts of it that no stake names may be anybody's
    };
    std::vector<Node> nodes;  ///< [0] is the party asked about
    std::vector<Stake> stakes;
    std::vector<LinkIndex> link_of;     ///< of each stake: the link that told it
    std::vector<LinkIndex> identities;  ///< links by which records became one node, or may
    bool cut = false;                   ///< a limit was met: what lies beyond counts as not known
};

Behind behind(const LinkGraph& graph, PartyIndex party, const AsOf& as_of, const ListedOn& listed,
              const TraceLimits& limits = {});

}  // namespace cordon::links
