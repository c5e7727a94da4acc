// SPDX-License-Identifier: Apache-2.0
#pragma once
/// All rules, loaded, typed and compiled; and the law of one day, ready to be asked.
///
/// Thread safety: a Law is immutable after load; share it by const reference between threads.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "law/provision.h"

namespace cordon::law {

struct RuleFile {
    std::string path;  ///< below the rules folder: "us/ear/items/3A090.a.toml"
    std::string text;
};

struct LoadFailure {
    std::vector<Error> errors;  ///< all of them, sorted by file and line
    [[nodiscard]] std::string to_text() const;
};

class Edition;
class Program;    // program.h
struct DatedSet;  // load.h
struct ReadAs;    // load.h

using ProvisionIndex = std::uint16_t;

/// Whether the tests beside the rules are read. Rules that were tested before they were compiled
/// into the program need not carry their tests through every start.
enum class RuleTests : std::uint8_t { Read, LeaveOut };

class Law {
public:
    /// Loads facts/, sets/ and every provision. Every mistake is reported, not just the first.
    static tl::expected<Law, LoadFailure> load(std::vector<RuleFile> files,
                                               RuleTests tests = RuleTests::Read);
    /// The rules compiled into this program.
    static std::vector<RuleFile> bundled_files();
    /// The *.toml files below a folder. Fails when the folder cannot be read.
    static Result<std::vector<RuleFile>> files_in(const std::string& folder);

    Law(Law&&) noexcept;
    Law& operator=(Law&&) noexcept;
    ~Law();

    [[nodiscard]] const Schema& schema() const;
    [[nodiscard]] const std::vector<Provision>& provisions() const;
    [[nodiscard]] std::optional<ProvisionIndex> find(std::string_view id) const;
    /// sha256 over the sorted paths and contents of all rule files.
    [[nodiscard]] const std::string& hash() const;
    /// The law of one day under one reading. Cheap: days between two changes share one Edition.
    [[nodiscard]] const Edition& on(Date day, Reading reading) const;
    /// Every day on which anything changes, sorted.
    [[nodiscard]] const std::vector<Date>& change_days() const;
    /// Every literal number that any rule compares this fact with, sorted, without repeats (for
    /// counterfactuals and distances). Canonical units.
    [[nodiscard]] std::vector<Decimal> thresholds(SubjectKind kind, Slot slot) const;
    [[nodiscard]] std::vector<std::string> set_names() const;
    /// Members of a dated set on a day; nothing when there is no such set.
    [[nodiscard]] std::optional<CountrySet> set_on(std::string_view name, Date day) const;

    /// For tools that read the rules: the checked trees of all conditions and what they refer to.
    [[nodiscard]] const Program& program() const;
    [[nodiscard]] const std::vector<DatedSet>& sets() const;
    [[nodiscard]] const std::vector<ReadAs>& read_as() const;

private:
    struct State;
    explicit Law(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace cordon::law
