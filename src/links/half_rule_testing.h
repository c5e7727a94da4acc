// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The slow, obvious 50 % rule: every value of every uncertain thing is tried, and for each the
/// rule is followed along every path. For small graphs whose shares are tenths.
#include <random>
#include <vector>

#include "base/truth.h"
#include "links/half_rule.h"

namespace cordon::links {

/// A fraction of whole numbers.
struct Rational {
    std::int64_t part = 0, whole = 1;
    friend bool operator<(const Rational& a, const Rational& b) {
        return a.part * b.whole < b.part * a.whole;
    }
};

struct SmallGraph {
    std::uint32_t parties = 0;
    std::vector<Stake> stakes;
    std::vector<Truth> listed;
    std::vector<bool> rest_open;
};

struct TwinAnswer {
    std::vector<bool> ever_counts, always_counts;
    std::vector<Rational> least, most;
};

/// Up to six parties, nine stakes of whole tenths, at most `uncertain` things not known; circles,
/// several stakes between two parties, treasury shares and unnamed holders occur.
SmallGraph random_graph(std::mt19937_64& random, unsigned uncertain);
TwinAnswer try_everything(const SmallGraph& graph, Threshold threshold);

}  // namespace cordon::links
