// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Every tunable of screening, named and hashed: weights, bridges, penalties, thresholds,
/// calibration.
///
/// Source: catalogue/profiles/{strict,balanced,wide}.toml. The three share one table of weights
/// (catalogue/profiles/weights.toml), because an index is built for one; they differ in thresholds.
/// Invariants: every factor is at most 1000 (penalties only lower a score: the index relies on it);
/// calibration rises without a step down; hash is sha256 of the canonical text of all values.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "names/name.h"

namespace cordon::screening {

using names::kRoleCount;

/// Points a token is worth. Tokens outside the lexicon weigh by their letters.
struct Weights {
    std::uint16_t word = 0;                         ///< each such token …
    std::uint16_t letter = 10;                      ///< … and each letter of it
    std::array<std::uint16_t, kRoleCount> known{};  ///< by role, for tokens in the lexicon
    std::array<std::uint16_t, kRoleCount>
        brandless{};  ///< the same in a name without brand or number
    std::uint16_t token_max = 600;
    [[nodiscard]] std::string hash() const;
};

/// How surely a bridge joins two tokens, in thousandths.
struct Bridges {
    std::uint16_t reading = 960;         ///< Han, Cyrillic … read as the Latin word
    std::uint16_t homophone = 700;       ///< both in Han, read alike, written differently
    std::uint16_t translation = 970;     ///< one meaning, two ways to write a brand or place
    std::uint16_t concept_equal = 1000;  ///< the same for industry, organisation, legal form …
    std::uint16_t sound = 780;
    std::uint16_t initialism = 850;
    std::uint16_t initial = 600;  ///< "j" for "john"
    std::uint16_t glued = 980;    ///< two tokens written as one
    /// How much each thousandth of difference in spelling takes away, in thousandths; may exceed
    /// 1000.
    std::uint16_t spelling_loss = 1000;
};

/// What is left of a score, in thousandths. `alone`: a token of that role has no partner, on one
/// side; `conflict`: on both sides, and never milder than alone. For brands both are graded by the
/// share of brand weight without a partner: taken in full when all of it has none.
struct Penalties {
    std::array<std::uint16_t, kRoleCount> conflict{};
    std::array<std::uint16_t, kRoleCount> alone{};
    std::array<std::uint16_t, kRoleCount> brandless_alone{};  ///< where a side has no brand, number
    std::uint16_t derived = 850;                              ///< a name made of initials
    std::uint16_t disorder = 990;        ///< each matched pair out of order, organisations only
    std::uint16_t brand_disorder = 850;  ///< brands out of order among themselves, the same
};

/// Raw scores run 0 … 10000. Shown scores run 0 … 1000 and are read as a precision in thousandths.
struct CalibrationPoint {
    std::uint16_t raw = 0, shown = 0;
};

struct Profile {
    std::string name;  ///< "balanced"
    Weights weights;
    Bridges bridges;
    Penalties penalties;
    std::vector<CalibrationPoint> calibration;
    std::uint16_t possible = 0;  ///< shown score from which a match is possible
    std::uint16_t probable = 0;  ///< … and probable
    std::string hash;

    [[nodiscard]] std::uint16_t shown(std::uint16_t raw) const;
    /// The smallest raw score shown as at least this; 10001 when none is.
    [[nodiscard]] std::uint16_t raw_at(std::uint16_t shown) const;
};

/// "strict", "balanced", "wide". Fails naming the choices.
Result<Profile> profile(std::string_view name);
/// From TOML texts, checked in full; for tests and own profiles.
Result<Profile> read_profile(std::string_view weights_toml, std::string_view profile_toml,
                             const std::string& path);

}  // namespace cordon::screening
