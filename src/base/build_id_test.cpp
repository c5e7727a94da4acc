// SPDX-License-Identifier: Apache-2.0
#include "base/build_id.h"

#include <gtest/gtest.h>

namespace cordon {
namespace {

TEST(BuildId, IsTheLinkersHashOfTheProgram) {
    const auto id = build_id();
    EXPECT_GE(id.size(), 16U) << "linked with --build-id";
    EXPECT_EQ(id.find_first_not_of("0123456789abcdef"), std::string::npos) << id;
    EXPECT_EQ(build_id(), id);
}

}  // namespace
}  // namespace cordon
