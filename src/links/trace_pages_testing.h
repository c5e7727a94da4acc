// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Traces made by hand, for tests of the pages: what a search would have found is written down.
#include <optional>
#include <string>

#include "links/trace.h"

namespace cordon::links {

struct MadeTrace {
    LinkGraph graph;
    Trace trace;
};

/// Writes a graph and what stands behind its first party, one node a party.
class TraceMaker {
public:
    explicit TraceMaker(std::string_view day, std::optional<std::string> known = std::nullopt);
    PartyIndex party(std::string name, std::string country = "");
    /// Behind the first party: the first one called is that party.
    std::uint32_t node(PartyIndex party, std::uint32_t tier, const Listed& listed = {});
    LinkIndex link(Link link);
    LinkIndex link(PartyIndex subject, Relation relation, PartyIndex object,
                   const std::string& source = "Annual report 2024");
    /// A stake of hundredths of percent, "stated" by a link; both ends are nodes.
    LinkIndex owns(PartyIndex holder, PartyIndex company, std::uint32_t low, std::uint32_t high);
    LinkIndex stake(LinkIndex link);
    Trace& trace() { return trace_; }
    [[nodiscard]] MadeTrace made() { return {LinkGraph(records_), trace_}; }

private:
    [[nodiscard]] std::uint32_t node_of(PartyIndex party) const;
    Records records_;
    Trace trace_;
};

Listed entity_list(const std::string& name, std::string_view since);
Date day_of(std::string_view iso);
Interval percents(std::uint32_t low, std::uint32_t high);

/// Nettrix: reported successor of Sugon (listed 2019-06-24), shared address, founded half a year
/// later; its holders are not named.
MadeTrace successor();
/// 49 % and 2 % of one company held by two listed parties, 33 to 34 % of the first by a third; a
/// share nobody stated; control without share; a nominee; treasury shares; a weak source.
MadeTrace aggregate();
/// Two companies that hold each other, above a company; the search was cut.
MadeTrace circle();
/// Names in Han, and one with <, &, quotes, a backslash, a line end and an escape.
MadeTrace strange_names();
/// A nominee holds 30 % for a party of two records; the party asked about is listed itself.
MadeTrace nominee();
/// 300 holders, one of them listed and light; one in ten is held by another company.
MadeTrace crowd();
/// Six tiers in which every party holds several of the tiers below.
MadeTrace lattice();
/// A search in starter_links, as if every "el-" record were on the Entity List and every "1260h-"
/// record on the Section 1260H List.
Trace of_starter(PartyIndex party);

}  // namespace cordon::links
