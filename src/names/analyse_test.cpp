// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "names/name.h"

using namespace cordon::names;

TEST(Analyse, AnEmptyNameHasNoTokens) {
    EXPECT_TRUE(analysed("", NameKind::Unknown).names.at(0).tokens.empty());
}
