// SPDX-License-Identifier: Apache-2.0
#include "law/case_reader.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

namespace cordon::law {
namespace {

constexpr const char* kTransaction = R"(
subject = "transaction"
[[fact]]
name = "date"
type = "date"
required = true
means = "day"
[[fact]]
name = "route.to"
type = "country"
means = "destination"
[[fact]]
name = "route.via"
type = "countries"
means = "on the way"
[[fact]]
name = "end_use.military"
type = "yes_no"
means = "military"
)";
constexpr const char* kItem = R"(
subject = "item"
[[fact]]
name = "name"
type = "text"
means = "name"
[[fact]]
name = "quantity"
type = "number"
unit = "count"
means = "how many"
[[fact]]
name = "model"
type = "choice"
options = ["h100", "h20"]
derived = true
stated_by = "item.name"
means = "model"
[[fact]]
name = "devices"
type = "table"
means = "the ICs inside"
)";
constexpr const char* kDevice = R"(
subject = "device"
[[fact]]
name = "name"
type = "text"
means = "name"
[[fact]]
name = "tpp"
type = "number"
unit = "TPP"
means = "TPP"
[[fact]]
name = "operations"
type = "table"
means = "rows"
)";
constexpr const char* kParty = R"(
subject = "party"
[[fact]]
name = "name"
type = "text"
means = "name"
[[fact]]
name = "roles"
type = "choices"
options = ["exporter", "end_user"]
means = "roles"
[[fact]]
name = "country"
type = "country"
means = "where"
[[fact]]
name = "screened"
type = "yes_no"
derived = true
stated_by = "party.name"
means = "looked up"
)";
constexpr const char* kListing = R"(
subject = "listing"
[[fact]]
name = "list"
type = "choice"
options = ["entity_list", "sdn"]
derived = true
comes_from = "the list"
means = "which"
)";

Schema small_schema() {
    return MUST(Schema::load({{"facts/transaction.toml", kTransaction},
                              {"facts/item.toml", kItem},
                              {"facts/device.toml", kDevice},
                              {"facts/party.toml", kParty},
                              {"facts/listing.toml", kListing}}));
}

class CaseReading : public testing::Test {
protected:
    Schema schema = small_schema();
    CaseReadOptions options{.file = "order.json", .known_as_of = {}, .allow_derived = false};

    [[nodiscard]] ReadCase read(std::string_view json) const {
        return read_case(MUST(parse_json(json, {.file = "order.json"})), schema, options);
    }
    /// "place: message | remedy" of each mistake.
    [[nodiscard]] std::vector<std::string> mistakes(std::string_view json) const {
        std::vector<std::string> out;
        for (const Error& error : read(json).errors) {
            out.push_back(
                fmt::format("{}: {} | {}", error.position.to_text(), error.message, error.remedy));
        }
        return out;
    }
    [[nodiscard]] std::string value(const FactSet& facts, SubjectKind kind,
                                    std::string_view name) const {
        const Slot slot = schema.slot(kind, name);
        return to_text(facts.at(slot), schema.fact(kind, slot));
    }
    [[nodiscard]] std::string text(const FactSet& facts, SubjectKind kind,
                                   std::string_view name) const {
        return facts.text(schema.slot(kind, name));
    }
};

using Found = std::vector<std::string>;

TEST_F(CaseReading, dots_are_nesting) {
    const ReadCase nested = read(R"({"date": "2024-04-10", "route": {"to": "CN", "via": ["SG"]}})");
    ASSERT_TRUE(nested.errors.empty()) << nested.errors[0].to_text();
    EXPECT_EQ(value(nested.facts.transaction, SubjectKind::Transaction, "route.to"), "CN");
    EXPECT_EQ(value(nested.facts.transaction, SubjectKind::Transaction, "route.via"), "SG");
    EXPECT_EQ(value(nested.facts.transaction, SubjectKind::Transaction, "date"), "2024-04-10");
    EXPECT_EQ(value(nested.facts.transaction, SubjectKind::Transaction, "end_use.military"),
              "unknown");
    const ReadCase dotted = read(R"({"route.to": "CN"})");
    EXPECT_EQ(value(dotted.facts.transaction, SubjectKind::Transaction, "route.to"), "CN");
}

