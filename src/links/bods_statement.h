// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Single statements of BODS, of whichever version, as parties and links whose ends are still ids.
#include <string>
#include <vector>

#include "base/json.h"
#include "links/link.h"

namespace cordon::links {

/// What every statement has.
struct BodsHead {
    enum class Type : std::uint8_t { Party, Relationship, Other };
    Type type = Type::Other;
    bool person = false;
    std::string type_text;
    std::string statement, record;      ///< ids; before 0.4 a record has none, and this is ""
    std::vector<std::string> replaces;  ///< statements, before 0.4
    std::optional<Date> date;
    bool closed = false;
    const Json* details = nullptr;  ///< of the record; before 0.4 the statement itself
};
BodsHead bods_head(const Json& statement);

PartyRecord bods_party(const Json& statement, const BodsHead& head);

struct BodsRelationship {
    std::string subject, interested;  ///< ids of records or statements; "" when not specified
    std::string reason;               ///< why not
    std::vector<Link> links;          ///< one an interest, without ids and ends
    std::vector<Error> errors;        ///< shares that cannot be read, with their fields
};
BodsRelationship bods_relationship(const Json& statement, const BodsHead& head);

}  // namespace cordon::links
