// SPDX-License-Identifier: Apache-2.0
#include "links/said.h"

#include <fmt/core.h>

#include <set>

#include "links/trace_words.h"

namespace cordon::links {

namespace {

std::string source_of(const Link& link) {
    return fmt::format("{}: {}", to_text(link.grade), one_line(link.source));
}

}  // namespace

std::string said(const LinkGraph& graph, const Link& link) {
    const auto dates = dates_text(link);
    return fmt::format("{} {} {}{}{}", one_line(graph.party(link.subject).name), forward_text(link),
                       one_line(graph.party(link.object).name), dates.empty() ? "" : ", ", dates);
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
