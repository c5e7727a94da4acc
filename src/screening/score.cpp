// SPDX-License-Identifier: Apache-2.0
// The scorer: weights, alignment, penalties.
//
// The bound, proved. Let the alignment be pairs (u, v) of units with similarity s(u, v). Then
//
//   matched = sum min(w(u), w(v)) x s(u, v) <= sum w(u) x s(u, v)
//           = sum over (u, v), over tokens t of u, of w(t) x s(u, v)      a unit weighs its tokens
//          <= sum over query tokens t of w(t) x best(t)                   no token twice
//
// where best(t) is the largest similarity of any query unit that covers t with any listed unit; and
// matched <= sum w(v) <= total of the listed name, since s <= 1000 thousandths and no listed token
// is taken twice. Penalties multiply by at most 1, and rounding is down, in the score as in the
// bound. So   raw <= 20000 x min(sum w(t) x best(t), total listed) / (total query + total listed).
// Tested by score_property_test.cpp.
#include "screening/score.h"

#include <algorithm>

#include "screening/score_alignment.h"
#include "screening/score_penalties.h"

namespace cordon::screening {

using names::FormKind;
using names::Role;

namespace {

bool any_han(const std::vector<names::Form>& forms) {
    return std::any_of(forms.begin(), forms.end(),
                       [](const names::Form& form) { return form.kind == FormKind::Han; });
}

/// A unit of a name with its forms, for the slow way.
struct FormsOf {
    const std::vector<names::Form>* forms = nullptr;
    Role role = Role::Brand;
    bool in_span = false;
    bool has_han = false;
};

std::vector<FormsOf> forms_of(const names::Name& name) {
    std::vector<FormsOf> all;
    for (const auto& token : name.tokens) {
        all.push_back({&token.forms, token.role, false, any_han(token.forms)});
    }
    for (const auto& span : name.spans) {
        all.push_back({&span.forms, name.tokens[span.first].role, true, any_han(span.forms)});
    }
    return all;
}

Cell best_cell(const FormsOf& left, const FormsOf& right, const Bridges& bridges) {
    Cell best;
    for (const auto& a : *left.forms) {
        for (const auto& b : *right.forms) {
            const Cell cell = bridged({a.kind, left.role, left.in_span, left.has_han},
                                      {b.kind, right.role, right.in_span, right.has_han},
                                      nearness(a, left.in_span, b, right.in_span),
                                      is_initial_of(a, left.in_span, b, right.in_span), bridges);
            if (cell.better_than(best)) best = cell;
        }
    }
    return best;
}

}  // namespace

std::uint16_t weight_of(Role role, bool in_lexicon, std::uint32_t letters, bool brandless,
                        const Weights& weights) {
    if (in_lexicon || role == Role::Number) {
        const auto& table = brandless ? weights.brandless : weights.known;
        return table[static_cast<std::size_t>(role)];
    }
    // Never nothing: a name of letters nobody counts is still like itself.
    return static_cast<std::uint16_t>(std::clamp<std::uint64_t>(
        weights.word + std::uint64_t{letters} * weights.letter, 1, weights.token_max));
}

Weighed weighed(const names::Name& name, const Weights& weights) {
    Weighed result;
    result.tokens = static_cast<std::uint16_t>(name.tokens.size());
    result.derived = name.derived;
    result.units.reserve(name.tokens.size() + name.spans.size());
    for (const auto& token : name.tokens) {
        Unit unit;
        unit.first = static_cast<std::uint8_t>(result.units.size());
        unit.role = token.role;
        unit.has_han = any_han(token.forms);
        unit.weight =
            weight_of(token.role, token.in_lexicon, token.letters, name.brandless, weights);
        result.total += unit.weight;
        result.units.push_back(unit);
    }
    for (const auto& span : name.spans) {
        Unit unit;
        unit.first = static_cast<std::uint8_t>(span.first);
        unit.count = static_cast<std::uint8_t>(span.count);
        unit.role = result.units[span.first].role;
        unit.has_han = any_han(span.forms);
        for (std::size_t at = 0; at < span.count; ++at) {
            unit.weight =
                static_cast<std::uint16_t>(unit.weight + result.units[span.first + at].weight);
        }
        result.units.push_back(unit);
    }
    return result;
}

UnitsView view(const Weighed& weighed) {
    return {weighed.units, weighed.tokens, weighed.total, weighed.derived};
}

std::uint16_t score(const UnitsView& query, const UnitsView& listed, Matrix cells,
                    const Profile& profile) {
    const Alignment alignment = aligned(query, listed, cells);
    if (alignment.count == 0) return 0;
    return raw_of(alignment.matched, std::uint64_t{query.total} + listed.total,
                  factors_of(query, listed, alignment, profile.penalties));
}

std::vector<Cell> cells_of(const names::Name& query, const names::Name& listed,
                           const Profile& profile) {
    const auto left = forms_of(query);
    const auto right = forms_of(listed);
    std::vector<Cell> cells;
    cells.reserve(left.size() * right.size());
    for (const auto& one : left) {
        for (const auto& other : right) cells.push_back(best_cell(one, other, profile.bridges));
    }
    return cells;
}

std::uint16_t score(const names::NameSet& query, const names::NameSet& listed,
                    const Profile& profile) {
    std::uint16_t best = 0;
    for (const auto& one : query.names) {
        const Weighed left = weighed(one, profile.weights);
        for (const auto& other : listed.names) {
            if (!may_meet(one.derived, other.derived)) continue;
            const Weighed right = weighed(other, profile.weights);
            const auto cells = cells_of(one, other, profile);
            best = std::max(best, score(view(left), view(right), cells, profile));
        }
    }
    return best;
}

}  // namespace cordon::screening
