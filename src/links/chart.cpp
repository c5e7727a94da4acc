// SPDX-License-Identifier: Apache-2.0
#include "links/chart.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "links/trace_words.h"

namespace cordon::links {

namespace {

/// Holders of one company that have no box of their own.
struct Others {
    std::vector<std::uint32_t> nodes;
    std::uint64_t low = 0, high = 0;
};

class Maker {
public:
    Maker(const LinkGraph& graph, const Trace& trace)
        : graph_(graph), trace_(trace), sources_(graph, trace) {}

    Chart make() {
        const auto shown = nodes_shown(trace_);
        for (std::uint32_t node = 0; node < shown.size(); ++node) {
            if (shown[node]) box(node);
        }
        const auto& stakes = trace_.behind.stakes;
        std::map<std::uint32_t, Others> others;
        for (std::size_t i = 0; i < stakes.size(); ++i) {
            const auto& stake = stakes[i];
            if (!shown[stake.company]) continue;
            if (stake.holder == stake.company) {
                treasury(stake);
            } else if (shown[stake.holder]) {
                line(stake, trace_.behind.link_of[i]);
            } else {
                auto& left_out = others[stake.company];
                left_out.nodes.push_back(stake.holder);
                left_out.low += stake.low;
                left_out.high += stake.high;
            }
        }
        for (auto& [company, left_out] : others) bundle(company, left_out);
        words();
        return std::move(out_);
    }

private:
    void box(std::uint32_t node) {
        const auto& from = trace_.behind.nodes[node];
        ChartBox box;
        box.kind = node == 0              ? ChartBox::Kind::Asked
                   : from.records.empty() ? ChartBox::Kind::Nominee
                                          : ChartBox::Kind::Holder;
        box.tier = from.tier;
        box.name = node_name(graph_, trace_, node);
        if (!from.records.empty()) {
            const auto& country = graph_.party(from.records.front()).country;
            if (!country.empty()) box.notes.push_back(country_text(country));
        }
        for (std::size_t i = 1; i < from.records.size(); ++i) {
            box.notes.push_back("also recorded as " + one_line(graph_.party(from.records[i]).name) +
                                identity(from.records[i]));
        }
        const auto& listed = node == 0 ? trace_.listed : from.listed;
        box.listed = listed.on_day;
        box.listing = listing_text(listed);
        if (listed.on_day == Truth::Yes && listed.since) {
            box.listing = list_text(listed.list) + " since " + listed.since->to_iso();
        }
        number_of_[node] = static_cast<std::uint32_t>(out_.boxes.size());
        out_.boxes.push_back(std::move(box));
    }

    /// The sources by which a record belongs to its node.
    std::string identity(PartyIndex record) {
        std::vector<LinkIndex> by;
        for (const auto index : trace_.behind.identities) {
            const auto& link = graph_.link(index);
            if (link.subject == record || link.object == record) by.push_back(index);
        }
        return sources_.cite(by);
    }

    void treasury(const Stake& stake) {
        out_.boxes[number_of_.at(stake.company)].notes.push_back(
            fmt::format("holds {} of itself", percent_text(part_of_whole(stake.low, stake.high))));
    }

    void line(const Stake& stake, LinkIndex index) {
        const auto& link = graph_.link(index);
        ChartLine line;
        line.holder = number_of_.at(stake.holder);
        line.company = number_of_.at(stake.company);
        if (link.relation == Relation::Controls) {
            line.style = ChartLine::Style::Control;
        } else if (link.relation == Relation::Owns && !link.share && stake.high == kWhole) {
            line.style = ChartLine::Style::NotStated;
        }
        line.share = stake_text(stake, link, trace_.as_of) + sources_.cite(index);
        line.dates = link.from && link.until
                         ? link.from->to_iso() + " until " + link.until->to_iso()
                         : dates_text(link);
        out_.lines.push_back(std::move(line));
    }

    void bundle(std::uint32_t company, Others& left_out) {
        const auto high =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(left_out.high, kWhole));
        const auto low = static_cast<std::uint32_t>(std::min<std::uint64_t>(left_out.low, high));
        auto& nodes = left_out.nodes;
        std::sort(nodes.begin(), nodes.end());
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
        const auto listed = std::count_if(nodes.begin(), nodes.end(), [&](std::uint32_t node) {
            return trace_.behind.nodes[node].listed.on_day == Truth::Yes;
        });
        ChartBox box;
        box.kind = ChartBox::Kind::Others;
        box.tier = trace_.behind.nodes[company].tier + 1;
        const auto together = percent_text(part_of_whole(low, high));
        box.name = fmt::format("and {} {}, together {}", nodes.size(),
                               nodes.size() == 1 ? "other" : "others", together);
        if (listed > 0) {
            box.listed = Truth::Yes;
            box.listing = fmt::format("{} of them listed", listed);
        }
        out_.lines.push_back({static_cast<std::uint32_t>(out_.boxes.size()), number_of_.at(company),
                              ChartLine::Style::Stated, together, ""});
        out_.boxes.push_back(std::move(box));
    }

    void words() {
        out_.title = one_line(graph_.party(trace_.party).name);
        out_.day = fmt::format("Who holds it on {}, {}", trace_.as_of.day.to_iso(),
                               known_text(trace_.as_of));
        const auto& ownership = trace_.ownership;
        out_.answer =
            fmt::format("{}: {}; listed parties hold {} as far as holders are named",
                        rule_text(trace_.threshold),
                        ownership.held == Truth::Unknown ? "not known" : to_text(ownership.held),
                        percent_text(ownership.named));
        if (out_.boxes.size() == 1) out_.answer += "; no source names anybody who holds it";
        if (trace_.behind.cut) out_.answer += "; the search met its limit, more may stand behind";
        for (const auto number : sources_.cited()) {
            out_.footnotes.push_back(fmt::format("[{}] {}: {}", number,
                                                 to_text(sources_.entries()[number - 1].grade),
                                                 sources_.text(number)));
        }
    }

    const LinkGraph& graph_;
    const Trace& trace_;
    Sources sources_;
    std::map<std::uint32_t, std::uint32_t> number_of_;  ///< box of a node
    Chart out_;
};

}  // namespace

Chart chart(const LinkGraph& graph, const Trace& trace) {
    return Maker(graph, trace).make();
}

}  // namespace cordon::links
