// SPDX-License-Identifier: Apache-2.0
/// Amounts as people write them: 4800, "4800", "4800 TPP", "1.2 TB/s", "1600 to 1700 TPP",
/// "25-30%", {"from": "1600", "to": "1700 TPP"}. A bare number is in the unit of the fact.
/// Guarantee: the result is exact; an amount that cannot be converted exactly is refused.
#include <fmt/core.h>

#include "base/quantity.h"
#include "base/text.h"
#include "law/stated_value.h"

namespace cordon::law {
namespace {

constexpr std::string_view kDigits = "0123456789";
const Decimal kCountMax = Decimal::from_int(1'000'000'000'000);

bool is_digit(char c) {
    return kDigits.find(c) != std::string_view::npos;
}

struct Bounds {
    std::string_view lo, hi;
};

/// "1600 to 1700 TPP" and "25-30%"; a single amount is both bounds.
Bounds split_bounds(std::string_view text) {
    const std::size_t word = text.find(" to ");
    if (word != std::string_view::npos) {
        return {trimmed(text.substr(0, word)), trimmed(text.substr(word + 4))};
    }
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const bool after_amount = is_digit(text[i - 1]) || text[i - 1] == '%';
        if (text[i] == '-' && after_amount && is_digit(text[i + 1])) {
            return {trimmed(text.substr(0, i)), trimmed(text.substr(i + 1))};
        }
    }
    return {text, text};
}

class NumberReader {
public:
    NumberReader(const Json& json, const Fact& fact) : json_(json), fact_(fact) {}

    Result<Interval> read() const {
        switch (json_.kind) {
            case Json::Kind::Number:
                return checked(TRY(between(json_.text, json_.text)));
            case Json::Kind::Text: {
                const Bounds bounds = split_bounds(trimmed(json_.text));
                return checked(TRY(between(bounds.lo, bounds.hi)));
            }
            case Json::Kind::Object:
                return checked(TRY(from_object()));
            case Json::Kind::Null:
            case Json::Kind::Bool:
            case Json::Kind::Array:
                break;
        }
        return value_error(json_, fmt::format("`{}` is {}", fact_.name, kind_name(json_.kind)),
                           expected());
    }

private:
    [[nodiscard]] std::string expected() const {
        const std::string& unit = fact_.unit.name;
        if (unit.empty() || unit == "count") return "a number";
        return fmt::format("a number of {0}, e.g. 50, \"50 {0}\" or \"50 to 60 {0}\"", unit);
    }

    [[nodiscard]] Error refuse(std::string message) const {
        return value_error(json_, std::move(message), expected());
    }

    Result<Interval> from_object() const {
        const Json* from = json_.find("from");
        const Json* to = json_.find("to");
        const auto is_amount = [](const Json* part) {
            return part != nullptr &&
                   (part->kind == Json::Kind::Number || part->kind == Json::Kind::Text);
        };
        if (!is_amount(from) || !is_amount(to) || json_.members.size() != 2) {
            return value_error(
                json_, fmt::format("`{}` is an object", fact_.name),
                "{\"from\": \"1600\", \"to\": \"1700\"} for an amount within bounds");
        }
        return between(trimmed(from->text), trimmed(to->text));
    }

    /// The unit of one bound holds for the other when that has none: "25-30%".
    Result<Interval> between(std::string_view lo_text, std::string_view hi_text) const {
        WrittenAmount lo = split_amount(lo_text);
        WrittenAmount hi = split_amount(hi_text);
        if (lo.unit.empty()) lo.unit = hi.unit;
        if (hi.unit.empty()) hi.unit = lo.unit;
        const auto interval = Interval::between(TRY(amount(lo)), TRY(amount(hi)));
        if (interval) return *interval;
        return refuse(fmt::format("`{}` goes from {} down to {}", fact_.name, lo_text, hi_text));
    }

    Result<Decimal> amount(const WrittenAmount& written) const {
        std::string_view digits = written.digits;
        if (digits.empty()) {
            const std::string& shown = json_.text;
            return refuse(fmt::format("`{}` has no number in \"{}\"", fact_.name,
                                      shown.empty() ? written.unit : shown));
        }
        if (digits.front() == '+') digits.remove_prefix(1);
        const auto number = Decimal::from_text(digits);
        if (!number) {
            return refuse(fmt::format("`{}` cannot be {}: {}", fact_.name, written.digits,
                                      number.error().message));
        }
        const Unit unit = TRY(unit_of(written.unit));
        const auto quantity = Quantity::exactly(*number, unit);
        if (quantity) return quantity->amount.lo();
        return refuse(fmt::format("`{}` cannot be {} {}: {}", fact_.name, written.digits, unit.name,
                                  quantity.error().message));
    }

    Result<Unit> unit_of(std::string_view name) const {
        if (name.empty()) return fact_.unit;
        auto unit = unit_named(name);
        if (!unit) {
            Error error = unit.error();
            error.message = fmt::format("`{}`: {}", fact_.name, error.message);
            if (error.expected.empty()) error.expected = expected();
            error.position = {"", json_.line, json_.column, ""};
            return error;
        }
        if (measure_the_same(*unit, fact_.unit)) return unit;
        return refuse(
            fmt::format("`{}` is given in {}, which does not measure it", fact_.name, name));
    }

    /// Nothing that rules measure is negative; pieces are whole and at least one.
    Result<Interval> checked(const Interval& number) const {
        const Decimal zero;
        if (fact_.unit.name == "count") {
            const bool whole = number.lo().billionths() % Decimal::kScale == 0 &&
                               number.hi().billionths() % Decimal::kScale == 0;
            const bool pieces = fact_.name == "quantity" || fact_.name == "count";
            if (pieces && number.lo() <= zero) return limit("above 0");
            if (pieces && number.hi() > kCountMax) return limit("at most 1,000,000,000,000");
            if (!whole) return limit("a whole number");
        }
        if (number.lo() < zero) return limit("0 or more");
        return number;
    }

    [[nodiscard]] Error limit(std::string_view what) const {
        const std::string given = json_.text.empty() ? "" : fmt::format(", not {}", json_.text);
        return value_error(json_, fmt::format("{} must be {}{}", fact_.name, what, given));
    }

    const Json& json_;
    const Fact& fact_;
};

}  // namespace

Result<Interval> read_number(const Json& json, const Fact& fact) {
    return NumberReader(json, fact).read();
}

}  // namespace cordon::law
