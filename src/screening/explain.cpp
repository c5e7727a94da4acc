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

/// The tokens of a role that lack a partner, or brands that are little like theirs.
std::string texts_of(const names::Name& name, const std::vector<bool>& lacking, Role role) {
    std::string text;
    for (std::uint16_t at = 0; at < name.tokens.size(); ++at) {
        if (!lacking[at] || name.tokens[at].role != role) continue;
        text += (text.empty() ? "" : " ") + unit_text(name, at);
    }
    return text;
}

std::vector<bool> lacking(const UnitsView& name, const std::vector<Aligned>& aligned,
                          std::uint16_t Aligned::* side) {
    std::vector<bool> tokens(name.tokens, true);
    for (const auto& pair : aligned) {
        const Unit& unit = name.units[pair.*side];
        if (unit.role == Role::Brand && pair.cell.similarity < kLike) continue;
        for (std::size_t at = 0; at < unit.count; ++at) tokens[unit.first + at] = false;
    }
    return tokens;
}

struct Told {
    const names::Name& query;
    const names::Name& listed;
    std::vector<bool> query_lacks, listed_lacks;

    [[nodiscard]] std::string against(Role role) const {
        return texts_of(query, query_lacks, role) + " against " +
               texts_of(listed, listed_lacks, role);
    }
    [[nodiscard]] std::string because(std::size_t penalty) const {
        if (penalty < kAlone) return against(static_cast<Role>(penalty));
        if (penalty < kDerived) return without_partner(static_cast<Role>(penalty - kAlone));
        if (penalty == kDerived) return "one name is only the initials of the other";
        return penalty == kDisorder ? "the words stand in another order"
                                    : "the telling words stand in another order";
    }
    [[nodiscard]] std::string without_partner(Role role) const {
        const std::string left = texts_of(query, query_lacks, role);
        const std::string right = texts_of(listed, listed_lacks, role);
        if (left.empty() || right.empty()) return left + right + " on one side only";
        return left + " and " + right + " have no partner";
    }
};

}  // namespace

std::string unit_text(const names::Name& name, std::size_t unit) {
    const auto token_text = [&](const names::Token& token) {
        if (token.begin < token.end && token.end <= name.printed.size()) {
            return name.printed.substr(token.begin, token.end - token.begin);
        }
        return token.forms.empty() ? std::string() : token.forms.front().term;
    };
    if (unit < name.tokens.size()) return token_text(name.tokens[unit]);
    const auto& span = name.spans[unit - name.tokens.size()];
    std::string text;
    for (std::size_t i = span.first; i < std::size_t{span.first} + span.count; ++i) {
        text += (text.empty() ? "" : " ") + token_text(name.tokens[i]);
    }
    return text;
}

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
    const Told reasons{query, listed, lacking(view(left), told.aligned, &Aligned::query_unit),
                       lacking(view(right), told.aligned, &Aligned::listed_unit)};
    for (std::size_t at = 0; at < kPenalties; ++at) {
        if (factors[at] == 1000) continue;
        told.penalties.push_back({penalty_name(at), factors[at], reasons.because(at)});
    }
    return told;
}

}  // namespace cordon::screening
