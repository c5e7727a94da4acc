// SPDX-License-Identifier: Apache-2.0
#include "lists/download.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "lists/server_testing.h"

namespace cordon::lists {
namespace {

using Line = Server::Line;
using Request = Server::Request;

std::string long_text() {
    std::string text;
    for (int i = 0; text.size() < 300'000; ++i) text += "row " + std::to_string(i) + "\n";
    return text;
}

class Download : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = ::testing::TempDir() + "/cordon-download-" + std::to_string(getpid());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    [[nodiscard]] DownloadRequest to(const Server& server, const std::string& path = "/f") const {
        DownloadRequest request;
        request.url = server.url(path);
        request.path = folder_ + "/f";
        request.limits.wait_seconds = 0;
        request.limits.silence_seconds = 1;
        request.limits.total_seconds = 20;
        return request;
    }
    [[nodiscard]] std::string file() const { return read_file(folder_ + "/f").value_or("(none)"); }
    [[nodiscard]] bool has(const std::string& name) const {
        return std::filesystem::exists(folder_ + "/" + name);
    }

    std::string folder_;
    std::string text_ = long_text();
};

TEST_F(Download, BringsTheWholeFileWithItsTagAndTellsHowFarItIs) {
    const Server server([&](const Line& line, const Request& r) { line.file(r, text_, "\"1\""); });
    auto request = to(server);
    std::uint64_t whole = 0;
    request.progress = [&](std::uint64_t done, std::uint64_t total) {
        EXPECT_LE(done, total);
        whole = total;
    };
    const auto got = download(request);
    ASSERT_TRUE(got) << got.error().error.to_text();
    EXPECT_EQ(file(), text_);
    EXPECT_EQ(got->bytes, text_.size());
    EXPECT_EQ(got->etag, "\"1\"");
    EXPECT_EQ(whole, text_.size());
    EXPECT_FALSE(has("f.part"));
    EXPECT_FALSE(has("f.part.tag"));
}

TEST_F(Download, AsksWhetherTheCopyAtHandIsTheNewest) {
    const Server server([&](const Line& line, const Request& r) { line.file(r, text_, "\"1\""); });
    auto request = to(server);
    request.etag = "\"1\"";
    request.last_modified = "Fri, 07 Aug 2026 18:36:56 GMT";
    const auto got = download(request);
    ASSERT_TRUE(got);
    EXPECT_TRUE(got->unchanged);
    EXPECT_FALSE(has("f"));
    EXPECT_EQ(server.seen().front().header("if-modified-since"), request.last_modified);
}

TEST_F(Download, GoesOnWhereTheConnectionBroke) {
    int times = 0;
    const Server server([&](const Line& line, const Request& r) {
        if (++times == 1) {
            return line.answer(
                "200 OK", "ETag: \"1\"\r\nContent-Length: " + std::to_string(text_.size()) + "\r\n",
                std::string_view(text_).substr(0, 100'000));
        }
        line.file(r, text_, "\"1\"");
    });
    const auto got = download(to(server));
    ASSERT_TRUE(got) << got.error().error.to_text();
    EXPECT_EQ(file(), text_);
    EXPECT_EQ(got->resumed_from, 100'000U);
    EXPECT_EQ(server.seen().back().header("range"), "bytes=100000-");
    EXPECT_EQ(server.seen().back().header("if-range"), "\"1\"");
}

TEST_F(Download, StartsAnewWhenTheFileIsAnotherByNow) {
    int times = 0;
    const Server server([&](const Line& line, const Request& r) {
        if (++times == 1) {
            return line.answer("200 OK", "ETag: \"old\"\r\nContent-Length: 500\r\n", "half of it");
        }
        line.file(r, text_, "\"new\"");
    });
    const auto got = download(to(server));
    ASSERT_TRUE(got);
    EXPECT_EQ(file(), text_);
    EXPECT_EQ(got->resumed_from, 0U);
}

TEST_F(Download, WithoutATagNothingIsResumed) {
    int times = 0;
    const Server server([&](const Line& line, const Request&) {
        ++times;
        const auto length = "Content-Length: " + std::to_string(text_.size()) + "\r\n";
        line.answer("200 OK", length, times == 1 ? text_.substr(0, 50) : text_);
    });
    ASSERT_TRUE(download(to(server)));
    EXPECT_EQ(file(), text_);
    EXPECT_EQ(server.seen().back().header("range"), "");
}

TEST_F(Download, ConnectionThatAlwaysBreaksLeavesThePartAndNoFile) {
    const Server server([&](const Line& line, const Request&) {
        line.answer("200 OK", "ETag: \"1\"\r\nContent-Length: 900000\r\n", text_);
    });
    const auto got = download(to(server));
    ASSERT_FALSE(got);
    EXPECT_NE(got.error().error.message.find("before the file did"), std::string::npos)
        << got.error().error.to_text();
    EXPECT_FALSE(has("f"));
    EXPECT_TRUE(has("f.part"));
    EXPECT_EQ(server.seen().size(), 3U);
}

TEST_F(Download, AnotherRangeThanAskedForIsNotBelieved) {
    int times = 0;
    const Server server([&](const Line& line, const Request&) {
        if (++times == 1) {
            return line.answer("200 OK", "ETag: \"1\"\r\nContent-Length: 500\r\n", "half of it");
        }
        line.answer("206 Partial Content",
                    "ETag: \"1\"\r\nContent-Range: bytes 3-8/9\r\nContent-Length: 6\r\n", "abcdef");
    });
    const auto got = download(to(server));
    ASSERT_FALSE(got);
    EXPECT_NE(got.error().error.message.find("another part"), std::string::npos);
    EXPECT_FALSE(has("f"));
    EXPECT_FALSE(has("f.part"));
}

TEST_F(Download, ErrorsAreNoFiles) {
    for (const std::string status : {"500 Oops", "404 Not Found", "403 Forbidden"}) {
        const Server server([&](const Line& line, const Request&) {
            line.answer(status, "Content-Length: 5\r\n", "sorry");
        });
        const auto got = download(to(server));
        ASSERT_FALSE(got);
        EXPECT_EQ(std::to_string(got.error().status), status.substr(0, 3));
        EXPECT_NE(got.error().error.message.find("answered " + status.substr(0, 3)),
                  std::string::npos);
        EXPECT_EQ(server.seen().size(), status[0] == '5' ? 3U : 1U)
            << "only 5xx may pass by itself";
        EXPECT_FALSE(has("f"));
        EXPECT_FALSE(has("f.part"));
    }
}

TEST_F(Download, EndlessBodyStopsAtTheLimit) {
    const Server server([&](const Line& line, const Request&) {
        line.answer("200 OK", "ETag: \"1\"\r\n", "");
        while (line.send(text_)) {
        }
    });
    auto request = to(server);
    request.limits.bytes_max = 2'000'000;
    const auto got = download(request);
    ASSERT_FALSE(got);
    EXPECT_NE(got.error().error.message.find("larger than 2000000"), std::string::npos);
    EXPECT_FALSE(has("f"));
    EXPECT_FALSE(has("f.part"));
}

TEST_F(Download, SlowDripIsGivenUp) {
    const Server server([&](const Line& line, const Request&) {
        line.answer("200 OK", "Content-Length: 1000\r\n", "");
        while (line.send("x")) usleep(200'000);
    });
    const auto got = download(to(server));
    ASSERT_FALSE(got);
    EXPECT_NE(got.error().error.message.find("too slow"), std::string::npos)
        << got.error().error.to_text();
    EXPECT_FALSE(has("f"));
}

TEST_F(Download, RedirectsAreFollowedButNotForEver) {
    const Server server([&](const Line& line, const Request& r) {
        if (r.path == "/moved") return line.answer("302 Found", "Location: /f\r\n", "");
        if (r.path == "/f") return line.file(r, text_, "\"1\"");
        line.answer("302 Found", "Location: /loop\r\n", "");
    });
    ASSERT_TRUE(download(to(server, "/moved")));
    EXPECT_EQ(file(), text_);
    const auto got = download(to(server, "/loop"));
    ASSERT_FALSE(got);
    EXPECT_NE(got.error().error.message.find("more than 5 times"), std::string::npos);
}

TEST_F(Download, OnlyHttpsIsSpokenWithOtherMachines) {
    DownloadRequest request;
    request.path = folder_ + "/f";
    for (const std::string url :
         {"http://192.0.2.1/f", "ftp://192.0.2.1/f", "file:///etc/hostname",
          "http://127.0.0.1.example.org/f", "http://127.0.0.1:80@192.0.2.1/f",
          "http://localhost:x@192.0.2.1/f"}) {
        request.url = url;
        const auto got = download(request);
        ASSERT_FALSE(got) << url;
        EXPECT_NE(got.error().error.message.find("only https"), std::string::npos) << url;
    }
    const Server server([&](const Line& line, const Request&) {
        line.answer("302 Found", "Location: file:///etc/hostname\r\n", "");
    });
    const auto got = download(to(server));
    ASSERT_FALSE(got);
    EXPECT_FALSE(has("f"));
}

TEST_F(Download, ThisMachineCannotSendUsOnToAnotherInClear) {
    const Server other([&](const Line& line, const Request& r) { line.file(r, text_, "\"1\""); });
    auto elsewhere = other.url("/f");
    elsewhere.insert(std::string("http://").size(), "name:word@");
    const Server server([&](const Line& line, const Request&) {
        line.answer("302 Found", "Location: " + elsewhere + "\r\n", "");
    });
    const auto got = download(to(server));
    ASSERT_FALSE(got);
    EXPECT_NE(got.error().error.message.find("only https"), std::string::npos)
        << got.error().error.to_text();
    EXPECT_TRUE(other.seen().empty());
    EXPECT_FALSE(has("f"));
}

TEST_F(Download, NobodyThereIsSaidWithTheAddress) {
    DownloadRequest request;
    request.url = "http://127.0.0.1:1/f";
    request.path = folder_ + "/f";
    const auto got = download(request);
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().status, 0U);
    EXPECT_NE(got.error().error.message.find(request.url), std::string::npos);
}

}  // namespace
}  // namespace cordon::lists
