// SPDX-License-Identifier: Apache-2.0
// A seam is looked for only in a word nobody knows. Letters alone cannot tell a name from two
// words, so every seam gives a further reading of the name and the name as written stays.
#include "screening/matcher_seams.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "names/fold.h"
#include "names/lexicon.h"
#include "screening/matcher_vocabulary.h"

namespace cordon::screening {

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

bool begins_phrase(std::string_view word, std::string_view next) {
    if (word.size() < 3 || next.empty()) return false;
    const std::vector<names::Word> words = {{std::string(word), 0, 0}, {std::string(next), 0, 0}};
    const auto found = names::Lexicon::bundled().latin_at(words);
    return found && found->length == 2;
}

void Run::find_shared() {
    const std::string_view word = lower;
    for (std::size_t at = 2; at + 2 <= word.size(); ++at) {
        if (is_shared(word.substr(0, at))) fronts |= std::uint64_t{1} << at;
        if (is_shared(word.substr(at))) backs |= std::uint64_t{1} << at;
    }
}

Written::Written(std::string_view a_name) : name(a_name) {
    for_each_run(name, [&](std::size_t begin, std::size_t end) {
        auto lower = to_lower_ascii(name.substr(begin, end - begin));
        const bool known = is_known(lower);
        runs.push_back({begin, end, std::move(lower), known});
        if (runs.back().may_be_glued()) runs.back().find_shared();
    });
    for (std::size_t i = 1; i < runs.size(); ++i) {
        const auto& first = runs[i - 1];
        const auto& second = runs[i];
        const bool neighbours = second.begin == first.end + 1 && name[first.end] == ' ';
        if (!neighbours || second.end - first.begin < 6) continue;
        auto joined = first.lower + second.lower;
        const bool known = is_known(joined);
        parted.push_back({first.end, second.begin, std::move(joined), known});
    }
}

std::size_t shared_seam_of(const Run& run) {
    const std::string_view word = run.lower;
    for (std::size_t at = 3; at + 3 <= word.size(); ++at) {
        if (begins_phrase(word.substr(0, at), word.substr(at))) return at;
    }
    for (std::size_t cut = word.size() - 2; cut >= 2; --cut) {
        const std::size_t at = word.size() - cut;
        if (at < 3) continue;
        if (run.shared_back(at) && is_known(word.substr(0, at))) return at;
        if (run.shared_front(cut) && is_known(word.substr(cut))) return cut;
    }
    return 0;
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
