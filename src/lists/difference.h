// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What changed between two versions of a list: entries that came, that went, and that say
/// something else, field by field.
///
/// Invariants
///  1. Every entry of both versions is in exactly one of: unchanged, added, removed, changed.
///  2. An entry whose contents are the same is unchanged, wherever it stands and whatever its id;
///     the day of the copy is no content.
///  3. Entries that are not the same are paired by list and id, then by list and name, then by a
///     name that one of them has as an alias: a corrected typo is a change, not two.
#include <cstddef>
#include <string>
#include <vector>

#include "lists/snapshot.h"

namespace cordon::lists {

struct FieldChange {
    std::string field;                ///< "addresses"
    std::vector<std::string> before;  ///< values that only the old entry has
    std::vector<std::string> after;   ///< values that only the new one has
};

struct ChangedListing {
    Listing before, after;
    std::vector<FieldChange> fields;  ///< at least one
};

struct Difference {
    std::vector<Listing> added, removed;  ///< in the order of their versions
    std::vector<ChangedListing> changed;
    std::size_t unchanged = 0;
    [[nodiscard]] bool empty() const { return added.empty() && removed.empty() && changed.empty(); }
};

Difference difference(std::vector<Listing> before, std::vector<Listing> after);
/// The listings of a snapshot, of one source or of one list; "" for all.
std::vector<Listing> listings_of(const Snapshot& snapshot, std::string_view source,
                                 std::string_view list);
/// A listing as fields with their values, each a text; the fields that compare.
std::vector<std::pair<std::string, std::vector<std::string>>> fields_of(const Listing& listing);

}  // namespace cordon::lists
