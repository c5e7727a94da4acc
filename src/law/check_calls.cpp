// SPDX-License-Identifier: Apache-2.0
// Quantifiers and definitions: who is spoken of must be in scope.
// Tested by types_test.cpp.
#include <fmt/format.h>

#include "law/checker.h"

namespace cordon::law {

Type Checker::quantifier(NodeIndex index, const Scope& scope) {
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

Type Checker::call(NodeIndex index, const Scope& scope) {
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

bool Checker::scope_has(const Scope& scope, Per per) {
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

Type Checker::wrong_subject(NodeIndex index, const Provision& provision) {
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

}  // namespace cordon::law
