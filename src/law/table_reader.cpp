// SPDX-License-Identifier: Apache-2.0
#include "law/table_reader.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"

namespace cordon::law {

void Diagnostics::add(Error error) {
    if (error.position.file.empty()) error.position.file = file;
    errors.push_back(std::move(error));
}

Position position_of(const TomlNode& node, std::string_view file, std::string field) {
    return {std::string(file), node.line, node.column, std::move(field)};
}

TableReader::TableReader(const TomlNode& table, std::string name, Diagnostics& out)
    : table_(table), name_(std::move(name)), out_(out) {}

std::string TableReader::shown(std::string_view key) const {
    return name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
}

Position TableReader::position() const {
    return position_of(table_, out_.file, name_);
}

Position TableReader::position(std::string_view key) const {
    const TomlMember* member = table_.find(key);
    return position_of(member == nullptr ? table_ : member->value, out_.file, shown(key));
}

void TableReader::error(std::string_view key, std::string message, std::string remedy) {
    out_.add({.message = std::move(message),
              .expected = "",
              .remedy = std::move(remedy),
              .position = position(key),
              .related = {}});
}

void TableReader::missing(std::string_view key, std::string_view example) {
    out_.add({.message = fmt::format("`{}` is missing", key),
              .expected = "",
              .remedy = fmt::format("Add {} = {}", key, example),
              .position = position(key),
              .related = {}});
}

void TableReader::wrong_type(const TomlNode& node, std::string_view key,
                             std::string_view expected) {
    out_.add({.message = fmt::format("`{}` is {}", key, to_text(node.kind)),
              .expected = std::string(expected),
              .remedy = "",
              .position = position_of(node, out_.file, shown(key)),
              .related = {}});
}

const TomlNode* TableReader::any(std::string_view key) {
    known_.emplace_back(key);
    const TomlMember* member = table_.find(key);
    return member == nullptr ? nullptr : &member->value;
}

const TomlNode* TableReader::node(std::string_view key, TomlNode::Kind kind) {
    const TomlNode* found = any(key);
    if (found == nullptr || found->kind == kind) return found;
    wrong_type(*found, key, to_text(kind));
    return nullptr;
}

std::string TableReader::text(std::string_view key) {
    const TomlNode* found = node(key, TomlNode::Kind::Text);
    return found == nullptr ? std::string() : found->text;
}

std::string TableReader::required_text(std::string_view key, std::string_view example) {
    if (!has(key)) {
        any(key);
        missing(key, fmt::format("\"{}\"", example));
        return "";
    }
    const TomlNode* found = node(key, TomlNode::Kind::Text);
    if (found == nullptr) return "";
    if (trimmed(found->text).empty()) {
        error(key, fmt::format("`{}` is empty", key),
              fmt::format("Write what it is, e.g. {} = \"{}\"", key, example));
        return "";
    }
    return found->text;
}

std::vector<std::pair<std::string, Position>> TableReader::texts(std::string_view key) {
    std::vector<std::pair<std::string, Position>> out;
    const TomlNode* found = node(key, TomlNode::Kind::Array);
    if (found == nullptr) return out;
    for (const TomlNode& item : found->items) {
        if (item.kind == TomlNode::Kind::Text) {
            out.emplace_back(item.text, position_of(item, out_.file, shown(key)));
        } else {
            wrong_type(item, key, "a list of texts");
        }
    }
    return out;
}

bool TableReader::flag(std::string_view key, bool otherwise) {
    const TomlNode* found = node(key, TomlNode::Kind::Bool);
    return found == nullptr ? otherwise : found->boolean;
}

std::optional<Date> TableReader::date(std::string_view key) {
    const TomlNode* found = any(key);
    if (found == nullptr) return std::nullopt;
    if (found->kind != TomlNode::Kind::Date && found->kind != TomlNode::Kind::Text) {
        wrong_type(*found, key, "a date, e.g. 2024-04-10");
        return std::nullopt;
    }
    auto day = Date::from_iso(found->text);
    if (!day) {
        out_.add(day.error().at(position_of(*found, out_.file, shown(key))));
        return std::nullopt;
    }
    return *day;
}

std::optional<Date> TableReader::required_date(std::string_view key) {
    if (!has(key)) missing(key, "2024-04-10");
    return date(key);
}

std::optional<std::size_t> TableReader::word(std::string_view key,
                                             const std::vector<std::string>& words) {
    const TomlNode* found = node(key, TomlNode::Kind::Text);
    if (found == nullptr) return std::nullopt;
    const auto at = std::find(words.begin(), words.end(), found->text);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    const std::string near = nearest(found->text, words);
    out_.add({.message = fmt::format("`{}` has no word \"{}\"", key, found->text),
              .expected = "one of " + list_of(words),
              .remedy = near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near),
              .position = position(key),
              .related = {}});
    return std::nullopt;
}

std::optional<std::size_t> TableReader::required_word(std::string_view key,
                                                      const std::vector<std::string>& words) {
    if (!has(key)) missing(key, fmt::format("\"…\", one of {}", list_of(words)));
    return word(key, words);
}

std::optional<Period> TableReader::period(bool from_required, bool until_required) {
    const std::size_t before = out_.errors.size();
    const auto from = from_required ? required_date("from") : date("from");
    const auto until = until_required ? required_date("until") : date("until");
    if (out_.errors.size() != before) return std::nullopt;
    if (from && until && *until <= *from) {
        error("until",
              fmt::format("this ends on {}, not after it begins on {}", until->to_iso(),
                          from->to_iso()),
              "`until` is the first day on which it no longer holds; it must be later than `from`");
        return std::nullopt;
    }
    return Period{from, until};
}

std::optional<Confidence> TableReader::confidence() {
    static const std::vector<std::string> kWords = {"P", "S", "R", "unconfirmed"};
    const auto at = required_word("confidence", kWords);
    if (!at) return std::nullopt;
    return static_cast<Confidence>(*at);
}

std::vector<const TomlNode*> TableReader::tables(std::string_view key) {
    std::vector<const TomlNode*> out;
    const TomlNode* found = any(key);
    if (found == nullptr) return out;
    if (found->kind == TomlNode::Kind::Table) {
        error(key, fmt::format("[{}] is one table, but there may be several", key),
              fmt::format("Write [[{}]]", key));
        return out;
    }
    if (found->kind != TomlNode::Kind::Array) {
        wrong_type(*found, key, fmt::format("tables [[{}]]", key));
        return out;
    }
    for (const TomlNode& item : found->items) {
        if (item.kind == TomlNode::Kind::Table) {
            out.push_back(&item);
        } else {
            wrong_type(item, key, fmt::format("tables [[{}]]", key));
        }
    }
    return out;
}

void TableReader::finish() {
    for (const TomlMember& member : table_.members) {
        if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
        const std::string near = nearest(member.key, known_);
        out_.add({.message = fmt::format("there is no key `{}` here", member.key),
                  .expected = "one of " + list_of(known_),
                  .remedy = near.empty() ? "Remove it" : fmt::format("Did you mean `{}`?", near),
                  .position = {out_.file, member.line, member.column, shown(member.key)},
                  .related = {}});
    }
}

}  // namespace cordon::law
