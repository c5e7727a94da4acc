// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Exit codes, stable and documented in the man pages.
#include "determination/determination.h"

namespace cordon::cli {

constexpr int kClear = 0;       ///< every transaction may go: no licence required, or an exception
constexpr int kReview = 1;      ///< some need a licence, a hold is open, or a fact is missing
constexpr int kProhibited = 2;  ///< some are prohibited
constexpr int kUsage = 64;      ///< the command line is wrong
constexpr int kBadInput = 65;   ///< some input was refused; the rest was decided
constexpr int kOurBug = 70;     ///< Cordon is wrong; please report
constexpr int kCannotWrite = 74;  ///< the output could not be written, for example a full disk

constexpr int exit_code(determination::Outcome outcome) {
    using determination::Outcome;
    switch (outcome) {
        case Outcome::NoLicenceRequired:
        case Outcome::ExceptionAvailable:
            return kClear;
        case Outcome::CannotTell:
        case Outcome::Hold:
        case Outcome::LicenceRequired:
            return kReview;
        case Outcome::Prohibited:
            return kProhibited;
    }
    return kOurBug;
}

}  // namespace cordon::cli
