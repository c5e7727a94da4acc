// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "law/reference/question.h"

namespace cordon::law {
namespace {

using sample::Question;

/// The tree as indented lines: "yes text | values | distance".
void print(const Trace& trace, const std::string& indent, std::string& out) {
    out += indent + std::string(to_text(trace.truth)) + " " + trace.text;
    if (!trace.values.empty()) out += " | " + trace.values;
    if (!trace.distance.empty()) out += " | " + trace.distance;
    out += "\n";
    for (const Trace& part : trace.parts) print(part, indent + "  ", out);
}
std::string printed(const Trace& trace) {
    std::string out;
    print(trace, "", out);
    return out;
}

const SubjectRef kItem{SubjectKind::Item, 0, 0, 0};

TEST(Trace, ShowsWhatWasWrittenDecidedAndMeasured) {
    Question q({Question::rule("big", "device", "device.tpp >= 4800 TPP"),
                Question::rule("asked", "item",
                               "item.kind == ic and\n  (any device: big(device)) and not sunny")});
    q.item(0, "kind", "ic");
    Origin origin;
    origin.kind = Origin::Kind::Catalogue;
    origin.source = "nv-h100-sxm";
    q.facts.items[0].alternatives[0].devices[0].set(
        q.law.schema().slot(SubjectKind::Device, "tpp"),
        Value::of(Interval::exactly(Decimal::from_int(15832))), origin);
    q.restart();
    EXPECT_EQ(printed(q.evaluation.trace(q.entry(), kItem)),
              "unknown item.kind == ic and (any device: big(device)) and not sunny\n"
              "  yes item.kind == ic | item.kind = ic\n"
              "  yes any device: big(device)\n"
              "    yes big(device)\n"
              "      yes device.tpp >= 4800 TPP | device.tpp = 15832 TPP (catalogue: nv-h100-sxm)"
              " | 11032 TPP above 4800 TPP\n"
              "  unknown not sunny | sunny is not known\n"
              "    unknown sunny | sunny is not known\n");
}

TEST(Trace, ShowsConditionsThatAShortCutWouldSkip) {
    Question q("sunny or military or route.to in group_d");
    q.set("sunny", "yes");
    q.set("route.to", "HK");
    q.restart();
    EXPECT_EQ(printed(q.evaluation.trace(q.entry(), {})),
              "yes sunny or military or route.to in group_d\n"
              "  yes sunny | sunny = yes\n"
              "  unknown military | military is not known\n"
              "  yes route.to in group_d | route.to = HK, reads as CN\n");
}

TEST(Trace, ShowsEachSubjectAndWhatNobodyNamed) {
    Question q("all party where end_user in party.roles: (no listing: listing.confirmed)", 0, 2);
    q.party(0, "roles", "end_user");
    q.facts.parties[0].listings_complete = false;
    q.party(1, "roles", "seller buyer");
    q.restart();
    EXPECT_EQ(
        printed(q.evaluation.trace(q.entry(), {})),
        "unknown all party where end_user in party.roles: (no listing: listing.confirmed)\n"
        "  unknown end_user in party.roles: no listing: listing.confirmed\n"
        "    yes end_user in party.roles | party.roles = end_user\n"
        "    unknown no listing: listing.confirmed\n"
        "      unknown there may be further listings of party 1: its screening is not complete\n"
        "  yes end_user in party.roles: no listing: listing.confirmed\n"
        "    no end_user in party.roles | party.roles = seller, buyer\n"
        "    yes no listing: listing.confirmed\n");
}

TEST(Trace, MeasuresCalculationsCountsSharesAndDays) {
    Question q(
        "date - since >= 25 days and (count party where party.owned >= 50 %) < 2"
        " and since <= 2023-12-01 and value / 3 > 30 USD",
        0, 2);
    q.set("since", "2023-12-22");
    q.set("value", "100");
    q.party(0, "owned", "49.5");
    q.restart();
    EXPECT_EQ(printed(q.evaluation.trace(q.entry(), {})),
              "no date - since >= 25 days and (count party where party.owned >= 50 %) < 2"
              " and since <= 2023-12-01 and value / 3 > 30 USD\n"
              "  no date - since >= 25 days | date = 2024-01-01; since = 2023-12-22;"
              " date - since = 10 days | 15 days below 25 days\n"
              "  yes (count party where party.owned >= 50 %) < 2"
              " | count party where party.owned >= 50 % = 0 to 1 | 1 to 2 below 2\n"
              "  no since <= 2023-12-01 | since = 2023-12-22 | 21 days after 2023-12-01\n"
              "  yes value / 3 > 30 USD | value = 100 USD; value / 3 = 33.333333333… USD"
              " | 3.333333333… USD above 30 USD\n");
}

TEST(Trace, SaysWhyADefinitionDoesNotCountAndWritesACallOnce) {
    sample::Rule old = Question::rule("old", "transaction", "sunny");
    old.until = "2020-01-01";
    Question q({old, Question::rule("now", "transaction", "sunny"),
                Question::rule("asked", "transaction", "old() or now() or not now()")});
    q.set("sunny", "yes");
    q.restart();
    EXPECT_EQ(printed(q.evaluation.trace(q.entry(), {})),
              "yes old() or now() or not now()\n"
              "  no old() | not in force on 2024-01-01\n"
              "  yes now()\n"
              "    yes sunny | sunny = yes\n"
              "  no not now()\n"
              "    yes now()\n"
              "      yes sunny | decided above\n");
    const Trace trace = q.evaluation.trace(q.entry(), {});
    EXPECT_EQ(trace.parts[1].definition, q.law.find("test.now"));
}

TEST(Trace, ShowsAnAmbiguousItemUnderEachAlternative) {
    Question q({Question::rule("asked", "item", "item.kind == ic")});
    q.facts.items[0].alternatives.push_back(q.facts.items[0].alternatives[0]);
    q.item(0, "kind", "ic", 0);
    q.item(0, "kind", "board", 1);
    q.restart();
    EXPECT_EQ(printed(q.evaluation.trace(q.entry(), kItem)),
              "unknown item.kind == ic\n"
              "  yes item.kind == ic | item.kind = ic\n"
              "  no item.kind == ic | item.kind = board\n");
}

TEST(Trace, ShowsUnless) {
    sample::Rule rule = Question::rule("asked", "transaction", "sunny or military");
    rule.unless = "route.to == SG";
    Question q({rule});
    q.set("route.to", "SG");
    q.set("sunny", "yes");
    q.restart();
    EXPECT_EQ(printed(q.evaluation.trace(q.entry(), {})),
              "no sunny or military unless route.to == SG\n"
              "  yes sunny or military\n"
              "    yes sunny | sunny = yes\n"
              "    unknown military | military is not known\n"
              "  no unless route.to == SG | route.to = SG\n"
              "    yes route.to == SG | route.to = SG\n");
}

TEST(FailedCondition, IsTheFirstThatFailedDownThroughDefinitions) {
    Question q({Question::rule("big", "device", "device.datacenter and device.tpp >= 4800 TPP"),
                Question::rule("asked", "item", "item.listed and any device: big(device)")});
    q.item(0, "listed", "yes");
    q.device(0, "datacenter", "yes");
    q.device(0, "tpp", "1000");
    q.restart();
    const Trace failed = q.evaluation.failed_condition(q.entry(), kItem);
    EXPECT_EQ(failed.text, "device.tpp >= 4800 TPP");
    EXPECT_EQ(failed.values, "device.tpp = 1000 TPP");
    EXPECT_EQ(failed.distance, "3800 TPP below 4800 TPP");
}

TEST(FailedCondition, KeepsAnOrWholeAndNamesItsValues) {
    Question q("sunny and (route.to == CN or route.to == MO)");
    q.set("sunny", "yes");
    q.set("route.to", "SG");
    q.restart();
    const Trace failed = q.evaluation.failed_condition(q.entry(), {});
    EXPECT_EQ(failed.text, "route.to == CN or route.to == MO");
    EXPECT_EQ(failed.values, "route.to = SG");
    EXPECT_EQ(failed.parts.size(), 2U);
}

// ---- missing facts ----

std::vector<std::string> names(const Question& q, const std::vector<MissingFact>& missing) {
    std::vector<std::string> out;
    for (const MissingFact& fact : missing) {
        const Fact& schema = q.law.schema().fact(fact.subject.kind, fact.slot);
        out.push_back(schema.full_name() + " of " + to_text(fact.subject) +
                      (fact.question ? "?" : ""));
    }
    return out;
}
using Texts = std::vector<std::string>;

TEST(Missing, NamesTheFactThatSettlesBothWaysFirst) {
    Question q("(military or sunny) and route.to == CN");
    q.set("sunny", "no");
    q.set("route.to", "CN");
    EXPECT_EQ(q.answer(), Truth::Unknown);
    EXPECT_EQ(names(q, q.evaluation.missing(q.entry(), {})), Texts{"military of transaction?"});
    Question two("route.to == CN and (military or sunny)");
    EXPECT_EQ(two.answer(), Truth::Unknown);
    EXPECT_EQ(
        names(two, two.evaluation.missing(two.entry(), {})),
        (Texts{"route.to of transaction", "sunny of transaction", "military of transaction?"}));
}

TEST(Missing, LeavesOutWhatDecidesNothing) {
    Question q("(sunny or route.to == CN) and military");
    q.set("sunny", "yes");
    EXPECT_EQ(q.answer(), Truth::Unknown);
    EXPECT_EQ(names(q, q.evaluation.missing(q.entry(), {})), Texts{"military of transaction?"});
    q.set("military", "yes");
    EXPECT_EQ(q.answer(), Truth::Yes);
    EXPECT_TRUE(q.evaluation.missing(q.entry(), {}).empty());
}

TEST(Missing, NamesVagueNumbersUnscreenedPartiesAndUnnamedDevices) {
    Question q("(any device: device.tpp >= 4800 TPP) or any listing: listing.confirmed");
    const Slot tpp = q.law.schema().slot(SubjectKind::Device, "tpp");
    auto& item = q.facts.items[0].alternatives[0];
    item.devices[0].set(
        tpp, Value::of(MUST(Interval::between(Decimal::from_int(1), Decimal::from_int(9000)))));
    item.devices_complete = false;
    q.facts.parties[0].listings_complete = false;
    EXPECT_EQ(q.answer(), Truth::Unknown);
    EXPECT_EQ(names(q, q.evaluation.missing(q.entry(), {})),
              (Texts{"item.devices of item 1", "device.tpp of item 1, device 1",
                     "party.screened of party 1"}));
}

TEST(Missing, AsksForTheNameOfAnAmbiguousItemFirst) {
    Question q("sunny and any item: item.kind == ic");
    q.facts.items[0].alternatives.push_back(q.facts.items[0].alternatives[0]);
    q.item(0, "kind", "ic", 0);
    q.item(0, "kind", "board", 1);
    EXPECT_EQ(q.answer(), Truth::Unknown);
    EXPECT_EQ(names(q, q.evaluation.missing(q.entry(), {})),
              (Texts{"item.name of item 1", "sunny of transaction"}));
}

TEST(Missing, AsksForTheNameWhenAlternativesDifferOnlyInACount) {
    Question q("(count device) == 1");
    q.facts.items[0].alternatives.push_back(q.facts.items[0].alternatives[0]);
    q.facts.items[0].alternatives[1].devices.clear();
    EXPECT_EQ(q.answer(), Truth::Unknown);
    EXPECT_EQ(names(q, q.evaluation.missing(q.entry(), {})), Texts{"item.name of item 1"});
}

TEST(Missing, LooksInsideCountsAndCalls) {
    Question q({Question::rule("soldiers", "transaction", "(count party where party.army) >= 1"),
                Question::rule("asked", "transaction", "soldiers()")},
               0, 2);
    q.party(0, "army", "no");
    EXPECT_EQ(q.answer(), Truth::Unknown);
    EXPECT_EQ(names(q, q.evaluation.missing(q.entry(), {})), Texts{"party.army of party 2?"});
}

}  // namespace
}  // namespace cordon::law
