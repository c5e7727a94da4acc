// SPDX-License-Identifier: Apache-2.0
// Idea: a schema for editors and for machines that write orders. Every fact becomes a property with
// its meaning as description; the dots of a name become nesting, as in order files. The forms a
// value may take are shared definitions, so that the file stays readable.
// Subtlety: what the schema accepts the case reader accepts too, save what no schema can know (that
// 30 February is no day); the reader forgives more, such as "YES".
// Tested by: schema_test.cpp (against the published copies in docs/schema) and examples_test.cpp.
#include "trade/schema.h"

#include <fmt/core.h>

#include "base/country.h"
#include "base/embedded.h"
#include "base/text.h"
#include "trade/problem.h"

namespace cordon::embedded {
std::vector<EmbeddedFile> schemas();
}

namespace cordon::trade {
namespace {

using law::Fact;
using law::FactType;
using law::Schema;
using law::SubjectKind;

Json text(std::string_view value) {
    return Json::of_text(value);
}
Json of_type(std::string_view type) {
    return Json::object().add("type", text(type));
}
Json reference(std::string_view name) {
    return Json::object().add("$ref", text(fmt::format("#/$defs/{}", name)));
}

Json texts(const std::vector<std::string>& words) {
    Json list = Json::array();
    for (const std::string& word : words) list.push(text(word));
    return list;
}

Json one_of(const std::vector<std::string>& words) {
    return Json::object().add("enum", texts(words));
}

Json any_of(std::vector<Json> forms) {
    Json list = Json::array();
    for (Json& form : forms) list.push(std::move(form));
    return Json::object().add("anyOf", std::move(list));
}

Json list_of_form(Json form) {
    return of_type("array").add("items", std::move(form));
}

/// An object that allows these properties and no others.
Json closed(Json properties, const std::vector<std::string>& required = {}) {
    Json object = of_type("object").add("properties", std::move(properties));
    if (!required.empty()) object.add("required", texts(required));
    return object.add("additionalProperties", Json::of_bool(false));
}

/// The form, null (unknown), or the form with its source.
Json or_sourced(const Json& form) {
    Json parts = Json::object();
    parts.add("value", any_of({form, of_type("null")}))
        .add("source", of_type("string"))
        .add("known_since", reference("day"));
    return any_of({form, of_type("null"), closed(std::move(parts), {"value"})});
}

Json day() {
    return of_type("string").add("pattern", text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
}

Json number() {
    const Json amount = any_of({of_type("number"), of_type("string")});
    Json bounds = Json::object();
    bounds.add("from", amount).add("to", amount);
    return any_of({of_type("number"),
                   of_type("string").add("description",
                                         text("an amount with or without its unit, or two bounds: "
                                              "\"4800 TPP\", \"1600 to 1700 TPP\"")),
                   closed(std::move(bounds), {"from", "to"})});
}

Json country() {
    return of_type("string")
        .add("minLength", Json::of_number(2))
        .add("description", text("ISO 3166-1 alpha-2 code (\"CN\"), or a name (\"China\")"));
}

/// The forms that facts share, by the name of their type.
void add_value_forms(Json& defs) {
    const Json yes_no = any_of({of_type("boolean"), one_of({"yes", "no", "unknown"})});
    defs.add("day", day());
    defs.add("country_code", country());
    defs.add("yes_no", or_sourced(yes_no));
    defs.add("number", or_sourced(number()));
    defs.add("date", or_sourced(any_of({reference("day"), one_of({"unknown"})})));
    defs.add("country", or_sourced(reference("country_code")));
    defs.add(
        "countries",
        or_sourced(any_of({reference("country_code"), list_of_form(reference("country_code"))})));
    const Json word = any_of({of_type("string"), of_type("number")});
    defs.add("text", or_sourced(word));
    defs.add("texts", or_sourced(any_of({word, list_of_form(word)})));
}

Json table_of(const Fact& fact) {
    const Json label = of_type("string");
    Json row = Json::object();
    if (fact.name == "devices") return list_of_form(reference("device"));
    if (fact.name == "operations") {
        row.add("bits", reference("number")).add("tops", reference("number"));
        row.add("format", label).add("sparse", reference("yes_no"));
    } else if (fact.name == "dies") {
        row.add("area", reference("number")).add("count", reference("number"));
        row.add("kind", label).add("nonplanar", reference("yes_no"));
    } else if (fact.name == "owners") {
        return list_of_form(reference("owner"));
    } else if (fact.name == "identifiers") {
        row.add("scheme", label).add("value", label);
    } else {
        return list_of_form(of_type("object"));
    }
    return list_of_form(closed(std::move(row)));
}

Json owner() {
    Json row = Json::object();
    row.add("name", of_type("string"));
    row.add("share", any_of({of_type("string"), of_type("null")})
                         .add("description", text("\"50%\", \"25-30%\"; absent: unknown")));
    row.add("headquarters", any_of({reference("country_code"), of_type("null")}));
    row.add("same_as_listed", any_of({of_type("boolean"), one_of({"yes", "no", "unknown"})}));
    row.add("source", of_type("string"));
    row.add("owners", list_of_form(reference("owner")));
    return closed(std::move(row), {"name"});
}

Json form_of(const Fact& fact) {
    switch (fact.type) {
        case FactType::YesNo:
            return reference("yes_no");
        case FactType::Number:
            return reference("number");
        case FactType::Date:
            return reference("date");
        case FactType::Country:
            return reference("country");
        case FactType::Countries:
            return reference("countries");
        case FactType::Choice:
            return or_sourced(one_of(fact.options));
        case FactType::Choices:
            return or_sourced(any_of({one_of(fact.options), list_of_form(one_of(fact.options))}));
        case FactType::Text:
            return reference("text");
        case FactType::Texts:
            return reference("texts");
        case FactType::Table:
            return table_of(fact);
    }
    return Json::object();
}

std::string description_of(const Fact& fact) {
    std::string said = fact.means;
    const std::string& unit = fact.unit.name;
    if (fact.type == FactType::Number && !unit.empty()) said += fmt::format(" [{}]", unit);
    if (!fact.assumed.empty()) said += fmt::format(". Assumed when not stated: {}", fact.assumed);
    return said;
}

Json* find_member(Json& object, std::string_view key) {
    for (auto& [name, value] : object.members) {
        if (name == key) return &value;
    }
    return nullptr;
}

/// Puts the fact "route.to" at properties.route.properties.to.
void add_fact(Json& properties, const Fact& fact) {
    Json* at = &properties;
    const std::vector<std::string_view> steps = split(fact.name, '.');
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
        Json* group = find_member(*at, steps[i]);
        if (group == nullptr) {
            at->add(steps[i], closed(Json::object()));
            group = &at->members.back().second;
        }
        at = find_member(*group, "properties");
    }
    Json property = Json::object().add("description", text(description_of(fact)));
    for (auto& [key, value] : form_of(fact).members) property.add(key, std::move(value));
    at->add(steps.back(), std::move(property));
}

Json properties_of(const Schema& schema, SubjectKind kind) {
    Json properties = Json::object();
    for (const Fact& fact : schema.facts(kind)) {
        if (!fact.derived) add_fact(properties, fact);
    }
    return properties;
}

Json party(const Schema& schema) {
    Json properties = properties_of(schema, SubjectKind::Party);
    const Json* roles = find_member(properties, "roles");
    properties.add("role", Json(*roles));
    Json object = closed(std::move(properties));
    Json either = Json::array();
    either.push(Json::object().add("required", texts({"roles"})));
    either.push(Json::object().add("required", texts({"role"})));
    return object.add("anyOf", std::move(either));
}

Json definitions() {
    Json defs = Json::object();
    add_value_forms(defs);
    defs.add("owner", owner());
    return defs;
}

Json document(std::string_view which, std::string_view says) {
    return Json::object()
        .add("$schema", text("https://json-schema.org/draft/2020-12/schema"))
        .add("$id", text(fmt::format("urn:cordon:schema:{}", which)))
        .add("title", text(fmt::format("Cordon {}", which)))
        .add("description", text(says));
}

void append(Json& to, Json from) {
    for (auto& [key, value] : from.members) to.add(key, std::move(value));
}

Json transaction_schema(const Schema& schema) {
    Json properties = properties_of(schema, SubjectKind::Transaction);
    properties.add("items", list_of_form(any_of({reference("item"), of_type("string")}))
                                .add("minItems", Json::of_number(1)));
    properties.add("parties", list_of_form(reference("party")).add("minItems", Json::of_number(1)));
    Json route = Json::object().add("required", texts({"from", "to"}));
    Json has_route = Json::object()
                         .add("required", texts({"route"}))
                         .add("properties", Json::object().add("route", std::move(route)));
    Json object = closed(std::move(properties), {"date", "items", "parties"});
    append(object,
           any_of({Json::object().add("required", texts({"activity"})), std::move(has_route)}));
    Json defs = definitions();
    defs.add("device",
             any_of({closed(properties_of(schema, SubjectKind::Device)), of_type("string")}));
    defs.add("item", closed(properties_of(schema, SubjectKind::Item)));
    defs.add("party", party(schema));
    Json whole = document("transaction",
                          "A transaction to be decided: a day, an activity or a route, items and "
                          "parties. What is left out is unknown.");
    append(whole, std::move(object));
    return whole.add("$defs", std::move(defs));
}

Json party_schema(const Schema& schema) {
    Json whole = document("party", "One party to a transaction. What is left out is unknown.");
    append(whole, party(schema));
    return whole.add("$defs", definitions());
}

Result<Json> published(std::string_view which) {
    const std::string path = fmt::format("{}.schema.json", which);
    for (const EmbeddedFile& file : embedded::schemas()) {
        if (file.path == path) return parse_json(file.bytes, {.file = path});
    }
    return problem(fmt::format("this program was built without docs/schema/{}", path));
}

}  // namespace

Result<Json> json_schema(std::string_view which, const Schema& schema) {
    if (which == "transaction") return transaction_schema(schema);
    if (which == "party") return party_schema(schema);
    if (which == "determination") return published(which);
    const std::vector<std::string> known = {"transaction", "determination", "party"};
    const std::string near = nearest(which, known);
    return problem(fmt::format("there is no schema \"{}\"", which), list_of(known),
                   near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
}

}  // namespace cordon::trade
