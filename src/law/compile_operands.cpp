// SPDX-License-Identifier: Apache-2.0
// Amounts, days and countries that conditions compare.
#include "law/compiler.h"

namespace cordon::law {

using Base = Type::Base;

std::uint32_t Compiler::operand(NodeIndex index, const Scope& scope) {
    const Node& node = e_->at(index);
    switch (node.kind) {
        case NodeKind::Fact:
            return add(of_fact(Op::FactOf, index, index), 1);
        case NodeKind::Asked:
            return add(make(Op::Asked, index), 0);
        case NodeKind::OfCountry:
            return add(make(Op::OfCountry, index), 0);
        case NodeKind::Number:
        case NodeKind::Day:
        case NodeKind::Country:
            return literal(index);
        case NodeKind::Count:
            return count(index, scope);
        case NodeKind::Add:
        case NodeKind::Subtract:
        case NodeKind::Multiply:
        case NodeKind::Divide:
        case NodeKind::Max:
        case NodeKind::Min:
            return arithmetic(index, scope);
        case NodeKind::Either:
        case NodeKind::Both:
        case NodeKind::Not:
        case NodeKind::Compare:
        case NodeKind::In:
        case NodeKind::Intersects:
        case NodeKind::Any:
        case NodeKind::All:
        case NodeKind::NoneOf:
        case NodeKind::Call:
        case NodeKind::YesNo:
        case NodeKind::Option:
        case NodeKind::Set:
        case NodeKind::NamedSet:
        case NodeKind::Word:
            break;
    }
    CHECK(false && "the check lets no other node stand as an operand");
    return 0;
}

std::uint32_t Compiler::literal(NodeIndex index) {
    const Node& node = e_->at(index);
    Code code = make(Op::Constantly, index);
    if (node.kind == NodeKind::Number) code.second = number_of(node.number);
    if (node.kind == NodeKind::Day) code.second = static_cast<std::uint32_t>(node.day);
    if (node.kind == NodeKind::Country) code.slot = out_.read_as[node.country];
    return add(code, 0);
}

Op Compiler::op_of(NodeKind kind) {
    if (kind == NodeKind::Add) return Op::Add;
    if (kind == NodeKind::Subtract) return Op::Subtract;
    if (kind == NodeKind::Multiply) return Op::Multiply;
    if (kind == NodeKind::Divide) return Op::Divide;
    return kind == NodeKind::Max ? Op::Max : Op::Min;
}

std::uint32_t Compiler::arithmetic(NodeIndex index, const Scope& scope) {
    const Node& node = e_->at(index);
    Op op = op_of(node.kind);
    if (e_->at(node.children[0]).type.base == Base::Date) {
        const bool two = e_->at(node.children[1]).type.base == Base::Date;
        op = two ? Op::Between : node.kind == NodeKind::Add ? Op::Later : Op::Earlier;
    }
    std::uint32_t result = operand(node.children[0], scope);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        Code code = make(op, index);
        code.first = result;
        code.second = operand(node.children[i], scope);
        result = add(code, cost_[code.first] + cost_[code.second] + 2);
    }
    return result;
}

std::uint32_t Compiler::count(NodeIndex index, const Scope& scope) {
    const Node& node = e_->at(index);
    Scope inner = scope;
    inner.add(node.subject);
    Code code = make(Op::Count, index);
    code.kind = node.subject;
    code.first = node.children.empty() ? kNoNode : condition(node.children[0], inner);
    const std::uint32_t counted = add(code, 50);
    const auto outer = around(node.subject, scope);
    if (!outer) return counted;
    Code sum = make(Op::CountInner, index);
    sum.kind = *outer;
    sum.first = counted;
    return add(sum, 100);
}

}  // namespace cordon::law
