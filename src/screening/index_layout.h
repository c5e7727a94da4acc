// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An opened index: where each section lies. For this folder only.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/mapped_file.h"
#include "screening/bridge.h"
#include "screening/index_format.h"
#include "screening/search.h"
#include "screening/varint.h"

namespace cordon::screening {

/// Over every byte but the checksum itself.
std::uint64_t checksum_of(std::string_view bytes);

/// A term of the vocabulary, or, from `Layout::terms()` on, the key of a span.
using TermId = std::uint32_t;

struct Index::Layout {
    std::string owned;
    MappedFile mapped;
    std::string_view bytes;

    std::span<const format::NameRecord> names;
    std::span<const std::uint8_t> units;
    std::span<const std::uint32_t> class_first;
    std::span<const std::uint32_t> text_at;
    std::span<const char> text;
    std::span<const std::uint32_t> masks;
    std::span<const std::uint16_t> heaviest;
    std::span<const std::uint64_t> span_keys;
    std::span<const std::uint32_t> span_buckets;
    std::span<const std::uint32_t> posting_at;
    std::span<const std::uint8_t> postings;
    std::span<const std::uint32_t> variant_buckets;
    std::span<const std::uint32_t> variant_terms;
    std::span<const std::uint8_t> variant_marks;
    unsigned span_bits = 0, variant_bits = 0;

    [[nodiscard]] TermId terms() const { return class_first[format::kClasses]; }
    [[nodiscard]] std::string_view text_of(TermId term) const {
        return {text.data() + text_at[term], text_at[term + 1] - text_at[term]};
    }
    [[nodiscard]] bool in_class(TermId term, TermClass which) const {
        const auto c = static_cast<std::size_t>(which);
        return term >= class_first[c] && term < class_first[c + 1];
    }
    /// The first term of the class that is not before the text.
    [[nodiscard]] TermId not_before(TermClass which, std::string_view text) const;
    [[nodiscard]] std::optional<TermId> find(TermClass which, std::string_view text) const;
    /// Does a term begin so?
    [[nodiscard]] bool any_begins(TermClass which, std::string_view text) const;
    [[nodiscard]] std::optional<TermId> find_span(std::uint64_t key) const;

    /// Calls `each` with the number of every name that has the term, rising.
    template <class Each>
    void for_each_name(TermId term, Each&& each) const {
        const std::uint32_t place = posting_at[term];
        if ((place & format::kOneName) != 0) {
            each(place & ~format::kOneName);
            return;
        }
        const std::uint8_t* at = postings.data() + place;
        std::uint32_t name = 0;
        for (std::uint32_t count = get_varint(at); count > 0; --count) {
            name += get_varint(at);
            each(name);
        }
    }
    [[nodiscard]] std::uint32_t name_count(TermId term) const {
        const std::uint32_t place = posting_at[term];
        if ((place & format::kOneName) != 0) return 1;
        const std::uint8_t* at = postings.data() + place;
        return get_varint(at);
    }
};

constexpr std::uint64_t bucket_of(std::uint64_t key, unsigned bits) {
    return bits == 0 ? 0 : key >> (64U - bits);
}

}  // namespace cordon::screening
