// SPDX-License-Identifier: Apache-2.0
#include "names/number.h"
namespace cordon::names {
std::optional<NumberRead> number_at(std::span<const Word>) {
    return std::nullopt;
}
std::optional<HanNumber> han_number_at(std::string_view) {
    return std::nullopt;
}
}  // namespace cordon::names
