// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/text.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/opening.h"
#include "determination/replay.h"

namespace cordon::cli {

namespace {

/// 0 identical, kReview otherwise.
int replay_one(const Common& common, const std::string& path, std::string_view line, std::uint32_t number) {
    auto stored = parse_json(line, {path, number});
    if (!stored) return complain(stored.error(), kBadInput);
    auto receipt = determination::read_receipt(*stored);
    if (!receipt) return complain(receipt.error().at(Position{path, number, 0, ""}), kBadInput);
    auto engine = open_engine(common, receipt->lists);
    if (!engine) {
        std::printf("%s:%u: cannot be replayed: %s\n", path.c_str(), number, engine.error().message.c_str());
        return kReview;
    }
    determination::Desk desk;
    auto replay = determination::replay(*engine, *stored, desk);
    if (!replay) return complain(replay.error().at(Position{path, number, 0, ""}), kBadInput);
    const std::string place = path + ":" + std::to_string(number) + ": ";
    if (replay->altered) std::printf("%sthe document was altered: it does not match its own digest\n", place.c_str());
    for (const auto& gone : replay->gone) std::printf("%sgone: %s\n", place.c_str(), gone.c_str());
    for (const auto& difference : replay->differences) std::printf("%s%s\n", place.c_str(), difference.c_str());
    if (replay->identical) std::printf("%sidentical, byte for byte\n", place.c_str());
    return replay->identical ? kClear : kReview;
}

int replay(const Common& common, const std::vector<std::string>& files) {
    int worst = kClear;
    for (const auto& path : files) {
        auto text = read_file(path, common.limits);
        if (!text) {
            worst = std::max(worst, complain(text.error(), kBadInput));
            continue;
        }
        std::uint32_t number = 0;
        for (const auto line : split(*text, '\n')) {
            ++number;
            if (!line.empty()) worst = std::max(worst, replay_one(common, path, line, number));
        }
    }
    return worst;
}

}  // namespace

void add_replay(CLI::App& app, const Common& common, Run& run) {
    auto* command = app.add_subcommand("replay", "Make stored determinations again and compare the bytes");
    auto files = std::make_shared<std::vector<std::string>>();
    command->add_option("files", *files, "Determinations as written by screen --json")->required();
    command->callback([&common, files, &run] { run = [&common, files] { return replay(common, *files); }; });
}

}  // namespace cordon::cli
