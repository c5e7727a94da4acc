// SPDX-License-Identifier: Apache-2.0
// Two words one edit apart share themselves or a rest: either the one less a letter is the other,
// or both less the letter at the same place are equal (a replacement, and a swap, which is counted
// as one). So every word is stored under itself and under each of its rests, and a word asked for
// looks under the same keys; what meets is measured.
#include "screening/matcher_vocabulary.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <tuple>

#include "names/bundled.h"
#include "names/fold.h"
#include "names/spelling.h"

namespace cordon::screening {

namespace {

constexpr std::size_t kShortest = 5;

std::uint64_t key_of(std::string_view text) {
    return XXH3_64bits(text.data(), text.size());
}

/// Calls each(key) for the word and for each of its rests.
template <class Each>
void for_each_key(std::string_view word, const Each& each) {
    each(key_of(word));
    std::string rest(word.substr(1));
    for (std::size_t i = 0; i < word.size(); ++i) {
        each(key_of(rest));
        if (i < rest.size()) rest[i] = word[i];
    }
}

/// The words of a text that are letters a to z when folded.
void add_words(std::string_view text, std::size_t shortest, std::vector<std::string>& words) {
    std::string word;
    bool foreign = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : '\n';
        const bool high = (static_cast<unsigned char>(c) & 0x80U) != 0;
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (high || (lower >= 'a' && lower <= 'z')) {
            word.push_back(lower);
            foreign = foreign || high;
            continue;
        }
        if (foreign) word = names::folded(word);
        const bool plain =
            std::all_of(word.begin(), word.end(), [](char l) { return l >= 'a' && l <= 'z'; });
        if (plain && word.size() >= shortest) words.push_back(word);
        word.clear();
        foreign = false;
    }
}

/// Without the header.
std::string_view table(std::string_view path) {
    auto text = names::bundled_file(path);
    text.remove_prefix(std::min(text.size(), text.find('\n') + 1));
    return text;
}

/// Words of the first column, up to where a form may stand.
void add_forms(std::vector<std::string>& words) {
    auto text = table("catalogue/legal_forms.csv");
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        for (const std::string_view position : {",end,", ",start,", ",both,"}) {
            const auto at = line.find(position);
            if (at != std::string_view::npos) add_words(line.substr(0, at), 2, words);
        }
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
}

/// Words of the phrases of a table: a place of one word is a name by itself.
void add_phrases(std::string_view text, std::vector<std::string>& words) {
    while (!text.empty()) {
        const auto cell = text.substr(0, text.find_first_of("|,\n"));
        if (cell.find(' ') != std::string_view::npos) add_words(cell, kShortest, words);
        text.remove_prefix(std::min(text.size(), cell.size() + 1));
    }
}

/// Numbers in words: a slip in one makes another name.
constexpr std::string_view kOrdinals =
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

void tidy(std::vector<std::string>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

SharedWords::SharedWords() {
    for (const std::string_view file :
         {"catalogue/legal_forms.csv", "catalogue/names/abbreviations.csv",
          "catalogue/names/full_names.csv", "catalogue/names/lexicon.csv",
          "catalogue/names/readings.csv"}) {
        add_words(table(file), kShortest, words_);
    }
    add_phrases(table("catalogue/names/places.csv"), words_);
    add_words(kOrdinals, kShortest, words_);
    count_words();
    small_ = {"al", "and", "de", "del", "der", "el", "et", "for", "of", "the", "und", "von"};
    add_forms(small_);
    tidy(small_);
    for (std::size_t i = 0; i < words_.size(); ++i) {
        for_each_key(words_[i], [&](std::uint64_t key) {
            keys_.push_back({key, static_cast<std::uint32_t>(i)});
        });
    }
    std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
        return a.key != b.key ? a.key < b.key : a.word < b.word;
    });
}

void SharedWords::count_words() {
    std::sort(words_.begin(), words_.end());
    std::vector<std::string> distinct;
    for (auto& word : words_) {
        if (!distinct.empty() && distinct.back() == word) {
            often_.back() = true;
            continue;
        }
        distinct.push_back(std::move(word));
        often_.push_back(false);
    }
    words_ = std::move(distinct);
}

const SharedWords& SharedWords::bundled() {
    static const SharedWords words;
    return words;
}

bool SharedWords::has(std::string_view word) const {
    return std::binary_search(words_.begin(), words_.end(), word);
}

bool SharedWords::is_small(std::string_view word) const {
    return std::binary_search(small_.begin(), small_.end(), word);
}

std::string_view SharedWords::meant_by(std::string_view word) const {
    constexpr std::size_t kLongest = 40;
    if (word.size() < kShortest || word.size() > kLongest || has(word)) return {};
    using Rank = std::tuple<bool, bool, std::uint32_t, std::size_t>;
    std::string_view best;
    Rank best_rank;
    for_each_key(word, [&](std::uint64_t key) {
        auto at =
            std::lower_bound(keys_.begin(), keys_.end(), key,
                             [](const Key& k, std::uint64_t wanted) { return k.key < wanted; });
        for (; at != keys_.end() && at->key == key; ++at) {
            const std::string_view shared = words_[at->word];
            if (names::edit_distance(shared, word, 1) > 1) continue;
            // Letters get lost more often than they are added, so longer is likelier.
            const Rank rank{shared[0] == word[0], often_[at->word],
                            names::spelling_similarity(shared, word), shared.size()};
            if (best.empty() || rank > best_rank) {
                best = shared;
                best_rank = rank;
            }
        }
    });
    return best;
}

}  // namespace cordon::screening
