// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the commands about lists share: their options, and how a version of the lists is named.
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/mistakes.h"
#include "cli/page.h"
#include "lists/difference.h"
#include "lists/import.h"
#include "lists/snapshot.h"
#include "lists/store.h"

namespace cordon::cli {

struct ListOptions {
    std::vector<std::string> files;  ///< of import
    std::vector<std::string> ids;    ///< of update
    std::string mapping, name, as_of, known_as_of, copied_on, received, official;
    std::string before, after;  ///< of diff and impact: versions
    std::string source, list, parties, profile = "balanced", name_column, country_column;
    bool accept_shrunken = false, anew = false, json = false;
};

int lists_import(const Common& common, const ListOptions& options);
int lists_update(const Common& common, const ListOptions& options);
int lists_status(const Common& common, const ListOptions& options);
int lists_show(const Common& common, const ListOptions& options);
int lists_diff(const Common& common, const ListOptions& options);
int lists_impact(const Common& common, const ListOptions& options);

/// --max-file-bytes holds for lists too.
lists::ImportLimits import_limits(const Common& common);
/// The day of an option, or today.
Result<Date> day_or_today(const std::string& text, std::string_view option);
/// The day of --received; one to come is refused, or no later copy could come in before it.
Result<Date> received_on(const ListOptions& options);

/// Two versions of the lists, each named by a day (what was known on it), by the hash of a snapshot
/// or by a file; without names what stood before the last change of the lists, and those in use.
struct TwoVersions {
    std::string before, after;  ///< what they are, for people
    lists::Difference difference;
};
Result<TwoVersions> two_versions(const Common& common, const ListOptions& options);
/// What an error of two_versions ends the command with: a misspelt option is one of usage.
int complain_of_versions(const Error& error);

/// "90 FR 14048, effective 2025-03-25"; what the list does not say is left out.
std::string cited(const lists::Listing& listing);

}  // namespace cordon::cli
