// SPDX-License-Identifier: Apache-2.0
// The page answers before it explains: who and when, the four answers, what they rest on, what
// would settle the rest.
#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "links/trace_pages.h"
#include "links/trace_sources.h"
#include "links/trace_words.h"

namespace cordon::links {

namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kRowsShown = 12;  ///< of one enumeration, unless everything is asked for

class TracePage {
public:
    TracePage(const LinkGraph& graph, const Trace& trace, std::size_t width, bool explain)
        : graph_(graph),
          trace_(trace),
          sources_(graph, trace),
          width_(static_cast<std::uint32_t>(std::max(width, kNarrowest))),
          explain_(explain) {}

    std::string write() {
        head();
        ownership();
        parent();
        successions();
        chains();
        const auto asked = questions();  // cites, so it comes before the sources are told
        sources();
        heading("OPEN QUESTIONS, cheapest first");
        if (asked.empty()) line(2, "None.");
        for (std::size_t i = 0; i < asked.size(); ++i) {
            line(2, asked[i], fmt::format("{}. ", i + 1));
        }
        return std::move(text_);
    }

private:
    void line(std::uint32_t indent, std::string_view text, std::string_view mark = "") {
        const auto hang = indent + static_cast<std::uint32_t>(mark.size());
        std::string before = std::string(indent, ' ') + std::string(mark);
        for (const auto& piece : wrapped(text, width_ - hang, display_width)) {
            text_ += before + piece + "\n";
            before.assign(hang, ' ');
        }
    }
    void heading(std::string_view text) { text_ += "\n" + std::string(text) + "\n"; }
    [[nodiscard]] std::string name(PartyIndex party) const {
        return one_line(graph_.party(party).name);
    }
    /// Calls each(i) for the first of `count` rows, and says how many more there are.
    template <class Each>
    void rows(std::size_t count, Each&& each) {
        const auto shown = explain_ ? count : std::min(count, kRowsShown);
        for (std::size_t i = 0; i < shown; ++i) each(i);
        if (shown < count) line(4, fmt::format("and {} more", count - shown));
    }
    void link_rows(const std::vector<LinkIndex>& links) {
        rows(links.size(), [&](std::size_t i) {
            line(4, sentence(graph_, trace_, links[i]) + sources_.cite(links[i]), "- ");
        });
    }

    void head();
    void ownership();
    void listed_holders();
    void direct_holders();
    void parent();
    void successions();
    std::string signal(const Signal& signal);
    void chains();
    void sources();
    std::vector<std::string> questions();

    const LinkGraph& graph_;
    const Trace& trace_;
    Sources sources_;
    std::uint32_t width_;
    bool explain_;
    std::string text_;
};

void TracePage::head() {
    const auto& party = graph_.party(trace_.party);
    const auto where = party.country.empty() ? "" : " (" + country_text(party.country) + ")";
    line(0, fmt::format("{}{} on {}, {}", one_line(party.name), where, trace_.as_of.day.to_iso(),
                        known_text(trace_.as_of)));
    const auto& listed = trace_.listed;
    const auto citation = listed.citation.empty() ? "" : " [" + one_line(listed.citation) + "]";
    switch (listed.on_day) {
        case Truth::Yes:
            line(2, fmt::format("Listed itself: {}, as {}{}.", listing_text(listed),
                                one_line(listed.name), citation));
            break;
        case Truth::Unknown:
            line(2, fmt::format("Not known whether it is listed itself: {}{}.",
                                listing_text(listed), citation));
            break;
        case Truth::No:
            line(2, "Not listed itself.");
            break;
    }
}

std::string half_rule_sentence(const Ownership& ownership, Threshold threshold) {
    const auto rule = rule_text(threshold);
    const auto named = percent_text(ownership.named);
    switch (ownership.held) {
        case Truth::Yes:
            return fmt::format(
                "{}: yes. Listed parties hold {} of it as far as holders are named, directly or "
                "through companies they hold so; nothing that is not known can change this answer.",
                rule, named);
        case Truth::No:
            return fmt::format(
                "{}: no. Listed parties hold {} of it as far as holders are named, and {} whoever "
                "the others are.",
                rule, named, percent_text(ownership.possible));
        case Truth::Unknown:
            break;
    }
    return fmt::format(
        "{}: not known. Listed parties hold {} of it as far as holders are named; it could be {}, "
        "depending on the questions below.",
        rule, named, percent_text(ownership.possible));
}

void TracePage::ownership() {
    heading("OWNERSHIP");
    line(2, half_rule_sentence(trace_.ownership, trace_.threshold));
    if (trace_.behind.nodes.size() <= 1) line(2, "No source names anybody who holds it.");
    if (trace_.behind.cut) {
        line(2, "The search met its limit: whoever stands beyond it counts as not known.");
    }
    if (!trace_.ownership.witness.empty()) {
        line(2, "What carries it:");
        link_rows(trace_.ownership.witness);
    } else {
        listed_holders();
        direct_holders();
    }
}

void TracePage::direct_holders() {
    const auto& behind = trace_.behind;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < behind.stakes.size(); ++i) {
        const auto& stake = behind.stakes[i];
        if (stake.company != 0) continue;
        const auto index = behind.link_of[i];
        lines.push_back(fmt::format("{}: {}", node_name(graph_, trace_, stake.holder),
                                    stake_text(stake, graph_.link(index), trace_.as_of)));
        if (explain_ || lines.size() <= kRowsShown) lines.back() += sources_.cite(index);
    }
    if (lines.empty()) return;
    line(2, "Held by:");
    rows(lines.size(), [&](std::size_t i) { line(4, lines[i], "- "); });
}

