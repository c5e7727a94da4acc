// SPDX-License-Identifier: Apache-2.0
#include "names/identifier.h"
namespace cordon::names {
Identifier identifier(std::string_view, std::string_view value, std::string_view country) {
    return {IdentifierKind::Other, std::string(value), std::string(country), Truth::Unknown};
}
Truth same_party(const Identifier&, const Identifier&) {
    return Truth::Unknown;
}
}  // namespace cordon::names
