// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The slow twin of Snapshot::look_up: every name of every listing, one after the other.
#include "lists/snapshot.h"

namespace cordon::lists::reference {

std::vector<Hit> look_up(const Snapshot& snapshot, std::string_view name);

}  // namespace cordon::lists::reference
