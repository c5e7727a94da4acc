// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One classified item for people: what it may be, what it rests on, and its class.
#include <cstdint>
#include <string>

#include "base/json.h"

namespace cordon::cli {

/// `day`: how the day came about, "2024-06-01" or "2024-06-01 (today)".
std::string classified_page(const Json& json, const std::string& day, std::uint32_t width);

}  // namespace cordon::cli
