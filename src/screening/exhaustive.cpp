// SPDX-License-Identifier: Apache-2.0
// The slow twin: scores everything. What it finds is what there is to find. Names that share
// nothing score 0 and are no hit at any threshold.
#include <algorithm>
#include <tuple>

#include "screening/score.h"
#include "screening/search.h"

namespace cordon::screening {

void arrange(std::vector<Hit>& hits) {
    const auto place = [](const Hit& hit) {
        return std::tuple(hit.listed.listing, hit.listed.name);
    };
    std::sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) {
        return place(a) != place(b) ? place(a) < place(b) : a.raw > b.raw;
    });
    const auto same = [&](const Hit& a, const Hit& b) { return place(a) == place(b); };
    hits.erase(std::unique(hits.begin(), hits.end(), same), hits.end());
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.raw > b.raw; });
}

void Exhaustive::add(ListedName listed, names::NameSet names) {
    entries_.push_back({listed, std::move(names)});
}

std::vector<Hit> Exhaustive::search(const names::NameSet& query, std::uint16_t raw_threshold,
                                    const Profile& profile) const {
    std::vector<Hit> hits;
    for (const auto& entry : entries_) {
        const std::uint16_t raw = score(query, entry.names, profile);
        if (raw > 0 && raw >= raw_threshold) hits.push_back({entry.listed, raw});
    }
    arrange(hits);
    return hits;
}

}  // namespace cordon::screening
