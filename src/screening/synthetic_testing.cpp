// SPDX-License-Identifier: Apache-2.0
#include "screening/synthetic_testing.h"

#include <array>
#include <string_view>

namespace cordon::screening {

namespace {

constexpr std::array<std::string_view, 64> kSyllables = {
    "ba",   "bei",   "chen", "da",   "dong", "fa",   "feng",  "gao",  "guang", "hai",  "han",
    "hong", "hua",   "jia",  "jin",  "kai",  "lan",  "li",    "ling", "long",  "mei",  "ming",
    "nan",  "ning",  "ou",   "ping", "qing", "rui",  "sheng", "shi",  "tai",   "tian", "tong",
    "wan",  "wei",   "wen",  "xin",  "xing", "yang", "yi",    "yong", "yu",    "yuan", "ze",
    "zhen", "zhong", "al",   "an",   "ar",   "bor",  "dim",   "el",   "gor",   "iv",   "kar",
    "lov",  "mar",   "nik",  "or",   "ros",  "ser",  "tor",   "vik",  "zar"};
constexpr std::array<std::string_view, 16> kPlaces = {
    "Shenzhen", "Beijing",        "Shanghai", "Hong Kong", "Guangzhou", "Moscow",
    "Tehran",   "Dubai",          "Istanbul", "Singapore", "Karachi",   "Nanjing",
    "Chengdu",  "St. Petersburg", "Wuhan",    "Xi'an"};
constexpr std::array<std::string_view, 24> kTrades = {
    "Technology", "Electronics",   "Trading",     "Information",     "Communications",
    "Industry",   "Import Export", "Logistics",   "Semiconductor",   "Energy",
    "Machinery",  "Science",       "Shipping",    "Optoelectronics", "Aviation",
    "Software",   "Intelligent",   "Equipment",   "Materials",       "Engineering",
    "Chemical",   "Instruments",   "Development", "Investment"};
constexpr std::array<std::string_view, 12> kForms = {
    "Co., Ltd.",   "Limited", "LLC", "Ltd.", "JSC",       "GmbH",
    "Corporation", "Inc.",    "OOO", "FZE",  "Pte. Ltd.", "Company Limited"};

/// A word of rank r with a probability of about 1 / (r + 15): the most frequent stands in one name
/// of a hundred, and the vocabulary grows with the number of names drawn, as in published lists
/// (57,000 names of the Consolidated Screening List have 41,000 words, 24,000 of them once).
std::string brand(std::mt19937_64& random) {
    constexpr std::uint64_t kOffset = 15;
    constexpr unsigned kDoublings = 18;  // up to about four million words
    // Each doubling of the rank is as likely as the next, and within one all ranks are alike.
    const std::uint64_t low = (kOffset + 1) << (random() % kDoublings);
    const std::uint64_t rank = low + random() % low - kOffset;
    std::mt19937_64 spelled(rank * 2654435761U);
    std::string word;
    const auto syllables = 2 + (rank > 300 ? spelled() % 2U : 0U) + (rank > 30'000 ? 1U : 0U);
    for (std::uint64_t i = 0; i < syllables; ++i) word += kSyllables[spelled() % kSyllables.size()];
    if (rank > 2000) word.push_back("aeioukmnrst"[spelled() % 11U]);
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

template <class Table>
std::string_view any(const Table& table, std::mt19937_64& random) {
    return table[random() % table.size()];
}

}  // namespace

std::string synthetic_name(std::mt19937_64& random) {
    const auto kind = random() % 10U;
    std::string name = brand(random);
    if (kind < 4) {  // a person
        name += " " + brand(random);
        if (random() % 2U == 0) name += " " + brand(random);
        return name;
    }
    if (kind < 7) name = std::string(any(kPlaces, random)) + " " + name;
    if (random() % 4U == 0) name += " " + brand(random);
    name += " " + std::string(any(kTrades, random));
    if (random() % 2U == 0) name += " " + std::string(any(kTrades, random));
    if (random() % 8U == 0) name = "No. " + std::to_string(random() % 90U) + " " + name;
    return name + " " + std::string(any(kForms, random));
}

}  // namespace cordon::screening
