// SPDX-License-Identifier: Apache-2.0
// Two words are one edit apart only if they become equal when each loses at most one letter
// (insert, delete, replace), or are each other's swap, which loses one letter on both sides too.
// So every word is filed under itself and under each of its forms with a letter missing; the word
// asked for is looked up in the same way and the few candidates are checked by edit_distance.
// Guarantee: nothing at distance one is missed. Tested against comparing with every word.
#include "names/lexicon_slips.h"

#include <algorithm>
#include <string>

#include "names/lexicon_index.h"
#include "names/spelling.h"

namespace cordon::names {

namespace {

constexpr std::size_t kBuckets = 4096;
constexpr std::size_t kLettersForSlip = 7;
constexpr std::size_t kLettersForCut = 4;
constexpr std::size_t kLettersCut = 3;  ///< fewer are an ending: "gran" is not "grand"
constexpr std::size_t kLettersWithVowels = 5;

std::uint32_t hash_without(std::string_view word, std::size_t left_out) {
    std::uint64_t hash = hash_on(kHashSeed, word.substr(0, left_out));
    if (left_out < word.size()) hash = hash_on(hash, word.substr(left_out + 1));
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// First letter and the consonants after it.
std::uint32_t skeleton_hash(std::string_view word) {
    std::uint64_t hash = hash_on(kHashSeed, word.front());
    for (const char c : word.substr(1)) {
        if (!is_vowel(c)) hash = hash_on(hash, c);
    }
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

/// Are all letters of `part` in `whole`, in order?
bool is_within(std::string_view part, std::string_view whole) {
    std::size_t at = 0;
    for (const char c : part) {
        at = whole.find(c, at);
        if (at == std::string_view::npos) return false;
        ++at;
    }
    return true;
}

}  // namespace

void SlipTable::arrange() {
    std::sort(vocables_.begin(), vocables_.end(),
              [](const Vocable& a, const Vocable& b) { return a.text < b.text; });
    std::vector<Bucketed> rows;
    rows.reserve(vocables_.size() * 12);
    for (std::uint32_t v = 0; v < vocables_.size(); ++v) {
        const auto text = vocables_[v].text;
        skeletons_.push_back({skeleton_hash(text), v});
        if (text.size() + 1 < kLettersForSlip) continue;
        for (std::size_t i = 0; i <= text.size(); ++i) rows.push_back({hash_without(text, i), v});
    }
    std::sort(skeletons_.begin(), skeletons_.end(), [](const Bucketed& a, const Bucketed& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.vocable < b.vocable;
    });
    buckets_.assign(kBuckets + 1, 0);
    for (const auto& row : rows) ++buckets_[row.hash % kBuckets + 1];
    for (std::size_t i = 0; i < kBuckets; ++i) buckets_[i + 1] += buckets_[i];
    deletions_.resize(rows.size());
    auto next = buckets_;
    for (const auto& row : rows) deletions_[next[row.hash % kBuckets]++] = row;
}

template <class Visit>
void SlipTable::each_near(std::uint32_t hash, const Visit& visit) const {
    const std::size_t bucket = hash % kBuckets;
    for (std::uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
        if (deletions_[i].hash == hash) visit(vocables_[deletions_[i].vocable]);
    }
}

std::uint32_t SlipTable::one_edit_from(std::string_view word) const {
    if (word.size() < kLettersForSlip || buckets_.empty()) return kNone;
    const Vocable* found = nullptr;
    bool several = false;
    const auto check = [&](const Vocable& vocable) {
        if (found == &vocable || several) return;
        if (edit_distance(word, vocable.text, 1) != 1) return;
        several = found != nullptr && found->group != vocable.group;
        if (found == nullptr) found = &vocable;
    };
    for (std::size_t i = 0; i <= word.size(); ++i) each_near(hash_without(word, i), check);
    return found == nullptr || several ? kNone : found->entry;
}

std::uint32_t SlipTable::by_skeleton(std::string_view word) const {
    const bool has_vowels = std::any_of(word.begin() + 1, word.end(), is_vowel);
    if (has_vowels && word.size() < kLettersWithVowels) return kNone;
    const std::uint32_t hash = skeleton_hash(word);
    auto at =
        std::lower_bound(skeletons_.begin(), skeletons_.end(), hash,
                         [](const Bucketed& row, std::uint32_t value) { return row.hash < value; });
    const Vocable* found = nullptr;
    for (; at != skeletons_.end() && at->hash == hash; ++at) {
        const auto& vocable = vocables_[at->vocable];
        if (vocable.text.size() <= word.size() || !is_within(word, vocable.text)) continue;
        if (found != nullptr && found->group != vocable.group) return kNone;
        found = &vocable;
    }
    return found == nullptr ? kNone : found->entry;
}

std::uint32_t SlipTable::cut_from(std::string_view word) const {
    if (word.size() < kLettersForCut || is_vowel(word.back())) return kNone;
    auto at = std::lower_bound(
        vocables_.begin(), vocables_.end(), word,
        [](const Vocable& vocable, std::string_view text) { return vocable.text < text; });
    const Vocable* found = nullptr;
    for (; at != vocables_.end() && at->text.starts_with(word); ++at) {
        if (at->text.size() < word.size() + kLettersCut) continue;
        if (found != nullptr && found->group != at->group) return kNone;
        found = &*at;
    }
    return found != nullptr ? found->entry : by_skeleton(word);
}

}  // namespace cordon::names
