// SPDX-License-Identifier: Apache-2.0
#include "names/bundled.h"

#include "base/result.h"
#include "base/sha256.h"

namespace cordon::names {

std::string_view bundled_file(std::string_view path) {
    for (const auto& file : embedded::name_data()) {
        if (file.path == path) return file.bytes;
    }
    fail_check(__FILE__, __LINE__, path);
}

const std::string& tables_hash() {
    static const std::string hash = [] {
        std::string hashes;  // of each file, so that no text can move from one into another
        for (const auto& file : embedded::name_data()) hashes += sha256_hex(file.bytes);
        return sha256_hex(hashes);
    }();
    return hash;
}

}  // namespace cordon::names
