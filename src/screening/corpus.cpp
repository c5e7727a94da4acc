// SPDX-License-Identifier: Apache-2.0
// Corpora are made listing by listing in the order of the snapshot, so the same snapshot gives the
// same bytes and whoever writes the cache writes the same file.
//
// The table of identifiers is made anew each time: reading the listings costs less than checking a
// file of it would gain.
#include "screening/corpus.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/version.h"
#include "names/address.h"
#include "names/bundled.h"

namespace cordon::screening {

namespace {

/// No kind of identifier: a listing's own id.
constexpr unsigned kOwnId = 255;

std::uint64_t key_of(unsigned kind, std::string_view value) {
    return XXH3_64bits_withSeed(value.data(), value.size(), kind);
}

bool starts_like_an_address(std::string_view name) {
    constexpr std::string_view kAddress = "Address ";
    if (!name.starts_with(kAddress) || name.size() == kAddress.size()) return false;
    return name.find_first_not_of("0123456789", kAddress.size()) == std::string_view::npos;
}

/// Changes whenever names might be taken apart in another way.
std::string cache_key(const Weights& weights) {
    std::uint64_t tables = XXH3_64bits(kVersion.data(), kVersion.size());
    for (const auto& file : embedded::name_data()) {
        tables = XXH3_64bits_withSeed(file.bytes.data(), file.bytes.size(), tables);
    }
    std::string text = weights.hash().substr(0, 16) + "-";
    for (int shift = 60; shift >= 0; shift -= 4) {
        text.push_back("0123456789abcdef"[tables >> static_cast<unsigned>(shift) & 15U]);
    }
    return text;
}

}  // namespace

names::NameKind name_kind(const lists::Listing& listing) {
    const std::string_view kind = listing.kind;
    if (kind == "person") return names::NameKind::Person;
    for (const std::string_view body :
         {"company", "institute", "university", "government", "military", "bank"}) {
        if (kind == body) return names::NameKind::Organisation;
    }
    return names::NameKind::Unknown;
}

bool is_address_only(const lists::Listing& listing) {
    return listing.kind == "address" || starts_like_an_address(listing.name);
}

std::string listed_text(const lists::Listing& listing, std::uint16_t name) {
    if (name == 0) return listing.name;
    return name <= listing.aliases.size() ? listing.aliases[name - 1U] : std::string();
}

void IdentifierTable::add(const lists::Listing& listing, std::uint32_t index) {
    entries_.push_back({key_of(kOwnId, listing.id), index});
    for (const auto& printed : listing.identifiers) {
        const auto id = names::identifier(printed.label, printed.value, printed.country);
        if (id.value.empty()) continue;
        entries_.push_back({key_of(static_cast<unsigned>(id.kind), id.value), index});
    }
}

std::vector<std::uint32_t> IdentifierTable::with(std::uint64_t key) const {
    std::vector<std::uint32_t> found;
    auto at = std::lower_bound(entries_.begin(), entries_.end(), Entry{key, 0});
    for (; at != entries_.end() && at->key == key; ++at) {
        if (found.empty() || found.back() != at->listing) found.push_back(at->listing);
    }
    return found;
}

std::vector<std::uint32_t> IdentifierTable::find(const names::Identifier& identifier) const {
    if (identifier.value.empty()) return {};
    return with(key_of(static_cast<unsigned>(identifier.kind), identifier.value));
}

std::vector<std::uint32_t> IdentifierTable::find_id(std::string_view id) const {
    return with(key_of(kOwnId, id));
}

/// Reads the snapshot once for whatever is wanted.
class CorpusMaker {
public:
    CorpusMaker(const lists::Snapshot& snapshot, const Weights& weights)
        : snapshot_(snapshot), weights_(weights), names_(weights), addresses_(weights) {}

    /// With `indexes` the two indexes are built as well.
    void read(bool indexes) {
        for (std::uint32_t i = 0; i < snapshot_.size(); ++i) {
            const auto listing = snapshot_.listing(i);
            identifiers_.add(listing, i);
            if (indexes) add(listing, i);
        }
        std::sort(identifiers_.entries_.begin(), identifiers_.entries_.end());
    }
    std::string names() { return names_.finish(); }
    std::string addresses() { return addresses_.finish(); }
    IdentifierTable identifiers() { return std::move(identifiers_); }

    static Corpus joined(Index names, Index addresses, IdentifierTable identifiers) {
        return {std::move(names), std::move(addresses), std::move(identifiers)};
    }
    Result<Corpus> in_memory() {
        auto names = TRY(Index::from_bytes(names_.finish(), weights_));
        auto addresses = TRY(Index::from_bytes(addresses_.finish(), weights_));
        return joined(std::move(names), std::move(addresses), identifiers());
    }

private:
    void add(const lists::Listing& listing, std::uint32_t index) {
        constexpr std::size_t kMost = 0xFFFF;
        if (!is_address_only(listing)) {
            const auto kind = name_kind(listing);
            const std::size_t count = std::min(listing.aliases.size() + 1, kMost);
            for (std::size_t n = 0; n < count; ++n) {
                const auto& printed = n == 0 ? listing.name : listing.aliases[n - 1];
                names_.add({index, static_cast<std::uint16_t>(n)}, names::analysed(printed, kind));
            }
        }
        const std::size_t count = std::min(listing.addresses.size(), kMost);
        for (std::size_t n = 0; n < count; ++n) {
            const auto address = names::address(listing.addresses[n]);
            if (!names::is_specific(address.names.front())) continue;
            addresses_.add({index, static_cast<std::uint16_t>(n)}, address);
        }
    }

    const lists::Snapshot& snapshot_;
    const Weights& weights_;
    Index::Builder names_, addresses_;
    IdentifierTable identifiers_;
};

IdentifierTable IdentifierTable::of(const lists::Snapshot& snapshot) {
    const Weights weights;
    CorpusMaker maker(snapshot, weights);
    maker.read(false);
    return maker.identifiers();
}

Result<Corpus> Corpus::of(const lists::Snapshot& snapshot, const Weights& weights) {
    CorpusMaker maker(snapshot, weights);
    maker.read(true);
    return maker.in_memory();
}

Result<Corpus> Corpus::open(const lists::Snapshot& snapshot, const Weights& weights,
                            const std::string& folder) {
    const std::string ending = "-" + snapshot.hash() + "-" + cache_key(weights) + ".cordon";
    const std::string names_path = folder + "/names" + ending;
    const std::string addresses_path = folder + "/addresses" + ending;
    CorpusMaker maker(snapshot, weights);
    {
        auto names = Index::open(names_path, weights);
        auto addresses = Index::open(addresses_path, weights);
        if (names && addresses) {
            maker.read(false);
            return CorpusMaker::joined(std::move(*names), std::move(*addresses),
                                       maker.identifiers());
        }
    }
    maker.read(true);
    std::error_code error;
    if (folder.empty() || !std::filesystem::is_directory(folder, error)) return maker.in_memory();
    const auto kept = [&](std::string bytes, const std::string& path) -> Result<Index> {
        if (write_file_atomically(path, bytes)) {
            if (auto index = Index::open(path, weights)) return index;
        }
        return Index::from_bytes(std::move(bytes), weights);
    };
    auto names = TRY(kept(maker.names(), names_path));
    auto addresses = TRY(kept(maker.addresses(), addresses_path));
    return CorpusMaker::joined(std::move(names), std::move(addresses), maker.identifiers());
}

}  // namespace cordon::screening
