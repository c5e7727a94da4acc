// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.h"

namespace cordon::golden {

namespace {

struct Folders {
    std::vector<std::string> made;
    ~Folders() {
        for (const auto& folder : made) std::filesystem::remove_all(folder);
    }
};

const std::string& home() {
    static const std::string folder = new_folder();
    return folder;
}

}  // namespace

std::string new_folder() {
    static Folders folders;
    std::string pattern = (std::filesystem::temp_directory_path() / "cordon-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) std::abort();
    folders.made.push_back(pattern);
    return pattern;
}

Ran run_cordon(const std::vector<std::string>& arguments, const std::string& input,
               const std::string& folder) {
    const std::string scratch = new_folder();
    const std::string in = scratch + "/in", out = scratch + "/out", err = scratch + "/err";
    if (!write_file_atomically(in, input)) std::abort();
    const bool home_given = std::getenv("CORDON_HOME") != nullptr;
    if (!home_given) setenv("CORDON_HOME", home().c_str(), 0);
    setenv("NO_COLOR", "1", 1);
    const pid_t child = fork();
    if (child == 0) {
        if (!folder.empty() && chdir(folder.c_str()) != 0) _exit(99);
        dup2(open(in.c_str(), O_RDONLY), STDIN_FILENO);
        dup2(open(out.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
        dup2(open(err.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
        std::vector<char*> argv;
        std::string program = CORDON_PROGRAM;
        argv.push_back(program.data());
        std::vector<std::string> copies = arguments;
        for (auto& argument : copies) argv.push_back(argument.data());
        argv.push_back(nullptr);
        execv(program.c_str(), argv.data());
        _exit(98);
    }
    int status = 0;
    waitpid(child, &status, 0);
    Ran ran;
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.out = read_file(out).value_or("");
    ran.err = read_file(err).value_or("");
    return ran;
}

}  // namespace cordon::golden
