// SPDX-License-Identifier: Apache-2.0
#include "lists/import.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cordon::lists {
namespace {

const std::string kCslJson = R"json({"results": [
 {"id": "e1", "source": "Entity List (EL) - Bureau of Industry and Security",
  "name": "Nettrix Information Industry Co., Ltd.", "type": null,
  "alt_names": ["Netrix", "Nettrix Information Industry Co., Ltd."],
  "addresses": [{"address": "No. 27", "city": "Beijing", "state": null, "postal_code": "100193",
                 "country": "CN"}, {"address": null, "city": null, "country": "CN"}],
  "federal_register_notice": "90 FR 14046", "start_date": "2025-03-28", "end_date": null,
  "license_requirement": "All items subject to the EAR (See §§734.9(e)(2) and 744.11 of the EAR)4",
  "license_policy": "Policy of denial", "source_list_url": "u"},
 {"id": "d1", "source": "Denied Persons List (DPL) - Bureau of Industry and Security",
  "name": "DOE, JOHN", "alt_names": null, "addresses": [{"country": "US"}],
  "federal_register_notice": "82 F.R. 48792 10/20/2017", "start_date": "2017-10-16",
  "end_date": "2020-10-13", "standard_order": "Y"},
 {"id": "s1", "source": "Specially Designated Nationals (SDN) - Treasury Department",
  "type": "Entity", "name": "HAVIN BANK LIMITED", "programs": ["CUBA", "SDGT"],
  "addresses": [{"address": "189 Marsh Wall", "city": "London", "country": "GB"},
                {"city": "Havana", "country": "CU"}]},
 {"id": "x1", "source": "Some New List (SNL) - Somebody", "name": "New Party"},
 {"id": "bad", "source": "Entity List (EL) - Bureau of Industry and Security", "name": null}
]})json";

const Listing& named(const Imported& imported, const std::string& name) {
    const auto& rows = imported.file.listings;
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const Listing& row) { return row.name == name; });
    CHECK(found != rows.end());
    return *found;
}

TEST(CslJson, BecomesListings) {
    const auto imported = MUST(import_csl_json(kCslJson, "consolidated.json"));
    EXPECT_EQ(imported.file.source_id, "csl");
    ASSERT_EQ(imported.file.listings.size(), 4U);
    const auto& nettrix = named(imported, "Nettrix Information Industry Co., Ltd.");
    EXPECT_EQ(nettrix.id, "csl:e1");
    EXPECT_EQ(nettrix.list, "entity_list");
    EXPECT_EQ(nettrix.aliases, std::vector<std::string>{"Netrix"});
    EXPECT_EQ(nettrix.countries, std::vector<std::string>{"CN"});
    ASSERT_EQ(nettrix.addresses.size(), 2U);
    EXPECT_EQ(nettrix.addresses[0], "No. 27, Beijing, 100193, CN");
    EXPECT_EQ(nettrix.published->to_iso(), "2025-03-28");
    EXPECT_EQ(nettrix.effective->to_iso(), "2025-03-25");
    EXPECT_FALSE(nettrix.effective_is_publication);
    ASSERT_EQ(nettrix.footnotes.size(), 1U);
    EXPECT_EQ(nettrix.footnotes[0].number, "4");
    EXPECT_EQ(nettrix.footnotes[0].from->to_iso(), "2025-03-25");
    EXPECT_EQ(nettrix.requirement, "all_ear");
    EXPECT_EQ(nettrix.review_policy, "policy_of_denial");
}

TEST(CslJson, ADenialOrderHoldsThroughItsLastDay) {
    const auto imported = MUST(import_csl_json(kCslJson, "consolidated.json"));
    const auto& denied = named(imported, "DOE, JOHN");
    EXPECT_EQ(denied.effective->to_iso(), "2017-10-16");
    EXPECT_EQ(denied.published->to_iso(), "2017-10-20");
    EXPECT_EQ(denied.ended->to_iso(), "2020-10-14");
    EXPECT_EQ(denied.holds_on(MUST(Date::from_iso("2020-10-13"))), Truth::Yes);
    EXPECT_EQ(denied.holds_on(MUST(Date::from_iso("2020-10-14"))), Truth::No);
}

