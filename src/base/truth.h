// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Strong Kleene logic. Unknown is not no: nothing here converts to bool.
#include <cstdint>
#include <string_view>

namespace cordon {

/// The order (No < Unknown < Yes) makes conjunction the minimum and disjunction the maximum.
enum class Truth : std::uint8_t { No = 0, Unknown = 1, Yes = 2 };

constexpr Truth truth_of(bool known) {
    return known ? Truth::Yes : Truth::No;
}
constexpr Truth both(Truth a, Truth b) {
    return a < b ? a : b;
}
constexpr Truth either(Truth a, Truth b) {
    return a > b ? a : b;
}
constexpr Truth opposite(Truth a) {
    return static_cast<Truth>(2 - static_cast<std::uint8_t>(a));
}
/// The same answer from two readings of one fact, or Unknown where they differ.
constexpr Truth agreement(Truth a, Truth b) {
    return a == b ? a : Truth::Unknown;
}
/// True when `later` may follow `earlier` once more is known: definite answers never change.
constexpr bool refines(Truth earlier, Truth later) {
    return earlier == Truth::Unknown || earlier == later;
}

/// "no", "unknown", "yes".
std::string_view to_text(Truth value);

}  // namespace cordon
