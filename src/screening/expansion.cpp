// SPDX-License-Identifier: Apache-2.0
#include "screening/expansion.h"

#include <algorithm>

#include "names/spelling.h"
#include "screening/variants.h"

namespace cordon::screening {

namespace {

bool spelled(names::FormKind kind) {
    return kind == names::FormKind::Spelling || kind == names::FormKind::Reading;
}

bool begins_with_letter(std::string_view text) {
    return text[0] >= 'a' && text[0] <= 'z';
}

}  // namespace

Expansion::Expansion(const Index::Layout& index, const Profile& profile)
    : index_(index), profile_(profile), slots_(256, {kNoTerm, -1}) {}

void Expansion::grow() {
    std::vector<std::pair<TermId, std::int32_t>> before(slots_.size() * 2, {kNoTerm, -1});
    before.swap(slots_);
    for (const auto& entry : before) {
        if (entry.first != kNoTerm) slots_[slot_of(entry.first)] = entry;
    }
}

void Expansion::put(TermId term, std::int32_t place) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    auto& slot = slots_[slot_of(term)];
    if (slot.first == kNoTerm) {
        slot.first = term;
        ++used_;
    }
    near_[static_cast<std::size_t>(place)].next = slot.second;
    slot.second = place;
}

void Expansion::meet(std::uint16_t unit, const FormTraits& traits, TermId term,
                     std::uint32_t nearness, bool initial) {
    const std::uint32_t similarity = std::max<std::uint32_t>(
        nearness == 0 ? 0U : bridged_at_most(traits, nearness, profile_.bridges),
        initial ? profile_.bridges.initial : 0U);
    if (similarity == 0) return;
    near_.push_back({unit, traits, static_cast<std::uint16_t>(nearness),
                     static_cast<std::uint16_t>(similarity), initial, -1});
    put(term, static_cast<std::int32_t>(near_.size()) - 1);
    const Unit& of = query_.units[unit];
    const bool listed_span = term >= index_.terms();
    for (std::size_t token = of.first; token < std::size_t{of.first} + of.count; ++token) {
        std::uint32_t weight = query_.units[token].weight;
        if (!listed_span && of.count == 1) {
            weight = std::min<std::uint32_t>(weight, index_.heaviest[term]);
        }
        gains_[token].push_back({term, weight * similarity});
    }
}

void Expansion::add_near_words(std::uint16_t unit, const FormTraits& traits, std::string_view term,
                               TermClass which, std::optional<TermId> equal) {
    keys_.clear();
    candidates_.clear();
    const bool han = which == TermClass::Han;
    const VariantSource source(term);
    source.asked_keys(han, keys_);
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    probes_ += keys_.size();
    const std::uint32_t signature = letter_signature(term);
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
        if (equal == candidate || !index_.in_class(candidate, which)) continue;
        const auto nearness = names::spelling_similarity(term, index_.text_of(candidate));
        if (nearness > 0) meet(unit, traits, candidate, nearness, false);
    }
}

void Expansion::add_word(std::uint16_t unit, const FormTraits& traits, const names::Form& form) {
    const auto equal = index_.find(TermClass::Latin, form.term);
    if (equal) meet(unit, traits, *equal, 1000, false);
    if (traits.in_span) return;  // Two spans never meet, and a span meets only its equal.
    if (const auto span = index_.find_span(span_key(form.term))) {
        meet(unit, traits, *span, 1000, false);
    }
    if (!spelled(form.kind)) return;
    if (begins_with_letter(form.term)) {
        if (form.term.size() == 1) {
            initials_.push_back({unit, traits, form.term});
            hidden_[unit] = query_.units[unit].weight * std::uint32_t{profile_.bridges.initial};
        } else if (const auto initial =
                       index_.find(TermClass::Latin, std::string_view(form.term).substr(0, 1))) {
            meet(unit, traits, *initial, 0, true);
        }
    }
    add_near_words(unit, traits, form.term, TermClass::Latin, equal);
}

void Expansion::add_form(std::uint16_t unit, const names::Form& form, bool in_span) {
    const FormTraits traits{form.kind, query_.units[unit].role, in_span,
                            query_.units[unit].has_han};
    const TermClass which = class_of(form.kind);
    if (which == TermClass::Latin) return add_word(unit, traits, form);
    const auto equal = index_.find(which, form.term);
    if (equal) meet(unit, traits, *equal, 1000, false);
    if (which == TermClass::Han && !in_span) {
        add_near_words(unit, traits, form.term, which, equal);
    }
}

void Expansion::tidy_gains() {
    for (auto& gains : gains_) {
        std::sort(gains.begin(), gains.end(), [](const Gain& a, const Gain& b) {
            return a.term != b.term ? a.term < b.term : a.points > b.points;
        });
        gains.erase(std::unique(gains.begin(), gains.end(),
                                [](const Gain& a, const Gain& b) { return a.term == b.term; }),
                    gains.end());
        std::sort(gains.begin(), gains.end(), [](const Gain& a, const Gain& b) {
            return a.points != b.points ? a.points > b.points : a.term < b.term;
        });
    }
}

void Expansion::expand(const names::Name& query) {
    query_ = weighed(query, profile_.weights);
    near_.clear();
    initials_.clear();
    std::fill(slots_.begin(), slots_.end(), std::pair{kNoTerm, -1});
    used_ = 0;
    probes_ = 0;
    gains_.resize(query_.tokens);
    for (auto& gains : gains_) gains.clear();
    hidden_.assign(query_.tokens, 0);
    for (std::size_t i = 0; i < query.tokens.size(); ++i) {
        for (const auto& form : query.tokens[i].forms) {
            add_form(static_cast<std::uint16_t>(i), form, false);
        }
    }
    for (std::size_t i = 0; i < query.spans.size(); ++i) {
        for (const auto& form : query.spans[i].forms) {
            add_form(static_cast<std::uint16_t>(query.tokens.size() + i), form, true);
        }
    }
    tidy_gains();
}

}  // namespace cordon::screening
