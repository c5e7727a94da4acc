// SPDX-License-Identifier: Apache-2.0
#include "law/stated_value.h"

#include <fmt/core.h>

#include "base/text.h"
#include "law/case_reader.h"

namespace cordon::law {
namespace {

Error wrong_kind(const Json& json, const Fact& fact, std::string expected) {
    return value_error(json, fmt::format("`{}` is {}", fact.name, kind_name(json.kind)),
                       std::move(expected));
}

Result<Value> read_yes_no(const Json& json, const Fact& fact) {
    const char* expected = "yes or no; null when it is not known";
    if (json.kind == Json::Kind::Bool) return Value::of(json.boolean);
    if (json.kind != Json::Kind::Text) return wrong_kind(json, fact, expected);
    const std::string word = to_lower_ascii(json.text);
    if (word == "yes" || word == "true") return Value::of(true);
    if (word == "no" || word == "false") return Value::of(false);
    return value_error(json, fmt::format("`{}` cannot be \"{}\"", fact.name, json.text), expected);
}

Result<Value> read_date(const Json& json, const Fact& fact) {
    if (json.kind != Json::Kind::Text) return wrong_kind(json, fact, "a day, e.g. \"2024-04-10\"");
    const auto day = Date::from_iso(json.text);
    if (day) return Value::of(*day);
    Error error = day.error();
    error.position = {"", json.line, json.column, ""};
    return error;
}

Result<Country> read_country(const Json& json, const Fact& fact) {
    if (json.kind != Json::Kind::Text) {
        return wrong_kind(json, fact, "a country: its ISO code or its name");
    }
    // Two letters are meant as a code; asking by name would hide the remedy for "UK".
    const bool code = json.text.size() == 2;
    auto country = code ? Country::from_code(json.text) : Country::from_name(json.text);
    if (country) return *country;
    Error error = country.error();
    error.position = {"", json.line, json.column, ""};
    return error;
}

Result<Value> read_countries(const Json& json, const Fact& fact) {
    CountrySet countries;
    if (json.kind != Json::Kind::Array) {
        countries.set(TRY(read_country(json, fact)).index());
        return Value::of(countries);
    }
    for (const Json& item : json.items) countries.set(TRY(read_country(item, fact)).index());
    return Value::of(countries);
}

Result<std::uint8_t> read_option(const Json& json, const Fact& fact) {
    const std::string expected = "one of " + list_of(fact.options);
    // Entity List footnotes are options that look like numbers.
    if (json.kind != Json::Kind::Text && json.kind != Json::Kind::Number) {
        return wrong_kind(json, fact, expected);
    }
    if (const auto option = fact.option(json.text)) return *option;
    const std::string near = nearest(to_lower_ascii(json.text), fact.options);
    return value_error(json, fmt::format("`{}` cannot be \"{}\"", fact.name, json.text), expected,
                       near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near));
}

Result<Value> read_choices(const Json& json, const Fact& fact) {
    std::uint64_t bits = 0;
    if (json.kind != Json::Kind::Array) {
        return Value::of_choices(std::uint64_t{1} << TRY(read_option(json, fact)));
    }
    for (const Json& item : json.items) bits |= std::uint64_t{1} << TRY(read_option(item, fact));
    return Value::of_choices(bits);
}

Result<Value> read_text_value(const Json& json, const Fact& fact) {
    Value value;
    if (!TRY(read_texts(json, fact)).empty()) value.kind = Value::Kind::Text;
    return value;
}

}  // namespace

std::string_view kind_name(Json::Kind kind) {
    switch (kind) {
        case Json::Kind::Null:
            return "null";
        case Json::Kind::Bool:
            return "true or false";
        case Json::Kind::Number:
            return "a number";
        case Json::Kind::Text:
            return "a text";
        case Json::Kind::Array:
            return "a list";
        case Json::Kind::Object:
            return "an object";
    }
    return "";
}

Error value_error(const Json& json, std::string message, std::string expected, std::string remedy) {
    return {.message = std::move(message),
            .expected = std::move(expected),
            .remedy = std::move(remedy),
            .position = {"", json.line, json.column, ""},
            .related = {}};
}

Result<Stated> unwrap(const Json& json, const Fact& fact) {
    Stated stated;
    stated.value = &json;
    if (json.kind != Json::Kind::Object) return stated;
    const bool wrapped = json.find("value") != nullptr || json.find("source") != nullptr ||
                         json.find("known_since") != nullptr;
    if (!wrapped) return stated;
    stated.value = json.find("value");
    if (stated.value == nullptr) {
        return value_error(json, fmt::format("`{}` has a source but no value", fact.name),
                           "{\"value\": …, \"source\": …, \"known_since\": …}",
                           "Add \"value\"; null when it is not known");
    }
    for (const auto& [key, member] : json.members) {
        if (key == "value") continue;
        if (key != "source" && key != "known_since") {
            return value_error(member, fmt::format("`{}` has no part \"{}\"", fact.name, key),
                               "value, source and known_since");
        }
        if (member.is_null()) continue;
        if (member.kind != Json::Kind::Text) {
            return value_error(member, fmt::format("\"{}\" is {}", key, kind_name(member.kind)),
                               key == "source" ? "a text" : "a day, e.g. \"2024-04-10\"");
        }
        if (key == "source") {
            stated.source = member.text;
            continue;
        }
        const auto day = Date::from_iso(member.text);
        if (!day) {
            Error error = day.error();
            error.position = {"", member.line, member.column, ""};
            return error;
        }
        stated.known_since = *day;
    }
    return stated;
}

bool says_unknown(const Json& json, const Fact& fact) {
    if (json.is_null()) return true;
    if (fact.type == FactType::Text || fact.type == FactType::Texts) return false;
    return json.kind == Json::Kind::Text && json.text == "unknown";
}

Result<std::vector<std::string>> read_texts(const Json& json, const Fact& fact) {
    std::vector<std::string> texts;
    const bool many = fact.type == FactType::Texts;
    const auto take = [&texts](const Json& item) {
        const bool plain = item.kind == Json::Kind::Text || item.kind == Json::Kind::Number;
        if (plain && !trimmed(item.text).empty()) texts.push_back(item.text);
        return plain;
    };
    if (many && json.kind == Json::Kind::Array) {
        for (const Json& item : json.items) {
            if (!take(item)) return wrong_kind(item, fact, "a list of texts");
        }
    } else if (!take(json)) {
        return wrong_kind(json, fact, many ? "a list of texts" : "a text");
    }
    return texts;
}

Result<Value> read_value(const Json& json, const Fact& fact) {
    const Stated stated = TRY(unwrap(json, fact));
    const Json& value = *stated.value;
    if (fact.type == FactType::Table || says_unknown(value, fact)) return Value{};
    switch (fact.type) {
        case FactType::YesNo:
            return read_yes_no(value, fact);
        case FactType::Number:
            return Value::of(TRY(read_number(value, fact)));
        case FactType::Date:
            return read_date(value, fact);
        case FactType::Country:
            return Value::of(TRY(read_country(value, fact)));
        case FactType::Countries:
            return read_countries(value, fact);
        case FactType::Choice:
            return Value::of_choice(TRY(read_option(value, fact)));
        case FactType::Choices:
            return read_choices(value, fact);
        case FactType::Text:
        case FactType::Texts:
            return read_text_value(value, fact);
        case FactType::Table:
            break;
    }
    return Value{};
}

}  // namespace cordon::law
