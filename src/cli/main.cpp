// SPDX-License-Identifier: Apache-2.0
// cordon: may this go to them, on that day, under which paragraph?
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>

#include "base/version.h"
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

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{
        "Decides and explains whether advanced AI compute may go to someone on a given day under the "
        "export controls in force.\nNot legal advice.",
        "cordon"};
    Common common;
    common.home = default_home();
    Run run;
    app.set_version_flag("--version", "cordon " + std::string(cordon::kVersion));
    app.add_option("--rules", common.rules_folder, "Folder of rules instead of those in this program");
    app.add_option("--home", common.home, "Where imported lists live")->capture_default_str();
    app.add_option("--max-file-bytes", common.limits.file_bytes_max, "Largest file read")
        ->capture_default_str();
    app.add_option("--max-line-bytes", common.limits.line_bytes_max, "Longest line read")
        ->capture_default_str();
    app.require_subcommand(1);
    app.fallthrough();
    for (const auto add : kCommands) add(app, common, run);
    app.footer(
        "Exit codes: 0 clear, 1 needs review, 2 prohibited, 64 wrong command line, 65 some input "
        "refused, 70 a bug in cordon.\nTry: cordon screen examples/*.json");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : kUsage;
    }
    return run ? run() : kUsage;
}
