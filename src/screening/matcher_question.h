// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The question that would settle a match, in an officer's words. For this folder only.
#include <string>

#include "screening/matcher.h"

namespace cordon::screening {

/// "Suma Techology Co., Ltd. (Entity List, 84 FR 29373), Kunshan".
std::string described(const lists::Listing& listing, const std::string& name);

/// What to ask for a match whose supports and strength are known; "" for a confirmed one.
std::string question_of(const Match& match, const PartyQuery& party, const lists::Listing& listing);

}  // namespace cordon::screening
