// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What STYLE.md and ARCHITECTURE.md ask and no compiler checks: the licence line, sizes of files,
/// functions and lines, calls that have no place here, and which folder may include which.
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cordon::tidy {

struct SourceFile {
    std::string path;  ///< from the root of the repository: "src/base/date.cpp"
    std::string text;
};

struct Finding {
    Error error;
    bool fails = true;  ///< false: worth a look only
};

/// By folder of src, the folders it may include beside itself.
using Edges = std::map<std::string, std::set<std::string>, std::less<>>;

/// The table between `<!-- edges -->` and `<!-- /edges -->` of ARCHITECTURE.md. Fails without one,
/// and on a row that is not `| folder | folders |` or names a folder without a row of its own.
Result<Edges> edges_in(std::string_view architecture, const std::string& file);

/// Everything found, in the order of the files and their lines.
std::vector<Finding> findings_in(const SourceFile& file, const Edges& edges);

}  // namespace cordon::tidy
