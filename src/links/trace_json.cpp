// SPDX-License-Identifier: Apache-2.0
// Parties are named by id, links by their place in "links": the file stands alone.
#include <algorithm>
#include <map>

#include "base/code_points.h"
#include "links/trace_pages.h"
#include "links/trace_sources.h"
#include "links/trace_words.h"

namespace cordon::links {

namespace {

/// As told, but for bytes that are no UTF-8: a JSON text may not hold them.
Json text(std::string_view told) {
    std::string out;
    for (std::size_t at = 0; at < told.size();) {
        const char32_t c = next_code_point(told, at);
        append_utf8(out, c == kFault ? 0xFFFD : c);
    }
    return Json::of_text(out);
}

Json text_or_null(std::string_view told) {
    return told.empty() ? Json() : text(told);
}

Json date(const std::optional<Date>& day) {
    return day ? Json::of_text(day->to_iso()) : Json();
}

Json part(const Interval& part) {
    Json out = Json::object();
    out.add("low", Json::of_number(part.lo().to_text()));
    out.add("high", Json::of_number(part.hi().to_text()));
    if (part.lo_open()) out.add("low_open", Json::of_bool(true));
    if (part.hi_open()) out.add("high_open", Json::of_bool(true));
    out.add("text", Json::of_text(percent_text(part)));
    return out;
}

Json listing(const Listed& listed) {
    Json out = Json::object();
    out.add("on_day", Json::of_text(to_text(listed.on_day)));
    if (listed.on_day == Truth::No) return out;
    out.add("carries", Json::of_text(to_text(listed.carries)));
    out.add("list", text(listed.list)).add("name", text(listed.name));
    out.add("citation", text_or_null(listed.citation)).add("since", date(listed.since));
    return out;
}

class Writer {
public:
    Writer(const LinkGraph& graph, const Trace& trace) : graph_(graph), trace_(trace) {
        links_ = links_of_trace(trace);
        for (std::size_t i = 0; i < links_.size(); ++i) place_[links_[i]] = i;
    }

    [[nodiscard]] Json write() const {
        Json out = Json::object();
        out.add("party", id(trace_.party));
        out.add("day", Json::of_text(trace_.as_of.day.to_iso()));
        out.add("known", date(trace_.as_of.known));
        out.add("listed", listing(trace_.listed));
        out.add("ownership", ownership()).add("parent", parent());
        out.add("successions", successions()).add("chains", chains());
        out.add("cut", Json::of_bool(trace_.cut));
        out.add("behind", behind()).add("parties", parties()).add("links", links());
        return out;
    }

private:
    [[nodiscard]] Json id(PartyIndex party) const { return text(graph_.party(party).id); }
    [[nodiscard]] Json place(LinkIndex link) const {
        return Json::of_number(static_cast<std::int64_t>(place_.at(link)));
    }
    [[nodiscard]] Json places(const std::vector<LinkIndex>& links) const {
        Json out = Json::array();
        for (const auto link : links) out.push(place(link));
        return out;
    }
    [[nodiscard]] Json ids(const std::vector<PartyIndex>& parties) const {
        Json out = Json::array();
        for (const auto party : parties) out.push(id(party));
        return out;
    }
    [[nodiscard]] Json ownership() const;
    [[nodiscard]] Json parent() const;
    [[nodiscard]] Json successions() const;
    [[nodiscard]] Json chains() const;
    [[nodiscard]] Json behind() const;
    [[nodiscard]] Json parties() const;
    [[nodiscard]] Json links() const;

