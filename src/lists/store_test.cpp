// SPDX-License-Identifier: Apache-2.0
#include "lists/store.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "lists/list_file.h"

namespace cordon::lists {
namespace {

class StoreTest : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = ::testing::TempDir() + "/cordon-store-" + std::to_string(getpid());
        std::filesystem::remove_all(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    static ListFile list(const std::string& source, std::size_t rows) {
        ListFile file{source, "Title of " + source, "2026-07-31", {}};
        for (std::size_t i = 0; i < rows; ++i) {
            Listing listing;
            listing.id = source + ":" + std::to_string(i);
            listing.list = "other";
            listing.name = source + " party " + std::to_string(i);
            file.listings.push_back(listing);
        }
        return file;
    }

    std::string folder_;
};

TEST_F(StoreTest, WithoutImportsIsTheStarterList) {
    const Store store(folder_);
    const auto snapshot = MUST(store.current());
    EXPECT_EQ(snapshot.size(), 500U);
    EXPECT_EQ(MUST(store.by_hash(snapshot.hash())).hash(), snapshot.hash());
    EXPECT_FALSE(std::filesystem::exists(folder_));
}

TEST_F(StoreTest, AnImportSwitchesAndTheOldSnapshotStaysForReplay) {
    Store store(folder_);
    const auto first = MUST(store.import(list("a", 4), {}));
    const auto second = MUST(store.import(list("b", 2), {}));
    EXPECT_NE(first, second);
    const auto current = MUST(store.current());
    EXPECT_EQ(current.hash(), second);
    EXPECT_EQ(current.size(), 506U);
    EXPECT_TRUE(current.verify());
    EXPECT_EQ(current.look_up("b party 1").size(), 1U);
    EXPECT_EQ(MUST(store.by_hash(first)).size(), 504U);
    const auto sources = MUST(store.sources());
    ASSERT_EQ(sources.size(), 3U);
    EXPECT_EQ(sources[1].source_id, "a");
    EXPECT_EQ(sources[1].listings, 4U);
    EXPECT_EQ(sources[1].vintage, "2026-07-31");
}

TEST_F(StoreTest, TheSameImportGivesTheSameSnapshot) {
    Store store(folder_);
    const auto first = MUST(store.import(list("a", 4), {}));
    EXPECT_EQ(MUST(store.import(list("a", 4), {})), first);
    EXPECT_EQ(MUST(store.import(list("a", 5), {})) == first, false);
    EXPECT_EQ(MUST(store.import(list("a", 4), {})), first);
}

TEST_F(StoreTest, AShrunkenCopyIsRefusedUnlessAccepted) {
    Store store(folder_);
    const auto whole = MUST(store.import(list("a", 10), {}));
    EXPECT_TRUE(store.import(list("a", 5), {}));
    ASSERT_TRUE(store.import(list("a", 10), {}));
    const auto refused = store.import(list("a", 4), {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().to_text().find("--accept-shrunken"), std::string::npos);
    EXPECT_EQ(MUST(store.current()).hash(), whole);
    EXPECT_TRUE(store.import(list("a", 4), {.accept_shrunken = true}));
    EXPECT_EQ(MUST(store.current()).size(), 504U);
}

TEST_F(StoreTest, RefusesAnEmptyListAndAnImpossibleName) {
    Store store(folder_);
    EXPECT_FALSE(store.import(list("a", 0), {}));
    EXPECT_FALSE(store.import(list("starter", 3), {}));
    EXPECT_FALSE(store.import(list("../a", 3), {}));
    EXPECT_FALSE(store.import(list("", 3), {}));
}

TEST_F(StoreTest, NamesWhatIsGone) {
    Store store(folder_);
    const auto first = MUST(store.import(list("a", 4), {}));
    (void)MUST(store.import(list("a", 5), {}));
    std::filesystem::remove(folder_ + "/snapshot-" + first + ".cordon");
    const auto gone = store.by_hash(first);
    ASSERT_FALSE(gone);
    EXPECT_NE(gone.error().to_text().find(first), std::string::npos);
    EXPECT_FALSE(store.by_hash("../../etc/passwd"));
}

TEST_F(StoreTest, AFileUnderAnotherHashsNameIsRefused) {
    Store store(folder_);
    const auto first = MUST(store.import(list("a", 4), {}));
    const auto second = MUST(store.import(list("a", 5), {}));
    std::filesystem::rename(folder_ + "/snapshot-" + first + ".cordon",
                            folder_ + "/snapshot-" + second + ".cordon");
    EXPECT_FALSE(store.current());
}

TEST(ListFile, GoesThroughJsonUnchanged) {
    auto file = MUST(starter_list());
    const auto text = write_json(to_json(file));
    const auto read = MUST(list_file_from_json(text, "x.json"));
    EXPECT_EQ(write_json(to_json(read)), text);
    EXPECT_EQ(Snapshot::compile({read}), Snapshot::compile({file}));
    EXPECT_FALSE(list_file_from_json("{}", "x.json"));
    EXPECT_FALSE(list_file_from_json(R"({"source_id":"a","title":"","vintage":"",
        "listings":[{"name":"x","list":"sdn","ended":"soon"}]})",
                                     "x.json"));
}

TEST(ListFile, KeepsWhatScreeningNeeds) {
    ListFile file{"a", "A", "2026-07-31", {}};
    Listing listing;
    listing.id = "a:1";
    listing.list = "sdn";
    listing.name = "DOE, John";
    listing.aliases = {"DOE, Johnny", "JONES, John"};
    listing.weak_aliases = {"DOE, Johnny"};
    listing.former_names = {"JONES, John"};
    listing.identifiers = {{"Passport", "836238033", "KP"}, {"", "7", ""}};
    listing.born = {{MUST(Date::from_iso("1960-01-01")), MUST(Date::from_iso("1965-12-31")), true}};
    listing.birthplaces = {"Izna, Hebron"};
    file.listings.push_back(listing);
    const auto text = write_json(to_json(file));
    const auto read = MUST(list_file_from_json(text, "x.json"));
    EXPECT_EQ(write_json(to_json(read)), text);
    EXPECT_EQ(read.listings[0].identifiers, listing.identifiers);
    EXPECT_EQ(read.listings[0].born, listing.born);
}

TEST(ListFile, OfTheFirstVersionIsReadAndOneToComeIsRefused) {
    const std::string rows = R"("source_id":"a","title":"","vintage":"","listings":[]})";
    EXPECT_TRUE(list_file_from_json("{" + rows, "x.json"));
    EXPECT_TRUE(list_file_from_json("{\"version\":2," + rows, "x.json"));
    const auto refused = list_file_from_json("{\"version\":3," + rows, "x.json");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().to_text().find("version 3"), std::string::npos);
}

TEST(ListFile, AWeakAliasThatIsNoAliasIsDamage) {
    EXPECT_FALSE(list_file_from_json(R"({"source_id":"a","title":"","vintage":"",
        "listings":[{"name":"x","list":"sdn","weak_aliases":["y"]}]})",
                                     "x.json"));
}

}  // namespace
}  // namespace cordon::lists
