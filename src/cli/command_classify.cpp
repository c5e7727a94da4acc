// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "base/text.h"
#include "cli/classify.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/mistakes.h"
#include "cli/opening.h"
#include "cli/page.h"
#include "cli/table.h"

namespace cordon::cli {

namespace {

struct ClassifyOptions {
    std::vector<std::string> names;
    std::string spec, as_of;
    bool json = false;
};

std::string fact_of(const Json& facts, std::string_view name) {
    for (const auto& row : facts.items) {
        if (text_of(row, "fact") == name) return text_of(row, "value");
    }
    return "";
}

/// ECCNs that apply or may, of one meaning: "3A090.a", "3A090.b?".
std::string classes_of(const Json& json, std::size_t meaning) {
    std::vector<std::string> classes;
    for (const auto& row : rows_of(json, "classification")) {
        const auto& meanings = rows_of(row, "meanings");
        const auto answer = meaning < meanings.size() ? text_of(meanings[meaning], "answer") : "";
        if (answer == "applies") classes.push_back(text_of(row, "eccn"));
        if (answer == "cannot_tell") classes.push_back(text_of(row, "eccn") + "?");
    }
    return classes.empty() ? "outside 3A090/4A090" : list_of(classes);
}

void write_meanings(Page& page, const Json& json) {
    Table table({"meaning", "TPP", "TPP/mm2", "I/O", "memory", "data centre", "class"});
    const auto& meanings = rows_of(json, "meanings");
    for (std::size_t k = 0; k < meanings.size(); ++k) {
        const Json none = Json::array();
        const auto& devices = rows_of(meanings[k], "devices");
        const Json& device = devices.empty() ? none : devices.front();
        auto id = text_of(meanings[k], "catalogue");
        if (id.empty()) id = "from the figures given";
        table.add({id, fact_of(device, "tpp"), fact_of(device, "performance_density"),
                   fact_of(device, "io_rate"), fact_of(device, "memory_bandwidth"),
                   fact_of(device, "designed_for_datacenter"), classes_of(json, k)});
    }
    page.verbatim(table.to_text(terminal_width()));
}

std::string_view mark_of(std::string_view answer) {
    if (answer == "applies") return "! ";
    return answer == "cannot_tell" ? "? " : "x ";
}

std::string_view word_of(std::string_view answer) {
    if (answer == "applies") return "yes";
    return answer == "cannot_tell" ? "cannot be told" : "no";
}

void write_details(Page& page, const Json& json) {
    const auto& meanings = rows_of(json, "meanings");
    if (meanings.size() == 1 && !rows_of(meanings.front(), "worksheet").empty()) {
        page.heading("Arithmetic");
        for (const auto& step : rows_of(meanings.front(), "worksheet")) page.line(4, step.text);
    }
    page.heading("Under the text of " + text_of(json, "day"));
    std::uint32_t widest = 0;
    for (const auto& row : rows_of(json, "classification")) {
        widest = std::max(widest, display_width(text_of(row, "eccn")));
    }
    for (const auto& row : rows_of(json, "classification")) {
        const auto answer = text_of(row, "answer");
        page.line(4,
                  padded(text_of(row, "eccn"), widest + 3) + std::string(word_of(answer)) + "   " +
                      text_of(row, "cite") + "; " + text_of(row, "source") + " (" +
                      text_of(row, "confidence") + ")",
                  mark_of(answer));
        if (meanings.size() == 1) {
            if (const Json* conditions = rows_of(row, "meanings").front().find("conditions")) {
                write_conditions(page, *conditions, 8);
            }
        }
    }
    for (const auto& note : rows_of(json, "notes")) page.line(4, note.text, "- ");
}

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

void show(const Json& json, bool as_json) {
    if (as_json) {
        std::fputs((write_json(json) + "\n").c_str(), stdout);
        return;
    }
    constexpr std::uint32_t kPageWidth = 110;
    Page page(std::min(terminal_width(), kPageWidth));
    page.heading(text_of(json, "item"));
    write_meanings(page, json);
    write_details(page, json);
    std::fputs(page.text().c_str(), stdout);
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
    // Without a day: the newest text these rules hold.
    const Date text_day = day->value_or(engine->law().change_days().back());
    for (const auto& item : items) {
        const auto json = classified(*engine, item, text_day);
        if (json) {
            show(*json, options.json);
        } else {
            mistakes.add(json.error());
        }
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
    command->add_option("--as-of", options->as_of, "Day whose text is read (default: the newest)")
        ->type_name("DAY");
    command->add_flag("--json", options->json, "One JSON document a line");
    command->callback([&common, options, &run] {
        run = [&common, options] { return classify(common, *options); };
    });
}

}  // namespace cordon::cli
