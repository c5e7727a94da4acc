// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One command, one file. A command declares its options on a CLI11 subcommand and gives back what
/// to run; nothing is opened or read before that.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/file.h"
#include "determination/engine.h"

namespace CLI {  // NOLINT(readability-identifier-naming): not ours
class App;
}

namespace cordon::cli {

/// Options that every command understands.
struct Common {
    std::string rules_folder;  ///< "" for the rules in this program
    std::string home;          ///< where imported lists live
    ReadLimits limits;
};

using Run = std::function<int()>;

/// Adds its subcommands to `app`; `*run` is set to what the chosen one does.
using AddCommand = void (*)(CLI::App& app, const Common& common, Run& run);

void add_screen(CLI::App& app, const Common& common, Run& run);
void add_match(CLI::App& app, const Common& common, Run& run);
void add_review(CLI::App& app, const Common& common, Run& run);
void add_trace(CLI::App& app, const Common& common, Run& run);
void add_classify(CLI::App& app, const Common& common, Run& run);
void add_law(CLI::App& app, const Common& common, Run& run);
void add_lists(CLI::App& app, const Common& common, Run& run);
void add_replay(CLI::App& app, const Common& common, Run& run);
void add_schema(CLI::App& app, const Common& common, Run& run);
void add_completion(CLI::App& app, const Common& common, Run& run);

/// Prints an error to stderr and gives the exit code.
int complain(const Error& error, int code);
int complain(const std::vector<Error>& errors, int code);
/// "2024-04-10" from the command line; prints the mistake itself.
Result<std::optional<Date>> day_option(const std::string& text, std::string_view option);
Result<law::Reading> reading_option(const std::string& text);

}  // namespace cordon::cli
