// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the scorer makes of the pairs, counted.
///
/// All figures are exact integers; shares are printed in thousandths, rounded to the nearest.
#include <cstdint>
#include <string>
#include <vector>

#include "pairs.h"
#include "screening/profile.h"

namespace cordon::matching {

struct Judged {
    const Pair* pair = nullptr;
    std::uint16_t raw = 0, shown = 0;
    bool hit = false;  ///< the profile would report it
    [[nodiscard]] bool right() const { return hit == pair->same; }
};
/// Every pair, in order. `kind_known` false analyses all names without saying what they are.
std::vector<Judged> judge(const std::vector<Pair>& pairs, const screening::Profile& profile,
                          bool kind_known);

struct Counts {
    std::uint64_t true_hits = 0, false_hits = 0, missed = 0, true_rests = 0;
    std::uint64_t shown_same = 0, shown_different = 0;  ///< sums of shown scores

    void add(const Judged& judged);
    [[nodiscard]] std::uint64_t pairs() const;
    [[nodiscard]] std::uint64_t recall() const;     ///< thousandths; 1000 of nothing
    [[nodiscard]] std::uint64_t precision() const;  ///< thousandths; 1000 of nothing
    [[nodiscard]] std::uint64_t f1() const;
    [[nodiscard]] std::uint64_t mean_same() const;
    [[nodiscard]] std::uint64_t mean_different() const;
    /// Is this F1 below the other? Exact, by cross-multiplication.
    [[nodiscard]] bool f1_below(const Counts& other) const;
};

struct FamilyCounts {
    std::string family;
    Counts all, tune, hold;
};
/// In the order of the file.
std::vector<FamilyCounts> by_family(const std::vector<Judged>& judged);

}  // namespace cordon::matching
