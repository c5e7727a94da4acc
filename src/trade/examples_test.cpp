// SPDX-License-Identifier: Apache-2.0
// The examples are read as a user would read them, and fit the published schema. The check of the
// schema below knows only the keywords that our schemas use, and fails on any other.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "trade/schema.h"
#include "trade/testing.h"

namespace cordon::trade {
namespace {

using namespace testing;

class Fit {
public:
    explicit Fit(const Json& root) : root_(root) {}

    /// "" when the value fits, else where it does not.
    std::string check(const Json& value, const Json& schema, const std::string& at) const {
        for (const auto& [key, rule] : schema.members) {
            std::string wrong = keyword(value, schema, key, rule, at);
            if (!wrong.empty()) return wrong;
        }
        return "";
    }

private:
    std::string keyword(const Json& value, const Json& schema, const std::string& key,
                        const Json& rule, const std::string& at) const {
        static const std::set<std::string> kWords = {
            "$schema", "$id", "title", "description", "$defs", "pattern", "minLength"};
        if (kWords.count(key) != 0) return "";
        if (key == "$ref") {
            return check(value, *root_.find("$defs")->find(rule.text.substr(8)), at);
        }
        if (key == "type") return has_type(value, rule.text) ? "" : at + ": not " + rule.text;
        if (key == "enum") return in_list(value, rule) ? "" : at + ": not in the enum";
        if (key == "anyOf") return any(value, rule, at);
        if (key == "required") return required(value, rule, at);
        if (key == "minItems") return value.items.empty() ? at + ": no items" : "";
        if (key == "items") return items(value, rule, at);
        if (key == "properties") return properties(value, rule, at);
        if (key == "additionalProperties") return others(value, schema, at);
        return "unknown keyword " + key;
    }

    static bool has_type(const Json& value, const std::string& type) {
        switch (value.kind) {
            case Json::Kind::Null:
                return type == "null";
            case Json::Kind::Bool:
                return type == "boolean";
            case Json::Kind::Number:
                return type == "number";
            case Json::Kind::Text:
                return type == "string";
            case Json::Kind::Array:
                return type == "array";
            case Json::Kind::Object:
                return type == "object";
        }
        return false;
    }

    static bool in_list(const Json& value, const Json& rule) {
        return std::any_of(rule.items.begin(), rule.items.end(),
                           [&](const Json& each) { return write_json(each) == write_json(value); });
    }

    std::string any(const Json& value, const Json& rule, const std::string& at) const {
        std::string wrong;
        for (const Json& form : rule.items) {
            wrong = check(value, form, at);
            if (wrong.empty()) return "";
        }
        return wrong;
    }

    static std::string required(const Json& value, const Json& rule, const std::string& at) {
        for (const Json& name : rule.items) {
            if (value.find(name.text) == nullptr) return at + ": no " + name.text;
        }
        return "";
    }

    std::string items(const Json& value, const Json& rule, const std::string& at) const {
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            std::string wrong = check(value.items[i], rule, fmt::format("{}[{}]", at, i));
            if (!wrong.empty()) return wrong;
        }
        return "";
    }

    std::string properties(const Json& value, const Json& rule, const std::string& at) const {
        for (const auto& [name, inner] : value.members) {
            const Json* form = rule.find(name);
            std::string wrong = form == nullptr ? "" : check(inner, *form, at + "." + name);
            if (!wrong.empty()) return wrong;
        }
        return "";
    }

    static std::string others(const Json& value, const Json& schema, const std::string& at) {
        for (const auto& [name, inner] : value.members) {
            if (schema.find("properties")->find(name) == nullptr) return at + "." + name;
        }
        return "";
    }

