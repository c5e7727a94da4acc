// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A determination as one row of a table: made of the decision, without the document.
#include "cli/table.h"
#include "determination/summary.h"

namespace cordon::cli {

Table summary_table();
void add_summary(Table& table, const determination::Summary& summary);

}  // namespace cordon::cli
