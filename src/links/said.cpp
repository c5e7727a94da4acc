// SPDX-License-Identifier: Apache-2.0
#include "links/said.h"

#include <fmt/core.h>

#include <set>

#include "base/money.h"

namespace cordon::links {

namespace {

std::string_view verb(Relation relation) {
    switch (relation) {
        case Relation::Owns:
            return "owns a part of";
        case Relation::Controls:
            return "controls";
        case Relation::OfficerOf:
            return "is or was an officer of";
        case Relation::FounderOf:
            return "founded";
        case Relation::LegalRepresentativeOf:
            return "is or was the legal representative of";
        case Relation::RenamedTo:
            return "was renamed to";
        case Relation::SuccessorOf:
            return "is called the successor of";
        case Relation::SameAs:
            return "is the same party as";
        case Relation::HoldsFor:
            return "holds in its own name for";
        case Relation::SharesAddress:
            return "has an address in common with";
        case Relation::SharesPhone:
            return "has a telephone number in common with";
        case Relation::SharesDomain:
            return "has a domain in common with";
        case Relation::Supplies:
            return "supplies";
        case Relation::CustomerOf:
            return "is a customer of";
        case Relation::PartnerOf:
            return "is a partner of";
        case Relation::LeasesTo:
            return "leases to";
        case Relation::AwardedBy:
            return "won a tender of";
        case Relation::Linked:
            return "is linked to";
    }
    return "is linked to";
}

std::string source_of(const Link& link) {
    return fmt::format("{}: {}", to_text(link.grade), link.source);
}

}  // namespace

std::string said(const LinkGraph& graph, const Link& link) {
    std::string what(verb(link.relation));
    if (link.relation == Relation::Owns && link.share) {
        what = "owns " + MUST(Share::from_interval(*link.share)).to_text() + " of";
    }
    std::string text = fmt::format("{} {} {}", graph.party(link.subject).name, what,
                                   graph.party(link.object).name);
    if (link.from) text += " from " + link.from->to_iso();
    if (link.until) text += " until " + link.until->to_iso();
    return text;
}

std::string said(const LinkGraph& graph, std::span<const LinkIndex> links) {
    std::string text;
    for (const auto index : links) {
        const auto& link = graph.link(index);
        text += fmt::format("{}{} [{}, {}]", text.empty() ? "" : "; ", said(graph, link), link.id,
                            source_of(link));
    }
    return text;
}

std::string cited(const LinkGraph& graph, std::span<const LinkIndex> links) {
    std::string text;
    std::set<LinkIndex> seen;
    for (const auto index : links) {
        if (!seen.insert(index).second) continue;
        const auto& link = graph.link(index);
        text += fmt::format("{}{} ({})", text.empty() ? "" : "; ", link.id, source_of(link));
    }
    return text;
}

}  // namespace cordon::links
