// SPDX-License-Identifier: Apache-2.0
#include "screening/profile.h"

#include <gtest/gtest.h>

#include "base/file.h"

namespace cordon::screening {
namespace {

std::string catalogue(const std::string& file) {
    return MUST(read_file(CORDON_SOURCE_DIR "/catalogue/profiles/" + file));
}

/// The bundled texts with one piece of the weights replaced.
Result<Profile> with(const std::string& piece, const std::string& other) {
    std::string weights = catalogue("weights.toml");
    const auto at = weights.find(piece);
    EXPECT_NE(at, std::string::npos) << piece;
    weights.replace(at, piece.size(), other);
    return read_profile(weights, catalogue("balanced.toml"), "own.toml");
}

std::string refusal(const std::string& piece, const std::string& other) {
    const auto read = with(piece, other);
    EXPECT_FALSE(read) << other;
    return read ? "" : read.error().to_text();
}

TEST(Profiles, ShareWeightsAndDifferInThresholds) {
    const auto strict = MUST(profile("strict"));
    const auto balanced = MUST(profile("balanced"));
    const auto wide = MUST(profile("wide"));
    EXPECT_GT(strict.possible, balanced.possible);
    EXPECT_GT(balanced.possible, wide.possible);
    EXPECT_EQ(strict.weights.hash(), wide.weights.hash());
    EXPECT_NE(strict.hash, wide.hash);
    EXPECT_EQ(balanced.hash.size(), 64U);
    EXPECT_EQ(balanced.hash, MUST(profile("balanced")).hash);
}

TEST(Profiles, AnUnknownOneIsRefusedWithTheChoices) {
    const auto refused = profile("lax");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().to_text().find("strict, balanced and wide"), std::string::npos);
}

TEST(Profiles, EveryValueIsInTheHash) {
    const auto before = MUST(profile("balanced")).hash;
    EXPECT_NE(MUST(with("letter = ", "letter = 1")).hash, before);
    EXPECT_NE(MUST(with("sound = 780", "sound = 781")).hash, before);
    EXPECT_NE(MUST(with("derived = 850", "derived = 851")).hash, before);
    EXPECT_NE(MUST(with("[3000, 20]", "[3000, 21]")).hash, before);
    EXPECT_EQ(MUST(with("letter = 40", "letter = 40  ")).hash,
              MUST(with("# of a word", "# of any word")).hash);
}

TEST(Profiles, RefuseWhatTheyCannotUseNamingThePlace) {
    EXPECT_NE(refusal("sound = 780", "sound = 1001").find("weights.toml:"), std::string::npos);
    EXPECT_NE(refusal("sound = 780", "sound = 1001").find("bridges.sound"), std::string::npos);
    EXPECT_NE(refusal("sound = 780", "sound = -1").find("from 0 to 1000"), std::string::npos);
    EXPECT_NE(refusal("sound = 780", "sound = \"much\"").find("bridges.sound"), std::string::npos);
    EXPECT_NE(refusal("sound = 780", "").find("missing"), std::string::npos);
    EXPECT_NE(refusal("sound = 780", "sound = 780\nnoise = 5").find("bridges.noise"),
              std::string::npos);
    EXPECT_NE(refusal("number = 200", "number = 2000").find("weights.known.number"),
              std::string::npos);
    EXPECT_NE(refusal("letter = 40", "letter = 0").find("from 1 to"), std::string::npos);
    EXPECT_NE(refusal("letter = 40", "letter = 4.5").find("weights.toml:"), std::string::npos);
    EXPECT_NE(refusal("letter = 40", "letter = = 40").find("weights.toml:"), std::string::npos);
}

TEST(Profiles, RefuseACalibrationThatStepsDownOrLeavesScoresOut) {
    EXPECT_NE(refusal("[5000, 100]", "[5000, 10]").find("steps down"), std::string::npos);
    EXPECT_NE(refusal("[5000, 100]", "[3000, 100]").find("steps down"), std::string::npos);
    EXPECT_NE(refusal("[0, 0], ", "").find("leaves scores out"), std::string::npos);
    EXPECT_NE(refusal("[5000, 100]", "[5000]").find("no point"), std::string::npos);
}

TEST(Profiles, RefuseAProbableBelowPossible) {
    const auto refused = read_profile(
        catalogue("weights.toml"), "name = \"own\"\npossible = 700\nprobable = 600\n", "own.toml");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().to_text().find("own.toml:3"), std::string::npos);
}

TEST(Calibration, RisesAndHasAnInverse) {
    for (const std::string name : {"strict", "balanced", "wide"}) {
        const auto profile = MUST(screening::profile(name));
        for (std::uint16_t raw = 1; raw <= 10000; ++raw) {
            ASSERT_LE(profile.shown(static_cast<std::uint16_t>(raw - 1)), profile.shown(raw));
        }
        for (std::uint16_t shown = 1; shown <= 1000; ++shown) {
            const auto raw = profile.raw_at(shown);
            if (raw > 10000) {
                EXPECT_LT(profile.shown(10000), shown);
                continue;
            }
            ASSERT_GE(profile.shown(raw), shown);
            ASSERT_LT(profile.shown(static_cast<std::uint16_t>(raw - 1)), shown);
        }
    }
}

}  // namespace
}  // namespace cordon::screening
