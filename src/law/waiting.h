// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The unknown facts that a condition waits for, also inside definitions and counts.
#include <functional>
#include <optional>

#include "law/machine.h"

namespace cordon::law {

/// The fact that would close a list of subjects: the devices of an item, a party's screening.
std::optional<Slot> completing(const Schema& schema, SubjectKind of);

class Waiting {
public:
    using Found = std::function<void(const SubjectRef&, Slot)>;

    Waiting(Machine& machine, Found found)
        : machine_(machine), c_(machine.compiled()), found_(std::move(found)) {}

    /// `at`: a condition, or an operand of one.
    void walk(std::uint32_t at, const Frame& frame);

private:
    void each(const Code& code, const Frame& frame);
    void each_inner(const Code& code, const Frame& frame);
    void incomplete(SubjectKind kind, const Frame& frame);
    void name_of(const Frame& frame);
    void asked(std::uint32_t at, const Frame& frame);
    void fact(const Code& code, const Frame& frame);

    Machine& machine_;
    const Edition::Compiled& c_;
    Found found_;
};

}  // namespace cordon::law
