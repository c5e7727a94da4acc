// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A mapping file as a tree that knows where everything stood.
#include <string>
#include <string_view>

#include "base/json.h"

namespace cordon::lists {

/// Texts, true or false, whole numbers, lists and tables. Fails on what is not TOML, on dates and
/// on numbers with a fraction: a mapping has no use for them.
Result<Json> json_of_toml(std::string_view text, const std::string& path);

}  // namespace cordon::lists