TEST(CslJson, KeepsProgrammesAndPutsAnUnknownListUnderOther) {
    const auto imported = MUST(import_csl_json(kCslJson, "consolidated.json"));
    const auto& bank = named(imported, "HAVIN BANK LIMITED");
    EXPECT_EQ(bank.programmes, (std::vector<std::string>{"CUBA", "SDGT"}));
    EXPECT_EQ(bank.countries, (std::vector<std::string>{"GB", "CU"}));
    EXPECT_EQ(bank.kind, "company");
    EXPECT_EQ(named(imported, "New Party").list, "other");
}

TEST(CslJson, ABadRowIsReportedWithItsPlaceAndTheRestIsRead) {
    const auto imported = MUST(import_csl_json(kCslJson, "consolidated.json"));
    ASSERT_EQ(imported.refused.size(), 1U);
    EXPECT_EQ(imported.refused[0].position.file, "consolidated.json");
    EXPECT_EQ(imported.refused[0].position.field, "results[4]");
    EXPECT_GT(imported.refused[0].position.line, 10U);
    EXPECT_FALSE(import_csl_json("{\"results\": 3}", "x.json"));
    EXPECT_FALSE(import_csl_json("{\"results\": [", "x.json"));
}

const std::string kCslCsv =
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,"
    "start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,"
    "gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,"
    "alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,"
    "ids\n"
    "e1,Entity List (EL) - Bureau of Industry and Security,,,,\"Sugon\",,\"No. 36, Beijing, CN; "
    "No. 15, Tianjin, CN\",84 FR 29373; 87 FR 62202,2019-06-24,,,\"For All Items Subject to the "
    "EAR (See §734.9(e)(2), and §744.11 of the EAR)4.\",Presumption of denial,,,,,,,,u,"
    "\"Dawning; Shuguang Information Industry\",,,,,v,\n"
    "s1,Specially Designated Nationals (SDN) - Treasury Department,906,Entity,CUBA; SDGT,HAVIN "
    "BANK,,\"189 Marsh Wall, London, GB\",,,,,,,,,,,,,,u,,,,,,v,\n";

TEST(CslCsv, BecomesTheSameListings) {
    const auto imported = MUST(import_csl_csv(kCslCsv, "consolidated.csv"));
    ASSERT_EQ(imported.file.listings.size(), 2U);
    const auto& sugon = named(imported, "Sugon");
    EXPECT_EQ(sugon.aliases,
              (std::vector<std::string>{"Dawning", "Shuguang Information Industry"}));
    EXPECT_EQ(sugon.addresses.size(), 2U);
    EXPECT_EQ(sugon.countries, std::vector<std::string>{"CN"});
    EXPECT_EQ(sugon.effective->to_iso(), "2019-06-24");
    EXPECT_EQ(sugon.citation, "84 FR 29373; 87 FR 62202");
    ASSERT_EQ(sugon.footnotes.size(), 1U);
    EXPECT_EQ(sugon.footnotes[0].from->to_iso(), "2022-10-07");  // younger than the listing
    EXPECT_EQ(named(imported, "HAVIN BANK").programmes, (std::vector<std::string>{"CUBA", "SDGT"}));
    EXPECT_EQ(named(imported, "HAVIN BANK").countries, std::vector<std::string>{"GB"});
}

TEST(ImportAny, RecognisesThePublishersFilesByTheirContents) {
    EXPECT_EQ(MUST(import_any(kCslJson, "a.txt")).file.listings.size(), 4U);
    EXPECT_EQ(MUST(import_any(kCslCsv, "b.txt")).file.listings.size(), 2U);
}

