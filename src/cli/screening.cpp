// SPDX-License-Identifier: Apache-2.0
#include "cli/screening.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/text.h"
#include "cli/exit_code.h"
#include "cli/explain.h"
#include "cli/summary.h"
#include "determination/report.h"
#include "trade/stream.h"

namespace cordon::cli {

namespace {

/// Wider lines than this are hard to read on paper.
constexpr std::uint32_t kPageWidth = 110;

bool is_ndjson(const std::string& path) {
    const auto name = to_lower_ascii(path);
    return name.ends_with(".ndjson") || name.ends_with(".jsonl");
}

determination::Outcome outcome_of(const Json& report) {
    using determination::Outcome;
    const Json* text = report.find("outcome");
    for (int i = 0; i <= static_cast<int>(Outcome::Prohibited); ++i) {
        const auto outcome = static_cast<Outcome>(i);
        if (text != nullptr && determination::to_text(outcome) == text->text) return outcome;
    }
    fail_check(__FILE__, __LINE__, "a report has an outcome");
}

}  // namespace

Result<determination::Clocks> clocks_of(const ScreenOptions& options) {
    determination::Clocks clocks;
    clocks.law = TRY(day_option(options.as_of, "--as-of"));
    clocks.lists = TRY(day_option(options.lists_as_of, "--lists-as-of"));
    clocks.known = TRY(day_option(options.known_as_of, "--known-as-of"));
    clocks.reading = TRY(reading_option(options.reading));
    return clocks;
}

Screening::Screening(const Common& common, const ScreenOptions& options,
                     const determination::Engine& engine, determination::Clocks clocks,
                     std::string mapping_text)
    : common_(common),
      options_(options),
      engine_(engine),
      clocks_(clocks),
      mapping_text_(std::move(mapping_text)),
      table_(summary_table()) {}

void Screening::screen(const std::string& path) {
    if (is_ndjson(path) && mapping_text_.empty() && std::filesystem::is_regular_file(path)) {
        screen_stream(path);
    } else {
        screen_whole(path);
    }
}

trade::ReadOptions Screening::how_to_read(const std::string& path) const {
    trade::ReadOptions how;
    how.file = path;
    how.mapping_text = mapping_text_;
    how.mapping_file = options_.mapping;
    how.known_as_of = clocks_.known;
    how.limits = common_.limits;
    return how;
}

void Screening::screen_stream(const std::string& path) {
    auto source = trade::byte_source(path);
    if (!source) return mistakes_.add(source.error());
    trade::OrderStream stream(std::move(*source), engine_.law().schema(), how_to_read(path));
    bool any = false;
    while (const auto read = stream.next()) {
        any = true;
        mistakes_.add(read->errors);
        if (read->transaction) decide(*read->transaction);
    }
    if (!any) {
        mistakes_.add(Error{"there is no transaction in this file",
                            "one JSON object a line",
                            "the smallest order: docs/reference/transaction.md",
                            {path, 0, 0, ""},
                            {}});
    }
}

void Screening::screen_whole(const std::string& path) {
    auto text = read_file(path, common_.limits);
    if (!text) return mistakes_.add(text.error());
    auto batch = trade::read_orders(*text, engine_.law().schema(), how_to_read(path));
    if (!batch) return mistakes_.add(batch.error());
    mistakes_.add(batch->refused);
    Progress progress(path, batch->transactions.size());
    std::uint64_t done = 0;
    for (const auto& transaction : batch->transactions) {
        decide(transaction);
        progress.step(++done);
    }
}

void Screening::decide(const trade::Transaction& transaction) {
    ++decided_;
    if (!options_.json && !options_.explain) {
        const auto summary = determination::summary(engine_, transaction, clocks_, desk_);
        worst_ = std::max(worst_, summary.outcome);
        return add_summary(table_, summary);
    }
    determination::ReportOptions what;
    what.counterfactuals = !options_.no_counterfactuals;
    const Json report = determination::report(engine_, transaction, clocks_, what, desk_);
    worst_ = std::max(worst_, outcome_of(report));
    if (options_.json) {
        std::fputs((write_json(report) + "\n").c_str(), stdout);
    } else {
        std::fputs(explained(report, std::min(terminal_width(), kPageWidth)).c_str(), stdout);
    }
}

int Screening::finish() {
    if (!table_.empty()) std::fputs(table_.to_text(terminal_width()).c_str(), stdout);
    if (mistakes_.count() == 0) return exit_code(worst_);
    mistakes_.finish();
    std::fprintf(stderr, "cordon: %zu mistake%s in the input; %s\n", mistakes_.count(),
                 mistakes_.count() == 1 ? "" : "s",
                 decided_ == 0 ? "nothing was decided" : "what could be read was decided");
    return kBadInput;
}

}  // namespace cordon::cli
