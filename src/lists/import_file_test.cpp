// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "lists/import.h"

namespace cordon::lists {
namespace {

class ImportFile : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = ::testing::TempDir() + "/cordon-import-" + std::to_string(getpid());
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    std::string write(const std::string& name, const std::string& text) {
        const auto path = folder_ + "/" + name;
        CHECK(write_file_atomically(path, text).has_value());
        return path;
    }
    std::string folder_;
};

TEST_F(ImportFile, TakesTheDayFromTheNameWhereTheFileDoesNotSayIt) {
    const auto path = write("title-15-2026-07-09.xml",
                            "<DIV9 N='Supplement No. 7 to Part 744'><TABLE><TR><TD>CHINA</TD>"
                            "<TD>Foo</TD><TD>85 FR 83799, 12/23/2020.</TD></TR></TABLE></DIV9>");
    const auto lists = MUST(import_file(path));
    EXPECT_EQ(lists.at(0).file.vintage, "2026-07-09");
    EXPECT_NE(lists[0].file.listings[0].source.find("copy of 2026-07-09"), std::string::npos);
}

TEST_F(ImportFile, ADayIsGivenOnlyToACopyThatDoesNotSayItsOwn) {
    const auto given = MUST(Date::from_iso("2026-03-01"));
    const std::string row = R"("results": [{"source": "x", "name": "Foo"}]})";
    auto silent = MUST(import_file(write("csl.json", "{" + row))).at(0);
    const auto noted = silent.notes.size();
    ASSERT_TRUE(date_copy(silent, given, "csl.json"));
    EXPECT_EQ(silent.file.vintage, "2026-03-01");
    EXPECT_NE(silent.file.listings[0].source.find("copy of 2026-03-01"), std::string::npos);
    EXPECT_EQ(silent.notes.size(), noted - 1) << "nobody need be asked for the day any more";
    const auto path =
        write("dated.json", R"({"search_performed_at": "2026-02-01T00:00:00Z", )" + row);
    auto dated = MUST(import_file(path)).at(0);
    const auto refused = date_copy(dated, given, path);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("2026-02-01"), std::string::npos);
    EXPECT_EQ(dated.file.vintage, "2026-02-01");
    EXPECT_TRUE(date_copy(dated, MUST(Date::from_iso("2026-02-01")), path));
}

TEST_F(ImportFile, ReadsWhatImportAnyReads) {
    const auto path = write("csl.json", R"({"results": [{"source": "x", "name": "Foo"}]})");
    EXPECT_EQ(MUST(import_file(path)).at(0).file.source_id, "csl");
    EXPECT_FALSE(import_file(write("odd.txt", "nothing known")));
    EXPECT_FALSE(import_file(folder_));
    EXPECT_FALSE(import_file(folder_ + "/missing"));
}

TEST_F(ImportFile, AnEntityBombInAnyXmlIsRefusedInWords) {
    const auto path = write("bomb.xml",
                            "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>"
                            "<!ENTITY b '&a;&a;&a;'>]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>");
    const auto bomb = import_file(path);
    ASSERT_FALSE(bomb);
    EXPECT_NE(bomb.error().to_text().find("document type"), std::string::npos);
}

TEST_F(ImportFile, APartyWithMoreNamesThanAnyoneHasIsRefusedAndNotComparedForEver) {
    std::string line = R"({"id":"x","schema":"Person","datasets":["us_ofac_sdn"],)"
                       R"("properties":{"topics":["sanction"],"name":["A")";
    for (int i = 0; i < 300000; ++i) line += ",\"n" + std::to_string(i) + "\"";
    const auto lists = MUST(import_file(write("many.ftm.json", line + "]}}\n")));
    EXPECT_TRUE(lists.at(0).file.listings.empty());
    ASSERT_EQ(lists[0].refused.size(), 1U);
    EXPECT_NE(lists[0].refused[0].message.find("4096 names"), std::string::npos);
}

TEST_F(ImportFile, LimitsHoldForEveryFormat) {
    const auto path = std::string(CORDON_SOURCE_DIR) + "/tests/lists/";
    for (const char* name :
         {"part-744.xml", "un.xml", "eu.xml", "uk.xml", "uk.csv", "entities.ftm.json",
          "targets.simple.csv", "ofac/sdn.csv", "ofac/sdn.xml", "ofac/sdn_advanced.xml"}) {
        ImportLimits limits;
        limits.stream_bytes_max = 300;
        limits.whole_bytes_max = 300;
        EXPECT_FALSE(import_file(path + name, limits)) << name;
        EXPECT_TRUE(import_file(path + name)) << name;
    }
    for (const char* name :
         {"part-744.xml", "un.xml", "eu.xml", "uk.xml", "uk.csv", "entities.ftm.json",
          "targets.simple.csv", "ofac/sdn.csv", "ofac/sdn.xml", "ofac/sdn_advanced.xml"}) {
        ImportLimits limits;
        limits.listings_max = 1;
        const auto refused = import_file(path + name, limits);
        ASSERT_FALSE(refused) << name;
        EXPECT_NE(refused.error().to_text().find("more than an import may"), std::string::npos);
    }
}

}  // namespace
}  // namespace cordon::lists