TEST(ImportAny, ReadsTheParseWhoseRowsPointIntoTables) {
    const auto imported = MUST(import_any(R"json({
      "sourceGeneratedAt": "2026-07-31T13:15:00.0+00:00",
      "fieldKey": {}, "tables": {"sources": ["Capta List (CAP) - Treasury Department",
        "Entity List (EL) - Bureau of Industry and Security"],
        "licenceRequirements":
          ["For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2"],
        "licencePolicies": ["Presumption of denial"], "programmes": ["A; B"], "urls": []},
      "entries": [{"n": "Huawei Technologies Co., Ltd.", "a": ["Huawei"], "s": 1,
        "c": ["CN", "REGION: IRAN"], "lr": 0, "lp": 0, "fr": "84 FR 22961"},
        {"n": "Bank", "s": 0, "pg": 0}, {"n": "Odd", "s": 9}]})json",
                                          "csl.json"));
    EXPECT_EQ(imported.file.vintage, "2026-07-31");
    ASSERT_EQ(imported.file.listings.size(), 3U);
    const auto& huawei = imported.file.listings[0];
    EXPECT_EQ(huawei.list, "entity_list");
    EXPECT_EQ(huawei.id, "csl:entity_list:huawei-technologies");
    EXPECT_EQ(huawei.countries, (std::vector<std::string>{"CN", "IR"}));
    ASSERT_EQ(huawei.footnotes.size(), 2U);
    EXPECT_EQ(huawei.footnotes[0].from->to_iso(), "2020-05-15");
    EXPECT_EQ(huawei.footnotes[1].from->to_iso(), "2020-08-17");
    EXPECT_EQ(huawei.effective->to_iso(), "2019-05-16");
    EXPECT_EQ(imported.file.listings[1].programmes, (std::vector<std::string>{"A", "B"}));
    EXPECT_EQ(imported.file.listings[2].list, "other");
}

TEST(ImportAny, ReadsTheOfficialEntityListText) {
    const auto imported =
        MUST(import_any(R"json({"list_id": "bis-entity-list", "extracted": "2026-07-09",
      "entities": [{"name": "Abdul Satar Ghoura", "aliases": [], "country": "Afghanistan",
       "address": "501, 5th Floor, Kabul, Afghanistan; and Flat No. 41, Kabul", "status": null,
       "effective_date": null, "federal_register": "76 FR 71869, 11/21/11",
       "notes": "For all items subject to the EAR. (See § 744.11 of the EAR)"},
      {"name": "Abdul\n Satar  Ghoura", "aliases": ["A"], "country": "Middle East Region",
       "address": null, "federal_register": null, "notes": null}]})json",
                        "el.json"));
    ASSERT_EQ(imported.file.listings.size(), 2U);
    const auto& first = imported.file.listings[0];
    EXPECT_EQ(first.countries, std::vector<std::string>{"AF"});
    EXPECT_EQ(first.addresses.size(), 2U);
    EXPECT_EQ(first.effective->to_iso(), "2011-11-21");
    EXPECT_TRUE(first.effective_is_publication);
    const auto& second = imported.file.listings[1];
    EXPECT_EQ(second.name, "Abdul Satar Ghoura");
    EXPECT_EQ(second.id, first.id + "#2");
    const auto about_country = [](const std::string& note) {
        return note.find("Middle East Region") != std::string::npos;
    };
    EXPECT_TRUE(std::any_of(imported.notes.begin(), imported.notes.end(), about_country));
}

TEST(ImportAny, AMeasureThatHasRunOutEndsAndOneStillActiveDoesNot) {
    const auto imported = MUST(import_any(R"json({"list_id": "state-nonproliferation",
      "extracted": "2026-07-09", "entities": [
      {"name": "Old", "country": "China", "effective_date": "2016-07-01", "federal_register": null,
       "notes": "Authority: INKSNA; imposed 6/28/2016; status: Expired on 06/28/18; Vol. 81"},
      {"name": "Live", "country": "China", "effective_date": "2009-01-01", "federal_register": null,
       "notes": "status: Active; x | status: Expired on 01/09/11; y"}]})json",
                                          "isn.json"));
    EXPECT_EQ(imported.file.listings[0].ended->to_iso(), "2018-06-28");
    EXPECT_FALSE(imported.file.listings[1].ended);
}

