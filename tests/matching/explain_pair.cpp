// SPDX-License-Identifier: Apache-2.0
#include "explain_pair.h"

#include <fmt/format.h>

#include <algorithm>

#include "screening/score.h"

namespace cordon::matching {
namespace {

using names::Name;
using screening::Explanation;

std::string forms_text(const std::vector<names::Form>& forms) {
    std::string text;
    for (const names::Form& form : forms) text += (text.empty() ? "" : " ") + form.term;
    return text;
}

std::string tokens_text(const Name& name, const screening::Profile& profile) {
    std::string text = fmt::format("{}{}\n", name.printed, name.brandless ? "  (brandless)" : "");
    for (const names::Token& token : name.tokens) {
        text += fmt::format("  {:>4}  {:<13}{}{}\n",
                            screening::weight_of(token.role, token.in_lexicon, token.letters,
                                                 name.brandless, profile.weights),
                            names::to_text(token.role), token.in_lexicon ? "" : "? ",
                            forms_text(token.forms));
    }
    return text;
}

/// A token, or a span of tokens after the last of them.
std::string unit_text(const Name& name, std::size_t unit) {
    const bool token = unit < name.tokens.size();
    const auto& forms =
        token ? name.tokens.at(unit).forms : name.spans.at(unit - name.tokens.size()).forms;
    return forms.empty() ? std::string("?") : forms.front().term;
}

std::string explanation_text(const Name& left, const Name& right, const Explanation& why) {
    std::string text = fmt::format("raw {}, shown {}\n", why.raw, why.shown);
    for (const screening::Aligned& pair : why.aligned) {
        text += fmt::format("  {:>4}  {} = {}  ({} {})\n", pair.points,
                            unit_text(left, pair.query_unit), unit_text(right, pair.listed_unit),
                            screening::to_text(pair.cell.bridge), pair.cell.similarity);
    }
    for (const std::uint16_t token : why.query_alone) {
        text += fmt::format("  left alone: {}\n", unit_text(left, token));
    }
    for (const std::uint16_t token : why.listed_alone) {
        text += fmt::format("  right alone: {}\n", unit_text(right, token));
    }
    for (const screening::AppliedPenalty& penalty : why.penalties) {
        text += fmt::format("  x {} {} ({})\n", penalty.factor, penalty.name, penalty.because);
    }
    return text;
}

}  // namespace

std::string explain_pair(const Pair& pair, const screening::Profile& profile, bool kind_known) {
    const names::NameKind kind = kind_known ? pair.kind : names::NameKind::Unknown;
    const names::NameSet left = names::analysed(pair.left, kind);
    const names::NameSet right = names::analysed(pair.right, kind);
    const Name* best_left = nullptr;
    const Name* best_right = nullptr;
    Explanation best;
    for (const Name& one : left.names) {
        for (const Name& other : right.names) {
            if (one.derived != names::Derived::No && other.derived != names::Derived::No) continue;
            Explanation why = screening::explained(one, other, profile);
            if (best_left != nullptr && why.raw <= best.raw) continue;
            best_left = &one;
            best_right = &other;
            best = std::move(why);
        }
    }
    std::string text =
        fmt::format("{}, {} ({})\n", pair.id, pair.same ? "same" : "different", pair.reason);
    if (best_left == nullptr) return text + "  nothing to compare\n";
    return text + tokens_text(*best_left, profile) + tokens_text(*best_right, profile) +
           explanation_text(*best_left, *best_right, best);
}

}  // namespace cordon::matching
