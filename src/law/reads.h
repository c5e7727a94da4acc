// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What an operation reads: the one place, beside the hot loop, that goes through all of them.
///
/// Whatever walks the code for another purpose (missing facts, traces, editions) asks here, so a
/// new operation has to say once what it reads.
#include "law/program.h"

namespace cordon::law {

enum class Reads : std::uint8_t {
    Nothing,
    Fact,           ///< its own (kind, slot)
    FactAndFirst,   ///< its own, and the operand `first`
    FactAndSecond,  ///< its own, and that of the node `second`
    First,          ///< the condition or operand `first`
    Both,           ///< the conditions or operands `first` and `second`
    Children,       ///< conditions
    Definition,     ///< the entry `second`
    Country,        ///< the operand `first`, then the entry `second` for that country
    Subjects,       ///< the condition `first` for each subject of `kind`
    Counts,         ///< the count `first` for each subject of `kind`
    Day,            ///< the day asked about
};

constexpr Reads reads(Op op) {
    switch (op) {
        case Op::Constant:
        case Op::Constantly:
        case Op::OfCountry:
            return Reads::Nothing;
        case Op::YesNo:
        case Op::Number:
        case Op::OneCountry:
        case Op::OneChoice:
        case Op::SomeCountry:
        case Op::SomeChoice:
        case Op::FactOf:
            return Reads::Fact;
        case Op::CountryIn:
            return Reads::FactAndFirst;
        case Op::Meet:
        case Op::SameChoice:
        case Op::ChoiceIn:
        case Op::MeetChoice:
            return Reads::FactAndSecond;
        case Op::Not:
        case Op::InCountry:
            return Reads::First;
        case Op::SameTruth:
        case Op::Amounts:
        case Op::Days:
        case Op::SameCountry:
        case Op::Add:
        case Op::Subtract:
        case Op::Multiply:
        case Op::Divide:
        case Op::Max:
        case Op::Min:
        case Op::Between:
        case Op::Later:
        case Op::Earlier:
            return Reads::Both;
        case Op::Both:
        case Op::Either:
        case Op::Implies:
            return Reads::Children;
        case Op::Call:
            return Reads::Definition;
        case Op::CallCountry:
            return Reads::Country;
        case Op::Any:
        case Op::All:
        case Op::NoneOf:
        case Op::Count:
            return Reads::Subjects;
        case Op::CountInner:
            return Reads::Counts;
        case Op::Asked:
            return Reads::Day;
    }
    return Reads::Nothing;
}

constexpr bool reads_own_fact(Op op) {
    const Reads what = reads(op);
    return what == Reads::Fact || what == Reads::FactAndFirst || what == Reads::FactAndSecond;
}

/// Calls `visit(code)` for each condition or operand of the same subject.
template <class Visit>
void for_each_part(const Edition::Compiled& c, const Code& code, Visit&& visit) {
    const Reads what = reads(code.op);
    if (what == Reads::Children) {
        for (std::uint32_t i = 0; i < code.count; ++i) visit(c.children[code.first + i]);
        return;
    }
    const bool first = what == Reads::First || what == Reads::Both || what == Reads::FactAndFirst ||
                       what == Reads::Country;
    if (first) visit(code.first);
    if (what == Reads::Both || what == Reads::FactAndSecond) visit(code.second);
}

}  // namespace cordon::law
