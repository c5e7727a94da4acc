// SPDX-License-Identifier: Apache-2.0
#include "lists/bundled.h"

#include <algorithm>

#include "base/result.h"

namespace cordon::lists {

std::string_view bundled_file(std::string_view path) {
    for (const auto& file : embedded::list_data()) {
        if (file.path == path) return file.bytes;
    }
    fail_check(__FILE__, __LINE__, path);
}

std::vector<EmbeddedFile> bundled_mappings() {
    auto files = embedded::list_data();
    const auto is_other = [](const EmbeddedFile& file) { return !file.path.ends_with(".toml"); };
    files.erase(std::remove_if(files.begin(), files.end(), is_other), files.end());
    std::sort(files.begin(), files.end(),
              [](const EmbeddedFile& a, const EmbeddedFile& b) { return a.path < b.path; });
    return files;
}

}  // namespace cordon::lists
