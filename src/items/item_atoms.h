// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A name as a sequence of atoms: for item_name.cpp.
#include <string_view>

#include "items/item_name.h"

namespace cordon::items {

/// Takes the part numbers out of the text and appends the atoms of the rest, all of them Plain.
void read_atoms(std::string_view text, ItemName& out);

}  // namespace cordon::items
