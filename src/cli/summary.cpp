// SPDX-License-Identifier: Apache-2.0
#include "cli/summary.h"

#include "cli/explain.h"
#include "cli/page.h"

namespace cordon::cli {

namespace {

/// A table has room for the gist; --explain has the whole.
std::string gist_of(const std::string& text) {
    constexpr std::size_t kRoom = 130;
    const auto cite = text.find(" [");
    const auto tail = text.rfind(" (and ");
    std::string gist = text.substr(0, cite);
    if (gist.size() > kRoom) gist = gist.substr(0, gist.rfind(' ', kRoom)) + " …";
    if (cite != std::string::npos && tail != std::string::npos && tail > cite)
        gist += text.substr(tail);
    return gist;
}

}  // namespace

Table summary_table() {
    return Table({"transaction", "date", "what", "verdict", "why"}, Table::Last::Prose);
}

void add_summary(Table& table, const determination::Summary& summary) {
    std::string what;
    for (const auto& item : summary.items) what += (what.empty() ? "" : ", ") + item;
    if (summary.has_route) what += " to " + summary.destination;
    const std::string outcome(determination::to_text(summary.outcome));
    table.add({summary.transaction, summary.law_day.to_iso(), what, spaced(outcome),
               gist_of(summary.headline)});
    table.colour(3, verdict_colour(outcome));
}

}  // namespace cordon::cli
