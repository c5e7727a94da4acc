// SPDX-License-Identifier: Apache-2.0
// Idea: every cell is put at its place in a Json tree, the same tree that an order file would hold;
// the case reader then reads and judges both alike.
// Subtlety: rows of one id may repeat what belongs to the whole transaction. They may leave it
// empty; they may not contradict each other, for nobody could say which row is right.
// Tested by: csv_orders_test.cpp, and examples_test.cpp (the table and its JSON twin are equal).
#include "trade/csv_orders.h"

#include <fmt/core.h>

#include <algorithm>
#include <unordered_map>

#include "base/csv.h"
#include "base/text.h"
#include "trade/cell.h"
#include "trade/problem.h"

namespace cordon::trade {
namespace {

using Target = Column::Target;

Json* find_member(Json& object, std::string_view key) {
    for (auto& [name, value] : object.members) {
        if (name == key) return &value;
    }
    return nullptr;
}

Json& member(Json& object, std::string_view key, const Json& fresh) {
    if (Json* found = find_member(object, key)) return *found;
    object.members.emplace_back(key, fresh);
    return object.members.back().second;
}

void set_line(Json& json, std::uint32_t line) {
    json.line = line;
    for (Json& item : json.items) set_line(item, line);
}

Json object_at(std::uint32_t line) {
    Json object = Json::object();
    object.line = line;
    return object;
}

/// A party of one row before it finds its place among those of the transaction.
struct RowParty {
    std::string role;
    Json facts;
    std::map<std::string, std::string> headers;
};

struct Cell {
    const Column* column;
    Json value;
};

class TableReader {
public:
    TableReader(std::vector<Column> columns, std::vector<std::pair<Column, std::string>> constants,
                const Mapping& mapping, const std::string& file)
        : columns_(std::move(columns)),
          constants_(std::move(constants)),
          mapping_(mapping),
          file_(file) {}

    void row(const CsvRow& row) {
        line_ = row.line;
        std::vector<Error> errors;
        const std::vector<Cell> cells = cells_of(row, errors);
        TableOrder& order = order_of(cells);
        order_ = &order;
        order.errors.insert(order.errors.end(), errors.begin(), errors.end());
        put_transaction(cells);
        put_item(cells);
        put_parties(cells);
    }

    std::vector<TableOrder> orders;

private:
    std::vector<Cell> cells_of(const CsvRow& row, std::vector<Error>& errors) const {
        std::vector<Cell> cells;
        const auto add = [&](const Column& column, std::string_view text) {
            if (column.target == Target::Currency) {
                check_currency(text, column, errors);
                return;
            }
            auto value = json_of_cell(text, column, mapping_);
            if (!value) {
                errors.push_back(value.error().at(place(column)));
            } else if (!value->is_null()) {
                set_line(*value, line_);
                cells.push_back({&column, std::move(*value)});
            }
        };
        for (std::size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i) {
            add(columns_[i], row.cells[i]);
        }
        for (const auto& [column, text] : constants_) add(column, text);
        return cells;
    }

    void check_currency(std::string_view text, const Column& column,
                        std::vector<Error>& errors) const {
        const std::string word = to_lower_ascii(trimmed(text));
        if (word.empty() || word == "usd" || word == "us$" || word == "$") return;
        errors.push_back(problem(fmt::format("the value is in {}", trimmed(text)), "USD",
                                 "convert the value to USD, or ignore both columns in a mapping")
                             .at(place(column)));
    }

    [[nodiscard]] Position place(const Column& column) const {
        return {file_, line_, 0, fmt::format("column \"{}\"", column.header)};
    }

    TableOrder& order_of(const std::vector<Cell>& cells) {
        std::string id;
        for (const Cell& cell : cells) {
            if (cell.column->target == Target::Transaction && cell.column->fact->name == "id") {
                id = cell.value.text;
            }
        }
        if (!id.empty()) {
            const auto [found, fresh] = by_id_.emplace(id, orders.size());
            if (!fresh) return orders[found->second];
        }
        orders.emplace_back();
        orders.back().json = object_at(line_);
        return orders.back();
    }

    void put_transaction(const std::vector<Cell>& cells) {
        for (const Cell& cell : cells) {
            if (cell.column->target != Target::Transaction) continue;
            put(order_->json, cell, "");
        }
    }

