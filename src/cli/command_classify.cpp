// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/text.h"
#include "cli/classify.h"
#include "cli/classify_page.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/mistakes.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "cli/today.h"

namespace cordon::cli {

namespace {

struct ClassifyOptions {
    std::vector<std::string> names;
    std::string spec, as_of;
    bool json = false;
};

/// "orders.csv" and "lists/a" are meant as files even where they are missing; "L4" is a name.
bool means_a_file(const std::string& name) {
    if (std::filesystem::exists(name) || name == "-") return true;
    const auto lower = to_lower_ascii(name);
    for (const char* ending : {".json", ".ndjson", ".jsonl", ".csv", ".tsv", ".gz"}) {
        if (lower.ends_with(ending)) return true;
    }
    return false;
}

/// What was asked about, in the order given; what could not be read is told.
std::vector<ItemAsked> items_asked(const ClassifyOptions& options, const Common& common,
                                   const law::Schema& schema, Mistakes& mistakes) {
    std::vector<ItemAsked> items;
    for (const auto& name : options.names) {
        if (!means_a_file(name)) {
            items.push_back({Json::object().add("name", Json::of_text(name)), {}});
            continue;
        }
        auto text = read_file(name, common.limits);
        auto asked = text ? items_from_file(*text, name, schema) : Result<ItemsAsked>(text.error());
        if (!asked) {
            mistakes.add(asked.error());
            continue;
        }
        mistakes.add(asked->refused);
        for (auto& item : asked->items) items.push_back(std::move(item));
    }
    return items;
}

int classify(const Common& common, const ClassifyOptions& options) {
    auto day = day_option(options.as_of, "--as-of");
    if (!day) return complain(day.error(), kUsage);
    if (options.names.empty() && options.spec.empty()) {
        return complain(Error{"nothing to classify",
                              "a name, --spec or a file",
                              "for example: cordon classify \"H100 SXM5 80GB\"",
                              {},
                              {}},
                        kUsage);
    }
    auto engine = open_engine(common);
    if (!engine) return complain(engine.error(), kBadInput);
    const auto& schema = engine->law().schema();
    Mistakes mistakes;
    auto items = items_asked(options, common, schema, mistakes);
    if (!options.spec.empty()) {
        auto item = item_from_spec(options.spec, schema);
        if (!item) return complain(item.error(), kUsage);
        items.insert(items.begin(), {std::move(*item), {"--spec", 0, 0, ""}});
    }
    const Date text_day = day->value_or(today());
    const std::string day_text = text_day.to_iso() + (*day ? "" : " (today)");
    constexpr std::uint32_t kPageWidth = 110;
    const std::uint32_t width = std::min(terminal_width(), kPageWidth);
    for (const auto& item : items) {
        const auto json = classified(*engine, item, text_day);
        if (!json) {
            mistakes.add(json.error());
            continue;
        }
        const std::string text =
            options.json ? write_json(*json) + "\n" : classified_page(*json, day_text, width);
        std::fputs(text.c_str(), stdout);
    }
    mistakes.finish();
    return mistakes.count() > 0 ? kBadInput : kClear;
}

}  // namespace

void add_classify(CLI::App& app, const Common& common, Run& run) {
    auto* command = app.add_subcommand(
        "classify", "Class of an item by name, by figures, or of a file of items");
    auto options = std::make_shared<ClassifyOptions>();
    command->add_option("name", options->names, "Names or part numbers, or files of items")
        ->type_name("");
    command
        ->add_option("--spec", options->spec,
                     "Figures: \"tpp=2368, performance_density=2.91, designed_for_datacenter=yes\"")
        ->type_name("FIGURES");
    command->add_option("--as-of", options->as_of, "Day whose text is read (default: today)")
        ->type_name("DAY");
    command->add_flag("--json", options->json, "One JSON document a line");
    command->callback([&common, options, &run] {
        run = [&common, options] { return classify(common, *options); };
    });
}

}  // namespace cordon::cli
