// SPDX-License-Identifier: Apache-2.0
// Types flow upwards from facts, and sideways to words: in `item.kind == ic` the left side tells
// what `ic` may be. So the side that knows its type is visited first. A mistake is reported once:
// its node has the type None, and nothing that contains it complains again.
// Tested by types_test.cpp.
#include <fmt/format.h>

#include "law/names.h"
#include "law/types.h"

namespace cordon::law {
namespace {

using Base = Type::Base;

class Checker {
public:
    Checker(Expression& expression, const Dictionary& dictionary, const Place& place)
        : e_(expression), dictionary_(dictionary), names_(dictionary, place.period) {}

    std::vector<Error> whole(const Place& place) {
        condition(e_.root, Scope::of(place.per));
        return std::move(errors_);
    }

private:
    // ---- conditions ----

    void condition(NodeIndex index, const Scope& scope) {
        const Type type = visit(index, {}, scope);
        if (type.base == Base::None || type.base == Base::YesNo) return;
        report(index, fmt::format("'{}' is {}, not a condition", e_.text_of(index), say(type)),
               "a yes/no fact, a comparison or a definition",
               fmt::format("compare it: {} == …", e_.text_of(index)));
    }

    Type yes_no() {
        Type type;
        type.base = Base::YesNo;
        return type;
    }

    Type visit(NodeIndex index, const Type& wanted, const Scope& scope) {
        const Type type = visit_kind(index, wanted, scope);
        node(index).type = type;
        return type;
    }

