// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A trace as a person, a program or a printer wants it.
#include <string>

#include "base/json.h"
#include "links/trace.h"

namespace cordon::links {

/// A page for the terminal, no line over `width` columns: what the party is, the four answers, each
/// with its sources, then what would settle what is open.
std::string trace_text(const LinkGraph& graph, const Trace& trace, std::size_t width, bool explain);
/// Canonical; docs/reference/trace.md.
Json trace_json(const LinkGraph& graph, const Trace& trace);
/// Graphviz.
std::string trace_dot(const LinkGraph& graph, const Trace& trace);
/// A layered chart of who holds whom: the party at the bottom, holders above, shares and dates on
/// the lines, listed parties marked by more than colour, sources as footnotes; black on white, no
/// script and nothing external, fit for A4.
std::string trace_svg(const LinkGraph& graph, const Trace& trace);

}  // namespace cordon::links
