// SPDX-License-Identifier: Apache-2.0
#pragma once
/// SHA-256, printed so that `sha256sum` can check it.
#include <string>
#include <string_view>

namespace cordon {

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace cordon
