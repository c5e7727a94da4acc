// SPDX-License-Identifier: Apache-2.0
// Conditions that join or repeat others, and definitions they call.
#include "law/compiler.h"

namespace cordon::law {

std::uint32_t Compiler::condition(NodeIndex index, const Scope& scope) {
    const Node& node = e_->at(index);
    switch (node.kind) {
        case NodeKind::Either:
            return group(Op::Either, index, conditions(node, scope));
        case NodeKind::Both:
            return group(Op::Both, index, conditions(node, scope));
        case NodeKind::Not: {
            Code code = make(Op::Not, index);
            code.first = condition(node.children[0], scope);
            return add(code, cost_[code.first] + 1);
        }
        case NodeKind::Compare:
            return comparison(index, scope);
        case NodeKind::In:
            return membership(index, scope);
        case NodeKind::Intersects:
            return intersection(index);
        case NodeKind::Any:
            return quantifier(Op::Any, index, scope);
        case NodeKind::All:
            return quantifier(Op::All, index, scope);
        case NodeKind::NoneOf:
            return quantifier(Op::NoneOf, index, scope);
        case NodeKind::Call:
            return call(index, scope);
        case NodeKind::Fact:
            return add(of_fact(Op::YesNo, index, index), 2);
        case NodeKind::YesNo:
            return constant(truth_of(node.yes), index);
        case NodeKind::Count:
        case NodeKind::Add:
        case NodeKind::Subtract:
        case NodeKind::Multiply:
        case NodeKind::Divide:
        case NodeKind::Max:
        case NodeKind::Min:
        case NodeKind::Asked:
        case NodeKind::OfCountry:
        case NodeKind::Number:
        case NodeKind::Day:
        case NodeKind::Country:
        case NodeKind::Option:
        case NodeKind::Set:
        case NodeKind::NamedSet:
        case NodeKind::Word:
            break;
    }
    CHECK(false && "the check lets no other node stand as a condition");
    return 0;
}

std::vector<std::uint32_t> Compiler::conditions(const Node& node, const Scope& scope) {
    std::vector<std::uint32_t> out;
    for (const NodeIndex child : node.children) out.push_back(condition(child, scope));
    return out;
}

std::optional<SubjectKind> Compiler::around(SubjectKind kind, const Scope& scope) {
    if (kind == SubjectKind::Device && !scope.item) return SubjectKind::Item;
    if (kind == SubjectKind::Listing && !scope.party) return SubjectKind::Party;
    return std::nullopt;
}

std::uint32_t Compiler::quantifier(Op op, NodeIndex index, const Scope& scope) {
    const Node& node = e_->at(index);
    Scope inner = scope;
    inner.add(node.subject);
    Code code = make(op, index);
    code.kind = node.subject;
    code.first = condition(node.children.back(), inner);
    if (node.children.size() == 2) {
        const std::uint32_t where = condition(node.children[0], inner);
        code.first = group(op == Op::All ? Op::Implies : Op::Both, index, {where, code.first});
    }
    const std::uint32_t cost = 8 * cost_[code.first] + 8;
    const auto outer = around(node.subject, scope);
    if (!outer) return add(code, cost);
    if (op == Op::NoneOf) code.op = Op::Any;  // no item with any device
    Code around_it = make(op, index);
    around_it.kind = *outer;
    around_it.first = add(code, cost);
    return add(around_it, 2 * cost);
}

std::uint32_t Compiler::call(NodeIndex index, const Scope& scope) {
    const Node& node = e_->at(index);
    const std::uint32_t entry = out_.entry_of[node.definition];
    if (entry == kNoNode || !out_.entries[entry].counts) return constant(Truth::No, index);
    const Per per = source_.provisions[node.definition].per;
    Code code = make(per == Per::Country ? Op::CallCountry : Op::Call, index);
    code.kind = subject_of(per);
    code.second = entry;
    if (per != Per::Country) return add(code, 3);  // mostly remembered from another rule
    code.first = operand(node.children[0], scope);
    return add(code, 4);
}

}  // namespace cordon::law
