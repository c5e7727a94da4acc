// SPDX-License-Identifier: Apache-2.0
#include "items/name_words.h"

#include <algorithm>
#include <array>

namespace cordon::items {
namespace {

using enum WordKind;

constexpr NameWord kWords[] = {
    {"nvidia", Maker, "NVIDIA"},
    {"英伟达", Maker, "NVIDIA"},
    {"輝達", Maker, "NVIDIA"},
    {"辉达", Maker, "NVIDIA"},
    {"geforce", Maker, "NVIDIA"},
    {"tesla", Maker, "NVIDIA|Tesla"},
    {"特斯拉", Maker, "NVIDIA|Tesla"},
    {"dojo", Maker, "Tesla"},
    {"amd", Maker, "AMD"},
    {"超威", Maker, "AMD"},
    {"instinct", Maker, "AMD"},
    {"radeon", Maker, "AMD"},
    {"intel", Maker, "Intel"},
    {"英特尔", Maker, "Intel"},
    {"habana", Maker, "Intel"},
    {"huawei", Maker, "Huawei"},
    {"华为", Maker, "Huawei"},
    {"華為", Maker, "Huawei"},
    {"hisilicon", Maker, "Huawei"},
    {"海思", Maker, "Huawei"},
    {"ascend", Maker, "Huawei"},
    {"昇腾", Maker, "Huawei"},
    {"昇騰", Maker, "Huawei"},
    {"升腾", Maker, "Huawei"},
    {"google", Maker, "Google"},
    {"谷歌", Maker, "Google"},
    {"amazon", Maker, "Amazon"},
    {"aws", Maker, "Amazon"},
    {"亚马逊", Maker, "Amazon"},
    {"annapurna", Maker, "Amazon"},
    {"microsoft", Maker, "Microsoft"},
    {"微软", Maker, "Microsoft"},
    {"meta", Maker, "Meta"},
    {"cambricon", Maker, "Cambricon"},
    {"寒武纪", Maker, "Cambricon"},
    {"biren", Maker, "Biren"},
    {"壁仞", Maker, "Biren"},
    {"mthreads", Maker, "Moore Threads"},
    {"mtt", Maker, "Moore Threads"},
    {"摩尔线程", Maker, "Moore Threads"},
    {"hygon", Maker, "Hygon"},
    {"海光", Maker, "Hygon"},
    {"iluvatar", Maker, "Iluvatar CoreX"},
    {"天数智芯", Maker, "Iluvatar CoreX"},
    {"enflame", Maker, "Enflame"},
    {"燧原", Maker, "Enflame"},
    {"cloudblazer", Maker, "Enflame"},
    {"kunlunxin", Maker, "Kunlunxin"},
    {"kunlun", Maker, "Kunlunxin"},
    {"昆仑芯", Maker, "Kunlunxin"},
    {"昆仑", Maker, "Kunlunxin"},
    {"baidu", Maker, "Kunlunxin"},
    {"百度", Maker, "Kunlunxin"},
    {"alibaba", Maker, "T-Head"},
    {"阿里", Maker, "T-Head"},
    {"平头哥", Maker, "T-Head"},
    {"metax", Maker, "MetaX"},
    {"沐曦", Maker, "MetaX"},
    {"sophgo", Maker, "Sophgo"},
    {"算能", Maker, "Sophgo"},
    {"qualcomm", Maker, "Qualcomm"},
    {"高通", Maker, "Qualcomm"},
    {"cerebras", Maker, "Cerebras"},
    {"graphcore", Maker, "Graphcore"},
    {"groq", Maker, "Groq|NVIDIA"},
    {"sambanova", Maker, "SambaNova"},
    {"tenstorrent", Maker, "Tenstorrent"},
    {"furiosa", Maker, "FuriosaAI"},
    {"furiosaai", Maker, "FuriosaAI"},
    {"sunway", Maker, "Sunway"},
    {"申威", Maker, "Sunway"},

    {"gpu", Accelerator, ""},
    {"gpus", Accelerator, ""},
    {"gpgpu", Accelerator, ""},
    {"npu", Accelerator, ""},
    {"npus", Accelerator, ""},
    {"accelerator", Accelerator, ""},
    {"accelerators", Accelerator, ""},
    {"graphics", Accelerator, ""},
    {"tensor", Accelerator, ""},
    {"cuda", Accelerator, ""},
    {"hbm", Accelerator, ""},
    {"显卡", Accelerator, ""},
    {"顯卡", Accelerator, ""},
    {"加速卡", Accelerator, ""},
    {"加速器", Accelerator, ""},
    {"算力卡", Accelerator, ""},
    {"训练卡", Accelerator, ""},
    {"推理卡", Accelerator, ""},
    {"计算卡", Accelerator, ""},
    {"智算卡", Accelerator, ""},
    {"运算卡", Accelerator, ""},

    {"gddr", MemoryType, ""},
    {"lpddr", MemoryType, ""},
    {"card", Noise, ""},
    {"chip", Noise, ""},
    {"core", Noise, ""},
    {"generation", Noise, ""},
    {"edition", Noise, ""},
    {"series", Noise, ""},
    {"lovelace", Noise, ""},
    {"the", Noise, ""},
    {"芯片", Noise, ""},
    {"模组", Noise, ""},
    {"模块", Noise, ""},
    {"系列", Noise, ""},
    {"版", Noise, ""},

    {"volta", Generation, "volta"},
    {"turing", Generation, "turing"},
    {"图灵", Generation, "turing"},
    {"ampere", Generation, "ampere"},
    {"安培", Generation, "ampere"},
    {"ada", Generation, "ada"},
    {"hopper", Generation, "hopper"},
    {"霍珀", Generation, "hopper"},
    {"blackwell", Generation, "blackwell"},

    {"特供", Market, ""},
    {"特供版", Market, ""},
    {"中国版", Market, ""},
    {"中国特供", Market, ""},
    {"中国特供版", Market, ""},
    {"国内特供版", Market, ""},

    {"卡", Unit, ""},
    {"张", Unit, ""},
    {"块", Unit, ""},
    {"片", Unit, ""},
    {"颗", Unit, ""},
    {"枚", Unit, ""},
    {"个", Unit, ""},
    {"台", Unit, ""},
    {"套", Unit, ""},
    {"路", Unit, ""},
    {"cards", Unit, ""},
    {"chips", Unit, ""},
    {"pcs", Unit, ""},
    {"pieces", Unit, ""},
    {"units", Unit, ""},
    {"sets", Unit, ""},
    {"way", Unit, ""},
};

// A model followed by one of these is another product; the catalogue must know it by that name.
constexpr std::string_view kSuffixes[] = {
    "d",   "dd",      "s",    "ti",   "super", "laptop", "mobile", "max",
    "pro", "premium", "lite", "mini", "ultra", "dragon", "龙",     "plus",
};

struct HanNumber {
    std::string_view word;
    std::uint32_t value;
};
constexpr HanNumber kHanNumbers[] = {
    {"单", 1},  {"双", 2},    {"两", 2},      {"四", 4},      {"八", 8},
    {"十", 10}, {"十六", 16}, {"三十二", 32}, {"六十四", 64},
};

}  // namespace

const NameWord* find_name_word(std::string_view word) {
    static const auto sorted = [] {
        std::array<NameWord, std::size(kWords)> words{};
        std::copy(std::begin(kWords), std::end(kWords), words.begin());
        std::sort(words.begin(), words.end(),
                  [](const NameWord& a, const NameWord& b) { return a.word < b.word; });
        return words;
    }();
    const auto at = std::lower_bound(
        sorted.begin(), sorted.end(), word,
        [](const NameWord& known, std::string_view wanted) { return known.word < wanted; });
    return at != sorted.end() && at->word == word ? &*at : nullptr;
}

bool is_suffix_word(std::string_view word) {
    return std::find(std::begin(kSuffixes), std::end(kSuffixes), word) != std::end(kSuffixes);
}

std::uint32_t han_number(std::string_view word) {
    for (const HanNumber& known : kHanNumbers) {
        if (known.word == word) return known.value;
    }
    return 0;
}

}  // namespace cordon::items
