// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Tables of this folder that are part of the program.
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.h"

namespace cordon::embedded {
std::vector<EmbeddedFile> name_data();
}

namespace cordon::names {

/// Bytes of "catalogue/names/han.csv" and the like. REQUIRES: the build embeds the file.
std::string_view bundled_file(std::string_view path);
/// SHA-256 over all of them: how a name is taken apart depends on nothing else but the program.
const std::string& tables_hash();

}  // namespace cordon::names
