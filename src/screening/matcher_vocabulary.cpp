// SPDX-License-Identifier: Apache-2.0
// Two words one edit apart share themselves or a rest: either the one less a letter is the other,
// or both less the letter at the same place are equal (a replacement, and a swap, which is counted
// as one). So every word is stored under itself and under each of its rests, and a word asked for
// looks under the same keys; what meets is measured.
#include "screening/matcher_vocabulary.h"

#include <algorithm>
#include <tuple>

#include "names/bundled.h"
#include "names/fold.h"
#include "names/spelling.h"

namespace cordon::screening {

namespace {

constexpr std::size_t kShortest = 5;
constexpr std::uint32_t kLetters = 26;
constexpr std::uint32_t kPairs = kLetters * kLetters;

bool is_plain(char c) {
    return c >= 'a' && c <= 'z';
}

std::uint32_t pair(char a, char b) {
    return static_cast<std::uint32_t>(a - 'a') * kLetters + static_cast<std::uint32_t>(b - 'a');
}
std::uint32_t pair_at_start(std::string_view word) {
    return pair(word[0], word[1]);
}
std::uint32_t pair_at_end(std::string_view word) {
    return pair(word[word.size() - 2], word.back());
}

std::uint32_t mask_of(std::string_view word) {
    std::uint32_t mask = 0;
    for (const char c : word) mask |= 1U << static_cast<unsigned>(c - 'a');
    return mask;
}

/// One edit changes two letters of the mask at most. Many words are turned away by it, and not
/// every machine counts bits by itself.
bool two_at_most(std::uint32_t bits) {
    bits &= bits - 1;
    return (bits & (bits - 1)) == 0;
}

/// Kana and Han: folding makes no Latin letter of them.
bool is_far_east(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE3 && byte <= 0xE9;
}

/// Calls each(word, is_slice) for the words of a text that are letters a to z when folded.
/// `is_slice` says that the word stands in the text letter by letter.
template <class Each>
void for_each_word(std::string_view text, std::size_t shortest, const Each& each) {
    const auto is_letter = [](char c) {
        return is_plain(c) || (c >= 'A' && c <= 'Z') ||
               (static_cast<unsigned char>(c) & 0x80U) != 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        while (at < text.size() && is_letter(text[at])) ++at;
        const auto word = text.substr(begin, at - begin);
        if (at < text.size()) ++at;
        if (word.size() < shortest || std::any_of(word.begin(), word.end(), is_far_east)) continue;
        if (std::all_of(word.begin(), word.end(), is_plain)) {
            each(word, true);
            continue;
        }
        const auto folded = names::folded(word);
        if (folded.size() >= shortest && std::all_of(folded.begin(), folded.end(), is_plain)) {
            each(folded, false);
        }
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
            if (at == std::string_view::npos) continue;
            for_each_word(line.substr(0, at), 2,
                          [&](std::string_view word, bool) { words.emplace_back(word); });
        }
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
}

/// Calls each(phrase) for the phrases of a table: a place of one word is a name by itself.
template <class Each>
void for_each_phrase(std::string_view text, const Each& each) {
    while (!text.empty()) {
        const auto cell = text.substr(0, text.find_first_of("|,\n"));
        if (cell.find(' ') != std::string_view::npos) each(cell);
        text.remove_prefix(std::min(text.size(), cell.size() + 1));
    }
}

/// Numbers in words: a slip in one makes another name.
constexpr std::string_view kOrdinals =
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

}  // namespace

SharedWords::SharedWords() {
    for (const std::string_view file :
         {"catalogue/legal_forms.csv", "catalogue/names/abbreviations.csv",
          "catalogue/names/full_names.csv", "catalogue/names/lexicon.csv",
          "catalogue/names/readings.csv"}) {
        add(table(file));
    }
    for_each_phrase(table("catalogue/names/places.csv"),
                    [this](std::string_view phrase) { add(phrase); });
    add(kOrdinals);
    by_start_ = buckets(pair_at_start);
    by_end_ = buckets(pair_at_end);
    small_ = {"al", "and", "de", "del", "der", "el", "et", "for", "of", "the", "und", "von"};
    add_forms(small_);
    for (const auto& word : small_) small_index_.add(word);
}

void SharedWords::add(std::string_view text) {
    for_each_word(text, kShortest, [this](std::string_view word, bool is_slice) {
        if (const auto known = words_.find(word); known != names::TextIndex::kNone) {
            often_[known] = true;
            return;
        }
        words_.add(is_slice ? word : std::string_view(made_.emplace_back(word)));
        often_.push_back(false);
    });
}

template <class PairOf>
SharedWords::Buckets SharedWords::buckets(const PairOf& pair_of) const {
    Buckets out{std::vector<std::uint32_t>(kPairs + 1), std::vector<Masked>(words_.size())};
    for (std::uint32_t i = 0; i < words_.size(); ++i) ++out.first[pair_of(words_.text(i)) + 1];
    for (std::uint32_t p = 0; p < kPairs; ++p) out.first[p + 1] += out.first[p];
    auto next = out.first;
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
        const auto word = words_.text(i);
        out.words[next[pair_of(word)]++] = {mask_of(word), static_cast<std::uint32_t>(word.size()),
                                            i};
    }
    return out;
}

const SharedWords& SharedWords::bundled() {
    static const SharedWords words;
    return words;
}

bool SharedWords::has(std::string_view word) const {
    return words_.find(word) != names::TextIndex::kNone;
}

bool SharedWords::is_small(std::string_view word) const {
    return small_index_.find(word) != names::TextIndex::kNone;
}

std::string_view SharedWords::meant_by(std::string_view word) const {
    constexpr std::size_t kLongest = 40;
    if (word.size() < kShortest || word.size() > kLongest ||
        !std::all_of(word.begin(), word.end(), is_plain) || has(word)) {
        return {};
    }
    // Letters get lost more often than they are added, so longer is likelier.
    using Rank = std::tuple<bool, bool, std::uint32_t, std::size_t>;
    std::string_view best;
    Rank best_rank;
    const auto mask = mask_of(word);
    const auto look_in = [&](const Buckets& buckets, std::uint32_t pair) {
        for (auto at = buckets.first[pair]; at < buckets.first[pair + 1]; ++at) {
            const auto [letters, size, index] = buckets.words[at];
            if (!two_at_most(letters ^ mask)) continue;
            if (word.size() > size + std::size_t{1} || word.size() + 1 < size) continue;
            const auto shared = words_.text(index);
            if (names::edit_distance(shared, word, 1) > 1) continue;
            const Rank rank{shared[0] == word[0], often_[index],
                            names::spelling_similarity(shared, word), shared.size()};
            if (best.empty() || rank > best_rank || (rank == best_rank && shared < best)) {
                best = shared;
                best_rank = rank;
            }
        }
    };
    look_in(by_start_, pair_at_start(word));
    look_in(by_end_, pair_at_end(word));
    return best;
}

}  // namespace cordon::screening
