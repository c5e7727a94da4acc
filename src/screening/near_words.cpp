// SPDX-License-Identifier: Apache-2.0
#include "screening/near_words.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "names/spelling.h"
#include "screening/variants.h"

namespace cordon::screening {

namespace {

constexpr std::size_t kPlaces = 2048;

bool is_it(std::string_view kept, std::string_view word, char mark) {
    return kept.size() == word.size() + 1 && kept.front() == mark && kept.substr(1) == word;
}

}  // namespace

NearWords::NearWords(const Index::Layout& index) : index_(index), kept_(kPlaces) {}

const std::vector<NearWords::NearWord>& NearWords::of(std::string_view word, TermClass which) {
    const char mark = static_cast<char>('0' + static_cast<int>(which));
    const auto hash = XXH3_64bits_withSeed(word.data(), word.size(), static_cast<unsigned>(which));
    Kept& kept = kept_[hash % kPlaces];
    if (is_it(kept.word, word, mark)) return kept.near;
    if (kept.last != hash) {
        kept.last = hash;
        look_up(word, which, found_);
        return found_;
    }
    kept.word.assign(1, mark).append(word);
    look_up(word, which, kept.near);
    return kept.near;
}

void NearWords::look_up(std::string_view word, TermClass which, std::vector<NearWord>& out) {
    keys_.clear();
    candidates_.clear();
    out.clear();
    const bool han = which == TermClass::Han;
    const VariantSource source(word);
    source.asked_keys(han, keys_);
    if (keys_.empty()) {  // Too short for a slip.
        if (const auto equal = index_.find(which, word)) out.push_back({*equal, 1000});
        return;
    }
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    probes_ += keys_.size();
    const std::uint32_t signature = letter_signature(word);
    const auto edits = names::edits_allowed(source.size(), han);
    // Fetched from memory together: three far places a key, one after the other, would be slow.
    for (const auto key : keys_) {
        index_.variant_buckets.prefetch(bucket_of(key, index_.variant_bits));
    }
    for (const auto key : keys_) {
        index_.variants.prefetch(index_.variant_buckets[bucket_of(key, index_.variant_bits)]);
    }
    for (const auto key : keys_) {
        const auto bucket = bucket_of(key, index_.variant_bits);
        const auto end = index_.variant_buckets[bucket + 1];
        for (auto i = index_.variant_buckets[bucket]; i < end; ++i) {
            const auto variant = index_.variants[i];
            if (((variant ^ key) & format::kMarkMask) != 0) continue;
            candidates_.push_back(static_cast<TermId>(variant >> format::kMarkBits));
            __builtin_prefetch(&index_.signatures[candidates_.back()]);
        }
    }
    std::erase_if(candidates_, [&](TermId candidate) {
        if (!may_be_near(index_.signatures[candidate], signature, edits)) return true;
        index_.text_at.prefetch(candidate);
        return false;
    });
    std::sort(candidates_.begin(), candidates_.end());
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
    for (const TermId candidate : candidates_) {
        __builtin_prefetch(index_.text.data() + index_.text_at[candidate]);
    }
    for (const TermId candidate : candidates_) {
        if (!index_.in_class(candidate, which)) continue;
        const auto similarity = names::spelling_similarity(word, index_.text_of(candidate));
        if (similarity > 0) out.push_back({candidate, static_cast<std::uint16_t>(similarity)});
    }
}

}  // namespace cordon::screening
