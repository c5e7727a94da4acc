// SPDX-License-Identifier: Apache-2.0
// Any bytes as the small texts of which everything else is made: numbers, dates, amounts of money,
// shares, units, countries. Two lines that are numbers go through all interval arithmetic.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/country.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/interval.h"
#include "base/money.h"
#include "base/unit.h"

namespace {

using namespace cordon;

template <class T>
bool accepted(const Result<T>& result) {
    if (!result) CHECK(!result.error().message.empty());
    return result.has_value();
}

void try_number(std::string_view text) {
    const auto number = Decimal::from_text(text);
    if (!accepted(number)) return;
    const std::string written = number->to_text();
    CHECK(MUST(Decimal::from_text(written)) == *number);
    CHECK(written.find_first_not_of("-.0123456789") == std::string::npos);
    CHECK(add(*number, Decimal()) == *number);
    const auto itself = multiply_down(*number, Decimal::from_int(1));
    CHECK(itself && itself->exact && itself->value == *number);
}

void try_date(std::string_view text) {
    const auto day = Date::from_iso(text);
    if (!accepted(day)) return;
    CHECK(day->to_iso() == text);
    CHECK(kFirstDate <= *day && *day <= kLastDate);
}

void try_words(std::string_view text) {
    if (const auto money = Money::from_text(text); accepted(money)) {
        const std::string written = money->currency + " " + money->amount.to_text();
        CHECK(MUST(Money::from_text(written)) == *money);
    }
    if (const auto share = Share::from_text(text); accepted(share)) {
        CHECK(share->part().lo() >= Decimal() && share->part().hi() <= Decimal::from_int(1));
        CHECK(!share->to_text().empty());
    }
    (void)accepted(unit_named(text));
}

void try_country(std::string_view text) {
    const auto country = Country::from_name(text);
    if (accepted(country)) CHECK(MUST(Country::from_code(country->code())) == *country);
}

/// `inner` may hold no value that `outer` does not.
void check_holds(const Interval& outer, const Interval& inner) {
    CHECK(outer.hull(inner) == outer);
}

void try_intervals(Decimal first, Decimal second) {
    const Interval a = Interval::exactly(first);
    const Interval b = Interval::exactly(second);
    const Interval range = a.hull(b);
    check_holds(range, a);
    check_holds(range, b);
    if (const auto sum = add(a, b)) {
        CHECK(sum->is_exact());
        CHECK(*subtract(*sum, b) == a);
    }
    const auto product = multiply(a, b);
    CHECK(product == multiply(b, a));
    if (product) {
        CHECK(product->is_point());
        if (const auto back = divide(*product, b)) check_holds(*back, a);
    }
    if (const auto quotient = divide(a, b)) {
        CHECK(quotient->is_point());
        if (const auto back = multiply(*quotient, b)) check_holds(*back, a);
        // An end moved outwards encloses what the exact operands gave.
        if (const auto wide = divide(range, b)) check_holds(*wide, *quotient);
    }
    CHECK(less(a, b) == truth_of(first < second));
    CHECK(less_or_equal(a, b) == truth_of(first <= second));
    CHECK(equal(a, b) == truth_of(first == second));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    // An unknown country is compared with every name there is, a thousand times the work of the
    // rest, so only a text that asks for it is looked up.
    if (text.starts_with('=')) try_country(text.substr(1));
    try_number(text);
    try_date(text);
    try_words(text);
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return 0;
    const auto first = Decimal::from_text(text.substr(0, end));
    const auto second = Decimal::from_text(text.substr(end + 1));
    if (first && second) try_intervals(*first, *second);
    return 0;
}
