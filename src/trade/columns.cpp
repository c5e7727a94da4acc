// SPDX-License-Identifier: Apache-2.0
#include "trade/columns.h"

#include <fmt/core.h>

#include <array>
#include <optional>

#include "base/text.h"
#include "trade/problem.h"

namespace cordon::trade {
namespace {

using law::Fact;
using law::FactType;
using law::Schema;
using law::SubjectKind;

struct ShortName {
    std::string_view column;
    SubjectKind subject;
    std::string_view fact;
};

constexpr std::array<ShortName, 11> kShortNames = {{
    {"from", SubjectKind::Transaction, "route.from"},
    {"to", SubjectKind::Transaction, "route.to"},
    {"via", SubjectKind::Transaction, "route.via"},
    {"mode", SubjectKind::Transaction, "route.mode"},
    {"order_value", SubjectKind::Transaction, "value"},
    {"item", SubjectKind::Item, "name"},
    {"part_number", SubjectKind::Item, "part_number"},
    {"quantity", SubjectKind::Item, "quantity"},
    {"value", SubjectKind::Item, "value"},
    {"eccn", SubjectKind::Item, "vendor_eccn"},
    {"serials", SubjectKind::Item, "serials"},
}};

std::string plain(std::string_view name) {
    std::string word = to_lower_ascii(trimmed(name));
    for (char& letter : word) {
        if (letter == ' ' || letter == '-') letter = '_';
    }
    return word;
}

Column::Target target_of(SubjectKind subject) {
    switch (subject) {
        case SubjectKind::Transaction:
            return Column::Target::Transaction;
        case SubjectKind::Item:
            return Column::Target::Item;
        case SubjectKind::Device:
            return Column::Target::Device;
        case SubjectKind::Party:
            return Column::Target::Party;
        case SubjectKind::Listing:
            return Column::Target::Ignored;
    }
    return Column::Target::Ignored;
}

const std::vector<std::string>& roles_of(const Schema& schema) {
    return schema.fact(SubjectKind::Party, schema.slot(SubjectKind::Party, "roles")).options;
}

/// "end_user_country" is the fact `country` of the role end_user; "end_user" alone is its name.
std::optional<std::pair<std::string, std::string>> role_and_fact(const std::string& word,
                                                                 const Schema& schema) {
    std::optional<std::pair<std::string, std::string>> best;
    for (const std::string& role : roles_of(schema)) {
        if (best && role.size() < best->first.size()) continue;
        if (word == role) best = {role, "name"};
        if (word.starts_with(role + "_")) best = {role, word.substr(role.size() + 1)};
    }
    return best;
}

bool fits_a_cell(const Fact& fact) {
    const bool role_list = fact.subject == SubjectKind::Party && fact.name == "roles";
    return !fact.derived && fact.type != FactType::Table && !role_list;
}

Result<Column> column_of(const Fact& fact, std::string name, std::string role) {
    if (fact.derived) {
        return problem(fmt::format("the column \"{}\" states a fact that Cordon computes", name),
                       "facts an order can state",
                       "leave the column out, or ignore it in the mapping");
    }
    if (!fits_a_cell(fact)) {
        return problem(fmt::format("the column \"{}\" would need a table in a cell", name), "",
                       "use an order file in JSON for it, or ignore it in the mapping");
    }
    Column column;
    column.target = target_of(fact.subject);
    column.fact = &fact;
    column.role = std::move(role);
    column.name = std::move(name);
    return column;
}

const Fact* find_fact(const Schema& schema, SubjectKind subject, std::string_view name) {
    const auto slot = schema.find(subject, name);
    return slot ? &schema.fact(subject, *slot) : nullptr;
}

const Fact* by_full_name(const std::string& word, const Schema& schema) {
    for (const SubjectKind subject : {SubjectKind::Item, SubjectKind::Device}) {
        const std::string prefix = std::string(to_text(subject)) + ".";
        if (word.starts_with(prefix)) {
            return find_fact(schema, subject, std::string_view(word).substr(prefix.size()));
        }
    }
    return find_fact(schema, SubjectKind::Transaction, word);
}

std::vector<std::string> all_names(const Schema& schema) {
    std::vector<std::string> names = {"currency"};
    for (const ShortName& each : kShortNames) names.emplace_back(each.column);
    for (const SubjectKind subject :
         {SubjectKind::Transaction, SubjectKind::Item, SubjectKind::Device}) {
        for (const Fact& fact : schema.facts(subject)) {
            if (fits_a_cell(fact)) names.push_back(fact.full_name());
        }
    }
    for (const std::string& role : roles_of(schema)) {
        names.push_back(role);
        for (const Fact& fact : schema.facts(SubjectKind::Party)) {
            if (fits_a_cell(fact) && fact.name != "name") names.push_back(role + "_" + fact.name);
        }
    }
    return names;
}

}  // namespace

Result<Column> column_named(std::string_view name, const Schema& schema) {
    const std::string word = plain(name);
    if (word == "currency") {
        Column column;
        column.target = Column::Target::Currency;
        column.name = word;
        return column;
    }
    for (const ShortName& each : kShortNames) {
        if (each.column != word) continue;
        if (const Fact* fact = find_fact(schema, each.subject, each.fact)) {
            return column_of(*fact, word, "");
        }
    }
    if (const auto role = role_and_fact(word, schema)) {
        const Fact* fact = find_fact(schema, SubjectKind::Party, role->second);
        if (fact != nullptr) return column_of(*fact, word, role->first);
    }
    if (const Fact* fact = by_full_name(word, schema)) return column_of(*fact, word, "");
    const std::string near = nearest(word, all_names(schema));
    std::string remedy =
        "map the column or ignore it: a mapping file, docs/reference/order-mapping.md";
    if (!near.empty()) remedy = fmt::format("did you mean \"{}\"? Or {}", near, remedy);
    return problem(fmt::format("\"{}\" is not a column of order files", trimmed(name)),
                   "a documented column (docs/reference/order-files.md) or the full name of a fact "
                   "such as end_use.military",
                   std::move(remedy));
}

}  // namespace cordon::trade
