// SPDX-License-Identifier: Apache-2.0
#include "base/id.h"

#include <fmt/format.h>

#include <algorithm>

namespace cordon {

bool is_id_text(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '-' || c == '_';
    });
}

Error not_an_id(std::string_view text) {
    return {.message = text.empty() ? "the id is empty" : fmt::format("\"{}\" is not an id", text),
            .expected = "letters, digits, '.', '-' and '_', e.g. us.ear.3A090.a",
            .remedy = "",
            .position = {},
            .related = {}};
}

}  // namespace cordon
