// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What an Evaluation keeps between questions. For the sources of Evaluation only.
#include "law/machine.h"
#include "law/questionnaire.h"

namespace cordon::law {

struct Evaluation::State {
    Machine machine;
    Questionnaire::Scratch asked;
    /// By (entry, subject) of called definitions: where in the record under way it was written.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> written;

    [[nodiscard]] std::uint32_t index_of(const Edition::Entry& entry) const;
    /// The answer under every alternative of an item; Unknown where they differ.
    Truth agreed(const Edition::Entry& entry, const SubjectRef& subject);
};

}  // namespace cordon::law
