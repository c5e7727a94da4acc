// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A set of texts with small numbers, for tables that are read once and asked a million times.
///
/// The texts are views of the bundled tables and are never copied. Hashing goes letter by letter,
/// so that a phrase of several words is looked up while it grows, without joining it. Most of what
/// is asked for alone is not there: both ends and the length say so before a letter is hashed.
/// Thread safety: immutable once filled.
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace cordon::names {

constexpr std::uint64_t kHashSeed = 0xcbf29ce484222325ULL;

/// FNV-1a, to be continued with more text.
inline std::uint64_t hash_on(std::uint64_t hash, std::string_view text) {
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    return hash;
}
inline std::uint64_t hash_on(std::uint64_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
}

class TextIndex {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

    explicit TextIndex(std::size_t expected = 16);
    /// The number of this text, which is new or known.
    std::uint32_t add(std::string_view text);
    [[nodiscard]] std::uint32_t find(std::string_view text) const;
    /// The same for a hash made with hash_on; `is_it(text)` confirms.
    template <class Confirm>
    [[nodiscard]] std::uint32_t find_hashed(std::uint64_t hash, const Confirm& is_it) const {
        for (std::size_t slot = slot_of(hash); slots_[slot] != 0; slot = (slot + 1) & mask_) {
            const std::uint32_t index = slots_[slot] - 1;
            if (hashes_[index] == hash && is_it(texts_[index])) return index;
        }
        return kNone;
    }
    [[nodiscard]] std::string_view text(std::uint32_t index) const { return texts_[index]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

private:
    [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const {
        return static_cast<std::size_t>(hash ^ (hash >> 29U)) & mask_;
    }
    void grow();
    void set_ends(std::string_view text);
    /// A bit that is set when a text with these ends and of this length was added.
    [[nodiscard]] std::size_t ends_of(std::string_view text) const {
        std::uint32_t front = 0, back = 0;
        std::memcpy(&front, text.data(), sizeof front);
        std::memcpy(&back, text.data() + text.size() - sizeof back, sizeof back);
        const auto both = std::uint64_t{back} << 32U | front;
        const auto mixed = (both ^ text.size()) * 0x9E3779B97F4A7C15U >> 32U;
        return static_cast<std::size_t>(mixed) & (mask_ * 4 + 3);
    }
    static constexpr std::size_t kEnds = 4;  ///< bytes; shorter texts are hashed at once

    std::vector<std::string_view> texts_;
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint32_t> slots_;  ///< 1 + index; 0 is empty
    std::size_t mask_ = 0;
    std::vector<std::uint64_t> ends_;  ///< four bits a slot
};

}  // namespace cordon::names
