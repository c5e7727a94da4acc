// SPDX-License-Identifier: Apache-2.0
// Loads everything once; editions are made when a day is first asked about, because a run usually
// asks about one day of some sixty. Between two change days the law is one, so a day is found by
// binary search among the change days. The same text of rules gives the same hash everywhere.
#include "law/law.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <set>
#include <tuple>

#include "base/embedded.h"
#include "base/file.h"
#include "base/sha256.h"
#include "law/evaluation.h"
#include "law/program.h"

namespace cordon::embedded {
std::vector<EmbeddedFile> bundled_rules();
}

namespace cordon::law {
namespace {

void add_days(const Period& period, std::set<Date>& days) {
    if (period.from) days.insert(*period.from);
    if (period.until) days.insert(*period.until);
}

std::vector<Date> days_of_change(const Loaded& loaded) {
    std::set<Date> days;
    for (const Provision& provision : loaded.provisions) {
        for (const Version& version : provision.versions) add_days(version.period, days);
        for (const StatusSegment& status : provision.statuses) add_days(status.period, days);
    }
    for (const DatedSet& set : loaded.sets) {
        for (const SetVersion& version : set.versions) add_days(version.period, days);
    }
    for (const ReadAs& read : loaded.read_as) days.insert(read.from);
    return {days.begin(), days.end()};
}

/// Length before contents, so that no two collections of files run together to the same bytes.
std::string hash_of(const std::vector<RuleFile>& sorted) {
    std::string all;
    for (const RuleFile& file : sorted) {
        all += fmt::format("{}\n{}\n", file.path, file.text.size());
        all += file.text;
    }
    return sha256_hex(all);
}

void sort_by_place(std::vector<Error>& errors) {
    std::ranges::stable_sort(errors, [](const Error& a, const Error& b) {
        const auto place = [](const Error& e) {
            return std::tie(e.position.file, e.position.line, e.position.column);
        };
        return place(a) < place(b);
    });
}

bool starts_in(const Error& error, std::string_view folder) {
    return error.position.file.starts_with(folder);
}

}  // namespace

struct Law::State {
    Loaded loaded;
    Program program;
    std::string hash;
    std::vector<Date> change_days;
    std::vector<std::pair<std::string_view, ProvisionIndex>> by_id;  ///< sorted
    const Law* self = nullptr;  ///< where the Law is now; editions look here

