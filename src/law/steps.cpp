// SPDX-License-Identifier: Apache-2.0
// The hot loop: one small function an operation, reached through a table, so that a leaf (nearly
// always one fact against a constant) costs no more than its own comparison. Nothing allocates.
// Tested by law_property_test.cpp against reference/twin.cpp.
#include <algorithm>

#include "law/machine.h"

namespace cordon::law {
namespace {

constexpr std::size_t index_of(Per per) {
    return static_cast<std::size_t>(per);
}

Truth flipped(bool holds, bool negated) {
    return truth_of(holds != negated);
}

bool ordered(auto a, Relation relation, auto b) {
    switch (relation) {
        case Relation::Equal:
            return a == b;
        case Relation::NotEqual:
            return a != b;
        case Relation::Less:
            return a < b;
        case Relation::LessOrEqual:
            return a <= b;
        case Relation::Greater:
            return a > b;
        case Relation::GreaterOrEqual:
            return a >= b;
    }
    return false;
}

}  // namespace

struct Machine::Steps {
    using Step = Truth (*)(Machine&, const Code&, const Frame&);

    static Truth at(Machine& m, std::uint32_t code, const Frame& frame) {
        const Code& c = m.code_[code];
        return kTable[static_cast<std::size_t>(c.op)](m, c, frame);
    }

    // ---- joining conditions ----

    static Truth constant(Machine&, const Code& c, const Frame&) {
        return static_cast<Truth>(c.slot);
    }

    static Truth every(Machine& m, const Code& c, const Frame& frame) {
        const std::uint32_t* child = m.children_ + c.first;
        Truth truth = Truth::Yes;
        for (const std::uint32_t* end = child + c.count; child != end; ++child) {
            truth = both(truth, at(m, *child, frame));
            if (truth == Truth::No) break;
        }
        return truth;
    }

    static Truth some(Machine& m, const Code& c, const Frame& frame) {
        const std::uint32_t* child = m.children_ + c.first;
        Truth truth = Truth::No;
        for (const std::uint32_t* end = child + c.count; child != end; ++child) {
            truth = either(truth, at(m, *child, frame));
            if (truth == Truth::Yes) break;
        }
        return truth;
    }

    static Truth implies(Machine& m, const Code& c, const Frame& frame) {
        const Truth where = at(m, m.children_[c.first], frame);
        if (where == Truth::No) return Truth::Yes;
        return either(opposite(where), at(m, m.children_[c.first + 1], frame));
    }

    static Truth negation(Machine& m, const Code& c, const Frame& frame) {
        return opposite(at(m, c.first, frame));
    }

    static Truth same_truth(Machine& m, const Code& c, const Frame& frame) {
        const Truth a = at(m, c.first, frame);
        const Truth b = at(m, c.second, frame);
        if (a == Truth::Unknown || b == Truth::Unknown) return Truth::Unknown;
        return flipped(a == b, c.negated);
    }

    // ---- one fact against a constant ----

    static Truth yes_no(Machine& m, const Code& c, const Frame& frame) {
        const Value& v = m.value(c, frame);
        if (v.kind == Value::Kind::YesNo) return flipped(v.yes, c.negated);
        if (c.question && m.questions_are_no_) return flipped(false, c.negated);
        return Truth::Unknown;
    }

    static Truth number(Machine& m, const Code& c, const Frame& frame) {
        const Value& v = m.value(c, frame);
        if (v.kind != Value::Kind::Number) return Truth::Unknown;
        const Decimal limit = m.numbers_[c.second];
        if (v.number.is_exact()) return truth_of(ordered(v.number.lo(), c.relation, limit));
        return compare(v.number, c.relation, Interval::exactly(limit));
    }

    static Truth one_country(Machine& m, const Code& c, const Frame& frame) {
        const Value& v = m.value(c, frame);
        if (v.kind != Value::Kind::Country) return Truth::Unknown;
        return flipped(m.countries_[c.second][m.c_->read_as[v.country]], c.negated);
    }

    static Truth one_choice(Machine& m, const Code& c, const Frame& frame) {
        const Value& v = m.value(c, frame);
        if (v.kind != Value::Kind::Choice) return Truth::Unknown;
        return flipped((m.masks_[c.second] >> v.choice & 1) != 0, c.negated);
    }

