// SPDX-License-Identifier: Apache-2.0
// Every mistake a condition can have, with the exact words. The condition starts at column 11 of
// line 14 of the sample rule (when = and three quotes stand before it).
#include <gtest/gtest.h>

#include "law/reference/sample.h"

namespace cordon::law {
namespace {

using Texts = std::vector<std::string>;

Texts mistakes(const std::string& when, const std::string& per = "transaction") {
    sample::Rule rule;
    rule.name = "wrong";
    rule.per = per;
    rule.when = when;
    return sample::mistakes_of(rule);
}

TEST(Check, PassesWhatTheReferencePromises) {
    const std::vector<std::pair<std::string, std::string>> good = {
        {"transaction", "sunny and not military or route.to in {CN, MO}"},
        {"transaction", "value >= 2500 USD and power < 20 MW"},
        {"transaction", "date - since >= 25 days and date >= 2024-04-10"},
        {"transaction", "CN in route.via or route.via intersects group_d"},
        {"transaction", "any party where end_user in party.roles: party.country == CN"},
        {"transaction", "(count party where party.army) >= 2"},
        {"transaction", "2 <= count device where device.tpp >= 4800 TPP"},
        {"transaction", "any listing: 4 in listing.footnotes and listing.list != sdn"},
        {"item", "item.kind == 3A090.a or any device: device.tpp / device.area > 5.92 TPP/mm2"},
        {"item", "item.kind in {ic, board} and of_item(item) and of_transaction()"},
        {"device", "max(device.tpp, 2 * device.tpp) >= 4.8e3 TPP and item.listed"},
        {"party", "party.owned >= 50 % and of_country(party.country)"},
        {"party", "no party: party.roles intersects {seller, buyer}"},
        {"country", "country in group_d or country == MO"},
        {"transaction", "(sunny == no) != military and activity == planned"},
        {"transaction", "all item: any device: device.datacenter"},
    };
    for (const auto& [per, when] : good) {
        EXPECT_EQ(mistakes(when, per), Texts()) << when;
    }
}

struct Mistake {
    std::string per, when;
    Texts expected;
};

void PrintTo(const Mistake& mistake, std::ostream* out) {
    *out << mistake.when;
}

class MistakeTest : public testing::TestWithParam<Mistake> {};

TEST_P(MistakeTest, IsNamedWithItsPlaceAndRemedy) {
    EXPECT_EQ(mistakes(GetParam().when, GetParam().per), GetParam().expected) << GetParam().when;
}

const std::vector<Mistake> kWords = {
    {"item",
     "item.knid == ic",
     {"14:11: there is no fact 'item.knid' | a fact of item; see rules/facts/item.toml | did you "
      "mean 'item.kind'?"}},
    {"transaction",
     "sunnny",
     {"14:11: nothing says what 'sunnny' means | a fact, a set, a country, yes or no | did you "
      "mean 'sunny'?"}},
    {"transaction",
     "story == export",
     {"14:11: 'story' cannot be used in a rule | a fact that is not text, texts or table | decide "
      "on a yes_no, number, date, country or choice fact"}},
    {"transaction",
     "item.kind == ic",
     {"14:11: 'item.kind' is used where no item is in scope |  | ask 'any item: …', or write per = "
      "\"item\""}},
    {"transaction",
     "activity == exprot",
     {"14:23: 'exprot' is not an option of activity | export, reexport, lease | did you mean "
      "'export'?"}},
    {"transaction",
     "route.to == ZZ",
     {"14:23: \"ZZ\" is not a country code | two letters of ISO 3166-1, e.g. CN, HK or US | codes "
      "that begin with Z: ZA, ZM and ZW"}},
    {"transaction",
     "route.to == UK",
     {"14:23: \"UK\" is not a country code | two letters of ISO 3166-1, e.g. CN, HK or US | write "
      "\"GB\" for the United Kingdom"}},
    {"transaction",
     "route.to in groop_d",
     {"14:23: 'groop_d' is neither a country nor a set | a country as two capital letters (CN), or "
      "a set of rules/sets | did you mean 'group_d'?"}},
    {"transaction",
     "route.to == HK",
     {"14:23: 'HK' reads as CN from 2020-12-23 on, so it never equals anything here |  | write "
      "CN"}},
    {"transaction",
     "country == CN",
     {"14:11: 'country' has a meaning only in a definition over a country |  | write per = "
      "\"country\", or name the fact: route.to, party.country"}},
    {"party",
     "party",
     {"14:11: 'party' is a subject, not a value |  | name one of its facts: party.…"}},
    {"transaction",
     "of_transaction",
     {"14:11: 'of_transaction' is a definition and must be called |  | write "
      "of_transaction()"}},
    {"transaction",
     "sunny and windy and activity == fly",
     {"14:21: nothing says what 'windy' means | a fact, a set, a country, yes or no | ",
      "14:43: 'fly' is not an option of activity | export, reexport, lease | "}},
};

const std::vector<Mistake> kUnits = {
    {"device",
     "device.tpp >= 4800",
     {"14:25: 'device.tpp' is an amount in TPP but '4800' is a plain number | an amount in TPP | "
      "write '4800 TPP'"}},
    {"device",
     "device.tpp >= 600 GB/s",
     {"14:25: 'device.tpp' is an amount in TPP but '600 GB/s' is an amount in GB/s | an amount in "
      "TPP | "}},
    {"party",
     "party.owned >= 50",
     {"14:26: 'party.owned' is a share in % but '50' is a plain number | a share in % | write '50 "
      "%'"}},
    {"item",
     "item.quantity >= 50 %",
     {"14:28: 'item.quantity' is a plain number but '50 %' is a share in % | a plain number | "}},
    {"device",
     "device.tpp >= 4800 TTP",
     {"14:25: \"TTP\" is not a known unit | one of count, share, %, TPP, TPP/mm2, TOPS, TFLOPS, "
      "GFLOPS, PFLOPS, EFLOPS, bit, mm2, GB/s, TB/s, MB/s, GB/s/mm2, GB, TB, kW, MW, W, USD, days, "
      "ops and ft3 | did you mean \"TPP\"?"}},
    {"device",
     "device.tpp >= 4800TPP",
     {"14:25: '4800TPP' is a number glued to its unit |  | write '4800 TPP'"}},
    {"device",
     "device.tpp + device.area > 3 TPP",
     {"14:24: 'device.tpp' is an amount in TPP but 'device.area' is an amount in mm2 | an amount "
      "in TPP | "}},
    {"device",
     "device.tpp > 0.0000000001 TPP",
     {"14:24: \"0.0000000001\" is not a number: more than nine decimals cannot be kept exactly | a "
      "plain decimal number, e.g. 4800, -0.5, 5.92 or 1e26 | "}},
    {"transaction",
     "power > 0.000000001 W",
     {"14:19: '0.000000001 W' cannot be held exactly | at most nine decimals, and at most 1e29 in "
      "the unit the program counts in | "}},
    {"transaction",
     "30 > power",
     {"14:11: '30' is a plain number but 'power' is an amount in kW | an amount in kW | write '30 "
      "kW'"}},
    {"transaction",
     "date + 25 USD > since",
     {"14:11: 'date + 25 USD' cannot be calculated: a date + an amount in USD | amounts of one "
      "unit, a date and days, or one date less another | "}},
    {"transaction",
     "since > 25 days",
     {"14:19: 'since' is a date but '25 days' is an amount in days | a date | "}},
};

const std::vector<Mistake> kTypes = {
    {"transaction",
     "route.to",
     {"14:11: 'route.to' is a country, not a condition | a yes/no fact, a comparison or a "
      "definition | compare it: route.to == …"}},
    {"transaction",
     "route.to < CN",
     {"14:11: 'route.to' is a country, which has no order | == or != | "}},
    {"transaction",
     "route.via == CN",
     {"14:11: 'route.via' holds several values and is not compared |  | write 'X in "
      "route.via' or 'route.via intersects {X, Y}'"}},
    {"transaction",
     "route.to in activity",
     {"14:23: 'activity' is an option of activity, not a set | {A, B}, a set of rules/sets, "
      "or a fact with several values | "}},
    {"transaction",
     "value in {CN}",
     {"14:11: 'value' is an amount in USD, not a country or an option |  | compare with == "
      "and join with 'or'"}},
    {"transaction",
     "route.to in {CN, export}",
     {"14:28: 'export' is neither a country nor a set | a country as two capital letters "
      "(CN), or a set of rules/sets | "}},
    {"transaction",
     "route.to intersects group_d",
     {"14:11: 'route.to' is a country, not a fact with several values |  | write 'route.to in "
      "…'"}},
    {"party",
     "route.via intersects party.roles",
     {"14:32: 'route.via' is a set of countries but 'party.roles' is options of party.roles | "
      "a set of countries | "}},
    {"party",
     "route.to in party.roles",
     {"14:11: 'route.to' is a country but 'party.roles' holds options of party.roles | an "
      "option of party.roles | "}},
    {"item",
     "item.kind == activity",
     {"14:24: 'item.kind' is an option of item.kind but 'activity' is an option of activity | "
      "an option of item.kind | "}},
    {"transaction",
     "sunny * 2 > 3",
     {"14:11: 'sunny' is a yes/no condition, not an amount | an amount | "}},
    {"transaction", "max(value) > 3 USD", {"14:11: 'max(value)' needs two amounts or more |  | "}},
    {"transaction",
     "max(value, since) > 3 USD",
     {"14:22: 'since' is a date, not an amount | an amount | "}},
    {"transaction",
     "activity == yes",
     {"14:23: 'activity' is an option of activity but 'yes' is a yes/no condition | an option "
      "of activity | "}},
};

const std::vector<Mistake> kSubjects = {
    {"item",
     "any item: item.listed",
     {"14:11: 'item' here already is one item |  | ask of 'item' directly, or move the question to "
      "a definition with per = \"transaction\""}},
    {"transaction",
     "nothing_of_the_sort()",
     {"14:11: there is no definition 'nothing_of_the_sort' | the name of a provision of rules/ "
      "| "}},
    {"item",
     "of_party(item)",
     {"14:11: 'of_party(item)' is asked of the wrong subject: of_party is asked of a party | "
      "of_party(party) | "}},
    {"item",
     "of_item()",
     {"14:11: 'of_item()' is asked of the wrong subject: of_item is asked of an item | "
      "of_item(item) | "}},
    {"transaction",
     "of_transaction(item)",
     {"14:11: 'of_transaction(item)' is asked of the wrong subject: of_transaction is asked of a "
      "transaction | of_transaction() | "}},
    {"transaction",
     "of_item(item)",
     {"14:19: 'item' is used where no item is in scope |  | ask 'any item: …', or write per = "
      "\"item\""}},
    {"transaction",
     "of_country(activity)",
     {"14:11: 'of_country(activity)' is asked of the wrong subject: of_country is asked of a "
      "country | of_country(a country: route.to, party.country …) | "}},
    {"transaction",
     "of_country()",
     {"14:11: 'of_country()' is asked of the wrong subject: of_country is asked of a country | "
      "of_country(a country: route.to, party.country …) | "}},
};

const std::vector<Mistake> kGrammar = {
    {"transaction",
     "",
     {"14:8: `when` is empty |  | Write a condition, or \"yes\" when it always holds"}},
    {"transaction",
     "sunny and",
     {"14:20: the condition ends too early | a fact, a number, a date, a word, a definition or '(' "
      "| "}},
    {"transaction",
     "sunny military",
     {"14:17: unexpected 'military' | 'and', 'or' or the end of the condition | "}},
    {"transaction", "(sunny and military", {"14:30: the condition ends too early | ')' | "}},
    {"transaction",
     "sunny = yes",
     {"14:17: unexpected character '=' | a fact, a number, a date, a word or an operator | write "
      "'==' to compare"}},
    {"transaction",
     "sunny && military",
     {"14:17: unexpected character '&' | a fact, a number, a date, a word or an operator | write "
      "'and'"}},
    {"transaction",
     "activity == \"export\"",
     {"14:23: unexpected character '\"' | a fact, a number, a date, a word or an operator | write "
      "words without quotes"}},
    {"transaction",
     "1 USD < value < 3 USD",
     {"14:25: '<' follows a comparison that is complete |  | join two comparisons with 'and', or "
      "put the first one in brackets"}},
    {"transaction",
     "date >= 2024-02-30",
     {"14:19: \"2024-02-30\" is not a date: February 2024 has 29 days | a day as year-month-day, "
      "e.g. 2024-02-29 | "}},
    {"transaction",
     "any parties: sunny",
     {"14:15: unexpected 'parties' | a subject: item, device, party or listing | "}},
    {"transaction",
     "any party where party.army",
     {"14:37: the condition ends too early | ':' and then the condition asked of each | "}},
    {"transaction",
     "route.to in {}",
     {"14:24: unexpected '}' | a word: a country or an option of a choice | "}},
    {"transaction", "route.to in {CN MO}", {"14:27: unexpected 'MO' | ',' or '}' | "}},
    {"transaction",
     "sunny and\n  or military",
     {"15:3: unexpected 'or' | a fact, a number, a date, a word, a definition or '(' | "}},
    {"transaction", "max(value, 3 USD > value", {"14:28: unexpected '>' | ')' | "}},
};

INSTANTIATE_TEST_SUITE_P(OfWords, MistakeTest, testing::ValuesIn(kWords));
INSTANTIATE_TEST_SUITE_P(OfUnits, MistakeTest, testing::ValuesIn(kUnits));
INSTANTIATE_TEST_SUITE_P(OfTypes, MistakeTest, testing::ValuesIn(kTypes));
INSTANTIATE_TEST_SUITE_P(OfSubjects, MistakeTest, testing::ValuesIn(kSubjects));
INSTANTIATE_TEST_SUITE_P(OfGrammar, MistakeTest, testing::ValuesIn(kGrammar));

}  // namespace
}  // namespace cordon::law
