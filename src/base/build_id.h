// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which build of the program is running, so that what another build kept is not taken for its own.
#include <string>

namespace cordon {

/// The linker's hash over the program, as hexadecimal digits; "" where it was linked without one
/// (ld --build-id).
std::string build_id();

}  // namespace cordon
