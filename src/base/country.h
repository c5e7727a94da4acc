// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Countries and territories by ISO 3166-1 alpha-2 code (plus XK), and sets of them.
///
/// Invariant: a Country is one of the codes of the table in country.cpp; construction goes through
/// from_code, or from_name for the names people write ("China", "Hong Kong", "香港", "PRC").
#include <bitset>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/truth.h"

namespace cordon {

class Country {
public:
    /// "CN", "cn". Fails on a code that does not exist, naming the nearest ones. "UK" is refused
    /// with the remedy "GB".
    static Result<Country> from_code(std::string_view code);
    /// An English or Chinese name, or a code.
    static Result<Country> from_name(std::string_view name);
    static constexpr Country from_index(std::uint8_t index) { return Country(index); }
    [[nodiscard]] constexpr std::uint8_t index() const { return index_; }
    [[nodiscard]] std::string_view code() const;
    [[nodiscard]] std::string_view name() const;  ///< English short name
    friend constexpr auto operator<=>(Country, Country) = default;

private:
    explicit constexpr Country(std::uint8_t index) : index_(index) {}
    std::uint8_t index_;
};

/// By Country::index().
using CountrySet = std::bitset<256>;

std::uint8_t country_count();

/// Whether published lists may mean one place by two codes: Hong Kong and Macao are printed under
/// China and the other way round; of China and Taiwan that is Unknown.
Truth same_on_lists(std::string_view code, std::string_view other);

}  // namespace cordon
