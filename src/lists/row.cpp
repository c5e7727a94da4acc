// SPDX-License-Identifier: Apache-2.0
#include "lists/row.h"

#include "base/text.h"

namespace cordon::lists {

namespace {

void collect(const Json& value, const std::vector<std::string>& join,
             std::vector<std::string>& found) {
    switch (value.kind) {
        case Json::Kind::Null:
            return;
        case Json::Kind::Bool:
            found.emplace_back(value.boolean ? "true" : "false");
            return;
        case Json::Kind::Number:
            found.push_back(value.text);
            return;
        case Json::Kind::Text:
            if (auto text = tidy(value.text); !text.empty()) found.push_back(std::move(text));
            return;
        case Json::Kind::Array:
            for (const auto& item : value.items) collect(item, join, found);
            return;
        case Json::Kind::Object: {
            std::string joined;
            for (const auto& name : join) {
                const Json* part = value.find(name);
                const auto text = part == nullptr ? std::string() : tidy(part->text);
                if (!text.empty()) joined += (joined.empty() ? "" : ", ") + text;
            }
            if (!joined.empty()) found.push_back(std::move(joined));
            return;
        }
    }
}

void walk(const Json& value, const FieldPath& path, std::size_t at,
          const std::vector<std::string>& join, std::vector<std::string>& found) {
    if (at == path.size()) return collect(value, join, found);
    if (value.kind == Json::Kind::Array) {
        for (const auto& item : value.items) walk(item, path, at, join, found);
    } else if (const Json* next = value.find(path[at])) {
        walk(*next, path, at + 1, join, found);
    }
}

void walk_objects(const Json& value, const FieldPath& path, std::size_t at,
                  std::vector<const Json*>& found) {
    if (value.kind == Json::Kind::Array) {
        for (const auto& item : value.items) walk_objects(item, path, at, found);
    } else if (at == path.size()) {
        if (value.kind == Json::Kind::Object) found.push_back(&value);
    } else if (const Json* next = value.find(path[at])) {
        walk_objects(*next, path, at + 1, found);
    }
}

}  // namespace

std::string tidy(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : trimmed(text)) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

const Json* at_path(const Json& document, const FieldPath& path) {
    const Json* value = &document;
    for (const auto& name : path) {
        value = value->kind == Json::Kind::Object ? value->find(name) : nullptr;
        if (value == nullptr) return nullptr;
    }
    return value;
}

std::vector<std::string> RowView::texts(const FieldPath& path,
                                        const std::vector<std::string>& join) const {
    std::vector<std::string> found;
    if (json_ != nullptr) {
        walk(*json_, path, 0, join, found);
        return found;
    }
    for (std::size_t i = 0; i < header_->size() && i < csv_->cells.size(); ++i) {
        if (path.size() != 1 || (*header_)[i] != path[0]) continue;
        if (auto text = tidy(csv_->cells[i]); !text.empty()) found.push_back(std::move(text));
    }
    return found;
}

std::vector<std::string> RowView::texts(const FieldPath& path) const {
    return texts(path, {});
}

std::vector<const Json*> RowView::objects(const FieldPath& path) const {
    std::vector<const Json*> found;
    if (json_ != nullptr) walk_objects(*json_, path, 0, found);
    return found;
}

bool RowView::has(const FieldPath& path) const {
    if (json_ == nullptr) return !texts(path).empty();
    const Json* value = at_path(*json_, path);
    return value != nullptr && !value->is_null();
}

std::uint32_t RowView::line() const {
    return json_ != nullptr ? json_->line : csv_->line;
}

}  // namespace cordon::lists
