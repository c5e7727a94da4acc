// SPDX-License-Identifier: Apache-2.0
// Corpora are made listing by listing in the order of the snapshot, so the same snapshot gives the
// same bytes and whoever writes the cache writes the same file.
//
// Names are taken apart by several threads, a wave of listings at a time so that no more than a
// wave is in memory, and added in order: how many threads there are changes no byte.
//
// Where every file is kept no listing is read: one order is then decided in milliseconds.
#include "screening/corpus.h"

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <optional>
#include <system_error>

#include "base/at_once.h"
#include "base/build_id.h"
#include "base/file.h"
#include "base/sha256.h"
#include "names/address.h"
#include "names/bundled.h"
#include "screening/kept_files.h"

namespace cordon::screening {

namespace {

bool starts_like_an_address(std::string_view name) {
    constexpr std::string_view kAddress = "Address ";
    if (!name.starts_with(kAddress) || name.size() == kAddress.size()) return false;
    return name.find_first_not_of("0123456789", kAddress.size()) == std::string_view::npos;
}

/// Changes whenever names might be taken apart in another way.
/// Other weights, other name tables and another build each make another file.
std::string cache_key(const Weights& weights) {
    const auto how = sha256_hex(build_id() + names::tables_hash());
    return weights.hash().substr(0, 16) + "-" + how.substr(0, 16);
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

namespace {

struct Taken {
    ListedName listed;
    names::NameSet names;
};

/// An index of what take(i, out) finds for each i below `count`, in order.
template <class Take>
std::string compiled(std::size_t count, const Weights& weights, const Take& take) {
    constexpr std::size_t kPiece = 128;  // what a thread takes at once
    const std::size_t threads = thread_count();
    Index::Builder builder(weights);
    for (std::size_t first = 0; first < count; first += threads * kPiece) {
        std::vector<std::vector<Taken>> pieces(
            std::min(threads, (count - first + kPiece - 1) / kPiece));
        at_once(pieces.size(), [&](std::size_t piece) {
            const std::size_t begin = first + piece * kPiece;
            const std::size_t end = std::min(begin + kPiece, count);
            for (std::size_t i = begin; i < end; ++i) take(i, pieces[piece]);
        });
        for (const auto& piece : pieces) {
            for (const auto& taken : piece) builder.add(taken.listed, taken.names);
        }
    }
    return builder.finish();
}

std::string compiled_names(const lists::Snapshot& snapshot, const Weights& weights) {
    return compiled(snapshot.size(), weights, [&](std::size_t i, std::vector<Taken>& out) {
        const auto index = static_cast<std::uint32_t>(i);
        const auto listing = snapshot.listing(index);
        if (is_address_only(listing)) return;
        const auto kind = name_kind(listing);
        const std::size_t count = std::min<std::size_t>(listing.aliases.size() + 1, 0xFFFF);
        for (std::size_t n = 0; n < count; ++n) {
            const auto& printed = n == 0 ? listing.name : listing.aliases[n - 1];
            out.push_back({{index, static_cast<std::uint16_t>(n)}, names::analysed(printed, kind)});
        }
    });
}

struct PrintedAddress {
    ListedName listed;
    std::string text;
};

std::vector<PrintedAddress> printed_addresses(const lists::Snapshot& snapshot) {
    std::vector<PrintedAddress> printed;
    for (std::uint32_t i = 0; i < snapshot.size(); ++i) {
        auto listing = snapshot.listing(i);
        const std::size_t count = std::min<std::size_t>(listing.addresses.size(), 0xFFFF);
        for (std::size_t n = 0; n < count; ++n) {
            printed.push_back(
                {{i, static_cast<std::uint16_t>(n)}, std::move(listing.addresses[n])});
        }
    }
    return printed;
}

std::string compiled_addresses(const std::vector<PrintedAddress>& printed, const Weights& weights) {
    return compiled(printed.size(), weights, [&](std::size_t i, std::vector<Taken>& out) {
        auto address = names::address(printed[i].text);
        if (!names::is_specific(address.names.front())) return;
        out.push_back({printed[i].listed, std::move(address)});
    });
}

}  // namespace

struct Corpus::Addresses {
    std::vector<PrintedAddress> printed;
    Weights weights;
    std::once_flag made;
    std::optional<Index> index;
};

Corpus::Corpus(Index names, std::unique_ptr<Addresses> addresses, IdentifierTable identifiers)
    : names_(std::move(names)),
      addresses_(std::move(addresses)),
      identifiers_(std::move(identifiers)) {}
Corpus::Corpus(Corpus&&) noexcept = default;
Corpus& Corpus::operator=(Corpus&&) noexcept = default;
Corpus::~Corpus() = default;

const Index& Corpus::addresses() const {
    Addresses& held = *addresses_;
    std::call_once(held.made, [&] {
        if (held.index) return;
        auto bytes = compiled_addresses(held.printed, held.weights);
        held.index = MUST(Index::from_bytes(std::move(bytes), held.weights));
        held.printed = {};
    });
    return *held.index;
}

/// Puts corpora together.
class CorpusMaker {
public:
    CorpusMaker(const lists::Snapshot& snapshot, const Weights& weights)
        : snapshot_(snapshot), weights_(weights) {}

    Result<Corpus> in_memory() {
        auto addresses = std::make_unique<Corpus::Addresses>();
        addresses->weights = weights_;
        addresses->printed = printed_addresses(snapshot_);
        auto names = TRY(Index::from_bytes(compiled_names(snapshot_, weights_), weights_));
        return Corpus(std::move(names), std::move(addresses), IdentifierTable::of(snapshot_));
    }
    Result<Corpus> kept_in(const std::string& folder) {
        const std::string of_lists = "-" + snapshot_.hash() + "-";
        const std::string ending = cache_key(weights_) + ".cordon";
        const auto place = [&](const std::string& kind) {
            return Place{folder + "/" + kind + of_lists + ending, kind + of_lists};
        };
        const auto index = [&](const std::string& path) { return Index::open(path, weights_); };
        const auto index_of = [&](std::string bytes) {
            return Index::from_bytes(std::move(bytes), weights_);
        };
        auto names = TRY(kept<Index>(place("names"), index, index_of,
                                     [&] { return compiled_names(snapshot_, weights_); }));
        auto addresses = std::make_unique<Corpus::Addresses>();
        addresses->index = TRY(kept<Index>(place("addresses"), index, index_of, [&] {
            return compiled_addresses(printed_addresses(snapshot_), weights_);
        }));
        const auto size = snapshot_.size();
        auto identifiers = TRY(kept<IdentifierTable>(
            place("identifiers"),
            [&](const std::string& path) { return IdentifierTable::open(path, size); },
            [&](std::string bytes) { return IdentifierTable::from_bytes(std::move(bytes), size); },
            [&] { return IdentifierTable::compile(snapshot_); }));
        return Corpus(std::move(names), std::move(addresses), std::move(identifiers));
    }

private:
    struct Place {
        std::string path, beginning;  ///< the latter of the names of all files of it
    };
    template <class Kept, class Open, class FromBytes, class Compile>
    static Result<Kept> kept(const Place& place, const Open& open, const FromBytes& from_bytes,
                             const Compile& compile) {
        if (auto file = open(place.path)) return file;
        auto bytes = compile();
        if (!build_id().empty() && write_file_atomically(place.path, bytes)) {
            remove_forgotten(place.path, place.beginning);
            if (auto file = open(place.path)) return file;
        }
        return from_bytes(std::move(bytes));
    }

    const lists::Snapshot& snapshot_;
    const Weights& weights_;
};

Result<Corpus> Corpus::of(const lists::Snapshot& snapshot, const Weights& weights) {
    return CorpusMaker(snapshot, weights).in_memory();
}

Result<Corpus> Corpus::open(const lists::Snapshot& snapshot, const Weights& weights,
                            const std::string& folder) {
    std::error_code error;
    if (folder.empty() || !std::filesystem::is_directory(folder, error)) {
        return of(snapshot, weights);
    }
    return CorpusMaker(snapshot, weights).kept_in(folder);
}

}  // namespace cordon::screening
