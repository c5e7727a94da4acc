// SPDX-License-Identifier: Apache-2.0
#include "screening/expansion.h"

#include <algorithm>

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
    : index_(index), profile_(profile), slots_(256, {kNoTerm, -1}), near_words_(index) {
    for (std::size_t i = 0; i < letters_.size(); ++i) {
        const char letter = static_cast<char>('a' + i);
        letters_[i] = index.find(TermClass::Latin, std::string_view(&letter, 1));
    }
}

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
                               TermClass which) {
    const auto& near = near_words_.of(term, which);
    for (const auto& word : near) meet(unit, traits, word.term, word.similarity, false);
}

void Expansion::add_equal(std::uint16_t unit, const FormTraits& traits, std::string_view term,
                          TermClass which) {
    if (const auto equal = index_.find(which, term)) meet(unit, traits, *equal, 1000, false);
}

void Expansion::add_word(std::uint16_t unit, const FormTraits& traits, const names::Form& form) {
    // Two spans never meet, and a span meets only its equal.
    if (traits.in_span) return add_equal(unit, traits, form.term, TermClass::Latin);
    if (const auto span = index_.find_span(span_key(form.term))) {
        meet(unit, traits, *span, 1000, false);
    }
    if (!spelled(form.kind)) return add_equal(unit, traits, form.term, TermClass::Latin);
    if (begins_with_letter(form.term)) {
        if (form.term.size() == 1) {
            initials_.push_back({unit, traits, form.term});
            hidden_[unit] = query_.units[unit].weight * std::uint32_t{profile_.bridges.initial};
        } else if (const auto initial = letters_[static_cast<std::size_t>(form.term[0] - 'a')]) {
            meet(unit, traits, *initial, 0, true);
        }
    }
    add_near_words(unit, traits, form.term, TermClass::Latin);
}

void Expansion::add_form(std::uint16_t unit, const names::Form& form, bool in_span) {
    const FormTraits traits{form.kind, query_.units[unit].role, in_span,
                            query_.units[unit].has_han};
    const TermClass which = class_of(form.kind);
    if (which == TermClass::Latin) return add_word(unit, traits, form);
    if (which == TermClass::Han && !in_span) return add_near_words(unit, traits, form.term, which);
    add_equal(unit, traits, form.term, which);
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
    probes_before_ = near_words_.probes();
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
