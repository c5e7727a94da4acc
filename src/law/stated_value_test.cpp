// SPDX-License-Identifier: Apache-2.0
#include "law/stated_value.h"

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "law/case_reader.h"

namespace cordon::law {
namespace {

Fact fact_of(FactType type, std::string_view unit = "", std::vector<std::string> options = {}) {
    Fact fact;
    fact.name = "amount";
    fact.subject = SubjectKind::Device;
    fact.type = type;
    fact.unit = MUST(unit_named(unit));
    fact.options = std::move(options);
    return fact;
}

Fact tpp() {
    return fact_of(FactType::Number, "TPP");
}

/// The value in words, or the error as "message | expected | remedy".
std::string read(const char* json, const Fact& fact) {
    const Json parsed = MUST(parse_json(json, {}));
    const auto value = read_value(parsed, fact);
    if (value) return to_text(*value, fact);
    const Error& error = value.error();
    return fmt::format("{} | {} | {}", error.message, error.expected, error.remedy);
}

TEST(ReadValue, amounts_are_converted_exactly_to_the_canonical_unit) {
    EXPECT_EQ(read("4800", tpp()), "4800 TPP");
    EXPECT_EQ(read("4.8e3", tpp()), "4800 TPP");
    EXPECT_EQ(read("\"4800\"", tpp()), "4800 TPP");
    EXPECT_EQ(read("\" 4800 TPP \"", tpp()), "4800 TPP");
    EXPECT_EQ(read("\"4800TPP\"", tpp()), "4800 TPP");
    const Fact rate = fact_of(FactType::Number, "GB/s");
    EXPECT_EQ(read("\"3.35 TB/s\"", rate), "3350 GB/s");
    EXPECT_EQ(MUST(read_number(Json::of_text("3.35 TB/s"), rate)).lo(), Decimal::from_int(3350));
    EXPECT_EQ(read("\"1e26 ops\"", fact_of(FactType::Number, "ops")),
              "100000000000000000000000000 ops");
}

TEST(ReadValue, percentages_are_parts_of_one) {
    const Fact share = fact_of(FactType::Number, "%");
    EXPECT_EQ(read("50", share), "50 %");
    EXPECT_EQ(read("\"49.9%\"", share), "49.9 %");
    EXPECT_EQ(read("\"25-30%\"", share), "25 to 30 %");
    EXPECT_EQ(MUST(read_number(Json::of_text("50 %"), share)).lo(),
              MUST(Decimal::from_text("0.5")));
}

TEST(ReadValue, an_amount_may_be_known_within_bounds_only) {
    EXPECT_EQ(read("\"1600 to 1700 TPP\"", tpp()), "1600 to 1700 TPP");
    EXPECT_EQ(read("\"1600 TPP to 1700\"", tpp()), "1600 to 1700 TPP");
    EXPECT_EQ(read("{\"from\": \"1600\", \"to\": 1700}", tpp()), "1600 to 1700 TPP");
    EXPECT_EQ(read("{\"value\": {\"from\": \"1600 TPP\", \"to\": \"1700 TPP\"}}", tpp()),
              "1600 to 1700 TPP");
    EXPECT_EQ(
        read("\"1700 to 1600\"", tpp()),
        "`amount` goes from 1700 down to 1600 | a number of TPP, e.g. 50, \"50 TPP\" or \"50 to 60 "
        "TPP\" | ");
    EXPECT_EQ(read("{\"from\": 1}", tpp()),
              "`amount` is an object | {\"from\": \"1600\", \"to\": \"1700\"} for an amount within "
              "bounds | ");
}

RC_GTEST_PROP(ReadValue, a_whole_number_is_read_as_itself, (std::uint32_t whole)) {
    const auto number = read_number(Json::of_text(fmt::format("{} TPP", whole)), tpp());
    RC_ASSERT(number.has_value());
    RC_ASSERT(*number == Interval::exactly(Decimal::from_int(whole)));
}

TEST(ReadValue, wrong_amounts_are_refused_by_name) {
    const std::string expected = "a number of TPP, e.g. 50, \"50 TPP\" or \"50 to 60 TPP\" | ";
    EXPECT_EQ(read("\"many\"", tpp()), "`amount` has no number in \"many\" | " + expected);
    EXPECT_EQ(read("\"\"", tpp()), "`amount` has no number in \"\" | " + expected);
    EXPECT_EQ(read("true", tpp()), "`amount` is true or false | " + expected);
    EXPECT_EQ(read("[1]", tpp()), "`amount` is a list | " + expected);
    EXPECT_EQ(read("\"4800 GB/s\"", tpp()),
              "`amount` is given in GB/s, which does not measure it | " + expected);
    EXPECT_EQ(read("\"-5 TPP\"", tpp()), "amount must be 0 or more, not -5 TPP |  | ");
    EXPECT_EQ(read("\"4800 TTP\"", tpp()).substr(0, 10), "`amount`: ");
    const std::string huge = read("1e30", tpp());
    EXPECT_EQ(huge.substr(0, 23), "`amount` cannot be 1e30");
    const std::string wide = read("\"1e29 PFLOPS\"", fact_of(FactType::Number, "TOPS"));
    EXPECT_EQ(wide.substr(0, 47), "`amount` cannot be 1e29 PFLOPS: it is too large");
}

TEST(ReadValue, pieces_are_whole_and_more_than_none) {
    Fact quantity = fact_of(FactType::Number, "count");
    quantity.name = "quantity";
    EXPECT_EQ(read("8", quantity), "8");
    EXPECT_EQ(read("\"1e12\"", quantity), "1000000000000");
    EXPECT_EQ(read("0", quantity), "quantity must be above 0, not 0 |  | ");
    EXPECT_EQ(read("-1", quantity), "quantity must be above 0, not -1 |  | ");
    EXPECT_EQ(read("1000000000001", quantity),
              "quantity must be at most 1,000,000,000,000, not 1000000000001 |  | ");
    EXPECT_EQ(read("1.5", quantity), "quantity must be a whole number, not 1.5 |  | ");
    EXPECT_EQ(read("{\"from\": 0, \"to\": 5}", quantity), "quantity must be above 0 |  | ");
    EXPECT_EQ(read("\"50 %\"", quantity),
              "`quantity` is given in %, which does not measure it | a number | ");
}

TEST(ReadValue, yes_and_no_may_be_said_in_several_ways) {
    const Fact fact = fact_of(FactType::YesNo);
    for (const char* yes : {"true", "\"yes\"", "\"true\"", "\"Yes\""})
        EXPECT_EQ(read(yes, fact), "yes");
    for (const char* no : {"false", "\"no\"", "\"FALSE\""}) EXPECT_EQ(read(no, fact), "no");
    for (const char* open : {"null", "\"unknown\""}) EXPECT_EQ(read(open, fact), "unknown");
    EXPECT_EQ(read("\"maybe\"", fact),
              "`amount` cannot be \"maybe\" | yes or no; null when it is not known | ");
    EXPECT_EQ(read("1", fact), "`amount` is a number | yes or no; null when it is not known | ");
}

TEST(ReadValue, countries_are_codes_or_names) {
    const Fact one = fact_of(FactType::Country);
    EXPECT_EQ(read("\"CN\"", one), "CN");
    EXPECT_EQ(read("\"China\"", one), "CN");
    EXPECT_EQ(read("\"Hong Kong\"", one), "HK");
    EXPECT_NE(read("\"UK\"", one).find("GB"), std::string::npos);
    EXPECT_NE(read("\"Atlantis\"", one).find("Atlantis"), std::string::npos);
    EXPECT_EQ(read("156", one), "`amount` is a number | a country: its ISO code or its name | ");
    const Fact many = fact_of(FactType::Countries);
    EXPECT_EQ(read("[\"CN\", \"Macau\"]", many), "CN, MO");
    EXPECT_EQ(read("\"SG\"", many), "SG");
    EXPECT_EQ(read("[]", many), "none");
}

TEST(ReadValue, dates_are_real_days) {
    const Fact fact = fact_of(FactType::Date);
    EXPECT_EQ(read("\"2024-02-29\"", fact), "2024-02-29");
    EXPECT_NE(read("\"2023-02-29\"", fact).find("2023-02-29"), std::string::npos);
    EXPECT_EQ(read("20240229", fact), "`amount` is a number | a day, e.g. \"2024-04-10\" | ");
}

TEST(ReadValue, choices_name_the_nearest_option) {
    const Fact one = fact_of(FactType::Choice, "", {"export", "reexport"});
    EXPECT_EQ(read("\"export\"", one), "export");
    EXPECT_EQ(
        read("\"Export\"", one),
        "`amount` cannot be \"Export\" | one of export and reexport | Did you mean \"export\"?");
    const Fact many = fact_of(FactType::Choices, "", {"1", "4", "end_user"});
    EXPECT_EQ(read("\"end_user\"", many), "end_user");
    EXPECT_EQ(read("[4, \"1\"]", many), "1, 4");
    EXPECT_EQ(
        read("[\"enduser\"]", many),
        "`amount` cannot be \"enduser\" | one of 1, 4 and end_user | Did you mean \"end_user\"?");
}

TEST(ReadValue, texts_may_look_like_numbers_but_not_be_lists) {
    const Fact one = fact_of(FactType::Text);
    EXPECT_EQ(read("\"H100\"", one), "stated");
    EXPECT_EQ(read("900210010000000", one), "stated");
    EXPECT_EQ(read("\" \"", one), "unknown");
    EXPECT_EQ(read("\"unknown\"", one), "stated");
    EXPECT_EQ(read("[\"a\"]", one), "`amount` is a list | a text | ");
    const Json two = MUST(parse_json("[\"a\", 7]", {}));
    EXPECT_EQ(MUST(read_texts(two, fact_of(FactType::Texts))),
              (std::vector<std::string>{"a", "7"}));
}

TEST(ReadValue, a_table_is_not_read) {
    EXPECT_EQ(read("[{\"bits\": 8}]", fact_of(FactType::Table)), "unknown");
}

TEST(ReadValue, a_source_needs_a_value) {
    EXPECT_EQ(
        read("{\"source\": \"extract\"}", tpp()),
        "`amount` has a source but no value | {\"value\": …, \"source\": …, \"known_since\": …} | "
        "Add \"value\"; null when it is not known");
    EXPECT_EQ(read("{\"value\": 1, \"sauce\": \"a\"}", tpp()),
              "`amount` has no part \"sauce\" | value, source and known_since | ");
    EXPECT_EQ(read("{\"value\": 1, \"known_since\": 2024}", tpp()),
              "\"known_since\" is a number | a day, e.g. \"2024-04-10\" | ");
    EXPECT_EQ(read("{\"value\": null, \"source\": \"a\"}", tpp()), "unknown");
}

}  // namespace
}  // namespace cordon::law
