// SPDX-License-Identifier: Apache-2.0
// Days of a listing, best first: the day the row states; the day its rule is known to have taken
// effect (catalogue/effective_dates.csv, by citation); the day of publication, marked as such.
// The oldest citation counts: later ones only amended the entry.
#include "lists/settle.h"

#include <algorithm>

#include "lists/federal_register.h"

namespace cordon::lists {

namespace {

void settle_texts(Listing& listing) {
    if (!listing.requirement_text.empty()) {
        auto parsed = parse_requirement(listing.requirement_text);
        if (listing.requirement.empty()) listing.requirement = std::move(parsed.requirement);
        if (listing.footnotes.empty() && listing.list == "entity_list") {
            for (auto& number : parsed.footnotes) {
                listing.footnotes.push_back({std::move(number), {}});
            }
        }
    }
    if (listing.review_policy.empty()) {
        listing.review_policy = parse_review_policy(listing.review_policy_text);
    }
}

void settle_days(Listing& listing, const std::vector<FrCitation>& citations) {
    if (!listing.published) {
        for (const auto& citation : citations) {
            if (!citation.printed) continue;
            if (!listing.published || *citation.printed < *listing.published) {
                listing.published = citation.printed;
            }
        }
    }
    if (listing.effective) return;
    const auto first = earliest_citation(citations);
    const KnownRule* rule = first ? known_rule(*first) : nullptr;
    if (rule != nullptr && (!listing.published || *listing.published == rule->published)) {
        listing.published = rule->published;
        listing.effective = rule->effective;
    }
    if (!listing.effective && listing.published) {
        listing.effective = listing.published;
        listing.effective_is_publication = true;
    }
}

void settle_footnotes(Listing& listing) {
    for (auto& footnote : listing.footnotes) {
        if (footnote.from) continue;
        footnote.from = first_day_of_footnote(footnote.number);
        if (!listing.effective) continue;
        if (!footnote.from || *footnote.from < *listing.effective) {
            footnote.from = listing.effective;
        }
    }
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "Address 01" on the Entity List is a place, whoever uses it.
void settle_kind(Listing& listing) {
    constexpr std::string_view kAddress = "Address ";
    const std::string_view name = listing.name;
    if (name.starts_with(kAddress) && all_digits(name.substr(kAddress.size()))) {
        listing.kind = "address";
    }
}

/// "Foo Company; and any successor, sub-unit, or subsidiary thereof" must be found as "Foo
/// Company". The printed name stays; the party's own name becomes an alias.
void settle_name(Listing& listing) {
    for (const std::string_view tail :
         {"; and any successor", ", and any successor", " and any successor", "; any successor"}) {
        const auto at = listing.name.find(tail);
        if (at == std::string::npos || at == 0) continue;
        auto own = listing.name.substr(0, at);
        auto& aliases = listing.aliases;
        if (std::find(aliases.begin(), aliases.end(), own) == aliases.end()) {
            aliases.push_back(std::move(own));
        }
        return;
    }
}

}  // namespace

void settle(Listing& listing) {
    settle_kind(listing);
    settle_name(listing);
    const auto citations = citations_in(listing.citation);
    if (!citations.empty()) {
        listing.citation.clear();
        for (const auto& citation : citations) {
            const auto text = citation.to_text();
            listing.citation += (listing.citation.empty() ? "" : "; ") + text;
        }
    }
    settle_texts(listing);
    settle_days(listing, citations);
    settle_footnotes(listing);
}

}  // namespace cordon::lists
