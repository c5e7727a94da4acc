// SPDX-License-Identifier: Apache-2.0
#include "law/timeline.h"

#include <fmt/core.h>

#include <algorithm>

namespace cordon::law {
namespace {

/// No error hides behind another: after an overlap the later span is still compared with the next.
void check_no_overlap(std::vector<Span> spans, std::string_view what, Diagnostics& out) {
    std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
        return begins_earlier(a.period, b.period);
    });
    for (std::size_t i = 1; i < spans.size(); ++i) {
        const Span& first = spans[i - 1];
        const Span& second = spans[i];
        if (!first.period.overlaps(second.period)) continue;
        const std::string fix =
            second.period.from
                ? fmt::format("End the earlier one with until = {}, or begin this one later",
                              second.period.from->to_iso())
                : std::string("Give this one a `from`");
        out.add({.message = fmt::format("two {} hold on the same day: {} and {}", what,
                                        first.period.to_text(), second.period.to_text()),
                 .expected = "",
                 .remedy = fix,
                 .position = second.position,
                 .related = {{"the other one", first.position}}});
    }
}

void check_gaps(const Timeline& timeline, Diagnostics& out) {
    std::vector<Period> holes;
    for (std::size_t i = 1; i < timeline.versions.size(); ++i) {
        const auto& ends = timeline.versions[i - 1].period.until;
        const auto& begins = timeline.versions[i].period.from;
        if (!ends || !begins || *ends >= *begins) continue;
        const Period hole{ends, begins};
        holes.push_back(hole);
        const bool declared = std::any_of(timeline.gaps.begin(), timeline.gaps.end(),
                                          [&hole](const Span& gap) { return gap.period == hole; });
        if (declared) continue;
        out.add(
            {.message = fmt::format("no version holds {}, and no [[gap]] says why", hole.to_text()),
             .expected = "",
             .remedy = fmt::format("Add [[gap]] with from = {}, until = {} and why = \"…\"",
                                   ends->to_iso(), begins->to_iso()),
             .position = timeline.versions[i].position,
             .related = {{"the version before", timeline.versions[i - 1].position}}});
    }
    for (const Span& gap : timeline.gaps) {
        if (std::find(holes.begin(), holes.end(), gap.period) != holes.end()) continue;
        out.add({.message = fmt::format("the gap {} is not the time between two versions",
                                        gap.period.to_text()),
                 .expected = "",
                 .remedy = "A gap begins where a version ends and ends where the next begins",
                 .position = gap.position,
                 .related = {}});
    }
}

/// Does some version hold on every day of the status? An open end lasts as long as the versions.
bool lies_in_versions(const Period& status, const std::vector<Span>& versions) {
    bool begun = false;
    std::optional<Date> covered_until;
    for (const Span& version : versions) {
        const bool continues = begun ? covered_until && version.period.from == covered_until
                                     : status.from && version.period.contains(*status.from);
        if (!continues) continue;
        begun = true;
        covered_until = version.period.until;
        if (!covered_until || (status.until && *status.until <= *covered_until)) return true;
    }
    return begun && !status.until;
}

void check_statuses(const Timeline& timeline, Diagnostics& out) {
    for (const Span& status : timeline.statuses) {
        if (lies_in_versions(status.period, timeline.versions)) continue;
        out.add(
            {.message = fmt::format("no version holds on every day of this status ({})",
                                    status.period.to_text()),
             .expected = "",
             .remedy = "A status speaks about a version in its time: correct `from` and `until`",
             .position = status.position,
             .related = {}});
    }
}

}  // namespace

bool begins_earlier(const Period& a, const Period& b) {
    return a.from.value_or(kFirstDate) < b.from.value_or(kFirstDate);
}

void check_timeline(const Timeline& timeline, Diagnostics& out) {
    check_no_overlap(timeline.versions, "versions", out);
    check_no_overlap(timeline.statuses, "statuses", out);
    check_gaps(timeline, out);
    if (!timeline.versions.empty()) check_statuses(timeline, out);
}

}  // namespace cordon::law
