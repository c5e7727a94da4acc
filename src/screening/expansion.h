// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a query can meet in an index: for each of its terms, the listed terms near enough for a
/// bridge. For this folder only.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "names/name.h"
#include "screening/index_layout.h"
#include "screening/near_words.h"
#include "screening/profile.h"
#include "screening/score.h"

namespace cordon::screening {

/// A form of a query unit meets a listed term.
struct Near {
    std::uint16_t unit = 0;      ///< of the query
    FormTraits traits;           ///< of the query's form
    std::uint16_t nearness = 0;  ///< 0 when only the initial agrees
    std::uint16_t at_most = 0;   ///< similarity
    bool initial = false;
    std::int32_t next = -1;  ///< of the same listed term
};

/// A listed term that may add up to `points` (weight x similarity) to a token of the query.
struct Gain {
    TermId term = 0;
    std::uint32_t points = 0;
};

/// A form of one letter: it meets every listed word that begins with it.
struct InitialForm {
    std::uint16_t unit = 0;
    FormTraits traits;
    std::string_view letter;
};

/// All of it for one query name. Reused from search to search.
class Expansion {
public:
    Expansion(const Index::Layout& index, const Profile& profile);
    /// Borrows the name until the next call.
    void expand(const names::Name& query);

    [[nodiscard]] const Weighed& query() const { return query_; }
    /// For each token of the query: what it can gain and from which terms, most first.
    [[nodiscard]] const std::vector<std::vector<Gain>>& gains() const { return gains_; }
    /// What a token can gain by initials that no term announces.
    [[nodiscard]] const std::vector<std::uint32_t>& hidden() const { return hidden_; }
    [[nodiscard]] const std::vector<InitialForm>& initials() const { return initials_; }
    /// First of the chain for a listed term, or -1.
    [[nodiscard]] std::int32_t first(TermId term) const { return slots_[slot_of(term)].second; }
    [[nodiscard]] const Near& at(std::int32_t place) const {
        return near_[static_cast<std::size_t>(place)];
    }
    [[nodiscard]] std::uint64_t probes() const { return near_words_.probes() - probes_before_; }
    [[nodiscard]] std::size_t size() const { return near_.size(); }

private:
    void add_form(std::uint16_t unit, const names::Form& form, bool in_span);
    void add_word(std::uint16_t unit, const FormTraits& traits, const names::Form& form);
    void add_near_words(std::uint16_t unit, const FormTraits& traits, std::string_view term,
                        TermClass which);
    void add_equal(std::uint16_t unit, const FormTraits& traits, std::string_view term,
                   TermClass which);
    void meet(std::uint16_t unit, const FormTraits& traits, TermId term, std::uint32_t nearness,
              bool initial);
    void tidy_gains();

    const Index::Layout& index_;
    const Profile& profile_;
    Weighed query_;
    std::vector<Near> near_;
    std::vector<std::pair<TermId, std::int32_t>> slots_;  ///< open addressing
    std::size_t used_ = 0;
    std::vector<std::vector<Gain>> gains_;
    std::vector<std::uint32_t> hidden_;
    std::vector<InitialForm> initials_;
    NearWords near_words_;
    std::array<std::optional<TermId>, 26> letters_;  ///< the listed terms of one letter
    std::uint64_t probes_before_ = 0;

    static constexpr TermId kNoTerm = 0xFFFFFFFFU;
    void put(TermId term, std::int32_t place);
    [[nodiscard]] std::size_t slot_of(TermId term) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t slot = (std::size_t{term} * 0x9E3779B1U) & mask;
        while (slots_[slot].first != term && slots_[slot].first != kNoTerm) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
    void grow();
};

}  // namespace cordon::screening
