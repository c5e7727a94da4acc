// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/text.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/mistakes.h"
#include "cli/opening.h"
#include "determination/replay.h"

namespace cordon::cli {

namespace {

/// Replays line after line. The engine stays while the lists stay the same: opening it costs more
/// than a replay.
class Replaying {
public:
    explicit Replaying(const Common& common) : common_(common) {}

    void replay(const std::string& path) {
        auto text = read_file(path, common_.limits);
        if (!text) return refuse(text.error());
        std::uint32_t number = 0;
        const auto asked = asked_;
        for (const auto line : split(*text, '\n')) {
            ++number;
            if (trimmed(line).empty()) continue;
            ++asked_;
            replay(line, Position{path, number, 0, ""});
        }
        if (asked_ == asked) {
            refuse(Error{"there is no determination in this file",
                         "one JSON document a line",
                         "cordon screen --json FILE > decided.ndjson makes one",
                         {path, 0, 0, ""},
                         {}});
        }
    }

    int finish() {
        std::printf("%zu asked, %zu identical\n", asked_, identical_);
        mistakes_.finish();
        if (mistakes_.count() > 0) return kBadInput;
        return identical_ == asked_ ? kClear : kReview;
    }

private:
    void replay(std::string_view line, const Position& place) {
        auto stored = parse_json(line, {place.file, place.line});
        if (!stored) return refuse(stored.error());
        auto receipt = determination::read_receipt(*stored);
        if (!receipt) return refuse(receipt.error().at(place));
        if (auto gone = open(receipt->lists)) return say(place, "gone: " + gone->to_text());
        auto replay = determination::replay(*engine_, *stored, desk_);
        if (!replay) return refuse(replay.error().at(place));
        if (replay->altered) say(place, "altered: the document does not match its own digest");
        for (const auto& gone : replay->gone) say(place, "gone: " + gone);
        for (const auto& difference : replay->differences) say(place, difference);
        if (!replay->identical) return;
        say(place, "identical, byte for byte");
        ++identical_;
    }

    /// What is gone, if anything is.
    std::optional<Error> open(const std::string& lists) {
        if (engine_ && lists == lists_) return std::nullopt;
        auto engine = open_engine(common_, lists);
        if (!engine) return engine.error();
        engine_.emplace(std::move(*engine));
        lists_ = lists;
        return std::nullopt;
    }

    void refuse(const Error& error) { mistakes_.add(error); }
    static void say(const Position& place, const std::string& what) {
        std::printf("%s: %s\n", place.to_text().c_str(), what.c_str());
    }

    const Common& common_;
    std::optional<determination::Engine> engine_;
    std::string lists_;
    determination::Desk desk_;
    Mistakes mistakes_;
    std::size_t asked_ = 0, identical_ = 0;
};

int replay(const Common& common, const std::vector<std::string>& files) {
    if (auto law = open_law(common); !law) return complain(law.error(), kBadInput);
    Replaying replaying(common);
    for (const auto& path : files) replaying.replay(path);
    return replaying.finish();
}

}  // namespace

void add_replay(CLI::App& app, const Common& common, Run& run) {
    auto* command =
        app.add_subcommand("replay", "Make stored determinations again and compare the bytes");
    auto files = std::make_shared<std::vector<std::string>>();
    command->add_option("file", *files, "Determinations as written by screen --json")
        ->type_name("")
        ->required();
    command->callback(
        [&common, files, &run] { run = [&common, files] { return replay(common, *files); }; });
}

}  // namespace cordon::cli
