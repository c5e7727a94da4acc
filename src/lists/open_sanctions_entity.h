// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What single entities of OpenSanctions say: a FollowTheMoney entity has a schema and properties,
/// each property a list of texts.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "lists/listing.h"

namespace cordon::lists {

/// The texts of a property; of a nested entity its id.
std::vector<std::string> texts_of(const Json& entity, std::string_view property);
/// The first of them, or "".
std::string first_of(const Json& entity, std::string_view property);

/// A measure against a party: a Sanction.
struct Measure {
    std::string list;  ///< "" where no list here is meant
    std::vector<std::string> programmes;
    std::string authority, reason;
    std::optional<Date> effective, ended;
};
Measure measure_of(const Json& entity);
/// One for each list: its programmes together, from the first day on, ended only when all have.
std::vector<Measure> one_a_list(const std::vector<Measure>& measures);
/// The list that a party stands on by its data sets alone.
Measure measure_by(const std::vector<std::string>& datasets);

/// A party as its own entity has it; what others say of it is joined later.
struct OpenParty {
    std::string id;
    Listing listing;
    std::vector<std::string> countries, datasets, addresses;
    bool listed = false;  ///< its topics say that it is
    std::uint32_t line = 0;
};
bool is_party(std::string_view schema);
OpenParty party_of(const Json& entity, const std::string& schema);

}  // namespace cordon::lists
