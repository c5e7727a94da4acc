// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Deciding every transaction of every file and printing as it goes.
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/mistakes.h"
#include "cli/table.h"
#include "determination/engine.h"
#include "trade/read.h"

namespace cordon::cli {

struct ScreenOptions {
    std::vector<std::string> files;
    std::string as_of, lists_as_of, known_as_of, reading, mapping;
    bool json = false, table = false, explain = false, no_counterfactuals = false;
};

/// The clocks and the reading as said on the command line.
Result<determination::Clocks> clocks_of(const ScreenOptions& options);

class Screening {
public:
    Screening(const Common& common, const ScreenOptions& options,
              const determination::Engine& engine, determination::Clocks clocks,
              std::string mapping_text);
    /// NDJSON is read and decided a line at a time, so a file of any length fits into memory.
    void screen(const std::string& path);
    /// Prints what is left and gives the exit code.
    int finish();

private:
    void screen_stream(const std::string& path);
    void screen_whole(const std::string& path);
    [[nodiscard]] trade::ReadOptions how_to_read(const std::string& path) const;
    void decide(const trade::Transaction& transaction);

    const Common& common_;
    const ScreenOptions& options_;
    const determination::Engine& engine_;
    determination::Clocks clocks_;
    determination::Desk desk_;
    std::string mapping_text_;
    Table table_;
    Mistakes mistakes_;
    std::size_t decided_ = 0;
    determination::Outcome worst_ = determination::Outcome::NoLicenceRequired;
};

}  // namespace cordon::cli
