// SPDX-License-Identifier: Apache-2.0
// cordon: may this go to them, on that day, under which paragraph?
#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>

#include "base/version.h"
#include "cli/bug.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/usage.h"

namespace {

using namespace cordon::cli;

constexpr AddCommand kCommands[] = {add_screen, add_match, add_trace,  add_review, add_classify,
                                    add_law,    add_lists, add_replay, add_schema, add_completion};

std::string default_home() {
    if (const char* home = std::getenv("CORDON_HOME")) return home;
    const char* user = std::getenv("HOME");
    return std::string(user == nullptr ? "." : user) + "/.local/share/cordon";
}

/// Gives the option that names the home.
CLI::Option* add_common(CLI::App& app, Common& common) {
    app.set_version_flag("--version", "cordon " + std::string(cordon::kVersion),
                         "Print the version");
    app.add_option("--rules", common.rules_folder,
                   "Folder of rules instead of those in this program")
        ->type_name("FOLDER");
    app.add_option("--max-file-bytes", common.limits.file_bytes_max, "Largest file read, in bytes")
        ->capture_default_str()
        ->type_name("N");
    app.add_option("--max-line-bytes", common.limits.line_bytes_max, "Longest line read, in bytes")
        ->capture_default_str()
        ->type_name("N");
    return app.add_option("--home", common.home, "Folder where imported lists live")
        ->capture_default_str()
        ->type_name("FOLDER");
}

/// A home that was named and is not there would silently mean the starter list alone.
bool home_is_missing(const CLI::App& app, const CLI::Option& home, const Common& common) {
    const auto* lists = app.get_subcommand("lists");
    const bool makes_it =
        lists->parsed() && (lists->got_subcommand("import") || lists->got_subcommand("update"));
    return home.count() > 0 && !makes_it && !std::filesystem::is_directory(common.home);
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

int run_program(int argc, char** argv) {
    CLI::App app{
        "Decides and explains whether advanced AI compute may go to someone on a given day under\n"
        "the export controls in force. Not legal advice.",
        "cordon"};
    Common common;
    common.home = default_home();
    Run run;
    app.require_subcommand(1);
    app.fallthrough();
    app.get_formatter()->column_width(34);
    app.set_help_flag("-h,--help", "Show this help");
    const auto* home = add_common(app, common);
    for (const auto add : kCommands) add(app, common, run);
    app.failure_message(usage_mistake);
    app.footer(
        "Exit codes: 0 clear, 1 needs review, 2 prohibited, 64 wrong command line,\n"
        "65 some input refused, 70 a bug in cordon, 74 the output could not be written.\n"
        "Try: cordon screen examples/*.json");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? flushed(kClear) : kUsage;
    }
    if (home_is_missing(app, *home, common)) {
        return complain(cordon::Error{"there is no folder \"" + common.home + "\"",
                                      "a folder of imported lists",
                                      "cordon lists import makes it; without --home the usual one "
                                      "is read",
                                      {"", 0, 0, "--home"},
                                      {}},
                        kUsage);
    }
    return run ? flushed(run()) : kUsage;
}

}  // namespace

int main(int argc, char** argv) {
    own_up_to_bugs();
    try {
        return run_program(argc, argv);
    } catch (const std::exception& error) {  // Ours throws nothing; memory may still run out.
        cordon::fail_check(__FILE__, __LINE__, error.what());
    }
}
