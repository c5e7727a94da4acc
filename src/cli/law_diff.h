// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a change of the law changed: provisions, country groups, and the outcomes of given orders.
#include <string>
#include <vector>

#include "cli/command.h"

namespace cordon::cli {

std::string law_changes(const law::Law& law, Date from, Date to);
/// Prints the orders whose outcome differs when the law of each day is read; gives the exit code.
int outcome_changes(const Common& common, const determination::Engine& engine,
                    const std::vector<std::string>& files, Date from, Date to);

}  // namespace cordon::cli
