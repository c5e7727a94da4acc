// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The frozen measure: counts by family (baseline.csv) and which pairs were wrong (wrong.csv).
///
/// Counts decide whether something fell; the wrong pairs only say which pairs turned.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "measure.h"

namespace cordon::matching {

struct Baseline {
    std::vector<FamilyCounts> families;  ///< counts of all pairs only
    std::set<std::string, std::less<>> wrong;
};
Result<Baseline> read_baseline(const std::string& folder);
Status write_baseline(const std::string& folder, const std::vector<FamilyCounts>& families,
                      const std::vector<Judged>& judged);

struct Comparison {
    bool fell = false;
    std::string text;  ///< what fell or rose, and the pairs that turned
};
/// Falls: F1 over all or in a family below the frozen one; a family gone, new or of another size.
Comparison compared(const Baseline& baseline, const std::vector<FamilyCounts>& families,
                    const std::vector<Judged>& judged);

}  // namespace cordon::matching
