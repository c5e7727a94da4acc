// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The expression of one `when` or `unless`, as a tree that remembers where everything was written.
///
/// The parser makes it; the type check (types.h) gives every node its type and resolves every name.
/// Tools (the consistency check, the printer of rules) walk the checked tree.
///
/// Invariants
///  1. Nodes lie in one vector; a child's index is smaller than its parent's; `root` is the last.
///  2. After the check no node is a Word, every node has a type, and the fields marked below with
///     the kinds they belong to are filled.
#include <string>
#include <string_view>
#include <vector>

#include "law/provision.h"

namespace cordon::law {

using NodeIndex = std::uint32_t;
constexpr NodeIndex kNoNode = 0xFFFFFFFF;

enum class NodeKind : std::uint8_t {
    Either,      ///< children: two or more conditions
    Both,        ///< children: two or more conditions
    Not,         ///< child: a condition
    Compare,     ///< children: left, right; `relation`
    In,          ///< children: element, collection; `negated` for "not in"
    Intersects,  ///< children: collection, collection
    Any,         ///< `subject`; children: [where,] condition
    All,         ///< likewise
    NoneOf,      ///< likewise ("no party: …")
    Count,       ///< `subject`; children: [where]; an amount
    Call,        ///< `definition`; child: the country, of a definition over a country
    Add,         ///< children: left, right (dates and days as well)
    Subtract,
    Multiply,
    Divide,
    Max,  ///< children: two or more amounts
    Min,
    Fact,       ///< `subject`, `slot`
    Asked,      ///< "date": the day asked about
    OfCountry,  ///< "country", in a definition over a country
    Number,     ///< `number` in the canonical unit, `unit` as written
    Day,        ///< `day`
    YesNo,      ///< `yes`
    Country,    ///< `country`
    Option,     ///< `option` of the choice in `type`
    Set,        ///< children: Country or Option nodes
    NamedSet,   ///< `set`: index of the dated set
    Word,       ///< a name not yet resolved; never after the check
};

enum class Relation : std::uint8_t { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
std::string_view to_text(Relation relation);  ///< "==", "<="
/// The same statement with its sides exchanged: < becomes >.
Relation mirrored(Relation relation);

struct Type {
    enum class Base : std::uint8_t {
        None,
        YesNo,
        Number,
        Date,
        Country,
        Countries,
        Choice,
        Choices
    };
    /// Numbers without a dimension are still of two sorts, or "50" would do for "50 %".
    enum class Sort : std::uint8_t { Plain, Share, Ratio };

    Base base = Base::None;
    Dimension dimension;      ///< Number
    Sort sort = Sort::Plain;  ///< Number without a dimension; Ratio compares with either
    FactRef options;          ///< Choice, Choices: the fact whose options are meant
};

struct Node {
    NodeKind kind = NodeKind::Word;
    Relation relation = Relation::Equal;
    SubjectKind subject = SubjectKind::Transaction;
    bool negated = false;
    bool yes = false;
    std::uint8_t option = 0;
    std::uint8_t country = 0;  ///< Country::index()
    Slot slot = 0;
    std::uint16_t definition = 0;  ///< ProvisionIndex
    std::uint32_t set = 0;
    std::int32_t day = 0;              ///< Date::days()
    std::uint32_t begin = 0, end = 0;  ///< bytes of the source
    std::vector<NodeIndex> children;
    std::string text;  ///< the name or number as written
    std::string unit;  ///< as written; "" for none
    Decimal number;
    Type type;
};

struct Expression {
    std::string source;
    Position start;  ///< of the first character
    std::vector<Node> nodes;
    NodeIndex root = kNoNode;

    [[nodiscard]] bool empty() const { return root == kNoNode; }
    [[nodiscard]] const Node& at(NodeIndex node) const { return nodes[node]; }
    /// What was written for a node, with runs of blanks and line ends made one blank.
    [[nodiscard]] std::string text_of(NodeIndex node) const;
    [[nodiscard]] std::string text_of(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] Position position(std::uint32_t offset) const;
};

}  // namespace cordon::law