    Type visit_kind(NodeIndex index, const Type& wanted, const Scope& scope) {
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

    /// Visits both sides, the one that knows its type first; `wanted` flows to the other.
    std::pair<Type, Type> sides(NodeIndex index, const Scope& scope) {
        const auto [left, right] = pair_of(index);
        if (!waits(left) || waits(right)) {
            const Type a = visit(left, {}, scope);
            return {a, a.base == Base::None ? Type{} : visit(right, a, scope)};
        }
        const Type b = visit(right, {}, scope);
        return {b.base == Base::None ? Type{} : visit(left, b, scope), b};
    }

    [[nodiscard]] bool waits(NodeIndex index) const {
        const Node& n = e_.at(index);
        return n.kind == NodeKind::Number || (n.kind == NodeKind::Word && !names_.is_fact(n.text));
    }

    Type compare(NodeIndex index, const Scope& scope) {
        const auto [a, b] = sides(index, scope);
        if (a.base == Base::None || b.base == Base::None) return yes_no();
        const auto [left, right] = pair_of(index);
        if (a.base == Base::Countries || a.base == Base::Choices) {
            report(
                index, fmt::format("'{}' holds several values and is not compared", say(left)), "",
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

    [[nodiscard]] bool same_options(const Type& a, const Type& b) const {
        if (a.base != Base::Choice && a.base != Base::Choices) return true;
        return options(a).options == options(b).options;
    }
    [[nodiscard]] const Fact& options(const Type& type) const {
        return dictionary_.schema.fact(type.options.subject, type.options.slot);
    }

    Type membership(NodeIndex index, const Scope& scope) {
        const auto [element, collection] = pair_of(index);
        if (node(collection).kind == NodeKind::Set) {
            const Type of = visit(element, {}, scope);
            if (of.base == Base::None) return yes_no();
            if (of.base != Base::Country && of.base != Base::Choice) {
                report(element,
                       fmt::format("'{}' is {}, not a country or an option", say(element), say(of)),
                       "", "compare with == and join with 'or'");
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
                   fmt::format("'{}' is {} but '{}' holds {}", say(element), say(of),
                               say(collection), say(in)),
                   say(element_of(in)), "");
        }
        return yes_no();
    }

    static Type element_of(Type collection) {
        collection.base = collection.base == Base::Countries ? Base::Country : Base::Choice;
        return collection;
    }

    Type intersects(NodeIndex index, const Scope& scope) {
        const auto [left, right] = pair_of(index);
        const Type a = visit(left, {}, scope);
        if (a.base == Base::None) return yes_no();
        if (a.base != Base::Countries && a.base != Base::Choices) {
            report(left,
                   fmt::format("'{}' is {}, not a fact with several values", say(left), say(a)), "",
                   fmt::format("write '{} in …'", say(left)));
            return yes_no();
        }
        const bool literal = node(right).kind == NodeKind::Set;
        const Type b = visit(right, literal ? element_of(a) : a, scope);
        if (b.base != Base::None && (b.base != a.base || !same_options(a, b))) {
            mismatch(index, a, b);
        }
        return yes_no();
    }

    /// A literal set; `wanted` is the type of its elements.
    Type set(NodeIndex index, const Type& wanted, const Scope& scope) {
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

    Type quantifier(NodeIndex index, const Scope& scope) {
        const SubjectKind subject = node(index).subject;
        if (subject != SubjectKind::Party && scope.has(subject)) {
            report(index, fmt::format("'{0}' here already is one {0}", to_text(subject)), "",
                   fmt::format("ask of '{}' directly, or move the question to a definition with "
                               "per = \"transaction\"",
                               to_text(subject)));
            return {};
        }
        Scope inner = scope;
        inner.add(subject);
        for (const NodeIndex child : children(index)) condition(child, inner);
        if (node(index).kind != NodeKind::Count) return yes_no();
        Type plain;
        plain.base = Base::Number;
        return plain;
    }

    // ---- definitions ----

    Type call(NodeIndex index, const Scope& scope) {
        const auto found = names_.definition(node(index).text);
        if (!found) return fail(index, found.error());
        node(index).definition = *found;
        const Provision& provision = dictionary_.provisions[*found];
        const auto arguments = children(index);
        if (provision.per == Per::Country) {
            if (arguments.size() != 1) return wrong_subject(index, provision);
            Type wanted;
            wanted.base = Base::Country;
            const Type given = visit(arguments[0], wanted, scope);
            if (given.base == Base::None || given.base == Base::Country) return yes_no();
            return wrong_subject(index, provision);
        }
        const std::string_view subject = to_text(provision.per);
        const bool none = provision.per == Per::Transaction;
        if (none != arguments.empty() || arguments.size() > 1) {
            return wrong_subject(index, provision);
        }
        if (!none) {
            const Node& argument = node(arguments[0]);
            if (argument.kind != NodeKind::Word || argument.text != subject) {
                return wrong_subject(index, provision);
            }
            if (!scope_has(scope, provision.per)) {
                report(arguments[0],
                       fmt::format("'{}' is used where no {} is in scope", subject, subject), "",
                       fmt::format("ask 'any {}: …', or write per = \"{}\"", subject, subject));
                return yes_no();
            }
        }
        node(index).children.clear();
        return yes_no();
    }

    static bool scope_has(const Scope& scope, Per per) {
        switch (per) {
            case Per::Transaction:
                return true;
            case Per::Item:
                return scope.item;
            case Per::Device:
                return scope.device;
            case Per::Party:
                return scope.party;
            case Per::Listing:
                return scope.listing;
            case Per::Country:
                return true;
        }
        return false;
    }

    Type wrong_subject(NodeIndex index, const Provision& provision) {
        const std::string_view per = to_text(provision.per);
        const std::string expected =
            provision.per == Per::Transaction ? fmt::format("{}()", provision.name)
            : provision.per == Per::Country
                ? fmt::format("{}(a country: route.to, party.country …)", provision.name)
                : fmt::format("{}({})", provision.name, per);
        Error error;
        error.message =
            fmt::format("'{}' is asked of the wrong subject: {} is asked of {} {}", say(index),
                        provision.name, provision.per == Per::Item ? "an" : "a", per);
        error.expected = expected;
        error.related.push_back(
            {fmt::format("{} is defined here", provision.name), provision.position});
        fail(index, error);
        return yes_no();
    }

    // ---- amounts and dates ----

    Type sum(NodeIndex index, const Scope& scope) {
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
               fmt::format("'{}' cannot be calculated: {} {} {}", say(index), say(a),
                           minus ? "-" : "+", say(b)),
               "amounts of one unit, a date and days, or one date less another", "");
        return {};
    }

    Type product(NodeIndex index, const Scope& scope) {
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

    bool is_number(NodeIndex index, const Type& type) {
        if (type.base == Base::None) return false;
        if (type.base == Base::Number) return true;
        report(index, fmt::format("'{}' is {}, not an amount", say(index), say(type)), "an amount",
               "");
        return false;
    }

    Type extreme(NodeIndex index, const Scope& scope) {
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
                report(argument, fmt::format("'{}' is {}", say(argument), say(type)), say(first),
                       "");
                return {};
            }
            if (first.base == Base::None) first = type;
        }
        return first;
    }

    static Type day() {
        Type type;
        type.base = Base::Date;
        return type;
    }

    static Type days() {
        static const Dimension kTime = MUST(unit_named("days")).dimension;
        Type type;
        type.base = Base::Number;
        type.dimension = kTime;
        return type;
    }

    Type number(NodeIndex index, const Type& wanted, const Scope& scope) {
        Node& n = node(index);
        const bool choice = wanted.base == Base::Choice || wanted.base == Base::Choices;
        if (choice && n.unit.empty()) return word(index, wanted, scope);  // footnote 4
        const auto unit = unit_named(n.unit);
        if (!unit) return fail(index, unit.error());
        const auto written = Decimal::from_text(n.text);
        if (!written) return fail(index, written.error());
        const auto value = multiply_down(*written, unit->factor);
        if (!value || !value->exact) {
            report(index, fmt::format("'{}' cannot be held exactly", say(index)),
                   "at most nine decimals, and at most 1e29 in the unit the program counts in", "");
            return {};
        }
        n.number = value->value;
        Type type;
        type.base = Base::Number;
        type.dimension = unit->dimension;
        if (n.unit == "%" || n.unit == "share") type.sort = Type::Sort::Share;
        return type;
    }

    Type word(NodeIndex index, const Type& wanted, const Scope& scope) {
        const auto resolved = names_.resolve(node(index), wanted, scope);
        if (!resolved) return fail(index, resolved.error());
        return node(index).type;
    }

    // ---- reports ----

    Type fail(NodeIndex index, const Error& error) {
        errors_.push_back(error.at(e_.position(e_.at(index).begin)));
        return {};
    }

    void report(NodeIndex index, std::string message, std::string expected, std::string remedy) {
        Error error;
        error.message = std::move(message);
        error.expected = std::move(expected);
        error.remedy = std::move(remedy);
        fail(index, error);
    }

    /// Blames the literal; of two facts, the right one.
    void mismatch(NodeIndex index, const Type& a, const Type& b) {
        const auto [left, right] = pair_of(index);
        const bool to_left = node(left).kind == NodeKind::Number;
        const NodeIndex blamed = to_left ? left : right;
        const Type& other = to_left ? b : a;
        Error error;
        error.message =
            fmt::format("'{}' is {} but '{}' is {}", say(left), say(a), say(right), say(b));
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

    [[nodiscard]] std::string say(NodeIndex index) const { return e_.text_of(index); }
    [[nodiscard]] std::string say(const Type& type) const {
        return describe(type, dictionary_.schema);
    }
    Node& node(NodeIndex index) { return e_.nodes[index]; }
    std::vector<NodeIndex> children(NodeIndex index) { return e_.nodes[index].children; }
    std::pair<NodeIndex, NodeIndex> pair_of(NodeIndex index) {
        const auto& both = e_.nodes[index].children;
        return {both[0], both[1]};
    }

    Expression& e_;
    const Dictionary& dictionary_;
    Names names_;
    std::vector<Error> errors_;
};

}  // namespace

std::vector<Error> check(Expression& expression, const Dictionary& dictionary, const Place& place) {
    return Checker(expression, dictionary, place).whole(place);
}

}  // namespace cordon::law
