// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A file that was made part of the program at build time (cmake/cordon.cmake, cordon_embed).
#include <string_view>
#include <vector>

namespace cordon {

struct EmbeddedFile {
    std::string_view path;
    std::string_view bytes;
};

}  // namespace cordon
