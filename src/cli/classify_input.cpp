// SPDX-License-Identifier: Apache-2.0
#include "base/csv.h"
#include "base/text.h"
#include "cli/classify.h"

namespace cordon::cli {

namespace {

using law::SubjectKind;

/// Puts one stated fact where it belongs: into the item, or into its one device.
Status put(Json& item, Json& device, const std::string& name, std::string_view value,
           const law::Schema& schema) {
    if (schema.find(SubjectKind::Device, name) && name != "name") {
        device.add(name, Json::of_text(value));
        return std::monostate{};
    }
    if (schema.find(SubjectKind::Item, name)) {
        item.add(name, Json::of_text(value));
        return std::monostate{};
    }
    std::vector<std::string> names;
    for (const auto kind : {SubjectKind::Device, SubjectKind::Item}) {
        for (const auto& fact : schema.facts(kind)) names.push_back(fact.name);
    }
    const auto near = nearest(name, names);
    return Error{"no fact of an item is called \"" + name + "\"",
                 near.empty() ? "" : "perhaps " + near,
                 "cordon law facts --match item. and --match device. list them",
                 {},
                 {}};
}

Json finished(Json item, Json device) {
    if (!device.members.empty()) item.add("devices", Json::array().push(std::move(device)));
    return item;
}

Result<ItemsAsked> from_csv(const std::string& text, const std::string& path,
                            const law::Schema& schema) {
    const auto table = TRY(read_csv(text, {path, 0, true}));
    for (const auto& name : table.header) {
        Json item = Json::object(), device = Json::object();
        auto known = put(item, device, name, "", schema);
        if (!known) return known.error().at({path, 1, 0, "column \"" + name + "\""});
    }
    ItemsAsked asked;
    asked.refused = table.refused;
    for (const auto& row : table.rows) {
        Json item = Json::object(), device = Json::object();
        for (std::size_t c = 0; c < row.cells.size() && c < table.header.size(); ++c) {
            if (!row.cells[c].empty()) {
                TRY(put(item, device, table.header[c], row.cells[c], schema));
            }
        }
        asked.items.push_back(
            {finished(std::move(item), std::move(device)), {path, row.line, 0, ""}});
    }
    return asked;
}

void take(ItemsAsked& asked, const Json& json, const std::string& path) {
    const Json* items = json.kind == Json::Kind::Array ? &json : json.find("items");
    if (items == nullptr) {
        asked.items.push_back({json, {path, json.line, json.column, ""}});
        return;
    }
    for (const auto& item : items->items) {
        asked.items.push_back({item, {path, item.line, item.column, ""}});
    }
}

/// NDJSON: the first line is a whole object and more follows.
bool is_object_a_line(std::string_view body) {
    const auto end = body.find('\n');
    return end != std::string_view::npos && trimmed(body.substr(0, end)).ends_with('}') &&
           trimmed(body.substr(end)).starts_with('{');
}

ItemsAsked from_lines(const std::string& text, const std::string& path) {
    ItemsAsked asked;
    std::uint32_t number = 0;
    for (const auto line : split(text, '\n')) {
        ++number;
        if (trimmed(line).empty()) continue;
        auto json = parse_json(line, {path, number});
        if (json) {
            take(asked, *json, path);
        } else {
            asked.refused.push_back(json.error());
        }
    }
    return asked;
}

}  // namespace

Result<Json> item_from_spec(const std::string& spec, const law::Schema& schema) {
    Json item = Json::object(), device = Json::object();
    for (const auto piece : split(spec, ',')) {
        const auto equals = piece.find('=');
        if (equals == std::string_view::npos) {
            return Error{
                "\"" + std::string(piece) + "\" is not of the form fact=value",
                "for example tpp=4800, performance_density=5.92, designed_for_datacenter=yes",
                "",
                Position{"", 0, 0, "--spec"},
                {}};
        }
        TRY(put(item, device, std::string(trimmed(piece.substr(0, equals))),
                trimmed(piece.substr(equals + 1)), schema));
    }
    if (item.find("kind") == nullptr) item.add("kind", Json::of_text("ic"));
    return finished(std::move(item), std::move(device));
}

Result<ItemsAsked> items_from_file(const std::string& text, const std::string& path,
                                   const law::Schema& schema) {
    auto body = trimmed(text);
    if (body.starts_with("\xEF\xBB\xBF")) body = trimmed(body.substr(3));
    if (body.empty())
        return Error{"the file is empty",
                     "items as JSON, NDJSON or CSV",
                     "the smallest: {\"name\": \"H100 SXM5 80GB\"}",
                     {path, 0, 0, ""},
                     {}};
    if (body.front() != '{' && body.front() != '[') return from_csv(text, path, schema);
    if (is_object_a_line(body)) return from_lines(text, path);
    ItemsAsked asked;
    take(asked, TRY(parse_json(text, {path, 1})), path);
    return asked;
}

}  // namespace cordon::cli
