// SPDX-License-Identifier: Apache-2.0
// What the documents say of the program is tried: console blocks are run and compared, commands in
// the text are run, man pages and tables are held against the program. CORDON_UPDATE=1 rewrites
// the console blocks.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "cli/exit_code.h"
#include "cli/page.h"
#include "program.h"
#include "transcript.h"

namespace cordon::golden {
namespace {

const std::string kSource = CORDON_SOURCE_DIR;
constexpr std::string_view kBlock = "```console\n$ cordon";
constexpr std::string_view kFence = "```";

std::vector<std::string> documents() {
    std::vector<std::string> paths = {kSource + "/README.md", kSource + "/CONTRIBUTING.md"};
    for (auto& path : MUST(files_below(kSource + "/docs", ".md"))) paths.push_back(path);
    return paths;
}

/// The block as it is now: each command, then what it prints.
std::string played_block(const std::string& block, const std::string& home) {
    std::string text;
    for (const auto& command : read_session(block).commands) {
        const auto shown = run_line(command, kSource, home);
        EXPECT_LT(shown.code, cli::kUsage) << command << "\n" << shown.err;
        text += "$ " + command + "\n" + masked(shown.out + shown.err, kSource);
    }
    return text;
}

TEST(ConsoleBlocks, PrintWhatTheyShow) {
    const std::string home = new_folder();
    for (const auto& path : documents()) {
        std::string text = MUST(read_file(path));
        const std::string before = text;
        for (auto at = text.find(kBlock); at != std::string::npos; at = text.find(kBlock, at + 1)) {
            const auto start = text.find('\n', at) + 1;
            const auto end = text.find(kFence, start);
            ASSERT_NE(end, std::string::npos) << path << ": a console block is not closed";
            const std::string block = text.substr(start, end - start);
            text.replace(start, end - start, played_block(block, home));
        }
        if (std::getenv("CORDON_UPDATE") != nullptr && text != before) {
            EXPECT_TRUE(write_file_atomically(path, text));
        } else {
            EXPECT_EQ(text, before) << path;
        }
    }
}

/// `cordon …` between backticks anywhere in the text.
std::set<std::string> commands_in(const std::string& text) {
    static const std::regex inline_code("`(cordon [^`\n]+)`");
    std::set<std::string> commands;
    for (std::sregex_iterator at(text.begin(), text.end(), inline_code), end; at != end; ++at) {
        commands.insert((*at)[1]);
    }
    return commands;
}

bool only_names(const std::string& command) {
    static const std::regex words("cordon( [a-z]+)+");
    return std::regex_match(command, words);
}

TEST(CommandsInTheText, Work) {
    const std::string folder = new_folder();
    constexpr auto kAll = std::filesystem::copy_options::recursive;
    for (const char* each : {"examples", "rules"}) {
        std::filesystem::copy(kSource + "/" + each, folder + "/" + each, kAll);
    }
    std::filesystem::copy(kSource + "/tests/cli/files/consolidated.json",
                          folder + "/consolidated.json");
    for (const auto& path : documents()) {
        for (const auto& command : commands_in(MUST(read_file(path)))) {
            if (command.find("|") != std::string::npos) continue;  // a choice of words
            const auto shown = run_line(command, folder);
            // "cordon replay" in a sentence is the name of a command, which must exist.
            const bool named =
                only_names(command) && run_line(command + " --help", folder).code == 0;
            EXPECT_TRUE(shown.code < cli::kUsage || named)
                << path << ": " << command << "\n[exit " << shown.code << "]\n"
                << shown.err;
        }
    }
}

/// What the table of examples/README.md expects of each file.
std::map<std::string, std::string> expected_of_examples() {
    static const std::regex row(R"(\| `([^`]+\.json)` \|.*\| ([^|]+) \|)");
    std::map<std::string, std::string> expected;
    const std::string text = MUST(read_file(kSource + "/examples/README.md"));
    for (const auto line : split(text, '\n')) {
        std::match_results<std::string_view::const_iterator> match;
        if (std::regex_match(line.begin(), line.end(), match, row)) expected[match[1]] = match[2];
    }
    return expected;
}

std::string policies_of(const Json& determination) {
    std::string text;
    for (const auto& review : cli::rows_of(determination, "review_policies")) {
        text += cli::text_of(review, "policy") + " ";
    }
    // A policy "per entry" is that of the listings.
    for (const auto& party : cli::rows_of(determination, "parties")) {
        for (const auto& listing : cli::rows_of(party, "listings")) {
            text += cli::text_of(listing, "review_policy") + " ";
        }
    }
    return text;
}

TEST(ExamplesTable, SaysWhatTheProgramSays) {
    const auto expected = expected_of_examples();
    for (const auto& path : MUST(files_below(kSource + "/examples", ".json"))) {
        const std::string file = std::filesystem::path(path).filename();
        ASSERT_TRUE(expected.contains(file))
            << file << " is not in the table of examples/README.md";
        const auto ran = run_cordon({"screen", "--json", path});
        const auto json = parse_json(trimmed(ran.out), {file, 1});
        ASSERT_TRUE(json) << file << ": " << ran.err;
        const std::string& says = expected.at(file);
        EXPECT_EQ(says.substr(0, says.find(' ')), cli::text_of(*json, "outcome"))
            << file << ": " << cli::text_of(*json, "headline");
        const auto open = says.find('(');
        if (open == std::string::npos || says.find("(Malaysia)") != std::string::npos) continue;
        std::string policy = says.substr(open + 1, says.find(')') - open - 1);
        std::replace(policy.begin(), policy.end(), ' ', '_');
        EXPECT_NE(policies_of(*json).find(policy), std::string::npos)
            << file << " expects " << policy << ", got " << policies_of(*json);
    }
}

struct ManPage {
    const char* file;
    std::vector<std::vector<std::string>> commands;
};

const std::vector<ManPage>& man_pages() {
    static const std::vector<ManPage> pages = {
        {"cordon", {{}, {"completion"}}},
        {"cordon-screen", {{"screen"}}},
        {"cordon-match", {{"match"}}},
        {"cordon-trace", {{"trace"}}},
        {"cordon-review",
         {{"review"}, {"review", "same"}, {"review", "different"}, {"review", "list"}}},
        {"cordon-classify", {{"classify"}}},
        {"cordon-law",
         {{"law"},
          {"law", "list"},
          {"law", "show"},
          {"law", "diff"},
          {"law", "facts"},
          {"law", "test"}}},
        {"cordon-lists",
         {{"lists"},
          {"lists", "update"},
          {"lists", "import"},
          {"lists", "status"},
          {"lists", "show"},
          {"lists", "diff"},
          {"lists", "impact"}}},
        {"cordon-replay", {{"replay"}}},
        {"cordon-schema", {{"schema"}}},
    };
    return pages;
}

std::string man_text(const std::string& name) {
    return MUST(read_file(kSource + "/docs/man/" + name + ".1.scd"));
}

std::string help_of(std::vector<std::string> command) {
    command.emplace_back("--help");
    const auto ran = run_cordon(command);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
}

TEST(ManPages, NameEveryOptionOfEveryCommand) {
    static const std::regex option("--[a-z][a-z-]+");
    for (const auto& page : man_pages()) {
        const std::string text = man_text(page.file);
        for (const auto& command : page.commands) {
            const std::string help = help_of(command);
            for (std::sregex_iterator at(help.begin(), help.end(), option), end; at != end; ++at) {
                const std::string name = at->str();
                EXPECT_NE(text.find(name), std::string::npos) << page.file << " lacks " << name;
            }
        }
    }
}

TEST(ManPages, NameNoOptionThatDoesNotExist) {
    static const std::regex option("--[a-z][a-z-]+");
    const std::string common = help_of({});
    // Pages may name what other commands are for.
    const std::set<std::string> elsewhere = {"--match", "--json", "--on", "--explain"};
    for (const auto& page : man_pages()) {
        std::string help = common;
        for (const auto& command : page.commands) help += help_of(command);
        const std::string text = man_text(page.file);
        for (std::sregex_iterator at(text.begin(), text.end(), option), end; at != end; ++at) {
            const std::string name = at->str();
            EXPECT_TRUE(help.find(name) != std::string::npos || elsewhere.contains(name))
                << page.file << " speaks of " << name;
        }
    }
}

TEST(ManPages, CoverEveryCommand) {
    std::set<std::string> covered;
    for (const auto& page : man_pages()) {
        for (const auto& command : page.commands) {
            if (!command.empty()) covered.insert(command.front());
        }
    }
    const std::string completion = run_cordon({"completion"}).out;
    static const std::regex first_words("\"([a-z]+)\"\\) words=");
    for (std::sregex_iterator at(completion.begin(), completion.end(), first_words), end; at != end;
         ++at) {
        EXPECT_TRUE(covered.contains((*at)[1])) << (*at)[1] << " has no man page";
    }
}

TEST(ManPages, HaveEverySectionAndEveryExitCode) {
    for (const auto& page : man_pages()) {
        const std::string text = man_text(page.file);
        for (const char* section :
             {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "FILES"}) {
            EXPECT_NE(text.find("\n# " + std::string(section) + "\n"), std::string::npos)
                << page.file << " lacks " << section;
        }
        for (const int code :
             {cli::kClear, cli::kUsage, cli::kBadInput, cli::kOurBug, cli::kCannotWrite}) {
            EXPECT_NE(text.find("*" + std::to_string(code) + "*"), std::string::npos)
                << page.file << " lacks exit code " << code;
        }
    }
}

bool names_code(const std::string& text, const std::string& code) {
    return std::regex_search(text, std::regex("[ \n]" + code + " "));
}

TEST(ExitCodes, AreAllDocumented) {
    static const std::regex constant("constexpr int k[A-Za-z]+ = ([0-9]+);");
    const std::string header = MUST(read_file(kSource + "/src/cli/exit_code.h"));
    const std::string man = man_text("cordon");
    const std::string readme = MUST(read_file(kSource + "/README.md"));
    const std::string help = help_of({});
    std::size_t codes = 0;
    for (std::sregex_iterator at(header.begin(), header.end(), constant), end; at != end; ++at) {
        ++codes;
        const std::string code = (*at)[1];
        EXPECT_NE(man.find("*" + code + "*"), std::string::npos) << code;
        EXPECT_TRUE(names_code(readme, code)) << "README.md lacks " << code;
        EXPECT_TRUE(names_code(help, code)) << "--help lacks " << code;
    }
    EXPECT_EQ(codes, 7U);
}

}  // namespace
}  // namespace cordon::golden
