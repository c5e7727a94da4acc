// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "cli/matching.h"
#include "cli/page.h"
#include "screening/match_document.h"

namespace cordon::cli {

using screening::Match;
using screening::Strength;

namespace {

/// 934 as "93.4".
std::string percent(std::uint16_t thousandths) {
    return fmt::format("{}.{}", thousandths / 10, thousandths % 10);
}

/// What speaks for and against, in a few words.
std::string why(const Match& match) {
    std::vector<std::string> parts;
    for (const auto& support : match.supports) parts.push_back(support.because);
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : "; ") + part;
    return text;
}

/// Entries told so far. Two sources may print one entry of a list; it is told once.
class Told {
public:
    explicit Told(const lists::Snapshot& snapshot) : snapshot_(snapshot) {}

    /// Did another source tell this entry before? What one source prints twice is two entries.
    bool again(const lists::Listing& listing, std::uint32_t index) {
        const auto source = snapshot_.source_of(index);
        const auto [at, fresh] = first_.emplace(key_of(listing), source);
        return !fresh && at->second != source;
    }

private:
    static std::string key_of(const lists::Listing& listing) {
        std::vector<std::string> parts = {listing.list, lists::name_key(listing.name)};
        const auto add = [&](std::vector<std::string> texts) {
            std::sort(texts.begin(), texts.end());
            parts.push_back(list_of(texts));
        };
        add(listing.countries);
        std::vector<std::string> births, footnotes;
        for (const auto& born : listing.born) {
            births.push_back(born.first.to_iso() + born.last.to_iso());
        }
        for (const auto& footnote : listing.footnotes) footnotes.push_back(footnote.number);
        add(std::move(births));
        add(std::move(footnotes));
        std::string key;
        for (const auto& part : parts) key += part + '\n';
        return key;
    }

    const lists::Snapshot& snapshot_;
    std::map<std::string, std::uint32_t> first_;  ///< the source that told the entry first
};

Colour colour_of(Strength strength) {
    switch (strength) {
        case Strength::Confirmed:
        case Strength::Probable:
            return Colour::Red;
        case Strength::Possible:
            return Colour::Yellow;
    }
    return Colour::Plain;
}

void write_alignment(Page& page, const screening::Explained& explained) {
    const Json document = screening::to_json({}, {}, {}, &explained);
    const Json* told = document.find("explanation");
    if (told == nullptr) return;
    for (const auto& pair : rows_of(*told, "aligned")) {
        page.line(6, fmt::format("{} = {}   {}, {} points", text_of(pair, "party"),
                                 text_of(pair, "listed"), text_of(pair, "bridge"),
                                 text_of(pair, "points")));
    }
    const auto alone = [&](std::string_view key, std::string_view whose) {
        for (const auto& token : rows_of(*told, key)) {
            page.line(6, fmt::format("{} ({}) stands only in the {}", text_of(token, "text"),
                                     text_of(token, "role"), whose));
        }
    };
    alone("party_alone", "party's name");
    alone("listed_alone", "listed name");
    for (const auto& penalty : rows_of(*told, "penalties")) {
        page.line(6, fmt::format("lowered to {} of 1000: {} ({})", text_of(penalty, "factor"),
                                 spaced(text_of(penalty, "name")), text_of(penalty, "because")));
    }
}

void write_match(Page& page, const MatchContext& context, const Match& match) {
    const auto listing = context.snapshot.listing(match.listing);
    std::string head(to_text(match.strength));
    if (match.raw > 0) head += " " + percent(match.shown);
    page.line(2, head + "   " + screening::named(listing), "", colour_of(match.strength));
    if (match.alias) page.line(4, "met as " + match.matched_name);
    if (context.day && listing.holds_on(*context.day) == Truth::Unknown) {
        page.line(4, "whether it was in effect on that day cannot be told from this copy");
    }
    if (const auto explained = context.matcher.explain(match)) write_alignment(page, *explained);
    for (const auto& support : match.supports) {
        page.line(4, support.because,
                  support.agrees == Truth::Yes  ? "+ "
                  : support.agrees == Truth::No ? "- "
                                                : "? ");
    }
    if (!listing.requirement_text.empty()) page.line(4, listing.requirement_text);
    if (!listing.review_policy_text.empty()) page.line(4, listing.review_policy_text);
    if (!match.question.empty()) page.line(4, match.question, "", Colour::Bold);
}

}  // namespace

std::string match_line(const MatchContext& context, const Found& found, bool explain) {
    Json matches = Json::array();
    for (const auto& match : found.matches) {
        const auto listing = context.snapshot.listing(match.listing);
        const auto explained = explain ? context.matcher.explain(match) : std::nullopt;
        auto json =
            screening::to_json(match, listing, context.day, explained ? &*explained : nullptr);
        json.add("entry_hash", Json::of_text(screening::entry_hash(listing)));
        matches.push(std::move(json));
    }
    Json document = Json::object();
    document.add("name", Json::of_text(found.party.query.names.front()))
        .add("party_key", Json::of_text(screening::party_key(found.party.query)))
        .add("day", Json::of_text(context.asked.to_iso()))
        .add("matches", std::move(matches))
        .add("profile", Json::of_text(context.profile.name))
        .add("profile_hash", Json::of_text(context.profile.hash))
        .add("lists", Json::of_text(context.snapshot.hash()))
        .add("reviews", Json::of_text(context.reviews.hash()));
    return write_json(document);
}

std::string match_page(const MatchContext& context, const Found& found) {
    Page page(terminal_width());
    page.line(0, found.party.query.names.front(), "", Colour::Bold);
    if (found.matches.empty()) {
        page.line(2, fmt::format("No listed name is like this at profile {}. That is no clearance: "
                                 "owners, addresses and new lists are separate questions.",
                                 context.profile.name));
    }
    Told told(context.snapshot);
    for (const auto& match : found.matches) {
        const auto listing = context.snapshot.listing(match.listing);
        if (!told.again(listing, match.listing)) write_match(page, context, match);
    }
    return page.text();
}

std::vector<std::vector<std::string>> match_rows(const MatchContext& context, const Found& found) {
    std::vector<std::vector<std::string>> rows;
    Told told(context.snapshot);
    const auto& name = found.party.query.names.front();
    if (found.matches.empty()) rows.push_back({name, "none", "", "", "", ""});
    for (const auto& match : found.matches) {
        const auto listing = context.snapshot.listing(match.listing);
        if (told.again(listing, match.listing)) continue;
        std::string listed = match.matched_name.empty() ? listing.name : match.matched_name;
        if (listed != listing.name) listed += " (" + listing.name + ")";
        rows.push_back({name, std::string(to_text(match.strength)),
                        match.raw == 0 ? "" : percent(match.shown), listed, listing.list,
                        why(match)});
    }
    return rows;
}

}  // namespace cordon::cli
