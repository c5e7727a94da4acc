// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "base/csv.h"
#include "base/embedded.h"
#include "links/read_links.h"
#include "lists/bundled.h"

namespace cordon::embedded {
std::vector<EmbeddedFile> link_data();
}

namespace cordon::links {
namespace {

const Link& link_of(const LinkGraph& graph, std::string_view id) {
    for (const auto& link : graph.links()) {
        if (link.id == id) return link;
    }
    fail_check(__FILE__, __LINE__, id);
}

TEST(StarterLinks, EveryRowIsRead) {
    std::size_t rows = 0, parties = 0;
    for (const auto& file : embedded::link_data()) {
        const auto table = MUST(read_csv(file.bytes, {std::string(file.path), ',', true}));
        EXPECT_TRUE(table.refused.empty());
        (file.path.ends_with("parties.csv") ? parties : rows) += table.rows.size();
    }
    EXPECT_EQ(starter_links().links().size(), rows);
    EXPECT_EQ(starter_links().parties().size(), parties);
    EXPECT_GE(rows, 432U);
}

TEST(StarterLinks, RowsSayWhatTheirSourcesSay) {
    const auto& graph = starter_links();
    const auto& founded = link_of(graph, "L0126");
    EXPECT_EQ(founded.relation, Relation::FounderOf);
    EXPECT_EQ(graph.party(founded.object).id, "el-nettrix");
    EXPECT_EQ(graph.party(founded.object).country, "CN");
    EXPECT_EQ(founded.grade, Grade::C);
    EXPECT_EQ(founded.known_since, MUST(Date::from_iso("2024-08-04")));

    const auto& inspur = link_of(graph, "L0161");
    EXPECT_EQ(inspur.relation, Relation::Owns);
    EXPECT_EQ(inspur.share->to_text(), "0.33 to 0.34");
    EXPECT_EQ(graph.party(inspur.subject).id, "el-inspur-group");
    EXPECT_EQ(inspur.grade, Grade::D);

    const auto& great_wall = link_of(graph, "L0170");
    EXPECT_EQ(great_wall.share->to_text(), "0.315");
    EXPECT_EQ(great_wall.until, MUST(Date::from_iso("2021-01-01")));
    EXPECT_FALSE(link_of(graph, "L0001").share);
}

TEST(StarterLinks, EveryPartyIsInALinkAndHasOneIdAndListedOnesThatOfTheStarterList) {
    const auto& graph = starter_links();
    std::set<std::string> listed;
    const auto table =
        MUST(read_csv(lists::bundled_file("catalogue/parties.csv"), {"parties.csv", ',', true}));
    for (const auto& row : table.rows) listed.insert(row.cells[0]);
    for (PartyIndex p = 0; p < graph.parties().size(); ++p) {
        const auto& party = graph.party(p);
        EXPECT_FALSE(graph.links_of(p).empty()) << party.id;
        EXPECT_TRUE(party.id.starts_with("other-") || listed.count(party.id) == 1) << party.id;
        // A name of two parties is so only where a link ties the two.
        for (const auto other : graph.find(party.name)) {
            bool tied = other == p;
            for (const auto i : graph.links_of(p)) tied |= other_end(graph.link(i), p) == other;
            EXPECT_TRUE(tied) << party.id << " " << graph.party(other).id;
        }
    }
}

TEST(StarterLinks, SugonIsOnePartyInAllItsRows) {
    const auto found = starter_links().find("Sugon");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(starter_links().party(found[0]).id, "el-sugon");
    EXPECT_GE(starter_links().links_of(found[0]).size(), 5U);
}

}  // namespace
}  // namespace cordon::links
