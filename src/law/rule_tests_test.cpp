// SPDX-License-Identifier: Apache-2.0
#include "law/rule_tests.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

namespace cordon::law {
namespace {

constexpr const char* kSchema = R"(
subject = "{}"
[[fact]]
name = "{}"
type = "{}"
means = "m"
{}
)";

std::vector<RuleFile> facts() {
    return {
        {"facts/transaction.toml", fmt::format(kSchema, "transaction", "date", "date", "")},
        {"facts/item.toml", fmt::format(kSchema, "item", "big", "yes_no", "")},
        {"facts/device.toml", fmt::format(kSchema, "device", "tpp", "number", "unit = \"TPP\"")},
        {"facts/party.toml", fmt::format(kSchema, "party", "country", "country", "")},
        {"facts/listing.toml",
         fmt::format(kSchema, "listing", "list", "choice",
                     "options = [\"sdn\"]\nderived = true\ncomes_from = \"the list\"")},
    };
}

struct Rule {
    std::string per, when;
    std::vector<std::string> tests;  ///< "expect | facts | date", the date optional
    std::string more = "";
};

Law law_of(const Rule& rule) {
    std::string text = fmt::format(
        "[provision]\nid = \"x\"\nname = \"x\"\ntitle = \"X\"\nkind = \"definition\"\ncite = "
        "\"c\"\n"
        "per = \"{}\"\n[[version]]\nfrom = 2023-01-01\nsource = \"s\"\nconfidence = \"P\"\n"
        "when = \"{}\"\n{}\n",
        rule.per, rule.when, rule.more);
    // The loader wants a test of each answer; only their names matter here.
    std::vector<std::string> tests = rule.tests;
    tests.emplace_back("applies | {} | 2020-01-01");
    tests.emplace_back("does_not_apply | {} | 2020-01-01");
    for (std::size_t i = 0; i < tests.size(); ++i) {
        const std::size_t first = tests[i].find(" | ");
        const std::size_t second = tests[i].find(" | ", first + 3);
        const bool dated = second != std::string::npos;
        text += fmt::format("[[test]]\nname = \"t{}\"\ndate = {}\nfacts = {}\nexpect = \"{}\"\n", i,
                            dated ? tests[i].substr(second + 3) : "2024-01-01",
                            tests[i].substr(first + 3, dated ? second - first - 3 : second),
                            tests[i].substr(0, first));
    }
    std::vector<RuleFile> files = facts();
    files.push_back({"x.toml", text});
    auto law = Law::load(std::move(files));
    if (!law) fail_check(__FILE__, __LINE__, law.error().to_text());
    return std::move(*law);
}

/// What each test of the rule got, the two added ones left out.
std::vector<std::string> answers(const Rule& rule) {
    const Law law = law_of(rule);
    std::vector<std::string> out;
    for (const RuleTestResult& result : run_rule_tests(law)) {
        EXPECT_EQ(result.passed, result.got == result.expected);
        EXPECT_EQ(result.passed, result.explanation.empty()) << result.explanation;
        if (out.size() < rule.tests.size()) out.push_back(result.got);
    }
    return out;
}

using Answers = std::vector<std::string>;

TEST(RuleTests, any_subject_for_which_it_holds_is_enough) {
    EXPECT_EQ(
        answers({.per = "device",
                 .when = "device.tpp >= 4800 TPP",
                 .tests =
                     {"applies | { items = [ { devices = [ { tpp = 1 }, { tpp = \"4800\" } ] } ] }",
                      "applies | { items = [ { devices = [ { tpp = 4799.9 } ] } ] }",
                      "applies | { items = [ { devices = [ { } ] } ] }",
                      "applies | { items = [ { devices = [ { tpp = \"4000 to 5000\" } ] } ] }",
                      "applies | { }"}}),
        (Answers{"applies", "does_not_apply", "cannot_tell", "cannot_tell", "does_not_apply"}));
}

TEST(RuleTests, the_entries_a_name_may_mean_must_agree) {
    const auto alternatives = [](std::string_view a, std::string_view b) {
        return fmt::format(
            "applies | {{ items = [ {{ alternatives = [ {{ devices = [ {} ] }}, "
            "{{ devices = [ {} ] }} ] }} ] }}",
            a, b);
    };
    EXPECT_EQ(answers({.per = "device",
                       .when = "device.tpp >= 4800 TPP",
                       .tests = {alternatives("{ tpp = 5000 }", "{ tpp = 6000 }"),
                                 alternatives("{ tpp = 5000 }", "{ tpp = 1 }"),
                                 alternatives("{ tpp = 1 }", "{ tpp = 2 }, { tpp = 3 }"),
                                 alternatives("{ tpp = 1 }, { tpp = 9999 }", "{ tpp = 9000 }")}}),
              (Answers{"applies", "cannot_tell", "does_not_apply", "applies"}));
}

TEST(RuleTests, listings_not_mentioned_are_none) {
    EXPECT_EQ(
        answers({.per = "party",
                 .when = "any listing: listing.list == sdn",
                 .tests = {"applies | { parties = [ { } ] }",
                           "applies | { parties = [ { listings = [ { list = \"sdn\" } ] } ] }",
                           "applies | { parties = [ { listings_complete = false } ] }"}}),
        (Answers{"does_not_apply", "applies", "cannot_tell"}));
}

TEST(RuleTests, the_date_is_that_of_the_test) {
    EXPECT_EQ(answers({.per = "transaction",
                       .when = "date >= 2024-01-01",
                       .tests = {"applies | {} | 2024-01-01", "applies | {} | 2023-12-31"}}),
              (Answers{"applies", "does_not_apply"}));
}

TEST(RuleTests, a_definition_of_countries_is_asked_of_one) {
    const Rule rule{.per = "country",
                    .when = "country in {CN, MO}",
                    .tests = {"applies | { country = \"MO\" }", "applies | { country = \"SG\" }",
                              "applies | { contry = \"MO\" }", "applies | { country = \"QQ\" }"}};
    const auto results = run_rule_tests(law_of(rule));
    EXPECT_EQ(results.at(0).got, "applies");
    EXPECT_EQ(results.at(1).got, "does_not_apply");
    EXPECT_EQ(results.at(1).explanation, "asked of SG\n");
    EXPECT_EQ(results.at(2).got, "error");
    EXPECT_NE(results.at(2).explanation.find("asked of one country"), std::string::npos);
    EXPECT_EQ(results.at(3).got, "error");
    EXPECT_NE(results.at(3).explanation.find("QQ"), std::string::npos);
}

TEST(RuleTests, a_version_that_does_not_count_does_not_apply) {
    const char* status =
        "[[status]]\nfrom = 2024-06-01\nstate = \"stayed\"\nsource = \"s\"\nconfidence = \"P\"";
    const Rule rule{.per = "transaction",
                    .when = "yes",
                    .tests = {"applies | {} | 2024-05-31", "applies | {} | 2024-06-01",
                              "applies | {} | 2022-12-31"},
                    .more = status};
    const auto results = run_rule_tests(law_of(rule));
    EXPECT_TRUE(results.at(0).passed);
    EXPECT_EQ(results.at(1).got, "does_not_apply");
    EXPECT_EQ(results.at(1).explanation, "stayed on that day; it does not count in this reading\n");
    EXPECT_EQ(results.at(2).got, "does_not_apply");
    EXPECT_EQ(results.at(2).explanation, "no version holds on that day\n");
}

TEST(RuleTests, facts_that_cannot_be_read_are_an_error) {
    const auto results =
        run_rule_tests(law_of({.per = "party",
                               .when = "party.country == CN",
                               .tests = {"applies | { parties = [ { contry = \"CN\" } ] }"}}));
    EXPECT_EQ(results.at(0).got, "error");
    EXPECT_FALSE(results.at(0).passed);
    EXPECT_NE(results.at(0).explanation.find("x.toml:17:34: parties[0].contry"), std::string::npos)
        << results.at(0).explanation;
    EXPECT_NE(results.at(0).explanation.find("`country`"), std::string::npos);
}

TEST(RuleTests, a_failed_test_shows_how_each_condition_was_decided) {
    const auto results =
        run_rule_tests(law_of({.per = "party",
                               .when = "party.country == CN",
                               .tests = {"applies | { parties = [ { country = \"SG\" } ] }"}}));
    EXPECT_FALSE(results.at(0).passed);
    EXPECT_NE(results.at(0).explanation.find("party 1\n"), std::string::npos);
    EXPECT_NE(results.at(0).explanation.find("no: party.country == CN"), std::string::npos);
    EXPECT_EQ(results.at(0).provision, "x");
    EXPECT_EQ(results.at(0).test, "t0");
    EXPECT_EQ(results.at(0).position.file, "x.toml");
}

}  // namespace
}  // namespace cordon::law
