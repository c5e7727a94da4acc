// SPDX-License-Identifier: Apache-2.0
// BODS 0.4 statements as read_bods.cpp reads them back: of every party that holds or is held, then
// one relationship a link. An id of a statement is the hash of what it says, as the standard wants
// one that never means two things. Tested by bods_test.cpp.
#include <algorithm>

#include "base/country.h"
#include "base/json.h"
#include "base/sha256.h"
#include "links/bods_words.h"
#include "links/read_links.h"
#include "links/read_share.h"

namespace cordon::links {

namespace {

Json texts(const std::vector<std::string>& values) {
    auto array = Json::array();
    for (const auto& value : values) array.push(Json::of_text(value));
    return array;
}

/// What a statement is about.
struct Record {
    std::string_view type, id, subject;
    std::optional<Date> date;
    Json details;
};

std::string statement(Record record, std::string_view source, std::string_view grade) {
    auto json = Json::object();
    json.add("declarationSubject", Json::of_text(record.subject));
    json.add("recordId", Json::of_text(record.id));
    json.add("recordType", Json::of_text(record.type));
    json.add("recordStatus", Json::of_text("new"));
    if (record.date) json.add("statementDate", Json::of_text(record.date->to_iso()));
    json.add("recordDetails", std::move(record.details));
    auto from = Json::object();
    from.add("type", texts({"thirdParty"}));
    if (!source.empty()) from.add("description", Json::of_text(source));
    json.add("source", std::move(from));
    if (!grade.empty()) {
        auto annotation = Json::object();
        annotation.add("statementPointerTarget", Json::of_text("/source"));
        annotation.add("motivation", Json::of_text("commenting"));
        annotation.add("description", Json::of_text(std::string(kBodsGrade) + std::string(grade)));
        json.add("annotations", Json::array().push(std::move(annotation)));
    }
    auto published = Json::object();
    published.add("bodsVersion", Json::of_text("0.4"));
    published.add("publisher", Json::object().add("name", Json::of_text("Cordon")));
    json.add("publicationDetails", std::move(published));
    auto whole = Json::object();
    whole.add("statementId", Json::of_text(sha256_hex(write_json(json))));
    for (auto& [key, value] : json.members) whole.add(key, std::move(value));
    return write_json(whole);
}

Json name_of(std::string_view type, const std::string& name) {
    auto json = Json::object();
    json.add("type", Json::of_text(type)).add("fullName", Json::of_text(name));
    return json;
}

std::optional<Country> country_of(const std::string& code) {
    if (code.empty()) return std::nullopt;  // a refusal looks for what was meant
    const auto country = Country::from_code(code);
    return country ? std::optional(*country) : std::nullopt;
}

void add_names(const PartyRecord& party, Json& details) {
    if (party.kind == "person") {
        details.add("personType", Json::of_text("knownPerson"));
        auto names = Json::array();
        names.push(name_of("legal", party.name));
        for (const auto& alias : party.aliases) names.push(name_of("alternative", alias));
        details.add("names", std::move(names));
        return;
    }
    std::string_view type = "legalEntity";
    for (const auto& known : kBodsKinds) {
        if (known.kind == party.kind) {
            type = known.type;
            break;
        }
    }
    details.add("entityType", Json::object().add("type", Json::of_text(type)));
    details.add("name", Json::of_text(party.name));
    if (!party.aliases.empty()) details.add("alternateNames", texts(party.aliases));
    if (const auto country = country_of(party.country)) {
        auto place = Json::object();
        place.add("name", Json::of_text(country->name()))
            .add("code", Json::of_text(country->code()));
        details.add("jurisdiction", std::move(place));
    }
    if (party.founded) details.add("foundingDate", Json::of_text(party.founded->to_iso()));
}

std::string written(const PartyRecord& party) {
    auto details = Json::object();
    details.add("isComponent", Json::of_bool(false));
    add_names(party, details);
    auto identifiers = Json::array(), addresses = Json::array();
    for (const auto& identifier : party.identifiers) {
        const auto colon = std::min(identifier.rfind(':'), identifier.size());
        auto json = Json::object();
        json.add("schemeName", Json::of_text(identifier.substr(0, colon)));
        json.add("id", Json::of_text(identifier.substr(std::min(colon + 1, identifier.size()))));
        identifiers.push(std::move(json));
    }
    for (const auto& address : party.addresses) {
        addresses.push(Json::object().add("address", Json::of_text(address)));
    }
    if (!identifiers.items.empty()) details.add("identifiers", std::move(identifiers));
    if (!addresses.items.empty()) details.add("addresses", std::move(addresses));
    return statement({party.kind == "person" ? "person" : "entity", party.id, party.id,
                      std::nullopt, std::move(details)},
                     party.source, "");
}

Json share_json(const Interval& share) {
    auto json = Json::object();
    const auto low = low_percent(share), high = high_percent(share);
    if (low == high) json.add("exact", Json::of_number(low));
    json.add(share.lo_open() ? "exclusiveMinimum" : "minimum", Json::of_number(low));
    json.add(share.hi_open() ? "exclusiveMaximum" : "maximum", Json::of_number(high));
    return json;
}

std::string written(const LinkGraph& graph, const Link& link) {
    const bool owns = link.relation == Relation::Owns;
    auto interest = Json::object();
    interest.add("type", Json::of_text(owns ? "shareholding" : "otherInfluenceOrControl"));
    interest.add("directOrIndirect", Json::of_text(owns ? "direct" : "unknown"));
    interest.add("beneficialOwnershipOrControl", Json::of_bool(false));
    if (!link.note.empty()) interest.add("details", Json::of_text(link.note));
    if (link.share) interest.add("share", share_json(*link.share));
    if (link.from) interest.add("startDate", Json::of_text(link.from->to_iso()));
    if (link.until) interest.add("endDate", Json::of_text(link.until->to_iso()));
    const auto& subject = graph.party(link.object).id;
    auto details = Json::object();
    details.add("isComponent", Json::of_bool(false));
    details.add("subject", Json::of_text(subject));
    details.add("interestedParty", Json::of_text(graph.party(link.subject).id));
    details.add("interests", Json::array().push(std::move(interest)));
    return statement({"relationship", link.id, subject, link.known_since, std::move(details)},
                     link.source, to_text(link.grade));
}

}  // namespace

std::string to_bods(const LinkGraph& graph) {
    const auto is_told = [](const Link& link) {
        return link.relation == Relation::Owns || link.relation == Relation::Controls;
    };
    std::vector<bool> told(graph.parties().size());
    for (const auto& link : graph.links()) {
        if (is_told(link)) told[link.subject] = told[link.object] = true;
    }
    std::string text;
    const auto add = [&](const std::string& statement) {
        text += (text.empty() ? "[\n" : ",\n") + statement;
    };
    for (PartyIndex p = 0; p < told.size(); ++p) {
        if (told[p]) add(written(graph.party(p)));
    }
    for (const auto& link : graph.links()) {
        if (is_told(link)) add(written(graph, link));
    }
    return text.empty() ? "[]\n" : text + "\n]\n";
}

}  // namespace cordon::links
