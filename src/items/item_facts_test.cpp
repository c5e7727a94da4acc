// SPDX-License-Identifier: Apache-2.0
#include "items/item_facts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>

#include "base/file.h"
#include "law/case_reader.h"

namespace cordon::items {
namespace {

using law::SubjectKind;
using law::Value;

const law::Schema& schema() {
    static const law::Schema loaded = [] {
        std::vector<std::pair<std::string, std::string>> files;
        for (const std::string name : {"item", "device", "party", "listing", "transaction"}) {
            const std::string path = "facts/" + name + ".toml";
            files.emplace_back(path,
                               MUST(read_file(std::string(CORDON_SOURCE_DIR) + "/rules/" + path)));
        }
        return MUST(law::Schema::load(files));
    }();
    return loaded;
}
const Catalogue& catalogue() {
    static const Catalogue bundled = MUST(Catalogue::bundled());
    return bundled;
}
const Enricher& enricher() {
    static const Enricher enricher(schema(), catalogue());
    return enricher;
}

struct Order {
    Json item;
    law::ItemFacts stated;
};
Order order(const std::string& item) {
    const Json json = MUST(parse_json("{\"items\": [" + item + "]}", {"orders.json", 1}));
    law::ReadCase read = law::read_case(json, schema(), {"orders.json", {}, false});
    EXPECT_TRUE(read.errors.empty()) << (read.errors.empty() ? "" : read.errors[0].to_text());
    return {json.members[0].second.items[0], read.facts.items.at(0)};
}
EnrichedItem enrich(const std::string& item) {
    const Order one = order(item);
    return enricher().enrich(one.stated, one.item, "orders.json");
}

const law::Fact& fact(SubjectKind kind, std::string_view name) {
    return schema().fact(kind, schema().slot(kind, name));
}
std::string item_fact(const EnrichedItem& item, std::string_view name, std::size_t at = 0) {
    const law::FactSet& facts = item.facts.alternatives.at(at).item;
    const law::Slot slot = schema().slot(SubjectKind::Item, name);
    if (facts.at(slot).kind == Value::Kind::Text) return facts.text(slot);
    return law::to_text(facts.at(slot), fact(SubjectKind::Item, name));
}
std::string device_fact(const EnrichedItem& item, std::string_view name, std::size_t at = 0,
                        std::size_t device = 0) {
    const law::FactSet& facts = item.facts.alternatives.at(at).devices.at(device);
    return law::to_text(facts.at(schema().slot(SubjectKind::Device, name)),
                        fact(SubjectKind::Device, name));
}
bool says(const EnrichedItem& item, std::string_view part) {
    return std::any_of(item.notes.begin(), item.notes.end(), [part](const std::string& note) {
        return note.find(part) != std::string::npos;
    });
}

TEST(ItemFacts, AKnownCardIsFilledFromTheCatalogue) {
    const EnrichedItem item = enrich(R"({"name": "NVIDIA H100 SXM5 80GB", "quantity": 8})");
    ASSERT_EQ(item.facts.alternatives.size(), 1U);
    EXPECT_EQ(item.catalogue_ids, std::vector<std::string>{"nv-h100-sxm"});
    EXPECT_EQ(item_fact(item, "kind"), "board");
    EXPECT_EQ(item_fact(item, "maker"), "nvidia");
    EXPECT_EQ(item_fact(item, "model"), "h100");
    EXPECT_EQ(item_fact(item, "designer_headquarters"), "US");
    EXPECT_EQ(item_fact(item, "vendor_eccn"), "4A090.a");
    EXPECT_EQ(item_fact(item, "vendor_class"), "4A090.a");
    EXPECT_EQ(item_fact(item, "on_ccl"), "yes");
    EXPECT_EQ(item_fact(item, "quantity"), "8");
    EXPECT_EQ(device_fact(item, "tpp"), "15832 TPP");
    EXPECT_EQ(device_fact(item, "io_rate"), "1028 GB/s");
    EXPECT_EQ(device_fact(item, "memory_bandwidth"), "3350 GB/s");
    EXPECT_EQ(device_fact(item, "designed_for_datacenter"), "yes");
    EXPECT_TRUE(says(item, "the maker states TPP 15,840, its published rates give 15,832"));
    ASSERT_EQ(item.worksheets.size(), 1U);
    EXPECT_FALSE(item.worksheets[0].empty());
}

TEST(ItemFacts, EveryFactOfTheCatalogueNamesItsEntry) {
    const EnrichedItem item = enrich(R"({"name": "H100 SXM5 80GB", "maker": "nvidia"})");
    const law::FactSet& facts = item.facts.alternatives[0].item;
    const law::FactSet& device = item.facts.alternatives[0].devices[0];
    const law::Origin* model = facts.origin(schema().slot(SubjectKind::Item, "model"));
    const law::Origin* tpp = device.origin(schema().slot(SubjectKind::Device, "tpp"));
    ASSERT_TRUE(model != nullptr && tpp != nullptr);
    EXPECT_EQ(model->kind, law::Origin::Kind::Catalogue);
    EXPECT_EQ(model->source, "nv-h100-sxm");
    EXPECT_EQ(tpp->kind, law::Origin::Kind::Computed);
    EXPECT_EQ(tpp->source, "nv-h100-sxm");
    const law::Origin* maker = facts.origin(schema().slot(SubjectKind::Item, "maker"));
    EXPECT_TRUE(maker == nullptr || maker->kind == law::Origin::Kind::Stated);
}

TEST(ItemFacts, AStatedModelTakesNoItemOutOfTheFamilyThatItsNameMeans) {
    for (const char* stated : {"other", "h800"}) {
        const EnrichedItem item =
            enrich(std::string(R"({"name": "H20", "model": ")") + stated + R"("})");
        EXPECT_EQ(item_fact(item, "model"), "h20") << stated;
        EXPECT_TRUE(says(
            item, std::string("item.model is stated as ") + stated + "; the catalogue has h20"));
    }
    EXPECT_FALSE(says(enrich(R"({"name": "H20", "model": "h20"})"), "item.model"));
}

TEST(ItemFacts, AStatedModelCountsWhereTheCatalogueNamesNone) {
    EXPECT_EQ(item_fact(enrich(R"({"name": "L40", "model": "l40s"})"), "model"), "l40s");
    EXPECT_EQ(item_fact(enrich(R"({"name": "Flux 9000", "model": "other"})"), "model"), "other");
}

TEST(ItemFacts, AnAmbiguousNameKeepsOneAlternativeForEachEntry) {
    const EnrichedItem item = enrich(R"({"name": "910B"})");
    EXPECT_EQ(item.facts.alternatives.size(), 4U);
    EXPECT_EQ(item.catalogue_ids.size(), 4U);
    EXPECT_EQ(item_fact(item, "model", 3), "ascend_910b");
    EXPECT_EQ(item_fact(item, "designer_headquarters"), "CN");
    EXPECT_TRUE(says(item, "may be any of 4"));
}

TEST(ItemFacts, TheKindFollowsWhatTheThingIs) {
    EXPECT_EQ(item_fact(enrich(R"({"name": "DGX H100"})"), "kind"), "system");
    EXPECT_EQ(item_fact(enrich(R"({"name": "HGX B200"})"), "kind"), "board");
    EXPECT_EQ(item_fact(enrich(R"({"name": "GB200 NVL72"})"), "kind"), "rack");
    EXPECT_EQ(item_fact(enrich(R"({"name": "p5.48xlarge"})"), "kind"), "capacity");
    EXPECT_EQ(item_fact(enrich(R"({"name": "MI300A"})"), "kind"), "ic");
    EXPECT_EQ(item_fact(enrich(R"({"name": "RTX 4090"})"), "kind"), "board");
}

TEST(ItemFacts, TheOrderMaySayThatItIsTheBareIc) {
    const EnrichedItem item = enrich(R"({"name": "H100 SXM5 80GB", "kind": "ic"})");
    EXPECT_EQ(item_fact(item, "kind"), "ic");
    EXPECT_EQ(item_fact(item, "advanced_logic_ic"), "yes");
    EXPECT_EQ(item_fact(item, "vendor_eccn"), "unknown") << "the maker's table speaks of boards";
}

TEST(ItemFacts, ASystemHoldsItsDevices) {
    const EnrichedItem item = enrich(R"({"name": "DGX H100"})");
    EXPECT_EQ(device_fact(item, "count"), "8");
    EXPECT_EQ(device_fact(item, "tpp"), "15832 TPP");
    EXPECT_EQ(device_fact(enrich(R"({"name": "NVIDIA A16"})"), "count"), "4");
    EXPECT_EQ(item_fact(enrich(R"({"name": "XE9680 H200"})"), "maker"), "other");
}

TEST(ItemFacts, AClassThatDependsOnTheReadingOfTf32CannotBeTold) {
    const EnrichedItem item = enrich(R"({"name": "Trainium1"})");
    EXPECT_EQ(device_fact(item, "tpp"), "3610 to 6080 TPP");
    EXPECT_EQ(device_fact(item, "tpp_tf32_at_32"), "6080 TPP");
    EXPECT_TRUE(says(item, "the reading decides the limit of 4,800 TPP"));
}

TEST(ItemFacts, ADoubtfulAreaStaysAnInterval) {
    const EnrichedItem item = enrich(R"({"name": "MI300X"})");
    EXPECT_EQ(device_fact(item, "applicable_area"), "1017 to 2400 mm2");
    EXPECT_TRUE(says(item, "amd-mi300x: in doubt"));
}

TEST(ItemFacts, AnUnknownNameCannotBeCleared) {
    const EnrichedItem item = enrich(R"({"name": "SuperChip 9000"})");
    ASSERT_EQ(item.facts.alternatives.size(), 1U);
    EXPECT_FALSE(item.facts.alternatives[0].devices_complete);
    EXPECT_EQ(item_fact(item, "name"), "SuperChip 9000");
    EXPECT_EQ(item.catalogue_ids, std::vector<std::string>{""});
    EXPECT_TRUE(says(item, "not in the catalogue"));
    EXPECT_TRUE(enrich(R"({"name": "notes", "kind": "technology"})")
                    .facts.alternatives[0]
                    .devices_complete);
}

TEST(ItemFacts, AMachineWhoseAcceleratorNobodyNamesIsNotComplete) {
    const EnrichedItem item = enrich(R"({"name": "NF5868G8"})");
    EXPECT_FALSE(item.facts.alternatives.at(0).devices_complete);
    EXPECT_TRUE(says(item, "does not name the accelerator"));
}

TEST(ItemFacts, StatedFiguresAreComputedWith) {
    const EnrichedItem item = enrich(R"({"name": "SuperChip 9000", "devices": [{
        "operations": [{"format": "fp16", "tops": 300}],
        "dies": [{"area": 800, "nonplanar": "yes"}], "designed_for_datacenter": "yes"}]})");
    EXPECT_TRUE(item.errors.empty());
    EXPECT_TRUE(item.facts.alternatives[0].devices_complete);
    EXPECT_EQ(device_fact(item, "tpp"), "4800 TPP");
    EXPECT_EQ(device_fact(item, "performance_density"), "6 TPP/mm2");
    EXPECT_EQ(device_fact(item, "ops_times_bits"), "4800 TPP");
}

