// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Replays a stored determination and compares the bytes.
#include <string>
#include <vector>

#include "base/json.h"
#include "determination/report.h"

namespace cordon::determination {

/// What a stored determination says it was made with.
struct ReceiptRead {
    std::string engine, rules, catalogue, lists, links, profile, reviews, digest;
    Clocks clocks;
    ReportOptions options;
};
/// Fails naming the field that is missing or malformed.
Result<ReceiptRead> read_receipt(const Json& stored);

struct Replay {
    bool identical = false;
    bool altered = false;                  ///< the stored document does not match its own digest
    std::vector<std::string> gone;         ///< inputs that are not the ones recorded
    std::vector<std::string> differences;  ///< first differing fields, when all inputs are there
};

Result<Replay> replay(const Engine& engine, const Json& stored, Desk& desk);

}  // namespace cordon::determination
