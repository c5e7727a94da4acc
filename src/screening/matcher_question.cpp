// SPDX-License-Identifier: Apache-2.0
// An officer asks the customer, and the customer can answer: so a question names one paper that
// the two would share only if they are one. A number the entry prints comes first.
#include "screening/matcher_question.h"

#include <algorithm>

#include "base/country.h"
#include "names/address.h"
#include "screening/corpus.h"

namespace cordon::screening {

namespace {

std::string title_of(const lists::Listing& listing) {
    if (const auto title = lists::list_title(listing.list); !title.empty()) {
        return std::string(title);
    }
    return listing.list == "other" || listing.list.empty() ? "list" : listing.list;
}

/// The city of the first address that tells one, else the country.
std::string place_of(const lists::Listing& listing) {
    for (const auto& printed : listing.addresses) {
        auto city = names::city_of(names::address(printed).names.front());
        if (!city.empty()) return city;
    }
    if (listing.countries.empty()) return "";
    const auto country = Country::from_code(listing.countries.front());
    return country ? std::string(country->name()) : listing.countries.front();
}

bool in(const std::vector<std::string>& countries, std::string_view code) {
    return std::find(countries.begin(), countries.end(), code) != countries.end();
}

/// The number that registers give out where the party or the entry is at home.
std::string papers_of(const PartyQuery& party, const lists::Listing& listing) {
    if (listing.kind == "person") {
        return "date and place of birth and the number of a passport or identity card";
    }
    if (listing.kind == "vessel") return "IMO number";
    if (listing.kind == "aircraft") return "serial number and registration mark";
    const auto& countries = party.countries.empty() ? listing.countries : party.countries;
    if (in(countries, "CN")) return "registration number (USCC) and registered address";
    if (in(countries, "RU")) return "registration numbers (OGRN, INN) and registered address";
    if (in(countries, "HK")) return "company registry number and registered address";
    return "registration number and registered address";
}

const Support* first(const Match& match, Support::Kind kind, Truth agrees) {
    for (const auto& support : match.supports) {
        if (support.kind == kind && support.agrees == agrees) return &support;
    }
    return nullptr;
}

std::string own_name(const Match& match, const PartyQuery& party) {
    if (!match.read_as.empty()) return match.party_name + " (read as " + match.read_as + ")";
    if (!match.party_name.empty()) return match.party_name;
    return party.names.empty() ? "the party" : party.names.front();
}

std::string asked_about_address(const Support& address, const Match& match, const PartyQuery& party,
                                const lists::Listing& listing) {
    std::string out = own_name(match, party) + " gives the address of " +
                      described(listing, listing.name) + ": " + address.because + ". ";
    if (is_address_only(listing)) {
        return out +
               "The entry is the address itself. Ask for the lease and for what the party "
               "does there; a registered office alone answers nothing.";
    }
    return out +
           "Many parties can share one address. Ask whether the two are one company or have "
           "owners, managers or rooms in common.";
}

/// "Listed with LEI 5299…", where the entry prints a number that can be compared.
std::string listed_number(const lists::Listing& listing) {
    for (const auto& id : listing.identifiers) {
        if (id.value.empty()) continue;
        return " The entry gives " + (id.label.empty() ? "number" : id.label) + " " + id.value +
               ".";
    }
    return "";
}

}  // namespace

std::string described(const lists::Listing& listing, const std::string& name) {
    std::string out = name + " (" + title_of(listing);
    if (!listing.citation.empty()) out += ", " + listing.citation;
    out += ")";
    const auto place = place_of(listing);
    if (!place.empty() && !is_address_only(listing)) out += ", " + place;
    return out;
}

std::string question_of(const Match& match, const PartyQuery& party,
                        const lists::Listing& listing) {
    if (match.strength == Strength::Confirmed) return "";
    const auto* address = first(match, Support::Kind::Address, Truth::Yes);
    if (match.matched_name.empty() && address != nullptr) {
        return asked_about_address(*address, match, party, listing);
    }
    // Met by a number alone, or by a decision that has lapsed.
    const auto& met = match.matched_name.empty() ? listing.name : match.matched_name;
    std::string out =
        "Is " + described(listing, met) + ", the same as " + own_name(match, party) + "? ";
    for (const auto kind : {Support::Kind::Identifier, Support::Kind::Reviewer}) {
        const auto* open = first(match, kind, Truth::Unknown);
        if (match.matched_name.empty() && open != nullptr)
            out += "They met by this: " + open->because + ". ";
    }
    if (match.alias && match.matched_name != listing.name) {
        out = "Is " + described(listing, match.matched_name) + ", an alias of " + listing.name +
              ", the same as " + own_name(match, party) + "? ";
    }
    for (const auto kind :
         {Support::Kind::Identifier, Support::Kind::Country, Support::Kind::Birth}) {
        if (const auto* against = first(match, kind, Truth::No)) {
            out += "Against it: " + against->because + ". ";
        }
    }
    return out + "Ask for its " + papers_of(party, listing) + "." + listed_number(listing);
}

}  // namespace cordon::screening
