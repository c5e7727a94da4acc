// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "lists/collector.h"
#include "lists/import.h"
#include "lists/ofac_names.h"

namespace cordon::lists {
namespace {

Imported only(const std::string& name) {
    auto imported = MUST(import_file(std::string(CORDON_SOURCE_DIR) + "/tests/lists/ofac" + name));
    CHECK(imported.size() == 1);
    return std::move(imported.front());
}

const Listing& with_id(const Imported& imported, const std::string& id) {
    const auto& rows = imported.file.listings;
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const Listing& row) { return row.id == id; });
    if (found == rows.end()) fail_check(__FILE__, __LINE__, id);
    return *found;
}

std::vector<std::string> born(const Listing& listing) {
    std::vector<std::string> texts;
    for (const auto& one : listing.born) {
        texts.push_back(one.first.to_iso() + ".." + one.last.to_iso() + (one.about ? "?" : ""));
    }
    return texts;
}

using Texts = std::vector<std::string>;
using Identifiers = std::vector<ListedIdentifier>;

TEST(OfacCsv, ItsTablesAreFoundBesideItOrInTheFolder) {
    for (const char* path : {"/sdn.csv", "", "/"}) {
        const auto sdn = only(path);
        EXPECT_EQ(sdn.file.source_id, "ofac-sdn");
        ASSERT_EQ(sdn.file.listings.size(), 5U) << path;
        const auto& airline = with_id(sdn, "ofac-sdn:36");
        EXPECT_EQ(airline.aliases, Texts{"AERO-CARIBBEAN"});
        EXPECT_EQ(airline.addresses, Texts{"Havana, Cuba"});
        EXPECT_EQ(airline.countries, Texts{"CU"});
        EXPECT_EQ(airline.kind, "company");
        EXPECT_EQ(airline.list, "sdn");
    }
}

TEST(OfacCsv, OnlyAWordOfItsNameMakesAFileTheConsolidatedList) {
    for (const char* name : {"cons_prim.csv", "x/consolidated.xml", "CONS_PRIM.CSV.gz",
                             "ofac-consolidated-2026-03-01.xml"}) {
        EXPECT_TRUE(is_ofac_consolidated(name)) << name;
    }
    for (const char* name : {"sdn.csv", "construction.csv", "cons/sdn.csv", "econsdn.xml",
                             "consultants_primary.csv", ""}) {
        EXPECT_FALSE(is_ofac_consolidated(name)) << name;
    }
}

TEST(OfacCsv, RemarksHoldBirthsDocumentsAndTheWeakNames) {
    const auto sdn = only("/sdn.csv");
    const auto& person = with_id(sdn, "ofac-sdn:2676");
    EXPECT_EQ(person.name, "AL ZAWAHIRI, Dr. Ayman");
    EXPECT_EQ(person.kind, "person");
    EXPECT_EQ(person.programmes, (Texts{"SDGT", "SDT"}));
    EXPECT_EQ(born(person), (Texts{"1951-06-19..1951-06-19", "1952-01-01..1952-12-31"}));
    EXPECT_EQ(person.birthplaces, Texts{"Giza, Egypt"});
    EXPECT_EQ(person.identifiers,
              (Identifiers{{"Passport", "1084010", "EG"}, {"Passport", "19820215", ""}}));
    EXPECT_EQ(person.weak_aliases, Texts{"THE DOCTOR"});  // from the comments behind the cell
    EXPECT_TRUE(person.countries.empty());                // nationality is not taken
    EXPECT_EQ(with_id(sdn, "ofac-sdn:306").weak_aliases, Texts{"BNC"});
    const auto& vessel = with_id(sdn, "ofac-sdn:4238");
    EXPECT_EQ(vessel.kind, "vessel");
    EXPECT_EQ(vessel.identifiers,
              (Identifiers{{"Call Sign", "CL2192", ""},
                           {"Vessel Registration Identification", "IMO 9187629", ""},
                           {"MMSI", "572469210", ""}}));
    const auto& bank = with_id(sdn, "ofac-sdn:4642");
    EXPECT_EQ(bank.former_names, Texts{"FOO OVERSEAS INVESTMENT BANK PLC"});
    EXPECT_EQ(bank.identifiers,
              (Identifiers{{"SWIFT/BIC", "BKFOGB2L", ""},
                           {"Unified Social Credit Code (USCC)", "91110000MA005UCQ5P", "CN"}}));
    EXPECT_EQ(bank.addresses, Texts{"Gaza Strip, undetermined"});
}

TEST(OfacCsv, RowsThatFitNoPartyAreReportedWithTheirTable) {
    const auto sdn = only("/sdn.csv");
    ASSERT_EQ(sdn.refused.size(), 2U);
    EXPECT_NE(sdn.refused[0].message.find("36 stands there twice"), std::string::npos);
    EXPECT_EQ(sdn.refused[0].position.line, 6U);
    EXPECT_NE(sdn.refused[1].position.file.find("(alt)"), std::string::npos);
    EXPECT_EQ(sdn.refused[1].position.line, 4U);
}

