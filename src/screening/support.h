// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What speaks for or against a party being a listed one, besides the names. For this folder only.
///
/// Nothing is said about what one side does not tell.
#include <optional>
#include <vector>

#include "lists/listing.h"
#include "screening/matcher.h"

namespace cordon::screening {

/// Yes where a country agrees: Hong Kong and Macao are printed under China and the other way
/// round. Unknown between China and Taiwan, No otherwise.
std::optional<Support> country_support(const PartyQuery& party, const lists::Listing& listing);

/// One for each identifier of the party that agrees or contradicts, or is equal to a listed number
/// of a kind that cannot be compared.
std::vector<Support> identifier_supports(const PartyQuery& party, const lists::Listing& listing);

/// Yes where days of birth can be the same, Unknown within a year or with day and month swapped,
/// No beyond.
std::optional<Support> birth_support(const PartyQuery& party, const lists::Listing& listing);

/// Yes where a place below the country is named by both; never No.
std::optional<Support> birthplace_support(const PartyQuery& party, const lists::Listing& listing);

/// A listing that is met by nothing but a weak alias, or by an alias of one word.
std::optional<Support> weak_alias_support(const lists::Listing& listing, std::uint16_t name,
                                          Truth country);
std::optional<Support> one_word_support(const lists::Listing& listing, std::uint16_t name,
                                        Truth country);

}  // namespace cordon::screening
