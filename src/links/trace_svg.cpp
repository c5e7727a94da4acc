// SPDX-License-Identifier: Apache-2.0
// The sheet from above: caption, chart, legend, footnotes. Marks are borders, dashes and words, so
// that a black and white print loses nothing.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>

#include "links/chart_layout.h"
#include "links/chart_text.h"
#include "links/trace_pages.h"

namespace cordon::links {

namespace {

// A4 landscape at 96 points an inch; a chart that needs more keeps the shape where it can.
constexpr int kSheetWidth = 1123, kSheetHeight = 794;
constexpr int kMargin = 36;
constexpr int kCaptionHeight = 84;
constexpr int kNoteSize = 9, kNoteLine = 12;

std::string_view dashes(ChartLine::Style style) {
    switch (style) {
        case ChartLine::Style::Stated:
            return "";
        case ChartLine::Style::NotStated:
            return " stroke-dasharray=\"8 4\"";
        case ChartLine::Style::Control:
            return " stroke-dasharray=\"1 4\" stroke-linecap=\"round\"";
    }
    return "";
}

struct Look {
    int size = 9;
    bool bold = false;
    std::string_view anchor = "start";
};

std::string text_at(Point at, std::string_view text, const Look& look) {
    return fmt::format(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{}{}>{}</text>\n", at.x, at.y, look.size,
        look.bold ? " font-weight=\"bold\"" : "",
        look.anchor == "start" ? std::string() : fmt::format(" text-anchor=\"{}\"", look.anchor),
        xml_text(text));
}

std::string rect(const Place& at, int inset, std::string_view look) {
    return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>\n", at.x + inset,
                       at.y + inset, kBoxWidth - 2 * inset, at.height - 2 * inset, look);
}

std::string borders(const ChartBox& box, const Place& at) {
    constexpr std::string_view kThick = "fill=\"#fff\" stroke=\"#000\" stroke-width=\"3\"";
    constexpr std::string_view kThin = "fill=\"#fff\" stroke=\"#000\" stroke-width=\"1\"";
    switch (box.listed) {
        case Truth::Yes:
            return rect(at, 0, kThick) + rect(at, 4, kThin);
        case Truth::Unknown:
            return rect(at, 0, std::string(kThin) + " stroke-dasharray=\"4 3\"") +
                   rect(at, 4, std::string(kThin) + " stroke-dasharray=\"4 3\"");
        case Truth::No:
            break;
    }
    switch (box.kind) {
        case ChartBox::Kind::Asked:
            return rect(at, 0, "fill=\"#fff\" stroke=\"#000\" stroke-width=\"2\"");
        case ChartBox::Kind::Holder:
            return rect(at, 0, kThin);
        case ChartBox::Kind::Nominee:
        case ChartBox::Kind::Others:
            return rect(at, 0, std::string(kThin) + " rx=\"12\"");
    }
    return "";
}

std::string path(const std::vector<Point>& points) {
    std::string out = fmt::format("M{} {}", points[0].x, points[0].y);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const auto& a = points[i - 1];
        const auto& b = points[i];
        if (a.x == b.x) {
            out += fmt::format("V{}", b.y);
        } else {
            const int middle = (a.y + b.y) / 2;
            out += fmt::format("C{} {} {} {} {} {}", a.x, middle, b.x, middle, b.x, b.y);
        }
    }
    return out;
}

class Sheet {
public:
    explicit Sheet(Chart chart) : chart_(std::move(chart)) {
        for (const auto& box : chart_.boxes) texts_.push_back(box_text(box));
        layout_ = layout(chart_, heights_of(chart_));
        width_ = std::max(kSheetWidth, layout_.width + 2 * kMargin);
        const int left = (width_ - layout_.width) / 2;
        for (auto& box : layout_.boxes) move(box.x, box.y, left);
        for (auto& line : layout_.lines) {
            for (auto& point : line.points) move(point.x, point.y, left);
            move(line.label.x, line.label.y, left);
        }
    }

