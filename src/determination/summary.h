// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The gist of a determination, for many of them: no document is made, no condition put in words.
#include <string>
#include <vector>

#include "determination/engine.h"

namespace cordon::determination {

struct Summary {
    std::string transaction;
    Date law_day = kFirstDate;
    Outcome outcome = Outcome::CannotTell;
    std::string headline;
    std::vector<std::string> items;  ///< by name; "item 2" where none is given
    std::string destination;         ///< as stated, or ""
    bool has_route = false;
};

/// What report() says of the same, byte for byte.
Summary summary(const Engine& engine, const trade::Transaction& transaction, const Clocks& clocks,
                Desk& desk);

}  // namespace cordon::determination
