// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/opening.h"
#include "cli/screening.h"

namespace cordon::cli {

namespace {

int screen(const Common& common, const ScreenOptions& options) {
    // What was typed is checked first: it costs nothing.
    if (options.json + options.table + options.explain > 1) {
        return complain(Error{"--json, --table and --explain are three forms of one answer",
                              "one of them",
                              "run cordon once for each",
                              {},
                              {}},
                        kUsage);
    }
    auto clocks = clocks_of(options);
    if (!clocks) return complain(clocks.error(), kUsage);
    std::string mapping;
    if (!options.mapping.empty()) {
        auto text = read_file(options.mapping, common.limits);
        if (!text) return complain(text.error(), kBadInput);
        mapping = std::move(*text);
    }
    auto engine = open_engine(common);
    if (!engine) return complain(engine.error(), kBadInput);
    Screening screening(common, options, *engine, *clocks, std::move(mapping));
    for (const auto& file : options.files) screening.screen(file);
    return screening.finish();
}

}  // namespace

void add_screen(CLI::App& app, const Common& common, Run& run) {
    auto* command = app.add_subcommand("screen", "Decide orders: JSON, NDJSON or CSV files");
    auto options = std::make_shared<ScreenOptions>();
    command->add_option("file", options->files, "Order files; - is standard input")
        ->required()
        ->type_name("");
    command
        ->add_option("--as-of", options->as_of,
                     "Day whose law is read (default: day of the activity)")
        ->type_name("DAY");
    command
        ->add_option("--lists-as-of", options->lists_as_of,
                     "Day whose lists are read (default: the law's)")
        ->type_name("DAY");
    command
        ->add_option("--known-as-of", options->known_as_of,
                     "Leave out facts known only since a later day")
        ->type_name("DAY");
    command->add_option("--reading", options->reading, "as_enforced (default) or as_codified")
        ->type_name("READING");
    command->add_option("--map", options->mapping, "Mapping file for a table with other headers")
        ->type_name("FILE");
    command->add_flag("--json", options->json, "One canonical JSON document a line");
    command->add_flag("--table", options->table, "One line a transaction (default)");
    command->add_flag("--explain", options->explain, "One page a transaction, for the file");
    command->add_flag("--no-counterfactuals", options->no_counterfactuals,
                      "Do not look for facts that would change the outcome");
    command->callback([&common, options, &run] {
        run = [&common, options] { return screen(common, *options); };
    });
}

}  // namespace cordon::cli