    std::string write() {
        std::string body = lines();
        for (std::size_t i = 0; i < chart_.lines.size(); ++i) body += label(i);
        for (std::size_t i = 0; i < chart_.boxes.size(); ++i) body += box(i);
        int y = kCaptionHeight + layout_.height + 40;
        body += legend(y);
        body += footnotes(y);
        const int height =
            std::max({kSheetHeight, y + kMargin / 2, width_ * kSheetHeight / kSheetWidth});
        return opening(height) + caption() + body + "</svg>\n";
    }

private:
    static void move(int& x, int& y, int left) {
        x += left;
        y += kCaptionHeight;
    }

    [[nodiscard]] std::string opening(int height) const {
        return fmt::format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
            "aria-labelledby=\"title desc\" font-family=\"Helvetica, Arial, 'Noto Sans CJK SC', "
            "'Microsoft YaHei', sans-serif\">\n<title id=\"title\">{2}: {3}</title>\n"
            "<desc id=\"desc\">{4}. Boxes: {5}, lines: {6}; holders stand above what they "
            "hold.</desc>\n<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" "
            "markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\" markerUnits=\"userSpaceOnUse\">"
            "<path d=\"M0 0L8 4L0 8Z\"/></marker></defs>\n"
            "<rect width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>\n",
            width_, height, xml_text(chart_.title), xml_text(chart_.day), xml_text(chart_.answer),
            chart_.boxes.size(), chart_.lines.size());
    }

    [[nodiscard]] std::string caption() const {
        const int room = width_ - 2 * kMargin;
        return text_at({kMargin, 34}, text_lines(chart_.title, room, 17, 1).front(), {17, true}) +
               text_at({kMargin, 52}, text_lines(chart_.day, room, 12, 1).front(), {12}) +
               text_at({kMargin, 68}, text_lines(chart_.answer, room, 12, 1).front(), {12});
    }

    /// Lines that join are drawn once from there: pieces laid over each other print thicker.
    /// Stated shares come first, so that a joint piece is solid where one of its lines is.
    [[nodiscard]] std::string lines() const {
        std::string out;
        std::set<std::array<int, 4>> drawn;
        for (const auto style :
             {ChartLine::Style::Stated, ChartLine::Style::NotStated, ChartLine::Style::Control}) {
            for (std::size_t i = 0; i < chart_.lines.size(); ++i) {
                if (chart_.lines[i].style != style) continue;
                const auto& points = layout_.lines[i].points;
                std::size_t end = 1;
                while (end < points.size() && drawn
                                                  .insert({points[end - 1].x, points[end - 1].y,
                                                           points[end].x, points[end].y})
                                                  .second) {
                    ++end;
                }
                out += fmt::format(
                    "<path d=\"{}\" fill=\"none\" stroke=\"#000\"{}{}/>\n",
                    path({points.begin(), points.begin() + static_cast<std::ptrdiff_t>(end)}),
                    dashes(style), end == points.size() ? " marker-end=\"url(#arrow)\"" : "");
            }
        }
        return out;
    }

    /// On white, kept within the width of the box they hang from.
    [[nodiscard]] std::string label(std::size_t i) const {
        const auto& line = chart_.lines[i];
        const auto& holder = layout_.boxes[line.holder];
        const auto& company = layout_.boxes[line.company];
        const auto& upper = holder.row > company.row ? holder : company;
        const auto lines = label_text(line);
        std::uint32_t widest = 0;
        for (const auto& text : lines) widest = std::max(widest, em_width(text));
        const int wide = static_cast<int>(widest) * kLabelSize / 100 + 4;
        const int x = std::clamp(layout_.lines[i].label.x, upper.x + wide / 2,
                                 std::max(upper.x + kBoxWidth - wide / 2, upper.x + wide / 2));
        int y = layout_.lines[i].label.y + 2;
        auto out =
            fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"#fff\"/>\n",
                        x - wide / 2, y, wide, kLabelLine * static_cast<int>(lines.size()));
        for (const auto& text : lines) {
            out += text_at({x, y + kLabelSize}, text, {kLabelSize, false, "middle"});
            y += kLabelLine;
        }
        return out;
    }

    [[nodiscard]] std::string box(std::size_t i) const {
        const auto& from = chart_.boxes[i];
        const auto& at = layout_.boxes[i];
        auto out = fmt::format("<g><title>{}</title>\n", xml_text(from.name));
        out += borders(from, at);
        int y = at.y + 7;
        for (const auto& line : texts_[i].lines) {
            y += line.size;
            out += text_at({at.x + kBoxWidth / 2, y}, line.text, {line.size, line.bold, "middle"});
            y += 3;
        }
        return out + "</g>\n";
    }

    std::string legend(int& y) const;
    std::string footnotes(int& y) const;

    Chart chart_;
    std::vector<BoxText> texts_;
    ChartLayout layout_;
    int width_ = 0;
};

