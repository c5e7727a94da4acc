// SPDX-License-Identifier: Apache-2.0
// Opening an index. The checksum over the whole file is taken once, at the speed of memory; after
// that the bytes are those a Builder wrote and are read without further checks.
#include "screening/index_layout.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace cordon::screening {

using namespace format;

namespace {

Error refused(const std::string& path, std::string_view what) {
    return {"This is not a whole index of names: " + std::string(what),
            "a file written by an import of lists",
            "Import the lists again; the index is made anew.",
            {path, 0, 0, ""},
            {}};
}

template <class T>
std::span<const T> section(std::string_view bytes, const Header& header, Section which) {
    const Place& place = header.places[which];
    return {reinterpret_cast<const T*>(bytes.data() + place.offset), place.count};
}

std::optional<std::string> fault(std::string_view bytes, const Header& header,
                                 const Weights& weights) {
    if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) {
        return "it does not begin like one";
    }
    if (header.version != kVersion || header.sections != kSectionCount) {
        return "it is of another version of this program";
    }
    if (header.file_size != bytes.size()) return "its end is missing";
    if (checksum_of(bytes) != header.checksum) {
        return "its bytes are not those that were written";
    }
    for (std::size_t i = 0; i < kSectionCount; ++i) {
        const Place& place = header.places[i];
        if (place.offset % 8 != 0 || place.offset > bytes.size() ||
            place.count > (bytes.size() - place.offset) / kElementSize[i]) {
            return "a section lies outside the file";
        }
    }
    if (std::string_view(header.weights.data(), header.weights.size()) != weights.hash()) {
        return "it was built for other weights than this profile has";
    }
    return std::nullopt;
}

}  // namespace

std::uint64_t checksum_of(std::string_view bytes) {
    std::array<char, sizeof(Header)> header{};
    std::memcpy(header.data(), bytes.data(), sizeof(Header));
    std::memset(header.data() + offsetof(Header, checksum), 0, sizeof(Header::checksum));
    const auto seed = XXH3_64bits(header.data(), header.size());
    const auto rest = bytes.substr(sizeof(Header));
    return XXH3_64bits_withSeed(rest.data(), rest.size(), seed);
}

std::optional<TermId> Index::Layout::find(TermClass which, std::string_view wanted) const {
    const auto c = static_cast<std::size_t>(which);
    TermId low = class_first[c];
    TermId high = class_first[c + 1];
    while (low < high) {
        const TermId middle = low + (high - low) / 2;
        const auto order = text_of(middle).compare(wanted);
        if (order == 0) return middle;
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return std::nullopt;
}

std::optional<TermId> Index::Layout::find_span(std::uint64_t key) const {
    const auto bucket = bucket_of(key, span_bits);
    for (std::uint32_t i = span_buckets[bucket]; i < span_buckets[bucket + 1]; ++i) {
        if (span_keys[i] == key) return terms() + i;
    }
    return std::nullopt;
}

Index::Index(std::unique_ptr<Layout> layout) : layout_(std::move(layout)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

std::uint32_t Index::size() const {
    return static_cast<std::uint32_t>(layout_->names.size());
}
std::string_view Index::bytes() const {
    return layout_->bytes;
}
const Index::Layout& Index::layout() const {
    return *layout_;
}

namespace {

Status read(Index::Layout& layout, std::string_view bytes, const std::string& path,
            const Weights& weights) {
    Header header;
    if (bytes.size() < sizeof(Header)) return refused(path, "it is too short");
    std::memcpy(&header, bytes.data(), sizeof(Header));
    if (auto what = fault(bytes, header, weights)) return refused(path, *what);
    layout.bytes = bytes;
    layout.names = section<NameRecord>(bytes, header, kNames);
    layout.units = section<std::uint8_t>(bytes, header, kUnits);
    layout.class_first = section<std::uint32_t>(bytes, header, kClassFirst);
    layout.text_at = section<std::uint32_t>(bytes, header, kTextAt);
    layout.text = section<char>(bytes, header, kText);
    layout.masks = section<std::uint32_t>(bytes, header, kMasks);
    layout.heaviest = section<std::uint16_t>(bytes, header, kHeaviest);
    layout.span_keys = section<std::uint64_t>(bytes, header, kSpanKeys);
    layout.span_buckets = section<std::uint32_t>(bytes, header, kSpanBuckets);
    layout.posting_at = section<std::uint32_t>(bytes, header, kPostingAt);
    layout.postings = section<std::uint8_t>(bytes, header, kPostings);
    layout.variant_buckets = section<std::uint32_t>(bytes, header, kVariantBuckets);
    layout.variant_terms = section<std::uint32_t>(bytes, header, kVariantTerms);
    layout.variant_marks = section<std::uint8_t>(bytes, header, kVariantMarks);
    const auto bits = [](std::size_t buckets) {
        return static_cast<unsigned>(std::bit_width(buckets - 1) - 1);
    };
    layout.span_bits = bits(layout.span_buckets.size());
    layout.variant_bits = bits(layout.variant_buckets.size());
    return {};
}

}  // namespace

Result<Index> Index::open(const std::string& path, const Weights& weights) {
    auto layout = std::make_unique<Layout>();
    layout->mapped = TRY(MappedFile::open(path));
    if (auto status = read(*layout, layout->mapped.bytes(), path, weights); !status) {
        return status.error();
    }
    return Index(std::move(layout));
}

Result<Index> Index::from_bytes(std::string bytes, const Weights& weights) {
    auto layout = std::make_unique<Layout>();
    layout->owned = std::move(bytes);
    if (auto status = read(*layout, layout->owned, "index in memory", weights); !status) {
        return status.error();
    }
    return Index(std::move(layout));
}

}  // namespace cordon::screening
