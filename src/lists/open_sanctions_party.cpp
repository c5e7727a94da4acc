// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "lists/born.h"
#include "lists/collector.h"
#include "lists/open_sanctions_entity.h"
#include "lists/row.h"

namespace cordon::lists {

namespace {

constexpr std::array<std::string_view, 8> kParties = {"Person",      "Company",    "Organization",
                                                      "LegalEntity", "PublicBody", "Vessel",
                                                      "Airplane",    "Asset"};

std::string kind_of(std::string_view schema) {
    if (schema == "Person") return "person";
    if (schema == "Vessel") return "vessel";
    if (schema == "Airplane") return "aircraft";
    if (schema == "Company" || schema == "Organization" || schema == "LegalEntity" ||
        schema == "PublicBody") {
        return "company";
    }
    return "";
}

/// Properties that are numbers, with what to call them.
struct NumberProperty {
    std::string_view property, label;
};
constexpr std::array<NumberProperty, 19> kNumbers = {
    {{"uscCode", "Unified Social Credit Code (USCC)"},
     {"registrationNumber", "Registration Number"},
     {"taxNumber", "Tax ID No."},
     {"vatCode", "V.A.T. Number"},
     {"leiCode", "LEI"},
     {"ogrnCode", "OGRN"},
     {"innCode", "INN"},
     {"kppCode", "KPP"},
     {"dunsCode", "D-U-N-S Number"},
     {"swiftBic", "SWIFT/BIC"},
     {"bikCode", "BIK (RU)"},
     {"imoNumber", "IMO number"},
     {"mmsi", "MMSI"},
     {"callSign", "Call Sign"},
     {"idNumber", "National ID No."},
     {"passportNumber", "Passport"},
     {"socialSecurityNumber", "SSN"},
     {"isin", "ISIN"},
     {"serialNumber", "Serial No."}}};

}  // namespace

std::vector<std::string> texts_of(const Json& entity, std::string_view property) {
    std::vector<std::string> texts;
    const Json* properties = entity.find("properties");
    const Json* values = properties == nullptr ? nullptr : properties->find(property);
    if (values == nullptr) return texts;
    for (const auto& value : values->items) {
        if (value.kind == Json::Kind::Text) {
            if (auto text = tidy(value.text); !text.empty()) texts.push_back(std::move(text));
        } else if (const Json* id = value.find("id"); id != nullptr) {
            texts.push_back(id->text);  // a nested entity
        }
    }
    return texts;
}

std::string first_of(const Json& entity, std::string_view property) {
    auto texts = texts_of(entity, property);
    return texts.empty() ? std::string() : std::move(texts.front());
}

bool is_party(std::string_view schema) {
    return std::find(kParties.begin(), kParties.end(), schema) != kParties.end();
}

OpenParty party_of(const Json& entity, const std::string& schema) {
    OpenParty party;
    auto& listing = party.listing;
    const Json* caption = entity.find("caption");
    auto names = texts_of(entity, "name");
    if (caption != nullptr) listing.name = tidy(caption->text);
    if (listing.name.empty() && !names.empty()) listing.name = names.front();
    for (auto& name : names) add_alias(listing, std::move(name));
    for (auto& name : texts_of(entity, "alias")) add_alias(listing, std::move(name));
    for (auto& name : texts_of(entity, "weakAlias")) {
        add_alias(listing, std::move(name), AliasKind::Weak);
    }
    for (auto& name : texts_of(entity, "previousName")) {
        add_alias(listing, std::move(name), AliasKind::Former);
    }
    for (const char* property : {"country", "jurisdiction", "mainCountry", "flag"}) {
        for (auto& country : texts_of(entity, property)) {
            add_once(party.countries, std::move(country));
        }
    }
    for (auto& address : texts_of(entity, "address")) {
        add_once(listing.addresses, std::move(address));
    }
    party.addresses = texts_of(entity, "addressEntity");
    for (const auto& text : texts_of(entity, "birthDate")) {
        add_birth(listing, born_of(text));
    }
    for (auto& place : texts_of(entity, "birthPlace")) {
        add_once(listing.birthplaces, std::move(place));
    }
    for (const auto& known : kNumbers) {
        for (auto& value : texts_of(entity, known.property)) {
            listing.identifiers.push_back({std::string(known.label), std::move(value), ""});
        }
    }
    listing.kind = kind_of(schema);
    listing.note = first_of(entity, "notes");
    for (const auto& topic : texts_of(entity, "topics")) {
        party.listed = party.listed || topic == "sanction" || topic == "debarment" ||
                       topic.starts_with("export.");
    }
    if (const Json* datasets = entity.find("datasets")) {
        for (const auto& dataset : datasets->items) add_once(party.datasets, dataset.text);
    }
    return party;
}

}  // namespace cordon::lists
