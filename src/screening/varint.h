// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Whole numbers in as few bytes as they need: seven bits a byte, low ones first.
#include <cstdint>
#include <string>

namespace cordon::screening {

inline void put_varint(std::string& out, std::uint32_t value) {
    while (value >= 0x80) {
        out.push_back(static_cast<char>(value | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<char>(value));
}

inline std::uint32_t get_varint(const std::uint8_t*& at) {
    std::uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const std::uint8_t byte = *at++;
        value |= std::uint32_t{byte & 0x7FU} << shift;
        if (byte < 0x80) return value;
    }
}

}  // namespace cordon::screening
