// SPDX-License-Identifier: Apache-2.0
// Code as it is put down: instructions, groups cheapest first, and the constants they refer to.
#include "law/compiler.h"

#include <algorithm>

namespace cordon::law {

Code Compiler::make(Op op, NodeIndex node) const {
    Code code;
    code.op = op;
    code.source = node;
    code.expression = static_cast<std::uint32_t>(out_.expressions.size() - 1);
    return code;
}

Code Compiler::of_fact(Op op, NodeIndex node, NodeIndex fact) const {
    Code code = make(op, node);
    code.kind = e_->at(fact).subject;
    code.slot = e_->at(fact).slot;
    code.question = source_.schema.fact(code.kind, code.slot).question;
    return code;
}

std::uint32_t Compiler::add(const Code& code, std::uint32_t cost) {
    out_.code.push_back(code);
    cost_.push_back(cost);
    return static_cast<std::uint32_t>(out_.code.size() - 1);
}

std::uint32_t Compiler::group(Op op, NodeIndex node, const std::vector<std::uint32_t>& written) {
    Code code = make(op, node);
    code.count = static_cast<std::uint16_t>(written.size());
    code.first = static_cast<std::uint32_t>(out_.children.size());
    std::vector<std::uint32_t> cheapest = written;
    if (op != Op::Implies) {
        std::ranges::stable_sort(cheapest, {}, [this](std::uint32_t c) { return cost_[c]; });
    }
    out_.children.insert(out_.children.end(), cheapest.begin(), cheapest.end());
    out_.children.insert(out_.children.end(), written.begin(), written.end());
    std::uint32_t cost = 1;
    for (const std::uint32_t child : written) cost += cost_[child];
    return add(code, cost);
}

std::uint32_t Compiler::constant(Truth truth, NodeIndex node) {
    Code code = make(Op::Constant, node);
    code.slot = static_cast<Slot>(truth);
    return add(code, 0);
}

std::uint32_t Compiler::set_of(const CountrySet& set) {
    out_.countries.push_back(set);
    return static_cast<std::uint32_t>(out_.countries.size() - 1);
}

std::uint32_t Compiler::mask_of(std::uint64_t mask) {
    out_.masks.push_back(mask);
    return static_cast<std::uint32_t>(out_.masks.size() - 1);
}

std::uint32_t Compiler::number_of(Decimal number) {
    out_.numbers.push_back(number);
    return static_cast<std::uint32_t>(out_.numbers.size() - 1);
}

}  // namespace cordon::law
