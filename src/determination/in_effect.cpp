// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "base/text.h"
#include "determination/lookup.h"

namespace cordon::determination {

namespace {

/// Year of a Federal Register volume: 60 FR is 1995, 90 FR is 2025.
std::optional<int> federal_register_year(std::string_view citation) {
    const auto fr = citation.find(" FR ");
    if (fr == std::string_view::npos) return {};
    auto start = fr;
    while (start > 0 && citation[start - 1] >= '0' && citation[start - 1] <= '9') --start;
    int volume = 0;
    const auto digits = citation.substr(start, fr - start);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), volume);
    if (read.ec != std::errc() || volume < 1) return {};
    return 1935 + volume;
}

Date first_of_year(int year) {
    const std::chrono::sys_days day{std::chrono::year{year} / std::chrono::January / 1};
    return Date::from_days(static_cast<std::int32_t>(day.time_since_epoch().count()));
}

}  // namespace

Truth in_effect(const lists::Listing& listing, Date day) {
    if (listing.ended && *listing.ended <= day) return Truth::No;
    if (listing.effective) return truth_of(*listing.effective <= day);
    const auto year = federal_register_year(listing.citation);
    if (!year) return Truth::Unknown;
    if (day < first_of_year(*year)) return Truth::No;
    return day >= first_of_year(*year + 1) ? Truth::Yes : Truth::Unknown;
}

}  // namespace cordon::determination
