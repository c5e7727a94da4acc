// SPDX-License-Identifier: Apache-2.0
// tidy ROOT: checks every .h and .cpp that git tracks in the folders of code. Exit code 1 when
// something fails, 2 when it could not look; warnings alone are printed and pass.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "base/file.h"
#include "base/text.h"
#include "tidy.h"

namespace cordon::tidy {
namespace {

/// What git tracks; in a source archive without git, what is there.
Result<std::vector<std::string>> paths_of_code() {
    std::string listed;
    std::FILE* pipe = popen("git ls-files -- src tools bench fuzz tests 2>/dev/null", "r");
    if (pipe == nullptr) return Error{"git cannot be started", "", "", {}, {}};
    char piece[4096];
    for (std::size_t got = 0; (got = std::fread(piece, 1, sizeof piece, pipe)) > 0;) {
        listed.append(piece, got);
    }
    std::vector<std::string> paths;
    if (pclose(pipe) == 0) {
        for (const std::string_view path : split(listed, '\n')) paths.emplace_back(path);
    } else {
        for (const char* folder : {"src", "tools", "bench", "fuzz", "tests"}) {
            for (std::string& path : TRY(files_below(folder, ""))) paths.push_back(std::move(path));
        }
    }
    std::erase_if(paths, [](const std::string& path) {
        const bool code = path.ends_with(".h") || path.ends_with(".cpp");
        // Git still tracks what was deleted but not committed yet.
        return !code || !std::filesystem::exists(path);
    });
    return paths;
}

/// How many findings fail.
Result<int> check_all() {
    const char* const table = "ARCHITECTURE.md";
    const std::string architecture = TRY(read_file(table));
    const Edges edges = TRY(edges_in(architecture, table));
    const auto paths = TRY(paths_of_code());
    if (paths.empty()) return Error{"there is no code here", "", "name the root", {}, {}};
    int failed = 0;
    for (const std::string& path : paths) {
        const SourceFile file{path, TRY(read_file(path))};
        for (const Finding& finding : findings_in(file, edges)) {
            fmt::print("{}{}\n", finding.fails ? "" : "warning: ", finding.error.to_text());
            if (finding.fails) ++failed;
        }
    }
    fmt::print("{} files, {} findings that fail\n", paths.size(), failed);
    return failed;
}

}  // namespace
}  // namespace cordon::tidy

int main(int count, char** arguments) {
    std::error_code fault;
    if (count > 1) std::filesystem::current_path(arguments[1], fault);
    if (fault) {
        fmt::print(stderr, "{}: {}\n", arguments[1], fault.message());
        return 2;
    }
    const auto failed = cordon::tidy::check_all();
    if (!failed) {
        fmt::print(stderr, "{}\n", failed.error().to_text());
        return 2;
    }
    return *failed == 0 ? 0 : 1;
}
