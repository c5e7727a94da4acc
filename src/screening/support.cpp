// SPDX-License-Identifier: Apache-2.0
#include "screening/support.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "base/country.h"
#include "base/text.h"
#include "names/address.h"
#include "screening/corpus.h"

namespace cordon::screening {

namespace {

using Kind = Support::Kind;

constexpr std::size_t kTellingNumber = 6;  ///< shorter numbers are given to many

/// A Han name has no blanks but is not one word in this sense.
bool is_one_word(std::string_view name) {
    const auto word = trimmed(name);
    return word.find(' ') == std::string_view::npos &&
           std::all_of(word.begin(), word.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
}

std::string text_of(const lists::Born& born) {
    const std::string about = born.about ? "about " : "";
    if (born.first == born.last) return about + born.first.to_iso();
    const auto first = born.first.to_iso();
    const auto last = born.last.to_iso();
    const bool year = first.substr(0, 4) == last.substr(0, 4);
    if (year && first.ends_with("-01-01") && last.ends_with("-12-31")) {
        return about + first.substr(0, 4);
    }
    return about + first + " to " + last;
}

int year_of(Date day) {
    return std::atoi(day.to_iso().substr(0, 4).c_str());
}

/// 1962-05-12 and 1962-12-05: one of the two was written the other way round.
bool swapped(const lists::Born& a, const lists::Born& b) {
    if (a.first != a.last || b.first != b.last) return false;
    const auto one = a.first.to_iso();
    const auto other = b.first.to_iso();
    return one.substr(0, 4) == other.substr(0, 4) && one.substr(5, 2) == other.substr(8, 2) &&
           one.substr(8, 2) == other.substr(5, 2);
}

Truth same_birth(const lists::Born& a, const lists::Born& b) {
    if (a.first <= b.last && b.first <= a.last) return Truth::Yes;
    if (swapped(a, b)) return Truth::Unknown;
    const int gap =
        a.last < b.first ? year_of(b.first) - year_of(a.last) : year_of(a.first) - year_of(b.last);
    // A slip in a day or a month, or a year counted by another calendar.
    return gap <= (a.about || b.about ? 2 : 1) ? Truth::Unknown : Truth::No;
}

/// Do two places share a word that is no country and no kind of place?
bool share_a_place(const names::Name& a, const names::Name& b) {
    const auto tells = [](const names::Token& token) {
        return token.role == names::Role::Place || token.role == names::Role::Brand ||
               (token.role == names::Role::Organisation && token.letters >= 4);
    };
    for (const auto& one : a.tokens) {
        if (!tells(one)) continue;
        for (const auto& other : b.tokens) {
            if (!tells(other)) continue;
            for (const auto& form : one.forms) {
                const auto same = [&](const names::Form& f) { return f.term == form.term; };
                if (form.term.size() >= 4 &&
                    std::any_of(other.forms.begin(), other.forms.end(), same)) {
                    return true;
                }
            }
        }
    }
    return false;
}

std::string_view text_of(names::IdentifierKind kind) {
    switch (kind) {
        case names::IdentifierKind::Uscc:
            return "USCC";
        case names::IdentifierKind::Lei:
            return "LEI";
        case names::IdentifierKind::Ogrn:
            return "OGRN";
        case names::IdentifierKind::Inn:
            return "INN";
        case names::IdentifierKind::Imo:
            return "IMO number";
        case names::IdentifierKind::Registration:
            return "registration number";
        case names::IdentifierKind::Tax:
            return "tax number";
        case names::IdentifierKind::Passport:
            return "passport";
        case names::IdentifierKind::Other:
            return "identifier";
    }
    return "identifier";
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const auto& text : texts) out += (out.empty() ? "" : ", ") + text;
    return out;
}

}  // namespace

std::string_view to_text(Support::Kind kind) {
    switch (kind) {
        case Kind::Country:
            return "country";
        case Kind::Identifier:
            return "identifier";
        case Kind::Address:
            return "address";
        case Kind::Birth:
            return "birth";
        case Kind::Birthplace:
            return "birthplace";
        case Kind::WeakAlias:
            return "weak_alias";
        case Kind::OneWord:
            return "one_word";
        case Kind::Reviewer:
            return "reviewer";
    }
    return {};
}

std::optional<Support> country_support(const PartyQuery& party, const lists::Listing& listing) {
    if (party.countries.empty() || listing.countries.empty()) return std::nullopt;
    Support out{Kind::Country, Truth::No,
                "listed in " + joined(listing.countries) + ", party in " + joined(party.countries)};
    for (const auto& listed : listing.countries) {
        for (const auto& own : party.countries) {
            const Truth same = same_on_lists(listed, own);
            if (listed == own) return Support{Kind::Country, Truth::Yes, "both " + own};
            out.agrees = either(out.agrees, same);
        }
    }
    if (out.agrees == Truth::Yes) out.because += ", which lists do not tell apart";
    return out;
}

std::vector<Support> identifier_supports(const PartyQuery& party, const lists::Listing& listing) {
    std::vector<Support> out;
    for (const auto& own : party.identifiers) {
        Support support{Kind::Identifier, Truth::Unknown, ""};
        const std::string kind(text_of(own.kind));
        for (const auto& printed : listing.identifiers) {
            const auto listed = names::identifier(printed.label, printed.value, printed.country);
            const Truth same = names::same_party(own, listed);
            if (same == Truth::Yes) {
                support = {Kind::Identifier, same, kind + " " + own.value + ": equal"};
                break;
            }
            const bool equal = own.value == listed.value && own.value.size() >= kTellingNumber;
            if (same == Truth::Unknown && equal) {
                support = {Kind::Identifier, same,
                           kind + " " + own.value + " is also the listed " +
                               std::string(text_of(listed.kind)) +
                               "; whether they are one kind of number is not known"};
            }
            // A number that differs says nothing where another one is equal.
            if (same == Truth::No && support.because.empty()) {
                support = {Kind::Identifier, same,
                           kind + ": listed " + listed.value + ", party " + own.value};
            }
        }
        if (!support.because.empty()) out.push_back(std::move(support));
    }
    return out;
}

std::optional<Support> birth_support(const PartyQuery& party, const lists::Listing& listing) {
    std::optional<Support> best;
    for (const auto& own : party.born) {
        for (const auto& listed : listing.born) {
            const Truth same = same_birth(own, listed);
            if (best && either(best->agrees, same) == best->agrees) continue;
            best = Support{Kind::Birth, same,
                           "listed born " + text_of(listed) + ", party " + text_of(own)};
        }
    }
    return best;
}

std::optional<Support> birthplace_support(const PartyQuery& party, const lists::Listing& listing) {
    if (party.birthplaces.empty() || listing.birthplaces.empty()) return std::nullopt;
    for (const auto& own : party.birthplaces) {
        const auto place = names::address(own);
        for (const auto& listed : listing.birthplaces) {
            if (share_a_place(place.names.front(), names::address(listed).names.front())) {
                return Support{Kind::Birthplace, Truth::Yes, "both born in " + listed};
            }
        }
    }
    return Support{Kind::Birthplace, Truth::Unknown,
                   "listed born in " + listing.birthplaces.front() + ", party in " +
                       party.birthplaces.front()};
}

std::optional<Support> weak_alias_support(const lists::Listing& listing, std::uint16_t name,
                                          Truth country) {
    const auto text = listed_text(listing, name);
    const auto& weak = listing.weak_aliases;
    if (name == 0 || std::find(weak.begin(), weak.end(), text) == weak.end()) return std::nullopt;
    const std::string tail = country == Truth::Yes ? ", but the country agrees" : "";
    return Support{Kind::WeakAlias, country == Truth::Yes ? Truth::Yes : Truth::Unknown,
                   "the publisher calls the alias \"" + text + "\" weak" + tail};
}

std::optional<Support> one_word_support(const lists::Listing& listing, std::uint16_t name,
                                        Truth country) {
    const auto text = listed_text(listing, name);
    if (name == 0 || !is_one_word(text)) return std::nullopt;
    if (country == Truth::Yes) return std::nullopt;
    return Support{Kind::OneWord, Truth::Unknown,
                   "\"" + text + "\" is an alias of one word and no country agrees"};
}

}  // namespace cordon::screening
