// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The item part of a determination alone: for `cordon classify`.
#include "base/json.h"
#include "determination/engine.h"

namespace cordon::determination {

/// Of the first item: its name, meanings with figures and worksheets, and every classification in
/// force on the transaction's day with its answer, conditions and distances, for the set of
/// meanings and for each alone.
Json classification(const Engine& engine, const trade::Transaction& transaction);

}  // namespace cordon::determination
