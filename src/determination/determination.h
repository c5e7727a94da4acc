// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What Cordon says about one transaction. See docs/adr/0003-outcome.md for how the outcome follows.
///
/// Invariants
///  1. The outcome is the most restrictive of what the findings support; the order of Outcome.
///  2. Every finding names a provision, its version and the subject it was asked of.
///  3. The same inputs give the same bytes (to_json), through every door.
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "law/evaluation.h"
#include "trade/transaction.h"

namespace cordon::determination {

/// Least to most restrictive.
enum class Outcome : std::uint8_t {
    NoLicenceRequired, ExceptionAvailable, CannotTell, Hold, LicenceRequired, Prohibited
};
std::string_view to_text(Outcome);  ///< "no_licence_required" …

/// The three clocks and the reading.
struct Clocks {
    std::optional<Date> law;    ///< default: the day of the activity
    std::optional<Date> lists;  ///< default: the day of the activity
    std::optional<Date> known;  ///< default: everything stated is known
    law::Reading reading = law::Reading::AsEnforced;
};

struct Finding {
    law::Edition::Entry entry;
    law::SubjectRef subject;
    Truth truth = Truth::Unknown;
    bool unconfirmed = false;  ///< the provision's status is unconfirmed on this day
    std::vector<std::uint16_t> cured_by;  ///< indexes into Determination::findings (exceptions)
};

/// One decided transaction, without words: what the fast path makes.
struct Decision {
    Outcome outcome = Outcome::CannotTell;          ///< conservative
    Outcome outcome_if_not_confirmed = Outcome::CannotTell;  ///< unconfirmed provisions left out
    law::Policy policy = law::Policy::None;         ///< most restrictive that applies
    std::vector<Finding> findings;                  ///< that apply or cannot be told, by provision
};

}  // namespace cordon::determination
