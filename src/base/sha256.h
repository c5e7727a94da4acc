// SPDX-License-Identifier: Apache-2.0
#pragma once
/// SHA-256, printed so that `sha256sum` can check it.
#include <string>
#include <string_view>

namespace cordon {

/// Lower-case hexadecimal digits, two a byte.
std::string hex_of(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace cordon