TEST_F(CaseReading, items_devices_and_parties_are_read) {
    const ReadCase all = read(R"({
        "items": [{"name": "DGX", "quantity": 2,
                   "devices": [{"tpp": "15832 TPP", "operations": [{"bits": 8}]}, "H20"]}],
        "parties": [{"name": "A", "role": "end_user", "country": "China"},
                    {"name": "B", "roles": ["exporter", "end_user"]}]})");
    ASSERT_TRUE(all.errors.empty()) << all.errors[0].to_text();
    ASSERT_EQ(all.facts.items.size(), 1U);
    const ItemAlternative& item = all.facts.items[0].alternatives.at(0);
    EXPECT_EQ(text(item.item, SubjectKind::Item, "name"), "DGX");
    EXPECT_EQ(value(item.item, SubjectKind::Item, "quantity"), "2");
    ASSERT_EQ(item.devices.size(), 2U);
    EXPECT_EQ(value(item.devices[0], SubjectKind::Device, "tpp"), "15832 TPP");
    EXPECT_EQ(text(item.devices[1], SubjectKind::Device, "name"), "H20");
    ASSERT_EQ(all.facts.parties.size(), 2U);
    EXPECT_EQ(value(all.facts.parties[0].party, SubjectKind::Party, "roles"), "end_user");
    EXPECT_EQ(value(all.facts.parties[0].party, SubjectKind::Party, "country"), "CN");
    EXPECT_EQ(value(all.facts.parties[1].party, SubjectKind::Party, "roles"), "exporter, end_user");
}

TEST_F(CaseReading, a_bare_name_is_an_item_or_a_party) {
    const ReadCase plain = read(R"({"items": ["8x H100"], "parties": ["深圳公司"]})");
    ASSERT_TRUE(plain.errors.empty()) << plain.errors[0].to_text();
    EXPECT_EQ(text(plain.facts.items.at(0).alternatives.at(0).item, SubjectKind::Item, "name"),
              "8x H100");
    const PartyFacts& party = plain.facts.parties.at(0);
    EXPECT_EQ(text(party.party, SubjectKind::Party, "name"), "深圳公司");
    EXPECT_EQ(value(party.party, SubjectKind::Party, "roles"), "unknown");
}

TEST_F(CaseReading, an_order_does_not_say_that_nothing_else_is_there) {
    const ReadCase order = read(R"({"items": ["H100", {"devices": []}], "parties": ["A"]})");
    EXPECT_FALSE(order.facts.items.at(0).alternatives.at(0).devices_complete);
    EXPECT_TRUE(order.facts.items.at(1).alternatives.at(0).devices_complete);
    EXPECT_FALSE(order.facts.parties.at(0).listings_complete);
    EXPECT_FALSE(order.facts.parties.at(0).placeholder);
}

TEST_F(CaseReading, mistakes_are_all_reported_with_their_places) {
    EXPECT_EQ(mistakes(R"({"date": "2023-02-29",
 "route": {"too": "CN"},
 "items": [{"quantity": 0}],
 "parties": [{"name": "A"}, {"country": "QQQ", "roles": "boss"}]})")
                  .size(),
              5U);
    EXPECT_EQ(mistakes(R"({"items": [{"quantity": 0}]})"),
              Found{"order.json:1:25: items[0].quantity: quantity must be above 0, not 0 | "});
    EXPECT_EQ(mistakes("{\"parties\": [{\"name\": \"A\"},\n {\"roles\": \"boss\"}]}"),
              Found{"order.json:2:12: parties[1].roles: `roles` cannot be \"boss\" | "});
}