TEST(ItemFacts, AFigureThatCannotBeReadIsReportedAtItsPlace) {
    const EnrichedItem item = enrich(R"({"name": "SuperChip 9000", "devices": [{
        "operations": [{"format": "posit", "tops": 300}]}]})");
    ASSERT_EQ(item.errors.size(), 1U);
    EXPECT_EQ(item.errors[0].position.file, "orders.json");
    EXPECT_EQ(item.errors[0].position.line, 2U);
    EXPECT_EQ(device_fact(item, "tpp"), "unknown");
}

TEST(ItemFacts, StatedFactsWinAndADisagreementIsTold) {
    const EnrichedItem item = enrich(R"({"name": "H100 SXM5 80GB", "maker": "amd",
        "vendor_eccn": "5A992.z.2", "devices": [{"tpp": "1000 TPP"}]})");
    EXPECT_EQ(item_fact(item, "maker"), "amd");
    EXPECT_TRUE(says(item, "item.maker is stated as amd; the catalogue has nvidia"));
    EXPECT_EQ(item_fact(item, "vendor_class"), "z_b");
    EXPECT_TRUE(says(item, "the ECCN is stated as 5A992.z.2; the maker's table has 4A090.a"));
    EXPECT_EQ(device_fact(item, "tpp"), "1000 TPP");
    EXPECT_TRUE(says(item, "TPP of 1,000, the catalogue 15,832"));
    EXPECT_EQ(device_fact(item, "memory_bandwidth"), "3350 GB/s");
}