TEST(ImportAny, SkipsRecordsThatNameNoParty) {
    const auto imported = MUST(import_any(R"json({"sourceId": "china-control-entities",
      "metadata": {"sourceUpdatedAt": "2026-07-24"}, "records": [
      {"recordId": "n-1", "entityName": "拉法特集团", "entityNameEn": "Lafert S.p.A.",
       "aliases": ["Lafert S.p.A."], "addresses": [], "countryCode": "IT",
       "publishedAt": "2026-07-24", "effectiveFrom": "2026-07-24", "measureType": "m",
       "noticeNumber": "商务部公告2026年第30号", "noticeTitle": "t"},
      {"recordId": "n", "recordType": "notice", "noticeNumber": "x"}]})json",
                                          "m.json"));
    ASSERT_EQ(imported.file.listings.size(), 1U);
    EXPECT_TRUE(imported.refused.empty());
    EXPECT_EQ(imported.file.listings[0].name, "拉法特集团");
    EXPECT_EQ(imported.file.listings[0].aliases, std::vector<std::string>{"Lafert S.p.A."});
    EXPECT_EQ(imported.file.listings[0].citation, "商务部公告2026年第30号");
    EXPECT_EQ(imported.file.vintage, "2026-07-24");
}

TEST(ImportAny, ReadsDaysWithTheDayFirst) {
    const auto imported = MUST(import_any(R"json({"sourceId": "uk-sanctions",
      "metadata": {"sourceUpdatedAt": "06-Aug-2026"}, "records": [{"recordId": "AFG0001",
      "entityName": "X", "aliases": ["X", "Y"], "namesNonLatin": ["صرافی"],
      "addresses": ["Kabul Afghanistan"],
      "regimes": ["R"], "measures": ["Asset freeze"], "designationType": "Entity",
      "designatedOn": "29/06/2012"}]})json",
                                          "uk.json"));
    const auto& row = imported.file.listings.at(0);
    EXPECT_EQ(imported.file.vintage, "2026-08-06");
    EXPECT_EQ(row.effective->to_iso(), "2012-06-29");
    EXPECT_EQ(row.aliases, (std::vector<std::string>{"Y", "صرافی"}));
    EXPECT_EQ(row.countries, std::vector<std::string>{"AF"});
}

TEST(ImportAny, TakesIdentifiersAndBirthsAndNoNationality) {
    const auto imported = MUST(import_any(R"json({"results": [
 {"id": "52291", "source": "Specially Designated Nationals (SDN) - Treasury Department",
  "name": "RIM, Ryong Nam", "type": "Individual", "dates_of_birth": ["1978-12-05", "1979"],
  "places_of_birth": ["Pyongyang"], "nationalities": ["KP"], "citizenships": ["KP"],
  "addresses": [{"city": "Shenyang", "country": "CN"}],
  "ids": [{"type": "Passport", "number": "836238033", "country": "KP"},
          {"type": "Gender", "number": "Male", "country": null}]},
 {"source": "Entity List (EL) - Bureau of Industry and Security", "name": "Address 01"},
 {"source": "Nonproliferation Sanctions (ISN) - State Department",
  "name": "Foo Company; and any successor, sub-unit, or subsidiary thereof"}]})json",
                                          "csl.json"));
    ASSERT_EQ(imported.file.listings.size(), 3U);
    const auto& person = imported.file.listings[0];
    EXPECT_EQ(person.kind, "person");
    EXPECT_EQ(person.countries, std::vector<std::string>{"CN"});
    EXPECT_EQ(person.identifiers, (std::vector<ListedIdentifier>{{"Passport", "836238033", "KP"}}));
    ASSERT_EQ(person.born.size(), 2U);
    EXPECT_EQ(person.born[0].first.to_iso(), "1978-12-05");
    EXPECT_EQ(person.born[1].last.to_iso(), "1979-12-31");
    EXPECT_EQ(person.birthplaces, std::vector<std::string>{"Pyongyang"});
    EXPECT_EQ(imported.file.listings[1].kind, "address");
    EXPECT_EQ(imported.file.listings[2].aliases, std::vector<std::string>{"Foo Company"});
}

