// SPDX-License-Identifier: Apache-2.0
#include "base/mapped_file.h"

#include <gtest/gtest.h>

#include "base/file.h"

namespace cordon {
namespace {

TEST(MappedFile, ShowsTheBytesOfTheFileAndKeepsThemWhenMoved) {
    const auto path = testing::TempDir() + "/mapped_file_test";
    ASSERT_TRUE(write_file_atomically(path, "seven bytes and more"));
    auto file = MUST(MappedFile::open(path));
    const auto bytes = file.bytes();
    EXPECT_EQ(bytes, "seven bytes and more");
    const MappedFile moved = std::move(file);
    EXPECT_EQ(moved.bytes().data(), bytes.data());
}

TEST(MappedFile, AnEmptyFileHasNoBytes) {
    const auto path = testing::TempDir() + "/mapped_file_test_empty";
    ASSERT_TRUE(write_file_atomically(path, ""));
    EXPECT_EQ(MUST(MappedFile::open(path)).bytes(), "");
}

TEST(MappedFile, RefusesWhatIsMissingOrNoFile) {
    EXPECT_EQ(MappedFile::open("/nowhere/at/all").error().position.file, "/nowhere/at/all");
    EXPECT_NE(MappedFile::open("/tmp").error().message.find("not a regular file"),
              std::string::npos);
}

}  // namespace
}  // namespace cordon
