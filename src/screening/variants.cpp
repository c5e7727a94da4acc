// SPDX-License-Identifier: Apache-2.0
#include "screening/variants.h"

#include <algorithm>
#include <tuple>

#include "names/code_points.h"

namespace cordon::screening {

namespace {

constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15U;
constexpr std::size_t kShortest = 4;  ///< no edit is allowed in words under this
constexpr std::size_t kTwoEdits = 8;  ///< two are, from this on

enum Part : std::uint64_t { kWhole = 1, kFront = 2, kBack = 3 };

std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 31U;
    value *= 0xBF58476D1CE4E5B9U;
    value ^= value >> 29U;
    value *= 0x94D049BB133111EBU;
    return value ^ (value >> 32U);
}

}  // namespace

VariantSource::VariantSource(std::string_view utf8) : letters_(names::code_points(utf8)) {
    sums_.assign(1, 0);
    powers_.assign(1, 1);
    for (const char32_t letter : letters_) {
        sums_.push_back(sums_.back() * kBase + letter + 1);
        powers_.push_back(powers_.back() * kBase);
    }
}

std::uint64_t VariantSource::hash_of(std::size_t first, std::size_t count) const {
    return sums_[first + count] - sums_[first] * powers_[count];
}

void VariantSource::itself(const Family& family, std::size_t first, std::size_t count,
                           std::vector<std::uint64_t>& keys) const {
    keys.push_back(mixed(hash_of(first, count) + family.part * 0xD1342543DE82EF95U +
                         family.length * 0xA24BAED4963EE407U + count));
}

void VariantSource::less_one(const Family& family, std::size_t first, std::size_t count,
                             std::vector<std::uint64_t>& keys) const {
    for (std::size_t out = 0; out < count; ++out) {
        // Of a run of equal letters one stands for all.
        if (out > 0 && letters_[first + out] == letters_[first + out - 1]) continue;
        const std::size_t rest = count - out - 1;
        const auto hash = hash_of(first, out) * powers_[rest] + hash_of(first + out + 1, rest);
        keys.push_back(mixed(hash + family.part * 0xD1342543DE82EF95U +
                             family.length * 0xA24BAED4963EE407U + (count - 1)));
    }
}

void VariantSource::whole_keys(std::vector<std::uint64_t>& keys) const {
    itself({kWhole, 0}, 0, size(), keys);
    less_one({kWhole, 0}, 0, size(), keys);
}

void VariantSource::listed_keys(bool han, std::vector<std::uint64_t>& keys) const {
    const std::size_t n = size();
    if (n < kShortest) return;
    if (han || n <= kTwoEdits) whole_keys(keys);
    if (han || n < kTwoEdits) return;
    const std::size_t half = n / 2;
    for (const auto& [family, first, count] : {std::tuple{Family{kFront, n}, std::size_t{0}, half},
                                               std::tuple{Family{kBack, n}, half, n - half}}) {
        itself(family, first, count, keys);
        less_one(family, first, count, keys);
    }
}

void VariantSource::asked_keys(bool han, std::vector<std::uint64_t>& keys) const {
    const std::size_t m = size();
    if (m < kShortest) return;
    if (han || m <= kTwoEdits) whole_keys(keys);
    if (han || m < kTwoEdits) return;
    for (std::size_t n = std::max(kTwoEdits, m - 2); n <= m + 2; ++n) {
        const std::size_t half = n / 2;
        const auto ask = [&](const Family& family, std::size_t length, bool from_end) {
            const auto first = [&](std::size_t count) { return from_end ? m - count : 0; };
            if (length - 1 <= m) itself(family, first(length - 1), length - 1, keys);
            if (length <= m) {
                itself(family, first(length), length, keys);
                less_one(family, first(length), length, keys);
            }
            if (length + 1 <= m) less_one(family, first(length + 1), length + 1, keys);
        };
        ask({kFront, n}, half, false);
        ask({kBack, n}, n - half, true);
    }
}

std::uint32_t letter_mask(std::string_view utf8) {
    std::uint32_t mask = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 'a' && byte <= 'z') {
            mask |= 1U << (byte - 'a');
        } else if (byte < 0x80) {
            mask |= 1U << (26U + byte % 3U);
        } else if (byte >= 0xC0) {
            mask |= 1U << 29U;  // a letter outside ASCII
        }
    }
    return mask;
}

}  // namespace cordon::screening
