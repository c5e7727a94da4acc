// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a snapshot of lists is searched by: an index of names, one of addresses, a table of
/// identifiers. Made from the snapshot alone and from the weights, so a file of it is a cache and
/// no input of its own.
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "lists/snapshot.h"
#include "names/identifier.h"
#include "screening/search.h"

namespace cordon::screening {

/// Listings that carry an identifier with this kind and value.
class IdentifierTable {
public:
    static IdentifierTable of(const lists::Snapshot& snapshot);
    [[nodiscard]] std::vector<std::uint32_t> find(const names::Identifier& identifier) const;

private:
    struct Entry {
        std::uint64_t key = 0;  ///< of kind and value; callers compare
        std::uint32_t listing = 0;
    };
    std::vector<Entry> entries_;  ///< sorted
};

class Corpus {
public:
    /// Compiles in memory.
    static Result<Corpus> of(const lists::Snapshot& snapshot, const Weights& weights);
    /// Opens names-<snapshot>-<weights>.cordon and its sister for addresses in `folder`; makes them
    /// when they are not there or refused. A folder that cannot be written to is no error: the
    /// corpus is then made in memory.
    static Result<Corpus> open(const lists::Snapshot& snapshot, const Weights& weights,
                               const std::string& folder);

    [[nodiscard]] const Index& names() const { return names_; }
    [[nodiscard]] const Index& addresses() const { return addresses_; }
    [[nodiscard]] const IdentifierTable& identifiers() const { return identifiers_; }

private:
    Corpus(Index names, Index addresses, IdentifierTable identifiers)
        : names_(std::move(names)),
          addresses_(std::move(addresses)),
          identifiers_(std::move(identifiers)) {}
    Index names_;
    Index addresses_;
    IdentifierTable identifiers_;
};

/// The printed names of a listing in the order of ListedName::name: name, then aliases.
std::string listed_text(const lists::Listing& listing, std::uint16_t name);

}  // namespace cordon::screening
