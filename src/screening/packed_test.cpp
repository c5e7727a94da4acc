// SPDX-License-Identifier: Apache-2.0
#include "screening/packed.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace cordon::screening {
namespace {

const std::uint8_t* bytes_of(const std::string& text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

RC_GTEST_PROP(Packed, GivesBackTheNumbersThatWereWritten, ()) {
    const unsigned width = *rc::gen::inRange(0U, 57U);
    const auto numbers = *rc::gen::container<std::vector<std::uint64_t>>(rc::gen::map(
        rc::gen::arbitrary<std::uint64_t>(),
        [&](std::uint64_t number) { return number & ((std::uint64_t{1} << width) - 1); }));
    BitWriter writer;
    for (const auto number : numbers) writer.put(number, width);
    RC_ASSERT(writer.bytes().size() == packed_bytes(numbers.size(), width));
    const auto bytes = writer.bytes() + std::string(8, '\xFF');
    const Packed packed(bytes_of(bytes), width);
    for (std::size_t i = 0; i < numbers.size(); ++i) RC_ASSERT(packed[i] == numbers[i]);
}

TEST(Packed, BeginsAFreshByteWhenAligned) {
    BitWriter writer;
    writer.put(5, 3);
    writer.align();
    writer.put(0x3FF, 10);
    writer.align();
    writer.put(1, 1);
    const auto bytes = writer.bytes() + std::string(8, '\0');
    EXPECT_EQ(writer.bytes().size(), 4U);
    EXPECT_EQ(bits_at(bytes_of(bytes), 0, 8), 5U);
    EXPECT_EQ(bits_at(bytes_of(bytes), 8, 16), 0x3FFU);
    EXPECT_EQ(bits_at(bytes_of(bytes), 24, 8), 1U);
}

TEST(Packed, NeedsNoBitsForNothing) {
    EXPECT_EQ(width_of(0), 0U);
    EXPECT_EQ(width_of(1), 1U);
    EXPECT_EQ(width_of(255), 8U);
    EXPECT_EQ(width_of(256), 9U);
    EXPECT_EQ(packed_bytes(3, 3), 2U);
}

}  // namespace
}  // namespace cordon::screening
