// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The listed words within the allowed edits of a word. For this folder only.
///
/// Half the words of names are those that many names share ("technology", "limited"), so answers
/// to words that come again are kept. How often a word comes changes the time, never the answer.
/// Thread safety: one thread.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "screening/index_layout.h"

namespace cordon::screening {

class NearWords {
public:
    struct NearWord {
        TermId term = 0;
        std::uint16_t similarity = 0;  ///< names::spelling_similarity; 1000 for the word itself
        friend bool operator==(const NearWord&, const NearWord&) = default;
    };
    explicit NearWords(const Index::Layout& index);
    /// Each once, the word itself as well. REQUIRES Latin or Han. Good until the next call.
    const std::vector<NearWord>& of(std::string_view word, TermClass which);
    [[nodiscard]] std::uint64_t probes() const { return probes_; }  ///< keys looked under, so far

private:
    /// A place for one of the words whose hash ends alike. A word is kept when it comes twice and
    /// no other of them between, so that rare ones do not drive out the frequent.
    struct Kept {
        std::uint64_t last = 0;  ///< hash of the last word that asked and was not kept
        std::string word;        ///< with its class before it; "" for none
        std::vector<NearWord> near;
    };
    void look_up(std::string_view word, TermClass which, std::vector<NearWord>& out);

    const Index::Layout& index_;
    std::vector<Kept> kept_;
    std::vector<NearWord> found_;
    std::vector<std::uint64_t> keys_;
    std::vector<TermId> candidates_;
    std::uint64_t probes_ = 0;
};

}  // namespace cordon::screening