    /// Puts "route.to" into {"route": {"to": …}} below `root`, whose own path is `prefix`.
    void put(Json& root, const Cell& cell, const std::string& prefix) {
        Json* at = &root;
        const std::vector<std::string_view> steps = split(cell.column->fact->name, '.');
        for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
            at = &member(*at, steps[i], object_at(line_));
        }
        if (Json* known = find_member(*at, steps.back())) {
            if (write_json(*known) != write_json(cell.value)) disagree(*known, cell);
            return;
        }
        at->members.emplace_back(steps.back(), cell.value);
        order_->headers.emplace(prefix + cell.column->fact->name, cell.column->header);
    }

    void disagree(const Json& known, const Cell& cell) {
        Error error = problem(fmt::format("the rows of one id disagree: {} here, {} in line {}",
                                          write_json(cell.value), write_json(known), known.line),
                              "the same in every row of a transaction, or only in its first row",
                              "correct one of the rows, or give them different ids");
        error.related.push_back({"the earlier row", {file_, known.line, 0, ""}});
        order_->errors.push_back(error.at(place(*cell.column)));
    }

    void put_item(const std::vector<Cell>& cells) {
        Json item = object_at(line_);
        Json device = object_at(line_);
        const Json* items = order_->json.find("items");
        const std::string path =
            fmt::format("items[{}].", items == nullptr ? 0 : items->items.size());
        for (const Cell& cell : cells) {
            if (cell.column->target == Target::Item) put(item, cell, path);
            if (cell.column->target == Target::Device) put(device, cell, path + "devices[0].");
        }
        if (!device.members.empty()) {
            Json devices = Json::array();
            devices.line = line_;
            devices.push(std::move(device));
            item.add("devices", std::move(devices));
        }
        if (item.members.empty()) return;
        list("items").push(std::move(item));
    }

    Json& list(std::string_view name) {
        Json fresh = Json::array();
        fresh.line = line_;
        return member(order_->json, name, fresh);
    }

    void put_parties(const std::vector<Cell>& cells) {
        std::vector<RowParty> parties;
        for (const Cell& cell : cells) {
            if (cell.column->target != Target::Party) continue;
            auto found = std::find_if(parties.begin(), parties.end(), [&](const RowParty& each) {
                return each.role == cell.column->role;
            });
            if (found == parties.end()) {
                parties.push_back({cell.column->role, object_at(line_), {}});
                found = std::prev(parties.end());
            }
            found->facts.add(cell.column->fact->name, cell.value);
            found->headers.emplace(cell.column->fact->name, cell.column->header);
        }
        for (RowParty& party : parties) place_party(party);
    }

    /// One company in two roles is one party, as long as nothing said of it differs.
    void place_party(const RowParty& party) {
        Json& parties = list("parties");
        for (std::size_t i = 0; i < parties.items.size(); ++i) {
            if (!same_party(parties.items[i], party)) continue;
            merge(parties.items[i], party, i);
            return;
        }
        parties.push(object_at(line_));
        Json& fresh = parties.items.back();
        fresh.add("roles", Json::array());
        merge(fresh, party, parties.items.size() - 1);
    }

    static bool has_role(const Json& party, const std::string& role) {
        const Json* roles = party.find("roles");
        return std::any_of(roles->items.begin(), roles->items.end(),
                           [&](const Json& each) { return each.text == role; });
    }

    static bool same_party(const Json& known, const RowParty& party) {
        const Json* name = known.find("name");
        const Json* other = party.facts.find("name");
        if ((name == nullptr) != (other == nullptr)) return false;
        if (name == nullptr && !has_role(known, party.role)) return false;
        return std::all_of(
            party.facts.members.begin(), party.facts.members.end(), [&](const auto& fact) {
                const Json* value = known.find(fact.first);
                return value == nullptr || write_json(*value) == write_json(fact.second);
            });
    }

    void merge(Json& known, const RowParty& party, std::size_t index) {
        if (!has_role(known, party.role)) {
            find_member(known, "roles")->push(Json::of_text(party.role));
        }
        for (const auto& [name, value] : party.facts.members) {
            if (known.find(name) != nullptr) continue;
            known.add(name, value);
            order_->headers.emplace(fmt::format("parties[{}].{}", index, name),
                                    party.headers.at(name));
        }
    }

