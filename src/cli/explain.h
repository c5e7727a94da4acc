// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A determination document as a page for the file. It reads only the JSON, so a stored
/// determination prints the same for ever.
#include <cstdint>
#include <string>

#include "base/json.h"
#include "cli/terminal.h"

namespace cordon::cli {

std::string explained(const Json& determination, std::uint32_t width);

/// "LICENCE REQUIRED" for "licence_required".
std::string verdict_words(std::string_view outcome);
Colour verdict_colour(std::string_view outcome);

}  // namespace cordon::cli
