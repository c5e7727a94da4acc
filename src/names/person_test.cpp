// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "names/analyse_testing.h"

using namespace cordon::names;

namespace {

Name person(std::string_view printed) {
    return analysed(printed, NameKind::Person).names.at(0);
}

bool agree_as_persons(std::string_view a, std::string_view b) {
    return left_over(person(a), person(b)).empty() && left_over(person(b), person(a)).empty();
}

}  // namespace

TEST(Person, AllPartsWeighAlike) {
    for (const auto& token : person("Young International Group").tokens) {
        EXPECT_EQ(token.role, Role::Brand);
        EXPECT_FALSE(token.in_lexicon);
    }
    EXPECT_EQ(analysed("Ivan Ivanovich Petrov", NameKind::Person).names.size(), 1U);
}

TEST(Person, ParticlesBelongToTheWordAfterThem) {
    EXPECT_TRUE(agree_as_persons("Ahmad Al-Rashid", "Ahmad Alrashid"));
    EXPECT_TRUE(agree_as_persons("Ahmad al Rashid", "Rashid, Ahmad"));
    EXPECT_TRUE(agree_as_persons("Osama bin Laden", "LADEN Osama"));
    EXPECT_TRUE(agree_as_persons("Jan van der Berg", "Jan Vanderberg"));
    EXPECT_TRUE(agree_as_persons("Bin Wang", "Wang, Bin")) << "a given name here";
}

TEST(Person, SpellingsOfAGivenNameAreOneFamily) {
    EXPECT_TRUE(agree_as_persons("Mohammed Xyzko", "Muhammad Xyzko"));
    EXPECT_TRUE(agree_as_persons("Aleksandr Xyzko", "Oleksandr Xyzko"));
    EXPECT_TRUE(agree_as_persons("Сергей Xyzko", "Serhiy Xyzko"));
    EXPECT_FALSE(agree_as_persons("Sergey Xyzko", "Andrey Xyzko"));
    EXPECT_TRUE(has_term(person("Mohammed").tokens.at(0), "mohammed"));
}

TEST(Person, AHanNameGivesItsSurnameApart) {
    const auto name = person("黄小明");
    ASSERT_EQ(name.tokens.size(), 2U);
    for (const auto* spelling : {"huang", "wong", "ng", "黄"}) {
        EXPECT_TRUE(has_term(name.tokens[0], spelling)) << spelling;
    }
    EXPECT_TRUE(agree_as_persons("黄小明", "Huang Xiaoming"));
    EXPECT_TRUE(agree_as_persons("欧阳小明", "Ouyang Xiaoming"));
}

TEST(Person, AnUnknownNameMayLookLikeOne) {
    const auto roles = [](std::string_view printed) {
        std::string out;
        const auto set = analysed(printed, NameKind::Unknown);
        for (const auto& token : set.names.at(0).tokens) {
            out += to_text(token.role).front();
        }
        return out;
    };
    EXPECT_EQ(roles("Mohammed Jordan"), "bb");
    EXPECT_EQ(roles("Mohammed Jordan Trading"), "bpi");
    EXPECT_EQ(roles("王小明"), "bb");
    EXPECT_EQ(roles("华为"), "b");
}

TEST(Person, TitlesAreNoPartOfTheName) {
    EXPECT_TRUE(agree_as_persons("Dr. Ivan Petrov", "Petrov Ivan"));
    EXPECT_EQ(person("Dr. No").tokens.size(), 2U);
}
