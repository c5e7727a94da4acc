// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Other names that a printed name carries with it: "Rosneft (a.k.a. OAO Rosneft; and Rosneft Oil
/// Company)", "Gaz-Oil, OOO (f.k.a., Zakrytoe Aktsionernoe Obshchestvo Gaz Oil)".
///
/// Invariant: no name is lost: brackets that are not understood stay in the text.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lists/listing.h"

namespace cordon::lists {

struct OtherName {
    std::string name;
    bool former = false;
    bool operator==(const OtherName&) const = default;
};

/// "a.k.a.," "f.k.a." "also known as" and the like, with the marks around it.
struct NameMarker {
    std::size_t begin = 0, end = 0;
    bool former = false;
};
/// The first one at a word's beginning.
std::optional<NameMarker> name_marker(std::string_view text, std::size_t from = 0);

/// The names of "A, a.k.a., B; f.k.a. C"; the first is former if `former`.
std::vector<OtherName> names_of(std::string_view text, bool former);

struct Unbracketed {
    std::string rest;  ///< the text without the brackets that held names
    std::vector<OtherName> names;
};
/// Takes the names out of every closed bracket that begins with a marker.
Unbracketed without_bracketed_names(std::string_view text);
/// Where a bracket closes that was not opened; npos without one.
std::size_t stray_close(std::string_view text);

/// The same for a listing whose parse left brackets in its name, its aliases, or, where it cut the
/// name at the bracket, at the beginning of its first address.
void take_bracketed_names(Listing& listing);

}  // namespace cordon::lists
