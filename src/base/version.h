// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The version of this program, as a receipt records it.
#include <string_view>

namespace cordon {

constexpr std::string_view kVersion = "0.1.0";

}  // namespace cordon
