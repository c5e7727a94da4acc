// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What Cordon decides about one transaction. docs/adr/0003-outcome.md says how the outcome
/// follows.
///
/// Invariants
///  1. The outcome is the most restrictive one that the findings support, in the order of Outcome.
///  2. Every finding names a provision, its version and the subject it was asked of.
///  3. The same inputs give the same bytes, through every door.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "law/evaluation.h"

namespace cordon::determination {

/// Least to most restrictive.
enum class Outcome : std::uint8_t {
    NoLicenceRequired,   ///< every gate is clear
    ExceptionAvailable,  ///< required, and a licence exception or a held licence covers all of it
    CannotTell,          ///< a fact that decides is missing
    Hold,                ///< the law is clear, but a flag or a named question is open
    LicenceRequired,
    Prohibited
};
std::string_view to_text(Outcome outcome);  ///< "no_licence_required" …

/// The three clocks, the reading, and how much of the reviewers' file there was.
struct Clocks {
    std::optional<Date> law;    ///< default: the day of the activity
    std::optional<Date> lists;  ///< default: the day the law is read on
    std::optional<Date> known;  ///< default: everything stated is known
    law::Reading reading = law::Reading::AsEnforced;
    /// How many of the reviewers' decisions count, from the first on; default: all.
    std::optional<std::size_t> reviews;
};

/// What an open finding does while it is open.
enum class Open : std::uint8_t { Not, Question, Facts };

struct Finding {
    law::Edition::Entry entry;
    law::SubjectRef subject;
    Truth truth = Truth::Unknown;
    Open open = Open::Not;  ///< of Unknown: only knowledge questions are open, or facts are missing
    bool cured = false;  ///< a requirement an exception or a held licence covers; a flag resolved
};

/// A decided transaction without words: what the fast path makes.
struct Decision {
    Outcome outcome = Outcome::CannotTell;
    Outcome outcome_if_unconfirmed_fall = Outcome::CannotTell;  ///< without unconfirmed provisions
    std::vector<Finding> findings;  ///< all that apply or cannot be told, in the order asked
};

}  // namespace cordon::determination
