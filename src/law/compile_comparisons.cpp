// SPDX-License-Identifier: Apache-2.0
// Two things compared. One fact against a constant, which nearly every condition is, becomes one
// instruction; dated sets and literals are settled here for the day.
#include <utility>

#include "law/compiler.h"

namespace cordon::law {

using Base = Type::Base;

std::uint32_t Compiler::comparison(NodeIndex index, const Scope& scope) {
    const Node& node = e_->at(index);
    NodeIndex left = node.children[0];
    NodeIndex right = node.children[1];
    Relation relation = node.relation;
    const Base base = e_->at(left).type.base;
    if (is_constant(left) && e_->at(right).kind == NodeKind::Fact) {
        std::swap(left, right);
        relation = mirrored(relation);
    }
    const bool fused = e_->at(left).kind == NodeKind::Fact && is_constant(right);
    if (fused) return fact_with_constant(index, left, right, relation);
    if (base == Base::YesNo)
        return same(Op::SameTruth, index, condition(left, scope), condition(right, scope));
    if (base == Base::Country)
        return same(Op::SameCountry, index, operand(left, scope), operand(right, scope));
    if (base == Base::Choice) {
        Code code = of_fact(Op::SameChoice, index, left);
        code.negated = relation == Relation::NotEqual;
        code.second = operand(right, scope);
        return add(code, 3);
    }
    Code code = make(base == Base::Date ? Op::Days : Op::Amounts, index);
    code.relation = relation;
    code.first = operand(left, scope);
    code.second = operand(right, scope);
    return add(code, cost_[code.first] + cost_[code.second] + 2);
}

std::uint32_t Compiler::same(Op op, NodeIndex index, std::uint32_t first, std::uint32_t second) {
    Code code = make(op, index);
    code.negated = e_->at(index).relation == Relation::NotEqual;
    code.first = first;
    code.second = second;
    return add(code, cost_[first] + cost_[second] + 1);
}

bool Compiler::is_constant(NodeIndex index) const {
    const NodeKind kind = e_->at(index).kind;
    return kind == NodeKind::Number || kind == NodeKind::YesNo || kind == NodeKind::Country ||
           kind == NodeKind::Option;
}

std::uint32_t Compiler::fact_with_constant(NodeIndex index, NodeIndex fact, NodeIndex value,
                                           Relation relation) {
    const Node& constant = e_->at(value);
    const bool negated = relation == Relation::NotEqual;
    switch (constant.type.base) {
        case Base::YesNo: {
            Code code = of_fact(Op::YesNo, index, fact);
            code.negated = negated == constant.yes;
            return add(code, 2);
        }
        case Base::Number: {
            Code code = of_fact(Op::Number, index, fact);
            code.relation = relation;
            code.second = number_of(constant.number);
            return add(code, 3);
        }
        case Base::Country: {
            Code code = of_fact(Op::OneCountry, index, fact);
            code.negated = negated;
            code.second = set_of(members(value));
            return add(code, 2);
        }
        case Base::Choice: {
            Code code = of_fact(Op::OneChoice, index, fact);
            code.negated = negated;
            code.second = mask_of(mask(value));
            return add(code, 2);
        }
        case Base::None:
        case Base::Date:
        case Base::Countries:
        case Base::Choices:
            break;
    }
    CHECK(false && "is_constant() names no other type");
    return 0;
}

CountrySet Compiler::members(NodeIndex index) const {
    const Node& node = e_->at(index);
    CountrySet set;
    if (node.kind == NodeKind::Country) set.set(node.country);
    for (const NodeIndex child : node.children) set.set(e_->at(child).country);
    if (node.kind == NodeKind::NamedSet) {
        for (const SetVersion& version : source_.sets[node.set].versions) {
            if (version.period.contains(day_)) set = version.members;
        }
    }
    return out_.read(set);
}

std::uint64_t Compiler::mask(NodeIndex index) const {
    const Node& node = e_->at(index);
    if (node.kind == NodeKind::Option) return std::uint64_t{1} << node.option;
    std::uint64_t bits = 0;
    for (const NodeIndex child : node.children) bits |= mask(child);
    return bits;
}

std::uint32_t Compiler::membership(NodeIndex index, const Scope& scope) {
    const Node& node = e_->at(index);
    const NodeIndex element = node.children[0];
    const NodeIndex collection = node.children[1];
    const bool countries = e_->at(element).type.base == Base::Country;
    const bool fixed = e_->at(collection).kind != NodeKind::Fact;
    const bool fact = e_->at(element).kind == NodeKind::Fact;
    Code code = make(Op::InCountry, index);
    if (fixed && fact) {
        code = of_fact(countries ? Op::OneCountry : Op::OneChoice, index, element);
        code.second = countries ? set_of(members(collection)) : mask_of(mask(collection));
    } else if (fixed) {
        code.first = operand(element, scope);
        code.second = set_of(members(collection));
    } else if (is_constant(element)) {
        code = of_fact(countries ? Op::SomeCountry : Op::SomeChoice, index, collection);
        code.second = countries ? set_of(members(element)) : mask_of(mask(element));
    } else if (countries) {
        code = of_fact(Op::CountryIn, index, collection);
        code.first = operand(element, scope);
    } else {
        code = of_fact(Op::ChoiceIn, index, element);
        code.second = operand(collection, scope);
    }
    code.negated = node.negated;
    return add(code, 3);
}

std::uint32_t Compiler::intersection(NodeIndex index) {
    NodeIndex left = e_->at(index).children[0];
    NodeIndex right = e_->at(index).children[1];
    const bool countries = e_->at(left).type.base == Base::Countries;
    if (e_->at(left).kind != NodeKind::Fact) std::swap(left, right);
    if (e_->at(left).kind != NodeKind::Fact) {
        const bool meet =
            countries ? (members(left) & members(right)).any() : (mask(left) & mask(right)) != 0;
        return constant(truth_of(meet), index);
    }
    Code code = of_fact(countries ? Op::SomeCountry : Op::SomeChoice, index, left);
    if (e_->at(right).kind == NodeKind::Fact) {
        code.op = countries ? Op::Meet : Op::MeetChoice;
        code.second = add(of_fact(Op::FactOf, right, right), 1);
    } else {
        code.second = countries ? set_of(members(right)) : mask_of(mask(right));
    }
    return add(code, 3);
}

}  // namespace cordon::law
