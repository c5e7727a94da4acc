// SPDX-License-Identifier: Apache-2.0
#include "base/id.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace cordon {
namespace {

using FruitId = Id<struct FruitTag>;
using StoneId = Id<struct StoneTag>;
static_assert(!std::is_convertible_v<FruitId, StoneId>);
static_assert(!std::is_convertible_v<std::string, FruitId>);

TEST(Id, IsANameOfLettersDigitsDotsDashesUnderscores) {
    EXPECT_EQ(MUST(FruitId::parse("us.ear.3A090.a")).text(), "us.ear.3A090.a");
    EXPECT_TRUE(FruitId::parse("a-b_c.9").has_value());
    for (const auto* text : {"", " ", "a b", "a/b", "ä", "a\n", "a:b", "\"", "中"}) {
        EXPECT_FALSE(FruitId::parse(text).has_value()) << text;
    }
    EXPECT_EQ(FruitId::parse("").error().message, "the id is empty");
    EXPECT_EQ(FruitId::parse("a b").error().message, "\"a b\" is not an id");
}

TEST(Id, ComparesByText) {
    EXPECT_LT(MUST(FruitId::parse("a")), MUST(FruitId::parse("b")));
    EXPECT_EQ(MUST(FruitId::parse("a")), MUST(FruitId::parse("a")));
}

}  // namespace
}  // namespace cordon
