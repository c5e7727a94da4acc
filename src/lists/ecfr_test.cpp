// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "lists/import.h"

namespace cordon::lists {
namespace {

using Texts = std::vector<std::string>;

std::vector<Imported> read(const std::string& name) {
    return MUST(import_file(std::string(CORDON_SOURCE_DIR) + "/tests/lists/" + name));
}

const Listing& named(const Imported& imported, const std::string& name) {
    const auto& rows = imported.file.listings;
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const Listing& row) { return row.name == name; });
    if (found == rows.end()) fail_check(__FILE__, __LINE__, name);
    return *found;
}

TEST(Ecfr, PartSevenFortyFourIsThreeLists) {
    const auto lists = read("part-744.xml");
    ASSERT_EQ(lists.size(), 3U);
    EXPECT_EQ(lists[0].file.source_id, "ecfr-entity-list");
    EXPECT_EQ(lists[1].file.source_id, "ecfr-unverified");
    EXPECT_EQ(lists[2].file.source_id, "ecfr-meu");
    EXPECT_EQ(lists[0].file.listings.size(), 8U);
    EXPECT_EQ(lists[1].file.listings.size(), 2U);
    EXPECT_EQ(lists[2].file.listings.size(), 1U);
}

TEST(Ecfr, ARowKeepsTypoFootnoteDaysAndAddresses) {
    const auto lists = read("part-744.xml");
    const auto& suma = named(lists[0], "Suma Techology Co., Ltd.");
    EXPECT_EQ(suma.countries, Texts{"CN"});
    EXPECT_EQ(suma.aliases.size(), 5U);
    EXPECT_EQ(suma.addresses.size(), 2U);
    EXPECT_EQ(suma.requirement, "all_ear");
    EXPECT_EQ(suma.review_policy, "policy_of_denial");
    ASSERT_EQ(suma.footnotes.size(), 1U);
    EXPECT_EQ(suma.footnotes[0].number, "4");
    EXPECT_EQ(suma.citation, "90 FR 14048");
    EXPECT_EQ(suma.published->to_iso(), "2025-03-28");
    EXPECT_EQ(suma.effective->to_iso(), "2025-03-25");
    const auto& ghoura = named(lists[0], "Abdul Satar Ghoura");
    EXPECT_EQ(ghoura.countries, Texts{"AF"});
    EXPECT_EQ(ghoura.addresses.size(), 2U);
    EXPECT_TRUE(ghoura.footnotes.empty());
}

TEST(Ecfr, TheCountryIsCarriedDownAndAFootnoteCanBeYoungerThanItsListing) {
    const auto lists = read("part-744.xml");
    const auto& sugon = named(lists[0], "Sugon");
    EXPECT_EQ(sugon.countries, Texts{"CN"});
    EXPECT_EQ(sugon.aliases, (Texts{"Dawning", "Zhongke Shuguang"}));
    EXPECT_EQ(sugon.effective->to_iso(), "2019-06-24");
    ASSERT_EQ(sugon.footnotes.size(), 1U);
    EXPECT_EQ(sugon.footnotes[0].from->to_iso(), "2022-10-07");
    EXPECT_EQ(named(lists[0], "Address 01").kind, "address");
    const auto& trading = named(lists[0], "Foo General Trading LLC");
    EXPECT_EQ(trading.countries, Texts{"AE"});
    EXPECT_EQ(trading.former_names, Texts{"Old Foo Trading"});
    EXPECT_EQ(trading.footnotes.at(0).number, "3");
}

TEST(Ecfr, PartiesWrittenInsideAnEntryBecomeListingsThatSaySo) {
    const auto lists = read("part-744.xml");
    const auto& inside = named(lists[0], "Nanjing SunSea Industry Corporation");
    EXPECT_EQ(inside.note,
              "written inside the entry of China Electronics Technology Group Corporation 14th "
              "Research Institute (CETC 14)");
    EXPECT_EQ(inside.addresses.size(), 2U);
    EXPECT_EQ(inside.citation, "83 FR 37427");
    EXPECT_EQ(inside.requirement, "all_ear");
    EXPECT_EQ(named(lists[0], "Nanjing Institute of Radio Technology").countries, Texts{"CN"});
}

TEST(Ecfr, ARowWithoutANameIsReportedAndReservedOnesAreNot) {
    const auto lists = read("part-744.xml");
    ASSERT_EQ(lists[0].refused.size(), 1U);
    EXPECT_EQ(lists[0].refused[0].position.field, "entity");
    EXPECT_GT(lists[0].refused[0].position.line, 10U);
    EXPECT_TRUE(lists[2].refused.empty());
}

TEST(Ecfr, TheOtherListsSayWhatPartSevenFortyFourSaysOfThem) {
    const auto lists = read("part-744.xml");
    const auto& unverified = named(lists[1], "Beijing Foo Optics Co., Ltd.");
    EXPECT_EQ(unverified.list, "unverified");
    EXPECT_EQ(unverified.aliases, Texts{"Foo Optics"});
    EXPECT_EQ(unverified.addresses.size(), 2U);
    EXPECT_EQ(unverified.published->to_iso(), "2022-10-13");
    const auto& meu = lists[2].file.listings[0];
    EXPECT_EQ(meu.name, "Academy of Aerospace Solid Propulsion Technology (AASPT)");
    EXPECT_EQ(meu.requirement, "specified");
    EXPECT_EQ(meu.review_policy, "presumption_of_denial");
}

TEST(Ecfr, TheAnnualEditionHasTheSameRowsUnderOtherNames) {
    const auto lists = read("cfr-supplement-7.xml");
    ASSERT_EQ(lists.size(), 1U);
    ASSERT_EQ(lists[0].file.listings.size(), 2U);
    EXPECT_EQ(lists[0].file.listings[0].name, "AECC Aero Science & Technology Co. Ltd.");
    EXPECT_EQ(lists[0].file.listings[1].countries, Texts{"CN"});
}

TEST(Ecfr, ADocumentWithoutTheListsSaysWhatToFetch) {
    const auto none = import_any("<DIV5 N=\"734\" TYPE=\"PART\"><HEAD>PART 734</HEAD></DIV5>", "x");
    ASSERT_FALSE(none);
    EXPECT_NE(none.error().to_text().find("part=744"), std::string::npos);
}

TEST(Ecfr, AnEntryBeyondItsLimitIsRefusedAndTheNextIsRead) {
    const auto row = [](const std::string& entity) {
        return "<TR><TD>CHINA</TD><TD>" + entity + "</TD><TD>85 FR 83799, 12/23/2020.</TD></TR>";
    };
    std::string parts = "Academy";
    while (parts.size() < 300'000) parts += ", Institute";
    const auto read =
        MUST(import_any("<DIV9 N='Supplement No. 7 to Part 744'><TABLE>" + row(parts) +
                            row("Foo Trading, 1 Road") + "</TABLE></DIV9>",
                        "part-744.xml"));
    ASSERT_EQ(read.refused.size(), 1U);
    EXPECT_NE(read.refused[0].expected.find("256000"), std::string::npos);
    ASSERT_EQ(read.file.listings.size(), 1U);
    EXPECT_EQ(read.file.listings[0].name, "Foo Trading");
}

}  // namespace
}  // namespace cordon::lists
