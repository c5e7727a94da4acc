// SPDX-License-Identifier: Apache-2.0
#include "links/link_graph.h"

#include <algorithm>

#include "lists/snapshot.h"

namespace cordon::links {

LinkGraph::LinkGraph(Records records) : records_(std::move(records)) {
    const auto count = records_.parties.size();
    first_.assign(count + 1, 0);
    for (PartyIndex p = 0; p < count; ++p) {
        const auto& party = records_.parties[p];
        const bool added = by_id_.emplace(party.id, p).second;
        CHECK(added);
        auto add_name = [&](const std::string& name) {
            auto& found = by_name_[lists::name_key(name)];
            if (found.empty() || found.back() != p) found.push_back(p);
        };
        add_name(party.name);
        for (const auto& alias : party.aliases) add_name(alias);
    }
    for (const auto& link : records_.links) {
        CHECK(link.subject < count && link.object < count);
        ++first_[link.subject + 1];
        if (link.object != link.subject) ++first_[link.object + 1];
    }
    for (std::size_t p = 0; p < count; ++p) first_[p + 1] += first_[p];
    of_party_.resize(first_[count]);
    auto next = first_;
    for (LinkIndex i = 0; i < records_.links.size(); ++i) {
        const auto& link = records_.links[i];
        of_party_[next[link.subject]++] = i;
        if (link.object != link.subject) of_party_[next[link.object]++] = i;
    }
}

std::span<const LinkIndex> LinkGraph::links_of(PartyIndex party) const {
    return {of_party_.data() + first_[party], of_party_.data() + first_[party + 1]};
}

std::vector<PartyIndex> LinkGraph::find(std::string_view id_or_name) const {
    if (const auto at = by_id_.find(std::string(id_or_name)); at != by_id_.end()) {
        return {at->second};
    }
    const auto at = by_name_.find(lists::name_key(id_or_name));
    return at == by_name_.end() ? std::vector<PartyIndex>{} : at->second;
}

}  // namespace cordon::links
