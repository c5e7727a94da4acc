// SPDX-License-Identifier: Apache-2.0
#include "cli/usage.h"

#include <CLI/CLI.hpp>

#include "base/result.h"
#include "base/text.h"

namespace cordon::cli {

namespace {

/// The command that was chosen, as far as it was understood.
struct Chosen {
    const CLI::App* app;
    std::string words;
};

Chosen chosen_of(const CLI::App* app) {
    Chosen chosen{app, "cordon"};
    for (auto next = app->get_subcommands(); !next.empty();
         next = next.front()->get_subcommands()) {
        chosen.app = next.front();
        chosen.words += " " + chosen.app->get_name();
    }
    return chosen;
}

std::vector<std::string> options_of(const CLI::App* app) {
    std::vector<std::string> names;
    for (; app != nullptr; app = app->get_parent()) {
        for (const auto* option : app->get_options()) {
            for (const auto& name : option->get_lnames()) names.push_back("--" + name);
        }
    }
    return names;
}

std::vector<std::string> commands_of(const CLI::App* app) {
    std::vector<std::string> names;
    for (const auto* command : app->get_subcommands({})) names.push_back(command->get_name());
    return names;
}

/// The first word that nothing understood.
std::string stranger_of(const CLI::App* app) {
    std::string first;
    for (const auto& word : app->remaining(true)) {
        if (word.starts_with("-")) return word;
        if (first.empty()) first = word;
    }
    return first;
}

Error mistake(const CLI::App* app, const CLI::Error& error) {
    const auto chosen = chosen_of(app);
    const std::string remedy = chosen.words + " --help lists what is understood";
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        const std::string what = error.what();
        return Error{what.substr(0, what.find(':')) + " needs a value", "", remedy, {}, {}};
    }
    const auto commands = commands_of(chosen.app);
    const auto stranger = stranger_of(app);
    const auto near = [](const std::string& name) { return name.empty() ? "" : "perhaps " + name; };
    if (stranger.starts_with("-")) {
        return Error{"there is no option \"" + stranger + "\"",
                     near(nearest(stranger, options_of(chosen.app))),
                     remedy,
                     {},
                     {}};
    }
    if (!commands.empty()) {
        if (stranger.empty()) {
            return Error{chosen.words + " needs a command", list_of(commands), remedy, {}, {}};
        }
        const auto meant = nearest(stranger, commands);
        return Error{"there is no command \"" + stranger + "\"",
                     meant.empty() ? list_of(commands) : near(meant),
                     remedy,
                     {},
                     {}};
    }
    if (!stranger.empty()) {
        return Error{"\"" + stranger + "\" is one word too many", "", remedy, {}, {}};
    }
    std::string what = error.what();
    constexpr std::string_view kRequired = " is required";
    if (what.ends_with(kRequired)) {
        what.resize(what.size() - kRequired.size());
        return Error{chosen.words + " needs: " + what, "", remedy, {}, {}};
    }
    constexpr std::string_view kUnread = "Could not convert: ";
    if (what.starts_with(kUnread)) {
        return Error{
            what.substr(kUnread.size()) + " is not a whole number", "digits only", remedy, {}, {}};
    }
    return Error{what, "", remedy, {}, {}};
}

}  // namespace

std::string usage_mistake(const CLI::App* app, const CLI::Error& error) {
    return "cordon: " + mistake(app, error).to_text() + "\n";
}

}  // namespace cordon::cli
