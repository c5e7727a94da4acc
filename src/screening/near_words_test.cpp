// SPDX-License-Identifier: Apache-2.0
#include "screening/near_words.h"

#include <gtest/gtest.h>

#include <random>

#include "names/spelling.h"
#include "screening/mangle_testing.h"
#include "screening/search.h"
#include "screening/synthetic_testing.h"

namespace cordon::screening {
namespace {

/// The slow twin: every listed word measured.
std::vector<NearWords::NearWord> measured(const Index::Layout& index, std::string_view word,
                                          TermClass which) {
    std::vector<NearWords::NearWord> out;
    for (TermId term = 0; term < index.terms(); ++term) {
        if (!index.in_class(term, which)) continue;
        const auto similarity = names::spelling_similarity(word, index.text_of(term));
        if (similarity > 0) out.push_back({term, static_cast<std::uint16_t>(similarity)});
    }
    return out;
}

TEST(NearWords, AreThoseOfAllListedWordsHoweverOftenOneIsAskedFor) {
    const auto weights = MUST(profile("balanced")).weights;
    std::mt19937_64 random(7);
    Index::Builder builder(weights);
    for (std::uint32_t i = 0; i < 400; ++i) {
        builder.add({i, 0},
                    names::analysed(i % 40 == 0 ? "华为技术 中科曙光" : synthetic_name(random),
                                    names::NameKind::Unknown));
    }
    const Index index = MUST(Index::from_bytes(builder.finish(), weights));
    const auto& layout = index.layout();
    // Few enough to come again and more than there are places, so that they drive each other out.
    std::vector<std::string> words = {"a", "ag", "co", "limited", "华为", "技术", "中科曙光"};
    for (TermId term = 0; term < layout.terms(); ++term) {
        words.emplace_back(layout.text_of(term));
        words.push_back(mangled(words.back(), words[random() % words.size()], random));
    }
    NearWords near(layout);
    std::size_t met = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto frequent = i % 2 == 0 ? std::size_t{30} : words.size();
        const auto& word = words[random() % frequent];
        for (const auto which : {TermClass::Latin, TermClass::Han}) {
            const auto expected = measured(layout, word, which);
            ASSERT_EQ(near.of(word, which), expected) << word;
            met += expected.size();
        }
    }
    EXPECT_GT(met, 10'000U);
}

}  // namespace
}  // namespace cordon::screening
