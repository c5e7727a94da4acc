// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The bytes of a snapshot, version 2, as docs/reference/snapshot-format.md describes them.
/// Version 1 lacked the last two sections and the end of a listing's record; it is read too, so
/// that old determinations can be replayed. Little-endian; every record is copied out with memcpy,
/// so no alignment is assumed.
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <string_view>

namespace cordon::lists::format {

static_assert(std::endian::native == std::endian::little, "snapshots are little-endian");

constexpr std::string_view kMagic = "CORDLIST";
constexpr std::uint32_t kVersion = 2;
constexpr std::uint64_t kHashDigits = 64;
constexpr std::int32_t kNoDate = std::numeric_limits<std::int32_t>::min();

struct Header {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t sections = 0;
    std::uint64_t file_size = 0;
    std::array<char, kHashDigits> hash{};  ///< of every byte behind the header
    std::uint64_t zero = 0;
};
static_assert(sizeof(Header) == 96);

enum Section : std::uint32_t {
    kSources,
    kListings,
    kTexts,  ///< Text records that listings point into, for aliases and the like
    kFootnotes,
    kIndex,    ///< sorted by hash, listing, name
    kBuckets,  ///< 2^k + 1 first places in the index, by the top k bits of the hash
    kBlob,
    kIdentifiers,
    kBirths,
    kSectionCount
};

struct Place {
    std::uint64_t offset = 0;
    std::uint64_t count = 0;  ///< of records; of bytes for the blob
};

/// Bytes in the blob.
struct Text {
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
};
/// Records of another section.
struct Span {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

struct SourceRecord {
    Text source_id, title, vintage;
    std::uint32_t listings = 0;
    std::uint32_t zero = 0;
};
static_assert(sizeof(SourceRecord) == 32);

struct ListingRecord {
    Text id, list, name, kind, requirement, requirement_text, review_policy, review_policy_text,
        citation, source, note;
    Span aliases, countries, addresses, programmes, footnotes;
    std::int32_t published = kNoDate, effective = kNoDate, ended = kNoDate;
    std::uint32_t effective_is_publication = 0;
    std::uint32_t source_index = 0;
    std::uint32_t zero = 0;
    Span weak_aliases, former_names, birthplaces, identifiers, born;  ///< since version 2
};
static_assert(sizeof(ListingRecord) == 192);
constexpr std::uint64_t kListingSizeInVersion1 = 152;

struct IdentifierRecord {
    Text label, value, country;
};
static_assert(sizeof(IdentifierRecord) == 24);

struct BirthRecord {
    std::int32_t first = kNoDate, last = kNoDate;
    std::uint32_t about = 0;
    std::uint32_t zero = 0;
};
static_assert(sizeof(BirthRecord) == 16);

struct FootnoteRecord {
    Text number;
    std::int32_t from = kNoDate;
    std::uint32_t zero = 0;
};
static_assert(sizeof(FootnoteRecord) == 16);

struct IndexRecord {
    std::uint64_t hash = 0;
    std::uint32_t listing = 0;
    std::uint32_t name = 0;  ///< 0: the name; n: alias n - 1
    Text key;
};
static_assert(sizeof(IndexRecord) == 24);

constexpr std::array<std::uint64_t, kSectionCount> kRecordSize = {sizeof(SourceRecord),
                                                                  sizeof(ListingRecord),
                                                                  sizeof(Text),
                                                                  sizeof(FootnoteRecord),
                                                                  sizeof(IndexRecord),
                                                                  sizeof(std::uint32_t),
                                                                  1,
                                                                  sizeof(IdentifierRecord),
                                                                  sizeof(BirthRecord)};
constexpr std::uint32_t kSectionsInVersion1 = kIdentifiers;
/// Where the first section may start.
constexpr std::uint64_t contents_start(std::uint32_t sections) {
    return sizeof(Header) + sections * sizeof(Place);
}
constexpr std::uint64_t kContentsStart = contents_start(kSectionCount);

/// Bucket of a hash among 2^bits.
constexpr std::uint64_t bucket_of(std::uint64_t hash, unsigned bits) {
    return bits == 0 ? 0 : hash >> (64U - bits);
}

}  // namespace cordon::lists::format
