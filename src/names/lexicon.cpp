// SPDX-License-Identifier: Apache-2.0
// Latin: the first word says how long the longest phrase is that begins with it; the hash grows
// word by word and the longest phrase that is an entry wins. Slips are asked for only when nothing
// else is known of a word.
#include "names/lexicon.h"

#include <algorithm>
#include <array>

#include "names/lexicon_tables.h"

namespace cordon::names {

namespace {

constexpr std::size_t kPhraseWords = 10;
constexpr std::size_t kLettersWhenDivided = 7;

bool is_phrase(std::string_view phrase, std::span<const Word> words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            if (phrase.empty() || phrase.front() != ' ') return false;
            phrase.remove_prefix(1);
        }
        if (!phrase.starts_with(words[i].text)) return false;
        phrase.remove_prefix(words[i].text.size());
    }
    return phrase.empty();
}

bool is_latin(std::string_view word) {
    return !word.empty() && static_cast<unsigned char>(word.front()) < 0x80;
}

}  // namespace

bool is_legal_form(std::span<const Meaning> meanings) {
    return !meanings.empty() &&
           std::all_of(meanings.begin(), meanings.end(),
                       [](const Meaning& meaning) { return meaning.role == Role::LegalForm; });
}

std::optional<Found> Lexicon::latin_at(std::span<const Word> words) const {
    if (words.empty()) return std::nullopt;
    const auto& table = tables_->latin;
    std::array<std::uint64_t, kPhraseWords> hashes{};
    hashes[0] = hash_on(kHashSeed, words[0].text);
    const auto first =
        table.texts.find_hashed(hashes[0], [&](auto text) { return text == words[0].text; });
    std::size_t longest = 0;
    if (first != TextIndex::kNone) {
        longest = std::min<std::size_t>({table.longest[first], words.size(), kPhraseWords});
    }
    for (std::size_t i = 1; i < longest; ++i) {
        hashes[i] = hash_on(hash_on(hashes[i - 1], ' '), words[i].text);
    }
    for (std::size_t n = longest; n > 1; --n) {
        const auto taken = words.first(n);
        const auto entry = table.texts.find_hashed(
            hashes[n - 1], [&](auto text) { return is_phrase(text, taken); });
        if (entry == TextIndex::kNone) continue;
        if (const auto meanings = table.of(entry); !meanings.empty()) return Found{meanings, n};
    }
    const std::span<const Meaning> alone =
        first == TextIndex::kNone ? std::span<const Meaning>{} : table.of(first);
    if (words.size() > 1 && is_latin(words[0].text) && is_latin(words[1].text) &&
        words[0].text.size() + words[1].text.size() >= kLettersWhenDivided) {
        const std::size_t left = words[0].text.size();
        const auto entry =
            table.texts.find_hashed(hash_on(hashes[0], words[1].text), [&](std::string_view text) {
                return text.size() == left + words[1].text.size() &&
                       text.starts_with(words[0].text) && text.ends_with(words[1].text);
            });
        if (entry != TextIndex::kNone && !table.of(entry).empty()) {
            return Found{table.of(entry), 2};
        }
    }
    if (alone.empty()) return std::nullopt;
    return Found{alone, 1};
}

std::optional<Found> Lexicon::latin_slip(std::string_view word) const {
    if (const auto entry = tables_->slips.one_edit_from(word); entry != SlipTable::kNone) {
        return Found{tables_->latin.of(entry), 1, true, false};
    }
    if (const auto entry = tables_->slips.cut_from(word); entry != SlipTable::kNone) {
        const auto meanings = tables_->latin.of(entry);
        if (meanings.front().role != Role::LegalForm) return Found{meanings, 1, false, true};
    }
    return std::nullopt;
}

std::span<const Meaning> Lexicon::latin_word(std::string_view word) const {
    const auto entry = tables_->latin.texts.find(word);
    return entry == TextIndex::kNone ? std::span<const Meaning>{} : tables_->latin.of(entry);
}

std::span<const Meaning> Lexicon::han_word(std::string_view han) const {
    const auto entry = tables_->han.texts.find(han);
    return entry == TextIndex::kNone ? std::span<const Meaning>{} : tables_->han.of(entry);
}

std::string_view Lexicon::spellings(const Meaning& meaning) const {
    return tables_->concepts[meaning.concept_index].latin;
}

std::string_view Lexicon::loose_spellings(const Meaning& meaning) const {
    return tables_->concepts[meaning.concept_index].loose;
}

std::optional<Meaning> Lexicon::concept_named(std::string_view concept_key) const {
    if (!concept_key.starts_with('@')) return std::nullopt;
    const auto index = tables_->names.find(concept_key.substr(1));
    if (index == TextIndex::kNone) return std::nullopt;
    const auto& found = tables_->concepts[index];
    return Meaning{found.key, found.role, 0, index};
}

}  // namespace cordon::names
