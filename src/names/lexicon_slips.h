// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words that were meant: a slip of one letter, a word cut short, a word without its vowels.
#include <cstdint>
#include <string_view>
#include <vector>

namespace cordon::names {

/// Words known to it by number; several words may mean the same (`group`).
class SlipTable {
public:
    struct Vocable {
        std::string_view text;
        std::uint32_t entry = 0;
        std::uint32_t group = 0;
    };
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

    void add(const Vocable& vocable) { vocables_.push_back(vocable); }
    void arrange();
    /// The entry whose word is one edit from a word of at least 7 letters, when all such words
    /// belong to one group.
    [[nodiscard]] std::uint32_t one_edit_from(std::string_view word) const;
    /// The entry of the words that begin with this or have its consonants in order and no others,
    /// when they belong to one group. At least 4 letters, not ending in a vowel.
    [[nodiscard]] std::uint32_t cut_from(std::string_view word) const;

private:
    struct Bucketed {
        std::uint32_t hash = 0;
        std::uint32_t vocable = 0;
    };
    template <class Visit>
    void each_near(std::uint32_t hash, const Visit& visit) const;
    [[nodiscard]] std::uint32_t by_skeleton(std::string_view word) const;

    std::vector<Vocable> vocables_;    ///< sorted by text
    std::vector<Bucketed> deletions_;  ///< by the low bits of the hash
    std::vector<std::uint32_t> buckets_;
    std::vector<Bucketed> skeletons_;  ///< sorted by hash
};

}  // namespace cordon::names
