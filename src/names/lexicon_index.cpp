// SPDX-License-Identifier: Apache-2.0
#include "names/lexicon_index.h"

namespace cordon::names {

TextIndex::TextIndex(std::size_t expected) {
    std::size_t slots = 32;
    while (slots < expected * 2) slots *= 2;
    slots_.assign(slots, 0);
    mask_ = slots - 1;
    ends_.assign(slots / 16, 0);
    texts_.reserve(expected);
    hashes_.reserve(expected);
}

std::uint32_t TextIndex::add(std::string_view text) {
    const std::uint64_t hash = hash_on(kHashSeed, text);
    const auto known = find_hashed(hash, [&](std::string_view other) { return other == text; });
    if (known != kNone) return known;
    texts_.push_back(text);
    hashes_.push_back(hash);
    set_ends(text);
    if (texts_.size() * 2 > slots_.size()) {
        grow();
    } else {
        std::size_t slot = slot_of(hash);
        while (slots_[slot] != 0) slot = (slot + 1) & mask_;
        slots_[slot] = static_cast<std::uint32_t>(texts_.size());
    }
    return static_cast<std::uint32_t>(texts_.size() - 1);
}

std::uint32_t TextIndex::find(std::string_view text) const {
    if (text.size() >= kEnds) {
        const auto bit = ends_of(text);
        if ((ends_[bit / 64] >> bit % 64 & 1U) == 0) return kNone;
    }
    return find_hashed(hash_on(kHashSeed, text),
                       [&](std::string_view other) { return other == text; });
}

void TextIndex::set_ends(std::string_view text) {
    if (text.size() < kEnds) return;
    const auto bit = ends_of(text);
    ends_[bit / 64] |= std::uint64_t{1} << bit % 64;
}

void TextIndex::grow() {
    slots_.assign(slots_.size() * 2, 0);
    mask_ = slots_.size() - 1;
    ends_.assign(slots_.size() / 16, 0);
    for (const auto text : texts_) set_ends(text);
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
        std::size_t slot = slot_of(hashes_[i]);
        while (slots_[slot] != 0) slot = (slot + 1) & mask_;
        slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

}  // namespace cordon::names
