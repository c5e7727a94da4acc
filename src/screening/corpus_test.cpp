// SPDX-License-Identifier: Apache-2.0
#include "screening/corpus.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>

#include "base/file.h"
#include "lists/import.h"

namespace cordon::screening {
namespace {

const lists::Snapshot& starter() {
    static const auto snapshot =
        MUST(lists::Snapshot::from_bytes(lists::Snapshot::compile({MUST(lists::starter_list())})));
    return snapshot;
}

Weights weights() {
    return MUST(profile("balanced")).weights;
}

class Folder : public testing::Test {
protected:
    Folder()
        : path_(std::filesystem::temp_directory_path() /
                ("cordon-corpus-" +
                 std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + "-" +
                 std::to_string(getpid()))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() override { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::vector<std::string> files() const {
        return MUST(files_below(path_.string(), ""));
    }
    std::filesystem::path path_;
};

TEST(Corpus, HasEveryNameAndAliasAndNoNameOfAnAddress) {
    const auto corpus = MUST(Corpus::of(starter(), weights()));
    const auto balanced = MUST(profile("balanced"));
    Searcher searcher(corpus.names(), balanced);
    std::size_t asked = 0;
    for (std::uint32_t i = 0; i < starter().size(); i += 5) {
        const auto listing = starter().listing(i);
        for (std::uint16_t name = 0; name <= listing.aliases.size(); ++name) {
            const auto set = names::analysed(listed_text(listing, name), name_kind(listing));
            const auto hits = searcher.search(set, 9999);
            const bool found = std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
                return hit.listed.listing == i && hit.listed.name == name;
            });
            EXPECT_NE(found, is_address_only(listing)) << listed_text(listing, name);
            ++asked;
        }
    }
    EXPECT_GT(asked, 100U);
    EXPECT_GT(corpus.addresses().size(), 100U);
}

TEST(Corpus, KnowsListingsByIdentifierAndById) {
    lists::Listing listing;
    listing.id = "x-1";
    listing.name = "Somebody";
    listing.identifiers = {{"LEI", "5493 001K JTII GC8Y 1R12", ""}};
    const auto snapshot = MUST(lists::Snapshot::from_bytes(
        lists::Snapshot::compile({{"test", "Test", "2026-01-01", {listing}}})));
    const auto table = IdentifierTable::of(snapshot);
    EXPECT_EQ(table.find(names::identifier("lei", "5493001KJTIIGC8Y1R12", "")),
              std::vector<std::uint32_t>{0});
    EXPECT_TRUE(table.find(names::identifier("LEI", "529900T8BM49AURSDO55", "")).empty());
    EXPECT_TRUE(table.find(names::Identifier{}).empty());
    EXPECT_EQ(table.find_id("x-1"), std::vector<std::uint32_t>{0});
    EXPECT_TRUE(table.find_id("x-2").empty());
}

TEST(Corpus, IdentifiersThatAreDamagedOrOfOtherListsAreRefused) {
    const auto whole = IdentifierTable::compile(starter());
    EXPECT_TRUE(IdentifierTable::from_bytes(whole, starter().size()));
    EXPECT_FALSE(IdentifierTable::from_bytes(whole, starter().size() - 1)) << "of other lists";
    EXPECT_FALSE(IdentifierTable::from_bytes("", starter().size()));
    EXPECT_FALSE(IdentifierTable::from_bytes(whole.substr(0, whole.size() - 16), starter().size()));
    for (std::size_t at = 0; at < whole.size(); at += 13) {
        auto bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        EXPECT_FALSE(IdentifierTable::from_bytes(bytes, starter().size())) << at;
    }
}

TEST_F(Folder, KeepsWhatWasMadeAndGivesTheSameBytes) {
    const auto made = MUST(Corpus::of(starter(), weights()));
    const auto first = MUST(Corpus::open(starter(), weights(), path_.string()));
    const auto kept = files();
    ASSERT_EQ(kept.size(), 3U);
    const auto again = MUST(Corpus::open(starter(), weights(), path_.string()));
    EXPECT_EQ(files(), kept);
    for (const auto* corpus : {&first, &again}) {
        EXPECT_EQ(corpus->names().bytes(), made.names().bytes());
        EXPECT_EQ(corpus->addresses().bytes(), made.addresses().bytes());
        EXPECT_EQ(corpus->identifiers().bytes(), made.identifiers().bytes());
    }
}

TEST_F(Folder, IsMadeAnewWhereAFileIsDamagedOrGone) {
    const auto first = MUST(Corpus::open(starter(), weights(), path_.string()));
    const std::string good(first.names().bytes());
    for (const auto& path : files()) {
        auto bytes = MUST(read_file(path));
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        std::filesystem::remove(path);
        (void)MUST(write_file_atomically(path, bytes));
        EXPECT_EQ(MUST(Corpus::open(starter(), weights(), path_.string())).names().bytes(), good);
        EXPECT_NE(MUST(read_file(path)), bytes) << "the damaged file is replaced";
        std::filesystem::remove(path);
        EXPECT_EQ(MUST(Corpus::open(starter(), weights(), path_.string())).names().bytes(), good);
    }
    EXPECT_EQ(files().size(), 3U);
}

TEST_F(Folder, OfOtherWeightsIsAnotherFile) {
    (void)MUST(Corpus::open(starter(), weights(), path_.string()));
    auto others = weights();
    ++others.letter;
    (void)MUST(Corpus::open(starter(), others, path_.string()));
    EXPECT_EQ(files().size(), 6U);
}

TEST_F(Folder, LosesWhatOtherKeysLeftOfTheSameListsWhenNobodyTouchedItForAMonth) {
    constexpr std::time_t kDay = 86'400;
    const auto now = std::time(nullptr);
    const auto leave = [&](const std::string& name, std::time_t read, std::time_t written) {
        const auto path = (path_ / name).string();
        (void)MUST(write_file_atomically(path, "left"));
        const timespec times[2] = {{now - read * kDay, 0}, {now - written * kDay, 0}};
        ASSERT_EQ(utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
    };
    const auto lists = "-" + starter().hash() + "-";
    for (const std::string kind : {"names", "addresses", "identifiers"}) {
        leave(kind + lists + "forgotten.cordon", 31, 300);
        leave(kind + lists + "read-lately.cordon", 29, 300);
        leave(kind + lists + "written-lately.cordon", 300, 29);
        leave(kind + lists + "forgotten.txt", 300, 300);
        leave(kind + "-of-other-lists-forgotten.cordon", 300, 300);
    }
    leave("listings" + lists + "forgotten.cordon", 300, 300);
    const auto before = files().size();
    (void)MUST(Corpus::open(starter(), weights(), path_.string()));
    EXPECT_EQ(files().size(), before) << "three came and three went";
    for (const auto& path : files()) {
        EXPECT_EQ(path.find(lists + "forgotten.cordon") != std::string::npos,
                  path.find("listings") != std::string::npos)
            << path;
    }
    leave("names" + lists + "forgotten.cordon", 31, 300);
    (void)MUST(Corpus::open(starter(), weights(), path_.string()));
    EXPECT_EQ(files().size(), before + 1) << "who only reads removes nothing";
}

TEST_F(Folder, ThatIsNotThereOrReadOnlyIsNoError) {
    const auto nowhere = (path_ / "missing").string();
    EXPECT_TRUE(Corpus::open(starter(), weights(), nowhere));
    EXPECT_FALSE(std::filesystem::exists(nowhere));
    EXPECT_TRUE(Corpus::open(starter(), weights(), ""));
    EXPECT_TRUE(Corpus::open(starter(), weights(), "/proc"));
}

TEST_F(Folder, IsSharedByProcessesThatStartAtOnce) {
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            for (int round = 0; round < 3; ++round) {
                const auto corpus = Corpus::open(starter(), weights(), path_.string());
                if (!corpus || corpus->names().size() == 0) _exit(1);
                for (const auto& path : files()) std::filesystem::remove(path);
            }
            _exit(0);
        }
        children.push_back(child);
    }
    for (const auto child : children) {
        int status = 0;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        EXPECT_EQ(status, 0);
    }
}

}  // namespace
}  // namespace cordon::screening
