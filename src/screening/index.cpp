// SPDX-License-Identifier: Apache-2.0
// Opening an index. The checksum over the whole file is taken once, at the speed of memory; then
// the sections must lie as a Builder lays them and have sizes that agree, so that no header but the
// one written leads anywhere. After that the bytes are read without further checks.
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

/// Where the units of a name end; nothing where they leave the section on the way.
std::optional<std::size_t> end_of_units(std::span<const std::uint8_t> units,
                                        const NameRecord& name) {
    std::size_t at = name.units_at;
    for (unsigned i = 0; i < unsigned{name.tokens} + name.spans; ++i) {
        const std::size_t head = i < name.tokens ? 4 : 3;  // its last byte counts the terms
        if (at + head > units.size()) return std::nullopt;
        at += head + std::size_t{4} * units[at + head - 1];
    }
    return at;
}

bool buckets_end_at(std::span<const std::uint32_t> starts, std::size_t keys) {
    return starts.size() > 1 && std::has_single_bit(starts.size() - 1) && starts.back() == keys;
}

/// Do the sizes of the sections agree with each other and with what stands in them?
bool sizes_agree(const Index::Layout& layout) {
    if (layout.class_first.size() != kClasses + 1) return false;
    const std::size_t terms = layout.terms();
    const bool names_end = layout.names.empty() ? layout.units.empty()
                                                : end_of_units(layout.units, layout.names.back()) ==
                                                      layout.units.size();
    return names_end && layout.text_at.size() == terms + 1 &&
           layout.text_at.back() == layout.text.size() && layout.masks.size() == terms &&
           layout.heaviest.size() == terms &&
           layout.posting_at.size() == terms + layout.span_keys.size() &&
           buckets_end_at(layout.span_buckets, layout.span_keys.size()) &&
           buckets_end_at(layout.variant_buckets, layout.variant_terms.size()) &&
           layout.variant_marks.size() == layout.variant_terms.size();
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
    std::uint64_t end = sizeof(Header);
    for (std::size_t i = 0; i < kSectionCount; ++i) {
        const Place& place = header.places[i];
        if (place.offset != aligned(end)) return "a section is not where it belongs";
        if (place.offset > bytes.size() ||
            place.count > (bytes.size() - place.offset) / kElementSize[i]) {
            return "a section lies outside the file";
        }
        end = place.offset + place.count * kElementSize[i];
    }
    if (end != bytes.size()) return "something stands behind its sections";
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

TermId Index::Layout::not_before(TermClass which, std::string_view wanted) const {
    const auto c = static_cast<std::size_t>(which);
    TermId low = class_first[c];
    TermId high = class_first[c + 1];
    while (low < high) {
        const TermId middle = low + (high - low) / 2;
        if (text_of(middle) < wanted) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

std::optional<TermId> Index::Layout::find(TermClass which, std::string_view wanted) const {
    const auto at = not_before(which, wanted);
    if (!in_class(at, which) || text_of(at) != wanted) return std::nullopt;
    return at;
}

bool Index::Layout::any_begins(TermClass which, std::string_view wanted) const {
    const auto at = not_before(which, wanted);
    return in_class(at, which) && text_of(at).starts_with(wanted);
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
    if (!sizes_agree(layout)) return refused(path, "the sizes of its sections do not agree");
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