    static Truth some_country(Machine& m, const Code& c, const Frame& frame) {
        const Value& v = m.value(c, frame);
        if (v.kind != Value::Kind::Countries) return Truth::Unknown;
        return flipped((m.c_->read(*v.countries) & m.countries_[c.second]).any(), c.negated);
    }

    static Truth some_choice(Machine& m, const Code& c, const Frame& frame) {
        const Value& v = m.value(c, frame);
        if (v.kind != Value::Kind::Choices) return Truth::Unknown;
        return flipped((m.masks_[c.second] & v.choices) != 0, c.negated);
    }

    // ---- two values of the case ----

    static Truth amounts(Machine& m, const Code& c, const Frame& frame) {
        const auto a = m.amount(c.first, frame);
        const auto b = m.amount(c.second, frame);
        return a && b ? compare(*a, c.relation, *b) : Truth::Unknown;
    }

    static Truth days(Machine& m, const Code& c, const Frame& frame) {
        const auto a = m.day(c.first, frame);
        const auto b = m.day(c.second, frame);
        return a && b ? truth_of(ordered(*a, c.relation, *b)) : Truth::Unknown;
    }

    static Truth same_country(Machine& m, const Code& c, const Frame& frame) {
        const auto a = m.country(c.first, frame);
        const auto b = m.country(c.second, frame);
        return a && b ? flipped(*a == *b, c.negated) : Truth::Unknown;
    }

    static Truth in_country(Machine& m, const Code& c, const Frame& frame) {
        const auto a = m.country(c.first, frame);
        return a ? flipped(m.countries_[c.second][*a], c.negated) : Truth::Unknown;
    }

    static Truth country_in(Machine& m, const Code& c, const Frame& frame) {
        const Value& v = m.value(c, frame);
        const auto a = m.country(c.first, frame);
        if (v.kind != Value::Kind::Countries || !a) return Truth::Unknown;
        return flipped(m.c_->read(*v.countries)[*a], c.negated);
    }

    static Truth meet(Machine& m, const Code& c, const Frame& frame) {
        const Value& v = m.value(c, frame);
        const Value& w = m.value(m.code_[c.second], frame);
        if (!v.known() || !w.known()) return Truth::Unknown;
        return flipped((m.c_->read(*v.countries) & m.c_->read(*w.countries)).any(), c.negated);
    }

    static Truth same_choice(Machine& m, const Code& c, const Frame& frame) {
        const Value& v = m.value(c, frame);
        const Value& w = m.value(m.code_[c.second], frame);
        if (!v.known() || !w.known()) return Truth::Unknown;
        return flipped(v.choice == w.choice, c.negated);
    }

    static Truth choice_in(Machine& m, const Code& c, const Frame& frame) {
        const Value& v = m.value(c, frame);
        const Value& w = m.value(m.code_[c.second], frame);
        if (!v.known() || !w.known()) return Truth::Unknown;
        return flipped((w.choices >> v.choice & 1) != 0, c.negated);
    }

    static Truth meet_choice(Machine& m, const Code& c, const Frame& frame) {
        const Value& v = m.value(c, frame);
        const Value& w = m.value(m.code_[c.second], frame);
        if (!v.known() || !w.known()) return Truth::Unknown;
        return flipped((v.choices & w.choices) != 0, c.negated);
    }

    // ---- definitions ----

    static Truth call(Machine& m, const Code& c, const Frame& frame) {
        return remembered(m, c.second, frame.of(c.kind), frame);
    }

    static Truth remembered(Machine& m, std::uint32_t entry, std::uint32_t subject,
                            const Frame& frame) {
        const Edition::Compiled::Root& root = m.roots_[entry];
        const std::size_t per = index_of(root.per);
        const std::uint32_t place =
            m.answers_from_[per] + root.memo * m.subjects_of_[per] + subject;
        if (m.answers_[place] != kNotAsked) return static_cast<Truth>(m.answers_[place]);
        const Truth truth = at(m, root.code, frame);
        m.answers_[place] = static_cast<std::uint8_t>(truth);
        return truth;
    }

    static Truth call_country(Machine& m, const Code& c, const Frame& frame) {
        const auto asked = m.country(c.first, frame);
        if (!asked) return Truth::Unknown;
        const Edition::Compiled::Root& root = m.roots_[c.second];
        if (root.countries != kNoNode) return truth_of(m.countries_[root.countries][*asked]);
        Frame inner = frame;
        inner.country = *asked;
        return remembered(m, c.second, *asked, inner);
    }

    // ---- subjects ----

