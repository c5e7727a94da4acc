// SPDX-License-Identifier: Apache-2.0
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include "lists/toml_json.h"

#include <toml++/toml.h>

#include "base/text.h"

namespace cordon::lists {

namespace {

Error at(const toml::source_region& place, const std::string& path, std::string message) {
    return {std::move(message),
            "a mapping in TOML",
            "See docs/reference/list-mapping.md.",
            {path, place.begin.line, place.begin.column, ""},
            {}};
}

Result<Json> json_of(const toml::node& node, const std::string& path) {
    Json json;
    if (const auto* table = node.as_table()) {
        json = Json::object();
        for (const auto& [key, value] : *table) {
            json.add(key.str(), TRY(json_of(value, path)));
        }
    } else if (const auto* array = node.as_array()) {
        json = Json::array();
        for (const auto& item : *array) json.push(TRY(json_of(item, path)));
    } else if (const auto text = node.value_exact<std::string>()) {
        json = Json::of_text(*text);
    } else if (const auto flag = node.value_exact<bool>()) {
        json = Json::of_bool(*flag);
    } else if (const auto number = node.value_exact<std::int64_t>()) {
        json = Json::of_number(*number);
    } else {
        return at(node.source(), path, "A mapping has no dates and no fractions; write a text.");
    }
    json.line = node.source().begin.line;
    json.column = node.source().begin.column;
    return json;
}

}  // namespace

Result<Json> json_of_toml(std::string_view text, const std::string& path) {
    if (!is_valid_utf8(text)) return at({}, path, "The mapping is not UTF-8.");
    const auto parsed = toml::parse(text, path);
    if (!parsed) {
        return at(parsed.error().source(), path, std::string(parsed.error().description()));
    }
    return json_of(parsed.table(), path);
}

}  // namespace cordon::lists
