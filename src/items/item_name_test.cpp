// SPDX-License-Identifier: Apache-2.0
#include "items/item_name.h"

#include <gtest/gtest.h>

namespace cordon::items {
namespace {

std::string model_of(std::string_view text) {
    std::string out;
    for (const Atom& atom : read_item_name(text).atoms) {
        if (names_model(atom.role)) out += (out.empty() ? "" : " ") + atom.text;
    }
    return out;
}

TEST(ItemName, WidthCaseAndPunctuationDoNotMatter) {
    for (const char* text :
         {"H100", "h100", "H-100", "Ｈ１００", "H100-SXM5-80GB", "H100（SXM）"}) {
        EXPECT_EQ(model_of(text), "h 100") << text;
    }
}

std::vector<std::uint32_t> memory_of(std::string_view text) {
    std::vector<std::uint32_t> out;
    for (const NamedMemory& memory : read_item_name(text).memory) out.push_back(memory.gb);
    return out;
}

TEST(ItemName, MemoryIsReadAndRatesAreNot) {
    EXPECT_EQ(memory_of("A100 80G"), std::vector<std::uint32_t>{80});
    EXPECT_EQ(memory_of("A100-PCIE-40GB"), std::vector<std::uint32_t>{40});
    EXPECT_EQ(memory_of("1,128 GB HBM3e"), std::vector<std::uint32_t>{1128});
    EXPECT_TRUE(memory_of("NVLink 900 GB/s").empty());
    EXPECT_TRUE(memory_of("512GB RAM").empty());
    EXPECT_TRUE(memory_of("A10G").empty());
    EXPECT_TRUE(memory_of("X785-G30").empty());
    EXPECT_EQ(memory_of("A16 4x16GB"), std::vector<std::uint32_t>{16});
}

TEST(ItemName, FormFactorsAreRead) {
    EXPECT_EQ(read_item_name("A100 SXM4").forms, std::vector<std::string>{"SXM"});
    EXPECT_EQ(read_item_name("H100 PCI Express Gen5 x16").forms, std::vector<std::string>{"PCIe"});
    EXPECT_FALSE(read_item_name("H100 PCIe 4.0 x16").count);
    EXPECT_TRUE(read_item_name("GB200 NVL72").forms.empty());
    EXPECT_EQ(read_item_name("H100 NVL").forms, std::vector<std::string>{"NVL"});
}

TEST(ItemName, CountsAreReadInEveryUsualForm) {
    for (const char* text : {"8x H100", "8 × H100", "8*H100", "8xH100", "H100 x8", "H100×8",
                             "H100*8", "H100 8卡", "8-GPU H100", "8 GPUs H100", "八卡 H100"}) {
        EXPECT_EQ(read_item_name(text).count, 8U) << text;
    }
    EXPECT_FALSE(read_item_name("RTX 4090 显卡").count);
    EXPECT_FALSE(read_item_name("昇腾910卡").count);
    EXPECT_FALSE(read_item_name("p5.48xlarge").count);
    EXPECT_FALSE(read_item_name("7900XTX").count);
    EXPECT_FALSE(read_item_name("MLU370-X8").count);
}

TEST(ItemName, ATimesSignGluedToAModelStaysOpen) {
    const ItemName name = read_item_name("A100x8");
    EXPECT_EQ(name.count, 8U);
    EXPECT_EQ(model_of("A100x8"), "a 100 x");
    EXPECT_TRUE(name.atoms[2].may_be_times);
}

TEST(ItemName, MakersAreKnownInChinese) {
    EXPECT_EQ(read_item_name("英伟达A800").makers, std::vector<std::string>{"NVIDIA"});
    EXPECT_EQ(read_item_name("华为昇腾910B").makers,
              (std::vector<std::string>{"Huawei", "Huawei"}));
    EXPECT_EQ(read_item_name("摩尔线程 S4000").makers, std::vector<std::string>{"Moore Threads"});
    EXPECT_EQ(model_of("华为昇腾910B 加速卡"), "910 b");
}

TEST(ItemName, NothingInsideAPartNumberIsRead) {
    const ItemName name = read_item_name("board 900-2G153-A800-000 new");
    EXPECT_EQ(name.part_numbers, std::vector<std::string>{"900-2G153-A800-000"});
    EXPECT_EQ(model_of("board 900-2G153-A800-000 new"), "board new");
    EXPECT_TRUE(is_part_number("935-24287-0000-0r0"));
    EXPECT_TRUE(is_part_number("699-21010-0200"));
    EXPECT_TRUE(is_part_number("100-300000058"));
    EXPECT_FALSE(is_part_number("910-b"));
    EXPECT_FALSE(is_part_number("2024-11-24"));
}

TEST(ItemName, AnEditionForChinaIsADetail) {
    EXPECT_TRUE(read_item_name("A100 特供版").special_market);
    EXPECT_TRUE(read_item_name("中国特供 H20").special_market);
    EXPECT_FALSE(read_item_name("中国 H20").special_market);
}

}  // namespace
}  // namespace cordon::items
