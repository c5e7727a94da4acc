// SPDX-License-Identifier: Apache-2.0
// A determination as one row of a table.
#include "cli/explain.h"
#include "cli/page.h"

namespace cordon::cli {

namespace {

/// A table has room for the gist; --explain has the whole.
std::string gist_of(const std::string& text) {
    constexpr std::size_t kRoom = 130;
    const auto cite = text.find(" [");
    const auto tail = text.rfind(" (and ");
    std::string gist = text.substr(0, cite);
    if (gist.size() > kRoom) gist = gist.substr(0, gist.rfind(' ', kRoom)) + " …";
    if (cite != std::string::npos && tail != std::string::npos && tail > cite)
        gist += text.substr(tail);
    return gist;
}

}  // namespace

Table summary_table() {
    return Table({"transaction", "date", "what", "verdict", "why"}, Table::Last::Prose);
}

void add_summary(Table& table, const Json& json) {
    const auto outcome = text_of(json, "outcome");
    const Json* input = json.find("input");
    std::string what;
    for (const auto& item : rows_of(json, "items")) {
        const auto name = text_of(item, "item");
        const auto open = name.find('(');
        if (!what.empty()) what += ", ";
        what += open == std::string::npos ? name : name.substr(open + 1, name.size() - open - 2);
    }
    if (input != nullptr) {
        if (const Json* route = input->find("route")) what += " to " + text_of(*route, "to");
    }
    const Json* receipt = json.find("receipt");
    table.add({text_of(json, "transaction"), text_of(*receipt, "law_day"), what, spaced(outcome),
               gist_of(text_of(json, "headline"))});
    table.colour(3, verdict_colour(outcome));
}

}  // namespace cordon::cli
