// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Files that are kept to save time and can be made anew: which of them nobody needs any more. For
/// this folder only.
#include <string>

namespace cordon::screening {

/// After `written` was written: removes those files of its folder whose names begin with the same
/// `beginning` and end alike, when nobody has read or written them for 30 days before that. Whoever
/// still has one open keeps what he reads. What cannot be removed stays.
void remove_forgotten(const std::string& written, const std::string& beginning);

}  // namespace cordon::screening
