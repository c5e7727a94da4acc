// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/opening.h"
#include "trade/schema.h"

namespace cordon::cli {

void add_schema(CLI::App& app, const Common& common, Run& run) {
    auto* command = app.add_subcommand("schema", "Print a published JSON Schema");
    auto which = std::make_shared<std::string>();
    command->add_option("schema", *which, "transaction, party or determination")
        ->type_name("")
        ->required();
    command->callback([&common, which, &run] {
        run = [&common, which] {
            auto law = open_law(common);
            if (!law) return complain(law.error(), kBadInput);
            auto schema = trade::json_schema(*which, law->schema());
            if (!schema) return complain(schema.error(), kUsage);
            std::fputs((write_json_indented(*schema) + "\n").c_str(), stdout);
            return kClear;
        };
    });
}

}  // namespace cordon::cli
