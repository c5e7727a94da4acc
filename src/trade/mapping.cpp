// SPDX-License-Identifier: Apache-2.0
#include "trade/mapping.h"

#include <fmt/core.h>
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "trade/problem.h"

namespace cordon::trade {
namespace {

const std::vector<std::string> kKeys = {"columns",   "ignore",      "constants",
                                        "values",    "date_format", "decimal_comma",
                                        "thousands", "separator",   "list_separator"};

Error at_node(const Error& error, const std::string& file, const toml::node& node) {
    const auto& begin = node.source().begin;
    return error.at({file, begin.line, begin.column, ""});
}

using Words = std::map<std::string, std::string>;

Result<Words> words_of(const toml::node& node, std::string_view key, const std::string& file) {
    Words words;
    const toml::table* table = node.as_table();
    if (table == nullptr) {
        return at_node(problem(fmt::format("{} is not a table", key),
                               fmt::format("[{}] with lines \"theirs\" = \"ours\"", key)),
                       file, node);
    }
    for (const auto& [name, value] : *table) {
        const auto text = value.value<std::string>();
        if (!value.is_string() || !text) {
            return at_node(
                problem(fmt::format("{}.\"{}\" is not text", key, name.str()), "text in quotes"),
                file, value);
        }
        words[std::string(name.str())] = *text;
    }
    return words;
}

Result<char> mark_of(const toml::node& node, std::string_view key, const std::string& file) {
    const auto text = node.value<std::string>();
    if (!text || text->size() != 1) {
        return at_node(problem(fmt::format("{} is not one character", key),
                               "one ASCII character in quotes, such as \",\""),
                       file, node);
    }
    return text->front();
}

class MappingReader {
public:
    MappingReader(const toml::table& root, const std::string& file) : root_(root), file_(file) {}

    Result<Mapping> read() {
        for (const auto& [key, value] : root_) TRY(key_is_known(key.str(), value));
        TRY(read_words());
        TRY(read_ignore());
        TRY(read_marks());
        if (const toml::node* form = root_.get("date_format")) {
            auto read = DateForm::parse(form->value_or(std::string()));
            if (!read) return at_node(read.error(), file_, *form);
            mapping_.date_form = std::move(*read);
        }
        return std::move(mapping_);
    }

private:
    Status key_is_known(std::string_view key, const toml::node& value) const {
        if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) return std::monostate{};
        const std::string near = nearest(key, kKeys);
        return at_node(problem(fmt::format("a mapping has no \"{}\"", key), list_of(kKeys),
                               near.empty() ? "headers stand under [columns]"
                                            : fmt::format("did you mean \"{}\"?", near)),
                       file_, value);
    }

    Status read_words() {
        if (const auto* node = root_.get("columns")) {
            mapping_.columns = TRY(words_of(*node, "columns", file_));
        }
        if (const auto* node = root_.get("constants")) {
            mapping_.constants = TRY(words_of(*node, "constants", file_));
        }
        const toml::node* values = root_.get("values");
        if (values == nullptr) return std::monostate{};
        if (!values->is_table()) {
            return at_node(problem("values is not a table", "[values.activity] and so on"), file_,
                           *values);
        }
        for (const auto& [column, words] : *values->as_table()) {
            mapping_.values[std::string(column.str())] =
                TRY(words_of(words, fmt::format("values.{}", column.str()), file_));
        }
        return std::monostate{};
    }

    Status read_ignore() {
        const toml::node* node = root_.get("ignore");
        if (node == nullptr) return std::monostate{};
        const toml::array* list = node->as_array();
        const Error wrong =
            at_node(problem("ignore is not a list of headers", R"(ignore = ["Bemerkung", "备注"])"),
                    file_, *node);
        if (list == nullptr) return wrong;
        for (const toml::node& each : *list) {
            const auto text = each.value<std::string>();
            if (!text) return wrong;
            mapping_.ignore.push_back(*text);
        }
        return std::monostate{};
    }

