// SPDX-License-Identifier: Apache-2.0
#include "lists/staleness.h"

#include <algorithm>

#include "lists/merge.h"
#include "lists/official.h"

namespace cordon::lists {

namespace {

constexpr std::int32_t kOtherLists = 30;

std::optional<Date> later(std::optional<Date> a, std::optional<Date> b) {
    if (!a) return b;
    return b && *a < *b ? b : a;
}

}  // namespace

std::int32_t stale_after(const std::string& source_id) {
    for (const auto& list : official_lists()) {
        const auto& ids = list.sources;
        if (std::find(ids.begin(), ids.end(), source_id) != ids.end()) return list.stale_days;
    }
    return kOtherLists;
}

std::vector<Freshness> freshness(const std::vector<SourceInfo>& sources, const History& history,
                                 Date today) {
    std::vector<Freshness> out;
    for (const auto& source : sources) {
        Freshness fresh;
        fresh.source = source;
        if (const auto day = Date::from_iso(source.vintage)) fresh.good_of = *day;
        const auto copies = history.of(source.source_id);
        if (!copies.empty()) {
            fresh.came_in = copies.back()->origin.on;
            const auto* word = history.last_word(source.source_id);
            if (word->unchanged) fresh.confirmed = word->origin.on;
            // A file somebody had lying about is not made newer by being imported.
            if (!word->origin.url.empty()) fresh.good_of = later(fresh.good_of, word->origin.on);
        }
        if (fresh.good_of) fresh.age_days = std::max(0, today.days() - fresh.good_of->days());
        const bool beside = source.source_id == kStarterId && sources.size() > 1;
        if (!beside) {
            fresh.stale_after = stale_after(source.source_id);
            fresh.stale = !fresh.good_of || fresh.age_days > fresh.stale_after;
        }
        out.push_back(std::move(fresh));
    }
    return out;
}

}  // namespace cordon::lists
