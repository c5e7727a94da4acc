// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The stream of units of one name: what it is made of, bit by bit, as a Builder wrote it
/// (docs/reference/index-format.md). For this folder only.
#include <cstdint>

#include "screening/index_layout.h"
#include "screening/score.h"

namespace cordon::screening {

class UnitReader {
public:
    UnitReader(const Index::Layout& layout, const format::NameRecord& record)
        : layout_(layout), bit_(std::uint64_t{record.units_at} * 8) {
        tokens_ = static_cast<std::uint8_t>(take(format::kTokensBits));
        spans_ = static_cast<std::uint8_t>(take(format::kSpansBits));
        derived_ = static_cast<names::Derived>(take(format::kDerivedBits));
    }
    [[nodiscard]] std::uint8_t tokens() const { return tokens_; }
    [[nodiscard]] std::uint8_t spans() const { return spans_; }
    [[nodiscard]] names::Derived derived() const { return derived_; }

    /// The next token, all but where it stands.
    Unit token() {
        const auto head = take(format::kRoleBits + 1 + format::kWeightBits);
        Unit unit;
        unit.role = static_cast<names::Role>(head & ((1U << format::kRoleBits) - 1));
        unit.has_han = (head >> format::kRoleBits & 1U) != 0;
        unit.weight = static_cast<std::uint16_t>(head >> (format::kRoleBits + 1));
        return unit;
    }
    /// After the tokens the next span, all but what it has from its tokens.
    Unit span() {
        Unit unit;
        unit.first = static_cast<std::uint8_t>(take(format::kTokensBits));
        unit.count = static_cast<std::uint8_t>(take(format::kTokensBits));
        unit.has_han = take(1) != 0;
        return unit;
    }
    /// Behind a token or span, each of its terms with the kind of the form.
    template <class Each>
    void terms(bool of_span, Each&& each) {
        const unsigned width = of_span ? layout_.span_width : layout_.term_width;
        const TermId base = of_span ? layout_.terms() : 0;
        for (bool more = true; more;) {
            const auto form = take(format::kKindBits + 1 + width);
            more = (form >> format::kKindBits & 1U) != 0;
            each(static_cast<names::FormKind>(form & ((1U << format::kKindBits) - 1)),
                 static_cast<TermId>(base + (form >> (format::kKindBits + 1))));
        }
    }
    [[nodiscard]] std::uint64_t next_byte() const { return (bit_ + 7) / 8; }

private:
    std::uint64_t take(unsigned width) {
        const auto value = bits_at(layout_.units.data(), bit_, width);
        bit_ += width;
        return value;
    }

    const Index::Layout& layout_;
    std::uint64_t bit_;
    std::uint8_t tokens_ = 0, spans_ = 0;
    names::Derived derived_ = names::Derived::No;
};

}  // namespace cordon::screening