    std::vector<Column> columns_;
    std::vector<std::pair<Column, std::string>> constants_;
    const Mapping& mapping_;
    const std::string& file_;
    std::unordered_map<std::string, std::size_t> by_id_;
    std::uint32_t line_ = 0;
    TableOrder* order_ = nullptr;
};

using Errors = std::vector<Error>;

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// So many mistakes of a header are told; a file of another kind has thousands.
constexpr std::size_t kHeaderErrorsMax = 20;

std::vector<Column> columns_of(const CsvTable& table, const Mapping& mapping,
                               const law::Schema& schema, const ReadOptions& options,
                               Errors& errors) {
    std::vector<Column> columns;
    std::map<std::string, std::string> taken;
    for (const std::string& header : table.header) {
        if (errors.size() >= kHeaderErrorsMax) return columns;
        Column column;
        const auto mapped = mapping.columns.find(header);
        if (mapped != mapping.columns.end() || !contains(mapping.ignore, header)) {
            const std::string& name = mapped == mapping.columns.end() ? header : mapped->second;
            auto read = column_named(name, schema);
            if (read) {
                column = std::move(*read);
            } else {
                errors.push_back(
                    read.error().at({options.file, 1, 0, fmt::format("column \"{}\"", header)}));
            }
        }
        column.header = header;
        const std::string meaning =
            column.fact == nullptr ? column.name : column.role + " " + column.fact->full_name();
        const auto [first, fresh] = taken.emplace(meaning, header);
        if (!meaning.empty() && !fresh) {
            errors.push_back(problem(fmt::format("the columns \"{}\" and \"{}\" both mean {}",
                                                 first->second, header, trimmed(meaning)),
                                     "one column of each meaning", "ignore one in the mapping")
                                 .at({options.file, 1, 0, ""}));
        }
        columns.push_back(std::move(column));
    }
    for (const auto& [header, name] : mapping.columns) {
        if (errors.size() >= kHeaderErrorsMax) return columns;
        if (contains(table.header, header)) continue;
        const std::string near = nearest(header, table.header);
        errors.push_back(
            problem(fmt::format("the mapping names a column \"{}\" that {} does not have", header,
                                options.file.empty() ? "the table" : options.file),
                    list_of(table.header),
                    near.empty() ? "take the line out of [columns]"
                                 : fmt::format("did you mean \"{}\"?", near))
                .at({options.mapping_file, 0, 0, "columns"}));
    }
    return columns;
}

std::vector<std::pair<Column, std::string>> constants_of(const Mapping& mapping,
                                                         const law::Schema& schema,
                                                         const ReadOptions& options,
                                                         Errors& errors) {
    std::vector<std::pair<Column, std::string>> constants;
    for (const auto& [name, text] : mapping.constants) {
        auto column = column_named(name, schema);
        if (column) {
            column->header = fmt::format("{} (constant)", name);
            constants.emplace_back(std::move(*column), text);
        } else {
            errors.push_back(column.error().at({options.mapping_file, 0, 0, "constants"}));
        }
    }
    return constants;
}

}  // namespace

tl::expected<TableOrders, Errors> read_table(std::string_view text, const law::Schema& schema,
                                             const ReadOptions& options) {
    Mapping mapping;
    if (!trimmed(options.mapping_text).empty()) {
        auto read = read_mapping(options.mapping_text, options.mapping_file);
        if (!read) return tl::make_unexpected(Errors{read.error()});
        mapping = std::move(*read);
    }
    auto table = read_csv(text, {options.file, mapping.separator, true});
    if (!table) return tl::make_unexpected(Errors{table.error()});
    Errors errors;
    std::vector<Column> columns = columns_of(*table, mapping, schema, options, errors);
    auto constants = constants_of(mapping, schema, options, errors);
    if (!errors.empty()) return tl::make_unexpected(std::move(errors));
    if (table->rows.empty() && table->refused.empty()) {
        return tl::make_unexpected(
            Errors{problem(fmt::format("{} has a header and no rows",
                                       options.file.empty() ? "the table" : options.file),
                           "one row an item")
                       .at({options.file, 0, 0, ""})});
    }
    TableReader reader(std::move(columns), std::move(constants), mapping, options.file);
    for (const CsvRow& row : table->rows) reader.row(row);
    return TableOrders{std::move(reader.orders), std::move(table->refused)};
}

}  // namespace cordon::trade
