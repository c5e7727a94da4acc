// SPDX-License-Identifier: Apache-2.0
// The formats of the UN, the EU, the UK and OpenSanctions on small files with the real dirt.
#include <gtest/gtest.h>

#include <algorithm>

#include "lists/import.h"

namespace cordon::lists {
namespace {

std::string fixture(const std::string& name) {
    return std::string(CORDON_SOURCE_DIR) + "/tests/lists/" + name;
}

Imported only(const std::string& name) {
    auto imported = MUST(import_file(fixture(name)));
    CHECK(imported.size() == 1);
    return std::move(imported.front());
}

const Listing& named(const Imported& imported, const std::string& name) {
    const auto& rows = imported.file.listings;
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const Listing& row) { return row.name == name; });
    if (found == rows.end()) fail_check(__FILE__, __LINE__, name);
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

TEST(UnList, GivesPersonsAndEntities) {
    const auto un = only("un.xml");
    EXPECT_EQ(un.file.source_id, "un");
    EXPECT_EQ(un.file.vintage, "2026-02-27");
    ASSERT_EQ(un.file.listings.size(), 2U);
    const auto& person = named(un, "RI WON HO");
    EXPECT_EQ(person.id, "un:KPi.033");
    EXPECT_EQ(person.kind, "person");
    EXPECT_EQ(person.aliases, (Texts{"리원호", "Ri Won-Ho", "Old Ri"}));
    EXPECT_EQ(person.weak_aliases, Texts{"Old Ri"});
    EXPECT_EQ(person.countries, Texts{"KP"});
    EXPECT_EQ(born(person), (Texts{"1964-07-17..1964-07-17", "1960-01-01..1965-12-31",
                                   "1963-01-01..1963-12-31?"}));
    EXPECT_EQ(person.birthplaces, Texts{"Goma, Democratic Republic of the Congo"});
    EXPECT_EQ(person.identifiers, (Identifiers{{"Passport", "381310014", "KP"}}));
    EXPECT_EQ(person.effective->to_iso(), "2016-11-30");
    EXPECT_EQ(person.programmes, Texts{"UN DPRK"});
    EXPECT_EQ(person.note, "An official of the ministry.");
    const auto& entity = named(un, "Korea Mining Development Trading Corporation");
    EXPECT_EQ(entity.former_names, Texts{"External Technology General Corporation"});
    EXPECT_EQ(entity.addresses.size(), 1U);
}

TEST(UnList, ARecordWithoutANameIsReportedWithItsNumber) {
    const auto un = only("un.xml");
    ASSERT_EQ(un.refused.size(), 1U);
    EXPECT_EQ(un.refused[0].position.field, "INDIVIDUAL XXi.001");
    EXPECT_GT(un.refused[0].position.line, 15U);
    EXPECT_EQ(un.refused[0].position.file, fixture("un.xml"));
}

TEST(EuList, TakesTheStrongEnglishNameFirst) {
    const auto eu = only("eu.xml");
    EXPECT_EQ(eu.file.vintage, "2026-08-05");
    ASSERT_EQ(eu.file.listings.size(), 2U);
    EXPECT_EQ(eu.refused.size(), 1U);
    const auto& person = named(eu, "Saddam Hussein Al-Tikriti");
    EXPECT_EQ(person.id, "eu:EU.27.28");
    EXPECT_EQ(person.aliases, (Texts{"Abou Ali", "Abu Ali"}));
    EXPECT_EQ(person.weak_aliases, Texts{"Abou Ali"});
    EXPECT_EQ(born(person), (Texts{"1937-04-28..1937-04-28", "1935-01-01..1938-12-31?"}));
    EXPECT_EQ(person.birthplaces, Texts{"al-Awja, near Tikrit, IRAQ"});
    EXPECT_TRUE(person.countries.empty());  // citizenship is not taken
    EXPECT_EQ(person.identifiers, (Identifiers{{"National passport", "34409/129", ""}}));
    EXPECT_EQ(person.published->to_iso(), "2003-07-08");
    EXPECT_TRUE(person.effective_is_publication);
    EXPECT_EQ(person.programmes, Texts{"EU IRQ"});
    const auto& company = named(eu, "JSC Kronshtadt");
    EXPECT_EQ(company.kind, "company");
    EXPECT_EQ(company.aliases, Texts{"АО «Кронштадт»"});
    EXPECT_EQ(company.countries, Texts{"RU"});
    EXPECT_EQ(company.addresses, Texts{"18 Andropov Ave., 115432, Moscow, RUSSIAN FEDERATION"});
    EXPECT_EQ(company.identifiers, (Identifiers{{"Fiscal Code", "7808035536", "RU"}}));
    EXPECT_EQ(company.effective->to_iso(), "2022-03-15");
    EXPECT_FALSE(company.effective_is_publication);
}

TEST(UkList, IsTheSameAsXmlAndAsCsv) {
    const auto xml = only("uk.xml");
    const auto csv = only("uk.csv");
    for (const auto* uk : {&xml, &csv}) {
        EXPECT_EQ(uk->file.source_id, "uk-sanctions");
        EXPECT_EQ(uk->file.vintage, "2026-08-06");
        EXPECT_EQ(uk->file.listings.size(), 2U);
        EXPECT_EQ(uk->refused.size(), 1U);
        const auto& person = named(*uk, "MOHAMMAD HASSAN AKHUND");
        EXPECT_EQ(person.id, "uk-sanctions:AFG0006");
        EXPECT_EQ(person.list, "uk_sanctions");
        EXPECT_EQ(person.kind, "person");
        EXPECT_EQ(person.weak_aliases, Texts{"Mullah Hassan"});
        EXPECT_EQ(person.aliases.back(), "محمد حسن آخوند");
        EXPECT_EQ(born(person), (Texts{"1945-01-01..1945-12-31", "1947-05-12..1947-05-12"}));
        EXPECT_EQ(person.birthplaces, Texts{"Pashmul village, Afghanistan"});
        EXPECT_EQ(person.countries, Texts{"AF"});
        EXPECT_EQ(person.effective->to_iso(), "2001-01-25");
        ASSERT_EQ(person.identifiers.size(), 1U);
        EXPECT_EQ(person.identifiers[0].value, "A1234567");
        EXPECT_EQ(person.note, "Asset freeze|Travel Ban");
    }
    EXPECT_EQ(named(xml, "SOME VESSEL").identifiers, (Identifiers{{"IMO number", "9187629", ""}}));
    EXPECT_EQ(named(xml, "SOME VESSEL").kind, "vessel");
    const auto& company = named(csv, "ALFA \"SHIPPING\", LTD");
    EXPECT_EQ(company.identifiers,
              (Identifiers{{"Business Registration Number", "1023901234567", ""}}));
    EXPECT_EQ(csv.refused[0].position.line, 6U);
}

TEST(OpenSanctions, JoinsMeasuresAddressesDocumentsAndOfficesToTheirParties) {
    const auto open = only("entities.ftm.json");
    EXPECT_EQ(open.file.source_id, "opensanctions");
    EXPECT_EQ(open.file.vintage, "2026-08-12");
    ASSERT_EQ(open.file.listings.size(), 3U);
    const auto& entity_list = open.file.listings[0];
    EXPECT_EQ(entity_list.name, "Sugon");
    EXPECT_EQ(entity_list.list, "entity_list");
    EXPECT_EQ(entity_list.id, "opensanctions:NK-1:entity_list");
    EXPECT_EQ(entity_list.effective->to_iso(), "2019-06-24");
    EXPECT_FALSE(entity_list.ended);
    EXPECT_EQ(entity_list.aliases,
              (Texts{"Dawning Information Industry", "曙光信息产业", "SGN", "Tianjin Sugon"}));
    EXPECT_EQ(entity_list.weak_aliases, Texts{"SGN"});
    EXPECT_EQ(entity_list.former_names, Texts{"Tianjin Sugon"});
    EXPECT_EQ(entity_list.addresses, Texts{"1 Road, Beijing"});
    EXPECT_EQ(entity_list.identifiers,
              (Identifiers{{"Unified Social Credit Code (USCC)", "911200007833164957", ""},
                           {"LEI", "300300C1092033000059", ""}}));
    const auto& military = open.file.listings[1];
    EXPECT_EQ(military.list, "section_1260h");
    EXPECT_EQ(military.ended->to_iso(), "2026-02-18");
    const auto& person = open.file.listings[2];
    EXPECT_EQ(person.list, "sdn");
    EXPECT_EQ(person.countries, Texts{"UA"});
    EXPECT_EQ(born(person), (Texts{"1970-01-01..1970-01-31", "1971-01-01..1971-12-31"}));
    EXPECT_EQ(person.note, "Minister of Trade");
    EXPECT_EQ(person.identifiers,
              (Identifiers{{"Passport", "AB1", ""}, {"Passport", "AB1", "RU"}}));
}

TEST(OpenSanctions, WhoeverIsUnderNoMeasureIsLeftOutAndABrokenLineIsReported) {
    const auto open = only("entities.ftm.json");
    const auto counted = [](const std::string& note) {
        return note.find("1 entities are under no measure") != std::string::npos;
    };
    EXPECT_TRUE(std::any_of(open.notes.begin(), open.notes.end(), counted));
    ASSERT_EQ(open.refused.size(), 1U);
    EXPECT_EQ(open.refused[0].position.line, 10U);
}

TEST(OpenSanctions, AProgrammeNobodyKnowsDoesNotVanishBesideAKnownOne) {
    const auto text =
        "\"id\",\"schema\",\"name\",\"aliases\",\"birth_date\",\"identifiers\",\"program_ids\","
        "\"dataset\",\"last_seen\"\n"
        "\"NK-1\",\"Company\",\"Sugon\",\"\",\"\",\"\",\"US-BIS-EL;XX-NEW\",\"Odd\",\"\"\n"
        "\"NK-2\",\"Company\",\"Foo\",\"\",\"\",\"\",\"XX-NEW\",\"Odd\",\"\"\n"
        "\"NK-3\",\"Company\",\"Bar\",\"\",\"\",\"\",\"US-BIS-EL\",\"Odd\",\"\"\n";
    const auto open = MUST(import_any(text, "targets.simple.csv"));
    Texts lists;
    for (const auto& row : open.file.listings) lists.push_back(row.name + " " + row.list);
    EXPECT_EQ(lists, (Texts{"Sugon entity_list", "Sugon other", "Foo other", "Bar entity_list"}));
    EXPECT_EQ(open.file.listings[1].programmes, (Texts{"US-BIS-EL", "XX-NEW"}));
}

TEST(OpenSanctions, TheSimpleTableGivesAListingOnEachList) {
    const auto open = only("targets.simple.csv");
    const auto counted = [](const std::string& note) {
        return note.starts_with("1 rows name programmes that the mapping does not know");
    };
    EXPECT_TRUE(std::any_of(open.notes.begin(), open.notes.end(), counted));
    ASSERT_EQ(open.file.listings.size(), 4U);
    Texts lists;
    for (const auto& row : open.file.listings) lists.push_back(row.name + " " + row.list);
    EXPECT_EQ(lists, (Texts{"Sugon entity_list", "Sugon section_1260h", "Jane Fiction uk_sanctions",
                            "FICTIONAL TANKER other"}));
    EXPECT_EQ(open.file.listings[2].aliases, (Texts{"J. Fiction", "Джейн"}));
    EXPECT_EQ(born(open.file.listings[2]), Texts{"1970-01-02..1970-01-02"});
    EXPECT_EQ(open.file.listings[3].identifiers, (Identifiers{{"Identifier", "IMO9422964", ""}}));
}

}  // namespace
}  // namespace cordon::lists
