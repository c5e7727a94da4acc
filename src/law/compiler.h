// SPDX-License-Identifier: Apache-2.0
#pragma once
/// From the checked expressions of one day to flat code. For the compile*.cpp files only.
///
/// Invariant: a node of an expression is compiled exactly once for each place it stands in, and
/// everything it refers to (numbers, sets, masks) belongs to the edition being made.
#include <optional>
#include <vector>

#include "law/names.h"
#include "law/program.h"

namespace cordon::law {

class Compiler {
public:
    Compiler(const EditionSource& source, Date day, Edition::Compiled& out)
        : source_(source), day_(day), out_(out) {}

    void all();

private:
    // compile.cpp: one edition
    void read_countries();
    void list_entries();
    void root(std::size_t entry);
    void enter(const Expression& expression);

    // compiler.cpp: putting code down
    [[nodiscard]] Code make(Op op, NodeIndex node) const;
    [[nodiscard]] Code of_fact(Op op, NodeIndex node, NodeIndex fact) const;
    std::uint32_t add(const Code& code, std::uint32_t cost);
    std::uint32_t group(Op op, NodeIndex node, const std::vector<std::uint32_t>& written);
    std::uint32_t constant(Truth truth, NodeIndex node);
    std::uint32_t set_of(const CountrySet& set);
    std::uint32_t mask_of(std::uint64_t mask);
    std::uint32_t number_of(Decimal number);

    // compile_conditions.cpp
    std::uint32_t condition(NodeIndex index, const Scope& scope);
    std::vector<std::uint32_t> conditions(const Node& node, const Scope& scope);
    /// `any device` outside an item is `any item: any device`; a listing outside a party likewise.
    [[nodiscard]] static std::optional<SubjectKind> around(SubjectKind kind, const Scope& scope);
    std::uint32_t quantifier(Op op, NodeIndex index, const Scope& scope);
    std::uint32_t call(NodeIndex index, const Scope& scope);

    // compile_comparisons.cpp
    std::uint32_t comparison(NodeIndex index, const Scope& scope);
    std::uint32_t same(Op op, NodeIndex index, std::uint32_t first, std::uint32_t second);
    [[nodiscard]] bool is_constant(NodeIndex index) const;
    std::uint32_t fact_with_constant(NodeIndex index, NodeIndex fact, NodeIndex value,
                                     Relation relation);
    /// Countries meant by a literal, a literal set or a dated set, as they read on the day.
    [[nodiscard]] CountrySet members(NodeIndex index) const;
    [[nodiscard]] std::uint64_t mask(NodeIndex index) const;
    std::uint32_t membership(NodeIndex index, const Scope& scope);
    std::uint32_t intersection(NodeIndex index);

    // compile_operands.cpp
    std::uint32_t operand(NodeIndex index, const Scope& scope);
    std::uint32_t literal(NodeIndex index);
    [[nodiscard]] static Op op_of(NodeKind kind);
    std::uint32_t arithmetic(NodeIndex index, const Scope& scope);
    std::uint32_t count(NodeIndex index, const Scope& scope);

    const EditionSource& source_;
    Date day_;
    Edition::Compiled& out_;
    const Expression* e_ = nullptr;
    std::vector<std::uint32_t> cost_;
};

}  // namespace cordon::law
