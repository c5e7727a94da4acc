// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Tables and mappings of this folder that are part of the program.
#include <string_view>
#include <vector>

#include "base/embedded.h"

namespace cordon::embedded {
std::vector<EmbeddedFile> list_data();
}

namespace cordon::lists {

/// Bytes of "catalogue/legal_forms.csv" and the like. REQUIRES: the build embeds the file.
std::string_view bundled_file(std::string_view path);
/// The bundled mappings ("mappings/csl-json.toml" …), by path.
std::vector<EmbeddedFile> bundled_mappings();

}  // namespace cordon::lists
