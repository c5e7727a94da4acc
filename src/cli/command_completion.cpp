// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>

#include "cli/command.h"
#include "cli/exit_code.h"

namespace cordon::cli {

namespace {

/// Words that may follow this command: its subcommands and long options.
std::string words_of(const CLI::App& app) {
    std::string words;
    for (const auto* sub : app.get_subcommands({})) words += sub->get_name() + " ";
    for (const auto* option : app.get_options()) {
        for (const auto& name : option->get_lnames()) words += "--" + name + " ";
    }
    if (!words.empty()) words.pop_back();
    return words;
}

void cases(const CLI::App& app, const std::string& path, std::string& text) {
    for (const auto* sub : app.get_subcommands({})) {
        const std::string here = path.empty() ? sub->get_name() : path + " " + sub->get_name();
        text += "        \"" + here + "\") words=\"" + words_of(*sub) + "\" ;;\n";
        cases(*sub, here, text);
    }
}

}  // namespace

void add_completion(CLI::App& app, const Common&, Run& run) {
    auto* command =
        app.add_subcommand("completion", "Print the bash completion: source <(cordon completion)");
    command->callback([&app, &run] {
        run = [&app] {
            std::string text =
                "_cordon() {\n    local path= words i cur=${COMP_WORDS[COMP_CWORD]}\n"
                "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                "        case ${COMP_WORDS[i]} in -*) ;; *) path=\"${path:+$path "
                "}${COMP_WORDS[i]}\" ;; esac\n"
                "    done\n    case $path in\n";
            cases(app, "", text);
            text += "        *) words=\"" + words_of(app) +
                    "\" ;;\n    esac\n"
                    "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n}\n"
                    "complete -o default -F _cordon cordon\n";
            std::fputs(text.c_str(), stdout);
            return kClear;
        };
    });
}

}  // namespace cordon::cli