void TracePage::listed_holders() {
    std::vector<std::string> lines;
    for (std::uint32_t node = 1; node < trace_.behind.nodes.size(); ++node) {
        const auto& listed = trace_.behind.nodes[node].listed;
        if (listed.on_day == Truth::No) continue;
        lines.push_back(fmt::format(
            "{} ({}{})", node_name(graph_, trace_, node), listing_text(listed),
            listed.carries == Truth::No ? "; the 50 % rule does not count this list" : ""));
    }
    if (lines.empty()) {
        if (trace_.behind.nodes.size() > 1) line(2, "Nobody named behind it is listed.");
        return;
    }
    line(2, "Listed or perhaps listed, and somewhere behind it:");
    rows(lines.size(), [&](std::size_t i) { line(4, lines[i], "- "); });
}

void TracePage::parent() {
    const auto& parent = trace_.parent;
    heading("ULTIMATE PARENT AND HEADQUARTERS");
    const auto seat = parent.headquarters.empty()
                          ? std::string("headquarters not known")
                          : "headquarters in " + country_text(parent.headquarters);
    if (parent.known == Truth::Yes && parent.party) {
        line(2, *parent.party == trace_.party ? fmt::format("It has no parent: {}.", seat)
                                              : fmt::format("{}: {}.", name(*parent.party), seat));
    } else {
        line(2, parent.because.empty() ? std::string("Not known.")
                                       : fmt::format("Not known: {}.", one_line(parent.because)));
        if (parent.party && *parent.party != trace_.party) {
            line(2,
                 fmt::format("The furthest the chain leads is {}, {}.", name(*parent.party), seat));
        }
    }
    if (!parent.chain.empty()) {
        line(2, "The chain, from the party upwards:");
        link_rows(parent.chain);
    }
    if (!parent.conflict.empty()) {
        line(2, "Here sources name different parents:");
        link_rows(parent.conflict);
    }
}

void TracePage::successions() {
    heading("SUCCESSION NOTES");
    line(2, "Worth knowing, never an accusation.");
    if (trace_.successions.empty()) {
        line(2,
             "No sign of succession to a listed party, or of common control with one, is known.");
    }
    // One owner of many makes the same note again and again: it is told once, with all their names.
    std::vector<std::pair<std::string, std::string>> told;  // the note, of whom
    for (const auto& note : trace_.successions) {
        unsigned weight = 0;
        for (const auto& signal : note.signals) weight += signal.weight;
        auto text = fmt::format("{}, weight {}", to_text(note.strength), weight);
        for (const auto& one : note.signals) text += "\n" + signal(one);
        const auto who = fmt::format("{} ({})", name(note.party), listing_text(note.listed));
        const auto same = std::find_if(told.begin(), told.end(),
                                       [&](const auto& earlier) { return earlier.first == text; });
        if (same == told.end()) {
            told.emplace_back(std::move(text), who);
        } else {
            same->second += "; " + who;
        }
    }
    for (const auto& [text, who] : told) {
        const auto rows = split(text, '\n');
        line(2, fmt::format("{}: {}", who, rows.front()));
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (rows[i].starts_with("- ")) {
                line(4, rows[i].substr(2), "- ");
            } else {
                line(6, rows[i]);
            }
        }
    }
}

