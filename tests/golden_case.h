// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One golden determination: a readable file with a narrative, the outcome a person expects and
/// why, the input, and below a rule what the program says. `./dev golden --update` rewrites only
/// what stands below the rule; the expectation above it is never rewritten.
///
///   # H20 to Shenzhen after the letter
///   expect: licence_required
///   because: is-informed letter of 2025-04-09
///   reading: as_codified            (only where it is not the default)
///
///   { …transaction… }
///   ----
///   outcome: licence_required
///   applies: us.letter.nvda.h20 item 1 (H20)
///   …
#include <string>

#include "base/json.h"

namespace cordon::golden {

struct Case {
    std::string path, head, expect, because, input, expected;
    std::string reading;  ///< "as_codified", or "" for the default
};

Result<Case> read_case(const std::string& path);
/// The determination in a few lines: outcome, findings, exceptions, policies, what is missing.
std::string summary(const Json& determination);
std::string file_text(const Case& golden, const std::string& actual);

}  // namespace cordon::golden
