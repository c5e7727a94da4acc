// SPDX-License-Identifier: Apache-2.0
// Links name parties that no record has told of yet, so every id gets a place at once and is filled
// in when its record comes; what is still empty at the end falls away with its links.
//
// A row without an id means a party by its name. Only at the end is it known whose name that is:
// the one party with an id in the tables that carries it. Where several carry it, or a link ties
// the name to that very party ("X renamed to Y", X being an alias of Y), it stays apart.
// Tested by read_links_test.cpp.
#include "links/read_gathered.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "lists/collector.h"
#include "lists/snapshot.h"

namespace cordon::links {

namespace {

constexpr std::size_t kErrorsMax = 1000;
constexpr std::size_t kReasonsMax = 200;
constexpr const char* kOtherReasons = "other reasons";
constexpr std::size_t kTextsMax = 1000;  ///< names, or addresses, of one party
constexpr PartyIndex kGone = std::numeric_limits<PartyIndex>::max();

bool same(const Link& a, const Link& b) {
    return a.subject == b.subject && a.object == b.object && a.relation == b.relation &&
           a.share == b.share && a.from == b.from && a.until == b.until &&
           a.known_since == b.known_since && a.grade == b.grade && a.source == b.source &&
           a.note == b.note;
}

void join(std::vector<std::string>& into, std::vector<std::string>& from) {
    for (auto& text : from) {
        if (into.size() < kTextsMax) lists::add_once(into, std::move(text));
    }
}

void add_alias(PartyRecord& party, std::string name) {
    if (name.empty() || name == party.name || party.aliases.size() >= kTextsMax) return;
    lists::add_once(party.aliases, std::move(name));
}

}  // namespace

std::optional<PartyIndex> Gathered::party(const std::string& id) {
    if (const auto at = by_id_.find(id); at != by_id_.end()) return at->second;
    if (records_.parties.size() >= limits_.parties_max) {
        if (!full_) {
            refuse({fmt::format("there are more than {} parties", limits_.parties_max),
                    "",
                    "read fewer files at once",
                    {},
                    {}});
        }
        full_ = true;
        return std::nullopt;
    }
    const auto index = static_cast<PartyIndex>(records_.parties.size());
    by_id_.emplace(id, index);
    PartyRecord record;
    record.id = id;
    records_.parties.push_back(std::move(record));
    state_.emplace_back();
    return index;
}

std::optional<PartyIndex> Gathered::party_named(const std::string& name) {
    const auto index = party("name:" + lists::name_key(name));
    if (!index) return index;
    auto& party = records_.parties[*index];
    if (party.name.empty()) {
        party.name = name;
        state_[*index] = {Told::Mentioned, true, false};
    } else {
        add_alias(party, name);
    }
    return index;
}

bool Gathered::fits(const std::string& text, const char* field, const Position& place) {
    if (text.size() <= limits_.text_max) return true;
    auto where = place;
    where.field = field;
    refuse({fmt::format("the {} has {} bytes", field, text.size()),
            fmt::format("at most {} bytes", limits_.text_max),
            "shorten it",
            where,
            {}});
    return false;
}

bool Gathered::tell(PartyRecord record, Told told, const Position& place) {
    if (!fits(record.id, "id", place) || !fits(record.name, "name", place) ||
        !fits(record.source, "source", place)) {
        return false;
    }
    for (auto* texts : {&record.aliases, &record.addresses, &record.identifiers}) {
        std::erase_if(*texts, [&](const std::string& text) {
            return !fits(text, "alias, address or identifier", place);
        });
    }
    const auto index = party(record.id);
    if (!index) return false;
    auto& party = records_.parties[*index];
    auto& known = state_[*index].told;
    if (!record.name.empty()) {
        const bool better = known < Told::Recorded && told == Told::Recorded;
        if (party.name.empty()) {
            party.name = std::move(record.name);
        } else if (better) {
            std::swap(party.name, record.name);
        }
        std::erase(party.aliases, party.name);
        add_alias(party, std::move(record.name));
    }
    known = std::max(known, told);
    if (told == Told::Recorded) state_[*index].by_name = false;
    for (auto& alias : record.aliases) add_alias(party, std::move(alias));
    join(party.addresses, record.addresses);
    join(party.identifiers, record.identifiers);
    const auto fill = [](std::string& into, std::string& from) {
        if (into.empty()) into = std::move(from);
    };
    fill(party.kind, record.kind);
    fill(party.country, record.country);
    fill(party.headquarters, record.headquarters);
    fill(party.source, record.source);
    if (!party.founded) party.founded = record.founded;
    return true;
}

void Gathered::add(Link link, const Position& place) {
    if (!fits(link.id, "id", place) || !fits(link.source, "source", place) ||
        !fits(link.note, "note", place)) {
        return;
    }
    if (link.subject == link.object && link.relation != Relation::Owns) {
        refuse({fmt::format("the link {} ties a party to itself", link.id),
                "two parties",
                "correct one of its ends",
                place,
                {}});
        return;
    }
    if (const auto told = link_ids_.find(std::string_view(link.id)); told != link_ids_.end()) {
        if (same(records_.links[*told], link)) {
            leave_out("link told again in the same words");
        } else {
            refuse({fmt::format("the link {} stands twice and says two things", link.id),
                    "one row for each link_id",
                    "give the second link an id of its own",
                    place,
                    {{"first told here", place_of(*told)}}});
        }
        return;
    }
    if (records_.links.size() >= limits_.links_max) {
        if (!full_) {
            refuse({fmt::format("there are more than {} links", limits_.links_max),
                    "",
                    "read fewer files at once",
                    place,
                    {}});
        }
        full_ = true;
        return;
    }
    if (files_.empty() || files_.back() != place.file) files_.push_back(place.file);
    places_.push_back({static_cast<std::uint32_t>(files_.size() - 1), place.line});
    records_.links.push_back(std::move(link));
    link_ids_.insert(static_cast<LinkIndex>(records_.links.size() - 1));
}

void Gathered::refuse(Error error) {
    if (errors_.size() < kErrorsMax) {
        errors_.push_back(std::move(error));
        return;
    }
    ++more_errors_;
    errors_.resize(kErrorsMax);
    errors_.push_back({fmt::format("{} more rows were left out than are shown", more_errors_),
                       "",
                       "mend the rows above and read again",
                       {},
                       {}});
}

void Gathered::leave_out(const std::string& reason, std::size_t count) {
    for (auto& [known, times] : left_out_) {
        if (known == reason || (known == kOtherReasons && left_out_.size() > kReasonsMax)) {
            times += count;
            return;
        }
    }
    left_out_.emplace_back(left_out_.size() < kReasonsMax ? reason : kOtherReasons, count);
}

Position Gathered::place_of(LinkIndex link) const {
    return {files_[places_[link].file], places_[link].line, 0, ""};
}

void Gathered::resolve_names(std::vector<PartyIndex>& same_as) {
    std::unordered_map<std::string, std::vector<PartyIndex>> named;
    for (PartyIndex p = 0; p < state_.size(); ++p) {
        if (state_[p].by_name) named.try_emplace(lists::name_key(records_.parties[p].name));
    }
    if (named.empty()) return;
    for (PartyIndex p = 0; p < state_.size(); ++p) {
        if (!state_[p].may_be_named || state_[p].by_name) continue;
        const auto& party = records_.parties[p];
        const auto add = [&](const std::string& name) {
            const auto at = named.find(lists::name_key(name));
            if (at == named.end()) return;
            if (at->second.empty() || at->second.back() != p) at->second.push_back(p);
        };
        add(party.name);
        for (const auto& alias : party.aliases) add(alias);
    }
    for (PartyIndex p = 0; p < state_.size(); ++p) {
        if (!state_[p].by_name) continue;
        const auto& found = named[lists::name_key(records_.parties[p].name)];
        if (found.size() == 1) same_as[p] = found.front();
        if (found.size() > 1) {
            refuse({fmt::format("the name \"{}\" is that of {} parties with ids, {} and {}",
                                records_.parties[p].name, found.size(),
                                records_.parties[found[0]].id, records_.parties[found[1]].id),
                    "the party_id beside the name",
                    "the rows with the bare name were read as a party of its own",
                    {},
                    {}});
        }
    }
    for (const auto& link : records_.links) keep_apart(link, same_as);
}

void Gathered::keep_apart(const Link& link, std::vector<PartyIndex>& same_as) const {
    const auto meant = same_as[link.subject];
    if (link.subject == link.object || meant != same_as[link.object]) return;
    const auto key = lists::name_key(records_.parties[meant].name);
    for (const auto end : {link.subject, link.object}) {
        if (end == meant || lists::name_key(records_.parties[end].name) == key) continue;
        same_as[end] = end;
        return;
    }
    // "Ada controls p-ada": both ends are the first name of one party.
    for (const auto end : {link.subject, link.object}) same_as[end] = end;
}

bool Gathered::keep_link(LinkIndex index) {
    const auto& link = records_.links[index];
    for (const auto end : {link.subject, link.object}) {
        if (state_[end].told == Told::NoParty) {
            leave_out("link to what is no party of trade");
            return false;
        }
    }
    for (const auto end : {link.subject, link.object}) {
        if (!records_.parties[end].name.empty()) continue;
        refuse({fmt::format("the link {} is with \"{}\", of whom nothing is told", link.id,
                            records_.parties[end].id),
                "a row or record of that party, with its name",
                "read the file with the parties too, or write the name",
                place_of(index),
                {}});
        return false;
    }
    return true;
}

Records Gathered::finish() {
    const auto count = records_.parties.size();
    std::vector<PartyIndex> place(count);
    for (PartyIndex p = 0; p < count; ++p) place[p] = p;
    resolve_names(place);
    std::vector<bool> keep(records_.links.size());
    for (LinkIndex i = 0; i < keep.size(); ++i) keep[i] = keep_link(i);

    Records out;
    std::vector<PartyIndex> moved(count, kGone);
    for (PartyIndex p = 0; p < count; ++p) {
        auto& party = records_.parties[p];
        if (place[p] != p) {
            add_alias(records_.parties[place[p]], party.name);
            continue;
        }
        if (party.name.empty() || state_[p].told == Told::NoParty) continue;
        moved[p] = static_cast<PartyIndex>(out.parties.size());
        out.parties.emplace_back();
    }
    for (PartyIndex p = 0; p < count; ++p) {
        if (moved[p] != kGone) out.parties[moved[p]] = std::move(records_.parties[p]);
    }
    for (LinkIndex i = 0; i < keep.size(); ++i) {
        if (!keep[i]) continue;
        auto link = std::move(records_.links[i]);
        link.subject = moved[place[link.subject]];
        link.object = moved[place[link.object]];
        out.links.push_back(std::move(link));
    }
    link_ids_.clear();
    records_ = {};
    state_.clear();
    places_.clear();
    files_.clear();
    by_id_.clear();
    full_ = false;
    return out;
}

}  // namespace cordon::links
