// SPDX-License-Identifier: Apache-2.0
// Corpora are made listing by listing in the order of the snapshot, so the same snapshot gives the
// same bytes and whoever writes the cache writes the same file.
//
// Names are taken apart by several threads, a wave of listings at a time so that no more than a wave
// is in memory, and added in order: how many threads there are changes no byte.
//
// The table of identifiers is made anew each time: reading the listings costs less than checking a
// file of it would gain.
#include "screening/corpus.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <thread>

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

namespace {

/// Calls work(0) … work(count - 1) at once, as far as the system gives threads.
template <class Work>
void at_once(std::size_t count, const Work& work) {
    std::vector<std::thread> threads;
    std::size_t here = 1;  // the first is done by the caller
    try {
        while (here < count) {
            const std::size_t mine = here;
            threads.emplace_back([&work, mine] { work(mine); });
            ++here;
        }
    } catch (const std::system_error&) {  // no more threads: the rest is done here
    }
    if (count > 0) work(std::size_t{0});
    for (; here < count; ++here) work(here);
    for (auto& thread : threads) thread.join();
}

std::size_t thread_count() {
    constexpr unsigned kMost = 8;
    return std::clamp(std::thread::hardware_concurrency(), 1U, kMost);
}

using Taken = std::vector<std::pair<ListedName, names::NameSet>>;

void take_names(const lists::Listing& listing, std::uint32_t index, Taken& out) {
    if (is_address_only(listing)) return;
    const auto kind = name_kind(listing);
    const std::size_t count = std::min<std::size_t>(listing.aliases.size() + 1, 0xFFFF);
    for (std::size_t n = 0; n < count; ++n) {
        const auto& printed = n == 0 ? listing.name : listing.aliases[n - 1];
        out.emplace_back(ListedName{index, static_cast<std::uint16_t>(n)},
                         names::analysed(printed, kind));
    }
}

void take_addresses(const lists::Listing& listing, std::uint32_t index, Taken& out) {
    const std::size_t count = std::min<std::size_t>(listing.addresses.size(), 0xFFFF);
    for (std::size_t n = 0; n < count; ++n) {
        auto address = names::address(listing.addresses[n]);
        if (!names::is_specific(address.names.front())) continue;
        out.emplace_back(ListedName{index, static_cast<std::uint16_t>(n)}, std::move(address));
    }
}

}  // namespace

/// Reads the snapshot once for whatever is wanted.
class CorpusMaker {
public:
    CorpusMaker(const lists::Snapshot& snapshot, const Weights& weights)
        : snapshot_(snapshot), weights_(weights), names_(weights), addresses_(weights) {}

    IdentifierTable identifiers() {
        IdentifierTable table;
        for (std::uint32_t i = 0; i < snapshot_.size(); ++i) table.add(snapshot_.listing(i), i);
        std::sort(table.entries_.begin(), table.entries_.end());
        return table;
    }

    /// The bytes of both indexes: names, addresses.
    std::pair<std::string, std::string> indexes() {
        constexpr std::size_t kPiece = 128;  // listings a thread takes at once
        const std::size_t threads = thread_count();
        for (std::size_t first = 0; first < snapshot_.size(); first += threads * kPiece) {
            const std::size_t left = snapshot_.size() - first;
            std::vector<Piece> pieces(std::min(threads, (left + kPiece - 1) / kPiece));
            at_once(pieces.size(), [&](std::size_t i) {
                pieces[i] = piece(first + i * kPiece, kPiece);
            });
            for (const auto& taken : pieces) {
                for (const auto& [listed, set] : taken.names) names_.add(listed, set);
                for (const auto& [listed, set] : taken.addresses) addresses_.add(listed, set);
            }
        }
        std::pair<std::string, std::string> bytes;
        at_once(2, [&](std::size_t i) {
            if (i == 0) bytes.first = names_.finish();
            if (i == 1) bytes.second = addresses_.finish();
        });
        return bytes;
    }

    Result<Corpus> joined(Result<Index> names, Result<Index> addresses) {
        auto by_name = TRY(std::move(names));
        auto by_address = TRY(std::move(addresses));
        return Corpus(std::move(by_name), std::move(by_address), identifiers());
    }
    Result<Corpus> in_memory() {
        auto [names, addresses] = indexes();
        return joined(Index::from_bytes(std::move(names), weights_),
                      Index::from_bytes(std::move(addresses), weights_));
    }

private:
    struct Piece {
        Taken names, addresses;
    };
    [[nodiscard]] Piece piece(std::size_t first, std::size_t count) const {
        Piece out;
        const std::size_t end = std::min<std::size_t>(first + count, snapshot_.size());
        for (std::size_t i = first; i < end; ++i) {
            const auto index = static_cast<std::uint32_t>(i);
            const auto listing = snapshot_.listing(index);
            take_names(listing, index, out.names);
            take_addresses(listing, index, out.addresses);
        }
        return out;
    }

    const lists::Snapshot& snapshot_;
    const Weights& weights_;
    Index::Builder names_, addresses_;
};

IdentifierTable IdentifierTable::of(const lists::Snapshot& snapshot) {
    const Weights weights;
    return CorpusMaker(snapshot, weights).identifiers();
}

Result<Corpus> Corpus::of(const lists::Snapshot& snapshot, const Weights& weights) {
    return CorpusMaker(snapshot, weights).in_memory();
}

Result<Corpus> Corpus::open(const lists::Snapshot& snapshot, const Weights& weights,
                            const std::string& folder) {
    const std::string ending = "-" + snapshot.hash() + "-" + cache_key(weights) + ".cordon";
    const std::string names_path = folder + "/names" + ending;
    const std::string addresses_path = folder + "/addresses" + ending;
    CorpusMaker maker(snapshot, weights);
    auto names = Index::open(names_path, weights);
    auto addresses = Index::open(addresses_path, weights);
    if (names && addresses) return maker.joined(std::move(names), std::move(addresses));
    std::error_code error;
    if (folder.empty() || !std::filesystem::is_directory(folder, error)) return maker.in_memory();
    auto made = maker.indexes();
    const auto kept = [&](std::string& bytes, const std::string& path) -> Result<Index> {
        if (write_file_atomically(path, bytes)) {
            if (auto index = Index::open(path, weights)) return index;
        }
        return Index::from_bytes(std::move(bytes), weights);
    };
    return maker.joined(kept(made.first, names_path), kept(made.second, addresses_path));
}

}  // namespace cordon::screening
