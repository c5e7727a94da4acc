// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Files in and out, with errors a person can act on.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cordon {

/// Limits on what is read at once; explicit and configurable.
struct ReadLimits {
    std::uint64_t file_bytes_max = 4'000'000'000;
    std::uint64_t line_bytes_max = 64'000'000;  ///< of NDJSON and CSV
};

/// Whole file ("-" is standard input). Fails, with the remedy, for: missing, a directory, no
/// permission, larger than the limit. `.gz` contents are unpacked.
Result<std::string> read_file(const std::string& path, const ReadLimits& limits = {});
/// Writes beside, syncs, then renames over: a reader sees the old or the new, never half.
Status write_file_atomically(const std::string& path, std::string_view bytes);
/// Regular files below `folder` whose name ends in `suffix`, sorted by path.
Result<std::vector<std::string>> files_below(const std::string& folder, std::string_view suffix);

}  // namespace cordon
