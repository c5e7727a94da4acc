// SPDX-License-Identifier: Apache-2.0
#include "cli/today.h"

#include <chrono>

namespace cordon::cli {

Date today() {
    const auto now = std::chrono::system_clock::now();
    const auto days = std::chrono::floor<std::chrono::days>(now.time_since_epoch()).count();
    return Date::from_days(static_cast<std::int32_t>(days));
}

}  // namespace cordon::cli
