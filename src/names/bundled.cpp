// SPDX-License-Identifier: Apache-2.0
#include "names/bundled.h"

#include "base/result.h"

namespace cordon::names {

std::string_view bundled_file(std::string_view path) {
    for (const auto& file : embedded::name_data()) {
        if (file.path == path) return file.bytes;
    }
    fail_check(__FILE__, __LINE__, path);
}

}  // namespace cordon::names
