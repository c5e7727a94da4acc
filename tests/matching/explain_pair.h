// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Why a pair scores what it scores: tokens with roles and forms, what aligned, what was taken off.
#include <string>

#include "pairs.h"
#include "screening/profile.h"

namespace cordon::matching {

std::string explain_pair(const Pair& pair, const screening::Profile& profile, bool kind_known);

}  // namespace cordon::matching
