// SPDX-License-Identifier: Apache-2.0
// Types flow upwards from facts, and sideways to words: in `item.kind == ic` the left side tells
// what `ic` may be. So the side that knows its type is visited first. A mistake is reported once:
// its node has the type None, and nothing that contains it complains again.
// Tested by types_test.cpp.
#include <fmt/format.h>

#include "law/checker.h"

namespace cordon::law {

void Checker::condition(NodeIndex index, const Scope& scope) {
    const Type type = visit(index, {}, scope);
    if (type.base == Base::None || type.base == Base::YesNo) return;
    report(index, fmt::format("'{}' is {}, not a condition", e_.text_of(index), say(type)),
           "a yes/no fact, a comparison or a definition",
           fmt::format("compare it: {} == …", e_.text_of(index)));
}

Type Checker::visit(NodeIndex index, const Type& wanted, const Scope& scope) {
    const Type type = visit_kind(index, wanted, scope);
    node(index).type = type;
    return type;
}

Type Checker::visit_kind(NodeIndex index, const Type& wanted, const Scope& scope) {
    switch (node(index).kind) {
        case NodeKind::Either:
        case NodeKind::Both:
        case NodeKind::Not:
            for (const NodeIndex child : children(index)) condition(child, scope);
            return yes_no();
        case NodeKind::Compare:
            return compare(index, scope);
        case NodeKind::In:
            return membership(index, scope);
        case NodeKind::Intersects:
            return intersects(index, scope);
        case NodeKind::Any:
        case NodeKind::All:
        case NodeKind::NoneOf:
        case NodeKind::Count:
            return quantifier(index, scope);
        case NodeKind::Call:
            return call(index, scope);
        case NodeKind::Add:
        case NodeKind::Subtract:
            return sum(index, scope);
        case NodeKind::Multiply:
        case NodeKind::Divide:
            return product(index, scope);
        case NodeKind::Max:
        case NodeKind::Min:
            return extreme(index, scope);
        case NodeKind::Number:
            return number(index, wanted, scope);
        case NodeKind::Set:
            return set(index, wanted, scope);
        case NodeKind::Word:
            return word(index, wanted, scope);
        case NodeKind::Day:
            return day();
        case NodeKind::Fact:
        case NodeKind::Asked:
        case NodeKind::OfCountry:
        case NodeKind::YesNo:
        case NodeKind::Country:
        case NodeKind::Option:
        case NodeKind::NamedSet:
            break;
    }
    return node(index).type;
}

std::pair<Type, Type> Checker::sides(NodeIndex index, const Scope& scope) {
    const auto [left, right] = pair_of(index);
    if (!waits(left) || waits(right)) {
        const Type a = visit(left, {}, scope);
        return {a, a.base == Base::None ? Type{} : visit(right, a, scope)};
    }
    const Type b = visit(right, {}, scope);
    return {b.base == Base::None ? Type{} : visit(left, b, scope), b};
}

bool Checker::waits(NodeIndex index) const {
    const Node& n = e_.at(index);
    return n.kind == NodeKind::Number || (n.kind == NodeKind::Word && !names_.is_fact(n.text));
}

Type Checker::word(NodeIndex index, const Type& wanted, const Scope& scope) {
    const auto resolved = names_.resolve(node(index), wanted, scope);
    if (!resolved) return fail(index, resolved.error());
    return node(index).type;
}

Type Checker::fail(NodeIndex index, const Error& error) {
    errors_.push_back(error.at(e_.position(e_.at(index).begin)));
    return {};
}

void Checker::report(NodeIndex index, std::string message, std::string expected,
                     std::string remedy) {
    Error error;
    error.message = std::move(message);
    error.expected = std::move(expected);
    error.remedy = std::move(remedy);
    fail(index, error);
}

void Checker::mismatch(NodeIndex index, const Type& a, const Type& b) {
    const auto [left, right] = pair_of(index);
    const bool to_left = node(left).kind == NodeKind::Number;
    const NodeIndex blamed = to_left ? left : right;
    const Type& other = to_left ? b : a;
    Error error;
    error.message = fmt::format("'{}' is {} but '{}' is {}", say(left), say(a), say(right), say(b));
    error.expected = say(other);
    if (node(blamed).kind == NodeKind::Number && node(blamed).unit.empty() &&
        other.base == Base::Number) {
        const std::string unit = other.dimension != Dimension{}
                                     ? canonical_unit_name(other.dimension)
                                     : std::string("%");
        error.remedy = fmt::format("write '{} {}'", node(blamed).text, unit);
    }
    for (const NodeIndex side : {left, right}) {
        if (node(side).kind != NodeKind::Fact) continue;
        const Fact& fact = dictionary_.schema.fact(node(side).subject, node(side).slot);
        error.related.push_back(
            {fmt::format("{} is defined here", fact.full_name()), fact.position});
    }
    fail(blamed, error);
}

std::vector<Error> check(Expression& expression, const Dictionary& dictionary, const Place& place) {
    return Checker(expression, dictionary, place).whole(place);
}

}  // namespace cordon::law
