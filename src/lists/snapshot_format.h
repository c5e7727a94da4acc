// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The bytes of a snapshot, version 1, as docs/reference/snapshot-format.md describes them.
/// Little-endian; every record is copied out with memcpy, so no alignment is assumed.
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <string_view>

namespace cordon::lists::format {

static_assert(std::endian::native == std::endian::little, "snapshots are little-endian");

constexpr std::string_view kMagic = "CORDLIST";
constexpr std::uint32_t kVersion = 1;
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
};
static_assert(sizeof(ListingRecord) == 152);

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
                                                                  1};
constexpr std::uint64_t kContentsStart = sizeof(Header) + kSectionCount * sizeof(Place);

/// Bucket of a hash among 2^bits.
constexpr std::uint64_t bucket_of(std::uint64_t hash, unsigned bits) {
    return bits == 0 ? 0 : hash >> (64U - bits);
}

}  // namespace cordon::lists::format
