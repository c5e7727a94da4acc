// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <fmt/format.h>

#include <algorithm>

namespace cordon {

Json::Json() = default;
Json::~Json() = default;
Json::Json(const Json&) = default;
Json::Json(Json&&) noexcept = default;
Json& Json::operator=(const Json&) = default;
Json& Json::operator=(Json&&) noexcept = default;

const Json* Json::find(std::string_view key) const {
    for (const auto& [name, value] : members) {
        if (name == key) return &value;
    }
    return nullptr;
}

Json Json::of_text(std::string_view value) {
    Json json;
    json.kind = Kind::Text;
    json.text = value;
    return json;
}

Json Json::of_bool(bool value) {
    Json json;
    json.kind = Kind::Bool;
    json.boolean = value;
    return json;
}

Json Json::of_number(std::string_view digits) {
    Json json;
    json.kind = Kind::Number;
    json.text = digits;
    return json;
}

Json Json::of_number(std::int64_t value) {
    return of_number(std::to_string(value));
}

Json Json::array() {
    Json json;
    json.kind = Kind::Array;
    return json;
}

Json Json::object() {
    Json json;
    json.kind = Kind::Object;
    return json;
}

Json& Json::add(std::string_view key, Json value) {
    members.emplace_back(std::string(key), std::move(value));
    return *this;
}

Json& Json::push(Json value) {
    items.push_back(std::move(value));
    return *this;
}

namespace {

/// Of a character that may not stand in a text as it is.
std::string escape_of(char c) {
    switch (c) {
        case '"':
            return "\\\"";
        case '\\':
            return "\\\\";
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        default:
            return fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
}

/// An object, not a function, so that the search below can take it in.
constexpr auto kIsPlain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
};

/// Long texts of plain characters are nearly all there is: they are copied in one piece.
void write_text(std::string_view text, std::string& out) {
    out += '"';
    while (!text.empty()) {
        const auto plain = std::find_if_not(text.begin(), text.end(), kIsPlain) - text.begin();
        out += text.substr(0, static_cast<std::size_t>(plain));
        text.remove_prefix(static_cast<std::size_t>(plain));
        if (text.empty()) break;
        out += escape_of(text.front());
        text.remove_prefix(1);
    }
    out += '"';
}

/// `indent` < 0: canonical, all on one line.
void write(const Json& json, int indent, std::string& out) {
    const auto new_line = [&](int by) {
        if (indent >= 0) out += "\n" + std::string(static_cast<std::size_t>(indent + by) * 2, ' ');
    };
    const int inner = indent < 0 ? indent : indent + 1;
    switch (json.kind) {
        case Json::Kind::Null:
            out += "null";
            return;
        case Json::Kind::Bool:
            out += json.boolean ? "true" : "false";
            return;
        case Json::Kind::Number:
            out += json.text;
            return;
        case Json::Kind::Text:
            write_text(json.text, out);
            return;
        case Json::Kind::Array: {
            out += '[';
            for (std::size_t i = 0; i < json.items.size(); ++i) {
                if (i > 0) out += ',';
                new_line(1);
                write(json.items[i], inner, out);
            }
            if (!json.items.empty()) new_line(0);
            out += ']';
            return;
        }
        case Json::Kind::Object: {
            out += '{';
            for (std::size_t i = 0; i < json.members.size(); ++i) {
                if (i > 0) out += ',';
                new_line(1);
                write_text(json.members[i].first, out);
                out += indent < 0 ? ":" : ": ";
                write(json.members[i].second, inner, out);
            }
            if (!json.members.empty()) new_line(0);
            out += '}';
            return;
        }
    }
}

}  // namespace

std::string write_json(const Json& value) {
    std::string out;
    write(value, -1, out);
    return out;
}

std::string write_json_indented(const Json& value) {
    std::string out;
    write(value, 0, out);
    return out;
}

Json sorted_keys(Json value) {
    std::sort(value.members.begin(), value.members.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [key, member] : value.members) member = sorted_keys(std::move(member));
    for (auto& item : value.items) item = sorted_keys(std::move(item));
    return value;
}

}  // namespace cordon
