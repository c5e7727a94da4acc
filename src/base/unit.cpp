// SPDX-License-Identifier: Apache-2.0
#include "base/unit.h"

#include <fmt/format.h>

#include <cstddef>
#include <vector>

#include "base/text.h"

namespace cordon {

namespace {

constexpr std::string_view kBaseNames[] = {"TOPS", "bit", "mm2",  "GB/s", "GB",
                                           "kW",   "USD", "days", "ops",  "ft3"};

struct Row {
    std::string_view name;
    Dimension dimension;
    std::int64_t factor_billionths;
};

constexpr std::int64_t kOne = 1'000'000'000;

constexpr Dimension base(std::size_t index, int exponent = 1) {
    Dimension out;
    out.exponents[index] = static_cast<std::int8_t>(exponent);
    return out;
}
constexpr Dimension product(Dimension a, const Dimension& b) {
    for (std::size_t i = 0; i < a.exponents.size(); ++i) {
        a.exponents[i] = static_cast<std::int8_t>(a.exponents[i] + b.exponents[i]);
    }
    return a;
}

constexpr Dimension kNone{};
constexpr Dimension kRate = base(0);
constexpr Dimension kTpp = product(base(0), base(1));
constexpr Dimension kPerArea = base(2, -1);

// Of the units of one dimension with factor 1, the first is the canonical one. The tera
// operations a second of TOPS and the decimal giga of GB are those of the regulation's own notes.
constexpr Row kUnits[] = {
    {"", kNone, kOne},
    {"count", kNone, kOne},
    {"share", kNone, kOne},
    {"%", kNone, kOne / 100},
    {"TPP", kTpp, kOne},
    {"TPP/mm2", product(kTpp, kPerArea), kOne},
    {"TOPS", kRate, kOne},
    {"TFLOPS", kRate, kOne},
    {"GFLOPS", kRate, kOne / 1000},
    {"PFLOPS", kRate, kOne * 1000},
    {"EFLOPS", kRate, kOne * 1'000'000},
    {"bit", base(1), kOne},
    {"mm2", base(2), kOne},
    {"GB/s", base(3), kOne},
    {"TB/s", base(3), kOne * 1000},
    {"MB/s", base(3), kOne / 1000},
    {"GB/s/mm2", product(base(3), kPerArea), kOne},
    {"GB", base(4), kOne},
    {"TB", base(4), kOne * 1000},
    {"kW", base(5), kOne},
    {"MW", base(5), kOne * 1000},
    {"W", base(5), kOne / 1000},
    {"USD", base(6), kOne},
    {"days", base(7), kOne},
    {"ops", base(8), kOne},
    {"ft3", base(9), kOne},
};

}  // namespace

Dimension operator*(const Dimension& a, const Dimension& b) {
    return product(a, b);
}

Dimension operator/(const Dimension& a, const Dimension& b) {
    Dimension inverse;
    for (std::size_t i = 0; i < b.exponents.size(); ++i) {
        inverse.exponents[i] = static_cast<std::int8_t>(-b.exponents[i]);
    }
    return product(a, inverse);
}

Result<Unit> unit_named(std::string_view name) {
    std::vector<std::string> names;
    for (const Row& row : kUnits) {
        if (row.name == name) {
            return Unit{std::string(name), row.dimension,
                        Decimal::from_billionths(row.factor_billionths)};
        }
        if (!row.name.empty()) names.emplace_back(row.name);
    }
    const std::string near = nearest(name, names);
    return Error{.message = fmt::format("\"{}\" is not a known unit", name),
                 .expected = "one of " + list_of(names),
                 .remedy = near.empty() ? "" : fmt::format("did you mean \"{}\"?", near),
                 .position = {},
                 .related = {}};
}

std::string canonical_unit_name(const Dimension& dimension) {
    for (const Row& row : kUnits) {
        if (row.dimension == dimension && row.factor_billionths == kOne) {
            return std::string(row.name);
        }
    }
    // No unit of its own: say what it is made of, so that an error about it can be understood.
    std::string above;
    std::string below;
    for (std::size_t i = 0; i < dimension.exponents.size(); ++i) {
        const auto exponent = static_cast<int>(dimension.exponents[i]);
        if (exponent == 0) continue;
        std::string& side = exponent > 0 ? above : below;
        side += exponent > 0 ? (side.empty() ? "" : "*") : "/";
        side += kBaseNames[i];
        const int size = exponent > 0 ? exponent : -exponent;
        if (size > 1) side += fmt::format("^{}", size);
    }
    return (above.empty() ? "1" : above) + below;
}

}  // namespace cordon
