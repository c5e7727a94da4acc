// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The smallest single-fact changes that give another outcome.
#include <string>
#include <vector>

#include "determination/engine.h"

namespace cordon::determination {

struct Change {
    law::SubjectRef subject;
    std::string fact;                   ///< full name
    std::string now;                    ///< "unknown" when not stated
    std::vector<std::string> instead;   ///< values that all lead to `outcome`
    Outcome outcome;
    bool was_unknown = false;
};

/// Every fact that decides alone, unknown ones first, then the more restrictive outcomes first.
std::vector<Change> single_changes(const Engine& engine, const Prepared& prepared,
                                   const Decision& decision, Desk& desk);

}  // namespace cordon::determination
