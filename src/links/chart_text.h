// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Text of a chart: how wide it will be about, and how it is written in XML.
///
/// No font is at hand, so widths are those of a plain sans serif, rounded up.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "links/chart_layout.h"

namespace cordon::links {

/// In hundredths of the font size.
std::uint32_t em_width(std::string_view text);
/// Lines for a room in points at a font size; what exceeds `most` lines ends in "…".
std::vector<std::string> text_lines(std::string_view text, int room, int size, std::size_t most);
/// For XML text and quoted attributes. REQUIRES one_line text.
std::string xml_text(std::string_view text);

/// What stands in a box, line by line.
struct BoxText {
    struct Line {
        std::string text;
        int size = 9;
        bool bold = false;
    };
    std::vector<Line> lines;
    int height = 0;
};
BoxText box_text(const ChartBox& box);
/// What stands at a line, no wider than a box; empty lines are left out.
std::vector<std::string> label_text(const ChartLine& line);

constexpr int kLabelSize = 9, kLabelLine = 11;
/// Of every box, and of the highest label.
ChartHeights heights_of(const Chart& chart);

}  // namespace cordon::links
