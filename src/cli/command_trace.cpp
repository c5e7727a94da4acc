// SPDX-License-Identifier: Apache-2.0
// Who stands behind a party: the graph this program brings, with what the home and the command line
// add, and the lists as they stood on the day.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/text.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/matching.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "cli/today.h"
#include "determination/graph_listing.h"
#include "links/trace_pages.h"
#include "lists/snapshot.h"
#include "lists/store.h"

namespace cordon::cli {

namespace {

using links::LinkGraph;
using links::PartyIndex;

struct TraceOptions {
    std::string party, as_of, known_as_of;
    std::vector<std::string> files;
    std::uint32_t depth = links::TraceLimits{}.depth;
    std::uint32_t chains = links::TraceOptions{}.chain_count;
    bool json = false, dot = false, svg = false, explain = false, more_than_half = false;
};

/// The one party that is meant, or an error that names those that may be.
Result<PartyIndex> party_meant(const LinkGraph& graph, const std::string& wanted) {
    const auto found = graph.find(wanted);
    if (found.size() == 1) return found.front();
    Error error{"", "the name or the id of one party in the graph of links", "", {}, {}};
    const auto offer = [&](PartyIndex party) {
        error.related.push_back({graph.party(party).id + ": " + graph.party(party).name, {}});
    };
    if (!found.empty()) {
        error.message = fmt::format("\"{}\" is the name of {} parties", wanted, found.size());
        error.remedy = "give the id of one of them";
        for (const auto party : found) offer(party);
        return error.at({"", 0, 0, "PARTY"});
    }
    // A part of a name will do where one party has it: the page says who was taken.
    constexpr std::size_t kOffered = 5;
    std::optional<PartyIndex> only;
    const auto key = lists::name_key(wanted);
    for (PartyIndex p = 0; p < graph.parties().size() && error.related.size() < kOffered; ++p) {
        const auto& party = graph.party(p);
        bool like = lists::name_key(party.name).find(key) != std::string::npos;
        for (const auto& alias : party.aliases) {
            like = like || lists::name_key(alias).find(key) != std::string::npos;
        }
        if (!like) continue;
        offer(p);
        only = p;
    }
    if (only && error.related.size() == 1) return *only;
    error.message = fmt::format("no link of \"{}\" is known", wanted);
    error.remedy = error.related.empty()
                       ? "that says nothing about the party: add what a registry says with --links"
                       : "give one of these, or add what a registry says with --links";
    return error.at({"", 0, 0, "PARTY"});
}

void print(const LinkGraph& graph, const links::Trace& trace, const TraceOptions& options) {
    std::string text;
    if (options.json) text = write_json(links::trace_json(graph, trace)) + "\n";
    if (options.dot) text = links::trace_dot(graph, trace);
    if (options.svg) text = links::trace_svg(graph, trace);
    if (text.empty()) text = links::trace_text(graph, trace, terminal_width(), options.explain);
    std::fputs(text.c_str(), stdout);
}

int trace_party(const Common& common, const TraceOptions& options) {
    const auto as_of = day_option(options.as_of, "--as-of");
    if (!as_of) return complain(as_of.error(), kUsage);
    const auto known = day_option(options.known_as_of, "--known-as-of");
    if (!known) return complain(known.error(), kUsage);
    const lists::Store store(common.home);
    const auto snapshot = store.current();
    if (!snapshot) return complain(snapshot.error(), kBadInput);
    bool refused = false;
    const auto graph = open_links(common, options.files, refused);
    if (!graph) return complain(graph.error(), kBadInput);
    const auto party = party_meant(*graph, options.party);
    if (!party) return complain(party.error(), kBadInput);

    determination::Screening screening;
    auto profile = screening::profile("balanced");
    if (!profile) return complain(profile.error(), kOurBug);
    screening.profile = std::move(*profile);
    auto corpus = screening::Corpus::open(*snapshot, screening.profile.weights, common.home);
    if (!corpus) return complain(corpus.error(), kBadInput);
    screening.corpus = std::make_shared<const screening::Corpus>(std::move(*corpus));
    auto reviews = screening::Reviews::read(reviews_file(common, ""));
    if (!reviews) return complain(reviews.error(), kBadInput);
    screening.reviews = std::move(*reviews);
    const auto recogniser = determination::Recogniser::create(*snapshot, screening);
    if (!recogniser) return complain(recogniser.error(), kOurBug);

    const links::AsOf when{as_of->value_or(today()), *known};
    links::TraceOptions wanted;
    wanted.limits.depth = options.depth;
    wanted.chain_count = options.chains;
    if (options.more_than_half) wanted.threshold = links::Threshold::MoreThanHalf;
    const auto listed =
        determination::listed_on(**recogniser, *snapshot, when.day, {when.day, when.day});
    const auto trace = links::trace(*graph, *party, when, listed, wanted);
    print(*graph, trace, options);
    if (refused) return kBadInput;
    const bool clear = trace.listed.on_day == Truth::No && trace.chains.empty() &&
                       trace.successions.empty() && trace.ownership.listed_owner == Truth::No &&
                       !trace.cut;
    return clear ? kClear : kReview;
}

}  // namespace

void add_trace(CLI::App& app, const Common& common, Run& run) {
    auto* trace = app.add_subcommand(
        "trace", "Who stands behind a party: ownership, control, succession, ways to listed ones");
    const auto options = std::make_shared<TraceOptions>();
    trace->add_option("party", options->party, "Name or id of the party")
        ->required()
        ->type_name("PARTY");
    trace->add_option("--as-of", options->as_of, "The day asked about (default: today)")
        ->type_name("DAY");
    trace
        ->add_option("--known-as-of", options->known_as_of,
                     "Only what was known by this day (default: everything recorded)")
        ->type_name("DAY");
    trace
        ->add_option("--links", options->files,
                     "More links: parties.csv, links.csv, *.ftm.json, or BODS statements")
        ->type_name("FILE");
    trace->add_option("--depth", options->depth, "Tiers of holders that are followed")
        ->capture_default_str()
        ->check(CLI::Range(1, 64))
        ->type_name("N");
    trace->add_option("--chains", options->chains, "Ways to listed parties that are shown")
        ->capture_default_str()
        ->check(CLI::Range(0, 100))
        ->type_name("N");
    trace->add_flag("--more-than-half", options->more_than_half,
                    "Ask for more than half, as provider policies do, not for half or more");
    auto* json = trace->add_flag("--json", options->json, "One JSON document");
    auto* dot = trace->add_flag("--dot", options->dot, "A graph for Graphviz");
    auto* svg = trace->add_flag("--svg", options->svg, "A chart to print");
    auto* explain = trace->add_flag("--explain", options->explain,
                                    "With innocent explanations and what would refute a note");
    for (auto* one : {json, dot, svg, explain}) {
        for (auto* other : {json, dot, svg, explain}) {
            if (one != other) one->excludes(other);
        }
    }
    trace->callback([&common, options, &run] {
        run = [&common, options] { return trace_party(common, *options); };
    });
}

}  // namespace cordon::cli
