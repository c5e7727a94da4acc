// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What stands beside the model in a name: for item_name.cpp.
#include "items/item_name.h"

namespace cordon::items {

/// Gives the atoms that are details their role, and keeps what they say.
void read_details(ItemName& name);

}  // namespace cordon::items
