// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words that many names share, from the tables of src/names, and words one slip away from them.
/// For this folder only.
///
/// The lexicon corrects a slip in a word that means something by itself. A slip inside a phrase
/// ("limied liability company", "Yangmze Memory") breaks the phrase; only its words can tell.
/// Thread safety: immutable after the first call.
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "names/lexicon_index.h"

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
    /// nearest, then the longest, then the first of the alphabet. "" when there is none. Words
    /// under five letters have none.
    [[nodiscard]] std::string_view meant_by(std::string_view word) const;

private:
    struct Masked {
        std::uint32_t letters = 0;  ///< which letters the word has
        std::uint32_t size = 0;
        std::uint32_t word = 0;
    };
    /// Words by two of their letters: one edit leaves the first two or the last two as they are.
    struct Buckets {
        std::vector<std::uint32_t> first;  ///< of each pair of letters; one more at the end
        std::vector<Masked> words;
    };
    SharedWords();
    void add(std::string_view text);
    template <class PairOf>
    [[nodiscard]] Buckets buckets(const PairOf& pair_of) const;

    names::TextIndex words_{16384};
    std::vector<bool> often_;       ///< stands in several phrases
    std::deque<std::string> made_;  ///< words that no table has letter by letter
    Buckets by_start_, by_end_;
    std::vector<std::string> small_;
    names::TextIndex small_index_{256};
};

}  // namespace cordon::screening
