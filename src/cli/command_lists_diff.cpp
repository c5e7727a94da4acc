// SPDX-License-Identifier: Apache-2.0
// A file is compiled together with the starter list before it is compared, as an import of it would
// be, so that what only the starter list knows is no difference.
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "base/json.h"
#include "base/text.h"
#include "cli/command_lists.h"
#include "cli/exit_code.h"
#include "cli/matching.h"
#include "lists/merge.h"

namespace cordon::cli {

namespace {

/// One side of a comparison.
struct Side {
    lists::Snapshot snapshot;
    std::string title;
    std::set<std::string> sources;  ///< of a file; empty for a whole snapshot
};

constexpr std::size_t kShortHash = 8;

bool looks_like_hash(std::string_view text) {
    return text.size() >= kShortHash && text.size() <= 64 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// "2026-02-30" is meant as a day even where there is none.
bool looks_like_day(std::string_view text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
           text.find_first_not_of("0123456789-") == std::string_view::npos;
}

Result<Side> of_file(const Common& common, const std::string& path) {
    auto imported = TRY(lists::import_file(path, import_limits(common)));
    std::vector<lists::ListFile> files;
    std::set<std::string> sources;
    for (auto& one : imported) {
        sources.insert(one.file.source_id);
        files.push_back(std::move(one.file));
    }
    std::sort(files.begin(), files.end(),
              [](const auto& a, const auto& b) { return a.source_id < b.source_id; });
    files.insert(files.begin(), TRY(lists::starter_list()));
    auto snapshot = TRY(lists::Snapshot::from_bytes(lists::Snapshot::compile(files)));
    return Side{std::move(snapshot), path, std::move(sources)};
}

Result<Side> side_named(const Common& common, const std::string& name) {
    const lists::Store store(common.home);
    if (const auto day = Date::from_iso(name)) {
        return Side{TRY(store.known_on(*day)), "what was known on " + name, {}};
    }
    if (looks_like_hash(name)) {
        const auto history = TRY(store.history());
        for (const auto& version : history.versions()) {
            if (!version.snapshot.starts_with(name)) continue;
            return Side{TRY(store.by_hash(version.snapshot)),
                        "snapshot " + version.snapshot.substr(0, 12),
                        {}};
        }
        if (name.size() == 64) {
            return Side{TRY(store.by_hash(name)), "snapshot " + name.substr(0, 12), {}};
        }
    }
    if (looks_like_day(name)) return Date::from_iso(name).error();
    return of_file(common, name);
}

/// The snapshot that was in use before the last change of the lists.
Result<Side> side_before(const Common& common) {
    const lists::Store store(common.home);
    const auto history = TRY(store.history());
    const auto current = TRY(store.current());
    const auto* before = history.before_change_to(current.hash());
    if (before == nullptr) {
        return Side{TRY(lists::Store("").current()), "the starter list alone", {}};
    }
    return Side{
        TRY(store.by_hash(before->snapshot)), "snapshot " + before->snapshot.substr(0, 12), {}};
}

Result<Side> side_now(const Common& common) {
    auto snapshot = TRY(lists::Store(common.home).current());
    auto title = "snapshot " + snapshot.hash().substr(0, 12);
    return Side{std::move(snapshot), std::move(title), {}};
}

std::vector<lists::Listing> listings_of(const Side& side, const ListOptions& options,
                                        const std::set<std::string>& sources) {
    if (!options.source.empty()) {
        return lists::listings_of(side.snapshot, options.source, options.list);
    }
    if (sources.empty()) return lists::listings_of(side.snapshot, "", options.list);
    std::vector<lists::Listing> out;
    for (const auto& source : sources) {
        auto some = lists::listings_of(side.snapshot, source, options.list);
        out.insert(out.end(), some.begin(), some.end());
    }
    return out;
}

Status known_source(const std::string& source, const Side& before, const Side& after) {
    if (source.empty()) return std::monostate{};
    std::set<std::string> there;
    for (const auto* side : {&before, &after}) {
        for (const auto& one : side->snapshot.sources()) there.insert(one.source_id);
    }
    if (there.contains(source)) return std::monostate{};
    const std::vector<std::string> known(there.begin(), there.end());
    const auto near = nearest(source, known);
    return wrong_option(
        "there is no source \"" + source + "\" on either side", "one of " + list_of(known),
        near.empty() ? "name one of them" : "perhaps \"" + near + "\" was meant", "--source");
}

void write_change(Page& page, const lists::ChangedListing& changed) {
    page.line(2, changed.after.list + ": " + changed.after.name, "~ ", Colour::Yellow);
    for (const auto& field : changed.fields) {
        const auto name = spaced(field.field);
        for (const auto& value : field.before) page.line(6, name + " no longer: " + value);
        for (const auto& value : field.after) page.line(6, name + " now: " + value);
    }
}

void write_entry(Page& page, const lists::Listing& listing, const char* mark, Colour colour) {
    page.line(2, listing.list + ": " + listing.name, mark, colour);
    if (const auto days = cited(listing); !days.empty()) page.line(6, days);
}

Json entry(const char* change, const lists::Listing& listing) {
    Json out = Json::object();
    out.add("change", Json::of_text(change));
    out.add("list", Json::of_text(listing.list));
    out.add("id", Json::of_text(listing.id));
    out.add("name", Json::of_text(listing.name));
    return out;
}

Json texts(const std::vector<std::string>& values) {
    Json out = Json::array();
    for (const auto& value : values) out.push(Json::of_text(value));
    return out;
}

void print_json(const lists::Difference& difference) {
    const auto print = [](const Json& line) { std::printf("%s\n", write_json(line).c_str()); };
    for (const auto& listing : difference.removed) print(entry("removed", listing));
    for (const auto& listing : difference.added) print(entry("added", listing));
    for (const auto& changed : difference.changed) {
        Json line = entry("changed", changed.after);
        Json fields = Json::object();
        for (const auto& field : changed.fields) {
            Json both = Json::object();
            both.add("before", texts(field.before));
            both.add("after", texts(field.after));
            fields.add(field.field, std::move(both));
        }
        line.add("fields", std::move(fields));
        print(line);
    }
}

}  // namespace

Result<TwoVersions> two_versions(const Common& common, const ListOptions& options) {
    auto before =
        options.before.empty() ? TRY(side_before(common)) : TRY(side_named(common, options.before));
    auto after =
        options.after.empty() ? TRY(side_now(common)) : TRY(side_named(common, options.after));
    TRY(known_source(options.source, before, after));
    if (!options.list.empty()) {
        TRY(known_lists({options.list}, {&before.snapshot, &after.snapshot}));
    }
    // A file is compared with the same lists of the other side.
    auto sources = before.sources;
    sources.insert(after.sources.begin(), after.sources.end());
    return TwoVersions{before.title, after.title,
                       lists::difference(listings_of(before, options, sources),
                                         listings_of(after, options, sources))};
}

int complain_of_versions(const Error& error) {
    return complain(error, error.position.field.starts_with("--") ? kUsage : kBadInput);
}

int lists_diff(const Common& common, const ListOptions& options) {
    const auto versions = two_versions(common, options);
    if (!versions) return complain_of_versions(versions.error());
    const auto& difference = versions->difference;
    if (options.json) {
        print_json(difference);
        return difference.empty() ? kClear : kReview;
    }
    Page page(terminal_width());
    page.line(
        0, fmt::format("From {} to {}: {} added, {} removed, {} changed, {} unchanged",
                       versions->before, versions->after, difference.added.size(),
                       difference.removed.size(), difference.changed.size(), difference.unchanged));
    for (const auto& listing : difference.removed) write_entry(page, listing, "- ", Colour::Green);
    for (const auto& listing : difference.added) write_entry(page, listing, "+ ", Colour::Red);
    for (const auto& changed : difference.changed) write_change(page, changed);
    std::fputs(page.text().c_str(), stdout);
    return difference.empty() ? kClear : kReview;
}

}  // namespace cordon::cli