    struct Slot {
        std::once_flag once;
        std::unique_ptr<Edition> edition;
    };
    std::unique_ptr<Slot[]> editions;  ///< two readings for each stretch between change days
};

tl::expected<Law, LoadFailure> Law::load(std::vector<RuleFile> files, RuleTests tests) {
    std::ranges::sort(files, {}, &RuleFile::path);
    auto state = std::make_unique<State>();
    state->loaded = load_files(files, tests);
    std::vector<Error> errors = std::move(state->loaded.errors);
    // Without its facts and sets every condition would only repeat those mistakes.
    const bool words_known = std::ranges::none_of(errors, [](const Error& error) {
        return starts_in(error, "facts/") || starts_in(error, "sets/");
    });
    if (words_known) {
        const Dictionary dictionary(state->loaded.schema, state->loaded.sets, state->loaded.read_as,
                                    state->loaded.provisions);
        state->program = Program::of(dictionary, errors);
    }
    if (!errors.empty()) {
        sort_by_place(errors);
        return tl::make_unexpected(LoadFailure{std::move(errors)});
    }
    state->hash = hash_of(files);
    state->change_days = days_of_change(state->loaded);
    const auto& provisions = state->loaded.provisions;
    for (std::size_t i = 0; i < provisions.size(); ++i) {
        state->by_id.emplace_back(provisions[i].id, static_cast<ProvisionIndex>(i));
    }
    std::ranges::sort(state->by_id);
    state->editions = std::make_unique<State::Slot[]>(2 * (state->change_days.size() + 1));
    return Law(std::move(state));
}

Law::Law(std::unique_ptr<State> state) : state_(std::move(state)) {
    state_->self = this;
}
Law::Law(Law&& other) noexcept : state_(std::move(other.state_)) {
    if (state_) state_->self = this;
}
Law& Law::operator=(Law&& other) noexcept {
    state_ = std::move(other.state_);
    if (state_) state_->self = this;
    return *this;
}
Law::~Law() = default;

std::vector<RuleFile> Law::bundled_files() {
    std::vector<RuleFile> files;
    for (const EmbeddedFile& file : embedded::bundled_rules()) {
        files.push_back({std::string(file.path), std::string(file.bytes)});
    }
    return files;
}

Result<std::vector<RuleFile>> Law::files_in(const std::string& folder) {
    std::vector<RuleFile> files;
    for (const std::string& path : TRY(files_below(folder, ".toml"))) {
        std::string_view inside = path;
        if (inside.starts_with(folder)) inside.remove_prefix(folder.size());
        while (inside.starts_with("/")) inside.remove_prefix(1);
        files.push_back({std::string(inside), TRY(read_file(path))});
    }
    return files;
}

const Schema& Law::schema() const {
    return state_->loaded.schema;
}
const std::vector<Provision>& Law::provisions() const {
    return state_->loaded.provisions;
}
const std::string& Law::hash() const {
    return state_->hash;
}
const std::vector<Date>& Law::change_days() const {
    return state_->change_days;
}
const Program& Law::program() const {
    return state_->program;
}
const std::vector<DatedSet>& Law::sets() const {
    return state_->loaded.sets;
}
const std::vector<ReadAs>& Law::read_as() const {
    return state_->loaded.read_as;
}

std::optional<ProvisionIndex> Law::find(std::string_view id) const {
    const auto found = std::ranges::lower_bound(
        state_->by_id, id, {}, &std::pair<std::string_view, ProvisionIndex>::first);
    if (found == state_->by_id.end() || found->first != id) return std::nullopt;
    return found->second;
}

const Edition& Law::on(Date day, Reading reading) const {
    const auto& days = state_->change_days;
    const auto after = std::ranges::upper_bound(days, day);
    const auto stretch = static_cast<std::size_t>(after - days.begin());
    const std::size_t index = 2 * stretch + (reading == Reading::AsCodified ? 1 : 0);
    State::Slot& slot = state_->editions[index];
    std::call_once(slot.once, [&] {
        const Date first = stretch == 0 ? kFirstDate : days[stretch - 1];
        const Loaded& loaded = state_->loaded;
        slot.edition =
            std::make_unique<Edition>(compile({&state_->self, loaded.schema, loaded.provisions,
                                               loaded.sets, loaded.read_as, state_->program},
                                              first, reading));
    });
    return *slot.edition;
}

std::vector<std::string> Law::set_names() const {
    std::vector<std::string> names;
    for (const DatedSet& set : state_->loaded.sets) names.push_back(set.name);
    return names;
}

std::optional<CountrySet> Law::set_on(std::string_view name, Date day) const {
    for (const DatedSet& set : state_->loaded.sets) {
        if (set.name != name) continue;
        for (const SetVersion& version : set.versions) {
            if (version.period.contains(day)) return version.members;
        }
        return CountrySet();
    }
    return std::nullopt;
}

std::vector<Decimal> Law::thresholds(SubjectKind kind, Slot slot) const {
    std::set<Decimal> numbers;
    const auto collect = [&](const Expression& e) {
        for (const Node& node : e.nodes) {
            if (node.kind != NodeKind::Compare) continue;
            for (const auto& [fact, limit] : {std::pair{node.children[0], node.children[1]},
                                              std::pair{node.children[1], node.children[0]}}) {
                const Node& left = e.at(fact);
                const Node& right = e.at(limit);
                if (left.kind != NodeKind::Fact || right.kind != NodeKind::Number) continue;
                if (left.subject == kind && left.slot == slot) numbers.insert(right.number);
            }
        }
    };
    for (std::size_t i = 0; i < provisions().size(); ++i) {
        for (std::size_t version = 0; version < provisions()[i].versions.size(); ++version) {
            const Checked& both = program().at(static_cast<ProvisionIndex>(i), version);
            collect(both.when);
            collect(both.unless);
        }
    }
    return {numbers.begin(), numbers.end()};
}

std::string LoadFailure::to_text() const {
    std::string text;
    for (const Error& error : errors) {
        text += error.to_text();
        if (!text.ends_with('\n')) text += '\n';
    }
    return text +
           fmt::format("{} mistake{} in the rules\n", errors.size(), errors.size() == 1 ? "" : "s");
}

}  // namespace cordon::law
