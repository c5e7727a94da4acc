// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

namespace cordon {
namespace {

namespace fs = std::filesystem;

class File : public ::testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "cordon-file-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder_ = name;
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_ / name).string();
    }
    void put(const std::string& name, std::string_view bytes) const {
        std::ofstream(path(name), std::ios::binary) << bytes;
    }
    static std::string packed(std::string_view bytes) {
        z_stream stream{};
        EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
        std::string out(bytes.size() + 200, '\0');
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream.avail_in = static_cast<uInt>(bytes.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
        out.resize(stream.total_out);
        deflateEnd(&stream);
        return out;
    }
    [[nodiscard]] std::string fault(const std::string& name, const ReadLimits& limits = {}) const {
        const auto bytes = read_file(path(name), limits);
        return bytes ? "accepted" : bytes.error().message;
    }

    fs::path folder_;
};

TEST_F(File, ReadsBytesAsTheyAre) {
    put("a", std::string_view("a\0b\r\n", 5));
    EXPECT_EQ(MUST(read_file(path("a"))), std::string("a\0b\r\n", 5));
    put("empty", "");
    EXPECT_EQ(MUST(read_file(path("empty"))), "");
}

TEST_F(File, SaysWhyItCannotBeRead) {
    EXPECT_EQ(fault("missing"), "there is no such file");
    EXPECT_EQ(fault("."), "is a directory, not a file");
    put("big", std::string(1000, 'x'));
    EXPECT_EQ(fault("big", {.file_bytes_max = 999}), "larger than the limit of 999 bytes");
    EXPECT_EQ(fault("big", {.file_bytes_max = 1000}), "accepted");
    if (geteuid() != 0) {
        fs::permissions(path("big"), fs::perms::none);
        EXPECT_EQ(fault("big"), "cannot be opened: Permission denied");
    }
}

TEST_F(File, UnpacksGzipEveryMemberOfIt) {
    const std::string text(1'000'000, 'y');
    put("a.gz", packed(text));
    EXPECT_EQ(MUST(read_file(path("a.gz"))), text);
    put("two.gz", packed("first ") + packed("second"));
    EXPECT_EQ(MUST(read_file(path("two.gz"))), "first second");
    put("none.gz", packed(""));
    EXPECT_EQ(MUST(read_file(path("none.gz"))), "");
}

TEST_F(File, RefusesDamagedGzipAndBombs) {
    const std::string whole = packed("some text that is long enough to be cut in the middle");
    for (std::size_t length = 2; length < whole.size(); ++length) {
        put("cut.gz", whole.substr(0, length));
        ASSERT_EQ(fault("cut.gz"), "a gzip file that is cut off or damaged") << length;
    }
    put("tail.gz", whole + "tail");
    EXPECT_EQ(fault("tail.gz"), "a gzip file that is cut off or damaged");
    put("bomb.gz", packed(std::string(5'000'000, '\0')));
    EXPECT_EQ(fault("bomb.gz", {.file_bytes_max = 1'000'000}),
              "larger than the limit of 1000000 bytes");
}

TEST_F(File, ReplacesAFileWholeAndLeavesNothingBeside) {
    MUST(write_file_atomically(path("out"), "one"));
    EXPECT_EQ(MUST(read_file(path("out"))), "one");
    fs::permissions(path("out"), fs::perms::owner_read | fs::perms::owner_write);
    MUST(write_file_atomically(path("out"), "two"));
    EXPECT_EQ(MUST(read_file(path("out"))), "two");
    EXPECT_EQ(fs::status(path("out")).permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(File, RefusesToReplaceWhatIsNoFile) {
    EXPECT_FALSE(write_file_atomically(path("."), "x").has_value());
    EXPECT_FALSE(write_file_atomically("/dev/null", "x").has_value());
    EXPECT_FALSE(write_file_atomically(path("no/such/folder"), "x").has_value());
}

TEST_F(File, ListsFilesBelowInOrder) {
    fs::create_directories(folder_ / "b/c");
    put("b/c/z.toml", "");
    put("b/a.toml", "");
    put("a.toml", "");
    put("a.txt", "");
    fs::create_directories(folder_ / "folder.toml");
    EXPECT_EQ(MUST(files_below(folder_.string(), ".toml")),
              (std::vector<std::string>{path("a.toml"), path("b/a.toml"), path("b/c/z.toml")}));
    EXPECT_FALSE(files_below(path("missing"), ".toml").has_value());
}

}  // namespace
}  // namespace cordon
