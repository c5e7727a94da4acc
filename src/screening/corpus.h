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
#include "names/identifier.h"
#include "screening/search.h"

namespace cordon::screening {

/// Listings that carry a number, whatever its kind, and listings by their own id.
class IdentifierTable {
public:
    static IdentifierTable of(const lists::Snapshot& snapshot);
    /// Rising. May hold a stranger whose key is the same: callers compare.
    [[nodiscard]] std::vector<std::uint32_t> find(const names::Identifier& identifier) const;
    /// The same for Listing::id.
    [[nodiscard]] std::vector<std::uint32_t> find_id(std::string_view id) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    friend class CorpusMaker;
    struct Entry {
        std::uint64_t key = 0;
        std::uint32_t listing = 0;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };
    void add(const lists::Listing& listing, std::uint32_t index);
    [[nodiscard]] std::vector<std::uint32_t> with(std::uint64_t key) const;
    std::vector<Entry> entries_;  ///< sorted
};

class Corpus {
public:
    /// Compiles names in memory, addresses when they are first asked for. Borrows nothing.
    static Result<Corpus> of(const lists::Snapshot& snapshot, const Weights& weights);
    /// Opens names-<snapshot>-<key>.cordon and its sister for addresses in `folder`; makes them
    /// when they are not there or refused. The key is of the weights, the tables that names are
    /// taken apart with and the version of the program. A folder that is not there or cannot be
    /// written to is no error: the corpus is then made in memory. Each file is written beside and
    /// renamed, and its name says what is in it, so several processes at once do no harm.
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
