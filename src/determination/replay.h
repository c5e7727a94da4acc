// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Replays a stored determination and compares the bytes.
#include <string>
#include <vector>

#include "base/json.h"
#include "determination/engine.h"

namespace cordon::determination {

struct Replay {
    bool identical = false;
    std::vector<std::string> gone;         ///< inputs that are not the ones recorded
    std::vector<std::string> differences;  ///< first differing places, when all inputs are there
    Json again;                            ///< the determination made now
};

/// REQUIRES nothing of `stored`: what is missing or malformed is an Error naming the field.
Result<Replay> replay(const Engine& engine, const Json& stored, Desk& desk);

}  // namespace cordon::determination
