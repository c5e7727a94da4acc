// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The bytes of a name index, version 1 (docs/reference/index-format.md). Little-endian, sections
/// aligned to eight bytes and read where they lie.
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace cordon::screening::format {

static_assert(std::endian::native == std::endian::little, "indexes are little-endian");

constexpr std::string_view kMagic = "CORDNAME";
constexpr std::uint32_t kVersion = 1;

enum Section : std::uint32_t {
    kNames,           ///< NameRecord
    kUnits,           ///< bytes: tokens and spans of each name with their terms
    kClassFirst,      ///< u32 x 6: first term of each class, then the number of terms
    kTextAt,          ///< u32: where the text of a term starts; one more at the end
    kText,            ///< bytes
    kMasks,           ///< u32: which letters a term has
    kHeaviest,        ///< u16: largest weight of a unit with this term
    kSpanKeys,        ///< u64, rising
    kSpanBuckets,     ///< u32: first span key of each value of the top bits; one more at the end
    kPostingAt,       ///< u32 a term, then a span key: a place, or one name with kOneName set
    kPostings,        ///< bytes: count, then differences, as varints
    kVariantBuckets,  ///< u32
    kVariantTerms,    ///< u32
    kVariantMarks,    ///< u8: the low bits of the key, to tell most strangers apart
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
    std::uint8_t tokens = 0;
    std::uint8_t spans = 0;
    std::uint8_t derived = 0;
    std::uint8_t zero = 0;
};
static_assert(sizeof(NameRecord) == 16);

constexpr std::array<std::uint64_t, kSectionCount> kElementSize = {16, 1, 4, 4, 1, 4, 2,
                                                                   8,  4, 4, 1, 4, 4, 1};
constexpr std::uint32_t kClasses = 5;
constexpr std::uint32_t kOneName = 0x80000000U;

/// A term of a unit: the kind of the form in the top three bits.
constexpr std::uint32_t kTermBits = 29;
constexpr std::uint32_t kTermMask = (1U << kTermBits) - 1;

constexpr std::uint64_t aligned(std::uint64_t offset) {
    return (offset + 7U) & ~std::uint64_t{7};
}

}  // namespace cordon::screening::format
