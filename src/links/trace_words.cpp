// SPDX-License-Identifier: Apache-2.0
#include "links/trace_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/code_points.h"
#include "base/country.h"
#include "base/money.h"
#include "lists/listing.h"

namespace cordon::links {

namespace {

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

/// Marks that make text read other than it stands, or not at all.
bool is_hidden(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0x061C;
}

bool is_no_text(char32_t c) {
    return c == kFault || (c & 0xFFFEU) == 0xFFFE;
}

struct Phrase {
    std::string_view forward, backward;
};
constexpr std::array<Phrase, 18> kPhrases{{{"owns", "owned by"},
                                           {"controls", "controlled by"},
                                           {"is officer of", "has as officer"},
                                           {"is founder of", "founded by"},
                                           {"is legal representative of", "legally represented by"},
                                           {"renamed to", "formerly"},
                                           {"is successor of", "succeeded by"},
                                           {"is the same as", "is the same as"},
                                           {"holds for", "has as nominee"},
                                           {"shares an address with", "shares an address with"},
                                           {"shares a telephone with", "shares a telephone with"},
                                           {"shares a domain with", "shares a domain with"},
                                           {"supplies", "supplied by"},
                                           {"is customer of", "has as customer"},
                                           {"is partner of", "is partner of"},
                                           {"leases to", "leases from"},
                                           {"won a tender of", "awarded a tender to"},
                                           {"is linked to", "is linked to"}}};
static_assert(kPhrases.size() == static_cast<std::size_t>(Relation::Linked) + 1);

const Phrase& phrase_of(Relation relation) {
    return kPhrases[static_cast<std::size_t>(relation)];
}

}  // namespace

std::string one_line(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_hidden(c)) continue;
        if (c == ' ' || is_control(c)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else {
            append_utf8(out, is_no_text(c) ? 0xFFFD : c);
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string_view rule_text(Threshold threshold) {
    return threshold == Threshold::HalfOrMore ? "50 % rule" : "rule of more than 50 %";
}

std::string percent_text(const Interval& part) {
    const auto share = Share::from_interval(part);
    return share ? share->to_text() : part.to_text();
}

std::string dates_text(const Link& link) {
    std::string out;
    if (link.from) out = "since " + link.from->to_iso();
    if (link.until) out += (out.empty() ? "until " : " until ") + link.until->to_iso();
    return out;
}

std::string stake_text(const Stake& stake, const Link& link, const AsOf& as_of) {
    const bool unsettled = holds(link, as_of) == Truth::Unknown;
    std::string out;
    if (link.relation == Relation::HoldsFor) {
        out = "through a nominee";
    } else if (link.relation == Relation::Controls) {
        out = "controls";
    } else if (!link.share && stake.low == 0 && stake.high == kWhole) {
        out = "share not stated";
    } else if (unsettled && link.share && stake.low == 0 &&
               stake.high == billionths_of(*link.share).high) {
        out = percent_text(*link.share);  // "0 to 30 %" is what the rule makes of it
    } else {
        out = percent_text(part_of_whole(stake.low, stake.high));
    }
    return unsettled ? out + ", not settled" : out;
}

std::string country_text(std::string_view code) {
    const auto country = Country::from_code(code);
    return country ? std::string(country->name()) : one_line(code);
}

std::string list_text(std::string_view list) {
    if (const auto title = lists::list_title(list); !title.empty()) return std::string(title);
    auto out = one_line(list);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out.empty() ? "a list" : out;
}

std::string listing_text(const Listed& listed) {
    switch (listed.on_day) {
        case Truth::No:
            return "";
        case Truth::Unknown:
            return fmt::format("perhaps {} on the {}",
                               listed.name.empty() ? "an entry" : one_line(listed.name),
                               list_text(listed.list));
        case Truth::Yes:
            break;
    }
    const auto since = listed.since ? ", " + listed.since->to_iso() : "";
    return list_text(listed.list) + since;
}

std::string known_text(const AsOf& as_of) {
    return as_of.known ? "as known on " + as_of.known->to_iso()
                       : "by all sources, whatever their date";
}

std::string node_name(const LinkGraph& graph, const Trace& trace, std::uint32_t node) {
    const auto& records = trace.behind.nodes[node].records;
    if (!records.empty()) return one_line(graph.party(records.front()).name);
    const auto& behind = trace.behind;
    for (std::size_t i = 0; i < behind.stakes.size(); ++i) {
        const auto& link = graph.link(behind.link_of[i]);
        if (behind.stakes[i].company == node && link.relation == Relation::HoldsFor) {
            return "What " + one_line(graph.party(link.subject).name) + " holds for another";
        }
    }
    return "What a nominee holds";
}

Listed listing_of(const Trace& trace, PartyIndex party) {
    if (party == trace.party) return trace.listed;
    for (const auto& node : trace.behind.nodes) {
        const auto& records = node.records;
        if (std::find(records.begin(), records.end(), party) != records.end()) return node.listed;
    }
    return {};
}

std::string forward_text(const Link& link) {
    const auto& phrase = phrase_of(link.relation).forward;
    if (link.relation != Relation::Owns) return std::string(phrase);
    return link.share ? fmt::format("owns {} of", percent_text(*link.share))
                      : "owns a share nobody stated of";
}

std::string backward_text(const Link& link) {
    const auto& phrase = phrase_of(link.relation).backward;
    if (link.relation != Relation::Owns) return std::string(phrase);
    return link.share ? fmt::format("{} owned by", percent_text(*link.share))
                      : "owned, share not stated, by";
}

bool is_mutual(Relation relation) {
    const auto& phrase = phrase_of(relation);
    return phrase.forward == phrase.backward;
}

std::string sentence(const LinkGraph& graph, const Trace& trace, LinkIndex index) {
    const auto& link = graph.link(index);
    const auto named = [&](PartyIndex party) {
        const auto listing = listing_text(listing_of(trace, party));
        const auto name = one_line(graph.party(party).name);
        return listing.empty() ? name : fmt::format("{} ({})", name, listing);
    };
    const auto dates = dates_text(link);
    return fmt::format("{} {} {}{}{}", named(link.subject), forward_text(link), named(link.object),
                       dates.empty() ? "" : ", ", dates);
}

std::vector<std::string> wrapped(std::string_view text, std::uint32_t room, Measure measure) {
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        std::string word(text.substr(at, end - at));
        at = end + 1;
        const auto longer = line.empty() ? word : line + " " + word;
        if (measure(longer) <= room) {
            line = longer;
            continue;
        }
        if (!line.empty()) lines.push_back(line);
        while (measure(word) > room) {
            std::size_t cut = 0, next = 0;
            do {
                cut = next;
                (void)next_code_point(word, next);
            } while (next < word.size() && measure(std::string_view(word).substr(0, next)) <= room);
            if (cut == 0) cut = next;  // one character wider than the room stands alone
            lines.push_back(word.substr(0, cut));
            word.erase(0, cut);
        }
        line = word;
    }
    if (!line.empty() || lines.empty()) lines.push_back(line);
    return lines;
}

}  // namespace cordon::links
