// SPDX-License-Identifier: Apache-2.0
#include "lists/official.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "lists/server_testing.h"

namespace cordon::lists {
namespace {

using Line = Server::Line;
using Request = Server::Request;

std::string csl(int rows, const std::string& day) {
    std::string text = R"({"search_performed_at": ")" + day + R"(T00:00:00Z", "results": [)";
    for (int i = 0; i < rows; ++i) {
        if (i > 0) text += ",";
        text += R"({"id": "x)" + std::to_string(i) +
                R"(", "source": "Entity List (EL) - Bureau of Industry and Security", )"
                R"("name": "Example Party )" +
                std::to_string(i) + R"(", "addresses": [], "start_date": "2020-01-01"})";
    }
    return text + "]}";
}

class OfficialUpdate : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = ::testing::TempDir() + "/cordon-official-" + std::to_string(getpid());
        std::filesystem::remove_all(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    static OfficialList list_at(const Server& server, const std::string& path = "/csl.json") {
        OfficialList list;
        list.id = "csl";
        list.title = "Consolidated Screening List";
        list.url = server.url(path);
        list.format = "json";
        list.sources = {"csl"};
        return list;
    }
    static UpdateOptions on(const char* day) {
        UpdateOptions options;
        options.today = MUST(Date::from_iso(day));
        options.download.wait_seconds = 0;
        return options;
    }
    [[nodiscard]] std::size_t rows() const {
        const auto snapshot = MUST(Store(folder_).current());
        for (const auto& source : snapshot.sources()) {
            if (source.source_id == "csl") return source.listings;
        }
        return 0;
    }

    std::string folder_;
};

TEST_F(OfficialUpdate, TakesInKeepsTheBytesAndAsksNextTimeWhetherAnythingChanged) {
    const auto text = csl(6, "2026-03-01");
    const Server server([&](const Line& line, const Request& r) { line.file(r, text, "\"1\""); });
    Store store(folder_);
    const auto first = MUST(update(store, list_at(server), on("2026-03-02")));
    EXPECT_EQ(rows(), 6U);
    ASSERT_EQ(first.versions.size(), 1U);
    const auto& origin = first.versions[0].origin;
    EXPECT_EQ(MUST(read_file(kept_path(folder_, origin.sha256))), text);
    EXPECT_EQ(origin.etag, "\"1\"");
    const auto second = MUST(update(store, list_at(server), on("2026-03-05")));
    EXPECT_TRUE(second.unchanged);
    const auto history = MUST(store.history());
    ASSERT_EQ(history.versions().size(), 2U);
    EXPECT_EQ(history.versions()[0].vintage, "2026-03-01");
    EXPECT_TRUE(history.versions()[1].unchanged);
    EXPECT_EQ(server.seen().size(), 2U);
    auto anew = on("2026-03-06");
    anew.anew = true;
    EXPECT_FALSE(MUST(update(store, list_at(server), anew)).unchanged);
}

TEST_F(OfficialUpdate, NothingThatIsNotTheWholeListReplacesIt) {
    std::string text = csl(6, "2026-03-01");
    const Server server([&](const Line& line, const Request& r) {
        line.file(r, text, "\"" + std::to_string(text.size()) + "\"");
    });
    Store store(folder_);
    (void)MUST(update(store, list_at(server), on("2026-03-02")));
    const auto hash = MUST(store.current()).hash();
    const auto whole = csl(8, "2026-03-09");
    const std::pair<std::string, std::string> bad[] = {
        {"<!DOCTYPE html><html>down for maintenance</html>", "a web page"},
        {"  <html><body>502</body></html>", "a web page"},
        {"", "nothing"},
        {"Service unavailable", "no JSON"},
        {whole.substr(0, whole.size() / 2), ""},
        {R"({"results": []})", ""},
        {csl(2, "2026-03-09"), "It may be cut off"}};
    for (const auto& [bytes, said] : bad) {
        text = bytes;
        const auto updated = update(store, list_at(server), on("2026-03-10"));
        ASSERT_FALSE(updated) << bytes;
        EXPECT_NE(updated.error().message.find(said), std::string::npos)
            << updated.error().to_text();
        EXPECT_EQ(MUST(store.current()).hash(), hash) << bytes;
        EXPECT_EQ(MUST(store.history()).versions().size(), 1U);
    }
    text = csl(2, "2026-03-09");
    auto accepting = on("2026-03-10");
    accepting.accept_shrunken = true;
    EXPECT_TRUE(update(store, list_at(server), accepting));
    EXPECT_EQ(rows(), 2U);
}

TEST_F(OfficialUpdate, DatedAddressIsTheNewestOfTheLastDaysAndIsNotFetchedTwice) {
    const auto text = csl(3, "2026-03-01");
    const Server server([&](const Line& line, const Request& r) {
        if (r.path != "/2026-03-06.json") return line.answer("404 Not Found", "", "");
        line.file(r, text, "\"1\"");
    });
    Store store(folder_);
    const auto list = list_at(server, "/{date}.json");
    const auto first = MUST(update(store, list, on("2026-03-09")));
    EXPECT_EQ(first.versions.at(0).origin.url, server.url("/2026-03-06.json"));
    EXPECT_TRUE(MUST(update(store, list, on("2026-03-09"))).unchanged);
    EXPECT_FALSE(update(store, list, on("2026-05-09"))) << "ten days back, then it is said";
}

TEST_F(OfficialUpdate, CopyTakenFromAFileSinceThenIsNoReasonToBelieveThatNothingChanged) {
    const auto text = csl(3, "2026-03-01");
    const Server server([&](const Line& line, const Request& r) { line.file(r, text, "\"1\""); });
    Store store(folder_);
    (void)MUST(update(store, list_at(server), on("2026-03-02")));
    Origin by_hand;
    by_hand.file = "old.json";
    by_hand.on = MUST(Date::from_iso("2026-03-03"));
    (void)MUST(store.import(MUST(import_any(csl(2, "2025-01-01"), "old.json")).file,
                            {false, by_hand, ""}));
    EXPECT_FALSE(MUST(update(store, list_at(server), on("2026-03-04"))).unchanged);
    EXPECT_EQ(rows(), 3U);
}

TEST(OfficialLists, OfThisProgramAreWholeAndSpeakHttps) {
    ASSERT_GE(official_lists().size(), 6U);
    for (const auto& list : official_lists()) {
        EXPECT_TRUE(list.url.starts_with("https://")) << list.id;
        EXPECT_FALSE(list.sources.empty()) << list.id;
        EXPECT_GT(list.stale_days, 0) << list.id;
        EXPECT_TRUE(list.checked == "documentation" || list.checked == "fetched") << list.id;
    }
}

TEST(OfficialLists, OwnFileIsCheckedWithItsPlace) {
    const std::string head = "id,title,publisher,url,format,sources,changes,stale_days,checked\n";
    EXPECT_TRUE(read_official_lists(head + "a,A,P,https://a,json,a|b,daily,7,fetched\n", "o.csv"));
    for (const std::string row :
         {",A,P,https://a,json,a,daily,7,fetched\n", "a,A,P,,json,a,daily,7,fetched\n",
          "a,A,P,https://a,pdf,a,daily,7,fetched\n", "a,A,P,https://a,json,a,daily,x,fetched\n"}) {
        const auto lists = read_official_lists(head + row, "o.csv");
        ASSERT_FALSE(lists) << row;
        EXPECT_NE(lists.error().to_text().find("o.csv:2"), std::string::npos);
    }
    EXPECT_FALSE(read_official_lists("id,title\na,b\n", "o.csv"));
}

}  // namespace
}  // namespace cordon::lists
