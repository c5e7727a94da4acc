// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>

#include "base/text.h"
#include "cli/command_lists.h"
#include "cli/exit_code.h"
#include "lists/official.h"

namespace cordon::cli {

namespace {

/// The lists named, or all.
Result<std::vector<lists::OfficialList>> chosen(const Common& common, const ListOptions& options) {
    auto known = lists::official_lists();
    if (!options.official.empty()) {
        const auto text = TRY(read_file(options.official, common.limits));
        known = TRY(lists::read_official_lists(text, options.official));
    }
    if (options.ids.empty()) return known;
    std::vector<lists::OfficialList> out;
    std::vector<std::string> ids;
    for (const auto& list : known) ids.push_back(list.id);
    for (const auto& id : options.ids) {
        const auto at = std::find(ids.begin(), ids.end(), id);
        if (at == ids.end()) {
            const auto near = nearest(id, ids);
            return Error{"there is no official list \"" + id + "\"",
                         list_of(ids),
                         near.empty() ? "name one of them, or none for all"
                                      : "perhaps \"" + near + "\" was meant",
                         {},
                         {}};
        }
        out.push_back(known[static_cast<std::size_t>(at - ids.begin())]);
    }
    return out;
}

/// Parts of downloads lie in the home, which may not be there yet.
Status made(const std::string& home) {
    std::error_code error;
    std::filesystem::create_directories(home, error);
    if (!error) return std::monostate{};
    return Error{"The folder cannot be made: " + error.message(),
                 "",
                 "Choose another folder (--home).",
                 {home, 0, 0, ""},
                 {}};
}

std::string size_of(std::uint64_t bytes) {
    if (bytes < 1'000'000) return fmt::format("{} kB", (bytes + 999) / 1000);
    return fmt::format("{}.{} MB", bytes / 1'000'000, bytes / 100'000 % 10);
}

void tell(const lists::OfficialList& list, const lists::Updated& updated) {
    if (updated.unchanged) {
        std::printf("%s: unchanged since %s\n", list.id.c_str(),
                    updated.versions.empty() ? "the last time"
                                             : updated.versions[0].origin.on.to_iso().c_str());
        return;
    }
    for (const auto& note : updated.notes) {
        std::fprintf(stderr, "cordon: note: %s\n", note.c_str());
    }
    const auto resumed =
        updated.resumed_from == 0
            ? ""
            : fmt::format(", the first {} from an earlier attempt", size_of(updated.resumed_from));
    std::printf("%s: %s%s\n", list.id.c_str(), size_of(updated.bytes).c_str(), resumed.c_str());
    for (const auto& version : updated.versions) {
        std::printf("  %llu listings of %s (as of %s); snapshot %s\n",
                    static_cast<unsigned long long>(version.rows), version.source.c_str(),
                    version.vintage.empty() ? "no date" : version.vintage.c_str(),
                    version.snapshot.substr(0, 12).c_str());
    }
}

}  // namespace

int lists_update(const Common& common, const ListOptions& options) {
    const auto received = received_on(options);
    if (!received) return complain(received.error(), kUsage);
    const auto lists = chosen(common, options);
    if (!lists) return complain(lists.error(), kUsage);
    if (auto there = made(common.home); !there) return complain(there.error(), kBadInput);
    lists::Store store(common.home);
    Mistakes mistakes;
    for (const auto& list : *lists) {
        lists::UpdateOptions update;
        update.today = *received;
        update.accept_shrunken = options.accept_shrunken;
        update.anew = options.anew;
        update.import = import_limits(common);
        if (common.limits.file_bytes_max != ReadLimits{}.file_bytes_max) {
            update.download.bytes_max = common.limits.file_bytes_max;
        }
        std::optional<Progress> progress;
        update.progress = [&](std::uint64_t done, std::uint64_t whole) {
            if (whole == 0) return;
            if (!progress) progress.emplace(list.id, whole);
            progress->step(std::min(done, whole));
        };
        const auto updated = lists::update(store, list, update);
        progress.reset();
        if (!updated) {
            mistakes.add(updated.error());
            std::printf("%s: not updated; the copy in use stays\n", list.id.c_str());
            continue;
        }
        mistakes.add(updated->refused);
        tell(list, *updated);
    }
    mistakes.finish();
    return mistakes.count() == 0 ? kClear : kBadInput;
}

}  // namespace cordon::cli
