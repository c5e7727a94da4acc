// SPDX-License-Identifier: Apache-2.0
#include "law/toml.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <fmt/core.h>

#include <toml++/toml.h>
#include <algorithm>

namespace cordon::law {
namespace {

/// The file by line, to read back what the library has already turned into values: the digits of
/// a number and the quotes of a text. The library counts columns in characters, not bytes.
class Source {
public:
    explicit Source(std::string_view text) {
        if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
        while (true) {
            const std::size_t end = text.find('\n');
            const std::string_view line = text.substr(0, end);
            lines_.push_back({line, std::none_of(line.begin(), line.end(), is_not_ascii)});
            if (end == std::string_view::npos) return;
            text.remove_prefix(end + 1);
        }
    }

    [[nodiscard]] std::string_view from(std::uint32_t line, std::uint32_t column) const {
        if (line == 0 || line > lines_.size()) return {};
        const Line& here = lines_[line - 1];
        const std::string_view rest = here.text;
        if (here.ascii) return rest.substr(std::min<std::size_t>(column - 1, rest.size()));
        std::size_t at = 0;
        for (std::uint32_t passed = 1; passed < column && at < rest.size(); ++passed) {
            ++at;
            while (at < rest.size() && (static_cast<unsigned char>(rest[at]) & 0xC0U) == 0x80U) {
                ++at;
            }
        }
        return rest.substr(at);
    }

private:
    struct Line {
        std::string_view text;
        bool ascii;  ///< a column is then a byte: most lines, and the long ones matter
    };

    static bool is_not_ascii(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }

    std::vector<Line> lines_;
};

class Converter {
public:
    Converter(std::string_view text, const std::string& file) : source_(text), file_(file) {}

    Result<TomlNode> convert(const toml::node& node) const {
        TomlNode out;
        out.line = node.source().begin.line;
        out.column = node.source().begin.column;
        switch (node.type()) {
            case toml::node_type::table:
                return table(*node.as_table(), std::move(out));
            case toml::node_type::array:
                return array(*node.as_array(), std::move(out));
            case toml::node_type::string:
                return text(node.as_string()->get(), std::move(out));
            case toml::node_type::integer:
                out.kind = TomlNode::Kind::Number;
                out.text = std::to_string(node.as_integer()->get());
                return out;
            case toml::node_type::floating_point:
                return number(std::move(out));
            case toml::node_type::boolean:
                out.kind = TomlNode::Kind::Bool;
                out.boolean = node.as_boolean()->get();
                return out;
            case toml::node_type::date:
                return date(node.as_date()->get(), std::move(out));
            case toml::node_type::time:
            case toml::node_type::date_time:
            case toml::node_type::none:
                break;
        }
        return refuse(out, "a time of day cannot stand here", "a day, e.g. 2024-04-10");
    }

private:
    Result<TomlNode> table(const toml::table& from, TomlNode out) const {
        out.kind = TomlNode::Kind::Table;
        for (const auto& [key, value] : from) {
            TomlMember member;
            member.key = std::string(key.str());
            member.line = key.source().begin.line;
            member.column = key.source().begin.column;
            member.value = TRY(convert(value));
            out.members.push_back(std::move(member));
        }
        std::stable_sort(out.members.begin(), out.members.end(), [](const auto& a, const auto& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        return out;
    }

    Result<TomlNode> array(const toml::array& from, TomlNode out) const {
        out.kind = TomlNode::Kind::Array;
        out.items.reserve(from.size());
        for (const toml::node& item : from) out.items.push_back(TRY(convert(item)));
        return out;
    }

    Result<TomlNode> text(const std::string& content, TomlNode out) const {
        out.kind = TomlNode::Kind::Text;
        out.text = content;
        const std::string_view quoted = source_.from(out.line, out.column);
        const std::string_view three = quoted.substr(0, 3);
        const bool long_form = three == R"(""")" || three == "'''";
        out.content_line = out.line;
        out.content_column = out.column + (long_form ? 3 : 1);
        // A line break right after the opening quotes is not part of the text.
        const std::string_view rest = long_form ? quoted.substr(3) : std::string_view("-");
        if (rest.empty() || rest == "\r") {
            ++out.content_line;
            out.content_column = 1;
        }
        return out;
    }

    Result<TomlNode> number(TomlNode out) const {
        out.kind = TomlNode::Kind::Number;
        for (const char c : source_.from(out.line, out.column)) {
            if (std::string_view("0123456789+-.eE_").find(c) == std::string_view::npos) break;
            if (c == '_' || (c == '+' && out.text.empty())) continue;
            out.text += c;
        }
        const bool has_digit = out.text.find_first_of("0123456789") != std::string::npos;
        if (!has_digit) return refuse(out, "inf and nan are not numbers here", "a decimal number");
        return out;
    }

    Result<TomlNode> date(const toml::date& from, TomlNode out) const {
        out.kind = TomlNode::Kind::Date;
        out.text =
            fmt::format("{:04}-{:02}-{:02}", from.year, unsigned{from.month}, unsigned{from.day});
        return out;
    }

    Error refuse(const TomlNode& node, std::string message, std::string expected) const {
        return {.message = std::move(message),
                .expected = std::move(expected),
                .remedy = "",
                .position = {file_, node.line, node.column, ""},
                .related = {}};
    }

    Source source_;
    const std::string& file_;
};

}  // namespace

const TomlMember* TomlNode::find(std::string_view key) const {
    for (const TomlMember& member : members) {
        if (member.key == key) return &member;
    }
    return nullptr;
}

std::string_view to_text(TomlNode::Kind kind) {
    switch (kind) {
        case TomlNode::Kind::Text:
            return "a text";
        case TomlNode::Kind::Number:
            return "a number";
        case TomlNode::Kind::Bool:
            return "true or false";
        case TomlNode::Kind::Date:
            return "a date";
        case TomlNode::Kind::Array:
            return "a list";
        case TomlNode::Kind::Table:
            return "a table";
    }
    return "";
}

Result<TomlNode> parse_toml(std::string_view text, const std::string& file) {
    const toml::parse_result parsed = toml::parse(text, file);
    if (!parsed) {
        const toml::parse_error& error = parsed.error();
        return Error{.message = fmt::format("this is not valid TOML: {}", error.description()),
                     .expected = "",
                     .remedy = "Correct the file; the form is described at https://toml.io",
                     .position = {file, error.source().begin.line, error.source().begin.column, ""},
                     .related = {}};
    }
    return Converter(text, file).convert(parsed.table());
}

Json to_json(const TomlNode& node) {
    Json out;
    switch (node.kind) {
        case TomlNode::Kind::Text:
        case TomlNode::Kind::Date:
            out = Json::of_text(node.text);
            break;
        case TomlNode::Kind::Number:
            out = Json::of_number(std::string_view(node.text));
            break;
        case TomlNode::Kind::Bool:
            out = Json::of_bool(node.boolean);
            break;
        case TomlNode::Kind::Array:
            out = Json::array();
            for (const TomlNode& item : node.items) out.push(to_json(item));
            break;
        case TomlNode::Kind::Table:
            out = Json::object();
            for (const TomlMember& member : node.members)
                out.add(member.key, to_json(member.value));
            break;
    }
    out.line = node.line;
    out.column = node.column;
    return out;
}

}  // namespace cordon::law
