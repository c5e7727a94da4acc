// SPDX-License-Identifier: Apache-2.0
#include "law/load.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "law/load_parts.h"

namespace cordon::law {
namespace {

void append(std::vector<Error>& to, std::vector<Error> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

Error given_twice(std::string message, const Position& second, const Position& first) {
    return {.message = std::move(message),
            .expected = "",
            .remedy = "Rename one of the two",
            .position = second,
            .related = {{"first given here", first}}};
}

/// Everything that can only be seen with all files at hand.
class CrossChecks {
public:
    CrossChecks(const std::vector<DatedSet>& sets, const std::vector<LoadedProvision>& provisions)
        : sets_(sets), provisions_(provisions) {}

    std::vector<Error> run() {
        check_unique();
        check_references();
        return std::move(errors_);
    }

private:
    void note(std::map<std::string, Position>& seen, std::string_view what, const std::string& word,
              const Position& position) {
        if (word.empty()) return;
        const auto [first, added] = seen.emplace(word, position);
        if (added) return;
        errors_.push_back(given_twice(fmt::format("the {} \"{}\" is given twice", what, word),
                                      position, first->second));
    }

    /// Sets and definitions share one space of names: a rule says both by name.
    void check_unique() {
        std::map<std::string, Position> ids;
        std::map<std::string, Position> names;
        for (const DatedSet& set : sets_) note(names, "name", set.name, set.position);
        for (const LoadedProvision& loaded : provisions_) {
            note(ids, "id", loaded.provision.id, loaded.id_position);
            note(names, "name", loaded.provision.name, loaded.name_position);
        }
    }

    void check_references() {
        std::map<std::string, const LoadedProvision*> by_id;
        std::vector<std::string> requirements;
        for (const LoadedProvision& loaded : provisions_) {
            by_id.emplace(loaded.provision.id, &loaded);
            if (loaded.provision.kind == Kind::Requirement) {
                requirements.push_back(loaded.provision.id);
            }
        }
        for (const LoadedProvision& loaded : provisions_) {
            for (const auto& [id, position] : loaded.references) {
                const auto found = by_id.find(id);
                if (found == by_id.end()) {
                    errors_.push_back(unknown(id, position, requirements));
                } else if (found->second->provision.kind != Kind::Requirement) {
                    errors_.push_back(not_a_requirement(*found->second, position));
                }
            }
        }
    }

    static Error unknown(const std::string& id, const Position& position,
                         const std::vector<std::string>& requirements) {
        const std::string near = nearest(id, requirements);
        return {.message = fmt::format("there is no requirement \"{}\"", id),
                .expected = "the id of a requirement",
                .remedy = near.empty() ? "Add the requirement, or correct the id"
                                       : fmt::format("Did you mean \"{}\"?", near),
                .position = position,
                .related = {}};
    }

    static Error not_a_requirement(const LoadedProvision& other, const Position& position) {
        return {.message = fmt::format("\"{}\" is no requirement; its kind is {}",
                                       other.provision.id, to_text(other.provision.kind)),
                .expected = "the id of a requirement",
                .remedy = "Correct the id",
                .position = position,
                .related = {{"given here", other.id_position}}};
    }

    const std::vector<DatedSet>& sets_;
    const std::vector<LoadedProvision>& provisions_;
    std::vector<Error> errors_;
};

bool stands_earlier(const Error& a, const Error& b) {
    return std::tie(a.position.file, a.position.line, a.position.column) <
           std::tie(b.position.file, b.position.line, b.position.column);
}

/// The file up to its first test, when nothing but tests follows; else all of it. A test holds a
/// whole case, so this is half of what would be read.
std::string_view without_tests(std::string_view text) {
    const auto first = text.find("\n[[test]]");
    if (first == std::string_view::npos) return text;
    for (auto at = first; at != std::string_view::npos; at = text.find("\n[", at + 1)) {
        if (!text.substr(at).starts_with("\n[[test]]")) return text;
    }
    return text.substr(0, first + 1);
}

}  // namespace

Loaded load_files(const std::vector<RuleFile>& files, RuleTests tests) {
    Loaded loaded;
    std::vector<std::pair<std::string, std::string>> fact_files;
    std::vector<LoadedProvision> provisions;
    for (const RuleFile& file : files) {
        if (file.path.starts_with("facts/")) {
            fact_files.emplace_back(file.path, file.text);
            continue;
        }
        Diagnostics out{file.path, {}, tests};
        const auto root = parse_toml(
            tests == RuleTests::LeaveOut ? without_tests(file.text) : file.text, file.path);
        if (!root) {
            out.add(root.error());
        } else if (file.path.starts_with("sets/")) {
            LoadedSets sets = load_set_file(*root, out);
            if (sets.set) loaded.sets.push_back(std::move(*sets.set));
            for (ReadAs& row : sets.read_as) loaded.read_as.push_back(std::move(row));
        } else if (auto provision = load_provision(*root, out)) {
            provisions.push_back(std::move(*provision));
        }
        append(loaded.errors, std::move(out.errors));
    }
    SchemaReading schema = Schema::read(fact_files);
    loaded.schema = std::move(schema.schema);
    append(loaded.errors, std::move(schema.errors));
    append(loaded.errors, CrossChecks(loaded.sets, provisions).run());
    std::stable_sort(loaded.errors.begin(), loaded.errors.end(), stands_earlier);

    std::stable_sort(provisions.begin(), provisions.end(),
                     [](const auto& a, const auto& b) { return a.provision.id < b.provision.id; });
    for (LoadedProvision& one : provisions) loaded.provisions.push_back(std::move(one.provision));
    return loaded;
}

}  // namespace cordon::law
