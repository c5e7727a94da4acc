// SPDX-License-Identifier: Apache-2.0
// Every golden determination through every door: the library, the program one by one, and the
// program over one batch file. All three must give the same bytes, and those the expected summary.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "cli/opening.h"
#include "cli/page.h"
#include "determination/report.h"
#include "golden_case.h"
#include "program.h"
#include "trade/read.h"

namespace cordon::golden {
namespace {

const std::vector<Case>& cases() {
    static const std::vector<Case> all = [] {
        std::vector<Case> read;
        const auto paths =
            files_below(std::string(CORDON_SOURCE_DIR) + "/tests/determinations", ".txt");
        for (const auto& path : *paths) {
            auto golden = read_case(path);
            if (!golden) ADD_FAILURE() << golden.error().to_text();
            if (golden) read.push_back(*golden);
        }
        return read;
    }();
    return all;
}

std::string name_of(const Case& golden) {
    return golden.path.substr(golden.path.find("determinations/") + 15);
}

/// The input on one line, with the id that every door gives it.
std::string one_line(const Case& golden) {
    auto json = parse_json(golden.input, {golden.path, 1});
    if (!json) return "";
    if (json->find("id") == nullptr) json->add("id", Json::of_text(name_of(golden)));
    return write_json(*json);
}

const determination::Engine& engine() {
    static const auto opened = [] {
        cli::Common common;
        common.home = new_folder();
        auto made = cli::open_engine(common);
        if (!made) std::fputs(made.error().to_text().c_str(), stderr);
        return MUST(std::move(made));
    }();
    return opened;
}

std::string through_library(const Case& golden) {
    static determination::Desk desk;
    const std::string line = one_line(golden);
    auto json = parse_json(line, {});
    if (!json) return "cannot be read";
    auto transaction = trade::transaction_from_json(*json, engine().law().schema(), {});
    if (!transaction) return "refused: " + transaction.error().to_text();
    determination::Clocks clocks;
    if (golden.reading == "as_codified") clocks.reading = law::Reading::AsCodified;
    return write_json(determination::report(engine(), *transaction, clocks, {}, desk)) + "\n";
}

TEST(GoldenDeterminations, ThereAreAtLeastAHundredAndFifty) {
    EXPECT_GE(cases().size(), 150U);
}

TEST(GoldenDeterminations, SayWhatIsExpected) {
    const bool update = std::getenv("CORDON_UPDATE") != nullptr;
    for (const auto& golden : cases()) {
        const std::string text = through_library(golden);
        auto json = parse_json(text, {});
        ASSERT_TRUE(json) << name_of(golden) << ": " << text;
        EXPECT_EQ(cli::text_of(*json, "outcome"), golden.expect) << name_of(golden) << "\n"
                                                                 << cli::text_of(*json, "headline");
        const std::string actual = summary(*json);
        if (update && actual != golden.expected) {
            EXPECT_TRUE(write_file_atomically(golden.path, file_text(golden, actual)));
        } else {
            EXPECT_EQ(actual, golden.expected) << name_of(golden);
        }
    }
}

/// What is missing must be something a person can give, or say where it comes from.
TEST(GoldenDeterminations, AskForFactsThatAnOrderCanState) {
    const law::Schema& schema = engine().law().schema();
    std::size_t asked = 0;
    for (const auto& golden : cases()) {
        const Json json = MUST(parse_json(through_library(golden), {}));
        for (const auto& missing : cli::rows_of(json, "missing")) {
            const auto name = cli::text_of(missing, "fact");
            const auto fact = schema.find_by_full_name(name);
            ASSERT_TRUE(fact) << name;
            const bool derived = schema.fact(fact->subject, fact->slot).derived;
            EXPECT_EQ(derived, !cli::text_of(missing, "comes_from").empty())
                << name << " in " << name_of(golden);
            ++asked;
        }
    }
    EXPECT_GE(asked, 50U);
}

TEST(GoldenDeterminations, AreTheSameThroughTheProgramOneByOne) {
    for (const auto& golden : cases()) {
        const std::string reading = golden.reading.empty() ? "as_enforced" : golden.reading;
        const auto ran =
            run_cordon({"screen", "--json", "--reading", reading, "-"}, one_line(golden));
        EXPECT_EQ(ran.out, through_library(golden)) << name_of(golden) << ran.err;
    }
}

TEST(GoldenDeterminations, AreTheSameThroughOneBatchFile) {
    std::string batch, expected;
    for (const auto& golden : cases()) {
        if (!golden.reading.empty()) continue;  // one batch is read one way
        batch += one_line(golden) + "\n";
        expected += through_library(golden);
    }
    const std::string path = new_folder() + "/batch.ndjson";
    ASSERT_TRUE(write_file_atomically(path, batch));
    const auto ran = run_cordon({"screen", "--json", path});
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(ran.out, expected);
}

TEST(GoldenDeterminations, AreReplayedByteForByte) {
    std::string stored;
    for (const auto& golden : cases()) stored += through_library(golden);
    const std::string path = new_folder() + "/stored.ndjson";
    ASSERT_TRUE(write_file_atomically(path, stored));
    const auto ran = run_cordon({"replay", path});
    EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
}

/// Needs a listing that the bundled starter list does not have; engine_test.cpp brings its own.
const std::set<std::string> kNeedFullLists = {"us.ear.764.DPL", "tw.shtc"};

/// Every provision that can decide does decide in some golden determination.
TEST(GoldenDeterminations, TouchEveryProvisionThatDecides) {
    std::map<std::string, bool> seen;
    for (const auto& golden : cases()) {
        for (const auto line : split(golden.expected, '\n')) {
            for (const auto word : split(line, ' ')) seen[std::string(word)] = true;
        }
    }
    for (const auto& provision : engine().law().provisions()) {
        const bool decides =
            provision.kind == law::Kind::Requirement || provision.kind == law::Kind::Prohibition;
        if (!decides || kNeedFullLists.contains(provision.id)) continue;
        EXPECT_TRUE(seen[provision.id]) << provision.id << " decides in no golden determination";
    }
}

}  // namespace
}  // namespace cordon::golden
