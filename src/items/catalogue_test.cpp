// SPDX-License-Identifier: Apache-2.0
#include "items/catalogue.h"

#include <gtest/gtest.h>

#include <set>

#include "base/country.h"
#include "base/file.h"
#include "law/fact.h"

namespace cordon::items {
namespace {

const Catalogue& bundled() {
    static const Catalogue catalogue = MUST(Catalogue::bundled());
    return catalogue;
}

law::Schema schema() {
    std::vector<std::pair<std::string, std::string>> files;
    const std::string folder = std::string(CORDON_SOURCE_DIR) + "/rules/";
    for (const std::string name : {"facts/item.toml", "facts/device.toml"}) {
        files.emplace_back(name, MUST(read_file(folder + name)));
    }
    return MUST(law::Schema::load(files));
}

TEST(Catalogue, TheBundledTablesLoad) {
    EXPECT_GE(bundled().chips().size(), 195U);
    EXPECT_GE(bundled().systems().size(), 293U);
    EXPECT_EQ(bundled().hash().size(), 64U);
}

TEST(Catalogue, MakersAndModelsAreWordsOfTheRules) {
    const law::Schema facts = schema();
    const auto& maker =
        facts.fact(law::SubjectKind::Item, facts.slot(law::SubjectKind::Item, "maker"));
    const auto& model =
        facts.fact(law::SubjectKind::Item, facts.slot(law::SubjectKind::Item, "model"));
    for (const Chip& chip : bundled().chips()) {
        EXPECT_TRUE(maker.option(chip.maker_word)) << chip.id << " " << chip.maker_word;
        EXPECT_TRUE(model.option(chip.model_word)) << chip.id << " " << chip.model_word;
    }
}

TEST(Catalogue, EveryRowNamesItsSourceAndItsQuality) {
    const std::set<std::string> qualities{"vendor", "secondary", "reported"};
    for (const Chip& chip : bundled().chips()) {
        EXPECT_FALSE(chip.sources.empty()) << chip.id;
        EXPECT_TRUE(qualities.contains(chip.quality)) << chip.id;
    }
    for (const System& system : bundled().systems())
        EXPECT_FALSE(system.sources.empty()) << system.id;
}

TEST(Catalogue, CountriesOfDesignersAreCountries) {
    for (const Chip& chip : bundled().chips()) {
        for (const std::string& code :
             {chip.designer_headquarters, chip.designer_ultimate_parent}) {
            EXPECT_TRUE(code.empty() || Country::from_code(code)) << chip.id << " " << code;
        }
    }
    for (const System& system : bundled().systems()) {
        const std::string& code = system.vendor_headquarters;
        EXPECT_TRUE(code.empty() || Country::from_code(code)) << system.id << " " << code;
    }
}

TEST(Catalogue, MakersOwnFiguresAgreeWithTheirRatesWithinSixPercent) {
    for (const Chip& chip : bundled().chips()) {
        const auto computed = metrics_of(chip.figures).tpp;
        if (!chip.vendor_tpp || !computed) continue;
        const auto low = multiply(*computed, Interval::exactly(MUST(Decimal::from_text("0.94"))));
        const auto high = multiply(*computed, Interval::exactly(MUST(Decimal::from_text("1.06"))));
        EXPECT_LE(low->lo(), chip.vendor_tpp->lo()) << chip.id;
        EXPECT_GE(high->hi(), chip.vendor_tpp->hi()) << chip.id;
    }
}

struct Known {
    const char* id;
    const char* tpp;
    const char* density_floor;
    const char* density_ceiling;
};

class PublishedFigures : public testing::TestWithParam<Known> {};

TEST_P(PublishedFigures, GiveTheKnownPerformance) {
    const Chip* chip = bundled().chip(GetParam().id);
    ASSERT_NE(chip, nullptr);
    const Metrics metrics = metrics_of(chip->figures);
    ASSERT_TRUE(metrics.tpp && metrics.performance_density);
    EXPECT_EQ(metrics.tpp->hi(), MUST(Decimal::from_text(GetParam().tpp)));
    EXPECT_GE(metrics.performance_density->lo(),
              MUST(Decimal::from_text(GetParam().density_floor)));
    EXPECT_LE(metrics.performance_density->hi(),
              MUST(Decimal::from_text(GetParam().density_ceiling)));
}

INSTANTIATE_TEST_SUITE_P(Deciding, PublishedFigures,
                         testing::Values(Known{"nv-a100-sxm-80", "4992", "6.04", "6.05"},
                                         Known{"nv-h100-sxm", "15832", "19.44", "19.46"},
                                         Known{"nv-h20-96", "2368", "2.90", "2.92"},
                                         Known{"nv-l4", "1940", "6.58", "6.60"},
                                         Known{"nv-l20", "1912", "3.12", "3.15"},
                                         Known{"nv-a40", "2395.2", "3.81", "3.82"},
                                         Known{"nv-a10", "2000", "3.18", "3.19"},
                                         Known{"nv-rtx4090d", "4706.4", "7.73", "7.74"},
                                         Known{"hw-910b4", "4480", "6.73", "6.74"},
                                         Known{"amd-mi300x", "20919.2", "8.71", "20.57"}));

TEST(Catalogue, ACellThatCannotBeReadIsNamedWithItsLine) {
    const auto bad = Catalogue::load("id,name,fp16_bf16\na,A,12\nb,B,twelve\n", "id,name\n");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().position.line, 3U);
    EXPECT_EQ(bad.error().position.field, "fp16_bf16");
}

TEST(Catalogue, ASystemWithAnUnknownChipIsRefused) {
    EXPECT_FALSE(Catalogue::load("id,name\na,A\n", "id,name,chip_id\ns,S,b\n"));
    EXPECT_TRUE(Catalogue::load("id,name\na,A\n", "id,name,chip_id\ns,S,a\nt,T,\n"));
}

TEST(Catalogue, AnIdUsedTwiceIsRefusedWithBothPlaces) {
    const auto twice = Catalogue::load("id,name\na,A\na,B\n", "id,name\n");
    ASSERT_FALSE(twice);
    ASSERT_EQ(twice.error().related.size(), 1U);
    EXPECT_EQ(twice.error().related[0].position.line, 2U);
}

}  // namespace
}  // namespace cordon::items
