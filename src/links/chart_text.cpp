// SPDX-License-Identifier: Apache-2.0
#include "links/chart_text.h"

#include <algorithm>

#include "base/code_points.h"
#include "base/text.h"
#include "links/trace_words.h"

namespace cordon::links {

namespace {

constexpr int kInset = 8;  ///< between the edge of a box and its text, with room for two borders
constexpr int kNameSize = 11, kNoteSize = 9, kLeading = 3;

std::uint32_t em_width(char32_t c, std::string_view utf8) {
    constexpr std::string_view kNarrow = "fijlrtI.,;:!'|()[]/ -";
    constexpr std::string_view kBroad = "mwMW%@";
    if (c >= 0x80) return display_width(utf8) * (display_width(utf8) > 1 ? 50 : 80);
    const char letter = static_cast<char>(c);
    if (kNarrow.find(letter) != std::string_view::npos) return 36;
    if (kBroad.find(letter) != std::string_view::npos) return 94;
    return c >= 'A' && c <= 'Z' ? 72 : 56;
}

}  // namespace

std::uint32_t em_width(std::string_view text) {
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto from = at;
        const char32_t c = next_code_point(text, at);
        sum += em_width(c, text.substr(from, at - from));
    }
    return sum;
}

std::vector<std::string> text_lines(std::string_view text, int room, int size, std::size_t most) {
    const auto ems = static_cast<std::uint32_t>(room * 100 / size);
    auto lines = wrapped(text, ems, em_width);
    if (lines.size() <= most) return lines;
    lines.resize(most);
    lines.back() = wrapped(lines.back(), ems - 100, em_width).front() + "…";
    return lines;
}

std::string xml_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

BoxText box_text(const ChartBox& box) {
    BoxText out;
    out.height = 2 * kInset - kLeading;
    const auto add = [&](std::string_view text, const BoxText::Line& look, std::size_t most) {
        for (auto& line : text_lines(text, kBoxWidth - 2 * kInset, look.size, most)) {
            out.lines.push_back({std::move(line), look.size, look.bold});
            out.height += look.size + kLeading;
        }
    };
    add(box.name, {"", kNameSize, box.kind != ChartBox::Kind::Others}, 4);
    constexpr std::size_t kNotesShown = 4;
    for (std::size_t i = 0; i < box.notes.size(); ++i) {
        if (i + 1 == kNotesShown && box.notes.size() > kNotesShown) {
            add("and " + std::to_string(box.notes.size() - i) + " more notes", {}, 1);
            break;
        }
        add(box.notes[i], {}, 3);
    }
    if (!box.listing.empty()) add(box.listing, {"", kNoteSize, true}, 4);
    return out;
}

std::vector<std::string> label_text(const ChartLine& line) {
    auto out = text_lines(line.share, kBoxWidth, kLabelSize, 3);
    if (!line.dates.empty()) out.push_back(text_lines(line.dates, kBoxWidth, kLabelSize, 1)[0]);
    return out;
}

ChartHeights heights_of(const Chart& chart) {
    ChartHeights out;
    for (const auto& box : chart.boxes) out.boxes.push_back(box_text(box).height);
    for (const auto& line : chart.lines) {
        const auto lines = static_cast<int>(label_text(line).size());
        out.label = std::max(out.label, kLabelLine * lines + 4);
    }
    return out;
}

}  // namespace cordon::links
