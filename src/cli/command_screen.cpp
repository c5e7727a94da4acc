// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/explain.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "determination/report.h"
#include "trade/read.h"

namespace cordon::cli {

namespace {

struct ScreenOptions {
    std::vector<std::string> files;
    std::string as_of, lists_as_of, known_as_of, reading, mapping;
    bool json = false, table = false, explain = false, no_counterfactuals = false;
};

/// Decides every transaction of every file and prints as it goes; counts what happened.
class Screening {
public:
    Screening(const Common& common, const ScreenOptions& options, const determination::Engine& engine)
        : common_(common), options_(options), engine_(engine), table_(summary_table()) {}

    Status read_clocks() {
        clocks_.law = TRY(day_option(options_.as_of, "--as-of"));
        clocks_.lists = TRY(day_option(options_.lists_as_of, "--lists-as-of"));
        clocks_.known = TRY(day_option(options_.known_as_of, "--known-as-of"));
        clocks_.reading = TRY(reading_option(options_.reading));
        if (!options_.mapping.empty()) mapping_text_ = TRY(read_file(options_.mapping));
        return std::monostate{};
    }

    void screen(const std::string& path) {
        auto text = read_file(path, common_.limits);
        if (!text) return refuse({text.error()});
        trade::ReadOptions how;
        how.file = path;
        how.mapping_text = mapping_text_;
        how.mapping_file = options_.mapping;
        how.known_as_of = clocks_.known;
        how.limits = common_.limits;
        auto batch = trade::read_orders(*text, engine_.law().schema(), how);
        if (!batch) return refuse({batch.error()});
        refuse(batch->refused);
        Progress progress(path, batch->transactions.size());
        std::uint64_t done = 0;
        for (const auto& transaction : batch->transactions) {
            decide(transaction);
            progress.step(++done);
        }
    }

    int finish() {
        if (!options_.json && !options_.explain && !table_.empty()) {
            std::fputs(table_.to_text(terminal_width()).c_str(), stdout);
        }
        if (refused_ > 0) {
            std::fprintf(stderr, "cordon: %zu mistake%s in the input, listed above; what could be read was decided\n",
                         refused_, refused_ == 1 ? "" : "s");
            return kBadInput;
        }
        return exit_code(worst_);
    }

private:
    void decide(const trade::Transaction& transaction) {
        determination::ReportOptions what;
        what.counterfactuals = !options_.no_counterfactuals && (options_.json || options_.explain);
        what.failed_conditions = options_.json || options_.explain;
        const Json report = determination::report(engine_, transaction, clocks_, what, desk_);
        for (int i = 0; i <= static_cast<int>(determination::Outcome::Prohibited); ++i) {
            const auto outcome = static_cast<determination::Outcome>(i);
            if (determination::to_text(outcome) == report.find("outcome")->text) {
                worst_ = std::max(worst_, outcome);
            }
        }
        if (options_.json) {
            std::fputs((write_json(report) + "\n").c_str(), stdout);
        } else if (options_.explain) {
            std::fputs(explained(report, std::min(terminal_width(), 110U)).c_str(), stdout);
        } else {
            add_summary(table_, report);
        }
    }

    void refuse(const std::vector<Error>& errors) {
        complain(errors, kBadInput);
        refused_ += errors.size();
    }

    const Common& common_;
    const ScreenOptions& options_;
    const determination::Engine& engine_;
    determination::Clocks clocks_;
    determination::Desk desk_;
    std::string mapping_text_;
    Table table_;
    std::size_t refused_ = 0;
    determination::Outcome worst_ = determination::Outcome::NoLicenceRequired;
};

int screen(const Common& common, const ScreenOptions& options) {
    auto engine = open_engine(common);
    if (!engine) return complain(engine.error(), kBadInput);
    Screening screening(common, options, *engine);
    if (auto clocks = screening.read_clocks(); !clocks) return complain(clocks.error(), kUsage);
    for (const auto& file : options.files) screening.screen(file);
    return screening.finish();
}

}  // namespace

void add_screen(CLI::App& app, const Common& common, Run& run) {
    auto* command = app.add_subcommand("screen", "Decide orders: JSON, NDJSON or CSV files");
    auto options = std::make_shared<ScreenOptions>();
    command->add_option("files", options->files, "Order files; - is standard input")->required();
    command->add_option("--as-of", options->as_of, "Day whose law is read (default: day of the activity)");
    command->add_option("--lists-as-of", options->lists_as_of, "Day whose lists are read (default: the law's)");
    command->add_option("--known-as-of", options->known_as_of, "Leave out facts known only since a later day");
    command->add_option("--reading", options->reading, "as_enforced (default) or as_codified");
    command->add_option("--map", options->mapping, "Mapping file for a table with other headers");
    auto* json = command->add_flag("--json", options->json, "One canonical JSON document a line");
    auto* table = command->add_flag("--table", options->table, "One line a transaction (default)");
    auto* explain = command->add_flag("--explain", options->explain, "One page a transaction, for the file");
    json->excludes(table)->excludes(explain);
    table->excludes(explain);
    command->add_flag("--no-counterfactuals", options->no_counterfactuals,
                      "Do not look for facts that would change the outcome");
    command->callback([&common, options, &run] { run = [&common, options] { return screen(common, *options); }; });
}

}  // namespace cordon::cli
