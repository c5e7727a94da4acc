// SPDX-License-Identifier: Apache-2.0
#include "determination/party_listings.h"

#include <algorithm>

namespace cordon::determination {

using screening::Match;
using screening::Strength;
using screening::Support;

namespace {

bool country_agrees(const Match& match) {
    return std::any_of(match.supports.begin(), match.supports.end(), [](const Support& support) {
        return support.kind == Support::Kind::Country && support.agrees == Truth::Yes;
    });
}

/// The listed party itself, as far as nobody says otherwise.
bool is_the_listed(const Match& match) {
    if (match.strength == Strength::Confirmed) return true;
    return match.strength == Strength::Probable && (match.same_name || country_agrees(match));
}

/// By no very name, and by no number that may be the listed one.
bool met_by_likeness_alone(const Match& match) {
    if (match.has_same_name || match.party_name.empty()) return false;
    return std::none_of(match.supports.begin(), match.supports.end(), [](const Support& support) {
        return support.kind == Support::Kind::Identifier && support.agrees != Truth::No;
    });
}

std::string reasons(const Match& match) {
    std::string text;
    for (const auto& support : match.supports) {
        if (!text.empty()) text += "; ";
        text += support.because;
    }
    return text;
}

/// A name of the party that is the very name of an entry, and the list of that entry.
struct VeryName {
    std::string name, list;
    friend bool operator==(const VeryName&, const VeryName&) = default;
};

void add_notes(const Match& match, const lists::Listing& listing, bool aside,
               std::vector<std::string>& notes) {
    for (const auto& support : match.supports) {
        if (support.kind != Support::Kind::Reviewer || support.agrees == Truth::Yes) continue;
        const auto of =
            match.party_name.empty() ? std::string("A party") : "\"" + match.party_name + "\"";
        notes.push_back(of + " and \"" + listing.name + "\" (" + listing.list +
                        "): " + (aside ? "set aside, " : "") + support.because + ".");
    }
}

}  // namespace

std::vector<PartyListing> party_listings(const screening::PartyQuery& party, Date day,
                                         const Recogniser& recogniser,
                                         const lists::Snapshot& snapshot,
                                         std::vector<std::string>& notes) {
    const auto recognised = recogniser.recognised(party);
    std::vector<VeryName> very_names;
    for (const auto& match : recognised.matches) {
        if (match.same_name && is_the_listed(match)) {
            const auto listing = snapshot.listing(match.listing);
            if (listing.holds_on(day) != Truth::Yes) continue;
            very_names.push_back({match.party_name, listing.list});
        }
    }
    std::vector<PartyListing> found;
    for (const auto& match : recognised.matches) {
        const auto listing = snapshot.listing(match.listing);
        const Truth in_effect = listing.holds_on(day);
        if (in_effect == Truth::No) continue;
        add_notes(match, listing, false, notes);
        const bool itself = is_the_listed(match);
        // A list that has the very name means that entry, not its sisters.
        const bool sister = !itself && met_by_likeness_alone(match) &&
                            std::find(very_names.begin(), very_names.end(),
                                      VeryName{match.party_name, listing.list}) != very_names.end();
        if (sister) continue;
        found.push_back({match.listing, match.matched_name, "",
                         itself ? Truth::Yes : Truth::Unknown, in_effect,
                         match.same_name ? std::uint16_t{1000} : match.shown, reasons(match)});
    }
    for (const auto& match : recognised.set_aside) {
        const auto listing = snapshot.listing(match.listing);
        if (listing.holds_on(day) != Truth::No) add_notes(match, listing, true, notes);
    }
    return found;
}

void settle(std::vector<PartyListing>& listings, bool same_as_listed) {
    for (auto& how : listings) {
        if (both(how.confirmed, how.in_effect) != Truth::Unknown) continue;
        how.confirmed = truth_of(same_as_listed);
        how.in_effect = Truth::Yes;
    }
}

}  // namespace cordon::determination
