// SPDX-License-Identifier: Apache-2.0
#include "screening/profile.h"

#include <gtest/gtest.h>

#include "base/file.h"

namespace cordon::screening {
namespace {

std::string catalogue(const std::string& file) {
    return MUST(read_file(CORDON_SOURCE_DIR "/catalogue/profiles/" + file));
}

/// The bundled weights with the value of a key replaced; "" takes the line away.
std::string replaced(const std::string& key, const std::string& value) {
    std::string weights = catalogue("weights.toml");
    const auto at = weights.find("\n" + key + " = ") + 1;
    EXPECT_NE(at, 0U) << key;
    const std::string end = key == "calibration" ? "\n]\n" : "\n";
    const auto line_end = weights.find(end, at) + end.size();
    const std::string line = value.empty() ? "" : key + " = " + value + "\n";
    return weights.replace(at, line_end - at, line);
}

Result<Profile> with(const std::string& key, const std::string& value) {
    return read_profile(replaced(key, value), catalogue("balanced.toml"), "own.toml");
}

std::string refusal(const std::string& key, const std::string& value) {
    const auto read = with(key, value);
    EXPECT_FALSE(read) << value;
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
    for (const std::string key :
         {"word",          "letter",    "token_max",  "brand",         "place",   "industry",
          "organisation",  "qualifier", "legal_form", "number",        "reading", "homophone",
          "translation",   "concept",   "sound",      "initialism",    "initial", "glued",
          "spelling_loss", "derived",   "disorder",   "brand_disorder"}) {
        EXPECT_NE(MUST(with(key, "123")).hash, before) << key;
    }
    EXPECT_NE(MUST(with("calibration", "[[0, 0], [10000, 999]]")).hash, before);
    EXPECT_EQ(MUST(read_profile(catalogue("weights.toml") + "# more\n", catalogue("balanced.toml"),
                                "own.toml"))
                  .hash,
              before);
}

TEST(Profiles, RefuseWhatTheyCannotUseNamingThePlace) {
    EXPECT_NE(refusal("sound", "1001").find("weights.toml:"), std::string::npos);
    EXPECT_NE(refusal("sound", "1001").find("bridges.sound"), std::string::npos);
    EXPECT_NE(refusal("sound", "-1").find("from 0 to 1000"), std::string::npos);
    EXPECT_NE(refusal("sound", "\"much\"").find("bridges.sound"), std::string::npos);
    EXPECT_NE(refusal("sound", "").find("missing"), std::string::npos);
    EXPECT_NE(refusal("sound", "780\nnoise = 5").find("bridges.noise"), std::string::npos);
    EXPECT_NE(refusal("place", "2000").find("weights.known.place"), std::string::npos);
    EXPECT_NE(refusal("letter", "0").find("from 1 to"), std::string::npos);
    EXPECT_NE(refusal("letter", "4.5").find("weights.toml:"), std::string::npos);
    EXPECT_NE(refusal("letter", "= 40").find("weights.toml:"), std::string::npos);
}

TEST(Profiles, RefuseACalibrationThatStepsDownOrLeavesScoresOut) {
    const std::string key = "calibration";
    EXPECT_NE(refusal(key, "[[0, 0], [5000, 20], [6000, 10]]").find("steps down"),
              std::string::npos);
    EXPECT_NE(refusal(key, "[[0, 0], [0, 5]]").find("steps down"), std::string::npos);
    EXPECT_NE(refusal(key, "[[1, 0], [10000, 5]]").find("leaves scores out"), std::string::npos);
    EXPECT_NE(refusal(key, "[[0, 0], [9999, 5]]").find("leaves scores out"), std::string::npos);
    EXPECT_NE(refusal(key, "[[0, 0], [10000]]").find("no point"), std::string::npos);
    EXPECT_NE(refusal(key, "[]").find("leaves scores out"), std::string::npos);
}

TEST(Profiles, RefuseAProbableBelowPossible) {
    const auto refused = read_profile(
        catalogue("weights.toml"), "name = \"own\"\npossible = 700\nprobable = 600\n", "own.toml");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().to_text().find("own.toml:3"), std::string::npos);
}

TEST(Profiles, RefuseAConflictMilderThanATokenAlone) {
    std::string weights = catalogue("weights.toml");
    const auto at = weights.find("[penalties.conflict]");
    const auto line = weights.find("place = ", at);
    weights.replace(line, weights.find('\n', line) - line, "place = 1000");
    const auto refused = read_profile(weights, catalogue("balanced.toml"), "own.toml");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().to_text().find("penalties.conflict.place"), std::string::npos);
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
