// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The words in which pages and charts tell a trace.
///
/// Invariant: whatever a file said of a party comes out as one line of valid UTF-8 that moves no
/// cursor and turns no reading direction.
#include <string>
#include <string_view>
#include <vector>

#include "links/trace.h"

namespace cordon::links {

/// Control characters and line ends as blanks, bytes that are no UTF-8 as U+FFFD, marks that turn
/// the reading direction left out.
std::string one_line(std::string_view text);

/// "50 % rule", "rule of more than 50 %".
std::string_view rule_text(Threshold threshold);
/// "33 to 34 %".
std::string percent_text(const Interval& part);
/// "since 2015-03-01 until 2019-06-30"; "" when neither end is known.
std::string dates_text(const Link& link);
/// "33 to 34 %", "share not stated", "controls"; with "not settled" where it may not hold.
std::string stake_text(const Stake& stake, const Link& link, const AsOf& as_of);

/// "China"; a code that is none as it is.
std::string country_text(std::string_view code);
/// "Entity List".
std::string list_text(std::string_view list);
/// "Entity List, 2025-03-25"; "perhaps X on the Entity List"; "" when not listed.
std::string listing_text(const Listed& listed);
/// "as known on 2025-03-30", "by all sources, whatever their date".
std::string known_text(const AsOf& as_of);

/// The name of a node of Behind: its first record, or "what X holds for another".
std::string node_name(const LinkGraph& graph, const Trace& trace, std::uint32_t node);
/// What the lists say of a party behind the one asked about, or of itself.
Listed listing_of(const Trace& trace, PartyIndex party);

/// "owns 30 % of" between subject and object, and "30 % owned by" the other way round.
std::string forward_text(const Link& link);
std::string backward_text(const Link& link);
/// Neither end is before the other: a shared address, a partner.
bool is_mutual(Relation relation);
/// "A Ltd owns 30 % of B Ltd, until 2019-06-30".
std::string sentence(const LinkGraph& graph, const Trace& trace, LinkIndex link);

/// Words of `text` in lines that `measure` finds no wider than `room`; a word wider than that is
/// broken between two characters.
using Measure = std::uint32_t (*)(std::string_view);
std::vector<std::string> wrapped(std::string_view text, std::uint32_t room, Measure measure);

}  // namespace cordon::links
