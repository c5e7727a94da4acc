// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "law/fact.h"

namespace cordon::law {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string facts_file(std::string_view facts) {
    return fmt::format("subject = \"device\"\n{}", facts);
}

/// "line:column: message | expected | remedy" of each mistake.
std::vector<std::string> mistakes(const Files& files) {
    std::vector<std::string> out;
    for (const Error& error : Schema::read(files).errors) {
        out.push_back(fmt::format("{}:{}: {} | {} | {}", error.position.line, error.position.column,
                                  error.message, error.expected, error.remedy));
    }
    return out;
}

struct Mistake {
    const char* facts;
    const char* report;
};

class SchemaMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(SchemaMistakes, are_reported_with_place_and_remedy) {
    EXPECT_EQ(mistakes({{"facts/device.toml", facts_file(GetParam().facts)}}),
              std::vector<std::string>{GetParam().report});
}

INSTANTIATE_TEST_SUITE_P(
    Schema, SchemaMistakes,
    testing::Values(
        Mistake{"[[fact]]\ntype = \"date\"\nmeans = \"m\"\n",
                "2:1: `name` is missing |  | Add name = \"tpp\""},
        Mistake{"[[fact]]\nname = \"Tpp\"\ntype = \"date\"\nmeans = \"m\"\n",
                "3:8: \"Tpp\" cannot be the name of a fact |  | Use small letters, digits and _, "
                "with dots between groups: route.to"},
        Mistake{"[[fact]]\nname = \"a..b\"\ntype = \"date\"\nmeans = \"m\"\n",
                "3:8: \"a..b\" cannot be the name of a fact |  | Use small letters, digits and _, "
                "with dots between groups: route.to"},
        Mistake{
            "[[fact]]\nname = \"alternatives\"\ntype = \"date\"\nmeans = \"m\"\n",
            "3:8: \"alternatives\" is a fixed part of a case, not a fact |  | Choose another name"},
        Mistake{
            "[[fact]]\nname = \"a\"\ntype = \"numbre\"\nunit = \"TPP\"\nmeans = \"m\"\n",
            "4:8: `type` has no word \"numbre\" | one of yes_no, number, date, country, countries, "
            "choice, choices, text, texts and table | Did you mean \"number\"?"},
        Mistake{"[[fact]]\nname = \"a\"\ntype = \"number\"\nmeans = \"m\"\n",
                "2:1: `unit` is missing |  | Add unit = \"TPP\""},
        Mistake{"[[fact]]\nname = \"a\"\ntype = \"date\"\nunit = \"TPP\"\nmeans = \"m\"\n",
                "5:8: `a` is not a number and has no unit |  | Remove the unit, or write type = "
                "\"number\""},
        Mistake{"[[fact]]\nname = \"a\"\ntype = \"choice\"\nmeans = \"m\"\n",
                "2:1: `options` is missing |  | Add options = [\"first\", \"second\"]"},
        Mistake{"[[fact]]\nname = \"a\"\ntype = \"choice\"\noptions = []\nmeans = \"m\"\n",
                "5:11: `a` has no options to choose from |  | Name at least one"},
        Mistake{
            "[[fact]]\nname = \"a\"\ntype = \"choice\"\noptions = [\"b\", \"b\"]\nmeans = \"m\"\n",
            "5:11: the option \"b\" is named twice |  | Remove one of the two"},
        Mistake{
            "[[fact]]\nname = \"a\"\ntype = \"choice\"\noptions = [\"b c\"]\nmeans = \"m\"\n",
            "5:11: \"b c\" cannot be an option |  | An option is one word of letters, digits and "
            ". - _"},
        Mistake{
            "[[fact]]\nname = \"a\"\ntype = \"date\"\noptions = [\"b\"]\nmeans = \"m\"\n",
            "5:11: `a` is not a choice and has no options |  | Remove the options, or write type "
            "= \"choice\""},
        Mistake{
            "[[fact]]\nname = \"a\"\ntype = \"date\"\n",
            "2:1: `means` is missing |  | Add means = \"what it says, in words an officer would "
            "use\""},
        Mistake{"[[fact]]\nname = \"a\"\ntype = \"date\"\nmeans = \"m\"\nquestion = true\n",
                "6:12: `a` is not a yes_no fact |  | Only a yes_no fact can be a question of "
                "knowledge"},
        Mistake{
            "[[fact]]\nname = \"a\"\ntype = \"date\"\nmeans = \"m\"\nderived = true\n",
            "6:11: `a` cannot be stated in an order |  | Write either stated_by = \"the fact an "
            "order gives instead\" or comes_from = \"in words, where it comes from\""},
        Mistake{"[[fact]]\nname = \"a\"\ntype = \"date\"\nmeans = \"m\"\ncomes_from = \"b\"\n",
                "6:14: `a` is stated itself |  | Remove it, or write derived = true"},
        Mistake{"[[fact]]\nname = \"a\"\ntype = \"date\"\nmeans = \"m\"\nderived = true\n"
                "stated_by = \"device.a\"\n",
                "2:1: \"device.a\" does not state `device.a` | a fact an order can state, of the "
                "same subject: item.name, party.owners | "},
        Mistake{"[[fact]]\nname = \"a\"\ntype = \"date\"\nmeans = \"m\"\nderived = true\nrequired "
                "= true\ncomes_from = \"b\"\n",
                "7:12: `a` is derived and cannot be stated |  | Remove required, or derived"},
        Mistake{"[[fact]]\nname = \"a\"\ntype = \"date\"\nmeans = \"m\"\nasumed = \"b\"\n",
                "6:1: there is no key `asumed` here | one of name, type, unit, options, means, "
                "assumed, question, derived, required, stated_by and comes_from | Did you mean "
                "`assumed`?"},
        Mistake{"[fact]\nname = \"a\"\n",
                "2:1: [fact] is one table, but there may be several |  | Write [[fact]]"},
        Mistake{
            "[[fact]]\nname = \"a.b\"\ntype = \"date\"\nmeans = \"m\"\n"
            "[[fact]]\nname = \"a\"\ntype = \"date\"\nmeans = \"m\"\n",
            "6:1: `a` cannot be a fact and a group of facts at once |  | Rename one of the two"},
        Mistake{
            "[[fact]]\nname = \"a\"\ntype = \"date\"\nmeans = \"m\"\n"
            "[[fact]]\nname = \"a\"\ntype = \"text\"\nmeans = \"m\"\n",
            "6:1: the fact `device.a` is given twice |  | Remove one of the two, or rename it"}));

TEST(Schema, a_derived_fact_names_the_one_that_states_it_also_across_files) {
    const Files files = {
        {"facts/listing.toml",
         "subject = \"listing\"\n[[fact]]\nname = \"confirmed\"\ntype = \"yes_no\"\n"
         "means = \"m\"\nderived = true\nstated_by = \"party.same\"\n"},
        {"facts/party.toml",
         "subject = \"party\"\n[[fact]]\nname = \"same\"\ntype = \"yes_no\"\nmeans = \"m\"\n"}};
    const Schema schema = MUST(Schema::load(files));
    const auto by = schema.facts(SubjectKind::Listing).at(0).stated_by;
    ASSERT_TRUE(by);
    EXPECT_EQ(schema.fact(by->subject, by->slot).full_name(), "party.same");
}

TEST(Schema, an_unknown_unit_is_refused) {
    const auto found =
        mistakes({{"facts/device.toml", facts_file("[[fact]]\nname = \"a\"\ntype = \"number\"\n"
                                                   "unit = \"TTP\"\nmeans = \"m\"\n")}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].substr(0, 5), "5:8: ");
    EXPECT_NE(found[0].find("TTP"), std::string::npos);
    EXPECT_NE(found[0].find("TPP"), std::string::npos);
}

TEST(Schema, a_choice_has_at_most_64_options) {
    std::string options;
    for (int i = 0; i < 65; ++i) options += fmt::format("\"o{}\",", i);
    const auto found =
        mistakes({{"facts/device.toml",
                   facts_file("[[fact]]\nname = \"a\"\ntype = \"choices\"\noptions = [" + options +
                              "]\nmeans = \"m\"\n")}});
    EXPECT_EQ(found, std::vector<std::string>{
                         "5:11: `a` has more than 64 options |  | Split it into two facts"});
}

TEST(Schema, a_file_must_name_its_subject) {
    EXPECT_EQ(
        mistakes({{"facts/a.toml", "subject = \"devise\"\n"}}),
        std::vector<std::string>{"1:11: `subject` has no word \"devise\" | one of transaction, "
                                 "item, device, party and listing | Did you mean \"device\"?"});
}

TEST(Schema, collects_the_mistakes_of_all_files_and_load_fails_with_the_first) {
    const Files files = {{"facts/a.toml", "subject = 1\n"}, {"facts/b.toml", "subject = \n"}};
    EXPECT_EQ(mistakes(files).size(), 2U);
    const auto schema = Schema::load(files);
    ASSERT_FALSE(schema);
    EXPECT_EQ(schema.error().position.file, "facts/a.toml");
    EXPECT_EQ(schema.error().message, "`subject` is a number");
}

TEST(Schema, a_clash_names_the_place_of_the_first) {
    const std::string one =
        "subject = \"item\"\n[[fact]]\nname = \"a\"\ntype = \"date\"\nmeans = \"m\"\n";
    const auto errors = Schema::read({{"facts/a.toml", one}, {"facts/b.toml", one}}).errors;
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].position.file, "facts/b.toml");
    ASSERT_EQ(errors[0].related.size(), 1U);
    EXPECT_EQ(errors[0].related[0].position.file, "facts/a.toml");
    EXPECT_EQ(errors[0].related[0].position.line, 2U);
}

