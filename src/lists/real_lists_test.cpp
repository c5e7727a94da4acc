// SPDX-License-Identifier: Apache-2.0
// The published lists themselves, when a copy is at hand: CORDON_DATA names a folder with
// us_lists/ and other_lists/. None of them is part of the repository.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <set>

#include "base/file.h"
#include "lists/import.h"
#include "lists/merge.h"
#include "lists/reference/scan.h"
#include "lists/snapshot.h"

namespace cordon::lists {
namespace {

class RealLists : public ::testing::Test {
protected:
    void SetUp() override {
        if (std::getenv("CORDON_DATA") == nullptr) {
            GTEST_SKIP() << "CORDON_DATA does not name a folder with copies of the lists.";
        }
    }
    static Imported import(const std::string& file) {
        const auto path = std::string(std::getenv("CORDON_DATA")) + "/" + file;
        const auto text = MUST(read_file(path));
        return MUST(import_any(text, path));
    }
    static std::map<std::string, std::size_t> count_lists(const ListFile& file) {
        std::map<std::string, std::size_t> counts;
        for (const auto& listing : file.listings) ++counts[listing.list];
        return counts;
    }
    static std::map<std::string, std::size_t> count_footnotes(const ListFile& file) {
        std::map<std::string, std::size_t> counts;
        for (const auto& listing : file.listings) {
            for (const auto& footnote : listing.footnotes) ++counts[footnote.number];
        }
        return counts;
    }
};

constexpr const char* kCsl = "us_lists/csl_2026-07-31_screening-list.json.gz";
constexpr const char* kEntityList = "us_lists/nsfreg_bis_entity_list.json.gz";

TEST_F(RealLists, TheConsolidatedListHasItsCounts) {
    const auto imported = import(kCsl);
    EXPECT_TRUE(imported.refused.empty());
    EXPECT_EQ(imported.file.listings.size(), 25921U);
    auto lists = count_lists(imported.file);
    EXPECT_EQ(lists["sdn"], 19181U);
    EXPECT_EQ(lists["entity_list"], 3420U);
    EXPECT_EQ(lists["denied_persons"], 1596U);
    EXPECT_EQ(lists["debarred"], 787U);
    EXPECT_EQ(lists["ssi"], 286U);
    EXPECT_EQ(lists["unverified"], 222U);
    EXPECT_EQ(lists["isn"], 161U);
    EXPECT_EQ(lists["meu"], 70U);
    EXPECT_EQ(lists["cmic"], 68U);
    EXPECT_EQ(lists["other"], 78U + 51 + 1);
    auto footnotes = count_footnotes(imported.file);
    EXPECT_EQ(footnotes["1"], 156U);
    EXPECT_EQ(footnotes["2"], 156U);
    EXPECT_EQ(footnotes["4"], 97U);  // 95 with the digit, 2 with the section only
    EXPECT_EQ(footnotes["5"], 16U);
    std::size_t names = 0;
    for (const auto& listing : imported.file.listings) names += listing.aliases.size();
    EXPECT_GT(names, 30000U);
}

TEST_F(RealLists, TheOfficialEntityListTextHasItsCounts) {
    const auto imported = import(kEntityList);
    EXPECT_TRUE(imported.refused.empty());
    EXPECT_EQ(imported.file.listings.size(), 3409U);
    auto footnotes = count_footnotes(imported.file);
    EXPECT_EQ(footnotes["1"], 130U);
    EXPECT_EQ(footnotes["3"], 773U);
    EXPECT_EQ(footnotes["4"], 96U);
    EXPECT_EQ(footnotes["5"], 16U);
    std::size_t without_day = 0;
    for (const auto& listing : imported.file.listings) {
        without_day += listing.effective ? 0U : 1U;
        EXPECT_FALSE(listing.countries.empty()) << listing.name;
        EXPECT_FALSE(listing.requirement.empty()) << listing.name;
    }
    EXPECT_EQ(without_day, 1U);  // one entry, of 73 FR 54508, prints no day
}

TEST_F(RealLists, NoNameOfTheEntityListStaysWithinAnother) {
    const auto file = import(kEntityList).file;
    std::size_t former = 0;
    for (const auto& listing : file.listings) {
        EXPECT_EQ(listing.name.find(".k.a"), std::string::npos) << listing.name;
        former += listing.former_names.size();
        for (const auto& address : listing.addresses) {
            EXPECT_EQ(address.find("(a.k.a"), std::string::npos) << listing.name << address;
        }
    }
    EXPECT_EQ(former, 28U);  // 24 entries print "f.k.a.", two of them several names
    const auto snapshot = MUST(Snapshot::from_bytes(Snapshot::compile({file})));
    for (const auto* name :
         {"Zakrytoe Aktsionernoe Obshchestvo Gaz Oil", "Esage Lab", "MEC", "Steven Lim",
          "Hot Working Technology Research Institute", "Sabanican Pad Co.",
          "Yichang Institute of Testing Technology", "OJSC ZALIV SHIPYARD", "Gazprom Neft OAO"}) {
        EXPECT_FALSE(snapshot.look_up(name).empty()) << name;
    }
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else {
            out += c;
        }
    }
    return out;
}

/// The row of the eCFR's table that an entry is printed as.
std::string table_row(const Listing& listing) {
    std::string cell = escaped(listing.name);
    const auto& aliases = listing.aliases;
    if (!aliases.empty()) {
        cell += ", a.k.a., the following " + std::to_string(aliases.size()) + " aliases:";
    }
    for (std::size_t i = 0; i < aliases.size(); ++i) {
        cell += "<br/>—" + escaped(aliases[i]) + (i + 1 == aliases.size() ? "." : ";");
    }
    std::string addresses;
    for (const auto& address : listing.addresses) {
        addresses += (addresses.empty() ? "" : "; <I>and</I> ") + escaped(address);
    }
    if (!addresses.empty()) cell += (aliases.empty() ? ", " : "<br/>") + addresses;
    return "<TR><TD>" + escaped(listing.countries.front()) + "</TD><TD>" + cell + "</TD><TD>" +
           escaped(listing.requirement_text) + "</TD><TD>Presumption of denial</TD><TD>" +
           escaped(listing.citation) + "</TD></TR>\n";
}

TEST_F(RealLists, TheTextOfEveryEntryComesBackOutOfTheTableItIsPrintedIn) {
    const auto printed = import(kEntityList);
    std::string xml = "<DIV9 N=\"Supplement No. 4 to Part 744\"><TABLE>\n";
    std::map<std::string, std::size_t> names;
    for (const auto& listing : printed.file.listings) {
        xml += table_row(listing);
        ++names[listing.name];
    }
    const auto read = MUST(import_any(xml + "</TABLE></DIV9>", "part-744.xml"));
    EXPECT_TRUE(read.refused.empty());
    EXPECT_GE(read.file.listings.size(), printed.file.listings.size());
    EXPECT_EQ(count_footnotes(read.file), count_footnotes(printed.file));
    for (const auto& listing : read.file.listings) {
        const auto name = names.find(listing.name);
        if (name != names.end() && name->second > 0) --name->second;
        EXPECT_FALSE(listing.countries.empty()) << listing.name;
    }
    std::size_t missing = 0;
    for (const auto& [name, left] : names) missing += left;
    EXPECT_LE(missing, 25U);  // names the parse itself had cut in the middle
}

TEST_F(RealLists, IdentifiersComeWithTheListsThatHaveThem) {
    std::map<std::string, std::size_t> labels;
    std::size_t with = 0;
    for (const auto& listing : import("us_lists/ofac-sls_2026-08-07.json.gz").file.listings) {
        with += listing.identifiers.empty() ? 0U : 1U;
        for (const auto& identifier : listing.identifiers) ++labels[identifier.label];
    }
    EXPECT_EQ(labels["Unified Social Credit Code (USCC)"], 308U);
    EXPECT_EQ(labels["Passport"], 2617U);
    EXPECT_EQ(labels.count("Gender"), 0U);
    EXPECT_GT(with, 9000U);
    std::size_t codes = 0;
    for (const auto& listing : import("us_lists/nsfreg_ofac_nscmic.json").file.listings) {
        for (const auto& identifier : listing.identifiers) {
            codes += identifier.value.size() == 18 && identifier.country == "CN" ? 1U : 0U;
        }
    }
    EXPECT_GT(codes, 40U);
}

TEST_F(RealLists, EveryBundledMappingReadsItsFile) {
    const std::map<std::string, std::pair<std::size_t, std::string>> files = {
        {"us_lists/nsfreg_bis_meu.json", {70, "meu"}},
        {"us_lists/nsfreg_bis_dpl.json.gz", {564, "denied_persons"}},
        {"us_lists/nsfreg_dow_1260h.json", {80, "section_1260h"}},
        {"us_lists/nsfreg_dow_1286.json", {134, "section_1286"}},
        {"us_lists/nsfreg_dhs_uflpa.json", {148, "uflpa"}},
        {"us_lists/nsfreg_ofac_nscmic.json", {68, "cmic"}},
        {"us_lists/nsfreg_fcc_covered.json", {15, "other"}},
        {"us_lists/nsfreg_state_debarred_statutory.json.gz", {779, "debarred"}},
        {"us_lists/nsfreg_state_nonproliferation.json.gz", {528, "isn"}},
        {"us_lists/ofac-sls_2026-08-07.json.gz", {19680, "sdn"}},
        {"other_lists/uk_sanctions_2026-08-06.json.gz", {6334, "uk_sanctions"}},
        {"other_lists/cn_mofcom_lists_2026-07.json", {240, "cn_mofcom"}},
        {"other_lists/mofcom_control_entities_2026-07-24.json.gz", {193, "cn_mofcom"}},
    };
    std::set<std::string> sources;
    for (const auto& [file, expected] : files) {
        const auto imported = import(file);
        EXPECT_TRUE(imported.refused.empty()) << file << ": " << imported.refused.front().to_text();
        EXPECT_EQ(imported.file.listings.size(), expected.first) << file;
        EXPECT_EQ(imported.file.listings.front().list, expected.second) << file;
        EXPECT_TRUE(sources.insert(imported.file.source_id).second) << file;
        EXPECT_TRUE(Date::from_iso(imported.file.vintage)) << file << imported.file.vintage;
    }
}

TEST_F(RealLists, TheTreasuryListTellsItsPartsApart) {
    auto lists = count_lists(import("us_lists/ofac-sls_2026-08-07.json.gz").file);
    EXPECT_EQ(lists["sdn"], 19199U);
    EXPECT_EQ(lists["cmic"], 68U);
    EXPECT_EQ(lists["sdn"] + lists["cmic"] + lists["ssi"] + lists["other"], 19680U);
}

TEST_F(RealLists, NettrixIsOneListingWithItsDayAndChineseNameAfterTheMerge) {
    const auto starter = MUST(starter_list());
    const auto bytes = Snapshot::compile({starter, import(kCsl).file});
    const auto snapshot = MUST(Snapshot::from_bytes(bytes));
    const auto hits = snapshot.look_up("Nettrix Information Industry Co Ltd");
    ASSERT_EQ(hits.size(), 1U);
    const auto listing = snapshot.listing(hits[0].listing);
    EXPECT_EQ(listing.effective->to_iso(), "2025-03-25");
    EXPECT_EQ(snapshot.look_up("宁畅").size(), 1U);
    EXPECT_TRUE(snapshot.verify());
}

TEST_F(RealLists, MostStarterRowsHaveACounterpart) {
    const auto imported = import(kCsl);
    const auto starter = MUST(starter_list());
    const auto files = with_starter_merged({starter, imported.file});
    std::size_t left = 0;
    for (const auto& listing : files[0].listings) left += listing.list == "entity_list" ? 1U : 0U;
    EXPECT_LE(left, 25U);
}

TEST_F(RealLists, TheIndexFindsWhatTheSlowTwinFinds) {
    const auto file = import(kEntityList).file;
    const auto snapshot = MUST(Snapshot::from_bytes(Snapshot::compile({file})));
    for (std::size_t i = 0; i < file.listings.size(); i += 170) {
        for (const auto& name : {file.listings[i].name, file.listings[i].name + " Beijing"}) {
            const auto fast = snapshot.look_up(name);
            const auto slow = reference::look_up(snapshot, name);
            ASSERT_EQ(fast.size(), slow.size()) << name;
            for (std::size_t n = 0; n < fast.size(); ++n) {
                EXPECT_EQ(fast[n].listing, slow[n].listing);
                EXPECT_EQ(fast[n].matched_name, slow[n].matched_name);
            }
        }
    }
}

TEST_F(RealLists, EveryListedNameIsFoundUnderItself) {
    const auto file = import(kCsl).file;
    const auto snapshot = MUST(Snapshot::from_bytes(Snapshot::compile({file})));
    for (std::uint32_t i = 0; i < file.listings.size(); ++i) {
        const auto hits = snapshot.look_up(file.listings[i].name);
        const bool found =
            std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.listing == i; });
        EXPECT_TRUE(found) << file.listings[i].name;
    }
}

}  // namespace
}  // namespace cordon::lists
