// SPDX-License-Identifier: Apache-2.0
// Amounts and dates: sums of one unit, products of any.
// Tested by types_test.cpp.
#include <fmt/format.h>

#include "base/quantity.h"
#include "law/checker.h"

namespace cordon::law {

Type Checker::sum(NodeIndex index, const Scope& scope) {
    const auto [a, b] = sides(index, scope);
    if (a.base == Base::None || b.base == Base::None) return {};
    const bool minus = node(index).kind == NodeKind::Subtract;
    if (a.base == Base::Number && b.base == Base::Number) {
        if (compatible(a, b)) return a.sort == Type::Sort::Ratio ? b : a;
        mismatch(index, a, b);
        return {};
    }
    if (a.base == Base::Date && b.base == Base::Date && minus) return days();
    if (a.base == Base::Date && compatible(b, days())) return day();
    report(index,
           fmt::format("'{}' cannot be calculated: {} {} {}", say(index), say(a), minus ? "-" : "+",
                       say(b)),
           "amounts of one unit, a date and days, or one date less another", "");
    return {};
}

Type Checker::product(NodeIndex index, const Scope& scope) {
    const auto [left, right] = pair_of(index);
    const Type a = visit(left, {}, scope);
    const Type b = visit(right, {}, scope);
    if (!is_number(left, a) || !is_number(right, b)) return {};
    const bool times = node(index).kind == NodeKind::Multiply;
    Type type;
    type.base = Base::Number;
    type.dimension = times ? a.dimension * b.dimension : a.dimension / b.dimension;
    const bool plain = a.dimension == Dimension{} && b.dimension == Dimension{} &&
                       a.sort == Type::Sort::Plain && b.sort == Type::Sort::Plain && times;
    type.sort = plain ? Type::Sort::Plain : Type::Sort::Ratio;
    return type;
}

bool Checker::is_number(NodeIndex index, const Type& type) {
    if (type.base == Base::None) return false;
    if (type.base == Base::Number) return true;
    report(index, fmt::format("'{}' is {}, not an amount", say(index), say(type)), "an amount", "");
    return false;
}

Type Checker::extreme(NodeIndex index, const Scope& scope) {
    const auto arguments = children(index);
    if (arguments.size() < 2) {
        report(index, fmt::format("'{}' needs two amounts or more", say(index)), "", "");
        return {};
    }
    Type first;
    for (const NodeIndex argument : arguments) {
        const Type type = visit(argument, first, scope);
        if (!is_number(argument, type)) return {};
        if (first.base != Base::None && !compatible(first, type)) {
            report(argument, fmt::format("'{}' is {}", say(argument), say(type)), say(first), "");
            return {};
        }
        if (first.base == Base::None) first = type;
    }
    return first;
}

Type Checker::days() {
    static const Dimension kTime = MUST(unit_named("days")).dimension;
    Type type;
    type.base = Base::Number;
    type.dimension = kTime;
    return type;
}

Type Checker::number(NodeIndex index, const Type& wanted, const Scope& scope) {
    Node& n = node(index);
    const bool choice = wanted.base == Base::Choice || wanted.base == Base::Choices;
    if (choice && n.unit.empty()) return word(index, wanted, scope);  // footnote 4
    const auto unit = unit_named(n.unit);
    if (!unit) return fail(index, unit.error());
    const auto written = Decimal::from_text(n.text);
    if (!written) return fail(index, written.error());
    const auto quantity = Quantity::exactly(*written, *unit);
    if (!quantity) {
        report(index, fmt::format("'{}' cannot be held exactly", say(index)),
               "at most nine decimals, and at most 1e29 in the unit the program counts in", "");
        return {};
    }
    n.number = quantity->amount.lo();
    Type type;
    type.base = Base::Number;
    type.dimension = unit->dimension;
    if (is_part(*unit)) type.sort = Type::Sort::Share;
    return type;
}

}  // namespace cordon::law
