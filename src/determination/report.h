// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The determination as a document: canonical JSON with every finding, its paragraph, version,
/// conditions, facts and sources, what is missing, what would change it, and the receipt.
#include "base/json.h"
#include "determination/engine.h"

namespace cordon::determination {

struct ReportOptions {
    bool counterfactuals = true;    ///< what single facts would change the outcome
    bool failed_conditions = true;  ///< of every requirement that does not apply, why not
};

/// Deterministic: the same inputs give the same bytes.
Json report(const Engine& engine, const trade::Transaction& transaction, const Clocks& clocks,
            const ReportOptions& options, Desk& desk);

}  // namespace cordon::determination
