// SPDX-License-Identifier: Apache-2.0
#include "items/metrics.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace cordon::items {
namespace {

Interval amount(std::string_view text) {
    return Interval::exactly(MUST(Decimal::from_text(text)));
}
Interval between(std::string_view lo, std::string_view hi) {
    return amount(lo).hull(amount(hi));
}
Operation rate(std::string format, std::string_view tops) {
    const auto bits = bits_of_format(format);
    return {std::move(format), amount(tops), bits.value_or(0), false};
}
bool mentions(const std::vector<std::string>& lines, std::string_view part) {
    return std::any_of(lines.begin(), lines.end(), [part](const std::string& line) {
        return line.find(part) != std::string::npos;
    });
}

TEST(Metrics, TheWorkedChecksOfTheRuleGive4800) {
    DeviceFigures eight, sixteen;
    eight.operations = {rate("int8", "600")};
    sixteen.operations = {rate("fp16", "300")};
    EXPECT_EQ(metrics_of(eight).tpp, amount("4800"));
    EXPECT_EQ(metrics_of(sixteen).tpp, amount("4800"));
}

TEST(Metrics, TheWorksheetShowsTheArithmetic) {
    DeviceFigures figures;
    figures.operations = {rate("fp16", "989.4"), rate("int8", "1979")};
    figures.applicable_area_mm2 = amount("814");
    const Metrics metrics = metrics_of(figures);
    EXPECT_TRUE(mentions(metrics.worksheet, "FP16 989.4 TOPS x 16 bit = 15,830.4 TPP"));
    EXPECT_TRUE(mentions(metrics.worksheet, "INT8 1,979 TOPS x 8 bit = 15,832 TPP"));
    EXPECT_EQ(metrics.tpp, amount("15832"));
    EXPECT_EQ(metrics.tpp_format, "int8");
}

TEST(Metrics, ASparseRateNeverCounts) {
    DeviceFigures figures;
    figures.operations = {rate("fp8", "500"), rate("fp8", "1000")};
    figures.operations[1].sparse = true;
    EXPECT_EQ(metrics_of(figures).tpp, amount("4000"));
    figures.operations.erase(figures.operations.begin());
    EXPECT_FALSE(metrics_of(figures).tpp);
}

TEST(Metrics, BothReadingsOfTf32AreKeptAndTheirHullIsGivenToRules) {
    DeviceFigures trainium;
    trainium.operations = {rate("tf32", "190"), rate("fp16", "190"), rate("int8", "420")};
    trainium.applicable_area_mm2 = amount("500");
    const Metrics metrics = metrics_of(trainium);
    EXPECT_EQ(metrics.tpp, amount("3610"));
    EXPECT_EQ(metrics.tpp_tf32_at_32, amount("6080"));
    EXPECT_EQ(metrics.tpp_any_reading, between("3610", "6080"));
    EXPECT_EQ(metrics.performance_density, between("7.22", "12.16"));
    EXPECT_TRUE(mentions(metrics.notes, "the reading decides the limit of 4,800 TPP"));
}

TEST(Metrics, AReadingThatChangesNothingIsNotWorthANote) {
    DeviceFigures h100;
    h100.operations = {rate("tf32", "494.7"), rate("fp16", "989.4"), rate("fp8", "1979")};
    const Metrics metrics = metrics_of(h100);
    EXPECT_EQ(metrics.tpp, metrics.tpp_any_reading);
    EXPECT_TRUE(metrics.notes.empty());
}

TEST(Metrics, OnlyNonPlanarLogicDiesMakeTheArea) {
    DeviceFigures figures;
    figures.operations = {rate("fp16", "100")};
    figures.dies = {{amount("100"), 8, "logic", true},
                    {amount("200"), 1, "io", false},
                    {amount("90"), 4, "memory", true}};
    const Metrics metrics = metrics_of(figures);
    EXPECT_EQ(metrics.applicable_area, amount("800"));
    EXPECT_EQ(metrics.performance_density, amount("2"));
}

TEST(Metrics, ADieOfUnknownProcessMayOrMayNotCount) {
    DeviceFigures figures;
    figures.operations = {rate("fp16", "300")};
    figures.dies = {{amount("456"), 1, "logic", true}, {amount("168"), 1, "io", std::nullopt}};
    EXPECT_EQ(metrics_of(figures).applicable_area, between("456", "624"));
}

TEST(Metrics, WithoutANonPlanarDieTheDensityIsZeroAndTheTppStays) {
    DeviceFigures figures;
    figures.operations = {rate("fp16", "300")};
    figures.dies = {{amount("400"), 1, "logic", false}};
    const Metrics metrics = metrics_of(figures);
    EXPECT_EQ(metrics.performance_density, amount("0"));
    EXPECT_EQ(metrics.tpp, amount("4800"));
    EXPECT_TRUE(mentions(metrics.notes, "cannot be met"));
}

TEST(Metrics, TheIoRateNeedsBothLinkAndHost) {
    DeviceFigures figures;
    figures.link_gbps = amount("525");
    EXPECT_FALSE(metrics_of(figures).io_rate);
    figures.pcie_gbps = amount("64");
    EXPECT_EQ(metrics_of(figures).io_rate, amount("589"));
}

TEST(Metrics, AStatedTppWinsAndADisagreementIsTold) {
    DeviceFigures figures;
    figures.operations = {rate("fp16", "300")};
    figures.given_tpp = amount("4700");
    const Metrics metrics = metrics_of(figures);
    EXPECT_EQ(metrics.tpp, amount("4700"));
    EXPECT_TRUE(mentions(metrics.notes, "TPP 4,700 is stated, the stated rates give 4,800"));
}

TEST(Metrics, WhatLacksAFigureStaysAbsent) {
    const Metrics metrics = metrics_of({});
    EXPECT_FALSE(metrics.tpp);
    EXPECT_FALSE(metrics.performance_density);
    EXPECT_FALSE(metrics.io_rate);
    EXPECT_TRUE(metrics.worksheet.empty());
}

RC_GTEST_PROP(MetricsProperty, UncertainRatesEncloseEveryCertainOne, ()) {
    const auto lo = *rc::gen::inRange(1, 3000);
    const auto hi = *rc::gen::inRange(lo, 6000);
    const auto inside = *rc::gen::inRange(lo, hi + 1);
    const auto other = *rc::gen::inRange(1, 3000);
    const auto with = [&](const Interval& fp16) {
        DeviceFigures figures;
        figures.operations = {{"fp16", fp16, 16, false},
                              {"tf32", Interval::exactly(Decimal::from_int(other)), 19, false}};
        return *metrics_of(figures).tpp_any_reading;
    };
    const Interval wide =
        with(MUST(Interval::between(Decimal::from_int(lo), Decimal::from_int(hi))));
    const Interval narrow = with(Interval::exactly(Decimal::from_int(inside)));
    RC_ASSERT(wide.lo() <= narrow.lo());
    RC_ASSERT(narrow.hi() <= wide.hi());
}

}  // namespace
}  // namespace cordon::items
