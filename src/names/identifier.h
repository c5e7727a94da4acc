// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Identifiers of parties: normalised, checked by their check digits, compared.
///
/// USCC (GB 32100-2015), LEI (ISO 17442), Russian OGRN and INN, IMO ship numbers; everything else
/// by kind and country.
#include <optional>
#include <string>
#include <string_view>

#include "base/truth.h"

namespace cordon::names {

enum class IdentifierKind : std::uint8_t {
    Uscc,
    Lei,
    Ogrn,
    Inn,
    Imo,
    Registration,
    Tax,
    Passport,
    Other
};

struct Identifier {
    IdentifierKind kind = IdentifierKind::Other;
    std::string value;             ///< upper case letters and digits only
    std::string country;           ///< ISO code or ""
    Truth check = Truth::Unknown;  ///< does the check digit hold? Unknown where the kind has none
};

/// Recognises the kind from what the label says and what the value looks like.
Identifier identifier(std::string_view label, std::string_view value, std::string_view country);
/// Same kind and value: Yes. Same kind that a party has only one of, other value, both well formed:
/// No. Otherwise Unknown.
Truth same_party(const Identifier& a, const Identifier& b);

}  // namespace cordon::names
