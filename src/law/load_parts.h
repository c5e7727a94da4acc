// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The pieces load_files is made of, one per kind of file and part. Internal to the loader.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "law/load.h"
#include "law/table_reader.h"
#include "law/timeline.h"

namespace cordon::law {

/// The [[version]], [[status]], [[gap]] and [[test]] tables of one provision.
struct DatedParts {
    std::vector<Version> versions;  ///< sorted
    std::vector<StatusSegment> statuses;
    std::vector<Gap> gaps;
    std::vector<ProvisionTest> tests;
};

/// Reads the dated tables below `root`; checks the timeline and that the tests say yes and no.
DatedParts load_dated_parts(TableReader& root, std::optional<Kind> kind, Diagnostics& out);
/// [[gap]] tables, for provisions and sets.
std::vector<Gap> load_gaps(TableReader& root, Diagnostics& out);

struct LoadedProvision {
    Provision provision;
    Position id_position;
    Position name_position;
    std::vector<std::pair<std::string, Position>> references;  ///< ids in cures and of
};

/// One rule file. Nothing when it has no usable [provision] table.
std::optional<LoadedProvision> load_provision(const TomlNode& root, Diagnostics& out);

struct LoadedSets {
    std::optional<DatedSet> set;
    std::vector<ReadAs> read_as;
};

/// One file below sets/.
LoadedSets load_set_file(const TomlNode& root, Diagnostics& out);

/// Small letters, digits and _, and not a word of the rule language.
bool is_callable_name(std::string_view name);
/// Reports a name that cannot be called in an expression.
void check_callable_name(TableReader& reader, std::string_view key, std::string_view name);

}  // namespace cordon::law
