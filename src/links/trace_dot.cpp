// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <map>

#include "links/chart.h"
#include "links/trace_pages.h"
#include "links/trace_words.h"

namespace cordon::links {

namespace {

/// Inside the quotes of a label, where Graphviz also knows backslashes and entities.
std::string quoted(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '&' ? std::string("&amp;") : std::string(1, c);
    }
    return out;
}

std::string box_text(std::uint32_t number, const ChartBox& box) {
    std::string label = quoted(box.name);
    for (const auto& note : box.notes) label += "\\n" + quoted(note);
    if (!box.listing.empty()) label += "\\n" + quoted(box.listing);
    std::string_view look;
    if (box.listed == Truth::Yes) {
        look = ", peripheries=2, penwidth=2";
    } else if (box.listed == Truth::Unknown) {
        look = ", peripheries=2, style=dashed";
    } else if (box.kind == ChartBox::Kind::Asked) {
        look = ", penwidth=2";
    }
    return fmt::format("  n{} [label=\"{}\"{}];\n", number, label, look);
}

std::string line_text(const ChartLine& line) {
    std::string_view style;
    switch (line.style) {
        case ChartLine::Style::Stated:
            style = "";
            break;
        case ChartLine::Style::NotStated:
            style = ", style=dashed";
            break;
        case ChartLine::Style::Control:
            style = ", style=dotted";
            break;
    }
    return fmt::format("  n{} -> n{} [label=\"{}{}{}\"{}];\n", line.holder, line.company,
                       quoted(line.share), line.dates.empty() ? "" : "\\n", quoted(line.dates),
                       style);
}

}  // namespace

std::string trace_dot(const LinkGraph& graph, const Trace& trace) {
    const auto drawn = chart(graph, trace);
    std::string caption;
    for (const auto* text : {&drawn.title, &drawn.day, &drawn.answer}) {
        caption += quoted(*text) + "\\l";
    }
    for (const auto& note : drawn.footnotes) caption += quoted(note) + "\\l";
    std::string out = fmt::format(
        "digraph trace {{\n  charset=\"UTF-8\";\n  rankdir=TB;\n  label=\"{}\";\n"
        "  labeljust=l;\n  node [shape=box, fontname=\"Helvetica\"];\n"
        "  edge [fontname=\"Helvetica\", fontsize=10];\n",
        caption);
    std::map<std::uint32_t, std::string> tiers;
    for (std::uint32_t i = 0; i < drawn.boxes.size(); ++i) {
        out += box_text(i, drawn.boxes[i]);
        tiers[drawn.boxes[i].tier] += fmt::format(" n{};", i);
    }
    for (const auto& [tier, boxes] : tiers) out += "  {rank=same;" + boxes + "}\n";
    for (const auto& line : drawn.lines) out += line_text(line);
    return out + "}\n";
}

}  // namespace cordon::links