TEST(OfacCsv, WithoutItsSistersSaysWhatIsMissing) {
    const auto alone =
        MUST(import_any("36,\"AIRLINE\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- "
                        ",-0- ,-0- \r\n",
                        "sdn.csv"));
    EXPECT_EQ(alone.file.listings.size(), 1U);
    const auto missing = [](const std::string& note) {
        return note.find("alt.csv") != std::string::npos;
    };
    EXPECT_TRUE(std::any_of(alone.notes.begin(), alone.notes.end(), missing));
}

TEST(OfacXml, GivesTheSamePartiesAsTheCsv) {
    const auto sdn = only("/sdn.xml");
    EXPECT_EQ(sdn.file.vintage, "2026-08-07");
    ASSERT_EQ(sdn.file.listings.size(), 2U);
    EXPECT_EQ(sdn.refused.size(), 1U);
    const auto& person = with_id(sdn, "ofac-sdn:2676");
    EXPECT_EQ(person.name, "AL ZAWAHIRI, Dr. Ayman");
    EXPECT_EQ(person.weak_aliases, Texts{"THE DOCTOR"});
    EXPECT_EQ(person.former_names, Texts{"SALIM, Ahmad Fuad"});
    EXPECT_EQ(born(person), (Texts{"1951-06-19..1951-06-19", "1952-01-01..1952-12-31?"}));
    EXPECT_EQ(person.identifiers, (Identifiers{{"Passport", "1084010", "EG"}}));
    EXPECT_TRUE(person.countries.empty());
    EXPECT_EQ(with_id(sdn, "ofac-sdn:36").addresses, Texts{"Havana, Cuba"});
}

TEST(OfacAdvanced, FollowsItsNumbersToNamesPlacesDocumentsAndLists) {
    const auto sdn = only("/sdn_advanced.xml");
    EXPECT_EQ(sdn.file.vintage, "2026-08-07");
    ASSERT_EQ(sdn.file.listings.size(), 3U);
    const auto& airline = with_id(sdn, "ofac-sdn:36");
    EXPECT_EQ(airline.list, "sdn");
    EXPECT_EQ(airline.kind, "company");
    EXPECT_EQ(airline.former_names, Texts{"AERO-CARIBBEAN"});
    EXPECT_EQ(airline.addresses, (Texts{"Calle 5 No. 10, Havana, CU", "KM"}));
    EXPECT_EQ(airline.countries, (Texts{"CU", "KM"}));
    EXPECT_EQ(airline.effective->to_iso(), "1986-12-10");
    EXPECT_EQ(airline.programmes, Texts{"CUBA"});
    EXPECT_EQ(airline.identifiers, (Identifiers{{"SWIFT/BIC", "AEROCUHH", ""}}));
    const auto& person = with_id(sdn, "ofac-sdn:2676");
    EXPECT_EQ(person.name, "AL ZAWAHIRI, Ayman");
    EXPECT_EQ(person.kind, "person");
    EXPECT_EQ(person.weak_aliases, Texts{"THE DOCTOR"});
    EXPECT_EQ(born(person), (Texts{"1951-06-19..1951-06-19", "1950-01-01..1952-12-31?"}));
    EXPECT_EQ(person.birthplaces, Texts{"Giza, Egypt"});
    EXPECT_EQ(person.identifiers, (Identifiers{{"Passport", "1084010", "EG"}}));
    EXPECT_TRUE(person.countries.empty());  // nationality is a place too, and not taken
    EXPECT_EQ(person.note, "a comment");
    const auto& engines = with_id(sdn, "ofac-sdn:700");
    EXPECT_EQ(engines.list, "cmic");
    EXPECT_EQ(engines.aliases, Texts{"中国航空发动机集团"});
    EXPECT_EQ(engines.identifiers,
              (Identifiers{{"Unified Social Credit Code (USCC)", "91110000MA005UCQ5P", "CN"}}));
}

TEST(OfacAdvanced, PartiesWithoutANameAndEntriesWithoutAPartyAreReported) {
    const auto sdn = only("/sdn_advanced.xml");
    ASSERT_EQ(sdn.refused.size(), 2U);
    EXPECT_EQ(sdn.refused[0].position.field, "DistinctParty 701");
    EXPECT_EQ(sdn.refused[1].position.field, "SanctionsEntry 9");
    EXPECT_GT(sdn.refused[1].position.line, 30U);
}

TEST(OfacNames, ListsAreToldApartByNameAndThenByProgramme) {
    EXPECT_EQ(ofac_list("SDN List", {"UKRAINE-EO13662"}), "sdn");
    EXPECT_EQ(ofac_list("Sectoral Sanctions Identifications List", {}), "ssi");
    EXPECT_EQ(ofac_list("", {"CMIC-EO13959"}), "cmic");
    EXPECT_EQ(ofac_list("Non-SDN Palestinian Legislative Council List", {"NS-PLC"}), "other");
}

}  // namespace
}  // namespace cordon::lists
