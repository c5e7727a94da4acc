// SPDX-License-Identifier: Apache-2.0
#include "law/parser.h"

#include <gtest/gtest.h>

namespace cordon::law {
namespace {

Expression parsed(std::string source) {
    return MUST(parse_expression(std::move(source), {"a.toml", 7, 11, ""}));
}

TEST(Parser, BindsAndCloserThanOr) {
    const Expression e = parsed("a or b and c");
    EXPECT_EQ(e.at(e.root).kind, NodeKind::Either);
    EXPECT_EQ(e.text_of(e.at(e.root).children[1]), "b and c");
}

TEST(Parser, LetsNotSpeakOfTheWholeComparison) {
    const Expression e = parsed("not a == b and c");
    EXPECT_EQ(e.at(e.root).kind, NodeKind::Both);
    EXPECT_EQ(e.text_of(e.at(e.root).children[0]), "not a == b");
}

TEST(Parser, LetsAQuantifierTakeEverythingToItsRight) {
    const Expression e = parsed("x and any party where a or b: c and d or e");
    const Node& root = e.at(e.root);
    EXPECT_EQ(root.kind, NodeKind::Both);
    const Node& any = e.at(root.children[1]);
    EXPECT_EQ(any.kind, NodeKind::Any);
    EXPECT_EQ(e.text_of(any.children[0]), "a or b");
    EXPECT_EQ(e.text_of(any.children[1]), "c and d or e");
}

TEST(Parser, TellsTheQuantifierNoFromTheWordNo) {
    const Expression e = parsed("x == no and no device: y");
    EXPECT_EQ(e.at(e.at(e.root).children[0]).kind, NodeKind::Compare);
    EXPECT_EQ(e.at(e.at(e.root).children[1]).kind, NodeKind::NoneOf);
}

TEST(Parser, KeepsTheBracketsInWhatWasWritten) {
    const Expression e = parsed("(a or b) and (c)");
    EXPECT_EQ(e.text_of(e.root), "(a or b) and (c)");
    EXPECT_EQ(e.text_of(e.at(e.root).children[0]), "a or b");
}

TEST(Parser, GivesAUnitToTheNumberBeforeIt) {
    const Expression e = parsed("x / 2 >= 5.92 TPP/mm2");
    const Node& limit = e.at(e.at(e.root).children[1]);
    EXPECT_EQ(limit.text, "5.92");
    EXPECT_EQ(limit.unit, "TPP/mm2");
}

TEST(Parser, TakesAnExponentForANumberAndAnEccnForAWord) {
    const Expression number = parsed("x >= 1e26 ops");
    EXPECT_EQ(number.at(number.at(number.root).children[1]).kind, NodeKind::Number);
    const Expression word = parsed("x == 4E091");
    EXPECT_EQ(word.at(word.at(word.root).children[1]).kind, NodeKind::Word);
}

TEST(Parser, TakesADateForADateAndALessForALess) {
    const Expression e = parsed("date - since >= 2024-04-10 - 3");
    EXPECT_EQ(e.at(e.at(e.root).children[0]).kind, NodeKind::Subtract);
    const Node& right = e.at(e.at(e.root).children[1]);
    EXPECT_EQ(e.at(right.children[0]).kind, NodeKind::Day);
}

TEST(Parser, PlacesAMistakeInTheRightLineAndColumn) {
    const auto e = parse_expression("a and\n  (b or ] c)", {"a.toml", 7, 11, ""});
    ASSERT_FALSE(e);
    EXPECT_EQ(e.error().position.line, 8U);
    EXPECT_EQ(e.error().position.column, 9U);
}

TEST(Parser, RefusesWhatIsNestedTooDeeply) {
    EXPECT_TRUE(parse_expression(std::string(49, '(') + "a" + std::string(49, ')'), {}));
    for (const std::string& deep :
         {std::string(5000, '('), std::string(500, '(') + "a" + std::string(500, ')')}) {
        const auto e = parse_expression(deep, {});
        ASSERT_FALSE(e);
        EXPECT_EQ(e.error().message, "the condition is nested too deeply");
    }
    std::string nots;
    for (int i = 0; i < 2000; ++i) nots += "not ";
    EXPECT_FALSE(parse_expression(nots + "a", {}));
    EXPECT_FALSE(parse_expression(std::string(30'000, ' '), {}));
}

}  // namespace
}  // namespace cordon::law
