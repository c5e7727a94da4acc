// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The one place that reads the system clock: everything below the command line is told the day.
#include "base/date.h"

namespace cordon::cli {

/// The day in UTC, so that two desks asking at once get one answer.
Date today();

}  // namespace cordon::cli
