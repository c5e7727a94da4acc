// SPDX-License-Identifier: Apache-2.0
// Amounts, days and countries: nothing where a fact is not known or the result cannot be held.
#include <algorithm>

#include "law/machine.h"

namespace cordon::law {
namespace {

constexpr std::int64_t kFarthest = 10'000'000;  // days; more than all that a Date can be apart

/// A whole number of days, when the amount is exactly that.
std::optional<std::int64_t> whole_days(const std::optional<Interval>& amount) {
    if (!amount || !amount->is_exact()) return std::nullopt;
    const Int128 count = amount->lo().billionths();
    if (count % Decimal::kScale != 0) return std::nullopt;
    const Int128 days = count / Decimal::kScale;
    if (days > kFarthest || days < -kFarthest) return std::nullopt;
    return static_cast<std::int64_t>(days);
}

}  // namespace

std::optional<Interval> Machine::amount(std::uint32_t at, const Frame& frame) {
    const Code& code = code_[at];
    if (code.op == Op::Constantly) return Interval::exactly(c_->numbers[code.second]);
    if (code.op == Op::FactOf) {
        const Value& v = value(code, frame);
        if (v.kind != Value::Kind::Number) return std::nullopt;
        return v.number;
    }
    if (code.op == Op::Count) return count(code, frame);
    if (code.op == Op::CountInner) return count_inner(code, frame);
    if (code.op == Op::Between) {
        const auto a = day(code.first, frame);
        const auto b = day(code.second, frame);
        if (!a || !b) return std::nullopt;
        return Interval::exactly(Decimal::from_int(*a - *b));
    }
    const auto a = amount(code.first, frame);
    const auto b = amount(code.second, frame);
    if (!a || !b) return std::nullopt;
    if (code.op == Op::Add) return add(*a, *b);
    if (code.op == Op::Subtract) return subtract(*a, *b);
    if (code.op == Op::Multiply) return multiply(*a, *b);
    if (code.op == Op::Divide) return divide(*a, *b);
    return code.op == Op::Max ? larger(*a, *b) : smaller(*a, *b);
}

std::optional<std::int64_t> Machine::day(std::uint32_t at, const Frame& frame) {
    const Code& code = code_[at];
    if (code.op == Op::Asked) return day_.days();
    if (code.op == Op::Constantly) return static_cast<std::int32_t>(code.second);
    if (code.op == Op::FactOf) {
        const Value& v = value(code, frame);
        if (v.kind != Value::Kind::Date) return std::nullopt;
        return v.day;
    }
    const auto from = day(code.first, frame);
    const auto by = whole_days(amount(code.second, frame));
    if (!from || !by) return std::nullopt;
    return code.op == Op::Later ? *from + *by : *from - *by;
}

std::optional<std::uint8_t> Machine::country(std::uint32_t at, const Frame& frame) const {
    const Code& code = code_[at];
    if (code.op == Op::OfCountry) return frame.country;
    if (code.op == Op::Constantly) return static_cast<std::uint8_t>(code.slot);
    const Value& v = value(code, frame);
    if (v.kind != Value::Kind::Country) return std::nullopt;
    return c_->read_as[v.country];
}

/// From those that certainly count to those that may.
std::optional<Interval> Machine::count(const Code& code, const Frame& frame) {
    const Row subjects = row(code.kind, frame);
    std::int64_t certain = 0;
    std::int64_t possible = 0;
    for (std::uint32_t i = 0; i < subjects.count; ++i) {
        const std::uint32_t subject = subjects.first + i;
        const Truth truth = code.first == kNoNode ? Truth::Yes
                            : code.kind == SubjectKind::Item
                                ? of_item(code.first, subject, frame)
                                : holds(code.first, frame.with(code.kind, subject));
        if (truth == Truth::Yes) ++certain;
        if (truth != Truth::No) ++possible;
    }
    const Decimal most = subjects.complete ? Decimal::from_int(possible) : kUncounted;
    return MUST(Interval::between(Decimal::from_int(certain), most));
}

/// The devices of all items (each between what its alternatives say), the listings of all parties.
std::optional<Interval> Machine::count_inner(const Code& code, const Frame& frame) {
    Interval sum = Interval::exactly(Decimal());
    const Row subjects = row(code.kind, frame);
    for (std::uint32_t i = 0; i < subjects.count; ++i) {
        std::optional<Interval> here;
        if (code.kind == SubjectKind::Item) {
            const Row row = items_[subjects.first + i];
            for (std::uint32_t j = 0; j < row.count; ++j) {
                const auto one =
                    count(code_[code.first], frame.with(SubjectKind::Item, row.first + j));
                here = here && one ? here->hull(*one) : one;
            }
        } else {
            here = count(code_[code.first], frame.with(code.kind, subjects.first + i));
        }
        const auto more = here ? add(sum, *here) : std::nullopt;
        if (!more) return std::nullopt;
        sum = *more;
    }
    return sum;
}

}  // namespace cordon::law
