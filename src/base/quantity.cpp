// SPDX-License-Identifier: Apache-2.0
// Tested by quantity_test.cpp.
#include "base/quantity.h"

#include <fmt/core.h>

#include "base/text.h"

namespace cordon {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// How many leading characters are a number: sign, digits, point, exponent.
std::size_t number_length(std::string_view text) {
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    while (at < text.size() && (is_digit(text[at]) || text[at] == '.')) ++at;
    // "1e26" has an exponent; in "48 eV" or "4eggs" the e begins the unit.
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        std::size_t exponent = at + 1;
        if (exponent < text.size() && (text[exponent] == '-' || text[exponent] == '+')) ++exponent;
        if (exponent < text.size() && is_digit(text[exponent])) {
            while (exponent < text.size() && is_digit(text[exponent])) ++exponent;
            at = exponent;
        }
    }
    return at;
}

Error refuse(std::string message) {
    return Error{std::move(message), "", "", {}, {}};
}

}  // namespace

bool is_part(const Unit& unit) {
    return unit.name == "%" || unit.name == "share";
}

bool measure_the_same(const Unit& a, const Unit& b) {
    return a.dimension == b.dimension && is_part(a) == is_part(b);
}

WrittenAmount split_amount(std::string_view text) {
    const std::size_t length = number_length(text);
    return {text.substr(0, length), trimmed(text.substr(length))};
}

Result<Quantity> Quantity::exactly(Decimal written, const Unit& unit) {
    const auto canonical = multiply_down(written, unit.factor);
    if (!canonical) return refuse("it is too large");
    if (!canonical->exact) return refuse("more than nine decimals");
    return Quantity{Interval::exactly(canonical->value), unit};
}

Result<Quantity> Quantity::from_text(std::string_view text, const Unit& wanted) {
    const WrittenAmount written = split_amount(trimmed(text));
    if (written.digits.empty()) return refuse(fmt::format("there is no number in \"{}\"", text));
    const bool plus = written.digits.front() == '+';
    const Decimal number = TRY(Decimal::from_text(written.digits.substr(plus ? 1 : 0)));
    const Unit unit = written.unit.empty() ? wanted : TRY(unit_named(written.unit));
    if (!measure_the_same(unit, wanted)) {
        const std::string name = wanted.name.empty() ? "a bare number" : wanted.name;
        return Error{fmt::format("{} does not measure it", unit.name), name, "", {}, {}};
    }
    return exactly(number, unit);
}

std::string Quantity::to_text() const {
    const auto in_unit = divide(amount, Interval::exactly(unit.factor));
    const bool exact =
        in_unit && in_unit->lo_open() == amount.lo_open() && in_unit->hi_open() == amount.hi_open();
    const std::string name = exact ? unit.name : canonical_unit_name(unit.dimension);
    const std::string digits = (exact ? *in_unit : amount).to_text();
    return name.empty() || name == "count" ? digits : digits + " " + name;
}

}  // namespace cordon