    static Truth any(Machine& m, const Code& c, const Frame& frame) {
        const Row subjects = m.row(c.kind, frame);
        Truth truth = subjects.complete ? Truth::No : Truth::Unknown;
        for (std::uint32_t i = 0; i < subjects.count && truth != Truth::Yes; ++i) {
            truth = either(truth, of_subject(m, c, subjects.first + i, frame));
        }
        return truth;
    }

    static Truth all(Machine& m, const Code& c, const Frame& frame) {
        const Row subjects = m.row(c.kind, frame);
        Truth truth = subjects.complete ? Truth::Yes : Truth::Unknown;
        for (std::uint32_t i = 0; i < subjects.count && truth != Truth::No; ++i) {
            truth = both(truth, of_subject(m, c, subjects.first + i, frame));
        }
        return truth;
    }

    static Truth none(Machine& m, const Code& c, const Frame& frame) {
        return opposite(any(m, c, frame));
    }

    static Truth of_subject(Machine& m, const Code& c, std::uint32_t subject, const Frame& frame) {
        if (c.kind == SubjectKind::Item) return m.of_item(c.first, subject, frame);
        return at(m, c.first, frame.with(c.kind, subject));
    }

    static Truth operand(Machine&, const Code&, const Frame&) {
        CHECK(false && "an operand is not a condition");
        return Truth::Unknown;
    }

    // ---- the table ----

    // clang-format off: a table reads better with a row a line.
    static constexpr Step step_of(Op op) {
        switch (op) {
            case Op::Constant: return constant;
            case Op::Both: return every;
            case Op::Either: return some;
            case Op::Implies: return implies;
            case Op::Not: return negation;
            case Op::YesNo: return yes_no;
            case Op::Number: return number;
            case Op::OneCountry: return one_country;
            case Op::OneChoice: return one_choice;
            case Op::SomeCountry: return some_country;
            case Op::SomeChoice: return some_choice;
            case Op::Amounts: return amounts;
            case Op::Days: return days;
            case Op::SameCountry: return same_country;
            case Op::InCountry: return in_country;
            case Op::CountryIn: return country_in;
            case Op::Meet: return meet;
            case Op::SameChoice: return same_choice;
            case Op::ChoiceIn: return choice_in;
            case Op::MeetChoice: return meet_choice;
            case Op::SameTruth: return same_truth;
            case Op::Call: return call;
            case Op::CallCountry: return call_country;
            case Op::Any: return any;
            case Op::All: return all;
            case Op::NoneOf: return none;
            case Op::FactOf:
            case Op::Constantly:
            case Op::Asked:
            case Op::OfCountry:
            case Op::Add:
            case Op::Subtract:
            case Op::Multiply:
            case Op::Divide:
            case Op::Max:
            case Op::Min:
            case Op::Between:
            case Op::Later:
            case Op::Earlier:
            case Op::Count:
            case Op::CountInner:
                break;
        }
        return operand;
    }
    // clang-format on

    static constexpr std::size_t kOps = static_cast<std::size_t>(Op::CountInner) + 1;
    static const std::array<Step, kOps> kTable;
};

constexpr std::array<Machine::Steps::Step, Machine::Steps::kOps> Machine::Steps::kTable = [] {
    std::array<Step, kOps> table{};
    for (std::size_t i = 0; i < kOps; ++i) table[i] = step_of(static_cast<Op>(i));
    return table;
}();

Truth Machine::holds(std::uint32_t code, const Frame& frame) {
    return Steps::at(*this, code, frame);
}

Truth Machine::entry(std::uint32_t index, const Frame& frame) {
    const Edition::Compiled::Root& root = roots_[index];
    if (root.memo == kNoMemo) return holds(root.code, frame);
    const bool country = root.per == Per::Country;
    return Steps::remembered(*this, index, country ? frame.country : frame.of(root.kind), frame);
}

/// One item under each of its alternatives; where they differ nobody can tell.
Truth Machine::of_item(std::uint32_t code, std::uint32_t item, const Frame& frame) {
    const Row row = items_[item];
    if (row.count == 0) return Truth::Unknown;
    const Truth truth = holds(code, frame.with(SubjectKind::Item, row.first));
    for (std::uint32_t i = 1; i < row.count; ++i) {
        if (holds(code, frame.with(SubjectKind::Item, row.first + i)) != truth) {
            return Truth::Unknown;
        }
    }
    return truth;
}

}  // namespace cordon::law
