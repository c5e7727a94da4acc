// SPDX-License-Identifier: Apache-2.0
#include "lists/staleness.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace cordon::lists {
namespace {

Date day(const char* iso) {
    return MUST(Date::from_iso(iso));
}

class StalenessTest : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = ::testing::TempDir() + "/cordon-stale-" + std::to_string(getpid());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    void add(const std::string& source, const char* on, const std::string& url,
             bool unchanged = false) {
        Version version;
        version.source = source;
        version.origin.on = day(on);
        version.origin.url = url;
        version.unchanged = unchanged;
        ASSERT_TRUE(History::append(folder_, version));
    }
    [[nodiscard]] Freshness fresh(const SourceInfo& source, const char* today) const {
        history_ = MUST(History::read(folder_));
        return freshness({source, {"other", "Other", "2026-07-09", 1}}, history_, day(today))
            .front();
    }
    std::string folder_;
    mutable History history_;
};

TEST_F(StalenessTest, EachListHasItsOwnRhythm) {
    EXPECT_EQ(stale_after("csl"), 7);
    EXPECT_EQ(stale_after("ecfr-meu"), 14);
    EXPECT_EQ(stale_after("our-own"), 30);
    const SourceInfo csl{"csl", "CSL", "2026-03-01", 3};
    EXPECT_FALSE(fresh(csl, "2026-03-08").stale);
    EXPECT_TRUE(fresh(csl, "2026-03-09").stale);
    EXPECT_EQ(fresh(csl, "2026-03-09").age_days, 8);
}

TEST_F(StalenessTest, PublisherWhoSaysNothingChangedMakesTheCopyGoodOfThatDay) {
    const SourceInfo csl{"csl", "CSL", "2026-03-01", 3};
    add("csl", "2026-03-02", "https://a");
    EXPECT_TRUE(fresh(csl, "2026-03-20").stale);
    add("csl", "2026-03-18", "https://a", true);
    EXPECT_FALSE(fresh(csl, "2026-03-20").stale);
    EXPECT_EQ(fresh(csl, "2026-03-20").age_days, 2);
    EXPECT_EQ(fresh(csl, "2026-03-20").came_in, day("2026-03-02"));
    EXPECT_EQ(fresh(csl, "2026-03-20").confirmed, day("2026-03-18"));
}

TEST_F(StalenessTest, OldFileIsNotMadeNewerByBeingImported) {
    const SourceInfo csl{"csl", "CSL", "2026-01-01", 3};
    add("csl", "2026-03-02", "");
    EXPECT_TRUE(fresh(csl, "2026-03-02").stale);
}

TEST_F(StalenessTest, UnknownAgeIsStale) {
    EXPECT_TRUE(fresh({"house", "House", "", 3}, "2026-03-02").stale);
}

TEST_F(StalenessTest, StarterListIsStaleOnlyAlone) {
    const SourceInfo starter{"starter", "Starter list", "2026-07-09", 500};
    EXPECT_FALSE(fresh(starter, "2030-01-01").stale);
    EXPECT_TRUE(freshness({starter}, {}, day("2026-09-01")).front().stale);
    EXPECT_FALSE(freshness({starter}, {}, day("2026-07-20")).front().stale);
}

}  // namespace
}  // namespace cordon::lists
