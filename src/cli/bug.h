// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The end of the program when it is wrong itself.

namespace cordon::cli {

/// From now on a failed CHECK, or an exception nobody caught, ends with kOurBug and a word to the
/// person instead of a signal.
void own_up_to_bugs();

}  // namespace cordon::cli
