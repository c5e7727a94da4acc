// SPDX-License-Identifier: Apache-2.0
#include "trade/schema.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "trade/testing.h"

namespace cordon::trade {
namespace {

using namespace testing;

/// The published copy follows the facts: `CORDON_UPDATE=1` rewrites it, the diff is the review.
void expect_published(const std::string& which) {
    const std::string path = "docs/schema/" + which + ".schema.json";
    const std::string made = write_json_indented(MUST(json_schema(which, schema()))) + "\n";
    if (std::getenv("CORDON_UPDATE") != nullptr) {
        std::ofstream(std::string(CORDON_SOURCE_DIR) + "/" + path, std::ios::binary) << made;
    }
    EXPECT_TRUE(contents(path) == made)
        << path << " is not up to date; run this test with CORDON_UPDATE=1 and review the change";
}

TEST(JsonSchema, ThePublishedTransactionSchemaIsUpToDate) {
    expect_published("transaction");
}
TEST(JsonSchema, ThePublishedPartySchemaIsUpToDate) {
    expect_published("party");
}

TEST(JsonSchema, ADotOfAFactIsANestedObject) {
    const Json made = MUST(json_schema("transaction", schema()));
    const Json* to = made.find("properties")->find("route")->find("properties")->find("to");
    ASSERT_NE(to, nullptr);
    EXPECT_NE(to->find("description"), nullptr);
}

TEST(JsonSchema, WhatCordonComputesIsNotInIt) {
    const Json made = MUST(json_schema("transaction", schema()));
    const Json* item = made.find("$defs")->find("item")->find("properties");
    EXPECT_NE(item->find("vendor_eccn"), nullptr);
    EXPECT_EQ(item->find("vendor_class"), nullptr);
}

void expect_references_to_exist(const Json& at, const Json& root) {
    if (const Json* to = at.find("$ref")) {
        ASSERT_TRUE(to->text.starts_with("#/$defs/")) << to->text;
        EXPECT_NE(root.find("$defs")->find(to->text.substr(8)), nullptr) << to->text;
    }
    for (const auto& [key, value] : at.members) expect_references_to_exist(value, root);
    for (const Json& value : at.items) expect_references_to_exist(value, root);
}

TEST(JsonSchema, EveryReferenceIsDefined) {
    for (const std::string which : {"transaction", "determination", "party"}) {
        const Json made = MUST(json_schema(which, schema()));
        EXPECT_EQ(made.find("$id")->text, "urn:cordon:schema:" + which);
        expect_references_to_exist(made, made);
    }
}

TEST(JsonSchema, AnUnknownOneNamesTheThree) {
    const auto made = json_schema("transactions", schema());
    ASSERT_FALSE(made.has_value());
    const std::string said = made.error().to_text();
    EXPECT_TRUE(says(said, "transaction, determination and party")) << said;
    EXPECT_TRUE(says(said, "did you mean \"transaction\"?")) << said;
}

}  // namespace
}  // namespace cordon::trade
