// SPDX-License-Identifier: Apache-2.0
#include "base/at_once.h"

#include <algorithm>

namespace cordon {

std::size_t thread_count() {
    constexpr unsigned kMost = 64;
    return std::clamp(std::thread::hardware_concurrency(), 1U, kMost);
}

}  // namespace cordon
