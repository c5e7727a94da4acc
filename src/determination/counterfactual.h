// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The smallest single-fact changes that give another outcome.
#include <string>
#include <vector>

#include "determination/engine.h"

namespace cordon::determination {

struct Change {
    law::SubjectRef subject;
    std::string fact;                  ///< full name
    std::string now;                   ///< "unknown" when not stated
    std::vector<std::string> instead;  ///< values that each lead to `outcome`
    Outcome outcome;
    bool was_unknown = false;
};

struct Asked {
    const trade::Transaction& transaction;
    const Clocks& clocks;
    const Prepared& prepared;
    Outcome outcome;
};

/// Every fact that decides alone: unknown ones first, then the day, then stated ones; within these
/// the more restrictive outcomes first. Facts from the catalogue or the lists are not varied.
std::vector<Change> single_changes(const Engine& engine, const Asked& asked, Desk& desk);

}  // namespace cordon::determination
