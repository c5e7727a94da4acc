// SPDX-License-Identifier: Apache-2.0
#include "law/timeline.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

namespace cordon::law {
namespace {

/// "2022-01-01..2023-01-01"; either side may be empty. The line of the span is its number.
Span span(std::string_view text, std::uint32_t line) {
    const std::size_t dots = text.find("..");
    const auto end = [](std::string_view iso) {
        return iso.empty() ? std::optional<Date>() : std::optional<Date>(MUST(Date::from_iso(iso)));
    };
    return {Period{end(text.substr(0, dots)), end(text.substr(dots + 2))}, {"a.toml", line, 1, ""}};
}

struct Parts {
    std::vector<std::string_view> versions, gaps = {}, statuses = {};
};

std::vector<std::string> mistakes(const Parts& parts) {
    Timeline timeline;
    std::uint32_t line = 0;
    for (const auto& text : parts.versions) timeline.versions.push_back(span(text, ++line));
    for (const auto& text : parts.gaps) timeline.gaps.push_back(span(text, ++line));
    for (const auto& text : parts.statuses) timeline.statuses.push_back(span(text, ++line));
    Diagnostics out{"a.toml", {}};
    check_timeline(timeline, out);
    std::vector<std::string> found;
    for (const Error& error : out.errors) {
        found.push_back(
            fmt::format("{}: {} | {}", error.position.line, error.message, error.remedy));
    }
    return found;
}

using Found = std::vector<std::string>;

TEST(Timeline, versions_that_follow_one_another_are_fine) {
    EXPECT_EQ(mistakes({.versions = {"..2022-01-01", "2022-01-01..2023-01-01", "2023-01-01.."}}),
              Found{});
}

TEST(Timeline, two_versions_never_hold_on_one_day) {
    EXPECT_EQ(mistakes({.versions = {"2022-01-01..2023-01-02", "2023-01-01.."}}),
              Found{"2: two versions hold on the same day: 2022-01-01 to 2023-01-01 and from "
                    "2023-01-01 | End the earlier one with until = 2023-01-01, or begin this one "
                    "later"});
    EXPECT_EQ(mistakes({.versions = {"2022-01-01..", "2023-01-01.."}}).size(), 1U);
    EXPECT_EQ(mistakes({.versions = {"..2022-01-01", "..2023-01-01"}}).size(), 1U);
}

TEST(Timeline, a_gap_between_versions_must_be_declared) {
    const Parts bare{.versions = {"2022-01-01..2023-01-01", "2023-02-01.."}};
    EXPECT_EQ(mistakes(bare),
              Found{"2: no version holds 2023-01-01 to 2023-01-31, and no [[gap]] says why | Add "
                    "[[gap]] with from = 2023-01-01, until = 2023-02-01 and why = \"…\""});
    EXPECT_EQ(mistakes({.versions = bare.versions, .gaps = {"2023-01-01..2023-02-01"}}), Found{});
    EXPECT_EQ(mistakes({.versions = bare.versions, .gaps = {"2023-01-01..2023-01-31"}}).size(), 2U);
}

TEST(Timeline, a_gap_that_is_none_is_refused) {
    EXPECT_EQ(
        mistakes({.versions = {"2022-01-01.."}, .gaps = {"2021-01-01..2022-01-01"}}),
        Found{"2: the gap 2021-01-01 to 2021-12-31 is not the time between two versions | A gap "
              "begins where a version ends and ends where the next begins"});
}

TEST(Timeline, a_status_lies_within_the_versions) {
    const std::vector<std::string_view> two = {"2022-01-01..2023-01-01", "2023-01-01..2024-01-01"};
    EXPECT_EQ(mistakes({.versions = two, .statuses = {"2022-06-01..2023-06-01"}}), Found{});
    EXPECT_EQ(mistakes({.versions = two, .statuses = {"2022-06-01.."}}), Found{});
    EXPECT_EQ(
        mistakes({.versions = two, .statuses = {"2021-06-01..2022-06-01"}}),
        Found{"3: no version holds on every day of this status (2021-06-01 to 2022-05-31) | A "
              "status speaks about a version in its time: correct `from` and `until`"});
    EXPECT_EQ(mistakes({.versions = two, .statuses = {"2023-06-01..2024-01-02"}}).size(), 1U);
    EXPECT_EQ(mistakes({.versions = two, .statuses = {"2024-01-01.."}}).size(), 1U);
}

TEST(Timeline, a_status_does_not_span_a_gap) {
    EXPECT_EQ(mistakes({.versions = {"2022-01-01..2023-01-01", "2023-02-01..2024-01-01"},
                        .gaps = {"2023-01-01..2023-02-01"},
                        .statuses = {"2022-06-01..2023-06-01"}})
                  .size(),
              1U);
}

TEST(Timeline, two_statuses_never_hold_on_one_day) {
    const auto found = mistakes(
        {.versions = {"2022-01-01.."}, .statuses = {"2023-01-01..", "2022-06-01..2023-01-02"}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].substr(0, 36), "2: two statuses hold on the same day");
}

}  // namespace
}  // namespace cordon::law
