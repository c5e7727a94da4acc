// SPDX-License-Identifier: Apache-2.0
#include "cli/bug.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "base/result.h"
#include "cli/exit_code.h"

namespace cordon::cli {
namespace {

TEST(BugDeathTest, AFailedCheckEndsWithItsOwnExitCode) {
    const auto fail = [] {
        own_up_to_bugs();
        CHECK(1 + 1 == 3);
    };
    EXPECT_EXIT(fail(), testing::ExitedWithCode(kOurBug), "1 \\+ 1 == 3.*bug in cordon");
}

TEST(BugDeathTest, AnExceptionNobodyCaughtToo) {
    const auto fail = [] {
        own_up_to_bugs();
        std::thread([] { throw std::length_error("too long"); }).join();
    };
    EXPECT_EXIT(fail(), testing::ExitedWithCode(kOurBug), "bug in cordon");
}

}  // namespace
}  // namespace cordon::cli
