// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The arithmetic of the 50 % rule: which part of a party is held by listed parties, directly or
/// indirectly and in aggregate.
///
/// Invariants
///  1. A listed owner counts with its share. An owner that listed parties hold to 50 % or more
///     counts with its whole share; one below 50 % counts with nothing (the tier is reset).
///  2. The result encloses every value that the intervals and the unknown listings allow.
///  3. Monotone: a larger share, or one more listed owner, never lowers the result.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/interval.h"
#include "base/json.h"

namespace cordon::links {

struct Owner {
    std::string name;
    Interval share;                 ///< part of the whole, 0 to 1; unknown is 0 to 1
    Truth listed = Truth::Unknown;  ///< on a list the rule names
    /// What a person said where the name is like a listed one; Unknown when nobody did.
    Truth same_as_listed = Truth::Unknown;
    std::string headquarters;   ///< country code or ""
    std::vector<Owner> owners;  ///< who holds this owner, as far as stated
    Position position;
};

/// Part held by listed parties, 0 to 1. `rest` answers whether those who hold the part that no row
/// names are listed: No when the table is meant to name every listed holder, Unknown otherwise.
Interval traced_ownership(const std::vector<Owner>& owners, Truth rest = Truth::No);

/// Whether a part reaches 50 %; exactly 50 % does.
Truth reaches_half(const Interval& part);

/// The part no row names, 0 to 1.
Interval unnamed_part(const std::vector<Owner>& owners);

/// The lines of the sum, one an owner that counts or may count: "A Ltd 60 % (held 50 % by listed
/// parties, passes whole)".
std::vector<std::string> explain_ownership(const std::vector<Owner>& owners);

/// Answers for every owner at every level.
void mark_listed(std::vector<Owner>& owners, const std::function<Truth(const Owner&)>& listed);

/// Deepest table that is read; a circle of owners written out never ends and meets it.
constexpr int kOwnerLevelsMax = 16;

struct OwnersRead {
    std::vector<Owner> owners;
    std::vector<Error> errors;  ///< empty when everything was read
};

/// Whose owners, and where the table stands.
struct OwnersOf {
    std::string party;  ///< named in errors
    std::string file;
    std::string field;  ///< "parties[1].owners"
};

/// Rows {name, share, headquarters, owners, same_as_listed}: share as "50%", "25-30%" or absent
/// (unknown). Fails on: no array, an unknown field, a row without a name, a share that is none,
/// shares of one party over 100 %, more levels than kOwnerLevelsMax.
OwnersRead read_owners(const Json& table, const OwnersOf& of);

}  // namespace cordon::links
