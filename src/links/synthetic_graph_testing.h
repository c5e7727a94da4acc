// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Made-up corporate graphs of any size for tests of scale and benches: groups under a head, a
/// parent for most companies, minority holders, joint ventures, shares nobody stated, some circles.
#include <cstdint>
#include <vector>

#include "base/truth.h"
#include "links/stake_graph.h"

namespace cordon::links {

struct SyntheticGraph {
    std::uint32_t parties = 0;
    std::vector<Stake> stakes;
    std::vector<Truth> listed;
};

/// The same seed gives the same graph. About two parties for three stakes; four companies of five
/// belong to a group, groups are as unequal as preferential attachment makes them; one stake of
/// two hundred closes a circle; one party of two hundred is listed, one of five hundred may be.
SyntheticGraph synthetic_graph(std::uint32_t stakes, std::uint64_t seed);

}  // namespace cordon::links
