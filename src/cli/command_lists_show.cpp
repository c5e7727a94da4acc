// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>

#include "base/text.h"
#include "cli/command_lists.h"
#include "cli/exit_code.h"

namespace cordon::cli {

namespace {

/// Names by what the publisher calls them: plain ones, weak ones, former ones.
void write_names(Page& page, const lists::Listing& listing) {
    const auto has = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    std::vector<std::string> plain;
    for (const auto& alias : listing.aliases) {
        const bool special = has(listing.weak_aliases, alias) || has(listing.former_names, alias);
        if (!special) plain.push_back(alias);
    }
    if (!plain.empty()) page.line(4, "also " + list_of(plain));
    if (!listing.former_names.empty()) page.line(4, "formerly " + list_of(listing.former_names));
    if (!listing.weak_aliases.empty()) {
        page.line(4, "weak aliases " + list_of(listing.weak_aliases));
    }
}

void write_field(Page& page, const lists::Listing& listing, std::string_view field,
                 const std::string& label) {
    for (const auto& [name, values] : lists::fields_of(listing)) {
        if (name == field && !values.empty()) page.line(4, label + " " + list_of(values));
    }
}

void write_listing(Page& page, const lists::Listing& listing, const lists::Hit& hit) {
    page.line(4, "matched \"" + hit.matched_name + "\"" + (hit.alias ? " (alias)" : ""));
    write_names(page, listing);
    for (const auto& address : listing.addresses) page.line(4, address, "- ");
    write_field(page, listing, "identifiers", "numbers:");
    write_field(page, listing, "born", "born");
    write_field(page, listing, "birthplaces", "born in");
    if (const auto days = cited(listing); !days.empty()) page.line(4, days);
    for (const auto& note : listing.footnotes) {
        page.line(4, "footnote " + note.number +
                         (note.from ? " from " + note.from->to_iso() : ", day not known"));
    }
    write_field(page, listing, "programmes", "programmes:");
    if (!listing.requirement_text.empty()) page.line(4, listing.requirement_text);
    if (!listing.review_policy_text.empty()) page.line(4, listing.review_policy_text);
    if (!listing.note.empty()) page.line(4, listing.note);
    page.line(4, "read from " + listing.source, "", Colour::Dim);
}

}  // namespace

std::string cited(const lists::Listing& listing) {
    std::vector<std::string> parts;
    if (!listing.citation.empty()) parts.push_back(listing.citation);
    if (listing.effective) {
        parts.push_back("effective " + listing.effective->to_iso() +
                        (listing.effective_is_publication
                             ? " (publication; the rule may have taken effect earlier)"
                             : ""));
    }
    if (listing.ended) parts.push_back("ended " + listing.ended->to_iso());
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

int lists_show(const Common& common, const ListOptions& options) {
    auto day = day_option(options.as_of, "--as-of");
    if (!day) return complain(day.error(), kUsage);
    const auto known = day_option(options.known_as_of, "--known-as-of");
    if (!known) return complain(known.error(), kUsage);
    const lists::Store store(common.home);
    auto snapshot = *known ? store.known_on(**known) : store.current();
    if (!snapshot) return complain(snapshot.error(), kBadInput);
    Page page(terminal_width());
    std::size_t shown = 0;
    for (const auto& hit : snapshot->look_up(options.name)) {
        const auto listing = snapshot->listing(hit.listing);
        const Truth held = *day ? listing.holds_on(**day) : Truth::Yes;
        if (held == Truth::No) continue;
        ++shown;
        page.line(0, listing.list + ": " + listing.name, "", Colour::Bold);
        if (held == Truth::Unknown)
            page.line(4, "whether it was in effect on that day cannot be told from this copy",
                      "? ");
        write_listing(page, listing, hit);
    }
    std::fputs(page.text().c_str(), stdout);
    if (*known) {
        std::printf("As known on %s: snapshot %s\n", (*known)->to_iso().c_str(),
                    snapshot->hash().c_str());
    }
    if (shown == 0) {
        std::printf(
            "No listing has exactly this name. That is not a clearance: spelling and script may "
            "differ.\n");
    }
    return shown == 0 ? kClear : kReview;
}

}  // namespace cordon::cli
