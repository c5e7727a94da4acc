// SPDX-License-Identifier: Apache-2.0
#include "links/chart_layout.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "links/chart_rows.h"
#include "links/chart_text.h"
#include "links/trace_pages_testing.h"

namespace cordon::links {
namespace {

ChartLayout placed(const Chart& chart) {
    return layout(chart, heights_of(chart));
}

bool touch(const Place& a, const Place& b) {
    return a.x < b.x + kBoxWidth && b.x < a.x + kBoxWidth && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

/// Upright pieces only: a curve stays in the gap between two rows.
bool crosses(const Route& route, const Place& box) {
    for (std::size_t i = 1; i < route.points.size(); ++i) {
        const auto a = route.points[i - 1], b = route.points[i];
        const auto [low, high] = std::minmax(a.y, b.y);
        if (low < box.y + box.height && high > box.y && std::max(a.x, b.x) > box.x &&
            std::min(a.x, b.x) < box.x + kBoxWidth) {
            return true;
        }
    }
    return false;
}

/// Any graph: circles, lines that skip tiers, several lines from one box.
Chart random_chart() {
    Chart chart;
    const auto boxes = *rc::gen::inRange<std::uint32_t>(1, 41);
    for (std::uint32_t i = 0; i < boxes; ++i) {
        ChartBox box;
        box.tier = i == 0 ? 0 : *rc::gen::inRange<std::uint32_t>(1, 6);
        box.name = "Holder " + std::to_string(i);
        chart.boxes.push_back(std::move(box));
    }
    const auto lines = boxes == 1 ? 0 : *rc::gen::inRange<std::uint32_t>(0, 80);
    for (std::uint32_t i = 0; i < lines; ++i) {
        ChartLine line;
        line.holder = *rc::gen::inRange<std::uint32_t>(0, boxes);
        line.company = (line.holder + *rc::gen::inRange<std::uint32_t>(1, boxes)) % boxes;
        chart.lines.push_back(std::move(line));
    }
    return chart;
}

RC_GTEST_PROP(ChartLayout, NoTwoBoxesTouchAndNoLineCrossesABox, ()) {
    const auto chart = random_chart();
    const auto at = placed(chart);
    for (std::size_t a = 0; a < at.boxes.size(); ++a) {
        for (std::size_t b = a + 1; b < at.boxes.size(); ++b) {
            RC_ASSERT(!touch(at.boxes[a], at.boxes[b]));
        }
        for (const auto& line : at.lines) RC_ASSERT(!crosses(line, at.boxes[a]));
        RC_ASSERT(at.boxes[a].x >= 0);
        RC_ASSERT(at.boxes[a].x + kBoxWidth <= at.width);
        RC_ASSERT(at.boxes[a].y + at.boxes[a].height <= at.height);
    }
}

RC_GTEST_PROP(ChartLayout, AHolderOfAHigherTierStandsAboveItsCompany, ()) {
    const auto chart = random_chart();
    const auto at = placed(chart);
    for (const auto& line : chart.lines) {
        if (chart.boxes[line.holder].tier <= chart.boxes[line.company].tier) continue;
        RC_ASSERT(at.boxes[line.holder].y < at.boxes[line.company].y);
    }
}

TEST(ChartLayout, OfTwoPartiesOfOneTierTheHolderStandsAbove) {
    Chart chart;
    for (const std::uint32_t tier : {0U, 1U, 1U}) {
        ChartBox box;
        box.tier = tier;
        chart.boxes.push_back(box);
    }
    for (const auto& [holder, company] : {std::pair{1U, 0U}, {2U, 0U}, {2U, 1U}}) {
        ChartLine line;
        line.holder = holder;
        line.company = company;
        chart.lines.push_back(line);
    }
    const auto at = placed(chart);
    EXPECT_LT(at.boxes[2].y, at.boxes[1].y);
    EXPECT_LT(at.boxes[1].y, at.boxes[0].y);
}

RC_GTEST_PROP(ChartLayout, ALineLeadsFromItsHolderToItsCompany, ()) {
    const auto chart = random_chart();
    const auto at = placed(chart);
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        const auto on_edge = [&](Point point, std::uint32_t number) {
            const auto& box = at.boxes[number];
            return point.x > box.x && point.x < box.x + kBoxWidth &&
                   (point.y == box.y || point.y == box.y + box.height);
        };
        RC_ASSERT(on_edge(at.lines[i].points.front(), chart.lines[i].holder));
        RC_ASSERT(on_edge(at.lines[i].points.back(), chart.lines[i].company));
    }
}

TEST(ChartRows, TwoLinesThatWouldCrossAreUntangled) {
    Chart chart;
    for (const std::uint32_t tier : {0U, 1U, 1U, 2U, 2U}) {
        ChartBox box;
        box.tier = tier;
        chart.boxes.push_back(box);
    }
    const auto hold = [&](std::uint32_t holder, std::uint32_t company) {
        ChartLine line;
        line.holder = holder;
        line.company = company;
        chart.lines.push_back(line);
    };
    hold(1, 0);
    hold(2, 0);
    hold(3, 2);
    hold(4, 1);
    EXPECT_EQ(crossings(chart_rows(chart)), 0U);
}

TEST(ChartText, ALongShareKeepsTheNumberOfItsSource) {
    ChartLine line;
    line.share = "33.333333333… % to 34.567890123 %, not settled [12, 13]";
    line.dates = "2015-03-01 until 2026-06-30";
    const auto lines = label_text(line);
    ASSERT_GE(lines.size(), 3U);
    EXPECT_TRUE(lines[lines.size() - 2].ends_with("[12, 13]")) << lines[lines.size() - 2];
    EXPECT_EQ(lines.back(), line.dates);
}

TEST(ChartText, WideCharactersAndCapitalsTakeMoreRoom) {
    EXPECT_EQ(em_width("曙"), 100U);
    EXPECT_GT(em_width("WWW"), em_width("iii"));
    EXPECT_EQ(text_lines("曙光信息产业", 30, 10, 4),
              (std::vector<std::string>{"曙光信", "息产业"}));
    EXPECT_EQ(text_lines("one two three four", 30, 10, 1).size(), 1U);
}

}  // namespace
}  // namespace cordon::links
