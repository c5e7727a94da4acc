// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <cstdio>

#include "base/text.h"
#include "cli/command_lists.h"
#include "cli/exit_code.h"
#include "cli/table.h"
#include "lists/staleness.h"

namespace cordon::cli {

namespace {

std::string age_of(const lists::Freshness& fresh) {
    if (!fresh.good_of) return "unknown";
    return fmt::format("{} day{}", fresh.age_days, fresh.age_days == 1 ? "" : "s");
}

/// The day of the copy in use, and the last on which its publisher said that it is the newest.
std::string came_in(const lists::Freshness& fresh) {
    if (!fresh.came_in) return "";
    auto day = fresh.came_in->to_iso();
    if (!fresh.confirmed) return day;
    return day + ", same on " + fresh.confirmed->to_iso();
}

std::string state_of(const lists::Freshness& fresh) {
    if (fresh.stale) return fmt::format("STALE (over {} days)", fresh.stale_after);
    return fresh.stale_after == 0 ? "history" : "good";
}

/// Loud, and with the remedy.
void warn(const std::vector<std::string>& stale, bool only_starter) {
    if (stale.empty()) return;
    const auto text =
        fmt::format("STALE: {}. A party listed since then is not found.", list_of(stale));
    std::printf("%s\n%s\n", coloured(text, Colour::Red).c_str(),
                only_starter ? "Only the starter list is here: bring in the full lists with cordon "
                               "lists update."
                             : "Bring them up to date with cordon lists update, or import newer "
                               "copies.");
}

}  // namespace

int lists_status(const Common& common, const ListOptions& options) {
    const auto today = day_or_today(options.as_of, "--as-of");
    if (!today) return complain(today.error(), kUsage);
    const lists::Store store(common.home);
    auto snapshot = store.current();
    if (!snapshot) return complain(snapshot.error(), kBadInput);
    const auto history = store.history();
    if (!history) return complain(history.error(), kBadInput);
    Table table({"source", "as of", "came in", "age", "listings", "state", "title"},
                Table::Last::Prose);
    std::vector<std::string> stale;
    for (const auto& fresh : lists::freshness(snapshot->sources(), *history, *today)) {
        const auto& source = fresh.source;
        table.add({source.source_id, source.vintage.empty() ? "?" : source.vintage, came_in(fresh),
                   age_of(fresh), std::to_string(source.listings), state_of(fresh), source.title});
        if (!fresh.stale) continue;
        stale.push_back(source.source_id);
        table.colour(5, Colour::Red);
    }
    std::fputs(table.to_text(terminal_width()).c_str(), stdout);
    std::printf("%u listings on %s, snapshot %s\n", snapshot->size(), today->to_iso().c_str(),
                snapshot->hash().c_str());
    warn(stale, snapshot->sources().size() == 1);
    if (auto whole = snapshot->verify(); !whole) return complain(whole.error(), kBadInput);
    return stale.empty() ? kClear : kReview;
}

}  // namespace cordon::cli