std::string Sheet::legend(int& y) const {
    struct Row {
        std::string_view words;
        ChartLine::Style style;
    };
    constexpr std::array<Row, 3> kRows{{{"holds a share", ChartLine::Style::Stated},
                                        {"share not stated", ChartLine::Style::NotStated},
                                        {"control, no share told", ChartLine::Style::Control}}};
    int x = kMargin;
    std::string out;
    for (const auto& row : kRows) {
        out += fmt::format(
            "<path d=\"M{} {}h36\" fill=\"none\" stroke=\"#000\"{} "
            "marker-end=\"url(#arrow)\"/>\n",
            x, y - 3, dashes(row.style));
        out += text_at({x + 42, y}, row.words, {});
        x += 60 + static_cast<int>(em_width(row.words)) * kNoteSize / 100;
    }
    const auto sample = [&](Truth listed, std::string_view words) {
        const auto dashed = listed == Truth::Yes ? "" : " stroke-dasharray=\"4 3\"";
        out += fmt::format(
            "<rect x=\"{}\" y=\"{}\" width=\"24\" height=\"14\" fill=\"#fff\" "
            "stroke=\"#000\" stroke-width=\"{}\"{}/>\n<rect x=\"{}\" y=\"{}\" "
            "width=\"16\" height=\"6\" fill=\"#fff\" stroke=\"#000\"{}/>\n",
            x, y - 10, listed == Truth::Yes ? 3 : 1, dashed, x + 4, y - 6, dashed);
        out += text_at({x + 32, y}, words, {});
        x += 50 + static_cast<int>(em_width(words)) * kNoteSize / 100;
    };
    sample(Truth::Yes, "listed");
    sample(Truth::Unknown, "perhaps listed");
    out += text_at({x, y},
                   "until: no longer from that day.  [1] source.  An arrow leads to what is "
                   "held; arrows that join lead to the same company.",
                   {});
    y += 10;
    return out;
}

std::string Sheet::footnotes(int& y) const {
    constexpr int kColumnGap = 24;
    const int room = (width_ - 2 * kMargin - kColumnGap) / 2;
    std::vector<std::string> lines;
    for (const auto& note : chart_.footnotes) {
        for (auto& line : text_lines(note, room, kNoteSize, 3)) lines.push_back(std::move(line));
    }
    constexpr std::size_t kOneColumn = 8;
    const auto each = lines.size() <= kOneColumn ? lines.size() : (lines.size() + 1) / 2;
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int column = i < each ? 0 : 1;
        const int row = static_cast<int>(i < each ? i : i - each);
        out += text_at({kMargin + column * (room + kColumnGap), y + kNoteLine * (row + 1)},
                       lines[i], {});
    }
    y += kNoteLine * static_cast<int>(each);
    return out;
}

}  // namespace

std::string trace_svg(const LinkGraph& graph, const Trace& trace) {
    return Sheet(chart(graph, trace)).write();
}

}  // namespace cordon::links
