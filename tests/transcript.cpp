// SPDX-License-Identifier: Apache-2.0
#include "transcript.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <regex>
#include <sstream>

#include "base/file.h"
#include "program.h"

namespace cordon::golden {

namespace {

constexpr std::string_view kPrompt = "$ ";
constexpr std::string_view kErrorMark = "! ";

/// Lines with their blanks; the end of the last line begins no further one.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream stream{std::string(text)};
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

bool reads_as_a_mark(std::string_view line) {
    return line.starts_with(kPrompt) || line.starts_with(kErrorMark) ||
           line.starts_with("[exit ") || line.starts_with("\\");
}

/// Every line of `text` behind `mark`.
std::string marked(std::string_view text, std::string_view mark) {
    std::string out;
    for (const auto& line : lines_of(text)) {
        if (mark.empty() && reads_as_a_mark(line)) out += '\\';
        out += line.empty() && !mark.empty() ? mark.substr(0, 1) : mark;
        out += line + "\n";
    }
    return out;
}

void become_the_shell(const std::string& line, const std::string& folder, const std::string& out,
                      const std::string& err) {
    if (chdir(folder.c_str()) != 0) _exit(99);
    const std::string bin = std::filesystem::path(CORDON_PROGRAM).parent_path();
    setenv("PATH", (bin + ":" + std::getenv("PATH")).c_str(), 1);
    setenv("NO_COLOR", "1", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(open(out.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
    dup2(open(err.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
    execlp("bash", "bash", "-o", "pipefail", "-c", line.c_str(), nullptr);
    _exit(98);
}

}  // namespace

Session read_session(std::string_view transcript) {
    Session session;
    for (const auto& line : lines_of(transcript)) {
        if (line.starts_with(kPrompt)) {
            session.commands.push_back(line.substr(kPrompt.size()));
        } else if (session.commands.empty() && line.starts_with("#")) {
            session.opening += line + "\n";
        }
    }
    return session;
}

Shown run_line(const std::string& line, const std::string& folder, const std::string& home) {
    const std::string scratch = new_folder();
    const std::string out = scratch + "/out", err = scratch + "/err";
    const pid_t child = fork();
    if (child == 0) {
        setenv("CORDON_HOME", home.c_str(), 1);
        become_the_shell(line, folder, out, err);
    }
    int status = 0;
    waitpid(child, &status, 0);
    Shown shown;
    shown.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    shown.out = read_file(out).value_or("");
    shown.err = read_file(err).value_or("");
    std::filesystem::remove_all(scratch);
    return shown;
}

std::string played(const Session& session, const std::string& folder) {
    std::string text = session.opening;
    for (const auto& command : session.commands) {
        const auto shown = run_line(command, folder);
        text += std::string(kPrompt) + command + "\n";
        if (!shown.out.empty()) text += marked(masked(shown.out, folder), "");
        if (!shown.err.empty()) text += marked(masked(shown.err, folder), kErrorMark);
        text += "[exit " + std::to_string(shown.code) + "]\n";
    }
    return text;
}

std::string masked(std::string text, const std::string& folder) {
    static const std::regex whole("\\b[0-9a-f]{64}\\b");
    static const std::regex brief(
        "\\b(rules|lists|catalogue|input|digest|snapshot)(\\s+)[0-9a-f]{12}\\b");
    text = std::regex_replace(text, whole, "<sha256>");
    text = std::regex_replace(text, brief, "$1$2<hash>");
    for (auto at = text.find(folder); !folder.empty() && at != std::string::npos;
         at = text.find(folder)) {
        text.replace(at, folder.size(), "<here>");
    }
    return text;
}

}  // namespace cordon::golden
