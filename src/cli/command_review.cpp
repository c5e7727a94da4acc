// SPDX-License-Identifier: Apache-2.0
// Decisions of reviewers: one line behind the others for each, and what they come to on a day.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <map>

#include "base/code_points.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/matching.h"
#include "cli/table.h"
#include "cli/today.h"
#include "lists/store.h"
#include "screening/match_document.h"

namespace cordon::cli {

namespace {

using screening::Review;
using screening::Reviews;

struct ReviewOptions {
    std::vector<std::string> names, countries;
    std::string list, id, reason, by, on, until, as_of, reviews;
    bool same = false;
};

/// What is kept as evidence and shown at a terminal is one line of text that can be read.
Status readable(const std::string& text, const std::string& option) {
    if (trimmed(text).empty()) {
        return wrong_option("the text is empty", "a text",
                            "a decision must say who made it, of whom and why", option);
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto place = fmt::format("at byte {}", at + 1);
        const auto c = next_code_point(text, at);
        if (c == kFault) {
            return wrong_option("the text is no UTF-8 " + place, "text in UTF-8",
                                "type it anew, or set the terminal to UTF-8", option);
        }
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
            return wrong_option(fmt::format("the text has the control character U+{:04X} {}",
                                            static_cast<std::uint32_t>(c), place),
                                "one line of text", "take it out", option);
        }
    }
    return std::monostate{};
}

/// The one entry of this list and id.
Result<lists::Listing> entry_of(const lists::Snapshot& snapshot, const ReviewOptions& options) {
    TRY(known_lists({options.list}, {&snapshot}));
    std::vector<std::string> ids;
    for (std::uint32_t i = 0; i < snapshot.size(); ++i) {
        auto listing = snapshot.listing(i);
        if (listing.list != options.list) continue;
        if (listing.id == options.id) return listing;
        ids.push_back(std::move(listing.id));
    }
    const auto near = nearest(options.id, ids);
    return wrong_option("no entry of " + options.list + " has the id \"" + options.id + "\"",
                        "an id such as " + ids.front(),
                        near.empty()
                            ? "cordon match --json gives the id of each match as \"listing\""
                            : "perhaps \"" + near + "\" was meant",
                        "--id");
}

/// The party as matching and screening would ask for it: its key must be theirs.
Result<screening::PartyQuery> party_of(const ReviewOptions& options) {
    for (const auto& name : options.names) TRY(readable(name, "--party"));
    MatchOptions known;
    known.countries = options.countries;
    auto party = TRY(given_party(known, options.names.front()));
    party.query.names = options.names;
    return party.query;
}

Result<Review> review_of(const ReviewOptions& options, const lists::Listing& entry) {
    const auto party = TRY(party_of(options));
    TRY(readable(options.reason, "--reason"));
    TRY(readable(options.by, "--by"));
    Review review;
    review.party = screening::party_key(party);
    review.party_name = party.names.front();
    review.listing = entry.id;
    review.listing_hash = screening::entry_hash(entry);
    review.same = options.same;
    review.reason = trimmed(options.reason);
    review.by = trimmed(options.by);
    review.on = TRY(day_option(options.on, "--on")).value_or(today());
    if (today() < review.on) {
        return wrong_option(review.on.to_iso() + " is still to come",
                            "a day up to " + today().to_iso(), "leave --on out, or correct the day",
                            "--on");
    }
    review.until = TRY(day_option(options.until, "--until"));
    if (review.until && *review.until < review.on) {
        return wrong_option("the decision would end before it is made",
                            "a day from " + review.on.to_iso() + " on", "", "--until");
    }
    return review;
}

int decide(const Common& common, const ReviewOptions& options) {
    const lists::Store store(common.home);
    const auto snapshot = store.current();
    if (!snapshot) return complain(snapshot.error(), kBadInput);
    const auto entry = entry_of(*snapshot, options);
    if (!entry) return complain(entry.error(), kUsage);
    const auto review = review_of(options, *entry);
    if (!review) return complain(review.error(), kUsage);
    const auto path = reviews_file(common, options.reviews);
    const auto before = Reviews::read(path);
    // Nothing is added to a file nobody can read.
    if (!before) return complain(before.error(), kBadInput);
    if (options.reviews.empty()) {
        std::error_code ignored;  // The write tells of it.
        std::filesystem::create_directories(common.home, ignored);
    }
    if (const auto status = Reviews::append(path, *review); !status) {
        return complain(status.error(), kCannotWrite);
    }
    std::printf("%s is %s %s\nDecided by %s on %s%s; kept in %s\n", review->party_name.c_str(),
                review->same ? "the same as" : "not", screening::named(*entry).c_str(),
                review->by.c_str(), review->on.to_iso().c_str(),
                review->until ? (", until " + review->until->to_iso()).c_str() : "", path.c_str());
    const auto* later = before->find(review->party, *entry, {}).review;
    if (later != nullptr && review->on < later->on) {
        std::printf(
            "It is overtaken: %s decided on %s that it is %s, and the latest by its day "
            "is taken\n",
            later->by.c_str(), later->on.to_iso().c_str(),
            later->same ? "the same" : "not the same");
    }
    return kClear;
}

/// What the decision comes to on a day.
std::string state_of(const Review& review, const Reviews& reviews, const lists::Listing* entry,
                     Date day) {
    if (day < review.on) return "made later";
    if (entry == nullptr) return "the entry is gone";
    const auto found = reviews.find(review.party, *entry, {day, day});
    if (found.review != &review) return "overtaken";
    if (found.state != Reviews::State::Lapsed) return "counts";
    return review.until && *review.until < day ? "has ended" : "lapsed: the entry changed";
}

int list_decisions(const Common& common, const ReviewOptions& options) {
    const auto day = day_option(options.as_of, "--as-of");
    if (!day) return complain(day.error(), kUsage);
    const auto path = reviews_file(common, options.reviews);
    const auto reviews = Reviews::read(path);
    if (!reviews) return complain(reviews.error(), kBadInput);
    if (reviews->all().empty()) {
        std::printf("No decisions in %s\n", path.c_str());
        return kClear;
    }
    const lists::Store store(common.home);
    const auto snapshot = store.current();
    if (!snapshot) return complain(snapshot.error(), kBadInput);
    std::map<std::string, std::optional<lists::Listing>> entries;
    for (const auto& review : reviews->all()) entries.try_emplace(review.listing);
    for (std::uint32_t i = 0; i < snapshot->size(); ++i) {
        auto listing = snapshot->listing(i);
        const auto at = entries.find(listing.id);
        if (at != entries.end() && !at->second) at->second = std::move(listing);
    }
    Table table({"on", "by", "party", "decision", "entry", "state", "reason"}, Table::Last::Prose);
    for (const auto& review : reviews->all()) {
        const auto& entry = entries.at(review.listing);
        table.add({review.on.to_iso(), review.by, review.party_name,
                   review.same ? "same" : "different",
                   entry ? screening::named(*entry) : review.listing,
                   state_of(review, *reviews, entry ? &*entry : nullptr, day->value_or(today())),
                   review.reason});
    }
    std::fputs(table.to_text(terminal_width()).c_str(), stdout);
    return kClear;
}

using Options = std::shared_ptr<ReviewOptions>;

void add_decision(CLI::App& review, const char* name, const char* what, const Common& common,
                  const Options& options, Run& run) {
    auto* command = review.add_subcommand(name, what);
    const auto needed = [&](const char* option, auto& into, const char* says, const char* type) {
        return command->add_option(option, into, says)->required()->type_name(type);
    };
    const auto text = [&](const char* option, auto& into, const char* says, const char* type) {
        command->add_option(option, into, says)->type_name(type);
    };
    // With extra arguments "[Foo,Bar]" would be read as two names.
    constexpr int kNamesMax = 1 << 20;
    needed("--party", options->names, "The party as it was written: its name, then its aliases",
           "NAME ...")
        ->expected(1, kNamesMax)
        ->allow_extra_args(false);
    text("--country", options->countries, "Countries it was asked about with", "CC");
    needed("--list", options->list, "List of the entry (entity_list, sdn …)", "LIST");
    needed("--id", options->id, "Id of the entry: \"listing\" of cordon match --json", "ID");
    needed("--reason", options->reason, "Why, in a sentence", "TEXT");
    needed("--by", options->by, "Who decides", "NAME");
    text("--on", options->on, "Day of the decision (default: today)", "DAY");
    text("--until", options->until, "Last day on which it may be used", "DAY");
    text("--reviews", options->reviews, "File of decisions (default: in the home)", "FILE");
    const bool same = std::string_view(name) == "same";
    command->callback([&common, options, same, &run] {
        options->same = same;
        run = [&common, options] { return decide(common, *options); };
    });
}

}  // namespace

void add_review(CLI::App& app, const Common& common, Run& run) {
    auto* review = app.add_subcommand(
        "review", "Record whether a party is the listed one: same, different, list");
    review->require_subcommand(1);
    const auto options = std::make_shared<ReviewOptions>();
    add_decision(*review, "same", "The party is the listed one", common, options, run);
    add_decision(*review, "different", "The party is not the listed one", common, options, run);
    auto* list = review->add_subcommand("list", "The decisions, and which of them count");
    list->add_option("--as-of", options->as_of, "The day they are to count on (default: today)")
        ->type_name("DAY");
    list->add_option("--reviews", options->reviews, "File of decisions (default: in the home)")
        ->type_name("FILE");
    list->callback([&common, options, &run] {
        run = [&common, options] { return list_decisions(common, *options); };
    });
}

}  // namespace cordon::cli
