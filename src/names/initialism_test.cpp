// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "names/analyse_testing.h"

using namespace cordon::names;

TEST(Initialism, IsTakenFromTheWordsThatCount) {
    EXPECT_TRUE(known_as("Xyzko Advanced Materials Institute", "xami"));
    EXPECT_TRUE(known_as("Institute of Rare Stone Cutting of the North", "irscn"));
    EXPECT_FALSE(known_as("Xyzko Materials Institute", "xmi")) << "three letters stand for anybody";
    EXPECT_FALSE(known_as("Xyzko Ltd", "xl"));
}

TEST(Initialism, MayHaveTheLetterOfCorporation) {
    EXPECT_TRUE(known_as("Great Rivers Dredging Corporation", "grdc"));
    EXPECT_FALSE(known_as("Great Rivers Dredging GmbH & Co. KG", "grdc"));
}

TEST(Initialism, OfAHanNameIsThatOfItsPinyin) {
    EXPECT_TRUE(known_as("中科可控", "zkkk"));
    EXPECT_TRUE(known_as("中科曙光股份有限公司", "zksg"));
    EXPECT_TRUE(known_as("国防科技大学", "gfkjdx"));
    EXPECT_FALSE(known_as("海格", "hg"));
}

TEST(Initialism, InBracketsAfterItsWordsIsANameOfItsOwn) {
    const auto set = analysed("Xyzko Rare Stone Institute (XRSI)", NameKind::Organisation);
    EXPECT_EQ(tokens_of(set.names.at(0)).find("xrsi"), std::string::npos);
    ASSERT_GE(set.names.size(), 2U);
    EXPECT_EQ(set.names[1].derived, Derived::Short);
    EXPECT_TRUE(has_term(set.names[1].tokens.at(0), "xrsi"));
    const auto of_a_city =
        analysed("Xyzko Rare Stone Institute Qubitan (XRSI-QN)", NameKind::Organisation);
    EXPECT_EQ(tokens_of(of_a_city.names.at(0)),
              tokens_of(organisation("Xyzko Rare Stone Institute Qubitan")));
    EXPECT_TRUE(has_term(of_a_city.names.at(1).tokens.at(0), "xrsi"));
    const auto other = organisation("Xyzko Rare Stone Institute (Qubit)");
    EXPECT_EQ(other.tokens.back().forms.at(0).term, "qubit");
}