    const Json& root_;
};

std::vector<std::string> example_files() {
    std::vector<std::string> names;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(CORDON_SOURCE_DIR) + "/examples")) {
        if (entry.path().extension() == ".json") names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

TEST(Examples, EachIsReadFitsTheSchemaAndSaysWhereItComesFrom) {
    const Json made = MUST(json_schema("transaction", schema()));
    const std::string table = contents("examples/README.md");
    const std::vector<std::string> names = example_files();
    EXPECT_GE(names.size(), 26U);
    for (const std::string& name : names) {
        const std::string text = contents("examples/" + name);
        const Batch batch = read(text, name);
        EXPECT_EQ(batch.transactions.size(), 1U) << name << "\n" << said_against(text, name);
        const Json json = MUST(parse_json(text, {.file = name}));
        EXPECT_EQ(Fit(made).check(json, made, name), "");
        ASSERT_NE(json.find("narrative"), nullptr) << name;
        ASSERT_NE(json.find("source"), nullptr) << name;
        EXPECT_EQ(json.find("id")->text + ".json", name);
        EXPECT_TRUE(says(table, "`" + name + "`")) << name << " is missing in examples/README.md";
    }
}

TEST(Examples, TheSchemaRefusesWhatTheReaderRefuses) {
    const Json made = MUST(json_schema("transaction", schema()));
    for (const std::string text :
         {R"({"activity": "export", "items": ["x"], "parties": [{"roles": ["end_user"]}]})",
          R"({"date": "2024-06-01", "items": ["x"], "parties": [{"roles": ["end_user"]}]})",
          R"({"date": "2024-06-01", "activity": "export", "items": [], "parties": []})",
          R"({"date": "2024-06-01", "activity": "sale", "items": ["x"],
              "parties": [{"roles": ["end_user"]}]})",
          R"({"date": "2024-06-01", "activity": "export", "items": ["x"], "parties": [{}]})",
          R"({"date": "2024-06-01", "activity": "export", "items": ["x"], "colour": "red",
              "parties": [{"roles": ["end_user"]}]})"}) {
        const Json json = MUST(parse_json(text, {.file = "x"}));
        EXPECT_NE(Fit(made).check(json, made, "x"), "") << text;
        EXPECT_NE(said_against(text, "x.json"), "") << text;
    }
}

TEST(Examples, TheCleanTableIsRead) {
    const Batch batch = read(contents("examples/orders.csv"), "orders.csv");
    EXPECT_TRUE(batch.refused.empty()) << said_against(contents("examples/orders.csv"), "o.csv");
    ASSERT_EQ(batch.transactions.size(), 7U);
    EXPECT_EQ(batch.transactions[4].facts.items.size(), 2U);
    EXPECT_EQ(value(batch.transactions[4], "activity"), "export");  // assumed from the route
    EXPECT_TRUE(batch.transactions[2].facts.parties.back().placeholder);
}

TEST(Examples, TheOddTableSaysTheSameThroughItsMapping) {
    ReadOptions options = named("odd_headers.csv");
    options.mapping_text = contents("examples/odd_headers.map.toml");
    options.mapping_file = "odd_headers.map.toml";
    const auto batch = read_orders(contents("examples/odd_headers.csv"), schema(), options);
    ASSERT_TRUE(batch.has_value()) << batch.error().to_text();
    ASSERT_EQ(batch->transactions.size(), 3U)
        << said_against(contents("examples/odd_headers.csv"), options);
    const Transaction& first = batch->transactions[0];
    EXPECT_EQ(first.id, "销-2024-017");
    EXPECT_EQ(value(first, "date"), "2024-06-12");
    EXPECT_EQ(value(first, "route.to"), "CN");
    EXPECT_EQ(value(first, "end_use.military"), "no");
    EXPECT_TRUE(says(of_item(first, 0, "value"), "832000"));
    EXPECT_EQ(of_item(batch->transactions[2], 0, "quantity"), "1200");
    EXPECT_EQ(value(batch->transactions[2], "route.from"), "DE");
    EXPECT_EQ(value(batch->transactions[2], "activity"), "reexport");
}

}  // namespace
}  // namespace cordon::trade
