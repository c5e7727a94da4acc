// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Many rules asked of every subject at once; what they have in common is asked once.
///
/// Invariants
///  1. Says exactly what Evaluation::holds and holds_if_questions_are_no say of each rule.
///  2. Belongs to one Edition, which must outlive it.
/// Thread safety: immutable; share it by const reference.
#include <array>
#include <cstdint>
#include <vector>

#include "law/evaluation.h"

namespace cordon::law {

class Machine;

class Questionnaire {
public:
    Questionnaire() = default;  ///< of no rules
    Questionnaire(const Edition& edition, const std::vector<Edition::Entry>& rules);

    /// Rules as bits of one block: those of which nothing says No, of these those that cannot be
    /// told, and of these those that would be No if every open knowledge question were.
    struct Verdicts {
        std::uint64_t left = 0;
        std::uint64_t open = 0;
        std::uint64_t question = 0;
    };
    /// Memory of one thread.
    struct Scratch {
        std::vector<std::uint32_t> unknown;  ///< conditions of one subject that cannot be told
        std::vector<std::pair<SubjectRef, Verdicts>> subjects;
        std::vector<Answer> answers;
    };
    /// Everything but No, in the order of the rules; for one rule in the order of the subjects.
    void ask(Machine& machine, Scratch& scratch) const;

private:
    /// One condition, and the rules that need it to hold.
    struct Test {
        std::uint32_t code = 0;
        std::uint64_t rules = 0;
        bool question = false;  ///< some knowledge question stands in it
    };
    /// Up to 64 rules.
    struct Block {
        std::uint32_t first = 0;                             ///< of its rules
        std::array<std::uint64_t, kSubjectKinds> of_kind{};  ///< the rules asked of each kind
        std::vector<Test> of_all;  ///< about the transaction alone: for rules of any kind
        std::array<std::vector<Test>, kSubjectKinds> of_one;  ///< about one subject of the kind
    };
    class Builder;
    class Asking;

    std::vector<Block> blocks_;
};

}  // namespace cordon::law
