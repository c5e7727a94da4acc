// SPDX-License-Identifier: Apache-2.0
#include "cli/opening.h"

#include <filesystem>

#include "lists/store.h"

namespace cordon::cli {

Result<std::optional<Date>> day_option(const std::string& text, std::string_view option) {
    if (text.empty()) return std::optional<Date>{};
    auto day = Date::from_iso(text);
    if (!day) return day.error().at(Position{"", 0, 0, std::string(option)});
    return std::optional<Date>{*day};
}

Result<law::Reading> reading_option(const std::string& text) {
    if (text.empty() || text == "as_enforced") return law::Reading::AsEnforced;
    if (text == "as_codified") return law::Reading::AsCodified;
    return Error{"there is no reading \"" + text + "\"",
                 "as_enforced or as_codified",
                 "",
                 Position{"", 0, 0, "--reading"},
                 {}};
}

namespace {

/// Rule files are named from their folder on; a person needs the whole path.
void place_in(const std::string& folder, Error& error) {
    const auto place = [&folder](Position& position) {
        if (!position.file.empty()) {
            position.file = (std::filesystem::path(folder) / position.file).string();
        }
    };
    place(error.position);
    for (auto& other : error.related) place(other.position);
}

}  // namespace

Result<law::Law> open_law(const Common& common, law::RuleTests tests) {
    auto files = common.rules_folder.empty()
                     ? Result<std::vector<law::RuleFile>>(law::Law::bundled_files())
                     : law::Law::files_in(common.rules_folder);
    if (!files) return files.error();
    auto law = law::Law::load(std::move(*files), tests);
    if (law) return std::move(*law);
    auto& errors = law.error().errors;
    if (!common.rules_folder.empty()) {
        for (auto& error : errors) place_in(common.rules_folder, error);
    }
    Error first = errors.front();
    for (std::size_t i = 1; i < errors.size(); ++i) {
        const auto& expected = errors[i].expected;
        const auto& remedy = errors[i].remedy;
        first.related.push_back({errors[i].message +
                                     (expected.empty() ? "" : "; expected " + expected) +
                                     (remedy.empty() ? "" : "; remedy: " + remedy),
                                 errors[i].position});
    }
    return first;
}

Result<determination::Engine> open_engine(const Common& common, const std::string& lists_hash) {
    auto law = TRY(open_law(
        common, common.rules_folder.empty() ? law::RuleTests::LeaveOut : law::RuleTests::Read));
    auto catalogue = TRY(items::Catalogue::bundled());
    const lists::Store store(common.home);
    auto snapshot = lists_hash.empty() ? store.current() : store.by_hash(lists_hash);
    if (!snapshot) return snapshot.error();
    return determination::Engine::create(
        {std::move(law), std::move(catalogue), std::move(*snapshot), determination::Profile{}});
}

}  // namespace cordon::cli
