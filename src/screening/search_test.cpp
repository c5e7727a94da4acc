// SPDX-License-Identifier: Apache-2.0
// The index against the slow twin: same hits, same scores, same order, whatever is asked.
#include "screening/search.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstring>
#include <random>

#include "screening/index_layout.h"
#include "screening/mangle_testing.h"
#include "screening/score.h"
#include "screening/synthetic_testing.h"

namespace cordon::screening {
namespace {

const std::vector<std::string>& listed_names() {
    static const std::vector<std::string> names = {
        "Sugon Information Industry Co., Ltd.",
        "Dawning Information Industry",
        "Nettrix Information Industry Co., Ltd.",
        "Huawei Technologies Co., Ltd.",
        "Huawei Investment & Holding",
        "Hua Wei Device (Shenzhen) Co., Ltd.",
        "Nanjing University of Aeronautics and Astronautics",
        "Nanjing University",
        "Harbin Institute of Technology",
        "China Electronics Technology Group Corporation 54th Research Institute",
        "13th Research Institute of CETC",
        "Guangzhou Haige Communications Group",
        "CNOOC Energy Technology & Services Limited",
        "Lukoil Oil Company",
        "11420 CORP",
        "华为技术有限公司",
        "曙光信息产业股份有限公司",
        "中国电子科技集团公司第五十四研究所",
        "ООО «Газпром нефть»",
        "Mohammad Ali Hosseini",
        "Muhammed Aly",
        "J. Smith",
        "John Smith",
        "Kim Jong Chol",
        "محمد علی",
        "Suma Techology Co., Ltd.",
        "Zhongke Controllable Information Industry",
        "A",
        "Institute of Microelectronics, Chinese Academy of Sciences",
        "4Paradigm Technology Co., Ltd.",
        "Neo Tec Gorbatov Trading LLC",  // a span that begins with a known word
        "Gorbatov Neotec Trading LLC",
    };
    return names;
}

class Twins {
public:
    explicit Twins(const std::vector<std::string>& names) : profile_(MUST(profile("balanced"))) {
        Index::Builder builder(profile_.weights);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const ListedName listed{static_cast<std::uint32_t>(i / 2),
                                    static_cast<std::uint16_t>(i % 2)};
            auto set = names::analysed(names[i], names::NameKind::Unknown);
            builder.add(listed, set);
            twin_.add(listed, std::move(set));
        }
        index_.emplace(MUST(Index::from_bytes(builder.finish(), profile_.weights)));
        searcher_.emplace(*index_, profile_);
    }
    void expect_equal(const std::string& query, std::uint16_t threshold) {
        const auto set = names::analysed(query, names::NameKind::Unknown);
        const auto slow = twin_.search(set, threshold, profile_);
        const auto fast = searcher_->search(set, threshold);
        ASSERT_EQ(slow.size(), fast.size()) << query << " at " << threshold;
        for (std::size_t i = 0; i < slow.size(); ++i) {
            ASSERT_EQ(slow[i].listed.listing, fast[i].listed.listing) << query;
            ASSERT_EQ(slow[i].listed.name, fast[i].listed.name) << query;
            ASSERT_EQ(slow[i].raw, fast[i].raw) << query;
        }
    }
    /// What the last search by index did.
    [[nodiscard]] const SearchCounts& counts() const { return searcher_->counts(); }

private:
    Profile profile_;
    Exhaustive twin_;
    std::optional<Index> index_;
    std::optional<Searcher> searcher_;
};

constexpr std::uint16_t kThresholds[] = {1, 300, 1500, 3000, 5000, 6500, 8000, 9500, 10000};

TEST(Search, EqualsTheTwinForEveryListedNameAtEveryThreshold) {
    Twins twins(listed_names());
    for (const auto& name : listed_names()) {
        for (const auto threshold : kThresholds) twins.expect_equal(name, threshold);
    }
}

TEST(Search, EqualsTheTwinForMangledNames) {
    Twins twins(listed_names());
    std::mt19937_64 random(20220930);
    const auto& names = listed_names();
    for (int i = 0; i < 6000; ++i) {
        auto query = names[random() % names.size()];
        for (auto times = random() % 4; times > 0; --times) {
            query = mangled(query, names[random() % names.size()], random);
        }
        twins.expect_equal(query, kThresholds[random() % std::size(kThresholds)]);
        if (HasFatalFailure()) return;
    }
}

// Names of many weights that share words, so that most are left out by weight, bits or units.
TEST(Search, EqualsTheTwinAmongManyNamesAlike) {
    std::mt19937_64 random(20221007);
    std::vector<std::string> names(600);
    for (auto& name : names) {
        do name = synthetic_name(random);
        while (name.size() > 45);
    }
    Twins twins(names);
    for (int i = 0; i < 200; ++i) {
        auto query = names[random() % names.size()];
        if (i % 2 == 0) query = mangled(query, names[random() % names.size()], random);
        twins.expect_equal(query, kThresholds[random() % std::size(kThresholds)]);
        if (HasFatalFailure()) return;
    }
}

// Initials can be of any name by their letters, but not by its weight.
TEST(Search, OfInitialsScoresNoNameTooHeavyForThem) {
    std::vector<std::string> names = {"J. M. A."};
    for (int i = 0; i < 200; ++i)
        names.push_back("Joint Manufacturing Alpha Nr " + std::to_string(i));
    Twins twins(names);
    twins.expect_equal("J M A", 7000);
    EXPECT_LE(twins.counts().scored, 1U);
}

TEST(Search, EqualsTheTwinForNamesThatAreNotNames) {
    Twins twins(listed_names());
    for (const auto* query :
         {"", " ", "a", "j", ".", "co ltd", "of the", "第", "12345678901234567890",
          "\xF0\x9F\x98\x80", "a b c d e f g h i j k l m n o p q r s t u v w x y z"}) {
        for (const auto threshold : kThresholds) twins.expect_equal(query, threshold);
    }
    twins.expect_equal(std::string(5000, 'x'), 3000);
    std::string many;
    for (int i = 0; i < 300; ++i) many += "word" + std::to_string(i) + " ";
    twins.expect_equal(many, 3000);
}

TEST(Index, IsRefusedWhenItsHeaderLeadsElsewhereThoughTheChecksumHolds) {
    const auto balanced = MUST(profile("balanced"));
    Index::Builder builder(balanced.weights);
    std::uint32_t listing = 0;
    for (const auto& name : listed_names()) {
        builder.add({listing++, 0}, names::analysed(name, names::NameKind::Unknown));
    }
    const auto bytes = builder.finish();
    // The last bytes of a place that are free are padding behind the section of postings.
    const auto free = offsetof(format::Header, places) + format::kPostings * sizeof(format::Place) +
                      offsetof(format::Place, count);
    for (std::size_t bit = 0; bit < 8 * sizeof(format::Header); ++bit) {
        auto sealed = bytes;
        sealed[bit / 8] = static_cast<char>(sealed[bit / 8] ^ (1 << bit % 8));
        const auto checksum = checksum_of(sealed);
        std::memcpy(sealed.data() + offsetof(format::Header, checksum), &checksum, sizeof checksum);
        if (sealed == bytes || bit / 8 == free) continue;
        EXPECT_FALSE(Index::from_bytes(std::move(sealed), balanced.weights)) << bit;
    }
}

TEST(Index, IsRefusedWhenDamagedCutOrBuiltForOtherWeights) {
    const auto balanced = MUST(profile("balanced"));
    Index::Builder builder(balanced.weights);
    builder.add({0, 0}, names::analysed("Sugon", names::NameKind::Unknown));
    const auto bytes = builder.finish();
    EXPECT_TRUE(Index::from_bytes(bytes, balanced.weights));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        EXPECT_FALSE(Index::from_bytes(damaged, balanced.weights)) << at;
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{8}, bytes.size() - 1}) {
        EXPECT_FALSE(Index::from_bytes(bytes.substr(0, size), balanced.weights)) << size;
    }
    auto other = balanced.weights;
    other.letter = 11;
    const auto refused = Index::from_bytes(bytes, other);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("other weights"), std::string::npos);
}

TEST(Index, IsTheSameBytesForTheSameNames) {
    const auto balanced = MUST(profile("balanced"));
    const auto build = [&] {
        Index::Builder builder(balanced.weights);
        for (const auto& name : listed_names()) {
            builder.add({7, 1}, names::analysed(name, names::NameKind::Unknown));
        }
        return builder.finish();
    };
    EXPECT_EQ(build(), build());
}

TEST(Index, OfNothingFindsNothing) {
    const auto balanced = MUST(profile("balanced"));
    const auto index =
        MUST(Index::from_bytes(Index::Builder(balanced.weights).finish(), balanced.weights));
    EXPECT_EQ(index.size(), 0U);
    EXPECT_TRUE(Searcher(index, balanced)
                    .search(names::analysed("Sugon", names::NameKind::Unknown), 1)
                    .empty());
}

}  // namespace
}  // namespace cordon::screening
