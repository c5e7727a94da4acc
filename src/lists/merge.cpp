// SPDX-License-Identifier: Apache-2.0
#include "lists/merge.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/country.h"
#include "lists/name_key.h"

namespace cordon::lists {

namespace {

bool countries_agree(const Listing& a, const Listing& b) {
    if (a.countries.empty() || b.countries.empty()) return true;
    return std::any_of(a.countries.begin(), a.countries.end(), [&](const std::string& one) {
        return std::any_of(b.countries.begin(), b.countries.end(), [&](const std::string& other) {
            return same_on_lists(one, other) == Truth::Yes;
        });
    });
}

void add_aliases(Listing& into, const Listing& starter) {
    std::set<std::string> known(into.aliases.begin(), into.aliases.end());
    known.insert(into.name);
    for (const auto& alias : starter.aliases) {
        if (known.insert(alias).second) into.aliases.push_back(alias);
    }
}

void add_dates(Listing& into, const Listing& starter) {
    if (!starter.effective) return;
    const bool better = !into.effective ||
                        (into.effective_is_publication && !starter.effective_is_publication) ||
                        *starter.effective < *into.effective;
    if (!better) return;
    into.effective = starter.effective;
    into.effective_is_publication = starter.effective_is_publication;
    if (starter.published) into.published = starter.published;
}

void add_footnote_days(Listing& into, const Listing& starter) {
    for (auto& footnote : into.footnotes) {
        for (const auto& known : starter.footnotes) {
            if (known.number == footnote.number && known.from) footnote.from = known.from;
        }
    }
}

void merge(Listing& into, const Listing& starter) {
    add_aliases(into, starter);
    add_dates(into, starter);
    add_footnote_days(into, starter);
    const auto fill = [](std::string& text, const std::string& known) {
        if (text.empty()) text = known;
    };
    fill(into.review_policy, starter.review_policy);
    fill(into.requirement, starter.requirement);
    fill(into.kind, starter.kind);
    fill(into.citation, starter.citation);
    if (into.addresses.empty()) into.addresses = starter.addresses;
    if (into.countries.empty()) into.countries = starter.countries;
    if (into.programmes.empty()) into.programmes = starter.programmes;
    if (!starter.note.empty()) into.note += (into.note.empty() ? "" : "; ") + starter.note;
}

std::string merge_key(KeyMaker& maker, const Listing& listing) {
    return listing.list + '\n' + std::string(maker.key(listing.name));
}

}  // namespace

std::vector<ListFile> with_starter_merged(std::vector<ListFile> files) {
    const auto starter = std::find_if(files.begin(), files.end(), [](const ListFile& file) {
        return file.source_id == kStarterId;
    });
    if (starter == files.end() || files.size() == 1) return files;
    KeyMaker maker;
    std::unordered_map<std::string, std::vector<Listing*>> imported;
    std::set<std::string> lists;
    for (const auto& listing : starter->listings) lists.insert(listing.list);
    for (auto& file : files) {
        if (file.source_id == kStarterId) continue;
        for (auto& listing : file.listings) {
            if (lists.count(listing.list) == 0) continue;
            imported[merge_key(maker, listing)].push_back(&listing);
        }
    }
    const auto has_counterpart = [&](const Listing& row) {
        if (row.ended) return false;
        const auto found = imported.find(merge_key(maker, row));
        if (found == imported.end()) return false;
        bool merged = false;
        for (Listing* listing : found->second) {
            if (!countries_agree(*listing, row)) continue;
            merge(*listing, row);
            merged = true;
        }
        return merged;
    };
    auto& rows = starter->listings;
    rows.erase(std::remove_if(rows.begin(), rows.end(), has_counterpart), rows.end());
    return files;
}

}  // namespace cordon::lists
