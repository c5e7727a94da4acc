// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The sources of a trace, numbered: best grade first, then in the order met. The same number means
/// the same source on the page and on both charts; each shows those it cites.
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "links/trace.h"

namespace cordon::links {

/// Every link a trace speaks of, each once, in the order met.
std::vector<LinkIndex> links_of_trace(const Trace& trace);

class Sources {
public:
    struct Entry {
        Grade grade = Grade::D;
        std::string source;  ///< one line; "no source told" where there is none
        std::optional<Date> known_since;
    };

    Sources(const LinkGraph& graph, const Trace& trace);
    /// " [1, 3]" behind what these links tell, which cites them; "" for none.
    std::string cite(std::span<const LinkIndex> links);
    std::string cite(LinkIndex link) { return cite({&link, 1}); }
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    /// Numbers cited so far, from 1.
    [[nodiscard]] const std::set<std::size_t>& cited() const { return cited_; }
    /// "90 FR 14046, known since 2025-03-28".
    [[nodiscard]] std::string text(std::size_t number) const;

private:
    std::vector<Entry> entries_;
    std::map<LinkIndex, std::size_t> number_of_;
    std::set<std::size_t> cited_;
};

/// "official text, filing or judgment".
std::string_view meaning(Grade grade);

}  // namespace cordon::links
