// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The checked expressions of every version, and the flat form in which one edition is asked.
///
/// Invariants
///  1. Program: expressions stand in the order of Law::provisions() and of their versions.
///  2. Compiled: children of Both, Either and Implies stand twice in `children`: cheapest first,
///     then (from first + count) as written. Kleene "and" and "or" commute, so both say the same.
///  3. Every CountrySet and country literal of Compiled has been read through `read_as`.
#include <array>
#include <memory>
#include <vector>

#include "law/ast.h"
#include "law/evaluation.h"
#include "law/load.h"
#include "law/types.h"

namespace cordon::law {

/// The conditions of one version.
struct Checked {
    Expression when;
    Expression unless;  ///< may be empty()
};

class Program {
public:
    /// Parses and checks all; mistakes are added to `errors` and their expressions left empty.
    static Program of(const Dictionary& dictionary, std::vector<Error>& errors);
    [[nodiscard]] const Checked& at(ProvisionIndex provision, std::size_t version) const {
        return checked_[provision][version];
    }
    /// Whether any rule calls it by name.
    [[nodiscard]] bool called(ProvisionIndex provision) const { return called_[provision]; }

private:
    void refuse_circles(const Dictionary& dictionary, std::vector<Error>& errors);
    std::vector<std::vector<Checked>> checked_;
    std::vector<bool> called_;
};

enum class Op : std::uint8_t {
    Constant,     ///< slot: a Truth
    Both,         ///< children
    Either,       ///< children
    Implies,      ///< children: where, condition; yes when not where, or condition
    Not,          ///< first
    YesNo,        ///< fact; negated: holds when it is no
    Number,       ///< fact `relation` numbers[second]
    OneCountry,   ///< fact in countries[second]; negated
    OneChoice,    ///< fact in masks[second]; negated
    SomeCountry,  ///< countries fact meets countries[second]; negated
    SomeChoice,   ///< choices fact meets masks[second]; negated
    Amounts,      ///< amount first `relation` amount second
    Days,         ///< day first `relation` day second
    SameCountry,  ///< country first == country second; negated
    InCountry,    ///< country first in countries[second]; negated
    CountryIn,    ///< country first in the countries fact; negated
    Meet,         ///< countries fact (kind, slot) meets countries fact of node second; negated
    SameChoice,   ///< choice fact == choice fact of node second; negated
    ChoiceIn,     ///< choice fact in the choices fact of node second; negated
    MeetChoice,   ///< choices fact meets choices fact of node second; negated
    SameTruth,    ///< condition first == condition second; negated
    Call,         ///< second: entry; kind: of its subject
    CallCountry,  ///< second: entry; first: country operand
    Any,          ///< kind; first: condition
    All,          ///< kind; first: condition
    NoneOf,       ///< kind; first: condition
    // operands
    FactOf,      ///< fact
    Constantly,  ///< numbers[second], a day (second) or a country (slot)
    Asked,       ///< the day asked about
    OfCountry,   ///< the country asked about
    Add,
    Subtract,
    Multiply,
    Divide,
    Max,
    Min,         ///< first, second
    Between,     ///< days from day second to day first
    Later,       ///< day first plus amount second
    Earlier,     ///< day first less amount second
    Count,       ///< kind; first: condition or kNoNode
    CountInner,  ///< kind; first: a Count asked of each, summed
};

struct Code {
    Op op = Op::Constant;
    SubjectKind kind = SubjectKind::Transaction;
    Relation relation = Relation::Equal;
    bool negated = false;
    bool question = false;  ///< of YesNo: the fact is a matter of knowledge
    Slot slot = 0;
    std::uint16_t count = 0;  ///< children
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t source = kNoNode;  ///< node of the expression; kNoNode: when and not unless
    std::uint32_t expression = 0;    ///< index into Compiled::expressions
};

constexpr std::uint16_t kNoMemo = 0xFFFF;

struct Edition::Compiled {
    /// Of one entry: where its condition starts, and which memory its answers have.
    struct Root {
        std::uint32_t code = 0;
        std::uint16_t memo = kNoMemo;  ///< ordinal among the remembered of the same subject
        Per per = Per::Transaction;
        SubjectKind kind = SubjectKind::Transaction;  ///< of `per`
        std::uint32_t countries = kNoNode;  ///< of a definition over a country: those it holds for
    };

    const Law* const* law = nullptr;  ///< follows the Law when it is moved
    Reading reading = Reading::AsEnforced;
    Date first_day = kFirstDate;
    std::vector<Entry> entries;
    std::vector<std::uint32_t> entry_of;        ///< by provision; kNoNode: not on this day
    std::vector<Root> roots;                    ///< by entry
    std::array<std::uint32_t, 6> remembered{};  ///< by Per: entries with a memo

    std::vector<Code> code;
    std::vector<std::uint32_t> children;
    std::vector<Decimal> numbers;
    std::vector<CountrySet> countries;
    std::vector<std::uint64_t> masks;
    std::vector<const Expression*> expressions;
    std::array<std::uint8_t, 256> read_as{};
    std::vector<std::pair<std::uint8_t, std::uint8_t>> reads;  ///< only the ones that differ

    [[nodiscard]] CountrySet read(CountrySet set) const;
};

/// What an edition is made from; everything must outlive the edition.
struct EditionSource {
    const Law* const* law = nullptr;
    const Schema& schema;
    const std::vector<Provision>& provisions;
    const std::vector<DatedSet>& sets;
    const std::vector<ReadAs>& read_as;
    const Program& program;
};

std::unique_ptr<Edition::Compiled> compile(const EditionSource& source, Date day, Reading reading);

/// The kind of subject a rule is asked of; a rule over a country counts as Transaction.
SubjectKind subject_of(Per per);

/// The larger (smaller) of two uncertain numbers. Encloses; exact where one is never the smaller.
Interval larger(const Interval& a, const Interval& b);
Interval smaller(const Interval& a, const Interval& b);
/// Comparison of numbers, three-valued.
Truth compare(const Interval& a, Relation relation, const Interval& b);
/// "At least n of": the upper bound when nobody knows how many more there are.
constexpr Decimal kUncounted = Decimal::from_int(1'000'000'000'000);

}  // namespace cordon::law
