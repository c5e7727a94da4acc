// SPDX-License-Identifier: Apache-2.0
#include "lists/byte_source.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <filesystem>

#include "base/file.h"

namespace cordon::lists {
namespace {

std::string packed(const std::string& text) {
    z_stream stream{};
    CHECK(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(text.size() + 200, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

class ByteSourceTest : public ::testing::Test {
protected:
    std::string file(const std::string& bytes) {
        const auto path = ::testing::TempDir() + "/cordon-source-" + std::to_string(getpid()) +
                          "-" + std::to_string(paths_.size());
        CHECK(write_file_atomically(path, bytes).has_value());
        paths_.push_back(path);
        return path;
    }
    void TearDown() override {
        for (const auto& path : paths_) std::filesystem::remove(path);
    }
    std::vector<std::string> paths_;
};

TEST_F(ByteSourceTest, ReadsAFilePlainOrPackedInOneStreamOrSeveral) {
    const std::string text(300000, 'a');
    EXPECT_EQ(MUST(whole_of(file(text), {})), text);
    EXPECT_EQ(MUST(whole_of(file(packed(text)), {})), text);
    EXPECT_EQ(MUST(whole_of(file(packed("one ") + packed("two")), {})), "one two");
    EXPECT_EQ(MUST(whole_of(file(""), {})), "");
    EXPECT_EQ(MUST(head_of(file(packed(text)), {})).size(), 65536U);
}

TEST_F(ByteSourceTest, ADamagedOrMissingFileIsSaidToBeSo) {
    const auto whole = packed(std::string(100000, 'b') + "tail");
    EXPECT_FALSE(whole_of(file(whole.substr(0, whole.size() / 2)), {}));
    EXPECT_FALSE(whole_of(file("\x1F\x8B nonsense"), {}));
    EXPECT_FALSE(whole_of("/nonexistent/list.xml", {}));
    EXPECT_FALSE(whole_of("/tmp", {}));
}

TEST_F(ByteSourceTest, APipeIsRefusedInWordsAndAtOnce) {
    const auto path = ::testing::TempDir() + "/cordon-pipe-" + std::to_string(getpid());
    ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
    paths_.push_back(path);
    for (const auto& name : {path, std::string("/dev/zero")}) {
        const auto refused = head_of(name, {});
        ASSERT_FALSE(refused);
        EXPECT_NE(refused.error().to_text().find("pipe"), std::string::npos);
        EXPECT_NE(refused.error().remedy.find("standard input"), std::string::npos);
    }
}

TEST_F(ByteSourceTest, ABombIsStoppedByItsRatioBeforeItsSize) {
    ImportLimits limits;
    limits.ratio_from = 100000;
    const auto path = file(packed(std::string(5000000, '\0')));
    const auto bomb = whole_of(path, limits);
    ASSERT_FALSE(bomb);
    EXPECT_NE(bomb.error().to_text().find("250 times its size"), std::string::npos);
    limits.unpack_ratio_max = 2000;
    EXPECT_TRUE(whole_of(path, limits));
}

TEST_F(ByteSourceTest, AFileBeyondTheLimitIsRefusedPlainOrPacked) {
    ImportLimits limits;
    limits.whole_bytes_max = 1000;
    for (const auto& bytes : {std::string(1001, 'x'), packed(std::string(1001, 'x'))}) {
        const auto refused = whole_of(file(bytes), limits);
        ASSERT_FALSE(refused);
        EXPECT_NE(refused.error().to_text().find("1000 bytes"), std::string::npos);
    }
    EXPECT_TRUE(whole_of(file(packed(std::string(1000, 'x'))), limits));
}

}  // namespace
}  // namespace cordon::lists
