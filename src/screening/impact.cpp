// SPDX-License-Identifier: Apache-2.0
// Old and new entries stand in one small snapshot, the old ones as one source and the new ones as
// another, so that a party is taken apart and searched for once. What it meets is sorted by change,
// and the strength on the old side is compared with that on the new.
//
// The one subtlety: an entry of the small snapshot must be what it is in the whole one. Contents
// are copied field by field, the day of the copy counts for nothing in a match, and no source here
// is the starter list, so nothing is merged.
#include "screening/impact.h"

#include <algorithm>
#include <atomic>
#include <deque>

#include "base/at_once.h"
#include "lists/snapshot.h"

namespace cordon::screening {

namespace {

constexpr const char* kBefore = "before";
constexpr const char* kAfter = "after";

/// The strength on one side, 0 without a match.
int rank(const std::optional<Match>& match) {
    return match ? 1 + static_cast<int>(match->strength) : 0;
}

std::optional<Effect> effect_of(const Impact& impact) {
    const int before = rank(impact.before), after = rank(impact.after);
    if (before == after) return std::nullopt;
    if (before == 0) return Effect::NewlyHit;
    if (after == 0) return Effect::Cleared;
    return before < after ? Effect::Stronger : Effect::Weaker;
}

}  // namespace

std::string_view to_text(Effect effect) {
    switch (effect) {
        case Effect::NewlyHit:
            return "newly_hit";
        case Effect::Cleared:
            return "cleared";
        case Effect::Stronger:
            return "stronger";
        case Effect::Weaker:
            return "weaker";
    }
    return {};
}

struct Impacts::State {
    explicit State(lists::Snapshot a_snapshot) : snapshot(std::move(a_snapshot)) {}

    lists::Snapshot snapshot;  ///< the corpus and the matcher borrow it where it stands
    std::optional<Corpus> corpus;
    std::deque<Matcher> matchers;  ///< one a thread, at least one
    std::vector<Change> changes;
    std::vector<std::uint32_t> change_of;  ///< of each listing of the snapshot
    std::optional<Date> day;

    const Profile* profile = nullptr;
    const Reviews* reviews = nullptr;

    void need_matchers(std::size_t count) {
        while (matchers.size() < count) {
            matchers.emplace_back(snapshot, *corpus, *profile, reviews);
        }
    }
    [[nodiscard]] std::vector<Impact> on(Matcher& matcher, const PartyQuery& party) const;
};

Impacts::Impacts(std::unique_ptr<State> state) : state_(std::move(state)) {}
Impacts::Impacts(Impacts&&) noexcept = default;
Impacts& Impacts::operator=(Impacts&&) noexcept = default;
Impacts::~Impacts() = default;

Result<Impacts> Impacts::of(const lists::Difference& difference, const Profile& profile,
                            const Reviews* reviews, std::optional<Date> day) {
    std::vector<Change> changes;
    for (const auto& listing : difference.removed) changes.push_back({listing, std::nullopt});
    for (const auto& both : difference.changed) changes.push_back({both.before, both.after});
    for (const auto& listing : difference.added) changes.push_back({std::nullopt, listing});
    lists::ListFile before{kBefore, kBefore, "", {}}, after{kAfter, kAfter, "", {}};
    std::vector<std::uint32_t> old_changes, new_changes;
    for (std::uint32_t i = 0; i < changes.size(); ++i) {
        if (changes[i].before) {
            before.listings.push_back(*changes[i].before);
            old_changes.push_back(i);
        }
        if (changes[i].after) {
            after.listings.push_back(*changes[i].after);
            new_changes.push_back(i);
        }
    }
    auto state = std::make_unique<State>(TRY(lists::Snapshot::from_bytes(
        lists::Snapshot::compile({std::move(before), std::move(after)}))));
    state->corpus.emplace(TRY(Corpus::of(state->snapshot, profile.weights)));
    state->profile = &profile;
    state->reviews = reviews;
    state->need_matchers(1);
    state->changes = std::move(changes);
    state->change_of = std::move(old_changes);
    state->change_of.insert(state->change_of.end(), new_changes.begin(), new_changes.end());
    CHECK(state->change_of.size() == state->snapshot.size());
    state->day = day;
    return Impacts(std::move(state));
}

const std::vector<Impacts::Change>& Impacts::changes() const {
    return state_->changes;
}

std::vector<Impact> Impacts::State::on(Matcher& matcher, const PartyQuery& party) const {
    std::vector<Impact> met;
    for (auto& match : matcher.match(party)) {
        const auto change = change_of[match.listing];
        const bool is_old =
            snapshot.sources()[snapshot.source_of(match.listing)].source_id == kBefore;
        const auto& side = is_old ? changes[change].before : changes[change].after;
        if (day && side->holds_on(*day) == Truth::No) continue;
        auto at = std::find_if(met.begin(), met.end(),
                               [&](const Impact& impact) { return impact.change == change; });
        if (at == met.end()) {
            met.push_back({Effect::NewlyHit, change, std::nullopt, std::nullopt});
            at = met.end() - 1;
        }
        (is_old ? at->before : at->after) = std::move(match);
    }
    std::vector<Impact> out;
    for (auto& impact : met) {
        const auto effect = effect_of(impact);
        if (!effect) continue;
        impact.effect = *effect;
        out.push_back(std::move(impact));
    }
    std::sort(out.begin(), out.end(),
              [](const Impact& a, const Impact& b) { return a.change < b.change; });
    return out;
}

std::vector<Impact> Impacts::on(const PartyQuery& party) {
    return state_->on(state_->matchers.front(), party);
}

std::vector<std::vector<Impact>> Impacts::on(std::span<const PartyQuery> parties,
                                             std::size_t threads) {
    constexpr std::size_t kPiece = 64;  // what a thread takes at once
    const std::size_t pieces = (parties.size() + kPiece - 1) / kPiece;
    threads = std::min(threads, pieces);
    state_->need_matchers(threads);
    std::vector<std::vector<Impact>> out(parties.size());
    std::atomic<std::size_t> taken = 0;
    at_once(threads, [&](std::size_t thread) {
        for (auto piece = taken++; piece < pieces; piece = taken++) {
            const auto end = std::min((piece + 1) * kPiece, parties.size());
            for (auto i = piece * kPiece; i < end; ++i) {
                out[i] = state_->on(state_->matchers[thread], parties[i]);
            }
        }
    });
    return out;
}

}  // namespace cordon::screening
