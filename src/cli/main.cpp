// SPDX-License-Identifier: Apache-2.0
// cordon: may this go to them, on that day, under which paragraph?
#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/version.h"
#include "cli/bug.h"
#include "cli/command.h"
#include "cli/exit_code.h"

namespace {

using namespace cordon::cli;

constexpr AddCommand kCommands[] = {add_screen, add_classify, add_law,       add_lists,
                                    add_replay, add_schema,   add_completion};

std::string default_home() {
    if (const char* home = std::getenv("CORDON_HOME")) return home;
    const char* user = std::getenv("HOME");
    return std::string(user == nullptr ? "." : user) + "/.local/share/cordon";
}

/// A mistake on the command line, with the help of the command that was meant.
std::string usage_mistake(const CLI::App* app, const CLI::Error& error) {
    std::string help = "cordon";
    for (auto chosen = app->get_subcommands(); !chosen.empty();) {
        help += " " + chosen.front()->get_name();
        chosen = chosen.front()->get_subcommands();
    }
    return "cordon: " + std::string(error.what()) + "\n  remedy: " + help +
           " --help lists what is understood\n";
}

void add_common(CLI::App& app, Common& common) {
    app.set_version_flag("--version", "cordon " + std::string(cordon::kVersion));
    app.add_option("--rules", common.rules_folder,
                   "Folder of rules instead of those in this program");
    app.add_option("--home", common.home, "Where imported lists live")->capture_default_str();
    app.add_option("--max-file-bytes", common.limits.file_bytes_max, "Largest file read")
        ->capture_default_str();
    app.add_option("--max-line-bytes", common.limits.line_bytes_max, "Longest line read")
        ->capture_default_str();
}

/// What is still in the buffer may fail to reach a full disk.
int flushed(int code) {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    const std::string reason = std::strerror(errno);
    return complain(cordon::Error{"the output cannot be written: " + reason,
                                  "",
                                  "what is there is not complete; make room and run again",
                                  {"standard output", 0, 0, ""},
                                  {}},
                    kCannotWrite);
}

}  // namespace

int main(int argc, char** argv) {
    own_up_to_bugs();
    CLI::App app{
        "Decides and explains whether advanced AI compute may go to someone on a given day under "
        "the export controls in force.\nNot legal advice.",
        "cordon"};
    Common common;
    common.home = default_home();
    Run run;
    app.require_subcommand(1);
    app.fallthrough();
    add_common(app, common);
    for (const auto add : kCommands) add(app, common, run);
    app.failure_message(usage_mistake);
    app.footer(
        "Exit codes: 0 clear, 1 needs review, 2 prohibited, 64 wrong command line, 65 some input "
        "refused, 70 a bug in cordon, 74 the output could not be written.\n"
        "Try: cordon screen examples/*.json");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? flushed(kClear) : kUsage;
    }
    return run ? flushed(run()) : kUsage;
}
