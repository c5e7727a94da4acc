// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An address taken apart the way a name is, so that one scorer and one index serve both.
///
///   number        house, room and box numbers: they tell addresses apart
///   brand         what streets, buildings and parks are called
///   place         the city (of several known places the widest below a country)
///   organisation  road, building, park …, and districts
///   qualifier     north, south, east, west
///   legal_form    the country, and the floor where a room says more
///
/// Invariants: abbreviations are written out ("Rd." = "Road" = "Lu" = 路); postal codes, "No.",
/// "Room", "District" and their like are left out; nothing is cut without `cut` saying so.
/// Thread safety: as `analysed`.
#include <string>
#include <string_view>

#include "names/name.h"

namespace cordon::names {

/// Never fails; an empty text gives a name without tokens. One name, never a derived one.
NameSet address(std::string_view printed);

/// Can it be one party's door? A number, and a street, a building or a box beside it. "Beijing,
/// China" is everybody's.
bool is_specific(const Name& address);

/// The city as printed, else the country, else "".
std::string city_of(const Name& address);

}  // namespace cordon::names
