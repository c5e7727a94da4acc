// SPDX-License-Identifier: Apache-2.0
#include "screening/profile.h"

#include <algorithm>

#include "base/embedded.h"
#include "base/text.h"

namespace cordon::embedded {
std::vector<EmbeddedFile> profile_data();
}

namespace cordon::screening {

namespace {

constexpr std::uint16_t kRawMax = 10000;
const std::string kFolder = "catalogue/profiles/";

std::string_view bundled(const std::string& path) {
    for (const auto& file : embedded::profile_data()) {
        if (file.path == path) return file.bytes;
    }
    fail_check(__FILE__, __LINE__, path);
}

}  // namespace

std::uint16_t Profile::shown(std::uint16_t raw) const {
    const auto above = std::upper_bound(
        calibration.begin(), calibration.end(), raw,
        [](std::uint16_t value, const CalibrationPoint& point) { return value < point.raw; });
    if (above == calibration.begin()) return 0;
    const CalibrationPoint& below = *std::prev(above);
    if (above == calibration.end()) return below.shown;
    const std::uint32_t along = std::uint32_t{raw} - below.raw;
    const std::uint32_t rise = std::uint32_t{above->shown} - below.shown;
    return static_cast<std::uint16_t>(below.shown +
                                      rise * along / (std::uint32_t{above->raw} - below.raw));
}

std::uint16_t Profile::raw_at(std::uint16_t at_least) const {
    std::uint16_t low = 0;
    std::uint16_t high = kRawMax + 1;
    while (low < high) {  // shown() never falls
        const auto middle = static_cast<std::uint16_t>((low + high) / 2);
        if (shown(middle) >= at_least) {
            high = middle;
        } else {
            low = static_cast<std::uint16_t>(middle + 1);
        }
    }
    return low;
}

Result<Profile> profile(std::string_view name) {
    static const std::vector<std::string> kNames = {"strict", "balanced", "wide"};
    if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) {
        return Error{"There is no screening profile \"" + std::string(name) + "\".",
                     list_of(kNames),
                     "Choose one of these; balanced is usual.",
                     {},
                     {}};
    }
    const std::string path = kFolder + std::string(name) + ".toml";
    return read_profile(bundled(kFolder + "weights.toml"), bundled(path), path);
}

}  // namespace cordon::screening
