// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>
#include <gtest/gtest.h>

#include "law/load.h"

namespace cordon::law {
namespace {

constexpr const char* kSet =
    "[set]\nname = \"group_D\"\ntitle = \"D\"\ncite = \"740 Supp. 1\"\n"
    "[[version]]\nfrom = 2024-03-15\nsource = \"89 FR 1\"\nconfidence = \"P\"\n";

std::vector<std::string> mistakes(const std::string& text) {
    std::vector<std::string> out;
    for (const Error& error : load_files({{"sets/d.toml", text}}).errors) {
        out.push_back(
            fmt::format("{}:{}: {}", error.position.line, error.position.column, error.message));
    }
    return out;
}

using Found = std::vector<std::string>;

TEST(LoadSets, members_are_countries) {
    const Loaded loaded =
        load_files({{"sets/d.toml", std::string(kSet) + "members = [\"CN\", \"MO\"]\n"}});
    ASSERT_TRUE(loaded.errors.empty()) << loaded.errors[0].to_text();
    const SetVersion& version = loaded.sets.at(0).versions.at(0);
    EXPECT_EQ(version.members.count(), 2U);
    EXPECT_TRUE(version.members.test(MUST(Country::from_code("MO")).index()));
    EXPECT_EQ(version.period.from->to_iso(), "2024-03-15");
}

TEST(LoadSets, an_unknown_or_repeated_member_is_refused_at_its_place) {
    EXPECT_EQ(mistakes(std::string(kSet) + "members = [\"CN\",\n  \"CN\"]\n"),
              Found{"10:3: CN is named twice"});
    const auto unknown = mistakes(std::string(kSet) + "members = [\"CN\", \"QQ\"]\n");
    ASSERT_EQ(unknown.size(), 1U);
    EXPECT_EQ(unknown[0].substr(0, 6), "9:18: ");
    EXPECT_EQ(mistakes(kSet), Found{"5:1: `members` is missing"});
}

TEST(LoadSets, versions_leave_no_undeclared_gap) {
    const std::string later = std::string(kSet) +
                              "until = 2025-01-01\nmembers = []\n[[version]]\nfrom = 2025-02-01\n" +
                              "source = \"a\"\nconfidence = \"P\"\nmembers = []\n";
    EXPECT_EQ(mistakes(later),
              Found{"11:1: no version holds 2025-01-01 to 2025-01-31, and no [[gap]] says why"});
    EXPECT_EQ(mistakes(later + "[[gap]]\nfrom = 2025-01-01\nuntil = 2025-02-01\nwhy = \"w\"\n"),
              Found{});
}

TEST(LoadSets, a_file_holds_a_set_or_a_reading) {
    EXPECT_EQ(mistakes("\n"), Found{"1:1: there is neither [set] nor [[read_as]]"});
    EXPECT_EQ(mistakes("[set]\nname = \"d\"\ntitle = \"D\"\ncite = \"c\"\n"),
              Found{"1:1: there is no [[version]]"});
}

constexpr const char* kHongKong =
    "[[read_as]]\ncountry = \"HK\"\nas = \"CN\"\nfrom = 2020-12-23\nsource = \"85 FR 83765\"\n"
    "confidence = \"P\"\n";

TEST(LoadSets, one_country_may_read_as_another) {
    const Loaded loaded = load_files({{"sets/hong_kong.toml", kHongKong}});
    ASSERT_TRUE(loaded.errors.empty()) << loaded.errors[0].to_text();
    ASSERT_EQ(loaded.read_as.size(), 1U);
    EXPECT_EQ(loaded.read_as[0].country.code(), "HK");
    EXPECT_EQ(loaded.read_as[0].as.code(), "CN");
    EXPECT_EQ(loaded.read_as[0].from.to_iso(), "2020-12-23");
}

TEST(LoadSets, a_country_reads_as_one_other_only) {
    EXPECT_EQ(mistakes(std::string(kHongKong) + kHongKong),
              Found{"7:1: HK is read as another country twice"});
    EXPECT_EQ(
        mistakes(std::string(kHongKong) +
                 "[[read_as]]\ncountry = \"CN\"\nas = \"MO\"\nfrom = 2020-12-23\nsource = \"a\"\n"
                 "confidence = \"P\"\n"),
        Found{"1:1: CN itself reads as another country"});
    EXPECT_EQ(
        mistakes("[[read_as]]\ncountry = \"CN\"\nas = \"CN\"\nfrom = 2020-12-23\nsource = \"a\"\n"
                 "confidence = \"P\"\n"),
        Found{"3:6: a country already reads as itself"});
}

TEST(LoadSets, a_set_and_a_definition_do_not_share_a_name) {
    const std::string set = std::string(kSet) + "members = []\n";
    const Loaded loaded = load_files({{"sets/a.toml", set}, {"sets/b.toml", set}});
    ASSERT_EQ(loaded.errors.size(), 1U);
    EXPECT_EQ(loaded.errors[0].message, "the name \"group_D\" is given twice");
    EXPECT_EQ(loaded.errors[0].position.file, "sets/b.toml");
}

}  // namespace
}  // namespace cordon::law
