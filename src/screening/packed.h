// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Whole numbers in as many bits as the largest of them needs, one behind the other, low bits
/// first. A number is read with one load of eight bytes, so eight readable bytes must follow.
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>

namespace cordon::screening {

/// Bits that every number from 0 to `largest` fits in.
constexpr unsigned width_of(std::uint64_t largest) {
    return static_cast<unsigned>(std::bit_width(largest));
}

constexpr std::uint64_t packed_bytes(std::uint64_t count, unsigned width) {
    return (count * width + 7) / 8;
}

/// The number of `width` bits, at most 56, that begins at a bit.
inline std::uint64_t bits_at(const std::uint8_t* bytes, std::uint64_t bit, unsigned width) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes + bit / 8, sizeof word);
    return word >> (bit % 8) & ((std::uint64_t{1} << width) - 1);
}

class BitWriter {
public:
    void put(std::uint64_t value, unsigned width) {
        while (width > 0) {
            if (free_ == 0) {
                bytes_.push_back('\0');
                free_ = 8;
            }
            const unsigned taken = width < free_ ? width : free_;
            const std::uint64_t low = value & ((std::uint64_t{1} << taken) - 1);
            const auto last = static_cast<unsigned char>(bytes_.back());
            bytes_.back() = static_cast<char>(last | low << (8 - free_));
            value >>= taken;
            width -= taken;
            free_ -= taken;
        }
    }
    /// The next number begins with a byte.
    void align() { free_ = 0; }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
    unsigned free_ = 0;  ///< bits of the last byte
};

/// So many numbers of one width where they lie.
class Packed {
public:
    Packed() = default;
    Packed(const std::uint8_t* bytes, unsigned width) : bytes_(bytes), width_(width) {}
    std::uint64_t operator[](std::uint64_t i) const { return bits_at(bytes_, i * width_, width_); }
    void prefetch(std::uint64_t i) const { __builtin_prefetch(bytes_ + i * width_ / 8); }

private:
    const std::uint8_t* bytes_ = nullptr;
    unsigned width_ = 0;
};

}  // namespace cordon::screening
