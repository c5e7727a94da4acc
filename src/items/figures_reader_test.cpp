// SPDX-License-Identifier: Apache-2.0
#include "items/figures_reader.h"

#include <gtest/gtest.h>

namespace cordon::items {
namespace {

ReadFigures read(std::string_view text) {
    const Json json = MUST(parse_json(text, {"orders.json", 1}));
    return read_figures(json, {"orders.json", 0, 0, "devices[0]"});
}

TEST(FiguresReader, ReadsRatesAndDies) {
    const ReadFigures figures = read(R"({
        "operations": [{"format": "FP16", "tops": "989.4"},
                       {"bits": 8, "tops": 1979, "sparse": "no"}],
        "dies": [{"area": "814 mm2", "nonplanar": "yes"},
                 {"area": 100, "count": 4, "kind": "memory"}]})");
    ASSERT_TRUE(figures.errors.empty()) << figures.errors[0].to_text();
    ASSERT_EQ(figures.operations.size(), 2U);
    EXPECT_EQ(figures.operations[0].bits, 16U);
    EXPECT_EQ(figures.operations[1].bits, 8U);
    ASSERT_EQ(figures.dies.size(), 2U);
    EXPECT_EQ(figures.dies[1].count, 4U);
}

TEST(FiguresReader, ARateMayBeInPetaflopsOrUncertain) {
    const ReadFigures figures =
        read(R"({"operations": [{"format": "fp8", "tops": {"from": "1678", "to": "1835"}}]})");
    ASSERT_TRUE(figures.errors.empty()) << figures.errors[0].to_text();
    EXPECT_FALSE(figures.operations[0].tops.is_exact());
}

TEST(FiguresReader, EveryMistakeIsReportedAtItsPlace) {
    const ReadFigures figures = read(R"({"operations": [
        {"format": "fp16"},
        {"format": "posit", "tops": 3},
        {"format": "fp16", "tops": 1, "sparce": true}],
      "dies": [{"area": 12, "kind": "chocolate"}]})");
    ASSERT_EQ(figures.errors.size(), 4U);
    EXPECT_EQ(figures.errors[0].position.field, "devices[0].operations[0].tops");
    EXPECT_EQ(figures.errors[0].position.line, 2U);
    EXPECT_NE(figures.errors[1].message.find("posit"), std::string::npos);
    EXPECT_NE(figures.errors[2].remedy.find("sparse"), std::string::npos);
    EXPECT_NE(figures.errors[3].message.find("chocolate"), std::string::npos);
}

TEST(FiguresReader, ATableMustBeAList) {
    EXPECT_EQ(read(R"({"operations": {"format": "fp16"}})").errors.size(), 1U);
    EXPECT_TRUE(read(R"({"operations": null})").errors.empty());
}

}  // namespace
}  // namespace cordon::items
