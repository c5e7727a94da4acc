// SPDX-License-Identifier: Apache-2.0
#include "links/trace_sources.h"

#include <algorithm>
#include <tuple>

#include "links/trace_words.h"

namespace cordon::links {

std::vector<LinkIndex> links_of_trace(const Trace& trace) {
    std::vector<LinkIndex> out;
    std::set<LinkIndex> seen;
    const auto add = [&](const std::vector<LinkIndex>& links) {
        for (const auto link : links) {
            if (seen.insert(link).second) out.push_back(link);
        }
    };
    add(trace.ownership.witness);
    for (const auto& open : trace.ownership.open) {
        if (open.link) add({*open.link});
    }
    add(trace.parent.chain);
    add(trace.parent.conflict);
    for (const auto& succession : trace.successions) {
        for (const auto& signal : succession.signals) add(signal.links);
    }
    for (const auto& chain : trace.chains) add(chain.links);
    add(trace.behind.link_of);
    add(trace.behind.identities);
    return out;
}

Sources::Sources(const LinkGraph& graph, const Trace& trace) {
    const auto links = links_of_trace(trace);
    using Key = std::tuple<Grade, std::string, std::optional<Date>>;
    const auto key_of = [&](LinkIndex index) {
        const auto& link = graph.link(index);
        auto source = one_line(link.source);
        if (source.empty()) source = "no source told";
        return Key(link.grade, std::move(source), link.known_since);
    };
    for (const auto grade : {Grade::A, Grade::B, Grade::C, Grade::D, Grade::X}) {
        std::map<Key, std::size_t> numbers;
        for (const auto index : links) {
            if (graph.link(index).grade != grade) continue;
            const auto [at, added] = numbers.emplace(key_of(index), entries_.size() + 1);
            if (added) {
                entries_.push_back({grade, std::get<1>(at->first), std::get<2>(at->first)});
            }
            number_of_[index] = at->second;
        }
    }
}

std::string Sources::cite(std::span<const LinkIndex> links) {
    std::set<std::size_t> numbers;
    for (const auto link : links) {
        if (const auto at = number_of_.find(link); at != number_of_.end()) {
            numbers.insert(at->second);
        }
    }
    std::string out;
    for (const auto number : numbers) {
        cited_.insert(number);
        out += (out.empty() ? " [" : ", ") + std::to_string(number);
    }
    return out.empty() ? out : out + "]";
}

std::string Sources::text(std::size_t number) const {
    const auto& entry = entries_[number - 1];
    return entry.source + (entry.known_since ? ", known since " + entry.known_since->to_iso() : "");
}

std::string_view meaning(Grade grade) {
    switch (grade) {
        case Grade::A:
            return "official text, filing or judgment";
        case Grade::B:
            return "charge or complaint";
        case Grade::C:
            return "named outlet or report";
        case Grade::D:
            return "single or weak source: raises a question, settles none";
        case Grade::X:
            return "excluded";
    }
    return "";
}

}  // namespace cordon::links