Files published_facts() {
    Files files;
    for (const char* name : {"transaction", "item", "device", "party", "listing"}) {
        const std::string path = fmt::format("facts/{}.toml", name);
        std::ifstream stream(fmt::format("{}/rules/{}", CORDON_SOURCE_DIR, path));
        std::stringstream text;
        text << stream.rdbuf();
        files.emplace_back(path, text.str());
    }
    return files;
}

TEST(Schema, reads_the_published_facts) {
    const auto loaded = Schema::load(published_facts());
    ASSERT_TRUE(loaded) << loaded.error().to_text();
    const Schema& schema = *loaded;
    const Slot tpp = schema.slot(SubjectKind::Device, "tpp");
    EXPECT_EQ(schema.fact(SubjectKind::Device, tpp).unit.name, "TPP");
    EXPECT_EQ(schema.fact(SubjectKind::Device, tpp).full_name(), "device.tpp");
    EXPECT_FALSE(schema.find(SubjectKind::Item, "tpp"));
    EXPECT_TRUE(schema.is_group(SubjectKind::Transaction, "route"));
    EXPECT_TRUE(schema.is_group(SubjectKind::Transaction, "end_use"));
    EXPECT_FALSE(schema.is_group(SubjectKind::Transaction, "date"));
    EXPECT_FALSE(schema.is_group(SubjectKind::Transaction, "rout"));
    EXPECT_TRUE(schema.fact(SubjectKind::Transaction, schema.slot(SubjectKind::Transaction, "date"))
                    .required);
}

TEST(Schema, every_published_fact_that_rules_ask_can_be_stated_or_says_where_it_comes_from) {
    const Schema schema = MUST(Schema::load(published_facts()));
    for (std::size_t kind = 0; kind < kSubjectKinds; ++kind) {
        for (const Fact& fact : schema.facts(static_cast<SubjectKind>(kind))) {
            const bool asked = fact.type != FactType::Text && fact.type != FactType::Table;
            if (!fact.derived || !asked) continue;
            EXPECT_NE(fact.stated_by.has_value(), !fact.comes_from.empty()) << fact.full_name();
        }
    }
}

TEST(Schema, finds_every_published_fact_by_its_name) {
    const Schema schema = MUST(Schema::load(published_facts()));
    for (std::size_t kind = 0; kind < kSubjectKinds; ++kind) {
        const auto subject = static_cast<SubjectKind>(kind);
        const auto& facts = schema.facts(subject);
        EXPECT_FALSE(facts.empty());
        for (std::size_t slot = 0; slot < facts.size(); ++slot) {
            EXPECT_EQ(schema.find(subject, facts[slot].name), static_cast<Slot>(slot));
        }
    }
}

}  // namespace
}  // namespace cordon::law
