// SPDX-License-Identifier: Apache-2.0
#include "screening/impact.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "screening/mangle_testing.h"
#include "screening/matcher_readings.h"
#include "screening/synthetic_testing.h"

namespace cordon::screening {
namespace {

lists::Listing listed(const std::string& id, const std::string& name) {
    lists::Listing out;
    out.id = id;
    out.list = "entity_list";
    out.name = name;
    out.kind = "company";
    out.countries = {"CN"};
    return out;
}

PartyQuery party(const std::string& name, const std::string& country = "") {
    PartyQuery out;
    out.names = {name};
    if (!country.empty()) out.countries = {country};
    return out;
}

const Profile& balanced() {
    static const Profile profile = MUST(screening::profile("balanced"));
    return profile;
}

Impacts impacts(const std::vector<lists::Listing>& before, const std::vector<lists::Listing>& after,
                std::optional<Date> day = {}) {
    return MUST(Impacts::of(lists::difference(before, after), balanced(), nullptr, day));
}

TEST(ImpactTest, NewEntryHitsAndRemovedEntryClears) {
    auto found = impacts({listed("1", "Changxin Memory Technologies, Inc."), listed("2", "Stays")},
                         {listed("2", "Stays"), listed("3", "Sugon Information Industry")});
    const auto cleared = found.on(party("Changxin Memory Technologies Inc"));
    ASSERT_EQ(cleared.size(), 1U);
    EXPECT_EQ(cleared[0].effect, Effect::Cleared);
    EXPECT_EQ(found.changes()[cleared[0].change].before->id, "1");
    EXPECT_FALSE(cleared[0].after);
    const auto hit = found.on(party("曙光信息产业"));
    ASSERT_EQ(hit.size(), 1U);
    EXPECT_EQ(hit[0].effect, Effect::NewlyHit);
    EXPECT_TRUE(found.on(party("Stays")).empty());
    EXPECT_TRUE(found.on(party("Unrelated Bakery of Lyon")).empty());
}

TEST(ImpactTest, ChangedEntryTellsOnlyWhomItMeetsOtherwise) {
    auto before = listed("1", "Nettrix Information Industry Co., Ltd.");
    auto after = before;
    after.aliases = {"Ningchang Computing"};
    after.countries = {"RU"};
    auto found = impacts({before}, {after});
    const auto newly = found.on(party("Ningchang Computing"));
    ASSERT_EQ(newly.size(), 1U);
    EXPECT_EQ(newly[0].effect, Effect::NewlyHit);
    const auto weaker = found.on(party("Nettrix Information Industry Co., Ltd.", "CN"));
    ASSERT_EQ(weaker.size(), 1U);
    EXPECT_EQ(weaker[0].effect, Effect::Weaker) << "the country contradicts now";
    EXPECT_TRUE(found.on(party("Nettrix Information Industry Co., Ltd.")).empty())
        << "matched before and after alike";
}

TEST(ImpactTest, EndOfAnEntryClearsFromItsDayOn) {
    const auto before = listed("1", "Nettrix Information Industry Co., Ltd.");
    auto after = before;
    after.ended = MUST(Date::from_iso("2026-02-17"));
    const auto query = party("Nettrix Information Industry Co., Ltd.");
    EXPECT_TRUE(impacts({before}, {after}, MUST(Date::from_iso("2026-02-16"))).on(query).empty());
    const auto cleared = impacts({before}, {after}, MUST(Date::from_iso("2026-02-17"))).on(query);
    ASSERT_EQ(cleared.size(), 1U);
    EXPECT_EQ(cleared[0].effect, Effect::Cleared);
}

/// The slow twin: a whole list, matched in full.
class Whole {
public:
    explicit Whole(const std::vector<lists::Listing>& listings)
        : snapshot_(MUST(lists::Snapshot::from_bytes(
              lists::Snapshot::compile({{"all", "All", "2026-01-01", listings}})))),
          corpus_(MUST(Corpus::of(snapshot_, balanced().weights))),
          matcher_(snapshot_, corpus_, balanced(), nullptr) {}
    [[nodiscard]] const Index& names() const { return corpus_.names(); }
    /// Strength by id: an entry keeps it through all its changes.
    std::map<std::string, Strength> strengths(const PartyQuery& query) {
        std::map<std::string, Strength> out;
        for (const auto& match : matcher_.match(query)) {
            out.emplace(snapshot_.listing(match.listing).id, match.strength);
        }
        return out;
    }

private:
    lists::Snapshot snapshot_;
    Corpus corpus_;
    Matcher matcher_;
};

std::string effect_by_hand(const std::map<std::string, Strength>& before,
                           const std::map<std::string, Strength>& after, const std::string& id) {
    const auto old_one = before.find(id), new_one = after.find(id);
    if (old_one == before.end() && new_one == after.end()) return "";
    if (old_one == before.end()) return "newly_hit";
    if (new_one == after.end()) return "cleared";
    if (old_one->second == new_one->second) return "";
    return old_one->second < new_one->second ? "stronger" : "weaker";
}

TEST(ImpactTest, ManyPartiesAreAnsweredInTheirOrderByAnyNumberOfThreads) {
    std::mt19937_64 random(8);
    std::vector<lists::Listing> before, after;
    for (int i = 0; i < 60; ++i) {
        auto& side = i % 2 == 0 ? before : after;
        side.push_back(listed(std::to_string(i), synthetic_name(random)));
    }
    auto found = impacts(before, after);
    std::vector<PartyQuery> parties;
    for (int i = 0; i < 500; ++i) {
        const auto& side = i % 2 == 0 ? before : after;
        parties.push_back(
            party(i % 3 == 0 ? side[random() % side.size()].name : synthetic_name(random)));
    }
    const auto told = [&](const std::vector<Impact>& some) {
        std::string out;
        for (const auto& impact : some) {
            out += std::string(to_text(impact.effect)) + std::to_string(impact.change) + " ";
        }
        return out;
    };
    std::vector<std::string> expected;
    for (const auto& one : parties) expected.push_back(told(found.on(one)));
    EXPECT_GT(std::count_if(expected.begin(), expected.end(),
                            [](const auto& text) { return !text.empty(); }),
              150);
    for (const std::size_t threads : {1U, 2U, 7U}) {
        const auto all = found.on(parties, threads);
        ASSERT_EQ(all.size(), parties.size());
        for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(told(all[i]), expected[i]) << i;
    }
    EXPECT_TRUE(found.on(std::span<const PartyQuery>{}, 4).empty());
}

TEST(ImpactTest, IsWhatMatchingAgainstBothWholeListsGives) {
    std::mt19937_64 random(2026);
    int read = 0;
    for (int round = 0; round < 6; ++round) {
        std::vector<lists::Listing> before, after;
        std::vector<std::string> names;
        for (int i = 0; i < 300; ++i) {
            names.push_back(synthetic_name(random));
            auto listing = listed(std::to_string(i), names.back());
            if (i % 3 == 0) listing.aliases = {synthetic_name(random)};
            if (i % 5 == 0) listing.countries = {"RU"};
            auto later = listing;
            switch (random() % 12U) {
                case 0:
                    later.aliases.push_back(synthetic_name(random));
                    names.push_back(later.aliases.back());
                    break;
                case 1:
                    later.countries = {"DE"};
                    break;
                case 2:
                    later.name = mangled(later.name, names.front(), random);
                    break;
                case 3:
                    later.aliases.clear();
                    break;
                case 4:
                    later.note = "only the note";
                    break;
                default:
                    break;
            }
            const auto fate = random() % 20U;
            if (fate != 0) before.push_back(listing);
            if (fate != 1) after.push_back(later);
        }
        std::shuffle(after.begin(), after.end(), random);
        Whole was(before), is(after);
        auto found = impacts(before, after);
        for (int i = 0; i < 400; ++i) {
            auto name = names[random() % names.size()];
            if (i % 2 == 0) name = mangled(name, names[random() % names.size()], random);
            if (i % 10 == 0) name = synthetic_name(random);
            read += readings_of(name, is.names()).empty() ? 0 : 1;
            const auto query = party(name, i % 3 == 0 ? "CN" : "");
            std::map<std::string, std::string> expected, actual;
            const auto old_ones = was.strengths(query), new_ones = is.strengths(query);
            for (const auto& listing : before) {
                const auto effect = effect_by_hand(old_ones, new_ones, listing.id);
                if (!effect.empty()) expected[listing.id] = effect;
            }
            for (const auto& listing : after) {
                const auto effect = effect_by_hand(old_ones, new_ones, listing.id);
                if (!effect.empty()) expected[listing.id] = effect;
            }
            for (const auto& impact : found.on(query)) {
                const auto& change = found.changes()[impact.change];
                const auto& id = change.before ? change.before->id : change.after->id;
                actual[id] = std::string(to_text(impact.effect));
            }
            EXPECT_EQ(actual, expected) << name;
        }
    }
    EXPECT_GT(read, 200) << "names with slips in them, which all listed words are asked about";
}

}  // namespace
}  // namespace cordon::screening
