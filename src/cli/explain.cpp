// SPDX-License-Identifier: Apache-2.0
#include "cli/explain.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "cli/page.h"

namespace cordon::cli {

namespace {

std::string upper(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

/// "15 CFR 744.23(a)(3), from 2023-11-17, 88 FR 73458 (P)" with what is doubtful about it.
std::string citation(const Json& row) {
    std::string text = text_of(row, "cite") + "; " + text_of(row, "version") + "; " +
                       text_of(row, "source") + " (" + text_of(row, "confidence") + ")";
    const auto status = text_of(row, "status");
    if (!status.empty() && status != "in_force") text += "; STATUS " + upper(spaced(status));
    if (const Json* text_public = row.find("public_text"); text_public != nullptr) {
        text += "; text not public";
    }
    return text;
}

void write_finding(Page& page, const Json& finding) {
    const auto answer = text_of(finding, "answer");
    const std::string_view mark = answer == "applies" ? "! " : "? ";
    std::string says = text_of(finding, "says");
    if (answer == "cannot_tell") says = "Open: " + says;
    if (finding.find("covered_by_exception") != nullptr) says += " (covered by an exception below)";
    page.line(4, says, mark);
    page.line(6, text_of(finding, "of") + ". " + citation(finding), "", Colour::Dim);
    if (const Json* conditions = finding.find("conditions")) write_conditions(page, *conditions, 8);
    if (!text_of(finding, "status_note").empty())
        page.line(6, text_of(finding, "status_note"), "- ");
    if (!text_of(finding, "note").empty()) page.line(6, text_of(finding, "note"), "- ");
}

void write_gates(Page& page, const Json& json) {
    page.heading("GATES");
    for (const auto& gate : rows_of(json, "gates")) {
        const auto outcome = text_of(gate, "outcome");
        const auto& findings = rows_of(gate, "findings");
        const std::string word = outcome == "no_licence_required" ? "clear" : spaced(outcome);
        page.verbatim("  " + padded(spaced(text_of(gate, "gate")), 14) +
                      coloured(word, verdict_colour(outcome)) + "\n");
        for (const auto& finding : findings) write_finding(page, finding);
        const auto& clear = rows_of(gate, "does_not_apply");
        if (!clear.empty() && findings.empty()) {
            std::vector<std::string> ids;
            for (const auto& row : clear) ids.push_back(text_of(row, "cite"));
            std::sort(ids.begin(), ids.end());
            ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
            std::string asked;
            for (const auto& id : ids) asked += (asked.empty() ? "" : " · ") + id;
            page.line(4, "asked, none applies: " + asked, "", Colour::Dim);
        }
    }
}

void write_exceptions(Page& page, const Json& json) {
    const auto& exceptions = rows_of(json, "exceptions");
    if (exceptions.empty()) return;
    page.heading("EXCEPTIONS TRIED");
    for (const auto& exception : exceptions) {
        const auto answer = text_of(exception, "answer");
        page.line(4,
                  padded(text_of(exception, "symbol"), 8) + spaced(answer) + " for " +
                      text_of(exception, "of") + "; " + text_of(exception, "cite"),
                  answer == "available"     ? "+ "
                  : answer == "cannot_tell" ? "? "
                                            : "x ");
        std::size_t shown = 0;
        for (const auto& reason : rows_of(exception, "fails_on")) {
            constexpr std::size_t kReasonsShown = 6;
            if (++shown > kReasonsShown) break;
            write_conditions(page, reason, 8);
        }
    }
}

void write_missing(Page& page, const Json& json) {
    const auto& missing = rows_of(json, "missing");
    if (missing.empty()) return;
    page.heading("WHAT IS NOT KNOWN, most decisive first");
    std::size_t number = 0;
    for (const auto& fact : missing) {
        const auto from = text_of(fact, "comes_from");
        const auto of = text_of(fact, "of");
        page.line(6,
                  text_of(fact, "fact") + (of == "transaction" ? "" : " of " + of) + ": " +
                      text_of(fact, "means") + (from.empty() ? "" : "; from " + from),
                  std::to_string(++number) + ". ");
    }
}

void write_changes(Page& page, const Json& json) {
    const auto& changes = rows_of(json, "would_change");
    if (changes.empty()) return;
    page.heading("WHAT THE VERDICT RESTS ON: single facts that would change it");
    std::size_t shown = 0;
    constexpr std::size_t kChangesShown = 24;
    for (const auto& change : changes) {
        if (++shown > kChangesShown) {
            page.line(4, std::to_string(changes.size() - kChangesShown) + " more with --json",
                      "- ");
            break;
        }
        std::vector<std::string> instead;
        for (const auto& value : rows_of(change, "instead")) instead.push_back(value.text);
        const auto of = text_of(change, "of");
        page.line(4,
                  text_of(change, "fact") + (of == "transaction" ? "" : " of " + of) + ": now " +
                      text_of(change, "now") + "; if " + list_of(instead) + ": " +
                      spaced(text_of(change, "outcome")),
                  "- ");
    }
}

void write_rows(Page& page, const Json& json, std::string_view key, std::string_view heading) {
    const auto& rows = rows_of(json, key);
    if (rows.empty()) return;
    page.heading(heading);
    std::set<std::string> seen;
    for (const auto& row : rows) {
        std::string text;
        if (text_of(row, "kind") == "does_not_count") text = "Does not count on this day: ";
        if (text_of(row, "kind") == "provider_policy") text = "Provider's own policy, not law: ";
        if (text_of(row, "answer") == "cannot_tell") text += "Perhaps: ";
        text += text_of(row, "says");
        if (!text_of(row, "ask").empty()) text += " Ask: " + text_of(row, "ask");
        if (row.find("cite") != nullptr) text += " [" + citation(row) + "]";
        if (!seen.insert(text).second) continue;
        page.line(4, text, "- ");
        const Json* conditions = row.find("conditions");
        if (conditions != nullptr && text_of(row, "kind") == "note") {
            write_conditions(page, *conditions, 8);
        }
    }
}

void write_items(Page& page, const Json& json) {
    page.heading("ITEMS");
    for (const auto& item : rows_of(json, "items")) {
        page.line(2, text_of(item, "item"));
        for (const auto& row : rows_of(item, "classes")) {
            page.line(
                6, text_of(row, "eccn") + ": " + text_of(row, "says") + " [" + citation(row) + "]",
                text_of(row, "answer") == "applies" ? "! " : "? ");
        }
        for (const auto& meaning : rows_of(item, "meanings")) {
            const auto id = text_of(meaning, "catalogue");
            if (!id.empty()) page.line(6, "catalogue entry " + id, "- ");
            for (const auto& step : rows_of(meaning, "worksheet")) page.line(8, step.text);
        }
        for (const auto& note : rows_of(item, "notes")) page.line(6, note.text, "- ");
    }
}

void write_parties(Page& page, const Json& json) {
    page.heading("PARTIES");
    for (const auto& party : rows_of(json, "parties")) {
        page.line(2, text_of(party, "party"));
        if (rows_of(party, "listings").empty()) page.line(6, "no listing of this name", "- ");
        for (const auto& listing : rows_of(party, "listings")) {
            std::string text = spaced(text_of(listing, "list")) + ": " + text_of(listing, "name") +
                               ", " + text_of(listing, "citation");
            if (!text_of(listing, "effective").empty())
                text += ", effective " + text_of(listing, "effective");
            if (!text_of(listing, "effective_note").empty())
                text += " (" + text_of(listing, "effective_note") + ")";
            if (!text_of(listing, "review_policy").empty())
                text += ", " + spaced(text_of(listing, "review_policy"));
            if (!text_of(listing, "inherited_from").empty())
                text += ", through " + text_of(listing, "inherited_from");
            if (text_of(listing, "confirmed") == "unknown")
                text += "; a person must decide whether this is the party";
            page.line(6, text, "! ");
        }
    }
}

}  // namespace

namespace {

/// "policy of denial", where a review policy only says that the entry decides.
std::string policy_words(const Json& review, const Json& json) {
    const auto policy = text_of(review, "policy");
    if (policy == "none") return "in the words of the entry";
    std::string words = spaced(policy), entries;
    if (policy != "per_entry") return words;
    for (const auto& party : rows_of(json, "parties")) {
        if (text_of(party, "party") != text_of(review, "of")) continue;
        for (const auto& listing : rows_of(party, "listings")) {
            const auto entry = spaced(text_of(listing, "review_policy"));
            if (entry.empty() || entries.find(entry) != std::string::npos) continue;
            entries += (entries.empty() ? "" : ", ") + entry;
        }
    }
    return entries.empty() ? words : words + " (" + entries + ")";
}

}  // namespace

std::string verdict_words(std::string_view outcome) {
    return upper(spaced(std::string(outcome)));
}

Colour verdict_colour(std::string_view outcome) {
    if (outcome == "prohibited" || outcome == "licence_required") return Colour::Red;
    if (outcome == "hold" || outcome == "cannot_tell") return Colour::Yellow;
    return Colour::Green;
}

std::string explained(const Json& json, std::uint32_t width) {
    Page page(width);
    const Json* receipt = json.find("receipt");
    const Json* input = json.find("input");
    const auto outcome = text_of(json, "outcome");
    page.rule("═");
    page.line(0, "Transaction " + text_of(json, "transaction") + ": law of " +
                     text_of(*receipt, "law_day") + " " + spaced(text_of(*receipt, "reading")) +
                     ", lists of " + text_of(*receipt, "lists_day"));
    if (input != nullptr && !text_of(*input, "narrative").empty())
        page.line(0, text_of(*input, "narrative"));
    page.heading("VERDICT   " + verdict_words(outcome));
    page.line(4, text_of(json, "headline"));
    const auto other = text_of(json, "outcome_if_unconfirmed_rules_fall");
    if (!other.empty()) {
        page.line(4, "Rests on a rule whose status is unconfirmed; without it: " +
                         verdict_words(other) + ". The conservative answer counts.");
    }
    for (const auto& review : rows_of(json, "review_policies")) {
        page.line(4, "Review: " + policy_words(review, json) +
                         (text_of(review, "answer") == "cannot_tell" ? " (open)" : "") + ". " +
                         text_of(review, "says") + " [" + citation(review) + "]");
    }
    write_gates(page, json);
    write_rows(page, json, "flags", "FLAGS");
    write_exceptions(page, json);
    write_missing(page, json);
    write_changes(page, json);
    write_items(page, json);
    write_parties(page, json);
    write_rows(page, json, "duties", "DUTIES IF IT GOES");
    write_rows(page, json, "notes", "NOTES");
    page.heading("RECEIPT");
    page.line(4, "cordon " + text_of(*receipt, "engine") + ", rules " +
                     text_of(*receipt, "rules").substr(0, 12) + ", lists " +
                     text_of(*receipt, "lists").substr(0, 12) + ", catalogue " +
                     text_of(*receipt, "catalogue").substr(0, 12) + ", input " +
                     text_of(*receipt, "input").substr(0, 12) + ", digest " +
                     text_of(*receipt, "digest").substr(0, 12));
    page.line(4, "Confidence: P primary text seen, S secondary, R recollected. Not legal advice.",
              "", Colour::Dim);
    page.blank();
    return page.text();
}

}  // namespace cordon::cli
