// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One party, once a list: the starter list steps back where an imported copy has the party too.
///
/// A starter row is dropped when an imported file has a listing of the same list with the same
/// name_key and no contradicting country. What only the starter knows goes over to that listing:
/// Chinese names and other aliases, the day the rule took effect, the days footnotes began, a
/// review policy or address the copy lacks. A starter row that has ended, or has no counterpart,
/// stays: history is why it is there.
#include <string_view>
#include <vector>

#include "lists/listing.h"

namespace cordon::lists {

constexpr std::string_view kStarterId = "starter";

std::vector<ListFile> with_starter_merged(std::vector<ListFile> files);

}  // namespace cordon::lists
