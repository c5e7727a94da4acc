// SPDX-License-Identifier: Apache-2.0
#include "links/link_graph.h"

#include <algorithm>

#include "base/sha256.h"
#include "lists/snapshot.h"

namespace cordon::links {

namespace {

/// Fields with their lengths, so that no text can move from one into another.
class Fields {
public:
    void add(std::string_view text) {
        text_ += std::to_string(text.size());
        text_ += ':';
        text_ += text;
    }
    void add(const std::vector<std::string>& texts) {
        add(std::to_string(texts.size()));
        for (const auto& text : texts) add(text);
    }
    void add(const std::optional<Date>& day) { add(day ? day->to_iso() : ""); }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace

std::string LinkGraph::hash() const {
    std::string hashes;
    for (const auto& party : parties()) {
        Fields fields;
        for (const auto* text : {&party.id, &party.name, &party.kind, &party.country,
                                 &party.headquarters, &party.source}) {
            fields.add(*text);
        }
        for (const auto* texts : {&party.aliases, &party.addresses, &party.identifiers}) {
            fields.add(*texts);
        }
        fields.add(party.founded);
        hashes += sha256_hex(fields.text());
    }
    for (const auto& link : links()) {
        Fields fields;
        fields.add(link.id);
        fields.add(std::to_string(link.subject) + " " + std::string(to_text(link.relation)) + " " +
                   std::to_string(link.object) + " " + std::string(to_text(link.grade)));
        fields.add(link.share ? link.share->to_text() : "");
        for (const auto* day : {&link.from, &link.until, &link.known_since}) fields.add(*day);
        fields.add(link.source);
        fields.add(link.note);
        hashes += sha256_hex(fields.text());
    }
    return sha256_hex(hashes);
}

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
    return find_name(id_or_name);
}

std::vector<PartyIndex> LinkGraph::find_name(std::string_view name) const {
    const auto at = by_name_.find(lists::name_key(name));
    return at == by_name_.end() ? std::vector<PartyIndex>{} : at->second;
}

}  // namespace cordon::links
