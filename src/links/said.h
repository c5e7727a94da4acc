// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Links in a sentence, and where they were read.
#include <span>
#include <string>

#include "links/link_graph.h"

namespace cordon::links {

/// "A Ltd owns 33 to 34 % of B Inc until 2020-11-17", "C controls D", "E was renamed to F".
std::string said(const LinkGraph& graph, const Link& link);
/// Several, divided by "; ", each with its grade and source in brackets.
std::string said(const LinkGraph& graph, std::span<const LinkIndex> links);
/// "L0126 (C: New York Times 2024-08-04); …", each once.
std::string cited(const LinkGraph& graph, std::span<const LinkIndex> links);

}  // namespace cordon::links