TEST_F(CaseReading, an_unknown_field_names_the_nearest) {
    EXPECT_EQ(
        mistakes(R"({"route": {"too": "CN"}})"),
        Found{"order.json:1:19: route.too: the transaction has no field `route.too` | Did you "
              "mean `to`?"});
    EXPECT_EQ(mistakes(R"({"partys": []})"),
              Found{"order.json:1:12: partys: the transaction has no field `partys` | Did you mean "
                    "`parties`?"});
    EXPECT_EQ(
        mistakes(R"({"military": "no"})"),
        Found{"order.json:1:14: military: the transaction has no field `military` | Did you mean "
              "`end_use.military`?"});
    EXPECT_EQ(
        mistakes(R"({"country": "CN"})"),
        Found{"order.json:1:13: country: the transaction has no field `country` | `country` is a "
              "fact of the party: state it there"});
    EXPECT_EQ(
        mistakes(R"({"items": [{"zzzzzzzz": 1}]})"),
        Found{"order.json:1:25: items[0].zzzzzzzz: the item has no field `zzzzzzzz` | `cordon law "
              "facts` lists the fields"});
}

TEST_F(CaseReading, wrong_shapes_are_refused) {
    EXPECT_EQ(mistakes("[]"), Found{"order.json:1:1: this is a list | "});
    EXPECT_EQ(mistakes(R"({"items": {}})"),
              Found{"order.json:1:11: items: `items` is an object | Put [ ] around it"});
    EXPECT_EQ(mistakes(R"({"items": [7]})"),
              Found{"order.json:1:12: items[0]: this is a number | "});
    EXPECT_EQ(mistakes(R"({"route": "CN"})"),
              Found{"order.json:1:11: route: `route` is a text | "});
    EXPECT_EQ(mistakes(R"({"route": null, "items": null})"), Found{});
    EXPECT_EQ(
        mistakes(R"({"items": [{"devices": 3}]})"),
        Found{"order.json:1:24: items[0].devices: `devices` is a number | Put [ ] around it"});
}

TEST_F(CaseReading, nothing_is_said_twice) {
    EXPECT_EQ(
        mistakes(R"({"route": {"to": "CN"}, "route.to": "MO"})"),
        Found{"order.json:1:37: route.to: `route.to` is given twice | Remove one of the two"});
    EXPECT_EQ(mistakes(R"({"parties": [{"role": "end_user", "roles": ["exporter"]}]})"),
              Found{"order.json:1:44: parties[0].roles: `roles` is given twice | Remove one of the "
                    "two"});
}

TEST_F(CaseReading, more_rows_than_a_case_can_hold_are_refused) {
    std::string json = R"({"items": ["a")";
    for (int i = 0; i < 65535; ++i) json += ",\"a\"";
    EXPECT_EQ(mistakes(json + "]}"),
              Found{"order.json:1:11: items: `items` has 65536 rows | Split the transaction"});
}

TEST_F(CaseReading, derived_facts_and_listings_belong_to_tests_of_rules) {
    const char* json = R"({"items": [{"model": "h100"}],
 "parties": [{"screened": "yes"}]})";
    EXPECT_EQ(
        mistakes(json),
        (Found{"order.json:1:22: items[0].model: `model` is worked out and cannot be stated | "
               "Leave it out; give item.name instead",
               "order.json:2:27: parties[0].screened: `screened` is worked out and cannot be "
               "stated | Leave it out; give party.name instead"}));
    EXPECT_EQ(mistakes(R"({"parties": [{"listings": []}]})").size(), 1U);
    EXPECT_EQ(mistakes(R"({"parties": [{"placeholder": true}]})").size(), 1U);
    EXPECT_EQ(mistakes(R"({"items": [{"alternatives": []}]})").size(), 1U);
    options.allow_derived = true;
    EXPECT_EQ(mistakes(json), Found{});
}

