// SPDX-License-Identifier: Apache-2.0
// The traps seen in real orders, one test each.
#include "items/resolver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace cordon::items {
namespace {

using Ids = std::set<std::string>;

const Catalogue& catalogue() {
    static const Catalogue bundled = MUST(Catalogue::bundled());
    return bundled;
}
const Resolver& resolver() {
    static const Resolver resolver(catalogue());
    return resolver;
}

Ids ids(const Resolution& found) {
    Ids out;
    for (const Candidate& candidate : found.candidates) {
        out.insert(candidate.system != nullptr ? candidate.system->id : candidate.chip->id);
    }
    return out;
}
Ids ids(std::string_view name, std::string_view part = {}) {
    return ids(resolver().resolve(name, part));
}
bool says(const Resolution& found, std::string_view part) {
    return std::any_of(found.notes.begin(), found.notes.end(), [part](const std::string& note) {
        return note.find(part) != std::string::npos;
    });
}

TEST(Resolver, AnAmbiguousNameGivesEveryEntryItMayMean) {
    EXPECT_EQ(ids("H100"), (Ids{"nv-h100-sxm", "nv-h100-sxm-64", "nv-h100-pcie", "nv-h100-nvl"}));
    EXPECT_TRUE(says(resolver().resolve("H100"), "may be any of 4"));
    EXPECT_EQ(ids("8x H100 SXM5 80GB"), Ids{"nv-h100-sxm"});
    EXPECT_EQ(resolver().resolve("8x H100 SXM5 80GB").count, 8U);
    EXPECT_EQ(ids("H100 NVL"), Ids{"nv-h100-nvl"});
}

TEST(Resolver, DetailsNarrowAndContradictionsExclude) {
    EXPECT_EQ(ids("英伟达A800 80G PCIe"), Ids{"nv-a800-pcie-80"});
    EXPECT_EQ(ids("A800 40GB PCIe"), Ids{"nv-a800-active"});
    EXPECT_EQ(ids("A100 40G"), (Ids{"nv-a100-sxm-40", "nv-a100-pcie-40"}));
    EXPECT_EQ(ids("8 x H100 SXM 640GB"), Ids{"nv-h100-sxm"});
    EXPECT_EQ(ids("H100 512GB"), Ids{});
    EXPECT_TRUE(says(resolver().resolve("H100 512GB"), "memory of 512 GB"));
    EXPECT_EQ(ids("H20 141GB"), Ids{"nv-h20-141"});
}

TEST(Resolver, FourBinsOf910BAndTheNotesSaySo) {
    const Ids bins{"hw-910b1", "hw-910b2", "hw-910b3", "hw-910b4"};
    for (const char* name : {"910B", "昇腾910B", "Ascend 910B", "华为昇腾 910 B 训练卡"}) {
        EXPECT_EQ(ids(name), bins) << name;
    }
    EXPECT_TRUE(says(resolver().resolve("昇腾910B"), "may be any of 4"));
    EXPECT_EQ(ids("昇腾910B3"), Ids{"hw-910b3"});
    EXPECT_EQ(ids("昇腾910B5"), Ids{});
    EXPECT_EQ(ids("Ascend 910C"), Ids{"hw-910c"});
    EXPECT_EQ(ids("昇腾950").size(), 3U);
    EXPECT_EQ(ids("Ascend 950DT").size(), 2U);
}

TEST(Resolver, ANameInsideAPartNumberNeverCounts) {
    EXPECT_EQ(ids("900-2G153-A800-000"), Ids{"nv-rtxpro6000-se"});
    for (const std::string& id : ids("GPU board 935-24287-A800-0R0")) {
        EXPECT_EQ(id.find("a800"), std::string::npos) << id;
    }
    EXPECT_EQ(ids("PF-CX3R-B1A-P-A2"), Ids{});
    EXPECT_EQ(ids("NVIDIA PF-CX3R-B1A-P-A2"), Ids{});
}

TEST(Resolver, PartNumbersGoBeforeNames) {
    EXPECT_EQ(ids("", "935-24287-0000-000"), Ids{"nv-hgx-h100-8"});
    EXPECT_EQ(ids("GPU baseboard", "935-24287-0040-000"), Ids{"nv-hgx-h200-8"});
    EXPECT_EQ(ids("HGX board 935-23587-0010-2r4"), Ids{"nv-hgx-a800-8-80"});
    const Resolution rework = resolver().resolve("", "935-24287-0000-0R0");
    EXPECT_EQ(ids(rework), Ids{"nv-hgx-h100-8"});
    EXPECT_TRUE(says(rework, "numbers that begin 935-24287-0000"));
    const Resolution torn = resolver().resolve("B200", "935-24287-0000-000");
    EXPECT_TRUE(ids(torn).contains("nv-hgx-h100-8"));
    EXPECT_TRUE(ids(torn).contains("nv-b200"));
    EXPECT_TRUE(says(torn, "both are considered"));
    EXPECT_TRUE(says(resolver().resolve("H100", "ABC-1"), "is not in the catalogue"));
}

TEST(Resolver, ShortNamesNeedContext) {
    for (const char* name :
         {"Apple A16 phone", "size A2 poster", "AMD A10-7850K", "L2 cache", "T4 lab tubes",
          "Sony A6000 camera", "order 4090 screws", "D1 mini board", "H20 water filter"}) {
        EXPECT_EQ(ids(name), Ids{}) << name;
    }
    EXPECT_TRUE(says(resolver().resolve("Apple A16 phone"), "too short"));
    EXPECT_EQ(ids("NVIDIA A16"), Ids{"nv-a16"});
    EXPECT_EQ(ids("A2 GPU server"), Ids{"nv-a2"});
    EXPECT_EQ(ids("英伟达 L2"), Ids{"nv-l2"});
    EXPECT_EQ(ids("Tesla T4"), Ids{"nv-t4"});
    EXPECT_EQ(ids("L20 显卡"), Ids{"nv-l20"});
    EXPECT_EQ(ids("H20"), (Ids{"nv-h20-96", "nv-h20-141"}));
    EXPECT_EQ(ids("8卡H20服务器"), (Ids{"nv-h20-96", "nv-h20-141"}));
    EXPECT_EQ(ids("4090"), Ids{"nv-rtx4090"});
}

TEST(Resolver, Rtx6000IsFiveDifferentCards) {
    const Ids family = ids("RTX 6000");
    for (const char* id : {"nv-rtx6000-turing", "nv-rtx-a6000", "nv-rtx6000ada", "nv-rtxpro6000-ws",
                           "nv-rtxpro6000-se", "nv-rtxpro6000-mq"}) {
        EXPECT_TRUE(family.contains(id)) << id;
    }
    EXPECT_FALSE(family.contains("nv-rtx6000d"));
    EXPECT_EQ(ids("Quadro RTX 6000"), Ids{"nv-rtx6000-turing"});
    EXPECT_EQ(ids("RTX A6000"), Ids{"nv-rtx-a6000"});
    EXPECT_EQ(ids("RTX 6000 Ada"), Ids{"nv-rtx6000ada"});
    EXPECT_EQ(ids("RTX6000D"), Ids{"nv-rtx6000d"});
    EXPECT_EQ(ids("RTX 6000 Turing"), Ids{"nv-rtx6000-turing"});
}

TEST(Resolver, ServerAndWorkstationEditionsAreKeptApart) {
    EXPECT_EQ(ids("RTX PRO 6000"),
              (Ids{"nv-rtxpro6000-ws", "nv-rtxpro6000-mq", "nv-rtxpro6000-se"}));
    EXPECT_EQ(ids("RTX PRO 6000 Blackwell Server Edition"), Ids{"nv-rtxpro6000-se"});
    EXPECT_EQ(ids("RTX PRO 6000 Max-Q"), Ids{"nv-rtxpro6000-mq"});
    EXPECT_EQ(ids("RTX PRO 4500"), (Ids{"nv-rtxpro4500-ws", "nv-rtxpro4500-se"}));
    EXPECT_EQ(ids("AWS G7"), Ids{"aws-g7-48xlarge"});
}

TEST(Resolver, ASuffixIsNeverLost) {
    EXPECT_EQ(ids("RTX 4090D"), Ids{"nv-rtx4090d"});
    EXPECT_EQ(ids("GeForce RTX 4090 D 24G"), Ids{"nv-rtx4090d"});
    EXPECT_EQ(ids("RTX 4090"), Ids{"nv-rtx4090"});
    EXPECT_EQ(ids("5090 D V2"), Ids{"nv-rtx5090dv2"});
    EXPECT_EQ(ids("RTX5090DD"), Ids{"nv-rtx5090dv2"});
    EXPECT_EQ(ids("RTX 5090 D"), Ids{"nv-rtx5090d"});
    EXPECT_EQ(ids("RTX 5090D V3"), Ids{});
    EXPECT_EQ(ids("RTX 4090 Laptop GPU"), Ids{});
    EXPECT_EQ(ids("RTX 4090M"), Ids{});
    EXPECT_EQ(ids("RTX 4070 Super"), Ids{});
    EXPECT_EQ(ids("RTX 4080 SUPER"), Ids{"nv-rtx4080s"});
    EXPECT_EQ(ids("L40 S"), Ids{"nv-l40s"});
    EXPECT_EQ(ids("L40S"), Ids{"nv-l40s"});
    EXPECT_EQ(ids("l40s 48g"), Ids{"nv-l40s"});
    EXPECT_EQ(ids("A10G"), Ids{"nv-a10g"});
    EXPECT_TRUE(says(resolver().resolve("RTX 4090M"), "another product"));
}

TEST(Resolver, APluralOrATimesSignKeepsBothReadings) {
    EXPECT_EQ(ids("L40s GPU"), (Ids{"nv-l40s", "nv-l40"}));
    EXPECT_EQ(ids("8 H100s SXM 80GB"), Ids{"nv-h100-sxm"});
    const Ids both = ids("A100x8 80GB");
    EXPECT_TRUE(both.contains("nv-a100x"));
    EXPECT_TRUE(both.contains("nv-a100-sxm-80"));
    EXPECT_EQ(ids("MI300X x8"), Ids{"amd-mi300x"});
}

TEST(Resolver, PackagesAndDiesAreNotMixedUp) {
    EXPECT_EQ(ids("Atlas 300I Duo"), Ids{"hw-atlas300i-duo"});
    EXPECT_EQ(catalogue().system("hw-atlas300i-duo")->count, 2U);
    EXPECT_EQ(catalogue().chip("nv-a16")->ics_per_board, 4U);
    EXPECT_EQ(ids("MI250"), Ids{"amd-mi250"});
    EXPECT_EQ(ids("GH200"), Ids{"nv-gh200"});
    EXPECT_EQ(ids("GB200 NVL72"), Ids{"nv-gb200-nvl72"});
    EXPECT_EQ(ids("NVL72"), (Ids{"nv-gb200-nvl72", "nv-gb300-nvl72"}));
    EXPECT_EQ(ids("HGX B300 NVL16"), Ids{"nv-hgx-b300-8"});
}

TEST(Resolver, AServerModelNeverFixesItsAccelerator) {
    EXPECT_EQ(ids("XE9680"), (Ids{"dell-xe9680-h100", "dell-xe9680-h200", "dell-xe9680-a100",
                                  "dell-xe9680-mi300x"}));
    EXPECT_EQ(ids("Dell PowerEdge XE9680 8x H200"), Ids{"dell-xe9680-h200"});
    EXPECT_EQ(ids("XE9680 with AMD MI300X"), Ids{"dell-xe9680-mi300x"});
    EXPECT_EQ(ids("XE9680L").size(), 2U);
    const Resolution odd = resolver().resolve("XE9680 with B200");
    EXPECT_TRUE(ids(odd).contains("nv-b200"));
    EXPECT_TRUE(says(odd, "does not know"));
    EXPECT_EQ(ids("DGX A100 320GB"), Ids{"nv-dgx-a100-320"});
    EXPECT_EQ(ids("DGX A100").size(), 2U);
    EXPECT_EQ(ids("Atlas 800T A2").size(), 4U);
}

TEST(Resolver, BoardsAndCloudInstancesAreSystems) {
    EXPECT_EQ(ids("HGX H200"), (Ids{"nv-hgx-h200-8", "nv-hgx-h200-4"}));
    EXPECT_EQ(ids("HGX H200 8-GPU"), Ids{"nv-hgx-h200-8"});
    EXPECT_EQ(ids("DGX H100"), Ids{"nv-dgx-h100"});
    EXPECT_EQ(ids("ND H100 v5"), Ids{"az-nd96isr_h100_v5"});
    EXPECT_EQ(ids("Standard_ND96isr_H100_v5"), Ids{"az-nd96isr_h100_v5"});
    EXPECT_EQ(ids("p5.48xlarge"), Ids{"aws-p5-48xlarge"});
    EXPECT_EQ(ids("p5en.48xlarge"), Ids{"aws-p5en-48xlarge"});
    EXPECT_EQ(ids("a3-highgpu-8g"), Ids{"gcp-a3-highgpu-8g"});
    EXPECT_EQ(ids("BM.GPU.H100.8"), Ids{"oci-bm.gpu.h100.8"});
}

TEST(Resolver, EditionsForChinaAreFoundByTheirNickname) {
    for (const std::string& id : ids("A100 特供版")) EXPECT_TRUE(id.starts_with("nv-a800")) << id;
    EXPECT_EQ(ids("4090 特供版 显卡"), Ids{"nv-rtx4090d"});
    EXPECT_EQ(ids("Gaudi 2 中国版"), Ids{"in-gaudi2-cn"});
    EXPECT_EQ(ids("中国特供 H20 96G"), Ids{"nv-h20-96"});
    EXPECT_EQ(ids("V100 特供版"), Ids{});
}

TEST(Resolver, AMachineWithoutACardNamedStaysUnknownWithAHint) {
    const Resolution found = resolver().resolve("训推一体机 8 x 141GB");
    EXPECT_TRUE(found.candidates.empty());
    EXPECT_TRUE(says(found, "no model is named"));
    EXPECT_TRUE(says(found, "H20 141GB"));
}

TEST(Resolver, ChineseMakersAreFoundInChinese) {
    EXPECT_TRUE(ids("寒武纪 思元590").contains("cb-mlu590"));
    EXPECT_EQ(ids("寒武纪MLU370-X8"), Ids{"cb-mlu370x8"});
    EXPECT_EQ(ids("MLU370").size(), 3U);
    EXPECT_EQ(ids("壁仞BR100"), Ids{"br-br100"});
    EXPECT_EQ(ids("摩尔线程 MTT S4000"), Ids{"mt-s4000"});
    EXPECT_EQ(ids("沐曦曦云C500"), Ids{"mx-c500"});
    EXPECT_EQ(ids("燧原 云燧T20"), Ids{"ef-t20"});
    EXPECT_EQ(ids("天数智芯 天垓100"), Ids{"il-biv100"});
}

TEST(Resolver, WordsThatMerelyLookAlikeAreNothing) {
    for (const char* name :
         {"XH100Z", "pump model 12CH100", "a 100 page book", "", "   ", "printer"}) {
        EXPECT_EQ(ids(name), Ids{}) << name;
    }
}

}  // namespace
}  // namespace cordon::items
