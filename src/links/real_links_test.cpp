// SPDX-License-Identifier: Apache-2.0
// A real graph at scale, where CORDON_DATA names a folder with a copy: the holdings OFAC names. It
// comes in an envelope of its own, which is turned into a table first.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/csv.h"
#include "base/json.h"
#include "links/read_links.h"
#include "links/same_links_testing.h"
#include "lists/byte_source.h"
#include "lists/snapshot.h"

namespace cordon::links {
namespace {

constexpr std::string_view kFile = "/graph/ofac_ownership_edges_2026-08.NC.json.gz";

struct Table {
    std::string csv = "link_id,subject,relation,object,known_since,confidence,source,note\n";
    std::size_t rows = 0, to_itself = 0;
};

Table table_of(const std::string& path) {
    const auto envelope =
        MUST(parse_json(MUST(lists::whole_of(path, lists::ImportLimits{})), {path, 1}));
    Table table;
    for (const auto& record : envelope.find("records")->items) {
        const auto text = [&](const char* key) {
            const Json* value = record.find(key);
            return value == nullptr ? std::string() : value->text;
        };
        const auto role = text("role");
        const auto* relation = role == "Property in the interest of" ? "linked" : "owns";
        table.csv += fmt::format(
            "{},{},{},{},2026-08-12,A,{},{}\n", ++table.rows, csv_cell(text("ownerName")), relation,
            csv_cell(text("entityName")), csv_cell(text("sourceUrl")), csv_cell(role));
        const bool same = lists::name_key(text("ownerName")) == lists::name_key(text("entityName"));
        if (same && relation == std::string_view("linked")) ++table.to_itself;
    }
    return table;
}

TEST(RealLinks, EveryHoldingThatOfacNamesIsReadAndWrittenAndReadBack) {
    const char* data = std::getenv("CORDON_DATA");
    if (data == nullptr) {
        GTEST_SKIP() << "CORDON_DATA does not name a folder with copies of the lists.";
    }
    const auto table = table_of(data + std::string(kFile));
    ASSERT_GT(table.rows, 5000U);
    Reading reading;
    reading.add_links_csv(table.csv, "ofac.csv");
    const LinkGraph graph(reading.finish());
    EXPECT_EQ(graph.links().size(), table.rows - table.to_itself);
    EXPECT_EQ(reading.errors().size(), table.to_itself);
    for (const auto& link : graph.links()) EXPECT_FALSE(link.share);
    EXPECT_FALSE(graph.find("Mahan Air").empty());

    Reading back;
    back.add_ftm(to_ftm(graph), "back.json", std::nullopt);
    expect_same_links(graph, LinkGraph(back.finish()));
    EXPECT_TRUE(back.errors().empty());
}

}  // namespace
}  // namespace cordon::links
