// SPDX-License-Identifier: Apache-2.0
#include "cli/command_lists.h"

#include <CLI/CLI.hpp>

#include "cli/today.h"

namespace cordon::cli {

namespace {

using Options = std::shared_ptr<ListOptions>;
using Doing = int (*)(const Common& common, const ListOptions& options);

/// A subcommand with the options only it has still to be added.
CLI::App* add(CLI::App& lists, const char* name, const char* what, Doing doing,
              const Common& common, const Options& options, Run& run) {
    auto* command = lists.add_subcommand(name, what);
    command->callback([&common, options, &run, doing] {
        run = [&common, options, doing] { return doing(common, *options); };
    });
    return command;
}

void text(CLI::App* command, const char* name, std::string& into, const char* what,
          const char* type) {
    command->add_option(name, into, what)->type_name(type);
}

void add_two_versions(CLI::App* command, const Options& options) {
    text(command, "old", options->before,
         "A day, a snapshot or a file (default: before the last change)", "");
    text(command, "new", options->after, "The same (default: the lists in use)", "");
    text(command, "--source", options->source, "Only this source (csl, ofac-sdn …)", "ID");
    text(command, "--list", options->list, "Only this list (entity_list, sdn …)", "LIST");
    command->add_flag("--json", options->json, "One JSON document a change");
}

void add_bringing(CLI::App& lists, const Common& common, const Options& options, Run& run) {
    constexpr const char* kReceived = "Day on which the copy came in (default: today)";
    constexpr const char* kShrunken = "Accept a file with under half the rows of the last";
    auto* update = add(lists, "update", "Download the official lists that have changed",
                       lists_update, common, options, run);
    update->add_option("id", options->ids, "Official lists (default: all)")->type_name("");
    text(update, "--official", options->official, "A table of addresses instead of this program's",
         "FILE");
    update->add_flag("--anew", options->anew, "Fetch even what has not changed");
    update->add_flag("--accept-shrunken", options->accept_shrunken, kShrunken);
    text(update, "--received", options->received, kReceived, "DAY");
    auto* import = add(lists, "import", "Bring in a list and switch to the new snapshot",
                       lists_import, common, options, run);
    import
        ->add_option("file", options->files,
                     "JSON, NDJSON, CSV or XML, also .gz; the folder of OFAC's tables")
        ->required()
        ->type_name("");
    text(import, "--map", options->mapping, "Mapping file (docs/reference/list-mapping.md)",
         "FILE");
    text(import, "--copied-on", options->copied_on,
         "Day of the copy, where the file does not say it", "DAY");
    text(import, "--received", options->received, kReceived, "DAY");
    import->add_flag("--accept-shrunken", options->accept_shrunken, kShrunken);
}

}  // namespace

lists::ImportLimits import_limits(const Common& common) {
    lists::ImportLimits limits;
    const ReadLimits standard;
    if (common.limits.file_bytes_max != standard.file_bytes_max) {
        limits.stream_bytes_max = common.limits.file_bytes_max;
        limits.whole_bytes_max = common.limits.file_bytes_max;
    }
    return limits;
}

Result<Date> day_or_today(const std::string& text, std::string_view option) {
    const auto day = TRY(day_option(text, option));
    return day ? *day : today();
}

Result<Date> received_on(const ListOptions& options) {
    const auto day = TRY(day_or_today(options.received, "--received"));
    if (day <= today()) return day;
    return Error{day.to_iso() + " is still to come",
                 "a day up to " + today().to_iso(),
                 "leave --received out, or correct the day",
                 {"", 0, 0, "--received"},
                 {}};
}

void add_lists(CLI::App& app, const Common& common, Run& run) {
    auto* lists =
        app.add_subcommand("lists", "Published lists: update, import, status, show, diff, impact");
    lists->require_subcommand(1);
    const auto options = std::make_shared<ListOptions>();
    add_bringing(*lists, common, options, run);
    auto* status = add(*lists, "status", "Which lists, how old, and whether they are whole",
                       lists_status, common, options, run);
    text(status, "--as-of", options->as_of, "The day ages are counted to (default: today)", "DAY");
    auto* show =
        add(*lists, "show", "Listings of exactly this name", lists_show, common, options, run);
    show->add_option("name", options->name, "A name as the list prints it, or an alias")
        ->required()
        ->type_name("");
    text(show, "--as-of", options->as_of, "Only those in effect on this day", "DAY");
    text(show, "--known-as-of", options->known_as_of, "By the lists that were in use on this day",
         "DAY");
    auto* diff = add(*lists, "diff", "What changed between two versions, field by field",
                     lists_diff, common, options, run);
    add_two_versions(diff, options);
    auto* impact = add(*lists, "impact", "Which parties a change of the lists hits or clears",
                       lists_impact, common, options, run);
    add_two_versions(impact, options);
    impact
        ->add_option("--parties", options->parties,
                     "Parties: a name a line, or a CSV or XLSX table; - for standard input")
        ->required()
        ->type_name("FILE");
    text(impact, "--name-column", options->name_column, "Column of names (default: name)", "NAME");
    text(impact, "--country-column", options->country_column, "Column of countries", "NAME");
    text(impact, "--as-of", options->as_of, "Only entries in effect on this day (default: today)",
         "DAY");
    impact->add_option("--profile", options->profile, "strict, balanced or wide")
        ->capture_default_str()
        ->type_name("NAME");
}

}  // namespace cordon::cli
