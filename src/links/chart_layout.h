// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Where the boxes and lines of a chart stand, in points of the drawing, whole numbers.
///
/// Invariants
///  1. Boxes do not touch. The party asked about is in the lowest row; a holder stands above what
///     it holds unless they hold each other in a circle.
///  2. A line that passes a row goes through a channel there, which nothing else stands in; lines
///     to one company share theirs. So a line crosses no box.
///  3. The same chart, the same places.
#include <cstdint>
#include <vector>

#include "links/chart.h"

namespace cordon::links {

struct Point {
    int x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Place {
    int x = 0, y = 0, height = 0;  ///< upper left corner; every box is kBoxWidth wide
    std::uint32_t row = 0;         ///< 0: lowest
};

/// A line from the holder's box to the company's. Between two points of one x it is straight, else
/// a curve that leaves and arrives upright.
struct Route {
    std::vector<Point> points;
    Point label;  ///< middle of its upper edge
};

struct ChartLayout {
    std::vector<Place> boxes;
    std::vector<Route> lines;
    int width = 0, height = 0;
};

constexpr int kBoxWidth = 136;
constexpr int kCurve = 36;  ///< height of the curves between the labels and the next row

/// What stands in boxes and at lines takes this much; `boxes` has one a box.
struct ChartHeights {
    std::vector<int> boxes;
    int label = 0;
};
ChartLayout layout(const Chart& chart, const ChartHeights& heights);

}  // namespace cordon::links
