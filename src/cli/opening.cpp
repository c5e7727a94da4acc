// SPDX-License-Identifier: Apache-2.0
#include "cli/opening.h"

#include "cli/exit_code.h"

#include <algorithm>
#include <filesystem>
#include <future>

#include "cli/matching.h"
#include "links/read_links.h"
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

/// Determinations ask for facts by name, so other rules may add facts but not leave any out.
Status same_facts(const law::Schema& schema, const std::string& folder) {
    std::vector<std::pair<std::string, std::string>> files;
    for (auto& file : law::Law::bundled_files()) {
        if (file.path.starts_with("facts/")) files.emplace_back(file.path, file.text);
    }
    const auto bundled = MUST(law::Schema::load(files));
    Error error{
        "", "", "copy the folder facts/ of the rules in this program, and add to it", {}, {}};
    for (std::size_t k = 0; k < law::kSubjectKinds; ++k) {
        const auto kind = static_cast<law::SubjectKind>(k);
        for (const auto& fact : bundled.facts(kind)) {
            const auto slot = schema.find(kind, fact.name);
            if (slot && schema.facts(kind)[*slot].type == fact.type) continue;
            error.related.push_back(
                {fact.full_name() + (slot ? " has another type" : " is missing"), {}});
        }
    }
    if (error.related.empty()) return std::monostate{};
    error.message = "these rules leave out facts that determinations need";
    return error.at({folder + "/facts", 0, 0, ""});
}

}  // namespace

Result<law::Law> open_law(const Common& common, law::RuleTests tests) {
    auto files = common.rules_folder.empty()
                     ? Result<std::vector<law::RuleFile>>(law::Law::bundled_files())
                     : law::Law::files_in(common.rules_folder);
    if (!files) return files.error();
    auto law = law::Law::load(std::move(*files), tests);
    if (law && law->provisions().empty()) {
        // Without a rule everything would be clear.
        return Error{"there is no provision in these rules",
                     "one TOML file a provision (docs/reference/rule-language.md)",
                     "name the folder that holds facts/, sets/ and the provisions",
                     {common.rules_folder, 0, 0, ""},
                     {}};
    }
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

namespace {

/// By what a file is called: links.csv, parties.csv, anything.ftm.json, else BODS.
Status add_file(links::Reading& reading, const Common& common, const std::string& path) {
    const auto text = TRY(read_file(path, common.limits));
    const auto name = std::filesystem::path(path).filename().string();
    if (name.ends_with(".csv") && name.find("parties") != std::string::npos) {
        reading.add_parties_csv(text, path);
    } else if (name.ends_with(".csv")) {
        reading.add_links_csv(text, path);
    } else if (name.find("ftm") != std::string::npos) {
        reading.add_ftm(text, path, std::nullopt);
    } else {
        reading.add_bods(text, path);
    }
    return std::monostate{};
}

/// Files of the home's folder links/, in the order of their names.
Result<std::vector<std::string>> home_files(const Common& common) {
    std::vector<std::string> paths;
    const auto folder = common.home + "/links";
    std::error_code error;
    if (!std::filesystem::exists(folder, error) && !error) return paths;
    std::filesystem::directory_iterator at(folder, error);
    for (; !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
        if (at->is_regular_file(error)) paths.push_back(at->path().string());
    }
    if (error) {
        return Error{"the folder of links cannot be read: " + error.message(),
                     "a folder of files",
                     "allow it to be read, or move it away",
                     {folder, 0, 0, ""},
                     {}};
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace

Result<links::LinkGraph> open_links(const Common& common, const std::vector<std::string>& files,
                                    bool& refused) {
    links::Reading reading;
    reading.add_starter();
    auto paths = TRY(home_files(common));
    paths.insert(paths.end(), files.begin(), files.end());
    for (const auto& path : paths) TRY(add_file(reading, common, path));
    auto records = reading.finish();
    refused = !reading.errors().empty();
    if (refused) (void)complain(reading.errors(), kBadInput);
    return links::LinkGraph(std::move(records));
}

Result<determination::Engine> open_engine(const Common& common, const std::string& lists_hash) {
    // Half of a cold start is reading the rules; the rest waits for none of them.
    auto reading = std::async([&common] {
        const bool own = !common.rules_folder.empty();
        return open_law(common, own ? law::RuleTests::Read : law::RuleTests::LeaveOut);
    });
    auto catalogue = TRY(items::Catalogue::bundled());
    const lists::Store store(common.home);
    auto snapshot = lists_hash.empty() ? store.current() : store.by_hash(lists_hash);
    if (!snapshot) return snapshot.error();
    determination::Screening screening;
    screening.profile = TRY(screening::profile("balanced"));
    auto corpus = TRY(screening::Corpus::open(*snapshot, screening.profile.weights, common.home));
    screening.corpus = std::make_shared<const screening::Corpus>(std::move(corpus));
    screening.reviews = TRY(screening::Reviews::read(reviews_file(common, "")));
    bool refused = false;
    auto links = TRY(open_links(common, {}, refused));
    // An owner that cannot be read is an owner who is not asked about.
    if (refused) {
        return Error{"some links of the home were refused",
                     "files of links as docs/reference/link-formats.md says",
                     "correct them, or take them out of " + common.home + "/links",
                     {common.home + "/links", 0, 0, ""},
                     {}};
    }
    screening::read_name_tables();
    auto law = TRY(reading.get());
    if (!common.rules_folder.empty()) TRY(same_facts(law.schema(), common.rules_folder));
    return determination::Engine::create(
        {std::move(law), std::move(catalogue), std::move(*snapshot), determination::Profile{},
         std::move(screening), std::make_shared<const links::LinkGraph>(std::move(links))});
}

}  // namespace cordon::cli
