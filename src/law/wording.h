// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Puts decided conditions into words: what was written, which values decided it, by how much.
#include <set>

#include "law/machine.h"
#include "law/trace.h"

namespace cordon::law {

class Wording {
public:
    explicit Wording(Machine& machine) : machine_(machine), c_(machine.compiled()) {}

    [[nodiscard]] Trace step(const TraceRecord& record, std::uint32_t at);
    /// Values of the facts that stand in a compound condition itself, for one that failed.
    [[nodiscard]] std::string values_within(const TraceStep& step);

private:
    [[nodiscard]] std::string text(std::uint32_t code) const;
    [[nodiscard]] std::string open_text(const TraceStep& step) const;
    [[nodiscard]] std::string values(std::uint32_t code, const Frame& frame);
    void values_of(const Expression& e, NodeIndex node, const Frame& frame,
                   std::vector<std::string>& out) const;
    [[nodiscard]] std::string unknown_text(const Fact& fact) const;
    [[nodiscard]] std::string fact(const Node& node, const Frame& frame) const;
    void calculated(std::uint32_t code, const Frame& frame, std::vector<std::string>& out);
    [[nodiscard]] std::string distance(std::uint32_t code, const Frame& frame);
    [[nodiscard]] std::string days_apart(const Code& code, const Frame& frame);
    [[nodiscard]] const Schema& schema() const { return (*c_.law)->schema(); }
    [[nodiscard]] std::optional<ProvisionIndex> definition(const Code& code) const;
    [[nodiscard]] bool is_leaf(const Code& code) const;

    Machine& machine_;
    const Edition::Compiled& c_;
};

}  // namespace cordon::law
