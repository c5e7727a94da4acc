// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the tests of this folder share: the schema of the repository and short ways to read.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "trade/read.h"

namespace cordon::trade::testing {

inline std::string contents(const std::string& path) {
    std::ifstream file(std::string(CORDON_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline const law::Schema& schema() {
    static const law::Schema loaded = [] {
        std::vector<std::pair<std::string, std::string>> files;
        const std::string folder = "rules/facts";
        for (const auto& entry :
             std::filesystem::directory_iterator(std::string(CORDON_SOURCE_DIR) + "/" + folder)) {
            const std::string name = folder + "/" + entry.path().filename().string();
            if (name.ends_with(".toml")) files.emplace_back(name, contents(name));
        }
        return MUST(law::Schema::load(files));
    }();
    return loaded;
}

inline ReadOptions named(const std::string& file) {
    ReadOptions options;
    options.file = file;
    return options;
}

inline Batch read(const std::string& text, const std::string& file) {
    return MUST(read_orders(text, schema(), named(file)));
}

/// Everything that was said against a text: the failure, or the refusals.
inline std::string said_against(const std::string& text, const ReadOptions& options) {
    const auto batch = read_orders(text, schema(), options);
    if (!batch) return batch.error().to_text();
    std::string said;
    for (const Error& error : batch->refused) said += error.to_text() + "\n";
    return said;
}

inline std::string said_against(const std::string& text, const std::string& file) {
    return said_against(text, named(file));
}

inline bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A value of the case in words: "CN", "yes"; "" when unknown.
inline std::string value(const law::FactSet& facts, law::SubjectKind kind, std::string_view name) {
    const law::Slot slot = schema().slot(kind, name);
    const law::Value& found = facts.at(slot);
    return found.known() ? law::to_text(found, schema().fact(kind, slot)) : "";
}

inline std::string value(const Transaction& transaction, std::string_view name) {
    return value(transaction.facts.transaction, law::SubjectKind::Transaction, name);
}

inline std::string of_party(const Transaction& transaction, std::size_t index,
                            std::string_view name) {
    return value(transaction.facts.parties.at(index).party, law::SubjectKind::Party, name);
}

inline std::string of_item(const Transaction& transaction, std::size_t index,
                           std::string_view name) {
    return value(transaction.facts.items.at(index).alternatives.at(0).item, law::SubjectKind::Item,
                 name);
}

/// The smallest order, with one member replaced or added.
inline std::string order_with(const std::string& members) {
    return R"({"date": "2024-06-01", "activity": "export", "items": [{"name": "H100"}], )"
           R"("parties": [{"name": "A", "roles": ["end_user"]}])" +
           (members.empty() ? "" : ", " + members) + "}";
}

}  // namespace cordon::trade::testing
