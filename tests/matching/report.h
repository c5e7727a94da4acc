// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The measured pairs as text for a person.
#include <cstddef>
#include <string>
#include <vector>

#include "measure.h"

namespace cordon::matching {

/// One line a family and one for all of them: recall, precision, F1, mean scores; F1 by part.
std::string table_of(const std::vector<FamilyCounts>& families);
/// Recall and precision of pairs with Han on one side only, of organisations and of persons.
std::string slices_of(const std::vector<Judged>& judged);
/// By tenths of the shown score: how many pairs, and how many of a thousand are the same. A good
/// calibration lies on the diagonal, which a bar marks.
std::string calibration_plot(const std::vector<Judged>& judged);
/// The different pairs with the highest scores and the same pairs with the lowest.
std::string worst_pairs(const std::vector<Judged>& judged, std::size_t count);
/// Wrong pairs of one family, all of them.
std::string wrong_pairs(const std::vector<Judged>& judged, const std::string& family);
/// "  raw shown  id  left | right (reason)" with a line end.
std::string pair_line(const Judged& judged);
/// Every pair with its score, as CSV, for fitting weights elsewhere.
std::string scores_csv(const std::vector<Judged>& judged);

}  // namespace cordon::matching
