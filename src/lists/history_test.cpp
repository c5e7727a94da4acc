// SPDX-License-Identifier: Apache-2.0
#include "lists/history.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "base/sha256.h"
#include "lists/store.h"

namespace cordon::lists {
namespace {

Date day(const char* iso) {
    return MUST(Date::from_iso(iso));
}

class HistoryTest : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = ::testing::TempDir() + "/cordon-history-" + std::to_string(getpid());
        std::filesystem::remove_all(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    /// Section 1260H as a compilation carried it: with or without two companies.
    static ListFile list_1260h(const std::vector<std::string>& names) {
        ListFile file{"house-1260h", "Section 1260H", "", {}};
        for (const auto& name : names) {
            Listing listing;
            listing.id = name;
            listing.list = "section_1260h";
            listing.name = name;
            file.listings.push_back(listing);
        }
        return file;
    }
    std::string take(Store& store, const ListFile& file, const char* on) const {
        Origin origin;
        origin.file = "1260h.csv";
        origin.on = day(on);
        return MUST(store.import(file, {false, origin, ""}));
    }

    std::string folder_;
};

// The notice of 13 February 2026 that left CXMT and YMTC out was withdrawn on the day it was
// posted; compilations that took it in corrected themselves later.
TEST_F(HistoryTest, WhatWasKnownOnADayIsTheCopyThatHadComeInByThen) {
    Store store(folder_);
    take(store, list_1260h({"CXMT", "YMTC", "Hesai"}), "2026-01-05");
    take(store, list_1260h({"Hesai", "Tencent"}), "2026-02-14");
    take(store, list_1260h({"CXMT", "YMTC", "Hesai", "Tencent"}), "2026-06-09");
    const auto known = [&](const char* on) {
        return MUST(store.known_on(day(on))).look_up("CXMT").size();
    };
    const auto starter = MUST(Store(folder_ + "-none").current()).look_up("CXMT").size();
    EXPECT_EQ(known("2026-01-04"), starter) << "before the first copy there is the starter list";
    const auto with = MUST(store.current()).look_up("CXMT").size();
    EXPECT_EQ(known("2026-02-13"), with);
    EXPECT_EQ(known("2026-02-14"), with - 1);
    EXPECT_EQ(known("2026-06-08"), with - 1);
    EXPECT_EQ(known("2026-06-09"), with);
    EXPECT_EQ(known("2030-01-01"), with);
}

TEST_F(HistoryTest, ACopyCannotHaveComeInBeforeTheLastOne) {
    Store store(folder_);
    take(store, list_1260h({"CXMT"}), "2026-01-05");
    const auto last = take(store, list_1260h({"CXMT", "YMTC"}), "2026-06-09");
    Origin origin;
    origin.on = day("2026-02-01");
    const auto refused = store.import(list_1260h({"Hesai", "Tencent"}), {false, origin, ""});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().to_text().find("2026-06-09"), std::string::npos);
    EXPECT_EQ(refused.error().position.field, "--received");
    EXPECT_FALSE(store.confirm("house-1260h", day("2026-02-01")));
    EXPECT_EQ(MUST(store.current()).hash(), last);
    EXPECT_EQ(MUST(store.history()).versions().size(), 2U);
}

TEST_F(HistoryTest, LinesOfALaterDayAreNamedSoThatTheyCanBeMended) {
    Store store(folder_);
    take(store, list_1260h({"CXMT"}), "2026-01-05");
    take(store, list_1260h({"CXMT", "YMTC"}), "2062-06-09");
    const auto file = folder_ + "/history.ndjson";
    const auto remedy = [&] {
        const auto status = MUST(store.history()).may_follow(day("2026-06-10"));
        return status ? std::string("none") : status.error().remedy;
    };
    EXPECT_NE(remedy().find("\"on\" in line 2 of " + file), std::string::npos) << remedy();
    ASSERT_TRUE(store.confirm("house-1260h", day("2062-06-10")));
    EXPECT_NE(remedy().find("\"on\" in lines 2 to 3 of " + file), std::string::npos) << remedy();
    auto text = MUST(read_file(file));
    for (auto at = text.find("2062-"); at != std::string::npos; at = text.find("2062-", at)) {
        text.replace(at, 5, "2026-");
    }
    ASSERT_TRUE(write_file_atomically(file, text));
    EXPECT_EQ(remedy(), "none") << "mended so, copies come in again";
}

TEST_F(HistoryTest, AnUpdateOfSeveralSourcesIsOneChange) {
    Store store(folder_);
    const auto of = [](const char* source, const std::vector<std::string>& names) {
        auto file = list_1260h(names);
        file.source_id = source;
        return file;
    };
    const auto before = [&] {
        const auto history = MUST(store.history());
        const auto* version = history.before_change_to(MUST(store.current()).hash());
        return version == nullptr ? std::string("none") : version->snapshot;
    };
    EXPECT_EQ(before(), "none");
    take(store, of("a", {"A1"}), "2026-01-05");
    const auto first = take(store, of("b", {"B1"}), "2026-01-05");
    EXPECT_EQ(before(), "none");
    take(store, of("a", {"A1", "A2"}), "2026-02-05");
    const auto second = take(store, of("b", {"B1", "B2"}), "2026-02-05");
    EXPECT_EQ(before(), first) << "what the update changed in a must not be lost";
    take(store, of("b", {"B1", "B2"}), "2026-02-06");
    EXPECT_EQ(before(), first) << "the same copy once more is no change";
    take(store, of("b", {"B1", "B2", "B3"}), "2026-02-07");
    EXPECT_EQ(before(), second);
    const auto third = MUST(store.current()).hash();
    take(store, of("b", {"B1", "B2", "B3", "B4"}), "2026-02-07");
    EXPECT_EQ(before(), third) << "another copy of one source is another change";
}

TEST_F(HistoryTest, LinesComeBackAsTheyWereWritten) {
    Store store(folder_);
    const auto hash = take(store, list_1260h({"CXMT", "YMTC"}), "2026-01-05");
    ASSERT_TRUE(store.confirm("house-1260h", day("2026-01-09")));
    ASSERT_TRUE(store.confirm("never-seen", day("2026-01-09")));
    const auto history = MUST(store.history());
    ASSERT_EQ(history.versions().size(), 2U);
    const auto& first = history.versions()[0];
    EXPECT_EQ(first.source, "house-1260h");
    EXPECT_EQ(first.origin.file, "1260h.csv");
    EXPECT_EQ(first.rows, 2U);
    EXPECT_EQ(first.snapshot, hash);
    EXPECT_TRUE(history.versions()[1].unchanged);
    EXPECT_EQ(history.last_word("house-1260h")->origin.on, day("2026-01-09"));
    EXPECT_EQ(history.of("house-1260h").size(), 1U);
    EXPECT_EQ(history.known_on(day("2026-01-10")), &history.versions()[0]);
    EXPECT_EQ(history.known_on(day("2026-01-04")), nullptr);
}

TEST_F(HistoryTest, BytesAreKeptOnceAndUnpackToWhatTheyWere) {
    std::filesystem::create_directories(folder_);
    const std::string bytes(3'000'000, 'x');
    ASSERT_TRUE(write_file_atomically(folder_ + "/list.csv", bytes));
    Origin origin;
    ASSERT_TRUE(fill_origin(origin, folder_ + "/list.csv"));
    EXPECT_EQ(origin.sha256, sha256_hex(bytes));
    EXPECT_EQ(origin.bytes, bytes.size());
    ASSERT_TRUE(keep_bytes(folder_, folder_ + "/list.csv", origin.sha256));
    ASSERT_TRUE(keep_bytes(folder_, folder_ + "/list.csv", origin.sha256));
    EXPECT_EQ(MUST(read_file(kept_path(folder_, origin.sha256))), bytes);
}

TEST_F(HistoryTest, DamagedLineIsRefusedByItsNumber) {
    std::filesystem::create_directories(folder_);
    const std::string good =
        R"({"source":"csl","on":"2026-01-05","bytes":1,"rows":1,"snapshot":"x"})";
    for (const std::string bad :
         {R"({"source":"csl")", R"({"on":"2026-01-05"})", R"({"source":"csl","on":"2026-02-30"})",
          R"({"source":"csl","on":"2026-01-05","rows":-1})", R"([])"}) {
        ASSERT_TRUE(write_file_atomically(folder_ + "/history.ndjson", good + "\n" + bad + "\n"));
        const auto history = History::read(folder_);
        ASSERT_FALSE(history) << bad;
        EXPECT_NE(history.error().to_text().find("history.ndjson:2"), std::string::npos)
            << history.error().to_text();
    }
}

}  // namespace
}  // namespace cordon::lists
