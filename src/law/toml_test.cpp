// SPDX-License-Identifier: Apache-2.0
#include "law/toml.h"

#include <gtest/gtest.h>

namespace cordon::law {
namespace {

TomlNode read(std::string_view text) {
    return MUST(parse_toml(text, "a.toml"));
}

TEST(Toml, keeps_the_digits_of_numbers_as_written) {
    const TomlNode root =
        read("a = 4.50\nb = +1e26\nc = [ 1.5, 2_000.5, -7 ]\n\"é\" = { d = -3.25 }\n");
    EXPECT_EQ(root.find("a")->value.text, "4.50");
    EXPECT_EQ(root.find("b")->value.text, "1e26");
    EXPECT_EQ(root.find("c")->value.items.at(1).text, "2000.5");
    EXPECT_EQ(root.find("c")->value.items.at(2).text, "-7");
    EXPECT_EQ(root.find("é")->value.find("d")->value.text, "-3.25");
}

TEST(Toml, knows_where_keys_and_values_stand) {
    const TomlNode root = read("[version]\n  from = 2024-02-29\n");
    const TomlMember* from = root.find("version")->value.find("from");
    EXPECT_EQ(from->value.kind, TomlNode::Kind::Date);
    EXPECT_EQ(from->value.text, "2024-02-29");
    EXPECT_EQ(from->line, 2U);
    EXPECT_EQ(from->column, 3U);
    EXPECT_EQ(from->value.line, 2U);
    EXPECT_EQ(from->value.column, 10U);
}

TEST(Toml, keeps_members_in_the_order_of_the_file) {
    const TomlNode root = read("z = 1\na = 2\nm = 3\n");
    ASSERT_EQ(root.members.size(), 3U);
    EXPECT_EQ(root.members[0].key, "z");
    EXPECT_EQ(root.members[1].key, "a");
    EXPECT_EQ(root.members[2].key, "m");
}

struct Quoting {
    const char* toml;
    std::uint32_t line, column;
};

class TomlQuotes : public testing::TestWithParam<Quoting> {};

TEST_P(TomlQuotes, point_at_the_first_character_of_the_content) {
    const TomlNode root = read(GetParam().toml);
    const TomlNode& when = root.find("when")->value;
    EXPECT_EQ(when.text, "yes");
    EXPECT_EQ(when.content_line, GetParam().line);
    EXPECT_EQ(when.content_column, GetParam().column);
}

INSTANTIATE_TEST_SUITE_P(Toml, TomlQuotes,
                         testing::Values(Quoting{"when = \"yes\"", 1, 9},
                                         Quoting{"when = 'yes'", 1, 9},
                                         Quoting{"when = '''yes'''", 1, 11},
                                         Quoting{"when = \"\"\"yes\"\"\"", 1, 11},
                                         Quoting{"when = '''\nyes'''", 2, 1},
                                         Quoting{"\nwhen = \"\"\"\r\nyes\"\"\"", 3, 1},
                                         Quoting{"\xEF\xBB\xBFwhen = \"yes\"", 1, 9}));

TEST(Toml, refuses_what_is_not_toml_with_its_place) {
    const auto broken = parse_toml("a = 1\na = 2\n", "a.toml");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().position.file, "a.toml");
    EXPECT_EQ(broken.error().position.line, 2U);
    EXPECT_NE(broken.error().message.find("cannot redefine existing integer 'a'"),
              std::string::npos);
    EXPECT_FALSE(parse_toml("from = 2023-02-29\n", "a.toml"));
}

TEST(Toml, refuses_nan_and_times_of_day) {
    const auto nan = parse_toml("a = nan\n", "a.toml");
    ASSERT_FALSE(nan);
    EXPECT_EQ(nan.error().message, "inf and nan are not numbers here");
    const auto time = parse_toml("a = 1\nb = 2024-04-10T10:00:00\n", "a.toml");
    ASSERT_FALSE(time);
    EXPECT_EQ(time.error().message, "a time of day cannot stand here");
    EXPECT_EQ(time.error().position.line, 2U);
    EXPECT_EQ(time.error().position.column, 5U);
}

TEST(Toml, becomes_json_with_positions) {
    const TomlNode root =
        read("[facts]\nitems = [ { devices = [ { tpp = 5.92, d = 2024-01-02 } ] } ]\nb = true\n");
    const Json json = to_json(root.find("facts")->value);
    EXPECT_EQ(write_json(json),
              R"({"items":[{"devices":[{"tpp":5.92,"d":"2024-01-02"}]}],"b":true})");
    EXPECT_EQ(json.find("items")->line, 2U);
    EXPECT_EQ(json.find("items")->column, 9U);
}

}  // namespace
}  // namespace cordon::law