    Status read_marks() {
        if (const auto* node = root_.get("decimal_comma")) {
            const auto comma = node->value<bool>();
            if (!node->is_boolean() || !comma) {
                return at_node(problem("decimal_comma is neither true nor false", "true or false"),
                               file_, *node);
            }
            if (*comma) {
                mapping_.decimal_mark = ',';
                mapping_.thousands_mark = '.';
            }
        }
        if (const auto* node = root_.get("thousands")) {
            mapping_.thousands_mark = TRY(mark_of(*node, "thousands", file_));
            if (mapping_.thousands_mark == mapping_.decimal_mark) {
                return at_node(
                    problem("thousands and decimals have the same mark", "two different marks",
                            "decimal_comma = true makes the comma begin decimals"),
                    file_, *node);
            }
        }
        if (const auto* node = root_.get("separator")) {
            mapping_.separator = TRY(mark_of(*node, "separator", file_));
        }
        if (const auto* node = root_.get("list_separator")) {
            mapping_.list_separators = std::string(1, TRY(mark_of(*node, "list_separator", file_)));
        }
        return std::monostate{};
    }

    const toml::table& root_;
    const std::string& file_;
    Mapping mapping_;
};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}
bool is_token(char letter) {
    return letter == 'y' || letter == 'm' || letter == 'd';
}

/// Length of the run of one letter that begins at `at`.
std::size_t run_length(std::string_view form, std::size_t at) {
    std::size_t end = at;
    while (end < form.size() && form[end] == form[at]) ++end;
    return end - at;
}

}  // namespace

Result<DateForm> DateForm::parse(std::string_view form) {
    if (form == "iso") return DateForm("yyyy-mm-dd");
    const Error wrong = problem(fmt::format("\"{}\" is not a form of dates", form),
                                "yyyy, mm or m, dd or d, once each, e.g. dd.mm.yyyy, m/d/yyyy, "
                                "yyyy年m月d日; or iso");
    int years = 0;
    int months = 0;
    int days = 0;
    for (std::size_t at = 0; at < form.size();) {
        if (is_digit(form[at])) return wrong;
        if (!is_token(form[at])) {
            ++at;
            continue;
        }
        const std::size_t length = run_length(form, at);
        if (form[at] == 'y' ? length != 4 : length > 2) return wrong;
        years += form[at] == 'y';
        months += form[at] == 'm';
        days += form[at] == 'd';
        at += length;
    }
    if (years != 1 || months != 1 || days != 1) return wrong;
    return DateForm(std::string(form));
}

Result<std::string> DateForm::to_iso(std::string_view text) const {
    const Error wrong = problem(fmt::format("\"{}\" is not a date in the form {}", text, form_),
                                form_, "correct the cell, or date_format in the mapping");
    std::string year;
    std::string month;
    std::string day;
    std::size_t read = 0;
    for (std::size_t at = 0; at < form_.size();) {
        if (!is_token(form_[at])) {
            if (read >= text.size() || text[read] != form_[at]) return wrong;
            ++read;
            ++at;
            continue;
        }
        const std::size_t length = run_length(form_, at);
        std::string& part = form_[at] == 'y' ? year : form_[at] == 'm' ? month : day;
        const std::size_t most = form_[at] == 'y' ? 4 : 2;
        while (part.size() < most && read < text.size() && is_digit(text[read])) {
            part.push_back(text[read++]);
        }
        if (part.empty() || part.size() < length) return wrong;
        at += length;
    }
    if (read != text.size()) return wrong;
    for (std::string* part : {&month, &day}) {
        if (part->size() == 1) part->insert(0, 1, '0');
    }
    std::string iso = fmt::format("{}-{}-{}", year, month, day);
    TRY(Date::from_iso(iso));
    return iso;
}

Result<Mapping> read_mapping(std::string_view toml_text, const std::string& file) {
    toml::parse_result parsed = toml::parse(toml_text, std::string_view(file));
    if (!parsed) {
        const toml::parse_error& error = parsed.error();
        return problem(fmt::format("the mapping is not TOML: {}", error.description()),
                       "lines such as \"订单日期\" = \"date\" under [columns]",
                       "put headers with blanks or other letters in quotes")
            .at({file, error.source().begin.line, error.source().begin.column, ""});
    }
    return MappingReader(parsed.table(), file).read();
}

}  // namespace cordon::trade
