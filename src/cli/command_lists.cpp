// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/text.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/mistakes.h"
#include "cli/page.h"
#include "cli/table.h"
#include "lists/store.h"

namespace cordon::cli {

namespace {

struct ListOptions {
    std::vector<std::string> files;
    std::string mapping, name, as_of, copied_on;
    bool accept_shrunken = false;
};

/// --max-file-bytes holds for lists too.
lists::ImportLimits limits_of(const Common& common) {
    lists::ImportLimits limits;
    const ReadLimits standard;
    if (common.limits.file_bytes_max != standard.file_bytes_max) {
        limits.stream_bytes_max = common.limits.file_bytes_max;
        limits.whole_bytes_max = common.limits.file_bytes_max;
    }
    return limits;
}

/// A document may hold several lists, as part 744 does.
Result<std::vector<lists::Imported>> read_lists(const Common& common, const ListOptions& options,
                                                const std::string& path) {
    if (options.mapping.empty() && path != "-") {
        return lists::import_file(path, limits_of(common));
    }
    const std::string text = TRY(read_file(path, common.limits));
    std::vector<lists::Imported> one;
    if (options.mapping.empty()) {
        one.push_back(TRY(lists::import_any(text, path)));
    } else {
        const std::string mapping = TRY(read_file(options.mapping, common.limits));
        one.push_back(TRY(lists::import_mapped(text, path, mapping, options.mapping)));
    }
    return one;
}

/// Puts one list into the store and says what came of it.
void keep(lists::Store& store, const lists::Imported& imported, const ListOptions& options,
          Mistakes& mistakes, const std::string& path) {
    mistakes.add(imported.refused);
    for (const auto& note : imported.notes)
        std::fprintf(stderr, "cordon: note: %s\n", note.c_str());
    auto hash = store.import(imported.file, {options.accept_shrunken});
    if (!hash) return mistakes.add(hash.error());
    std::printf("%s: %zu listings of %s (as of %s), %zu refused; snapshot %s\n", path.c_str(),
                imported.file.listings.size(), imported.file.source_id.c_str(),
                imported.file.vintage.empty() ? "no date" : imported.file.vintage.c_str(),
                imported.refused.size(), hash->substr(0, 12).c_str());
}

int import(const Common& common, const ListOptions& options) {
    auto day = day_option(options.copied_on, "--copied-on");
    if (!day) return complain(day.error(), kUsage);
    lists::Store store(common.home);
    Mistakes mistakes;
    for (const auto& path : options.files) {
        auto imported = read_lists(common, options, path);
        if (!imported) {
            mistakes.add(imported.error());
            continue;
        }
        for (auto& one : *imported) {
            if (*day) one.file.vintage = (*day)->to_iso();
            keep(store, one, options, mistakes, path);
        }
    }
    mistakes.finish();
    return mistakes.count() == 0 ? kClear : kBadInput;
}

int status(const Common& common) {
    const lists::Store store(common.home);
    auto snapshot = store.current();
    if (!snapshot) return complain(snapshot.error(), kBadInput);
    Table table({"source", "title", "as of", "listings"});
    for (const auto& source : snapshot->sources()) {
        table.add(
            {source.source_id, source.title, source.vintage, std::to_string(source.listings)});
    }
    std::fputs(table.to_text(terminal_width()).c_str(), stdout);
    std::printf("%u listings, snapshot %s\n", snapshot->size(), snapshot->hash().c_str());
    if (auto whole = snapshot->verify(); !whole) return complain(whole.error(), kBadInput);
    return kClear;
}

/// "90 FR 14048, effective 2025-03-25"; what the list does not say is left out.
std::string cited(const lists::Listing& listing) {
    std::vector<std::string> parts;
    if (!listing.citation.empty()) parts.push_back(listing.citation);
    if (listing.effective) {
        parts.push_back("effective " + listing.effective->to_iso() +
                        (listing.effective_is_publication
                             ? " (publication; the rule may have taken effect earlier)"
                             : ""));
    }
    if (listing.ended) parts.push_back("ended " + listing.ended->to_iso());
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

int show(const Common& common, const ListOptions& options) {
    auto day = day_option(options.as_of, "--as-of");
    if (!day) return complain(day.error(), kUsage);
    auto snapshot = lists::Store(common.home).current();
    if (!snapshot) return complain(snapshot.error(), kBadInput);
    Page page(terminal_width());
    std::size_t shown = 0;
    for (const auto& hit : snapshot->look_up(options.name)) {
        const auto listing = snapshot->listing(hit.listing);
        const Truth held = *day ? listing.holds_on(**day) : Truth::Yes;
        if (held == Truth::No) continue;
        ++shown;
        page.line(0, listing.list + ": " + listing.name, "", Colour::Bold);
        if (held == Truth::Unknown)
            page.line(4, "whether it was in effect on that day cannot be told from this copy",
                      "? ");
        page.line(4, "matched \"" + hit.matched_name + "\"" + (hit.alias ? " (alias)" : ""));
        if (!listing.aliases.empty()) page.line(4, "also " + list_of(listing.aliases));
        for (const auto& address : listing.addresses) page.line(4, address, "- ");
        if (const auto days = cited(listing); !days.empty()) page.line(4, days);
        if (!listing.requirement_text.empty()) page.line(4, listing.requirement_text);
        if (!listing.review_policy_text.empty()) page.line(4, listing.review_policy_text);
        if (!listing.note.empty()) page.line(4, listing.note);
        page.line(4, "read from " + listing.source, "", Colour::Dim);
    }
    std::fputs(page.text().c_str(), stdout);
    if (shown == 0) {
        std::printf(
            "No listing has exactly this name. That is not a clearance: spelling and script may "
            "differ.\n");
    }
    return shown == 0 ? kClear : kReview;
}

}  // namespace

void add_lists(CLI::App& app, const Common& common, Run& run) {
    auto* command = app.add_subcommand("lists", "Published lists: import, status, show");
    command->require_subcommand(1);
    auto options = std::make_shared<ListOptions>();
    auto* add = command->add_subcommand("import", "Bring in a list and switch to the new snapshot");
    add->add_option("file", options->files,
                    "JSON, NDJSON, CSV or XML, also .gz; the folder of OFAC's tables")
        ->required()
        ->type_name("");
    add->add_option("--map", options->mapping, "Mapping file (docs/reference/list-mapping.md)")
        ->type_name("FILE");
    add->add_option("--copied-on", options->copied_on,
                    "Day of the copy, where the file does not say it")
        ->type_name("DAY");
    add->add_flag("--accept-shrunken", options->accept_shrunken,
                  "Accept a file with under half the rows of the last");
    add->callback([&common, options, &run] {
        run = [&common, options] { return import(common, *options); };
    });
    auto* state =
        command->add_subcommand("status", "Which lists, how old, and whether they are whole");
    state->callback([&common, &run] { run = [&common] { return status(common); }; });
    auto* one = command->add_subcommand("show", "Listings of exactly this name");
    one->add_option("name", options->name, "A name as the list prints it, or an alias")
        ->required()
        ->type_name("");
    one->add_option("--as-of", options->as_of, "Only those in effect on this day")
        ->type_name("DAY");
    one->callback(
        [&common, options, &run] { run = [&common, options] { return show(common, *options); }; });
}

}  // namespace cordon::cli
