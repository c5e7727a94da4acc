// SPDX-License-Identifier: Apache-2.0
#include "trade/read.h"

#include <fmt/core.h>

#include "base/text.h"
#include "trade/collector.h"
#include "trade/csv_orders.h"
#include "trade/problem.h"
#include "trade/stream.h"

namespace cordon::trade {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class Form : std::uint8_t { Json, Ndjson, Csv };

/// The place of an error names the file; its message need not.
std::string_view shown(const ReadOptions& options) {
    return options.file.empty() || options.file == "-" ? "the input" : "the file";
}

bool named(const ReadOptions& options, std::string_view ending) {
    std::string name = to_lower_ascii(options.file);
    if (name.ends_with(".gz")) name.resize(name.size() - 3);
    return name.ends_with(ending);
}

/// Contents that are no text at all, recognised by their first bytes.
std::optional<Error> foreign(std::string_view text, const ReadOptions& options) {
    const Position place{options.file, 0, 0, ""};
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return problem(fmt::format("{} is UTF-16", shown(options)), "UTF-8",
                       "save it as \"CSV UTF-8\" or \"JSON UTF-8\"")
            .at(place);
    }
    if (text.starts_with("PK\x03\x04")) {
        return problem(fmt::format("{} is a spreadsheet or a zip archive", shown(options)),
                       "JSON, NDJSON or CSV in UTF-8",
                       "save the sheet as \"CSV UTF-8 (comma delimited)\"")
            .at(place);
    }
    if (trimmed(text).empty()) {
        return problem(fmt::format("{} is empty", shown(options)), "JSON, NDJSON or CSV",
                       "smallest order: docs/reference/transaction.md")
            .at(place);
    }
    return std::nullopt;
}

/// A mapping says which column holds which fact; JSON has no columns.
std::optional<Error> mapped_json(std::string_view text, const ReadOptions& options) {
    if (options.mapping_text.empty()) return std::nullopt;
    const std::string_view start = trimmed(text);
    const bool json = named(options, ".ndjson") || named(options, ".jsonl") ||
                      named(options, ".json") || start.starts_with('{') || start.starts_with('[');
    if (!json) return std::nullopt;
    return problem("a mapping is for the columns of a table, and this is JSON", "CSV or TSV",
                   "leave the mapping out: an order in JSON names its facts itself")
        .at({options.file, 0, 0, ""});
}

/// One object a line: the first line is closed and another object follows.
bool is_object_a_line(std::string_view text) {
    const std::size_t end = text.find('\n');
    if (!text.starts_with('{') || end == std::string_view::npos) return false;
    const std::string_view first = trimmed(text.substr(0, end));
    const std::string_view rest = trimmed(text.substr(end));
    return first.ends_with('}') && rest.starts_with('{');
}

Form form_of(std::string_view text, const ReadOptions& options) {
    if (named(options, ".ndjson") || named(options, ".jsonl")) return Form::Ndjson;
    if (named(options, ".csv") || named(options, ".tsv") || !options.mapping_text.empty()) {
        return Form::Csv;
    }
    const std::string_view start = trimmed(text);
    if (is_object_a_line(start)) return Form::Ndjson;
    if (named(options, ".json") || start.starts_with('{') || start.starts_with('[')) {
        return Form::Json;
    }
    return Form::Csv;
}

Result<Batch> read_json(std::string_view text, Collector collector, const ReadOptions& options) {
    const Json json = TRY(parse_json(text, {.file = options.file, .first_line = 1}));
    const Json* list = &json;
    if (const Json* wrapped = json.find("transactions")) {
        for (const auto& [key, value] : json.members) {
            if (key == "transactions" || key == "$schema") continue;
            return problem(fmt::format("\"{}\" stands beside \"transactions\"", key),
                           R"({"transactions": […]} and nothing else)",
                           "move it into each transaction")
                .at({options.file, value.line, value.column, key});
        }
        list = wrapped;
    } else if (json.kind == Json::Kind::Object) {
        collector.take(json);
        return std::move(collector).finish();
    }
    if (list->kind != Json::Kind::Array || list->items.empty()) {
        return problem(fmt::format("{} holds no transaction", shown(options)),
                       R"(a transaction {…}, a list […], or {"transactions": […]})")
            .at({options.file, list->line, list->column, ""});
    }
    for (const Json& each : list->items) collector.take(each);
    return std::move(collector).finish();
}

