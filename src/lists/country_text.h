// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Countries as lists write them, to ISO codes, with a memory of what was not understood.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/country.h"

namespace cordon::lists {

class CountryReader {
public:
    CountryReader();
    /// "CN", "China", "TURKIYE", "Crimea Region of Ukraine". Nothing for "Middle East Region".
    std::optional<std::string> code(const std::string& text);
    /// The country an address ends in: "… Havana Cuba", "…, Kabul, AF". Silent when there is none.
    std::optional<std::string> at_end(std::string_view address) const;
    /// Texts that are no country, with how often they stood there.
    [[nodiscard]] const std::map<std::string, std::uint32_t>& unknown() const { return unknown_; }

private:
    std::unordered_map<std::string, std::string> known_;  ///< lower case to code
    std::map<std::string, std::uint32_t> unknown_;
};

}  // namespace cordon::lists
