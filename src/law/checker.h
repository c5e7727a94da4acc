// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The types of one expression, found by walking it. For the check*.cpp only.
///
/// Invariants
///  1. A mistake is reported once: its node has the type None, and what contains it says nothing.
#include <string>
#include <utility>
#include <vector>

#include "law/names.h"
#include "law/types.h"

namespace cordon::law {

class Checker {
    using Base = Type::Base;

public:
    Checker(Expression& expression, const Dictionary& dictionary, const Place& place)
        : e_(expression), dictionary_(dictionary), names_(dictionary, place.period) {}

    std::vector<Error> whole(const Place& place) {
        condition(e_.root, Scope::of(place.per));
        return std::move(errors_);
    }

private:
    // ---- conditions ----
    void condition(NodeIndex index, const Scope& scope);
    static Type yes_no() {
        Type type;
        type.base = Base::YesNo;
        return type;
    }
    Type visit(NodeIndex index, const Type& wanted, const Scope& scope);
    Type visit_kind(NodeIndex index, const Type& wanted, const Scope& scope);
    /// Visits both sides, the one that knows its type first; `wanted` flows to the other.
    std::pair<Type, Type> sides(NodeIndex index, const Scope& scope);
    [[nodiscard]] bool waits(NodeIndex index) const;
    Type compare(NodeIndex index, const Scope& scope);
    [[nodiscard]] bool same_options(const Type& a, const Type& b) const;
    [[nodiscard]] const Fact& options(const Type& type) const;
    Type membership(NodeIndex index, const Scope& scope);
    static Type element_of(Type collection);
    Type intersects(NodeIndex index, const Scope& scope);
    /// A literal set; `wanted` is the type of its elements.
    Type set(NodeIndex index, const Type& wanted, const Scope& scope);

    // ---- quantifiers and definitions ----
    Type quantifier(NodeIndex index, const Scope& scope);
    Type call(NodeIndex index, const Scope& scope);
    static bool scope_has(const Scope& scope, Per per);
    Type wrong_subject(NodeIndex index, const Provision& provision);

    // ---- amounts and dates ----
    Type sum(NodeIndex index, const Scope& scope);
    Type product(NodeIndex index, const Scope& scope);
    bool is_number(NodeIndex index, const Type& type);
    Type extreme(NodeIndex index, const Scope& scope);
    static Type day() {
        Type type;
        type.base = Base::Date;
        return type;
    }
    static Type days();
    Type number(NodeIndex index, const Type& wanted, const Scope& scope);
    Type word(NodeIndex index, const Type& wanted, const Scope& scope);

    // ---- reports ----
    Type fail(NodeIndex index, const Error& error);
    void report(NodeIndex index, std::string message, std::string expected, std::string remedy);
    /// Blames the literal; of two facts, the right one.
    void mismatch(NodeIndex index, const Type& a, const Type& b);
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

}  // namespace cordon::law
