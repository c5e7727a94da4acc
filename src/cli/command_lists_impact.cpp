// SPDX-License-Identifier: Apache-2.0
// Where a file holds a name a line, parties are read a batch at a time and a batch is matched on
// all cores, so that ten million of them need no more memory than a batch; a table is read whole.
// What is printed stands in the order of the parties.
#include <fmt/core.h>

#include <cstdio>
#include <fstream>
#include <iostream>

#include "base/at_once.h"
#include "base/json.h"
#include "base/text.h"
#include "cli/command_lists.h"
#include "cli/exit_code.h"
#include "cli/matching.h"
#include "screening/impact.h"

namespace cordon::cli {

namespace {

using screening::Effect;
using screening::Impact;

Json side(const std::optional<screening::Match>& match) {
    if (!match) return {};
    Json out = Json::object();
    out.add("strength", Json::of_text(screening::to_text(match->strength)));
    out.add("score", Json::of_number(static_cast<std::int64_t>(match->shown)));
    out.add("matched", Json::of_text(match->matched_name));
    return out;
}

class Telling {
public:
    Telling(screening::Impacts& impacts, bool json) : impacts_(impacts), json_(json) {}

    void party(screening::PartyQuery query) {
        batch_.push_back(std::move(query));
        if (batch_.size() == kBatch) tell_batch();
    }
    void finish() {
        tell_batch();
        if (json_) return;
        std::printf(
            "%llu of %llu parties touched by %zu changed entries: %llu newly hit, %llu "
            "cleared, %llu stronger, %llu weaker\n",
            static_cast<unsigned long long>(touched_), static_cast<unsigned long long>(parties_),
            impacts_.changes().size(), count(Effect::NewlyHit), count(Effect::Cleared),
            count(Effect::Stronger), count(Effect::Weaker));
    }
    [[nodiscard]] bool any() const { return touched_ > 0; }

private:
    static constexpr std::size_t kBatch = 8192;

    void tell_batch() {
        const auto found = impacts_.on(batch_, thread_count());
        for (std::size_t i = 0; i < batch_.size(); ++i) {
            touched_ += found[i].empty() ? 0U : 1U;
            for (const auto& impact : found[i]) {
                json_ ? line(batch_[i], impact) : page(batch_[i], impact);
            }
        }
        parties_ += batch_.size();
        batch_.clear();
    }
    [[nodiscard]] unsigned long long count(Effect effect) const {
        return counts_[static_cast<std::size_t>(effect)];
    }
    const lists::Listing& entry(const Impact& impact) const {
        const auto& change = impacts_.changes()[impact.change];
        return change.after ? *change.after : *change.before;
    }
    void page(const screening::PartyQuery& query, const Impact& impact) {
        ++counts_[static_cast<std::size_t>(impact.effect)];
        const auto& listing = entry(impact);
        const auto strength = [](const std::optional<screening::Match>& match) {
            return match ? std::string(screening::to_text(match->strength)) : "no match";
        };
        Page page(terminal_width());
        page.line(0, query.names.front() + ": " + spaced(std::string(to_text(impact.effect))), "",
                  impact.effect == Effect::Cleared || impact.effect == Effect::Weaker
                      ? Colour::Green
                      : Colour::Red);
        page.line(4, listing.list + ": " + listing.name + "; " + strength(impact.before) +
                         " before, " + strength(impact.after) + " now");
        std::fputs(page.text().c_str(), stdout);
    }
    void line(const screening::PartyQuery& query, const Impact& impact) {
        const auto& listing = entry(impact);
        Json out = Json::object();
        out.add("party", Json::of_text(query.names.front()));
        out.add("effect", Json::of_text(to_text(impact.effect)));
        out.add("list", Json::of_text(listing.list));
        out.add("id", Json::of_text(listing.id));
        out.add("name", Json::of_text(listing.name));
        out.add("before", side(impact.before));
        out.add("after", side(impact.after));
        std::printf("%s\n", write_json(out).c_str());
    }

    screening::Impacts& impacts_;
    bool json_;
    std::vector<screening::PartyQuery> batch_;
    std::uint64_t parties_ = 0, touched_ = 0;
    std::uint64_t counts_[4] = {};
};

bool is_table(const std::string& path) {
    const auto lower = to_lower_ascii(path);
    return lower.ends_with(".csv") || lower.ends_with(".xlsx") || lower.ends_with(".tsv");
}

void read_lines(std::istream& stream, const std::string& path, Telling& telling,
                Mistakes& mistakes) {
    std::string text;
    for (std::uint32_t number = 1; std::getline(stream, text); ++number) {
        if (trimmed(text).empty()) continue;
        if (!is_valid_utf8(text)) {
            mistakes.add(Error{"the line is not UTF-8",
                               "a name in UTF-8",
                               "convert the names, for example with iconv",
                               {path, number, 0, ""},
                               {}});
            continue;
        }
        screening::PartyQuery query;
        query.names.emplace_back(trimmed(text));
        telling.party(std::move(query));
    }
}

Status read_parties(const Common& common, const ListOptions& options, Telling& telling,
                    Mistakes& mistakes) {
    if (options.parties == "-") {
        read_lines(std::cin, "standard input", telling, mistakes);
        return std::monostate{};
    }
    if (!is_table(options.parties)) {
        std::ifstream stream(options.parties);
        if (!stream || stream.peek() == std::ifstream::traits_type::eof()) {
            TRY(read_file(options.parties, common.limits));  // It says what is wrong with it.
        }
        read_lines(stream, options.parties, telling, mistakes);
        return std::monostate{};
    }
    MatchOptions table;
    table.file = options.parties;
    table.name_column = options.name_column;
    table.country_column = options.country_column;
    auto given = TRY(given_parties(common, table, mistakes));
    for (auto& party : given.parties) telling.party(std::move(party.query));
    return std::monostate{};
}

}  // namespace

int lists_impact(const Common& common, const ListOptions& options) {
    const auto day = day_or_today(options.as_of, "--as-of");
    if (!day) return complain(day.error(), kUsage);
    const auto profile = screening::profile(options.profile);
    if (!profile) return complain(profile.error().at({"", 0, 0, "--profile"}), kUsage);
    const auto reviews = screening::Reviews::read(reviews_file(common, ""));
    if (!reviews) return complain(reviews.error(), kBadInput);
    const auto versions = two_versions(common, options);
    if (!versions) return complain_of_versions(versions.error());
    auto impacts = screening::Impacts::of(versions->difference, *profile, &*reviews, *day);
    if (!impacts) return complain(impacts.error(), kBadInput);
    Telling telling(*impacts, options.json);
    Mistakes mistakes;
    const auto read = read_parties(common, options, telling, mistakes);
    if (!read) return complain(read.error(), kBadInput);
    telling.finish();
    mistakes.finish();
    if (mistakes.count() > 0) return kBadInput;
    return telling.any() ? kReview : kClear;
}

}  // namespace cordon::cli
