// SPDX-License-Identifier: Apache-2.0
#include "links/link.h"

#include <algorithm>
#include <array>

namespace cordon::links {

namespace {

constexpr std::array<std::string_view, 18> kRelations{
    "owns",         "controls",      "officer_of", "founder_of",  "legal_representative_of",
    "renamed_to",   "successor_of",  "same_as",    "holds_for",   "shares_address",
    "shares_phone", "shares_domain", "supplies",   "customer_of", "partner_of",
    "leases_to",    "awarded_by",    "linked"};
static_assert(kRelations.size() == static_cast<std::size_t>(Relation::Linked) + 1);

constexpr std::string_view kGrades = "ABCDX";

}  // namespace

std::string_view to_text(Relation relation) {
    return kRelations[static_cast<std::size_t>(relation)];
}

std::optional<Relation> relation_from(std::string_view text) {
    const auto at = std::find(kRelations.begin(), kRelations.end(), text);
    if (at == kRelations.end()) return std::nullopt;
    return static_cast<Relation>(at - kRelations.begin());
}

std::string_view to_text(Grade grade) {
    return kGrades.substr(static_cast<std::size_t>(grade), 1);
}

std::optional<Grade> grade_from(std::string_view text) {
    const auto at = text.size() == 1 ? kGrades.find(text[0]) : std::string_view::npos;
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<Grade>(at);
}

Truth holds(const Link& link, const AsOf& as_of) {
    if (link.grade == Grade::X) return Truth::No;
    if (as_of.known && link.known_since && *as_of.known < *link.known_since) return Truth::No;
    if (link.from && as_of.day < *link.from) return Truth::No;
    if (link.until && as_of.day >= *link.until) return Truth::No;
    const bool begun = link.from || (link.known_since && as_of.day >= *link.known_since);
    return begun && link.grade != Grade::D ? Truth::Yes : Truth::Unknown;
}

}  // namespace cordon::links
