// SPDX-License-Identifier: Apache-2.0
// Opening an index. The checksum over the whole file is taken once, at the speed of memory; then
// the sections must lie as a Builder lays them and have sizes that agree, so that no header but the
// one written leads anywhere. After that the bytes are read without further checks.
#include "screening/index_units.h"

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

std::uint64_t end_of_units(const Index::Layout& layout, const NameRecord& name) {
    UnitReader reader(layout, name);
    for (unsigned i = 0; i < unsigned{reader.tokens()} + reader.spans(); ++i) {
        const bool span = i >= reader.tokens();
        (void)(span ? reader.span() : reader.token());
        reader.terms(span, [](names::FormKind, TermId) {});
    }
    return reader.next_byte();
}

/// Sections whose sizes and widths follow from counts, in the order of the file.
class Sizes {
public:
    Sizes(std::string_view bytes, const Header& header) : bytes_(bytes), header_(header) {}
    Packed packed(Section which, std::uint64_t count, unsigned width) {
        const auto found = section<std::uint8_t>(bytes_, header_, which);
        agree_ = agree_ && found.size() == packed_bytes(count, width);
        return {found.data(), width};
    }
    template <class T>
    std::span<const T> counted(Section which, std::uint64_t count) {
        const auto found = section<T>(bytes_, header_, which);
        agree_ = agree_ && found.size() == count;
        return found;
    }
    [[nodiscard]] bool agree() const { return agree_; }

private:
    std::string_view bytes_;
    const Header& header_;
    bool agree_ = true;
};

/// Places the sections; do their sizes agree with each other and with what stands in them?
bool lay_out(Index::Layout& layout, std::string_view bytes, const Header& header) {
    Sizes sizes(bytes, header);
    layout.class_first = sizes.counted<std::uint32_t>(kCounts, kClasses + 2);
    if (!sizes.agree()) return false;
    const std::uint64_t terms = layout.terms();
    const std::uint64_t variants = layout.class_first[kClasses + 1];
    layout.names = section<NameRecord>(bytes, header, kNames);
    layout.units = section<std::uint8_t>(bytes, header, kUnits);
    layout.text = section<char>(bytes, header, kText);
    layout.text_at = sizes.packed(kTextAt, terms + 1, width_of(layout.text.size()));
    layout.signatures = sizes.counted<std::uint32_t>(
        kSignatures, layout.class_first[static_cast<std::size_t>(TermClass::Concept)]);
    layout.heaviest = sizes.counted<std::uint16_t>(kHeaviest, terms);
    layout.span_keys = section<std::uint64_t>(bytes, header, kSpanKeys);
    const std::uint64_t spans = layout.span_keys.size();
    layout.span_bits = bucket_bits(spans, kSpansABucket);
    const std::uint64_t span_buckets = std::uint64_t{1} << layout.span_bits;
    layout.span_buckets = sizes.packed(kSpanBuckets, span_buckets + 1, width_of(spans));
    layout.postings = section<std::uint8_t>(bytes, header, kPostings);
    layout.posting_at = sizes.packed(kPostingAt, terms + spans,
                                     place_width(layout.names.size(), layout.postings.size()));
    layout.variant_bits = bucket_bits(variants, kVariantsABucket);
    const std::uint64_t variant_buckets = std::uint64_t{1} << layout.variant_bits;
    layout.variant_buckets = sizes.packed(kVariantBuckets, variant_buckets + 1, width_of(variants));
    layout.variants = sizes.packed(kVariants, variants, kMarkBits + width_of(terms));
    layout.term_width = width_of(terms);
    layout.span_width = width_of(spans);
    if (!sizes.agree() || layout.text_at[terms] != layout.text.size() ||
        layout.span_buckets[span_buckets] != spans ||
        layout.variant_buckets[variant_buckets] != variants) {
        return false;
    }
    return layout.names.empty() ? layout.units.empty()
                                : end_of_units(layout, layout.names.back()) == layout.units.size();
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
    if (end + kEnd != bytes.size()) return "something stands behind its sections";
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
    const auto end = span_buckets[bucket + 1];
    for (auto i = span_buckets[bucket]; i < end; ++i) {
        if (span_keys[i] == key) return static_cast<TermId>(terms() + i);
    }
    return std::nullopt;
}

std::uint32_t Index::Layout::first_of_weight(std::uint64_t least) const {
    const auto first = std::partition_point(
        names.begin(), names.end(), [&](const NameRecord& name) { return name.total < least; });
    return static_cast<std::uint32_t>(first - names.begin());
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
    if (!lay_out(layout, bytes, header)) {
        return refused(path, "the sizes of its sections do not agree");
    }
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
