// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words that many names share, from the tables of src/names, and words one slip away from them.
/// For this folder only.
///
/// The lexicon corrects a slip in a word that means something by itself. A slip inside a phrase
/// ("limied liability company", "Yangmze Memory") breaks the phrase; only its words can tell.
/// Thread safety: immutable after the first call.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::screening {

class SharedWords {
public:
    static const SharedWords& bundled();

    /// Lower-case ASCII.
    [[nodiscard]] bool has(std::string_view word) const;
    /// A word of two letters or more in which a legal form is written ("sdn"), or one that joins
    /// words ("of").
    [[nodiscard]] bool is_small(std::string_view word) const;
    /// The shared word that this one slipped from: one edit away and no shared word itself; of
    /// several one with the same first letter, then one that stands in several phrases, then the
    /// nearest, then the longest. "" when there is
    /// none. Words under five letters have none.
    [[nodiscard]] std::string_view meant_by(std::string_view word) const;

private:
    SharedWords();
    void count_words();
    struct Key {
        std::uint64_t key = 0;  ///< of a word, or of a word less one letter
        std::uint32_t word = 0;
    };
    std::vector<std::string> words_;  ///< sorted
    std::vector<bool> often_;         ///< stands in several phrases
    std::vector<std::string> small_;  ///< sorted
    std::vector<Key> keys_;           ///< sorted
};

}  // namespace cordon::screening
