// SPDX-License-Identifier: Apache-2.0
// CORDON_CHARTS=DIR writes the charts there, to be looked at.
#include "links/chart.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/file.h"
#include "base/money.h"
#include "base/text.h"
#include "links/read_links.h"
#include "links/trace_pages.h"
#include "links/trace_pages_testing.h"

namespace cordon::links {
namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// What a reader of XML must find in order: each tag closed, no bare sign in text.
bool well_formed(const std::string& svg) {
    std::vector<std::string> open;
    for (std::size_t at = 0; at < svg.size();) {
        if (svg[at] == '&') {
            const auto end = svg.find(';', at);
            const auto name = svg.substr(at, end - at + 1);
            if (name != "&amp;" && name != "&lt;" && name != "&gt;" && name != "&quot;" &&
                name != "&#39;") {
                return false;
            }
        }
        if (svg[at] != '<') {
            ++at;
            continue;
        }
        const auto end = svg.find('>', at);
        if (end == std::string::npos) return false;
        const auto tag = svg.substr(at + 1, end - at - 1);
        if (tag[0] == '/') {
            if (open.empty() || open.back() != tag.substr(1)) return false;
            open.pop_back();
        } else if (tag.back() != '/') {
            open.push_back(tag.substr(0, tag.find_first_of(" \n")));
        }
        at = end + 1;
    }
    return open.empty() && is_valid_utf8(svg);
}

TEST(Charts, AreWellFormedAndTheSameEveryTime) {
    for (const auto make : {successor, aggregate, circle, strange_names, nominee, lattice, crowd}) {
        const auto made = make();
        const auto svg = trace_svg(made.graph, made.trace);
        EXPECT_TRUE(well_formed(svg)) << svg;
        EXPECT_EQ(svg, trace_svg(made.graph, made.trace));
        EXPECT_EQ(trace_dot(made.graph, made.trace), trace_dot(made.graph, made.trace));
        for (const auto* forbidden : {"<script", "http://", "https://", "href", "url(http"}) {
            const auto body = svg.substr(svg.find("viewBox"));
            EXPECT_FALSE(has(body, forbidden)) << forbidden;
        }
    }
}

TEST(Charts, SayListingShareDatesAndSource) {
    const auto made = aggregate();
    const auto svg = trace_svg(made.graph, made.trace);
    for (const auto* text :
         {"Entity List since", "role=\"img\"", "33 to 34 % [", "2015-03-01 until 2026-06-30",
          "share not stated [1]", "controls [1]", "not settled", "holds 1 % of itself",
          "Who holds it on 2025-04-01, as known on 2025-03-30", "[1] A: Annual report 2024",
          "perhaps Silent", "no source told", "stroke-dasharray=\"8 4\"",
          "stroke-dasharray=\"1 4\""}) {
        EXPECT_TRUE(has(svg, text)) << text;
    }
    const auto dot = trace_dot(made.graph, made.trace);
    for (const auto* text :
         {"peripheries=2, penwidth=2", "Entity List since 2025-03-25", "style=dotted",
          "2015-03-01 until 2026-06-30", "[1] A: Annual report 2024"}) {
        EXPECT_TRUE(has(dot, text)) << text;
    }
}

TEST(Charts, DoNoHarmWithStrangeNames) {
    const auto made = strange_names();
    const auto svg = trace_svg(made.graph, made.trace);
    EXPECT_TRUE(has(svg, "&lt;b&gt;A &amp; &quot;B&quot; &#39;C&#39; \\N Ltd [31mred"));
    const auto dot = trace_dot(made.graph, made.trace);
    EXPECT_TRUE(has(dot, "label=\"<b>A &amp; \\\"B\\\" 'C' \\\\N Ltd [31mred"));
    for (const auto& text : {svg, dot}) {
        EXPECT_FALSE(has(text, "\x1b"));
        EXPECT_FALSE(has(text, "\xC2\x9B"));
        EXPECT_FALSE(has(text, "\xE2\x80\xAE"));
    }
}

TEST(Charts, ShowWhatANomineeHoldsAndWhichRecordsAreOneParty) {
    const auto made = nominee();
    const auto drawn = chart(made.graph, made.trace);
    ASSERT_EQ(drawn.boxes.size(), 3U);
    EXPECT_EQ(drawn.boxes[0].listing, "Entity List since 2023-10-17");
    EXPECT_EQ(drawn.boxes[1].name, "What Front Nominees Ltd holds for another");
    EXPECT_EQ(drawn.boxes[2].notes.back(), "also recorded as Real Owner (register) [3]");
    EXPECT_EQ(drawn.lines[0].share, "30 % [1]");
    EXPECT_EQ(drawn.lines[1].share, "through a nominee [2]");
}

TEST(Charts, OfACrowdDrawTheListedHolderAndSumTheLightest) {
    const auto made = crowd();
    const auto drawn = chart(made.graph, made.trace);
    EXPECT_EQ(drawn.boxes.size(), kBoxesMax);
    const auto named = [&](std::string_view part) {
        return std::count_if(drawn.boxes.begin(), drawn.boxes.end(),
                             [&](const ChartBox& box) { return has(box.name, part); });
    };
    EXPECT_EQ(named("Holder number 251"), 1);
    EXPECT_EQ(named(" others, together "), 1);
    const auto& others = drawn.boxes.back().name;
    const auto count = std::count_if(drawn.boxes.begin(), drawn.boxes.end(),
                                     [](const ChartBox& box) { return box.tier == 1; });
    EXPECT_TRUE(has(others, "and " + std::to_string(301 - count) + " others")) << others;
}

TEST(Charts, SumWhatEveryHolderHas) {
    const auto made = crowd();
    const auto shown = nodes_shown(made.trace);
    std::uint64_t all = 0, drawn = 0;
    for (const auto& stake : made.trace.behind.stakes) {
        if (stake.company != 0) continue;
        all += stake.low;
        if (shown[stake.holder]) drawn += stake.low;
    }
    const auto left = part_of_whole(static_cast<std::uint32_t>(all - drawn),
                                    static_cast<std::uint32_t>(all - drawn));
    const auto percent = MUST(Share::from_interval(left)).to_text();
    EXPECT_TRUE(has(trace_dot(made.graph, made.trace), "together " + percent)) << percent;
}

TEST(Charts, SayThatListedHoldersAreAmongTheOthers) {
    TraceMaker make("2024-06-12");
    const auto asked = make.party("Asked Ltd");
    make.node(asked, 0);
    for (int i = 0; i < 60; ++i) {
        const auto holder = make.party("Listed " + std::to_string(i));
        make.node(holder, 1, entity_list("x", "2024-01-01"));
        make.owns(holder, asked, 100, 100);
    }
    const auto made = make.made();
    const auto drawn = chart(made.graph, made.trace);
    EXPECT_EQ(drawn.boxes.size(), kBoxesMax);
    EXPECT_EQ(drawn.boxes.back().listing, "22 of them listed");
    EXPECT_EQ(drawn.boxes.back().listed, Truth::Yes);
}

TEST(Charts, OfEveryStarterPartyAreWellFormed) {
    const auto& graph = starter_links();
    for (PartyIndex party = 0; party < graph.parties().size(); ++party) {
        const auto trace = of_starter(party);
        EXPECT_TRUE(well_formed(trace_svg(graph, trace))) << graph.party(party).name;
        EXPECT_TRUE(is_valid_utf8(trace_dot(graph, trace)));
    }
}

TEST(Charts, AreWrittenToBeLookedAt) {
    const char* folder = std::getenv("CORDON_CHARTS");
    if (folder == nullptr) GTEST_SKIP() << "CORDON_CHARTS is not set";
    const auto keep = [&](const std::string& name, const MadeTrace& made) {
        const auto path = std::string(folder) + "/" + name;
        EXPECT_TRUE(write_file_atomically(path + ".svg", trace_svg(made.graph, made.trace)));
        EXPECT_TRUE(write_file_atomically(path + ".dot", trace_dot(made.graph, made.trace)));
        EXPECT_TRUE(write_file_atomically(path + ".json",
                                          write_json_indented(trace_json(made.graph, made.trace))));
        EXPECT_TRUE(
            write_file_atomically(path + ".txt", trace_text(made.graph, made.trace, 100, true)));
    };
    keep("successor", successor());
    keep("aggregate", aggregate());
    keep("circle", circle());
    keep("strange", strange_names());
    keep("nominee", nominee());
    keep("crowd", crowd());
    keep("lattice", lattice());
    for (const auto* id : {"other-aivres-systems", "el-nettrix", "el-sugon", "el-higon", "el-suma",
                           "el-biren", "other-smic-north"}) {
        const auto found = starter_links().find(id);
        if (!found.empty()) keep(id, {starter_links(), of_starter(found[0])});
    }
}

}  // namespace
}  // namespace cordon::links
