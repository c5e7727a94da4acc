// SPDX-License-Identifier: Apache-2.0
#include "items/figures_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "law/case_reader.h"

namespace cordon::items {
namespace {

law::Fact amount_fact(std::string name, std::string_view unit, std::string means) {
    law::Fact fact;
    fact.name = std::move(name);
    fact.subject = law::SubjectKind::Device;
    fact.type = law::FactType::Number;
    fact.unit = MUST(unit_named(unit));
    fact.means = std::move(means);
    return fact;
}

/// One row of a table: reads fields and collects what is wrong with them, each at its place.
class TableRow {
public:
    TableRow(const Json& row, Position place, std::vector<Error>& errors)
        : row_(row), place_(std::move(place)), errors_(errors) {}

    void only(const std::vector<std::string>& fields) {
        for (const auto& [key, value] : row_.members) {
            if (std::find(fields.begin(), fields.end(), key) != fields.end()) continue;
            const std::string near = nearest(key, fields);
            report(value, key, fmt::format("unknown field \"{}\"", key), list_of(fields),
                   near.empty() ? "remove it" : "write " + near);
        }
    }
    [[nodiscard]] const Json* field(std::string_view key) const {
        const Json* value = row_.find(key);
        return value == nullptr || value->is_null() ? nullptr : value;
    }
    std::optional<Interval> amount(const law::Fact& fact) {
        const Json* value = field(fact.name);
        if (value == nullptr) {
            report(row_, fact.name, fmt::format("{} is missing", fact.name), fact.means,
                   "add it, or leave the row out");
            return std::nullopt;
        }
        auto read = law::read_value(*value, fact);
        if (!read) {
            errors_.push_back(read.error().at(at(*value, fact.name)));
            return std::nullopt;
        }
        if (!read->known()) return std::nullopt;
        return read->number;
    }
    std::optional<std::uint32_t> whole(std::string_view key, std::string_view unit) {
        const Json* value = field(key);
        if (value == nullptr) return std::nullopt;
        std::string_view text = trimmed(value->text);
        if (text.ends_with(unit)) text = trimmed(text.substr(0, text.size() - unit.size()));
        const bool good = !text.empty() && text.size() <= 4 &&
                          text.find_first_not_of("0123456789") == std::string_view::npos;
        if (!good) {
            report(*value, key, fmt::format("\"{}\" cannot be read", value->text),
                   "a whole number up to 9999", "");
            return std::nullopt;
        }
        std::uint32_t number = 0;
        for (const char c : text) number = number * 10 + static_cast<std::uint32_t>(c - '0');
        return number;
    }
    std::optional<bool> yes_no(std::string_view key) {
        const Json* value = field(key);
        if (value == nullptr) return std::nullopt;
        if (value->kind == Json::Kind::Bool) return value->boolean;
        if (value->text == "yes" || value->text == "no") return value->text == "yes";
        report(*value, key, fmt::format("\"{}\" cannot be read", value->text), "yes or no", "");
        return std::nullopt;
    }
    void report(const Json& where, std::string_view key, std::string message, std::string expected,
                std::string remedy) {
        Error error;
        error.message = std::move(message);
        error.expected = std::move(expected);
        error.remedy = std::move(remedy);
        error.position = at(where, key);
        errors_.push_back(std::move(error));
    }

private:
    [[nodiscard]] Position at(const Json& where, std::string_view key) const {
        return {place_.file, where.line, where.column, place_.field + "." + std::string(key)};
    }

    const Json& row_;
    Position place_;
    std::vector<Error>& errors_;
};

void read_operation(const Json& json, const Position& place, ReadFigures& out) {
    TableRow row(json, place, out.errors);
    row.only({"format", "bits", "tops", "sparse"});
    Operation operation;
    if (const Json* format = row.field("format")) operation.format = to_lower_ascii(format->text);
    const auto known = bits_of_format(operation.format);
    const auto stated = row.whole("bits", "bit");
    operation.bits = stated.value_or(known.value_or(0));
    static const law::Fact kTops =
        amount_fact("tops", "TOPS", "the dense peak rate, e.g. 989.4 or \"1.979 PFLOPS\"");
    const auto tops = row.amount(kTops);
    operation.sparse = row.yes_no("sparse").value_or(false);
    if (operation.bits == 0) {
        row.report(json, "bits",
                   operation.format.empty()
                       ? "neither format nor bits is given"
                       : fmt::format("the bit length of \"{}\" is not known", operation.format),
                   "a format such as fp16, tf32, int8, or the bit length",
                   "add bits, the largest bit length of the multiply's inputs");
        return;
    }
    if (!tops) return;
    operation.tops = *tops;
    out.operations.push_back(std::move(operation));
}

void read_die(const Json& json, const Position& place, ReadFigures& out) {
    TableRow row(json, place, out.errors);
    row.only({"area", "count", "kind", "nonplanar"});
    Die die;
    static const law::Fact kArea = amount_fact("area", "mm2", "the area of one die, e.g. 814 mm2");
    const auto area = row.amount(kArea);
    die.count = row.whole("count", "").value_or(1);
    die.nonplanar = row.yes_no("nonplanar");
    die.kind = "logic";
    if (const Json* kind = row.field("kind")) {
        die.kind = to_lower_ascii(kind->text);
        if (die.kind != "logic" && die.kind != "io" && die.kind != "memory") {
            row.report(*kind, "kind", fmt::format("unknown kind of die \"{}\"", kind->text),
                       "logic, io or memory", "");
            return;
        }
    }
    if (!area) return;
    die.area_mm2 = *area;
    out.dies.push_back(std::move(die));
}

using ReadRow = void (*)(const Json&, const Position&, ReadFigures&);

void read_table(const Json& device, const std::string& name, const Position& place, ReadRow read,
                ReadFigures& out) {
    const Json* table = device.find(name);
    if (table == nullptr || table->is_null()) return;
    const std::string path = (place.field.empty() ? "" : place.field + ".") + name;
    if (table->kind != Json::Kind::Array) {
        Error error;
        error.message = name + " is not a list";
        error.expected = "a list of rows, e.g. [{\"format\": \"fp16\", \"tops\": \"989.4\"}]";
        error.position = {place.file, table->line, table->column, path};
        out.errors.push_back(std::move(error));
        return;
    }
    for (std::size_t i = 0; i < table->items.size(); ++i) {
        const Json& row = table->items[i];
        const Position at{place.file, row.line, row.column, fmt::format("{}[{}]", path, i)};
        if (row.kind != Json::Kind::Object) {
            Error error;
            error.message = "a row of " + name + " is not an object";
            error.expected = "{ … } with its fields";
            error.position = at;
            out.errors.push_back(std::move(error));
            continue;
        }
        read(row, at, out);
    }
}

}  // namespace

ReadFigures read_figures(const Json& device, const Position& place) {
    ReadFigures out;
    read_table(device, "operations", place, read_operation, out);
    read_table(device, "dies", place, read_die, out);
    return out;
}

}  // namespace cordon::items
