// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "links/read_links.h"
#include "links/trace_pages.h"
#include "links/trace_pages_testing.h"
#include "links/trace_words.h"

namespace cordon::links {
namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string page(const MadeTrace& made, bool explain = false, std::size_t width = 100) {
    return trace_text(made.graph, made.trace, width, explain);
}

TEST(TraceText, OpensWithWhoWhenAndAsKnownWhen) {
    EXPECT_TRUE(
        page(aggregate())
            .starts_with(
                "Example Systems Inc. (United States) on 2025-04-01, as known on 2025-03-30\n"))
        << page(aggregate());
    EXPECT_TRUE(page(circle()).starts_with(
        "Bottom Ltd (Germany) on 2024-06-12, by all sources, whatever their date\n"));
}

TEST(TraceText, SaysThePartThatListedPartiesHoldAndWhatCarriesIt) {
    const auto text = page(aggregate());
    EXPECT_TRUE(has(text, "50 % rule: yes. Listed parties hold 51 % of it")) << text;
    EXPECT_TRUE(has(text,
                    "- Example Group Co., Ltd. (Entity List, 2025-03-25) owns 49 % of Example "
                    "Systems Inc. [1]"))
        << text;
}

TEST(TraceText, NeverCallsASuccessionMoreThanANote) {
    const auto brief = page(successor());
    EXPECT_TRUE(has(brief, "Worth knowing, never an accusation"));
    EXPECT_TRUE(has(brief, "Sugon (Entity List, 2019-06-24): strong, weight 7")) << brief;
    EXPECT_FALSE(has(brief, "lease and floor plan"));
    const auto whole = page(successor(), true);
    EXPECT_TRUE(has(whole, "Refuted by: lease and floor plan"));
    EXPECT_TRUE(has(whole, "Innocent if: a business park with many tenants"));
}

TEST(TraceText, TellsTheSameNoteOfSeveralPartiesOnce) {
    auto made = successor();
    made.trace.successions.push_back(made.trace.successions.front());
    made.trace.successions.back().party = 0;
    const auto text = page(made, true, 200);
    EXPECT_TRUE(has(text,
                    "Sugon (Entity List, 2019-06-24); Nettrix Information Industry Co., Ltd. "
                    "(Entity List, 2019-06-24): strong, weight 7"))
        << text;
    EXPECT_EQ(text.find("lease and floor plan"), text.rfind("lease and floor plan"));
}

TEST(TraceText, WritesAChainOnOneLine) {
    EXPECT_TRUE(has(page(aggregate()),
                    "- Example Systems Inc. <- 49 % owned by - Example Group Co., Ltd. (Entity "
                    "List, 2025-03-25) [1]\n"));
    EXPECT_TRUE(has(page(successor(), false, 200),
                    "Ltd. - is successor of -> Sugon (Entity List, 2019-06-24) [1]\n"))
        << page(successor(), false, 200);
}

TEST(TraceText, NamesDirectHoldersWhereNothingCarriesTheAnswer) {
    const auto text = page(circle());
    EXPECT_TRUE(has(text, "Held by:\n    - Left Ltd: 50 % [1]\n    - Right Ltd: 50 % [1]\n"))
        << text;
    EXPECT_TRUE(has(page(crowd()), "and 288 more"));
    EXPECT_TRUE(has(page(nominee()), "Listed itself: Entity List, 2023-10-17, as Asked"));
}

TEST(TraceText, SaysThatTheSearchWasCut) {
    EXPECT_TRUE(has(page(circle()), "The search met its limit"));
    EXPECT_FALSE(has(page(aggregate()), "The search met its limit"));
}

TEST(TraceText, TellsSourcesByGradeAndOpenQuestionsLast) {
    const auto text = page(aggregate());
    const auto a = text.find("A: official text"), c = text.find("C: named outlet");
    EXPECT_LT(a, c);
    EXPECT_LT(c, text.find("OPEN QUESTIONS"));
    EXPECT_FALSE(has(text, "D: single")) << "nothing on the page rests on it\n" << text;
}

TEST(TraceText, AsksForAStatedShareBeforeHoldersNobodyNames) {
    auto made = aggregate();
    made.trace.ownership.held = Truth::Unknown;
    made.trace.ownership.open = {{"B", std::nullopt, "Who holds the rest?", percents(0, 60)},
                                 {"B", LinkIndex{2}, "How much does A hold?", percents(0, 30)}};
    const auto text = page(made);
    EXPECT_TRUE(has(text, "1. How much does A hold? It could be 0 to 30 %. [1]")) << text;
    EXPECT_TRUE(has(text, "2. Who holds the rest?\n")) << text;
}

TEST(TraceText, KeepsEveryLineWithinItsWidth) {
    for (const auto make : {successor, aggregate, circle, strange_names, nominee, crowd}) {
        for (const std::size_t width : {40U, 57U, 80U, 100U}) {
            const auto text = page(make(), true, width);
            for (const auto line : split(text, '\n')) {
                EXPECT_LE(display_width(line), width) << line;
            }
        }
    }
}

TEST(TraceText, OfEveryStarterPartyKeepsToItsWidth) {
    const auto& graph = starter_links();
    for (PartyIndex party = 0; party < graph.parties().size(); ++party) {
        const auto text = trace_text(graph, of_starter(party), 80, true);
        for (const auto line : split(text, '\n')) EXPECT_LE(display_width(line), 80U) << line;
    }
}

TEST(TraceText, SaysWhichListTheRuleDoesNotCount) {
    auto made = circle();
    made.trace.behind.nodes[3].listed = {Truth::Yes, Truth::No, "section_1260h", "T", "", {}};
    EXPECT_TRUE(
        has(page(made), "- Top Ltd (Section 1260H List; the 50 % rule does not count this list)"));
}

TEST(TraceText, MovesNoCursorWhateverANameHolds) {
    const auto text = page(strange_names(), true);
    EXPECT_TRUE(has(text, "<b>A & \"B\" 'C' \\N Ltd [31mred"));
    for (const auto* harm : {"\x1b", "\xC2\x9B", "\xE2\x80\xAE"}) EXPECT_FALSE(has(text, harm));
    EXPECT_TRUE(is_valid_utf8(text));
}

TEST(TraceText, ShortensALongEnumerationUnlessAllIsAskedFor) {
    auto made = crowd();
    made.trace.ownership.witness.resize(40);
    for (LinkIndex i = 0; i < 40; ++i) made.trace.ownership.witness[i] = i;
    EXPECT_TRUE(has(page(made), "and 28 more"));
    EXPECT_FALSE(has(page(made, true), "more\n"));
}

TEST(TraceWords, BreakAWordThatIsTooWideBetweenCharacters) {
    EXPECT_EQ(wrapped("曙光信息 ab", 5, display_width),
              (std::vector<std::string>{"曙光", "信息", "ab"}));
    EXPECT_EQ(wrapped("", 5, display_width), (std::vector<std::string>{""}));
}

}  // namespace
}  // namespace cordon::links
