// SPDX-License-Identifier: Apache-2.0
// The one place that knows simdjson: its validator reads several gigabytes a second, and every
// byte from outside goes through it. The slow twin, utf8_valid_prefix, says where it went wrong.
#include <simdjson.h>

#include "base/text.h"

namespace cordon {

bool is_valid_utf8(std::string_view bytes) {
    return simdjson::validate_utf8(bytes.data(), bytes.size());
}

}  // namespace cordon
