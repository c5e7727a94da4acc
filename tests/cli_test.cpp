// SPDX-License-Identifier: Apache-2.0
// The program as a person meets it: every transcript below tests/cli/ is played again in a folder
// of its own that holds copies of examples/, rules/ and tests/cli/files/. CORDON_UPDATE=1 rewrites
// them.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "cli/exit_code.h"
#include "program.h"
#include "transcript.h"

namespace cordon::golden {
namespace {

const std::string kSource = CORDON_SOURCE_DIR;
const std::string kTranscripts = kSource + "/tests/cli/";

std::vector<std::string> transcripts() {
    std::vector<std::string> names;
    for (const auto& path : MUST(files_below(kTranscripts, ".txt"))) {
        const std::string name = path.substr(kTranscripts.size());
        if (!name.starts_with("files/")) names.push_back(name);
    }
    return names;
}

std::string furnished_folder() {
    std::string folder = new_folder();
    constexpr auto kAll = std::filesystem::copy_options::recursive;
    std::filesystem::copy(kSource + "/examples", folder + "/examples", kAll);
    std::filesystem::copy(kSource + "/rules", folder + "/rules", kAll);
    std::filesystem::copy(kSource + "/tests/cli/files", folder + "/files", kAll);
    return folder;
}

class Transcript : public testing::TestWithParam<std::string> {};

TEST_P(Transcript, ReadsAsItDid) {
    const std::string path = kTranscripts + GetParam();
    const std::string expected = MUST(read_file(path));
    const auto session = read_session(expected);
    ASSERT_FALSE(session.commands.empty()) << path << " has no line that begins with \"$ \"";
    const std::string folder = furnished_folder();
    const std::string actual = played(session, folder);
    std::filesystem::remove_all(folder);
    if (std::getenv("CORDON_UPDATE") != nullptr && actual != expected) {
        EXPECT_TRUE(write_file_atomically(path, actual));
    } else {
        EXPECT_EQ(actual, expected) << path;
    }
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
    std::string name;
    for (const char c : info.param.substr(0, info.param.size() - 4)) {
        name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(Cli, Transcript, testing::ValuesIn(transcripts()), test_name);

/// What all transcripts together must have seen.
TEST(Transcripts, ShowEveryCommandDoingItsWorkAndRefusing) {
    std::set<std::string> good, refused;
    for (const auto& name : transcripts()) {
        std::string command;
        const std::string text = MUST(read_file(kTranscripts + name));
        for (const auto line : split(text, '\n')) {
            if (line.starts_with("$ ")) command = std::string(line.substr(2));
            if (!line.starts_with("[exit ")) continue;
            (line == "[exit 64]" || line == "[exit 65]" ? refused : good).insert(command);
        }
    }
    const auto seen = [](const std::set<std::string>& commands, const std::string& words) {
        for (const auto& command : commands) {
            if (command.find("cordon " + words) != std::string::npos) return true;
        }
        return false;
    };
    for (const char* words :
         {"screen",           "classify",    "law list",     "law show",     "law diff",
          "law facts",        "law test",    "lists import", "lists update", "lists status",
          "lists show",       "lists diff",  "lists impact", "match",        "review same",
          "review different", "review list", "replay",       "schema",       "completion"}) {
        EXPECT_TRUE(seen(good, words)) << words;
        EXPECT_TRUE(seen(refused, words)) << words;
    }
    EXPECT_TRUE(seen(good, "--help"));
    EXPECT_TRUE(seen(good, "--version"));
}

TEST(Transcripts, ShowEveryExitCodeButThatOfABug) {
    std::set<std::string> seen;
    for (const auto& name : transcripts()) {
        const std::string text = MUST(read_file(kTranscripts + name));
        for (const auto line : split(text, '\n')) {
            if (line.starts_with("[exit ")) seen.insert(std::string(line));
        }
    }
    for (const int code : {cli::kClear, cli::kReview, cli::kProhibited, cli::kUsage, cli::kBadInput,
                           cli::kCannotWrite}) {
        EXPECT_TRUE(seen.contains("[exit " + std::to_string(code) + "]")) << code;
    }
}

/// Peak memory of one run, in KiB.
struct Weighed {
    int code = -1;
    long peak = 0;
};

Weighed weigh(const std::string& file, const std::string& errors) {
    const std::string program = CORDON_PROGRAM;
    const pid_t child = fork();
    if (child == 0) {
        if (freopen(errors.c_str(), "w", stderr) == nullptr) _exit(99);
        if (freopen("/dev/null", "w", stdout) == nullptr) _exit(99);
        const auto home = std::filesystem::path(errors).parent_path().string();
        execl(program.c_str(), "cordon", "--home", home.c_str(), "screen", file.c_str(), nullptr);
        _exit(98);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, usage.ru_maxrss};
}

TEST(HugeLines, AreRefusedByTheirNumberInBoundedMemory) {
    const std::string folder = new_folder();
    const std::string path = folder + "/huge.ndjson";
    {
        std::ofstream file(path);
        file << R"({"date":"2024-06-12","route":{"from":"US","to":"DE"},"items":["L4"],)"
             << R"("parties":[{"name":"A","roles":["end_user"],"country":"DE"}]})" << "\n";
        file << R"({"id":")";
        const std::string piece(1'000'000, 'x');
        for (int i = 0; i < 300; ++i) file << piece;
        file << "\"}\n";
    }
    const auto weighed = weigh(path, folder + "/errors");
    const std::string said = MUST(read_file(folder + "/errors"));
    EXPECT_EQ(weighed.code, cli::kBadInput) << said;
    EXPECT_NE(said.find("huge.ndjson:2"), std::string::npos) << said;
    EXPECT_LT(said.size(), 2'000U);
#if !defined(__SANITIZE_ADDRESS__)
    EXPECT_LT(weighed.peak, 1'000'000) << "KiB";
#endif
    std::filesystem::remove_all(folder);
}

TEST(HugeFiles, OverTheLimitAreRefusedWithoutBeingRead) {
    const std::string folder = new_folder();
    const std::string path = folder + "/sparse.json";
    {
        std::ofstream file(path);
    }
    std::filesystem::resize_file(path, 5'000'000'000);
    const auto weighed = weigh(path, folder + "/errors");
    const std::string said = MUST(read_file(folder + "/errors"));
    EXPECT_EQ(weighed.code, cli::kBadInput);
    EXPECT_NE(said.find("sparse.json"), std::string::npos) << said;
    EXPECT_NE(said.find("--max-file-bytes"), std::string::npos) << said;
#if !defined(__SANITIZE_ADDRESS__)
    EXPECT_LT(weighed.peak, 300'000) << "KiB";
#endif
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace cordon::golden
