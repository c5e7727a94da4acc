// SPDX-License-Identifier: Apache-2.0
#include "names/lexicon_index.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace cordon::names {
namespace {

TEST(TextIndex, FindsWhatWasAddedAndNothingElseWhileItGrows) {
    std::mt19937_64 random(11);
    const auto text = [&] {
        std::string out;
        for (auto letters = random() % 7; letters > 0; --letters)
            out.push_back("abü"[random() % 4]);
        return out;
    };
    std::map<std::string, std::uint32_t> numbers;  // which keeps the texts where they are
    TextIndex index(4);
    for (int i = 0; i < 4000; ++i) {
        const auto asked = text();
        const auto known = numbers.find(asked);
        EXPECT_EQ(index.find(asked), known == numbers.end() ? TextIndex::kNone : known->second);
        if (i % 3 != 0) continue;
        const auto [at, is_new] =
            numbers.emplace(text(), static_cast<std::uint32_t>(numbers.size()));
        EXPECT_EQ(index.add(at->first), at->second);
    }
    EXPECT_EQ(index.size(), numbers.size());
}

}  // namespace
}  // namespace cordon::names
