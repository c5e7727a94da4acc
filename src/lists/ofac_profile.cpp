// SPDX-License-Identifier: Apache-2.0
// A party of OFAC's advanced data model: its identities with their names, and its features.
#include "lists/born.h"
#include "lists/collector.h"
#include "lists/ofac_names.h"
#include "lists/ofac_references.h"
#include "lists/row.h"

namespace cordon::lists {

namespace {

using Names = std::unordered_map<std::string, std::string>;

const std::string& look_up(const Names& names, const std::string& id) {
    static const std::string none;
    const auto found = names.find(id);
    return found == names.end() ? none : found->second;
}

/// A period is four days: the earliest and latest start, the earliest and latest end.
std::optional<Born> born_in(const XmlNode& period) {
    const XmlNode* start = period.child("Start");
    const XmlNode* end = period.child("End");
    const auto first = ofac_day(start == nullptr ? nullptr : start->child("From"));
    if (!first) return {};
    auto last = ofac_day(end == nullptr ? nullptr : end->child("To"));
    if (!last && end != nullptr) last = ofac_day(end->child("From"));
    if (!last) last = ofac_day(start->child("To"));
    Born born = *first;
    if (last && last->last > born.last) born.last = last->last;
    born.about = start->attribute("Approximate") == "true";
    return born;
}

/// Han and kana are written without blanks between the parts of a name.
bool is_east_asian(std::string_view text) {
    return text.size() >= 3 && static_cast<unsigned char>(text[0]) >= 0xE3 &&
           static_cast<unsigned char>(text[0]) <= 0xE9;
}

/// Features that are numbers of the party.
bool is_number_feature(std::string_view name) {
    for (const std::string_view words :
         {"SWIFT", "BIK", "D-U-N-S", "ISIN", "Digital Currency", "Tail Number", "Serial Number",
          "Serial Identification", "Transponder", "Call Sign", "Construction Number", "MICEX"}) {
        if (name.find(words) != std::string_view::npos) return true;
    }
    return false;
}

/// "LAST, First Middle" for a person, as the CSV prints it; the parts in order for others.
std::string name_of(const XmlNode& documented, const Names& kinds, const OfacKnown& known) {
    std::string last, rest;
    bool east_asian = false;
    for (const auto* part : documented.below("NamePartValue")) {
        const auto text = part->all_text();
        if (text.empty()) continue;
        east_asian = east_asian || is_east_asian(text);
        const auto& kind = known.references.name(
            "NamePartType", look_up(kinds, part->attribute("NamePartGroupID")));
        auto& into = kind == "Last Name" || kind == "Maiden Name" ? last : rest;
        into += (into.empty() || is_east_asian(text) ? "" : " ") + text;
    }
    if (last.empty() || rest.empty()) return last + rest;
    return last + (east_asian ? "" : ", ") + rest;
}

void fill_names(Listing& listing, const XmlNode& profile, const OfacKnown& known) {
    struct Alias {
        std::string name;
        AliasKind kind = AliasKind::Plain;
    };
    std::vector<Alias> aliases;
    for (const auto* identity : profile.all("Identity")) {
        Names kinds;
        for (const auto* group : identity->below("NamePartGroup")) {
            kinds[group->attribute("ID")] = group->attribute("NamePartTypeID");
        }
        const bool main = identity->attribute("Primary") != "false";
        for (const auto* alias : identity->all("Alias")) {
            const bool primary = main && alias->attribute("Primary") == "true";
            const auto& type = known.references.name("AliasType", alias->attribute("AliasTypeID"));
            auto kind = type == "F.K.A." ? AliasKind::Former : AliasKind::Plain;
            if (alias->attribute("LowQuality") == "true") kind = AliasKind::Weak;
            for (const auto* documented : alias->all("DocumentedName")) {
                auto name = tidy(name_of(*documented, kinds, known));
                if (primary && listing.name.empty()) {
                    listing.name = std::move(name);
                } else if (!name.empty()) {
                    aliases.push_back({std::move(name), kind});
                }
            }
        }
    }
    for (auto& alias : aliases) add_alias(listing, std::move(alias.name), alias.kind);
    for (const auto* identity : profile.all("Identity")) {
        const auto found = known.documents.find(identity->attribute("ID"));
        if (found == known.documents.end()) continue;
        for (const auto& document : found->second) listing.identifiers.push_back(document);
    }
}

void fill_kind(Listing& listing, const XmlNode& profile, const OfacKnown& known) {
    const auto sub = profile.attribute("PartySubTypeID");
    listing.kind = ofac_kind(known.references.name("PartySubType", sub));
    if (listing.kind.empty() || known.references.name("PartySubType", sub).empty()) {
        const auto& type =
            known.references.name("PartyType", known.references.name("PartyTypeOfSub", sub));
        listing.kind = type.empty() ? "" : ofac_kind(type);
    }
}

}  // namespace

void add_ofac_feature(Listing& listing, const XmlNode& feature, const OfacKnown& known) {
    const auto& type = known.references.name("FeatureType", feature.attribute("FeatureTypeID"));
    for (const auto* version : feature.all("FeatureVersion")) {
        std::string detail = version->text_of("VersionDetail");
        if (type == "Birthdate") {
            const XmlNode* period = version->child("DatePeriod");
            const auto born = period == nullptr ? std::nullopt : born_in(*period);
            add_birth(listing, born);
        } else if (type == "Location" || type == "Place of Birth") {
            for (const auto* at : version->all("VersionLocation")) {
                const auto found = known.places.find(at->attribute("LocationID"));
                if (found == known.places.end()) continue;
                if (type == "Location") {
                    add_once(listing.addresses, found->second.text);
                    add_once(listing.countries, found->second.country);
                } else {
                    add_once(listing.birthplaces, found->second.text);
                }
            }
            if (type == "Place of Birth") add_once(listing.birthplaces, std::move(detail));
        } else if (type == "Title") {
            if (!detail.empty()) listing.note += (listing.note.empty() ? "" : "; ") + detail;
        } else if (!detail.empty() && is_number_feature(type)) {
            listing.identifiers.push_back({type, std::move(detail), ""});
        }
    }
}

Listing ofac_profile(const XmlNode& profile, const OfacKnown& known) {
    Listing listing;
    fill_names(listing, profile, known);
    fill_kind(listing, profile, known);
    for (const auto* feature : profile.all("Feature")) add_ofac_feature(listing, *feature, known);
    return listing;
}

}  // namespace cordon::lists
