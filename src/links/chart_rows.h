// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The rows of a chart and the order within each, so that few lines cross.
///
/// A tier too wide for the page takes several rows, and so does one
/// whose parties hold each other. What stands in a row is a box, or the channel
/// by which lines pass it.
#include <cstdint>
#include <vector>

#include "links/chart.h"

namespace cordon::links {

struct ChartRows {
    struct Vertex {
        std::uint32_t row = 0;
        bool channel = false;
        std::uint32_t box = 0;
        std::vector<std::uint32_t> above, below;  ///< vertices joined to it in the next rows
    };
    std::vector<Vertex> vertices;                  ///< the boxes first, in their order
    std::vector<std::vector<std::uint32_t>> rows;  ///< vertices from left to right; [0] is lowest
    /// Of each line: the vertices from the holder to the company.
    std::vector<std::vector<std::uint32_t>> ways;
};

ChartRows chart_rows(const Chart& chart);
/// How many pairs of lines cross between the rows.
std::size_t crossings(const ChartRows& rows);

}  // namespace cordon::links