TEST(ImportAny, TakesIdentifiersOutOfTexts) {
    const auto csv = MUST(import_any(
        "_id,source,entity_number,name,alt_names,license_requirement,ids\n"
        "1,Sectoral Sanctions Identifications List (SSI) - Treasury Department,1,TNK,,,"
        "\"Business Registration Number, CH-660.0.559.011-2, CH; Registration ID, C122790; "
        "Secondary sanctions risk:, Ukraine-/Russia-Related Sanctions Regulations, 31 CFR\"\n",
        "csl.csv"));
    EXPECT_EQ(
        csv.file.listings.at(0).identifiers,
        (std::vector<ListedIdentifier>{{"Business Registration Number", "CH-660.0.559.011-2", "CH"},
                                       {"Registration ID", "C122790", ""}}));
    const auto cmic = MUST(import_any(R"json({"list_id": "ofac-nscmic", "extracted": "2026-07-09",
      "entities": [{"name": "Aerosun Corporation", "country": "China",
      "notes": "Target Type: Public Company; USCC: 91320000714091899R (China); Program: X"}]})json",
                                      "cmic.json"));
    EXPECT_EQ(cmic.file.listings.at(0).identifiers,
              (std::vector<ListedIdentifier>{
                  {"Unified Social Credit Code (USCC)", "91320000714091899R", "CN"}}));
    EXPECT_EQ(cmic.file.listings.at(0).kind, "company");
}

TEST(ImportAny, SaysWhatItKnowsWhenItRecognisesNothing) {
    for (const char* text : {"{\"a\": 1}", "[]", "a,b\n1,2\n", ""}) {
        const auto imported = import_any(text, "odd.txt");
        ASSERT_FALSE(imported) << text;
        const auto said = imported.error().to_text();
        EXPECT_NE(said.find("csl-json"), std::string::npos) << said;
        EXPECT_NE(said.find("--map "), std::string::npos) << said;
    }
}

TEST(ImportMapped, ReadsAnyCsvThroughAMapping) {
    const std::string mapping = R"json(
[mapping]
id = "house"
title = "House list"
source = "house"
format = "csv"
vintage = { always = "2026-01-31" }
[field.list]
from = "List"
values = { BL = "other", EL = "entity_list" }
[field.name]
from = "Firm"
[field.aliases]
from = ["Also", "Chinese"]
split = ["/", "|"]
[field.countries]
from = "Land"
[field.effective]
from = "Since"
dates = ["d/m/y", "words"]
[field.ended]
from = "Until"
dates = "d/m/y"
last_day = true
[field.footnotes]
from = "Fn"
split = ","
)json";
    const auto imported = MUST(import_mapped(
        "Firm;Also;Chinese;Land;Since;Until;List;Fn\nFoo Ltd;F1 / F2;富;China;05/02/2024;;EL;4\n"
        "Bar;;;Atlantis;3 March 2021;31/12/2022;BL;\nBaz;;;;;;ZZ;\n",
        "house.csv", mapping, "house.toml"));
    ASSERT_EQ(imported.file.listings.size(), 2U);
    const auto& foo = imported.file.listings[0];
    EXPECT_EQ(foo.aliases, (std::vector<std::string>{"F1", "F2", "富"}));
    EXPECT_EQ(foo.countries, std::vector<std::string>{"CN"});
    EXPECT_EQ(foo.effective->to_iso(), "2024-02-05");
    ASSERT_EQ(foo.footnotes.size(), 1U);
    EXPECT_EQ(foo.footnotes[0].from->to_iso(), "2024-02-05");
    const auto& bar = imported.file.listings[1];
    EXPECT_EQ(bar.effective->to_iso(), "2021-03-03");
    EXPECT_EQ(bar.ended->to_iso(), "2023-01-01");
    EXPECT_TRUE(bar.countries.empty());
    ASSERT_EQ(imported.refused.size(), 1U);
    EXPECT_EQ(imported.refused[0].position.line, 4U);
    EXPECT_NE(imported.refused[0].message.find("Baz"), std::string::npos);
}

}  // namespace
}  // namespace cordon::lists
