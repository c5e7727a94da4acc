// SPDX-License-Identifier: Apache-2.0
// The same alignment and the same factors as the score, told. Nothing here decides anything.
#include <algorithm>

#include "screening/score.h"
#include "screening/score_alignment.h"
#include "screening/score_penalties.h"

namespace cordon::screening {

using names::Role;

namespace {

std::vector<std::uint16_t> alone(const UnitsView& name, std::uint64_t used) {
    std::vector<std::uint16_t> tokens;
    for (std::uint16_t at = 0; at < name.tokens; ++at) {
        if ((used >> at & 1U) == 0) tokens.push_back(at);
    }
    return tokens;
}

/// As printed, or a term where the name was derived and printed nowhere.
std::string text_of(const names::Name& name, std::uint16_t at) {
    const auto& token = name.tokens[at];
    if (token.begin < token.end && token.end <= name.printed.size()) {
        return name.printed.substr(token.begin, token.end - token.begin);
    }
    return token.forms.empty() ? std::string() : token.forms.front().term;
}

std::string texts_of(const names::Name& name, const std::vector<std::uint16_t>& tokens, Role role) {
    std::string text;
    for (const auto at : tokens) {
        if (name.tokens[at].role != role) continue;
        text += (text.empty() ? "" : " ") + text_of(name, at);
    }
    return text;
}

struct Told {
    const names::Name& query;
    const names::Name& listed;
    const Explanation& so_far;

    [[nodiscard]] std::string against(Role role) const {
        return texts_of(query, so_far.query_alone, role) + " against " +
               texts_of(listed, so_far.listed_alone, role);
    }
    [[nodiscard]] std::string because(std::size_t penalty) const {
        if (penalty < kAlone) return against(static_cast<Role>(penalty));
        if (penalty < kDerived) return without_partner(static_cast<Role>(penalty - kAlone));
        if (penalty == kDerived) return "one name is only the initials of the other";
        return penalty == kDisorder ? "the words stand in another order"
                                    : "the telling words stand in another order";
    }
    [[nodiscard]] std::string without_partner(Role role) const {
        const std::string left = texts_of(query, so_far.query_alone, role);
        const std::string right = texts_of(listed, so_far.listed_alone, role);
        if (left.empty() || right.empty()) return left + right + " on one side only";
        return left + " and " + right + " have no partner";
    }
};

}  // namespace

Explanation explained(const names::Name& query, const names::Name& listed, const Profile& profile) {
    const Weighed left = weighed(query, profile.weights);
    const Weighed right = weighed(listed, profile.weights);
    const auto cells = cells_of(query, listed, profile);
    const Alignment alignment = aligned(view(left), view(right), cells);
    const Factors factors = factors_of(view(left), view(right), alignment, profile.penalties);

    Explanation told;
    told.raw = raw_of(alignment.matched, std::uint64_t{left.total} + right.total, factors);
    told.shown = profile.shown(told.raw);
    for (std::uint32_t at = 0; at < alignment.count; ++at) {
        const auto& pair = alignment.pairs[at];
        const std::size_t place = pair.query_unit * right.units.size() + pair.listed_unit;
        told.aligned.push_back(
            {pair.query_unit, pair.listed_unit, cells[place], pair.points / 1000});
    }
    told.query_alone = alone(view(left), alignment.query_used);
    told.listed_alone = alone(view(right), alignment.listed_used);
    const Told reasons{query, listed, told};
    std::vector<AppliedPenalty> applied;
    for (std::size_t at = 0; at < kPenalties; ++at) {
        if (factors[at] == 1000) continue;
        applied.push_back({penalty_name(at), factors[at], reasons.because(at)});
    }
    told.penalties = std::move(applied);
    return told;
}

}  // namespace cordon::screening
