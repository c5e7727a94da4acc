// SPDX-License-Identifier: Apache-2.0
#include "base/at_once.h"

#include <gtest/gtest.h>

#include <atomic>

namespace cordon {
namespace {

TEST(AtOnce, DoesEachPieceOnceAndHasEndedOnReturn) {
    for (const std::size_t count : {0U, 1U, 2U, 33U}) {
        std::vector<std::atomic<int>> done(count);
        at_once(count, [&](std::size_t i) { ++done[i]; });
        for (const auto& times : done) EXPECT_EQ(times, 1);
    }
    EXPECT_GE(thread_count(), 1U);
}

}  // namespace
}  // namespace cordon
