// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a snapshot of lists is searched by: an index of names, one of addresses, a table of
/// identifiers. Made from the snapshot alone and from the weights, so a file of it is a cache and
/// no input of its own.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lists/snapshot.h"
#include "screening/identifier_table.h"
#include "screening/search.h"

namespace cordon::screening {

class Corpus {
public:
    /// Compiles names in memory, addresses when they are first asked for. Borrows nothing.
    static Result<Corpus> of(const lists::Snapshot& snapshot, const Weights& weights);
    /// Opens names-<snapshot>-<key>.cordon and its sisters for addresses and identifiers in
    /// `folder`; makes them when they are not there or refused. The key is of the weights, the
    /// tables that names are taken apart with and the version of the program. A folder that is not
    /// there or cannot be written to is no error: the corpus is then made in memory. Each file is
    /// written beside and renamed, and its name says what is in it, so several processes at once do
    /// no harm. Whoever writes one removes those of the same snapshot and another key that nobody
    /// has touched for 30 days.
    static Result<Corpus> open(const lists::Snapshot& snapshot, const Weights& weights,
                               const std::string& folder);
    Corpus(Corpus&&) noexcept;
    Corpus& operator=(Corpus&&) noexcept;
    ~Corpus();

    [[nodiscard]] const Index& names() const { return names_; }
    [[nodiscard]] const Index& addresses() const;
    [[nodiscard]] const IdentifierTable& identifiers() const { return identifiers_; }

private:
    friend class CorpusMaker;
    /// Made once, by whoever asks first.
    struct Addresses;
    Corpus(Index names, std::unique_ptr<Addresses> addresses, IdentifierTable identifiers);
    Index names_;
    std::unique_ptr<Addresses> addresses_;
    IdentifierTable identifiers_;
};

/// How the names of a listing are taken apart.
names::NameKind name_kind(const lists::Listing& listing);
/// "Address 01": an address is listed and nobody's name.
bool is_address_only(const lists::Listing& listing);
/// The printed names of a listing in the order of ListedName::name: name, then aliases.
std::string listed_text(const lists::Listing& listing, std::uint16_t name);

}  // namespace cordon::screening