    const LinkGraph& graph_;
    const Trace& trace_;
    std::vector<LinkIndex> links_;
    std::map<LinkIndex, std::size_t> place_;
};

Json Writer::ownership() const {
    const auto& from = trace_.ownership;
    Json open = Json::array();
    for (const auto& stake : from.open) {
        Json row = Json::object();
        row.add("company", text(stake.company));
        row.add("link", stake.link ? place(*stake.link) : Json());
        row.add("question", text(stake.question)).add("part", part(stake.part));
        open.push(std::move(row));
    }
    Json out = Json::object();
    const bool half = trace_.threshold == Threshold::HalfOrMore;
    out.add("threshold", Json::of_text(half ? "half_or_more" : "more_than_half"));
    out.add("held", Json::of_text(to_text(from.held)));
    out.add("named", part(from.named)).add("possible", part(from.possible));
    out.add("listed_owner", Json::of_text(to_text(from.listed_owner)));
    out.add("witness", places(from.witness)).add("open", std::move(open));
    return out;
}

Json Writer::parent() const {
    const auto& from = trace_.parent;
    Json out = Json::object();
    out.add("known", Json::of_text(to_text(from.known)));
    out.add("party", from.party ? id(*from.party) : Json());
    out.add("headquarters", text_or_null(from.headquarters));
    out.add("chain", places(from.chain)).add("conflict", places(from.conflict));
    out.add("because", text(from.because));
    return out;
}

Json Writer::successions() const {
    Json out = Json::array();
    for (const auto& from : trace_.successions) {
        Json signals = Json::array();
        for (const auto& signal : from.signals) {
            Json row = Json::object();
            row.add("kind", Json::of_text(to_text(signal.kind)));
            row.add("weight", Json::of_number(std::int64_t{signal.weight}));
            row.add("links", places(signal.links)).add("says", text(signal.says));
            row.add("innocent", text(signal.innocent)).add("refuted_by", text(signal.refuted_by));
            signals.push(std::move(row));
        }
        Json row = Json::object();
        row.add("party", id(from.party)).add("listed", listing(from.listed));
        row.add("strength", Json::of_text(to_text(from.strength)));
        row.add("signals", std::move(signals));
        out.push(std::move(row));
    }
    return out;
}

Json Writer::chains() const {
    Json out = Json::array();
    for (const auto& from : trace_.chains) {
        Json row = Json::object();
        row.add("parties", ids(from.parties)).add("links", places(from.links));
        row.add("listed", listing(from.listed));
        row.add("cost", Json::of_number(std::int64_t{from.cost}));
        out.push(std::move(row));
    }
    return out;
}

Json Writer::behind() const {
    const auto& from = trace_.behind;
    Json nodes = Json::array();
    for (const auto& node : from.nodes) {
        Json row = Json::object();
        row.add("parties", ids(node.records));
        row.add("tier", Json::of_number(std::int64_t{node.tier}));
        row.add("listed", listing(node.listed)).add("open", Json::of_bool(node.open));
        nodes.push(std::move(row));
    }
    Json stakes = Json::array();
    for (std::size_t i = 0; i < from.stakes.size(); ++i) {
        const auto& stake = from.stakes[i];
        Json row = Json::object();
        row.add("holder", Json::of_number(std::int64_t{stake.holder}));
        row.add("company", Json::of_number(std::int64_t{stake.company}));
        row.add("part", part(part_of_whole(stake.low, stake.high)));
        row.add("link", place(from.link_of[i]));
        stakes.push(std::move(row));
    }
    Json out = Json::object();
    out.add("cut", Json::of_bool(from.cut)).add("nodes", std::move(nodes));
    out.add("stakes", std::move(stakes)).add("identities", places(from.identities));
    return out;
}

Json Writer::parties() const {
    std::set<PartyIndex> spoken_of{trace_.party};
    for (const auto link : links_) {
        spoken_of.insert(graph_.link(link).subject);
        spoken_of.insert(graph_.link(link).object);
    }
    for (const auto& node : trace_.behind.nodes) {
        spoken_of.insert(node.records.begin(), node.records.end());
    }
    for (const auto& chain : trace_.chains) {
        spoken_of.insert(chain.parties.begin(), chain.parties.end());
    }
    for (const auto& succession : trace_.successions) spoken_of.insert(succession.party);
    if (trace_.parent.party) spoken_of.insert(*trace_.parent.party);
    Json out = Json::array();
    for (const auto index : spoken_of) {
        const auto& party = graph_.party(index);
        Json row = Json::object();
        row.add("id", text(party.id)).add("name", text(party.name));
        row.add("country", text_or_null(party.country));
        row.add("headquarters", text_or_null(party.headquarters));
        out.push(std::move(row));
    }
    return out;
}

Json Writer::links() const {
    Json out = Json::array();
    for (const auto index : links_) {
        const auto& link = graph_.link(index);
        Json row = Json::object();
        row.add("id", text(link.id)).add("subject", id(link.subject));
        row.add("relation", Json::of_text(to_text(link.relation))).add("object", id(link.object));
        row.add("share", link.share ? part(*link.share) : Json());
        row.add("from", date(link.from)).add("until", date(link.until));
        row.add("known_since", date(link.known_since));
        row.add("holds", Json::of_text(to_text(holds(link, trace_.as_of))));
        row.add("grade", Json::of_text(to_text(link.grade)));
        row.add("source", text(link.source)).add("note", text_or_null(link.note));
        out.push(std::move(row));
    }
    return out;
}

}  // namespace

Json trace_json(const LinkGraph& graph, const Trace& trace) {
    return Writer(graph, trace).write();
}

}  // namespace cordon::links
