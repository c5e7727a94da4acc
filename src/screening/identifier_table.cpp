// SPDX-License-Identifier: Apache-2.0
// A key is a hash of the number, or of the id, so entries are of one size and are found by halving.
// The checksum is taken over the whole file when it is opened, at the speed of memory.
#include "screening/identifier_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "base/mapped_file.h"

namespace cordon::screening {

namespace {

struct Entry {
    std::uint64_t key = 0;
    std::uint32_t listing = 0;
    std::uint32_t zero = 0;
    friend auto operator<=>(const Entry&, const Entry&) = default;
};
static_assert(sizeof(Entry) == 16);

struct Header {
    std::array<char, 8> magic{'C', 'O', 'R', 'D', 'I', 'D', 'N', '1'};
    std::uint64_t checksum = 0;  ///< of the entries
};
static_assert(sizeof(Header) == 16);

/// What is looked up: a listing's own id, or a number printed in it, whatever its kind.
enum Key : unsigned { kOwnId = 0, kNumber = 1 };

std::uint64_t key_of(unsigned kind, std::string_view value) {
    return XXH3_64bits_withSeed(value.data(), value.size(), kind);
}

}  // namespace

struct IdentifierTable::Held {
    std::string owned;
    MappedFile mapped;
    std::string_view bytes;  ///< of one of the two
    std::span<const Entry> entries;

    Status check(const std::string& path, std::uint32_t listings);
};

Status IdentifierTable::Held::check(const std::string& path, std::uint32_t listings) {
    const auto refused = [&](std::string_view what) {
        return Error{"This is not a whole table of identifiers: " + std::string(what),
                     "a file written when lists are opened",
                     "Delete the file; it is made anew.",
                     {path, 0, 0, ""},
                     {}};
    };
    if (bytes.size() < sizeof(Header) || bytes.size() % sizeof(Entry) != 0) {
        return refused("its end is missing");
    }
    Header header;
    std::memcpy(&header, bytes.data(), sizeof(header));
    if (header.magic != Header{}.magic) return refused("it does not begin like one");
    const auto rest = bytes.substr(sizeof(Header));
    if (XXH3_64bits(rest.data(), rest.size()) != header.checksum) {
        return refused("its bytes are not those that were written");
    }
    entries = {reinterpret_cast<const Entry*>(rest.data()), rest.size() / sizeof(Entry)};
    if (std::any_of(entries.begin(), entries.end(),
                    [&](const Entry& entry) { return entry.listing >= listings; })) {
        return refused("it is of other lists");
    }
    return std::monostate{};
}

std::string IdentifierTable::compile(const lists::Snapshot& snapshot) {
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < snapshot.size(); ++i) {
        const auto listing = snapshot.listing(i);
        entries.push_back({key_of(kOwnId, listing.id), i});
        for (const auto& printed : listing.identifiers) {
            const auto id = names::identifier(printed.label, printed.value, printed.country);
            if (!id.value.empty()) entries.push_back({key_of(kNumber, id.value), i});
        }
    }
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    Header header;
    const auto size = entries.size() * sizeof(Entry);
    header.checksum = XXH3_64bits(entries.data(), size);
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof(header));
    bytes.append(reinterpret_cast<const char*>(entries.data()), size);
    return bytes;
}

Result<IdentifierTable> IdentifierTable::from_bytes(std::string bytes, std::uint32_t listings) {
    auto held = std::make_unique<Held>();
    held->owned = std::move(bytes);
    held->bytes = held->owned;
    TRY(held->check("", listings));
    return IdentifierTable(std::move(held));
}

Result<IdentifierTable> IdentifierTable::open(const std::string& path, std::uint32_t listings) {
    auto held = std::make_unique<Held>();
    held->mapped = TRY(MappedFile::open(path));
    held->bytes = held->mapped.bytes();
    TRY(held->check(path, listings));
    return IdentifierTable(std::move(held));
}

IdentifierTable IdentifierTable::of(const lists::Snapshot& snapshot) {
    return MUST(from_bytes(compile(snapshot), snapshot.size()));
}

IdentifierTable::IdentifierTable(std::unique_ptr<Held> held) : held_(std::move(held)) {}
IdentifierTable::IdentifierTable(IdentifierTable&&) noexcept = default;
IdentifierTable& IdentifierTable::operator=(IdentifierTable&&) noexcept = default;
IdentifierTable::~IdentifierTable() = default;

std::string_view IdentifierTable::bytes() const {
    return held_->bytes;
}

std::vector<std::uint32_t> IdentifierTable::with(std::uint64_t key) const {
    const auto& entries = held_->entries;
    std::vector<std::uint32_t> found;
    auto at = std::lower_bound(entries.begin(), entries.end(), Entry{key, 0, 0});
    for (; at != entries.end() && at->key == key; ++at) found.push_back(at->listing);
    return found;
}

std::vector<std::uint32_t> IdentifierTable::find(const names::Identifier& identifier) const {
    if (identifier.value.empty()) return {};
    return with(key_of(kNumber, identifier.value));
}

std::vector<std::uint32_t> IdentifierTable::find_id(std::string_view id) const {
    return with(key_of(kOwnId, id));
}

}  // namespace cordon::screening
