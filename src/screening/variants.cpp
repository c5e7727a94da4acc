// SPDX-License-Identifier: Apache-2.0
#include "screening/variants.h"

#include <algorithm>

#include "base/code_points.h"

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

VariantSource::VariantSource(std::string_view utf8) : letters_(code_points(utf8)) {
    sums_.reserve(letters_.size() + 1);
    powers_.reserve(letters_.size() + 1);
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

std::uint64_t VariantSource::key(const Family& family, std::uint64_t hash, std::size_t letters) {
    return mixed(hash + family.part * 0xD1342543DE82EF95U + family.length * 0xA24BAED4963EE407U +
                 letters);
}

void VariantSource::itself(const Family& family, std::size_t first, std::size_t count,
                           std::vector<std::uint64_t>& keys) const {
    keys.push_back(key(family, hash_of(first, count), count));
}

void VariantSource::less(std::size_t out, const Family& family, std::size_t first,
                         std::size_t count, std::vector<std::uint64_t>& keys) const {
    const std::size_t rest = count - out - 1;
    const auto hash = hash_of(first, out) * powers_[rest] + hash_of(first + out + 1, rest);
    keys.push_back(key(family, hash, count - 1));
}

void VariantSource::less_one(const Family& family, std::size_t first, std::size_t count,
                             std::vector<std::uint64_t>& keys) const {
    for (std::size_t out = 0; out < count; ++out) {
        // Of a run of equal letters one stands for all.
        if (out > 0 && letters_[first + out] == letters_[first + out - 1]) continue;
        less(out, family, first, count, keys);
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
    itself({kFront, n}, 0, half, keys);
    less_one({kFront, n}, 0, half, keys);
    itself({kBack, n}, half, n - half, keys);
}

void VariantSource::asked_keys(bool han, std::vector<std::uint64_t>& keys) const {
    const std::size_t m = size();
    if (m < kShortest) return;
    if (han || m <= kTwoEdits) whole_keys(keys);
    if (han || m < kTwoEdits) return;
    for (std::size_t n = std::max(kTwoEdits, m - 2); n <= m + 2; ++n) {
        const std::size_t half = n / 2;
        const std::size_t back = n - half;
        const Family front{kFront, n};
        itself(front, 0, half, keys);
        itself({kBack, n}, m - back, back, keys);
        if (n >= m) itself(front, 0, half - 1, keys);
        if (n <= m) less_one(front, 0, half + 1, keys);
        if (n == m + 1) less(half - 1, front, 0, half + 1, keys);
        if (n + 2 == m || n == m + 2) continue;
        less_one(front, 0, half, keys);
        less(1, {kBack, n}, m - back - 1, back + 1, keys);
    }
}

std::uint32_t letter_signature(std::string_view utf8) {
    std::uint32_t odd = 0;
    std::uint32_t length = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U) continue;
        ++length;
        if (byte >= 'a' && byte <= 'z') {
            odd ^= 1U << (byte - 'a');
        } else {
            odd ^= 1U << (byte < 0x80 ? 26U + byte % 3U : 29U);  // any letter outside ASCII
        }
    }
    return odd | length << 30U;
}

}  // namespace cordon::screening
