// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The lists that publishers put on the web, where they stand, and how a store is brought up to
/// date with them.
///
/// Source: catalogue/official_lists.csv, or a file of the same columns.
/// Invariant: a download replaces a list only after it was read whole and passed what every import
/// passes; otherwise the old one stays in use and the reason is told.
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "lists/download.h"
#include "lists/import.h"
#include "lists/store.h"

namespace cordon::lists {

struct OfficialList {
    std::string id, title;
    std::string url;                   ///< {date} stands for a day, newest first
    std::string format;                ///< json, xml or csv
    std::vector<std::string> sources;  ///< what an import of it makes
    std::int32_t stale_days = 0;
    std::string checked;  ///< how the address was confirmed: "documentation" or "fetched"
};

/// Those of this program.
const std::vector<OfficialList>& official_lists();
Result<std::vector<OfficialList>> read_official_lists(std::string_view csv,
                                                      const std::string& path);

struct UpdateOptions {
    Date today = kFirstDate;
    bool accept_shrunken = false;
    bool anew = false;  ///< fetch even when the copy at hand is the newest
    DownloadLimits download;
    ImportLimits import;
    std::function<void(std::uint64_t, std::uint64_t)> progress;
};

struct Updated {
    bool unchanged = false;
    std::uint64_t bytes = 0, resumed_from = 0;
    std::vector<Version> versions;  ///< a line a source
    std::vector<Error> refused;     ///< rows, and lists that were not taken in
    std::vector<std::string> notes;
};

/// Fetches, checks, takes in. Fails when nothing could be taken in; the store is then as before.
Result<Updated> update(Store& store, const OfficialList& list, const UpdateOptions& options);

}  // namespace cordon::lists
