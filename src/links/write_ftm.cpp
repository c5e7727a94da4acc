// SPDX-License-Identifier: Apache-2.0
// FollowTheMoney entities as read_ftm.cpp reads them back: parties first, then links. Schemata and
// properties are FollowTheMoney's own, so that other tools show the graph; what they have no
// property for stands in the member "cordon" (ftm_context.h). Tested by ftm_test.cpp.
#include <algorithm>
#include <vector>

#include "base/json.h"
#include "base/text.h"
#include "links/ftm_context.h"
#include "links/read_links.h"
#include "links/read_share.h"

namespace cordon::links {

namespace {

Json texts(const std::vector<std::string>& values) {
    auto array = Json::array();
    for (const auto& value : values) array.push(Json::of_text(value));
    return array;
}

/// The property, unless it is empty.
void put(Json& properties, std::string_view property, const std::vector<std::string>& values) {
    if (!values.empty()) properties.add(property, texts(values));
}
void put(Json& properties, std::string_view property, const std::string& value) {
    if (!value.empty()) properties.add(property, texts({value}));
}

std::string entity(std::string_view id, std::string_view schema, Json properties, Json context) {
    auto json = Json::object();
    json.add("id", Json::of_text(id)).add("schema", Json::of_text(schema));
    json.add("properties", std::move(properties));
    if (!context.members.empty()) json.add(kFtmContext, std::move(context));
    return write_json(json) + "\n";
}

/// Only a Company can be owned in FollowTheMoney.
std::string_view schema_of(const PartyRecord& party, bool owned) {
    for (const auto& known : kFtmKinds) {
        if (known.kind == party.kind && (!owned || known.schema == "Person")) return known.schema;
    }
    return owned ? "Company" : "Organization";
}

std::string written(const PartyRecord& party, bool owned) {
    const auto schema = schema_of(party, owned);
    auto properties = Json::object(), context = Json::object();
    put(properties, "name", party.name);
    put(properties, "alias", party.aliases);
    put(properties, "country", to_lower_ascii(party.country));
    put(properties, "address", party.addresses);
    if (party.founded) put(properties, "incorporationDate", party.founded->to_iso());
    std::vector<std::string> others;
    for (const auto& known : kFtmNumbers) {
        std::vector<std::string> values;
        for (const auto& identifier : party.identifiers) {
            const auto label = std::string(known.label) + ":";
            if (identifier.starts_with(label)) values.push_back(identifier.substr(label.size()));
        }
        put(properties, known.property, values);
    }
    for (const auto& identifier : party.identifiers) {
        if (std::none_of(kFtmNumbers.begin(), kFtmNumbers.end(), [&](const FtmNumber& known) {
                return identifier.starts_with(std::string(known.label) + ":");
            })) {
            others.push_back(identifier);
        }
    }
    put(properties, "publisher", party.source);
    const auto read_as = std::find_if(kFtmKinds.begin(), kFtmKinds.end(),
                                      [&](const FtmKind& k) { return k.schema == schema; });
    if (party.kind != read_as->kind) context.add("kind", Json::of_text(party.kind));
    if (!party.headquarters.empty()) {
        context.add("headquarters", Json::of_text(to_lower_ascii(party.headquarters)));
    }
    if (!others.empty()) context.add("identifiers", texts(others));
    return entity(party.id, schema, std::move(properties), std::move(context));
}

void put_share(const Interval& share, Json& properties, Json& context) {
    const auto low = low_percent(share), high = high_percent(share);
    put(properties, "percentage", low == high ? low : low + "-" + high);
    if (!share.lo_open() && !share.hi_open()) return;
    auto exact = Json::object();
    exact.add("low", Json::of_text(low)).add("above_low", Json::of_bool(share.lo_open()));
    exact.add("high", Json::of_text(high)).add("below_high", Json::of_bool(share.hi_open()));
    context.add("share", std::move(exact));
}

std::string written(const LinkGraph& graph, const Link& link) {
    // The first schema of the relation; UnknownLink for what has none.
    auto edge = std::find_if(kFtmEdges.begin(), kFtmEdges.end(),
                             [&](const FtmEdge& e) { return e.relation == link.relation; });
    if (edge == kFtmEdges.end()) {
        edge = std::find_if(kFtmEdges.begin(), kFtmEdges.end(),
                            [](const FtmEdge& e) { return e.schema == "UnknownLink"; });
    }
    auto properties = Json::object(), context = Json::object();
    put(properties, edge->subject, graph.party(link.subject).id);
    put(properties, edge->object, graph.party(link.object).id);
    if (edge->schema == "UnknownLink") {
        put(properties, "role", std::string(to_text(link.relation)));
    }
    context.add("grade", Json::of_text(to_text(link.grade)));
    if (link.known_since) {
        context.add("known_since", Json::of_text(link.known_since->to_iso()));
    }
    if (link.share) put_share(*link.share, properties, context);
    if (link.from) put(properties, "startDate", link.from->to_iso());
    if (link.until && kFirstDate < *link.until) {
        put(properties, "endDate", Date::from_days(link.until->days() - 1).to_iso());
    }
    put(properties, "summary", link.note);
    put(properties, "publisher", link.source);
    return entity(link.id, edge->schema, std::move(properties), std::move(context));
}

}  // namespace

std::string to_ftm(const LinkGraph& graph) {
    std::vector<bool> owned(graph.parties().size());
    for (const auto& link : graph.links()) {
        if (link.relation == Relation::Owns) owned[link.object] = true;
    }
    std::string text;
    for (PartyIndex p = 0; p < graph.parties().size(); ++p) {
        text += written(graph.party(p), owned[p]);
    }
    for (const auto& link : graph.links()) text += written(graph, link);
    return text;
}

}  // namespace cordon::links