TEST(ItemFacts, ADeviceNamedInAnUnknownServerIsLookedUp) {
    const EnrichedItem item = enrich(
        R"({"name": "house server", "kind": "system",
            "devices": [{"name": "H20 96GB", "count": 8}]})");
    ASSERT_EQ(item.facts.alternatives.size(), 1U);
    EXPECT_EQ(device_fact(item, "tpp"), "2368 TPP");
    EXPECT_EQ(device_fact(item, "count"), "8");
    EXPECT_EQ(enrich(R"({"name": "house server", "devices": [{"name": "910B"}]})")
                  .facts.alternatives.size(),
              4U);
}

TEST(ItemFacts, AStatedDeviceTellsWhichEntryIsMeant) {
    const EnrichedItem item =
        enrich(R"({"name": "XE9680", "devices": [{"name": "NVIDIA H200 SXM", "count": 8}]})");
    EXPECT_EQ(item.catalogue_ids, std::vector<std::string>{"dell-xe9680-h200"});
    ASSERT_EQ(item.facts.alternatives[0].devices.size(), 1U);
}

TEST(ItemFacts, AStatedDeviceThatDoesNotFitStandsBesideTheKnownOne) {
    const EnrichedItem item =
        enrich(R"({"name": "DGX H100", "devices": [{"name": "controller", "tpp": 10}]})");
    ASSERT_EQ(item.facts.alternatives.size(), 1U);
    ASSERT_EQ(item.facts.alternatives[0].devices.size(), 2U);
    EXPECT_TRUE(says(item, "considered as well"));
}

