// SPDX-License-Identifier: Apache-2.0
// A seam is looked for only in a word nobody knows. Letters alone cannot tell a name from two
// words, so every seam gives a further reading of the name and the name as written stays.
#include "screening/matcher_seams.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "names/fold.h"
#include "names/lexicon.h"
#include "screening/matcher_vocabulary.h"

namespace cordon::screening {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

bool is_known(std::string_view word) {
    return !names::Lexicon::bundled().latin_word(word).empty() || SharedWords::bundled().has(word);
}

bool is_shared(std::string_view word) {
    // Words that stand among the names of persons, and "and" and "the" of other tongues.
    constexpr std::array<std::string_view, 14> kBetween = {"abd", "abu", "ibn", "bin", "bint",
                                                           "ve",  "va",  "dis", "la",  "las",
                                                           "le",  "les", "des", "du"};
    if (std::find(kBetween.begin(), kBetween.end(), word) != kBetween.end()) return true;
    return SharedWords::bundled().is_small(word) || (word.size() >= 2 && is_known(word));
}

std::size_t shared_seam_of(std::string_view word) {
    for (std::size_t at = 3; at + 3 <= word.size(); ++at) {
        if (begins_phrase(word.substr(0, at), word.substr(at))) return at;
    }
    for (std::size_t cut = word.size() - 2; cut >= 2; --cut) {
        const std::size_t at = word.size() - cut;
        const auto both = [](std::string_view off, std::string_view left) {
            return left.size() >= 3 && is_shared(off) && is_known(left);
        };
        if (both(word.substr(at), word.substr(0, at))) return at;
        if (both(word.substr(0, cut), word.substr(cut))) return cut;
    }
    return 0;
}

bool may_be_glued(std::string_view word) {
    return word.size() >= 5 && word.size() <= 40 && !is_known(word);
}

bool begins_phrase(std::string_view word, std::string_view next) {
    if (word.size() < 3 || next.empty()) return false;
    const std::vector<names::Word> words = {{std::string(word), 0, 0}, {std::string(next), 0, 0}};
    const auto found = names::Lexicon::bundled().latin_at(words);
    return found && found->length == 2;
}

std::size_t seam_before_dots(std::string_view word, std::string_view rest) {
    constexpr std::size_t kShortest = 3;
    if (word.size() < kShortest || rest.size() < 2) return 0;
    const bool one_letter =
        rest[0] == '.' && is_letter(rest[1]) && (rest.size() == 2 || !is_letter(rest[2]));
    return one_letter ? word.size() - 1 : 0;
}

std::size_t seam_behind_apostrophe(std::string_view word) {
    if (word.size() < 4) return 0;
    const bool ending = word[0] == 's' || word[0] == 'l' || word[0] == 't';
    return ending && is_shared(word.substr(1)) ? 1 : 0;
}

}  // namespace cordon::screening
