// SPDX-License-Identifier: Apache-2.0
// What may stand on the two sides of a comparison, of "in" and of "intersects".
// Tested by types_test.cpp.
#include <fmt/format.h>

#include "law/checker.h"

namespace cordon::law {

Type Checker::compare(NodeIndex index, const Scope& scope) {
    const auto [a, b] = sides(index, scope);
    if (a.base == Base::None || b.base == Base::None) return yes_no();
    const auto [left, right] = pair_of(index);
    if (a.base == Base::Countries || a.base == Base::Choices) {
        report(index, fmt::format("'{}' holds several values and is not compared", say(left)), "",
               fmt::format("write 'X in {}' or '{} intersects {{X, Y}}'", say(left), say(left)));
        return yes_no();
    }
    if (!compatible(a, b) || !same_options(a, b)) {
        mismatch(index, a, b);
        return yes_no();
    }
    const Relation relation = node(index).relation;
    const bool ordered = a.base == Base::Number || a.base == Base::Date;
    if (!ordered && relation != Relation::Equal && relation != Relation::NotEqual) {
        report(index, fmt::format("'{}' is {}, which has no order", say(left), say(a)),
               "== or !=", "");
    }
    return yes_no();
}

bool Checker::same_options(const Type& a, const Type& b) const {
    if (a.base != Base::Choice && a.base != Base::Choices) return true;
    return options(a).options == options(b).options;
}

const Fact& Checker::options(const Type& type) const {
    return dictionary_.schema.fact(type.options.subject, type.options.slot);
}

Type Checker::membership(NodeIndex index, const Scope& scope) {
    const auto [element, collection] = pair_of(index);
    if (node(collection).kind == NodeKind::Set) {
        const Type of = visit(element, {}, scope);
        if (of.base == Base::None) return yes_no();
        if (of.base != Base::Country && of.base != Base::Choice) {
            report(element,
                   fmt::format("'{}' is {}, not a country or an option", say(element), say(of)), "",
                   "compare with == and join with 'or'");
            return yes_no();
        }
        visit(collection, of, scope);
        return yes_no();
    }
    Type wanted;
    wanted.base = Base::Countries;
    const Type in = visit(collection, wanted, scope);
    if (in.base == Base::None) return yes_no();
    if (in.base != Base::Countries && in.base != Base::Choices) {
        report(collection, fmt::format("'{}' is {}, not a set", say(collection), say(in)),
               "{A, B}, a set of rules/sets, or a fact with several values", "");
        return yes_no();
    }
    const Type of = visit(element, element_of(in), scope);
    if (of.base == Base::None) return yes_no();
    if (of.base != element_of(in).base || !same_options(of, in)) {
        report(element,
               fmt::format("'{}' is {} but '{}' holds {}", say(element), say(of), say(collection),
                           say(in)),
               say(element_of(in)), "");
    }
    return yes_no();
}

Type Checker::element_of(Type collection) {
    collection.base = collection.base == Base::Countries ? Base::Country : Base::Choice;
    return collection;
}

Type Checker::intersects(NodeIndex index, const Scope& scope) {
    const auto [left, right] = pair_of(index);
    const Type a = visit(left, {}, scope);
    if (a.base == Base::None) return yes_no();
    if (a.base != Base::Countries && a.base != Base::Choices) {
        report(left, fmt::format("'{}' is {}, not a fact with several values", say(left), say(a)),
               "", fmt::format("write '{} in …'", say(left)));
        return yes_no();
    }
    const bool literal = node(right).kind == NodeKind::Set;
    const Type b = visit(right, literal ? element_of(a) : a, scope);
    if (b.base != Base::None && (b.base != a.base || !same_options(a, b))) {
        mismatch(index, a, b);
    }
    return yes_no();
}

Type Checker::set(NodeIndex index, const Type& wanted, const Scope& scope) {
    Type of = wanted;
    bool sound = true;
    for (const NodeIndex member : children(index)) {
        const Type type = visit(member, of, scope);
        sound = sound && type.base != Base::None;
        if (!sound) continue;
        const NodeKind kind = node(member).kind;
        if (kind != NodeKind::Country && kind != NodeKind::Option) {
            report(member, fmt::format("'{}' cannot stand in a set", say(member)),
                   "countries, or options of one fact", "");
            sound = false;
        } else if (of.base != Base::None && type.base != of.base) {
            report(member, fmt::format("'{}' is {}", say(member), say(type)), say(of), "");
            sound = false;
        }
        of = type;
    }
    if (!sound) return {};
    of.base = of.base == Base::Choice ? Base::Choices : Base::Countries;
    return of;
}

}  // namespace cordon::law
