// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The bytes of a name index, version 2 (docs/reference/index-format.md). Little-endian, sections
/// aligned to eight bytes and read where they lie.
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

#include "names/name.h"

namespace cordon::screening::format {

static_assert(std::endian::native == std::endian::little, "indexes are little-endian");

constexpr std::string_view kMagic = "CORDNAME";
constexpr std::uint32_t kVersion = 2;

/// "Packed" are numbers of one width (packed.h), which follows from the counts of other sections.
enum Section : std::uint32_t {
    kNames,           ///< NameRecord, by weight
    kUnits,           ///< bits: tokens and spans of each name with their terms
    kCounts,          ///< u32 x 7: first term of each class, number of terms, of variants
    kTextAt,          ///< packed: where the text of a term starts; one more at the end
    kText,            ///< bytes
    kSignatures,      ///< u32: letter_signature of a Latin or Han term
    kHeaviest,        ///< u16: largest weight of a unit with this term
    kSpanKeys,        ///< u64, rising
    kSpanBuckets,     ///< packed: first span key of each value of the top bits; one more at the end
    kPostingAt,       ///< packed, a term, then a span key: twice a place, or twice one name and one
    kPostings,        ///< bytes: count, then differences, as varints
    kVariantBuckets,  ///< packed
    kVariants,        ///< packed: the low bits of the key, to tell most strangers apart; the term
    kSectionCount
};

struct Place {
    std::uint64_t offset = 0;  ///< from the start of the file
    std::uint64_t count = 0;   ///< of elements
};

struct Header {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t sections = 0;
    std::uint64_t file_size = 0;
    std::uint64_t checksum = 0;      ///< checksum_of (index_layout.h)
    std::array<char, 64> weights{};  ///< Weights::hash
    std::array<Place, kSectionCount> places{};
};

/// One name, derived ones too.
struct NameRecord {
    std::uint32_t units_at = 0;
    std::uint32_t listing = 0;
    std::uint16_t name = 0;
    std::uint16_t total = 0;  ///< weight of its tokens
    std::uint32_t bits = 0;   ///< bit_of each of its terms
};
static_assert(sizeof(NameRecord) == 16);

/// Names that have a term have its bit.
constexpr std::uint32_t bit_of(std::uint32_t term) {
    return 1U << (term * 0x9E3779B1U >> 27U);
}

/// Bytes of an element; packed sections are bytes.
constexpr std::array<std::uint64_t, kSectionCount> kElementSize = {16, 1, 4, 1, 1, 4, 2,
                                                                   8,  1, 1, 1, 1, 1};
constexpr std::uint32_t kClasses = 5;
constexpr std::uint64_t kEnd = 8;  ///< zero bytes behind the last section, for packed.h

/// Widths in the stream of units.
constexpr unsigned kTokensBits = 6;  ///< number of tokens, number of a token
constexpr unsigned kSpansBits = 7;
constexpr unsigned kDerivedBits = 2;
constexpr unsigned kRoleBits = 3;
constexpr unsigned kWeightBits = 11;
constexpr unsigned kKindBits = 3;
constexpr unsigned kMarkBits = 8;  ///< of a variant key
constexpr std::uint64_t kMarkMask = (1U << kMarkBits) - 1;
static_assert(names::kTokensMax < (1U << kTokensBits) && names::kSpansMax < (1U << kSpansBits));
static_assert(names::kRoleCount <= (1U << kRoleBits) && names::kFormKinds <= (1U << kKindBits));

/// Buckets by the top bits of a key: so many bits for so many keys, about `a_bucket` in each.
constexpr unsigned bucket_bits(std::uint64_t keys, std::uint64_t a_bucket) {
    return static_cast<unsigned>(std::bit_width(keys / a_bucket));
}
constexpr std::uint64_t kSpansABucket = 4;
constexpr std::uint64_t kVariantsABucket = 8;

constexpr std::uint64_t aligned(std::uint64_t offset) {
    return (offset + 7U) & ~std::uint64_t{7};
}

}  // namespace cordon::screening::format
