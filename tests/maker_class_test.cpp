// SPDX-License-Identifier: Apache-2.0
// Where the maker's ECCN and the class that follows from the figures disagree, a note says both;
// where they agree, over the whole catalogue, nothing does.
#include <gtest/gtest.h>

#include "cli/classify.h"
#include "cli/opening.h"

namespace cordon {
namespace {

const determination::Engine& engine() {
    static const auto made = MUST(cli::open_engine(cli::Common{}));
    return made;
}

Json classified(Json item, std::string_view day) {
    auto json = cli::classified(engine(), {std::move(item), {}}, MUST(Date::from_iso(day)));
    CHECK(json);
    return std::move(*json);
}

/// Ids of the rules that remark on the item: "us.ear.maker_below_a".
std::vector<std::string> notes_on(const Json& json) {
    std::vector<std::string> ids;
    for (const auto& note : json.find("rule_notes")->items) {
        ids.push_back(note.find("provision")->text);
    }
    return ids;
}

Json named(std::string_view name, std::string_view eccn = "") {
    Json item = Json::object();
    item.add("name", Json::of_text(name));
    if (!eccn.empty()) item.add("vendor_eccn", Json::of_text(eccn));
    return item;
}

using Ids = std::vector<std::string>;

TEST(MakerAndFigures, AgreeOverTheWholeCatalogueOnEveryDayTheLawChanges) {
    const auto catalogue = MUST(items::Catalogue::bundled());
    std::size_t with_eccn = 0;
    for (const auto& chip : catalogue.chips()) {
        if (chip.vendor_eccn.empty()) continue;
        ++with_eccn;
        for (const auto day : {"2022-10-21", "2023-11-16", "2023-11-17", "2024-12-02"}) {
            EXPECT_EQ(notes_on(classified(named(chip.name), day)), Ids{}) << chip.id << " " << day;
        }
    }
    EXPECT_GE(with_eccn, 20U);
    for (const auto& system : catalogue.systems()) {
        EXPECT_EQ(notes_on(classified(named(system.name), "2024-12-02")), Ids{}) << system.id;
    }
}

TEST(MakerAndFigures, EveryChipOfTheCatalogueSaidToBeOutsideIsRemarkedOnWhenItsFiguresAreNot) {
    const auto catalogue = MUST(items::Catalogue::bundled());
    std::size_t remarked = 0;
    for (const auto& chip : catalogue.chips()) {
        const Json json = classified(named(chip.name, "5A992.c"), "2024-12-02");
        const Json plain = classified(named(chip.name), "2024-12-02");
        bool inside = false;
        for (const auto& row : plain.find("classification")->items) {
            const auto& eccn = row.find("eccn")->text;
            if (eccn != "'a' type" && eccn != "'b' type") continue;
            for (const auto& meaning : row.find("meanings")->items) {
                inside = inside || meaning.find("answer")->text == "applies";
            }
        }
        EXPECT_EQ(!notes_on(json).empty(), inside) << chip.id;
        remarked += inside ? 1 : 0;
    }
    EXPECT_GE(remarked, 50U);
}

TEST(MakerAndFigures, DisagreeBothWays) {
    const auto day = "2024-06-01";
    EXPECT_EQ(notes_on(classified(named("H100 SXM5 80GB", "5A992.c"), day)),
              Ids{"us.ear.maker_below_a"});
    EXPECT_EQ(notes_on(classified(named("H100 SXM5 80GB", "4A090.b"), day)),
              Ids{"us.ear.maker_below_a"});
    EXPECT_EQ(notes_on(classified(named("L40", "EAR99"), day)), Ids{"us.ear.maker_below_b"});
    EXPECT_EQ(notes_on(classified(named("L40", "4A090.a"), day)), Ids{"us.ear.maker_above_a"});
    EXPECT_EQ(notes_on(classified(named("V100 PCIe", "4A090.b"), day)),
              Ids{"us.ear.maker_above_b"});
}

TEST(MakerAndFigures, AMunitionsEntryIsNotLower) {
    EXPECT_EQ(notes_on(classified(named("H100 SXM5 80GB", "3A611.x"), "2024-06-01")), Ids{});
    EXPECT_EQ(notes_on(classified(named("L40", "3A611.x"), "2024-06-01")), Ids{});
}

TEST(MakerAndFigures, TheZFamilyContainsTheClass) {
    for (const auto eccn : {"5A992.z.1", "4A003.z.1.a", "5A002.z.1.a", "4A005.z.1"}) {
        EXPECT_EQ(notes_on(classified(named("DGX H100", eccn), "2024-06-01")), Ids{}) << eccn;
    }
    EXPECT_EQ(notes_on(classified(named("DGX H100", "5A992.z.2"), "2024-06-01")),
              Ids{"us.ear.maker_below_a"});
}

TEST(MakerAndFigures, AnEarlierTextIsHeldAgainstItsOwnLimits) {
    // Both are 4A090.a today; only the A100 met the limits of 2022.
    EXPECT_EQ(notes_on(classified(named("A800 80GB", "3A991.p"), "2023-06-01")), Ids{});
    EXPECT_EQ(notes_on(classified(named("A100 SXM4 80GB", "3A991.p"), "2023-06-01")),
              Ids{"us.ear.maker_below_a"});
}

TEST(MakerAndFigures, TheNoteCarriesTheEccnTheFiguresAndTheLimits) {
    const Json json = classified(named("H100 SXM5 80GB", "5A992.c"), "2024-06-01");
    const Json& note = json.find("rule_notes")->items.at(0);
    const std::string text = write_json(note);
    for (const auto said : {"5A992.c", "15832 TPP", "4800 TPP", "5.92 TPP/mm2", "3A090.a"}) {
        EXPECT_NE(text.find(said), std::string::npos) << said << " in " << text;
    }
}

}  // namespace
}  // namespace cordon
