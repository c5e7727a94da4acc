// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Runs the tests that stand beside the rules ([[test]] of every provision).
#include <string>
#include <vector>

#include "law/law.h"

namespace cordon::law {

struct RuleTestResult {
    std::string provision;
    std::string test;
    Position position;
    std::string expected;  ///< applies | does_not_apply | cannot_tell
    std::string got;       ///< one of these, or "error" when the facts could not be read
    bool passed = false;
    std::string explanation;  ///< of a failed test: the conditions as they were decided
};

/// Every test of every provision, in order. A provision applies when it holds for any subject of
/// the case; cannot tell when for none but unknown for some; does not apply otherwise, also on a
/// day on which no version of it counts. A party about whose listings the test says nothing has
/// none; `date` is the day of the test.
std::vector<RuleTestResult> run_rule_tests(const Law& law);

}  // namespace cordon::law
