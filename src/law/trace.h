// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A decided tree of conditions without words: one small step a condition, in written order.
///
/// Every condition is decided, also those a short cut would skip. A definition that is called
/// again of the same subject is not written twice; the second call repeats the first.
/// Invariants
///  1. Steps stand in pre-order; the parts of step i are i+1 up to steps[i].end.
///  2. The truth of a step follows from its parts by the operation of its code.
#include <span>

#include "law/machine.h"

namespace cordon::law {

struct TraceStep {
    enum class Kind : std::uint8_t {
        Condition,     ///< the code at `code`
        Alternatives,  ///< of one item: its part under each catalogue entry its name may mean
        Open,          ///< of a quantifier: there may be more subjects, nobody knows
        Repeat         ///< of a called definition: decided at step `code`
    };
    Kind kind = Kind::Condition;
    Truth truth = Truth::Unknown;
    SubjectKind about = SubjectKind::Transaction;  ///< the innermost subject spoken of
    std::uint32_t code = 0;
    std::uint32_t end = 0;
    Frame frame;
};

struct TraceRecord {
    std::uint32_t entry = 0;  ///< index into Edition::entries()
    std::vector<TraceStep> steps;
};

/// Truth of a step from those of its parts (`part(i)` gives them). REQUIRES: it has parts.
Truth combined(const Code& code, std::span<const Truth> parts);

}  // namespace cordon::law
