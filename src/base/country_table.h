// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The table behind country.h, sorted by code; a Country is an index into it.
#include <span>
#include <string_view>

namespace cordon {

struct CountryRow {
    std::string_view code;     ///< ISO 3166-1 alpha-2
    std::string_view alpha3;   ///< ISO 3166-1 alpha-3
    std::string_view name;     ///< English, as shown
    std::string_view chinese;  ///< simplified
    std::string_view aliases;  ///< other names people write, separated by '|'
};

std::span<const CountryRow> country_rows();

}  // namespace cordon