Result<Batch> read_ndjson(std::string_view text, Collector collector, const ReadOptions& options) {
    std::uint32_t line = 0;
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line;
        if (one.size() > options.limits.line_bytes_max) {
            collector.refuse(line_too_long(options.file, line, options.limits.line_bytes_max));
            continue;
        }
        if (trimmed(one).empty()) continue;
        const auto json = parse_json(one, {.file = options.file, .first_line = line});
        if (json) {
            collector.take(*json);
        } else {
            collector.refuse(json.error());
        }
    }
    return std::move(collector).finish();
}

/// An error about "items[0].quantity" of a table is about the column "Menge".
void name_columns(TransactionRead& read, const TableOrder& order) {
    for (Error& error : read.errors) {
        const auto header = order.headers.find(error.position.field);
        if (header == order.headers.end()) continue;
        error.position.field =
            fmt::format("column \"{}\" ({})", header->second, error.position.field);
    }
}

Result<Batch> read_csv_orders(std::string_view text, const law::Schema& schema,
                              const ReadOptions& options) {
    Collector collector(schema, options);
    auto table = read_table(text, schema, options);
    if (!table) {
        Error first = table.error().front();
        for (std::size_t i = 1; i < table.error().size(); ++i) {
            const Error& further = table.error()[i];
            const std::string remedy = further.remedy.empty() ? "" : "; " + further.remedy;
            first.related.push_back({further.message + remedy, further.position});
        }
        return first;
    }
    for (TableOrder& order : table->orders) {
        TransactionRead read = collector.read(order.json);
        name_columns(read, order);
        if (!order.errors.empty()) {
            read.transaction.reset();
            read.errors.insert(read.errors.begin(), order.errors.begin(), order.errors.end());
        }
        collector.add(std::move(read));
    }
    for (Error& error : table->refused) collector.refuse(std::move(error));
    return std::move(collector).finish();
}

}  // namespace

TransactionRead Collector::read(const Json& json) {
    TransactionRead read = read_transaction(json, schema_, options_);
    const Json* given = json.find("id");
    const bool named = given != nullptr && !trimmed(given->text).empty();
    std::string id = named ? given->text : read.transaction ? read.transaction->id : std::string();
    if (id.empty()) return read;
    if (!named && seen_.count(id) != 0) {
        // Several transactions may begin on one line.
        id = fmt::format("{}:{}", id, json.column);
        read.transaction->id = id;
        read.transaction->facts.transaction.set_texts(
            schema_.slot(law::SubjectKind::Transaction, "id"), {id},
            {law::Origin::Kind::Assumed, "place in the file", std::nullopt});
    }
    if (auto error = register_id(id, named ? *given : json)) {
        read.transaction.reset();
        read.errors.insert(read.errors.begin(), std::move(*error));
    }
    return read;
}

std::optional<Error> Collector::register_id(const std::string& id, const Json& json) {
    const Position place{options_.file, json.line, json.column, "id"};
    const auto [found, fresh] = seen_.emplace(id, place);
    if (fresh) return std::nullopt;
    Error error = problem(fmt::format("the id \"{}\" was already used", id), "one id a transaction",
                          "give the second transaction its own id");
    error.position = place;
    error.related.push_back({"first used here", found->second});
    return error;
}

void Collector::add(TransactionRead read) {
    if (read.transaction) {
        batch_.transactions.push_back(std::move(*read.transaction));
        return;
    }
    ++batch_.refused_transactions;
    for (Error& error : read.errors) batch_.refused.push_back(std::move(error));
}

void Collector::refuse(Error error) {
    ++batch_.refused_transactions;
    batch_.refused.push_back(std::move(error));
}

Result<Batch> read_orders(std::string_view text, const law::Schema& schema,
                          const ReadOptions& options) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (auto error = foreign(text, options)) return std::move(*error);
    if (auto error = mapped_json(text, options)) return std::move(*error);
    switch (form_of(text, options)) {
        case Form::Json:
            return read_json(text, Collector(schema, options), options);
        case Form::Ndjson:
            return read_ndjson(text, Collector(schema, options), options);
        case Form::Csv:
            return read_csv_orders(text, schema, options);
    }
    fail_check(__FILE__, __LINE__, "a form of orders");
}

}  // namespace cordon::trade