TEST_F(CaseReading, tests_of_rules_state_the_whole_case) {
    options.allow_derived = true;
    const ReadCase all = read(R"({
        "items": ["H100", {"devices_complete": false}],
        "parties": [{"listings": [{"list": "sdn"}]},
                    {"listings_complete": false, "placeholder": "yes"}]})");
    ASSERT_TRUE(all.errors.empty()) << all.errors[0].to_text();
    EXPECT_TRUE(all.facts.items[0].alternatives[0].devices_complete);
    EXPECT_FALSE(all.facts.items[1].alternatives[0].devices_complete);
    EXPECT_EQ(value(all.facts.parties[0].listings.at(0), SubjectKind::Listing, "list"), "sdn");
    EXPECT_TRUE(all.facts.parties[0].listings_complete);
    EXPECT_FALSE(all.facts.parties[0].placeholder);
    EXPECT_FALSE(all.facts.parties[1].listings_complete);
    EXPECT_TRUE(all.facts.parties[1].placeholder);
    EXPECT_EQ(
        mistakes(R"({"parties": [{"placeholder": 3}]})"),
        Found{"order.json:1:30: parties[0].placeholder: `placeholder` is neither yes nor no | "});
}

TEST_F(CaseReading, alternatives_add_to_what_the_item_says) {
    options.allow_derived = true;
    const ReadCase both = read(R"({"items": [{"quantity": 3, "alternatives": [
        {"model": "h100", "devices": [{"tpp": 15832}]},
        {"model": "h20", "devices": [{"tpp": 2368}], "devices_complete": false}]}]})");
    ASSERT_TRUE(both.errors.empty()) << both.errors[0].to_text();
    const auto& alternatives = both.facts.items.at(0).alternatives;
    ASSERT_EQ(alternatives.size(), 2U);
    for (const ItemAlternative& one : alternatives) {
        EXPECT_EQ(value(one.item, SubjectKind::Item, "quantity"), "3");
    }
    EXPECT_EQ(value(alternatives[0].item, SubjectKind::Item, "model"), "h100");
    EXPECT_EQ(value(alternatives[1].item, SubjectKind::Item, "model"), "h20");
    EXPECT_EQ(value(alternatives[1].devices.at(0), SubjectKind::Device, "tpp"), "2368 TPP");
    EXPECT_FALSE(alternatives[1].devices_complete);
    EXPECT_EQ(mistakes(R"({"items": [{"alternatives": []}]})").size(), 1U);
}

constexpr const char* kSourced =
    R"({"parties": [{"country": {"value": "CN", "source": "registry extract",
                                 "known_since": "2024-05-01"}}]})";

TEST_F(CaseReading, a_value_remembers_its_source) {
    const ReadCase sourced = read(kSourced);
    ASSERT_TRUE(sourced.errors.empty()) << sourced.errors[0].to_text();
    const FactSet& party = sourced.facts.parties.at(0).party;
    const Origin* origin = party.origin(schema.slot(SubjectKind::Party, "country"));
    ASSERT_NE(origin, nullptr);
    EXPECT_EQ(origin->source, "registry extract");
    EXPECT_EQ(origin->known_since->to_iso(), "2024-05-01");
    EXPECT_EQ(party.origin(schema.slot(SubjectKind::Party, "name")), nullptr);
}

TEST_F(CaseReading, what_was_learned_later_is_not_known_yet) {
    const auto country = [&](const char* day) {
        options.known_as_of = MUST(Date::from_iso(day));
        return value(read(kSourced).facts.parties.at(0).party, SubjectKind::Party, "country");
    };
    EXPECT_EQ(country("2024-04-30"), "unknown");
    EXPECT_EQ(country("2024-05-01"), "CN");
    EXPECT_EQ(country("2024-05-02"), "CN");
}

TEST_F(CaseReading, a_wrong_value_is_reported_even_when_it_was_learned_later) {
    options.known_as_of = MUST(Date::from_iso("2020-01-01"));
    EXPECT_EQ(mistakes(R"({"items": [{"quantity": {"value": 0, "known_since": "2024-05-01"}}]})"),
              Found{"order.json:1:35: items[0].quantity: quantity must be above 0, not 0 | "});
}

}  // namespace
}  // namespace cordon::law