/// A line a piece of it; the first one is marked.
std::string TracePage::signal(const Signal& signal) {
    const auto says = one_line(signal.says.empty() ? to_text(signal.kind) : signal.says);
    auto out = fmt::format("- {}, weight {}{}", says, signal.weight, sources_.cite(signal.links));
    if (!explain_) return out;
    if (!signal.innocent.empty()) out += "\nInnocent if: " + one_line(signal.innocent);
    if (!signal.refuted_by.empty()) out += "\nRefuted by: " + one_line(signal.refuted_by);
    return out;
}

/// "<- 33 to 34 % owned by -", "- owns 5 % of ->", "- is partner of -".
std::string arrow(const Link& link, PartyIndex from) {
    if (is_mutual(link.relation)) return fmt::format("- {} -", forward_text(link));
    return link.subject == from ? fmt::format("- {} ->", forward_text(link))
                                : fmt::format("<- {} -", backward_text(link));
}

void TracePage::chains() {
    heading("CHAINS TO LISTED PARTIES");
    line(2, "They show a way, and decide nothing.");
    if (trace_.chains.empty()) line(2, "None was found.");
    if (trace_.cut) {
        line(
            2,
            "Not everybody was looked at: somebody on the way has more links than are followed, so "
            "there may be more notes and chains.");
    }
    for (const auto& chain : trace_.chains) {
        std::string text = name(chain.parties.front());
        for (std::size_t i = 0; i < chain.links.size(); ++i) {
            text += fmt::format(" {} {}", arrow(graph_.link(chain.links[i]), chain.parties[i]),
                                name(chain.parties[i + 1]));
        }
        line(2,
             fmt::format("{} ({}){}", text, listing_text(chain.listed), sources_.cite(chain.links)),
             "- ");
    }
}

void TracePage::sources() {
    const auto& entries = sources_.entries();
    heading("SOURCES, best first");
    if (sources_.cited().empty()) line(2, "None.");
    std::optional<Grade> grade;
    for (const auto number : sources_.cited()) {
        const auto& entry = entries[number - 1];
        if (grade != entry.grade) {
            line(2, fmt::format("{}: {}", to_text(entry.grade), meaning(entry.grade)));
            grade = entry.grade;
        }
        line(4, sources_.text(number), fmt::format("[{}] ", number));
    }
}

/// A share that one named holder can state is asked for before anybody looks for holders nobody
/// named; a parent before what would refute a note.
std::vector<std::string> TracePage::questions() {
    std::vector<std::string> asked;
    const auto ask = [&](std::string question) {
        if (std::find(asked.begin(), asked.end(), question) == asked.end()) {
            asked.push_back(std::move(question));
        }
    };
    const auto& open = trace_.ownership.open;
    for (const bool named : {true, false}) {
        for (const auto& stake : open) {
            if (stake.link.has_value() != named) continue;
            ask(stake.link ? fmt::format("{} It could be {}.{}", one_line(stake.question),
                                         percent_text(stake.part), sources_.cite(*stake.link))
                           : one_line(stake.question));
        }
    }
    if (trace_.parent.known != Truth::Yes) {
        ask(fmt::format("Who controls {} in the end, and where are its headquarters?",
                        name(trace_.parent.party.value_or(trace_.party))));
    } else if (trace_.parent.headquarters.empty()) {
        ask(fmt::format("Where are the headquarters of {}?",
                        name(trace_.parent.party.value_or(trace_.party))));
    }
    return asked;
}

}  // namespace

std::string trace_text(const LinkGraph& graph, const Trace& trace, std::size_t width,
                       bool explain) {
    return TracePage(graph, trace, width, explain).write();
}

}  // namespace cordon::links
