// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/country.h"
#include "base/file.h"
#include "lists/import.h"
#include "lists/mapping.h"
#include "lists/snapshot.h"

namespace cordon::lists {
namespace {

const ListFile& starter() {
    static const ListFile file = MUST(starter_list());
    return file;
}

const Listing& row(const std::string& id) {
    const auto& rows = starter().listings;
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const Listing& listing) { return listing.id == id; });
    CHECK(found != rows.end());
    return *found;
}

TEST(StarterList, HoldsTheCountsOfItsTable) {
    EXPECT_EQ(starter().listings.size(), 500U);
    std::map<std::string, int> lists;
    std::map<std::string, int> footnotes;
    for (const auto& listing : starter().listings) {
        ++lists[listing.list];
        for (const auto& footnote : listing.footnotes) ++footnotes[footnote.number];
    }
    EXPECT_EQ(lists["entity_list"], 329);
    EXPECT_EQ(lists["meu"], 70);
    EXPECT_EQ(lists["section_1260h"], 80);
    EXPECT_EQ(footnotes["4"], 96);
    EXPECT_EQ(footnotes["5"], 16);
    EXPECT_EQ(footnotes["1"], 28);
}

TEST(StarterList, NettrixTookEffectBeforeItWasPrinted) {
    const auto& nettrix = row("el-nettrix");
    EXPECT_EQ(nettrix.effective->to_iso(), "2025-03-25");
    EXPECT_EQ(nettrix.published->to_iso(), "2025-03-28");
    EXPECT_FALSE(nettrix.effective_is_publication);
    EXPECT_EQ(nettrix.review_policy, "policy_of_denial");
    EXPECT_NE(std::find(nettrix.aliases.begin(), nettrix.aliases.end(), "宁畅"),
              nettrix.aliases.end());
}

TEST(StarterList, AFootnoteIsYoungerThanAnOldListing) {
    const auto& sugon = row("el-sugon");
    EXPECT_EQ(sugon.effective->to_iso(), "2019-06-24");
    ASSERT_EQ(sugon.footnotes.size(), 1U);
    EXPECT_EQ(sugon.footnotes[0].from->to_iso(), "2022-10-07");
    const auto& smic = row("el-smic");
    ASSERT_EQ(smic.footnotes.size(), 1U);
    EXPECT_EQ(smic.footnotes[0].number, "5");
    EXPECT_EQ(smic.footnotes[0].from->to_iso(), "2024-12-02");
}

TEST(StarterList, HistoricRowsEnd) {
    EXPECT_EQ(row("dpl-zte-2018").ended->to_iso(), "2018-07-13");
    EXPECT_EQ(row("el-arrow-china").ended->to_iso(), "2025-10-17");
}

TEST(StarterList, EveryWordIsAnOptionAndEveryIdIsUnique) {
    const std::set<std::string> requirements = {"", "all_ear", "all_ear_except_ear99", "on_ccl",
                                                "specified"};
    const std::set<std::string> policies = {"", "presumption_of_denial", "policy_of_denial",
                                            "case_by_case", "other"};
    std::set<std::string> ids;
    for (const auto& listing : starter().listings) {
        EXPECT_TRUE(ids.insert(listing.id).second) << listing.id;
        EXPECT_TRUE(requirements.count(listing.requirement)) << listing.id;
        EXPECT_TRUE(policies.count(listing.review_policy)) << listing.id;
        const auto& options = list_options();
        EXPECT_NE(std::find(options.begin(), options.end(), listing.list), options.end());
        for (const auto& code : listing.countries) EXPECT_TRUE(Country::from_code(code)) << code;
        for (const auto& footnote : listing.footnotes) {
            ASSERT_TRUE(footnote.from) << listing.id;
            EXPECT_GE(*footnote.from, *listing.effective) << listing.id;
        }
        if (listing.published && !listing.effective_is_publication) {
            EXPECT_LE(*listing.effective, *listing.published) << listing.id;
        }
    }
}

TEST(ListOptions, AreThoseOfTheFactSchema) {
    const auto schema =
        MUST(read_file(std::string(CORDON_SOURCE_DIR) + "/rules/facts/listing.toml"));
    const auto start = schema.find("options = [");
    const auto line = schema.substr(start, schema.find(']', start) - start);
    std::size_t count = 0;
    for (const auto& option : list_options()) {
        EXPECT_NE(line.find("\"" + option + "\""), std::string::npos) << option;
        ++count;
    }
    EXPECT_EQ(static_cast<std::size_t>(std::count(line.begin(), line.end(), '"')), 2 * count);
}

}  // namespace
}  // namespace cordon::lists
