// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a chart of who holds whom shows, before anybody draws it: boxes and lines with their words.
///
/// At most kBoxesMax boxes. Beyond them, the lightest holders of a company are one box; the party
/// asked about, those that carry a Yes and those that are listed go first.
#include <cstdint>
#include <string>
#include <vector>

#include "links/trace_sources.h"

namespace cordon::links {

constexpr std::size_t kBoxesMax = 40;

struct ChartBox {
    enum class Kind : std::uint8_t { Asked, Holder, Nominee, Others };
    Kind kind = Kind::Holder;
    std::uint32_t tier = 0;
    std::string name;
    std::vector<std::string> notes;  ///< country, other records, treasury shares
    Truth listed = Truth::No;
    std::string listing;  ///< "Entity List since 2025-03-25"
};

struct ChartLine {
    enum class Style : std::uint8_t { Stated, NotStated, Control };
    std::uint32_t holder = 0, company = 0;  ///< boxes
    Style style = Style::Stated;
    std::string share;  ///< "30 % [2]"
    std::string dates;  ///< "until 2019-06-30" or ""
};

struct Chart {
    std::string title, day, answer;
    std::vector<ChartBox> boxes;  ///< [0] is the party asked about; by tier
    std::vector<ChartLine> lines;
    std::vector<std::string> footnotes;  ///< "[2] A: 90 FR 14046, known since 2025-03-28"
};

Chart chart(const LinkGraph& graph, const Trace& trace);

/// Which nodes of Behind have a box of their own.
std::vector<bool> nodes_shown(const Trace& trace);

}  // namespace cordon::links
