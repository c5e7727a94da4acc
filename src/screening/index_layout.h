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
#include "screening/packed.h"
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
    std::span<const std::uint32_t> class_first;  ///< the section of counts
    Packed text_at;
    std::span<const char> text;
    std::span<const std::uint32_t> signatures;
    std::span<const std::uint16_t> heaviest;
    std::span<const std::uint64_t> span_keys;
    Packed span_buckets;
    Packed posting_at;
    std::span<const std::uint8_t> postings;
    Packed variant_buckets;
    Packed variants;
    unsigned span_bits = 0, variant_bits = 0;  ///< of the buckets
    unsigned term_width = 0, span_width = 0;   ///< in the stream of units

    [[nodiscard]] TermId terms() const { return class_first[format::kClasses]; }
    [[nodiscard]] std::string_view text_of(TermId term) const {
        const auto at = text_at[term];
        return {text.data() + at, text_at[term + 1] - at};
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

    /// The first of the names, which go by weight, that weighs at least so much.
    [[nodiscard]] std::uint32_t first_of_weight(std::uint64_t least) const;

    /// Calls `each` with the number of every name under `end` that has the term, rising.
    template <class Each>
    void for_each_name(TermId term, std::uint32_t end, Each&& each) const {
        const auto place = posting_at[term];
        if ((place & 1U) != 0) {
            if (place >> 1U < end) each(static_cast<std::uint32_t>(place >> 1U));
            return;
        }
        const std::uint8_t* at = postings.data() + (place >> 1U);
        std::uint32_t name = 0;
        for (std::uint32_t count = get_varint(at); count > 0; --count) {
            name += get_varint(at);
            if (name >= end) return;
            each(name);
        }
    }
    [[nodiscard]] std::uint32_t name_count(TermId term) const {
        const auto place = posting_at[term];
        if ((place & 1U) != 0) return 1;
        const std::uint8_t* at = postings.data() + (place >> 1U);
        return get_varint(at);
    }
};

/// Width of a place: of a name or in the postings, and a bit to say which.
constexpr unsigned place_width(std::uint64_t names, std::uint64_t postings) {
    return 1 + width_of(names > postings ? names : postings);
}

constexpr std::uint64_t bucket_of(std::uint64_t key, unsigned bits) {
    return bits == 0 ? 0 : key >> (64U - bits);
}

}  // namespace cordon::screening
