// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/text.h"
#include "links/trace_pages.h"
#include "links/trace_pages_testing.h"

namespace cordon::links {
namespace {

Json read_back(const Json& json) {
    return MUST(parse_json(write_json(json), {"trace"}));
}

TEST(TraceJson, ReadsBackToTheSameBytes) {
    for (const auto make : {successor, aggregate, circle, strange_names, nominee, crowd}) {
        const auto made = make();
        const auto bytes = write_json(trace_json(made.graph, made.trace));
        EXPECT_TRUE(is_valid_utf8(bytes));
        EXPECT_EQ(write_json(MUST(parse_json(bytes, {"trace"}))), bytes);
        EXPECT_EQ(write_json(trace_json(made.graph, made.trace)), bytes);
    }
}

TEST(TraceJson, GivesEveryAnswerExactly) {
    const auto made = aggregate();
    const auto json = read_back(trace_json(made.graph, made.trace));
    EXPECT_EQ(json.find("party")->text, "p0");
    EXPECT_EQ(json.find("day")->text, "2025-04-01");
    EXPECT_EQ(json.find("known")->text, "2025-03-30");
    const auto& ownership = *json.find("ownership");
    EXPECT_EQ(ownership.find("held")->text, "yes");
    EXPECT_EQ(ownership.find("named")->find("low")->text, "0.51");
    EXPECT_EQ(ownership.find("possible")->find("text")->text, "51 to 100 %");
    EXPECT_EQ(json.find("parent")->find("party")->text, "p3");
}

TEST(TraceJson, PointsAtTheLinksThatCarryAnAnswer) {
    const auto made = aggregate();
    const auto json = read_back(trace_json(made.graph, made.trace));
    const auto& witness = json.find("ownership")->find("witness")->items;
    ASSERT_EQ(witness.size(), 2U);
    const auto& first = json.find("links")->items[std::stoul(witness[0].text)];
    EXPECT_EQ(first.find("subject")->text, "p1");
    EXPECT_EQ(first.find("relation")->text, "owns");
    EXPECT_EQ(first.find("share")->find("low")->text, "0.49");
    EXPECT_EQ(first.find("holds")->text, "yes");
}

TEST(TraceJson, NamesEveryPartyThatALinkNames) {
    const auto made = crowd();
    const auto json = read_back(trace_json(made.graph, made.trace));
    EXPECT_EQ(json.find("parties")->items.size(), made.graph.parties().size());
    EXPECT_EQ(json.find("behind")->find("stakes")->items.size(), made.trace.behind.stakes.size());
}

TEST(TraceJson, WritesNotesOfSuccessionWithWhatWouldRefuteThem) {
    const auto made = successor();
    const auto json = read_back(trace_json(made.graph, made.trace));
    const auto& note = json.find("successions")->items.at(0);
    EXPECT_EQ(note.find("strength")->text, "strong");
    EXPECT_EQ(note.find("listed")->find("since")->text, "2019-06-24");
    EXPECT_EQ(note.find("signals")->items.at(1).find("kind")->text, "shared_address");
    EXPECT_EQ(note.find("signals")->items.at(1).find("refuted_by")->text, "lease and floor plan");
}

}  // namespace
}  // namespace cordon::links
