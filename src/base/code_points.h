// SPDX-License-Identifier: Apache-2.0
#pragma once
/// UTF-8 read and written one character at a time.
#include <cstddef>
#include <string>
#include <string_view>

namespace cordon {

/// Stands for a byte that is no part of valid UTF-8.
constexpr char32_t kFault = 0x110000;

/// The character at `at`, which moves behind it; kFault, one byte on, where the text is no UTF-8.
/// REQUIRES at < utf8.size().
inline char32_t next_code_point(std::string_view utf8, std::size_t& at) {
    const auto byte = [&](std::size_t i) -> char32_t {
        return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0;
    };
    const char32_t lead = byte(at++);
    if (lead < 0x80) return lead;
    const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4) return kFault;
    char32_t value = lead & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i) {
        const char32_t next = byte(at + i);
        if ((next & 0xC0U) != 0x80) return kFault;
        value = value << 6U | (next & 0x3FU);
    }
    constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < kLeast[more] || value > 0x10FFFF || surrogate) return kFault;
    at += more;
    return value;
}

/// REQUIRES a Unicode scalar value.
inline void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | c >> 6U);
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | c >> 12U);
        put(0x80U | (c >> 6U & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | c >> 18U);
        put(0x80U | (c >> 12U & 0x3FU));
        put(0x80U | (c >> 6U & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

inline std::u32string code_points(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) out.push_back(next_code_point(utf8, at));
    return out;
}

}  // namespace cordon
