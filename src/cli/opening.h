// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Opening what a command needs: the rules, the catalogue, the lists.
#include "cli/command.h"

namespace cordon::cli {

/// The rules named on the command line, or those in this program.
Result<law::Law> open_law(const Common& common, law::RuleTests tests = law::RuleTests::Read);
/// Everything, with the current snapshot of lists (or the one of this hash).
Result<determination::Engine> open_engine(const Common& common, const std::string& lists_hash = "");

/// The links this program brings, those in the folder links/ of the home, and these files. What is
/// wrong with a row is printed, `refused` says that something was.
Result<links::LinkGraph> open_links(const Common& common, const std::vector<std::string>& files,
                                    bool& refused);

}  // namespace cordon::cli