TEST(ItemFacts, TheFactsAloneAreThoseOfTheWholeAnswer) {
    for (const char* text : {R"({"name": "H100"})", R"({"name": "XE9680", "quantity": 2})",
                             R"({"name": "nothing"})", R"({"name": "A800", "maker": "amd"})"}) {
        const Order one = order(text);
        const law::ItemFacts quick = enricher().facts(one.stated, one.item);
        const law::ItemFacts whole = enricher().enrich(one.stated, one.item, "x").facts;
        ASSERT_EQ(quick.alternatives.size(), whole.alternatives.size());
        for (std::size_t i = 0; i < quick.alternatives.size(); ++i) {
            const auto& a = quick.alternatives[i].item;
            const auto& b = whole.alternatives[i].item;
            for (law::Slot slot = 0; slot < a.size(); ++slot) {
                EXPECT_TRUE(a.at(slot) == b.at(slot));
                EXPECT_EQ(a.texts(slot), b.texts(slot));
            }
        }
    }
}

TEST(ItemFacts, ManyThreadsMayAskOneEnricher) {
    const Enricher shared(schema(), catalogue());
    const std::vector<Order> orders{order(R"({"name": "H100"})"), order(R"({"name": "XE9680"})"),
                                    order(R"({"name": "910B"})")};
    std::vector<std::thread> threads;
    std::vector<std::size_t> sizes(4, 0);
    for (std::size_t t = 0; t < sizes.size(); ++t) {
        threads.emplace_back([&, t] {
            for (std::size_t i = 0; i < 300; ++i) {
                const Order& one = orders[(i + t) % orders.size()];
                sizes[t] += shared.facts(one.stated, one.item).alternatives.size();
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(std::set<std::size_t>(sizes.begin(), sizes.end()), std::set<std::size_t>{1200});
}

}  // namespace
}  // namespace cordon::items
