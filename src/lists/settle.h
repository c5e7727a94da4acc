// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What follows from what a row printed: the requirement and footnotes from the text, the days
/// from the citation, the first day of each footnote.
#include "lists/listing.h"

namespace cordon::lists {

/// Completes a listing just read. Leaves alone what the row itself stated.
void settle(Listing& listing);

}  // namespace cordon::lists
