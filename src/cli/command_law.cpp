// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/text.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/law_diff.h"
#include "cli/law_pages.h"
#include "cli/opening.h"
#include "law/rule_tests.h"

namespace cordon::cli {

namespace {

struct LawOptions {
    std::string as_of, match, id, reading, from, to;
    std::vector<std::string> on;
    bool json = false;
};

/// Opens the law, then shows something of it; every error on the way is printed.
template <class Show>
int with_law(const Common& common, Show&& show) {
    auto law = open_law(common);
    if (!law) return complain(law.error(), kBadInput);
    Result<std::string> text = show(*law);
    if (!text) return complain(text.error(), kUsage);
    std::fputs(text->c_str(), stdout);
    return kClear;
}

int test_rules(const Common& common) {
    auto law = open_law(common);
    if (!law) return complain(law.error(), kBadInput);
    std::size_t passed = 0, failed = 0;
    for (const auto& result : law::run_rule_tests(*law)) {
        if (result.passed) {
            ++passed;
            continue;
        }
        ++failed;
        std::printf("%s: %s: %s\n    expected %s, got %s\n%s\n", result.position.to_text().c_str(),
                    result.provision.c_str(), result.test.c_str(), result.expected.c_str(),
                    result.got.c_str(), result.explanation.c_str());
    }
    std::printf("%zu provisions\nrules: %zu passed, %zu failed\n", law->provisions().size(), passed,
                failed);
    return failed == 0 ? kClear : kReview;
}

void add_list(CLI::App& app, const Common& common, Run& run) {
    auto* command = app.add_subcommand("list", "Provisions, or those in force on a day");
    auto options = std::make_shared<LawOptions>();
    command->add_option("--as-of", options->as_of, "Only what has a version on this day")
        ->type_name("DAY");
    command
        ->add_option("--match", options->match, "Only ids, titles and citations with this in them")
        ->type_name("WORD");
    command->callback([&common, options, &run] {
        run = [&common, options] {
            return with_law(common, [&](const law::Law& law) -> Result<std::string> {
                return law_list(law, TRY(day_option(options->as_of, "--as-of")), options->match);
            });
        };
    });
}

void add_show(CLI::App& app, const Common& common, Run& run) {
    auto* command =
        app.add_subcommand("show", "One provision: its versions side by side, status, sources");
    auto options = std::make_shared<LawOptions>();
    command->add_option("id", options->id, "For example us.ear.3A090.a")->required()->type_name("");
    command->callback([&common, options, &run] {
        run = [&common, options] {
            return with_law(common,
                            [&](const law::Law& law) { return law_show(law, options->id); });
        };
    });
}

void add_diff(CLI::App& app, const Common& common, Run& run) {
    auto* command = app.add_subcommand("diff", "What changed between two days, and which outcomes");
    auto options = std::make_shared<LawOptions>();
    command->add_option("from", options->from, "First day")->required()->type_name("");
    command->add_option("to", options->to, "Second day")->required()->type_name("");
    command
        ->add_option("--on", options->on, "Order files whose outcomes are compared under both days")
        ->type_name("FILE");
    command->callback([&common, options, &run] {
        run = [&common, options] {
            const auto from = day_option(options->from, "from"), to = day_option(options->to, "to");
            if (!from) return complain(from.error(), kUsage);
            if (!to) return complain(to.error(), kUsage);
            if (options->on.empty()) {
                return with_law(common, [&](const law::Law& law) -> Result<std::string> {
                    return law_changes(law, **from, **to);
                });
            }
            auto engine = open_engine(common);
            if (!engine) return complain(engine.error(), kBadInput);
            std::fputs(law_changes(engine->law(), **from, **to).c_str(), stdout);
            return outcome_changes(common, *engine, options->on, **from, **to);
        };
    });
}

}  // namespace

void add_law(CLI::App& app, const Common& common, Run& run) {
    auto* command = app.add_subcommand("law", "What the law says: list, show, diff, facts, test");
    command->require_subcommand(1);
    add_list(*command, common, run);
    add_show(*command, common, run);
    add_diff(*command, common, run);
    auto* facts = command->add_subcommand("facts", "Every fact a rule or an order file may name");
    auto match = std::make_shared<std::string>();
    facts->add_option("--match", *match, "Only names and meanings with this in them")
        ->type_name("WORD");
    facts->callback([&common, match, &run] {
        run = [&common, match] {
            return with_law(common, [&](const law::Law& law) -> Result<std::string> {
                return law_facts(law, *match);
            });
        };
    });
    auto* test = command->add_subcommand("test", "Run the tests beside the rules");
    test->callback([&common, &run] { run = [&common] { return test_rules(common); }; });
}

}  // namespace cordon::cli
