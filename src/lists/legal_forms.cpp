// SPDX-License-Identifier: Apache-2.0
// Legal forms come off the end first, the longest first, again and again ("Company Limited", then
// "Trading & Co"), then off the start ("ООО", "PT", 株式会社). Han forms have no blank before them,
// so they are compared as endings of the whole text; all others word by word.
#include "lists/legal_forms.h"

#include <algorithm>

#include "base/csv.h"
#include "lists/bundled.h"
#include "lists/name_key.h"

namespace cordon::lists {

namespace {

constexpr std::size_t kSlots = 2048;

std::uint16_t slot_of(std::string_view word) {
    // First, last and middle letter with the length tell the few hundred words apart well enough.
    const auto at = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(word[i]));
    };
    const auto size = static_cast<std::uint32_t>(word.size());
    const std::uint32_t mixed =
        at(0) * 31U + at(word.size() - 1) * 263U + at(word.size() / 2) * 7U + size * 1031U;
    return static_cast<std::uint16_t>((mixed ^ (mixed >> 11U)) % kSlots);
}

std::string_view last_word(std::string_view words) {
    const auto blank = words.rfind(' ');
    return blank == std::string_view::npos ? words : words.substr(blank + 1);
}

std::string_view first_word(std::string_view words) {
    return words.substr(0, words.find(' '));
}

bool longer(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
}

}  // namespace

void LegalForms::Table::add(std::string_view word, const Form& form) {
    auto bucket = std::find_if(buckets_.begin(), buckets_.end(),
                               [&](const Bucket& other) { return other.word == word; });
    if (bucket == buckets_.end()) {
        buckets_.push_back({std::string(word), {}});
        bucket = buckets_.end() - 1;
    }
    const auto same = [&](const Form& other) { return other.words == form.words; };
    const auto known = std::find_if(bucket->forms.begin(), bucket->forms.end(), same);
    if (known == bucket->forms.end()) {
        bucket->forms.push_back(form);
    } else {
        known->weak = known->weak && form.weak;
    }
}

void LegalForms::Table::arrange() {
    slots_.assign(kSlots, 0);
    for (std::size_t i = 0; i < buckets_.size(); ++i) {
        auto& forms = buckets_[i].forms;
        std::sort(forms.begin(), forms.end(),
                  [](const Form& a, const Form& b) { return longer(a.words, b.words); });
        std::size_t slot = slot_of(buckets_[i].word);
        while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
        slots_[slot] = static_cast<std::uint16_t>(i + 1);
    }
}

const LegalForms::Bucket* LegalForms::Table::find(std::string_view word) const {
    if (word.empty()) return nullptr;
    for (std::size_t slot = slot_of(word); slots_[slot] != 0; slot = (slot + 1) % kSlots) {
        const Bucket& bucket = buckets_[slots_[slot] - 1U];
        if (bucket.word == word) return &bucket;
    }
    return nullptr;
}

const LegalForms& LegalForms::bundled() {
    static const LegalForms forms(bundled_file("catalogue/legal_forms.csv"));
    return forms;
}

LegalForms::LegalForms(std::string_view csv) {
    const auto table = MUST(read_csv(csv, {"catalogue/legal_forms.csv", ',', true}));
    CHECK(table.refused.empty());
    for (const auto& row : table.rows) {
        const auto& script = row.cells.at(5);
        const bool glued =
            script == "Hans" || script == "Hant" || script == "Jpan" || script == "Hang";
        add(row.cells.at(0), row.cells.at(1), row.cells.at(2) == "yes", glued);
    }
    at_end_.arrange();
    at_start_.arrange();
    std::sort(glued_end_.begin(), glued_end_.end(), longer);
    std::sort(glued_start_.begin(), glued_start_.end(), longer);
}

void LegalForms::add(std::string_view form, std::string_view position, bool weak, bool glued) {
    const std::string words = folded_words(form);
    if (words.empty() || (glued && words == form && words.find('(') != std::string::npos)) return;
    const bool end = position != "start";
    const bool start = position != "end";
    CHECK(position == "start" || position == "end" || position == "both");
    if (glued) {
        if (end) glued_end_.push_back(words);
        if (start) glued_start_.push_back(words);
        return;
    }
    if (end) at_end_.add(last_word(words), {words, weak});
    if (start) at_start_.add(first_word(words), {words, weak});
}

std::string_view LegalForms::without_last(std::string_view words) const {
    if ((words.back() & 0x80) != 0) {
        for (const auto& form : glued_end_) {
            if (!words.ends_with(form)) continue;
            if (words.size() == form.size()) return words;
            words.remove_suffix(form.size());
            if (words.back() == ' ') words.remove_suffix(1);
            return words;
        }
    }
    const Bucket* bucket = at_end_.find(last_word(words));
    if (bucket == nullptr) return words;
    for (const auto& form : bucket->forms) {
        if (!words.ends_with(form.words)) continue;
        if (words.size() == form.words.size()) return words;
        const std::size_t blank = words.size() - form.words.size() - 1;
        if (words[blank] != ' ') continue;
        const auto rest = words.substr(0, blank);
        if (form.weak && rest.find(' ') == std::string_view::npos) continue;
        return rest;
    }
    return words;
}

std::string_view LegalForms::without_first(std::string_view words) const {
    if ((words.front() & 0x80) != 0) {
        for (const auto& form : glued_start_) {
            if (!words.starts_with(form) || words.size() == form.size()) continue;
            words.remove_prefix(form.size());
            if (words.front() == ' ') words.remove_prefix(1);
            return words;
        }
    }
    const Bucket* bucket = at_start_.find(first_word(words));
    if (bucket == nullptr) return words;
    for (const auto& form : bucket->forms) {
        if (!words.starts_with(form.words)) continue;
        if (words.size() == form.words.size()) return words;
        if (words[form.words.size()] != ' ') continue;
        const auto rest = words.substr(form.words.size() + 1);
        if (form.weak && rest.find(' ') == std::string_view::npos) continue;
        return rest;
    }
    return words;
}

std::string_view LegalForms::stripped(std::string_view words) const {
    if (words.empty()) return words;
    while (true) {
        const auto shorter = without_last(words);
        if (shorter.size() == words.size()) break;
        words = shorter;
    }
    while (true) {
        const auto shorter = without_first(words);
        if (shorter.size() == words.size()) break;
        words = shorter;
    }
    return words;
}

}  // namespace cordon::lists
