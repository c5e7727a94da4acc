// SPDX-License-Identifier: Apache-2.0
// What an officer reads first stands first: the class of each meaning beside the maker's ECCN, then
// where these disagree, then the figures, then paragraph by paragraph. A paragraph that does not
// apply takes one line; by how much the figures miss its limits is said once, where none applies.
#include "cli/classify_page.h"

#include <algorithm>

#include "base/text.h"
#include "cli/page.h"
#include "cli/table.h"

namespace cordon::cli {

namespace {

std::string fact_of(const Json& facts, std::string_view name) {
    for (const auto& row : facts.items) {
        if (text_of(row, "fact") == name) return text_of(row, "value");
    }
    return "";
}

/// Without the unit, which stands in the header, and cut for a table: "19.449…".
std::string amount_of(const Json& facts, std::string_view name, std::string_view unit) {
    std::string text = fact_of(facts, name);
    if (text.ends_with(unit)) text.resize(text.size() - unit.size());
    while (text.ends_with(' ')) text.pop_back();
    constexpr std::size_t kDecimals = 3;
    const auto point = text.find('.');
    const bool endless = text.ends_with("…") && text.find(' ') == std::string::npos;
    if (endless && point != std::string::npos) text = text.substr(0, point + 1 + kDecimals) + "…";
    return text;
}

/// "4A090.a and 'a' type; perhaps .z (a)": what applies to one meaning and what may.
std::string classes_of(const Json& json, std::size_t meaning) {
    std::vector<std::string> sure, open;
    for (const auto& row : rows_of(json, "classification")) {
        const auto& meanings = rows_of(row, "meanings");
        const auto answer = meaning < meanings.size() ? text_of(meanings[meaning], "answer") : "";
        if (answer == "applies") sure.push_back(text_of(row, "eccn"));
        if (answer == "cannot_tell") open.push_back(text_of(row, "eccn"));
    }
    if (sure.empty() && open.empty()) return "outside 3A090 and 4A090";
    std::string text = list_of(sure);
    if (open.empty()) return text;
    return text + (text.empty() ? "perhaps " : "; perhaps ") + list_of(open);
}

/// One row a meaning; of an item with several ICs a row for each.
void write_meanings(Page& page, const Json& json, std::uint32_t width) {
    Table table({"meaning", "maker's ECCN", "TPP", "TPP/mm2", "I/O GB/s", "memory GB/s",
                 "data centre", "class"},
                Table::Last::Prose);
    const auto& meanings = rows_of(json, "meanings");
    for (std::size_t k = 0; k < meanings.size(); ++k) {
        std::vector<Json> devices = rows_of(meanings[k], "devices");
        if (devices.empty()) devices.push_back(Json::array());
        auto id = text_of(meanings[k], "catalogue");
        if (id.empty()) id = "as stated";
        const Json* facts = meanings[k].find("facts");
        const auto eccn = facts == nullptr ? "" : fact_of(*facts, "vendor_eccn");
        for (const Json& device : devices) {
            const bool first = &device == &devices.front();
            table.add({first ? id : "and", first ? (eccn.empty() ? "not stated" : eccn) : "",
                       amount_of(device, "tpp", "TPP"),
                       amount_of(device, "performance_density", "TPP/mm2"),
                       amount_of(device, "io_rate", "GB/s"),
                       amount_of(device, "memory_bandwidth", "GB/s"),
                       fact_of(device, "designed_for_datacenter"),
                       first ? classes_of(json, k) : "in the same item"});
        }
    }
    page.verbatim(table.to_text(width));
}

std::string cited(const Json& row) {
    return text_of(row, "cite") + "; " + text_of(row, "source") + " (" +
           text_of(row, "confidence") + ")";
}

/// What rules remark about the item, once each, naming the meanings where there are several.
void write_rule_notes(Page& page, const Json& json) {
    const auto& notes = rows_of(json, "rule_notes");
    if (notes.empty()) return;
    const bool several = rows_of(json, "meanings").size() > 1;
    page.heading("Worth knowing");
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const auto same = [&](const Json& other) {
            return text_of(other, "provision") == text_of(notes[i], "provision");
        };
        if (std::any_of(notes.begin(), notes.begin() + static_cast<std::ptrdiff_t>(i), same))
            continue;
        std::vector<std::string> meanings;
        for (const auto& note : notes) {
            if (same(note)) meanings.push_back(text_of(note, "meaning"));
        }
        page.line(4,
                  text_of(notes[i], "says") + (several ? " Of " + list_of(meanings) + "." : "") +
                      " [" + cited(notes[i]) + "]",
                  "! ");
        if (const Json* conditions = notes[i].find("conditions"); conditions && !several) {
            write_conditions(page, *conditions, 8);
        }
    }
}

void write_classes(Page& page, const Json& json, const std::string& day) {
    page.heading("Under the text of " + day);
    const bool single = rows_of(json, "meanings").size() == 1;
    std::vector<std::string> outside;
    std::vector<const Json*> open, failed;
    for (const auto& row : rows_of(json, "classification")) {
        const Json* conditions = rows_of(row, "meanings").front().find("conditions");
        const auto answer = text_of(row, "answer");
        if (answer == "does_not_apply") {
            outside.push_back(text_of(row, "eccn"));
            failed.push_back(conditions);
        } else if (answer == "applies") {
            page.line(4, text_of(row, "eccn") + " applies   " + cited(row), "! ");
            if (single) write_conditions(page, *conditions, 8);
        } else {
            page.line(4, text_of(row, "eccn") + " cannot be told   " + cited(row), "? ");
            open.push_back(conditions);
        }
    }
    const bool silent = rows_of(json, "classification").empty();
    if (silent) page.line(4, "no paragraph speaks of advanced computing items", "x ");
    if (!outside.empty()) page.line(4, "does not apply: " + list_of(outside), "x ");
    if (!single || silent) return;
    if (!open.empty()) {
        page.heading("What is not known");
        write_conditions(page, open, 4);
    } else if (failed.size() == rows_of(json, "classification").size()) {
        page.heading("The figures against the limits");
        write_figures(page, failed, 4);
    }
}

std::string name_of(const Json& json) {
    const auto item = text_of(json, "item");  // "item 1 (H20)", or "item 1" without a name
    const auto open = item.find('(');
    if (open == std::string::npos) return "The item as stated";
    return item.substr(open + 1, item.size() - open - 2);
}

}  // namespace

std::string classified_page(const Json& json, const std::string& day, std::uint32_t width) {
    Page page(width);
    page.heading(name_of(json));
    write_meanings(page, json, width);
    write_rule_notes(page, json);
    const auto& meanings = rows_of(json, "meanings");
    if (meanings.size() == 1 && !rows_of(meanings.front(), "worksheet").empty()) {
        page.heading("Arithmetic");
        for (const auto& step : rows_of(meanings.front(), "worksheet")) page.line(4, step.text);
    }
    write_classes(page, json, day);
    const auto& notes = rows_of(json, "notes");
    if (!notes.empty()) page.heading("Notes");
    for (const auto& note : notes) page.line(4, note.text, "- ");
    return page.text();
}

}  // namespace cordon::cli
