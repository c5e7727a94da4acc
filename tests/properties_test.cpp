// SPDX-License-Identifier: Apache-2.0
// Properties of the real rules on random partial facts: a definite answer stays when more is known.
#include <gtest/gtest.h>

#include <random>

#include "cli/opening.h"

namespace cordon {
namespace {

using law::FactType;
using law::SubjectKind;
using law::SubjectRef;
using law::Value;

const law::Law& bundled() {
    static const auto law = [] {
        auto loaded = law::Law::load(law::Law::bundled_files());
        if (!loaded) std::fputs(loaded.error().to_text().c_str(), stderr);
        CHECK(loaded);
        return std::move(*loaded);
    }();
    return law;
}

class Chance {
public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}
    std::uint32_t below(std::uint32_t limit) {
        return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(engine_);
    }
    bool one_in(std::uint32_t n) { return below(n) == 0; }

private:
    std::mt19937 engine_;
};

Value random_value(Chance& chance, const law::Fact& fact, law::Slot slot) {
    static constexpr std::string_view kCountries[] = {"US", "CN", "HK", "MO", "DE", "AE",
                                                      "SA", "KH", "RU", "IR", "MY", "TW"};
    switch (fact.type) {
        case FactType::YesNo:
            return Value::of(chance.one_in(2));
        case FactType::Choice:
            return Value::of_choice(static_cast<std::uint8_t>(
                chance.below(static_cast<std::uint32_t>(fact.options.size()))));
        case FactType::Choices:
            return Value::of_choices(
                chance.below(1U << std::min<std::size_t>(fact.options.size(), 20)));
        case FactType::Country:
            return Value::of(MUST(Country::from_code(kCountries[chance.below(12)])));
        case FactType::Date:
            return Value::of(
                Date::from_days(19000 + static_cast<std::int32_t>(chance.below(1700))));
        case FactType::Number: {
            const auto thresholds = bundled().thresholds(fact.subject, slot);
            if (thresholds.empty())
                return Value::of(Interval::exactly(Decimal::from_int(chance.below(100))));
            const auto near =
                thresholds[chance.below(static_cast<std::uint32_t>(thresholds.size()))];
            const auto step = static_cast<Int128>(chance.below(3)) - 1;
            return Value::of(Interval::exactly(Decimal::from_billionths(near.billionths() + step)));
        }
        case FactType::Countries:
        case FactType::Text:
        case FactType::Texts:
        case FactType::Table:
            break;
    }
    return {};
}

law::FactSet random_facts(Chance& chance, SubjectKind kind, std::uint32_t known_in_ten) {
    const auto& facts = bundled().schema().facts(kind);
    law::FactSet set(facts.size());
    for (law::Slot slot = 0; slot < facts.size(); ++slot) {
        if (chance.below(10) < known_in_ten) set.set(slot, random_value(chance, facts[slot], slot));
    }
    return set;
}

law::Case random_case(Chance& chance) {
    const std::uint32_t known = 2 + chance.below(8);
    law::Case facts;
    facts.transaction = random_facts(chance, SubjectKind::Transaction, known);
    law::ItemFacts item;
    for (std::uint32_t k = 0; k < 1 + chance.below(2); ++k) {
        item.alternatives.push_back({random_facts(chance, SubjectKind::Item, known),
                                     {random_facts(chance, SubjectKind::Device, known)},
                                     true});
    }
    facts.items.push_back(item);
    for (std::uint32_t p = 0; p < 1 + chance.below(3); ++p) {
        law::PartyFacts party;
        party.party = random_facts(chance, SubjectKind::Party, known);
        if (chance.one_in(2))
            party.listings.push_back(random_facts(chance, SubjectKind::Listing, known));
        facts.parties.push_back(party);
    }
    return facts;
}

/// Fills one unknown fact somewhere; false when the place drawn was known already.
bool learn_something(Chance& chance, law::Case& facts) {
    const auto fill = [&](law::FactSet& set, SubjectKind kind) {
        const auto& known = bundled().schema().facts(kind);
        const auto slot =
            static_cast<law::Slot>(chance.below(static_cast<std::uint32_t>(known.size())));
        if (set.at(slot).known()) return false;
        set.set(slot, random_value(chance, known[slot], slot));
        return set.at(slot).known();
    };
    auto& party = facts.parties[chance.below(static_cast<std::uint32_t>(facts.parties.size()))];
    auto& item = facts.items[0].alternatives[chance.below(
        static_cast<std::uint32_t>(facts.items[0].alternatives.size()))];
    switch (chance.below(5)) {
        case 0:
            return fill(facts.transaction, SubjectKind::Transaction);
        case 1:
            return fill(item.item, SubjectKind::Item);
        case 2:
            return fill(item.devices[0], SubjectKind::Device);
        case 3:
            return fill(party.party, SubjectKind::Party);
        default:
            return !party.listings.empty() && fill(party.listings[0], SubjectKind::Listing);
    }
}

TEST(RealRules, NeverReverseADefiniteAnswerWhenMoreIsKnown) {
    Chance chance(20221007);
    law::Evaluation before, after;
    std::size_t learned = 0;
    for (int round = 0; round < 4000; ++round) {
        const auto facts = random_case(chance);
        auto more = facts;
        if (!learn_something(chance, more)) continue;
        ++learned;
        const auto day = Date::from_days(19270 + static_cast<std::int32_t>(chance.below(1500)));
        const auto& edition = bundled().on(
            day, chance.one_in(2) ? law::Reading::AsEnforced : law::Reading::AsCodified);
        before.restart(edition, facts, day);
        after.restart(edition, more, day);
        for (const auto& entry : edition.entries()) {
            const auto& provision = bundled().provisions()[entry.provision];
            for (const auto& subject : law::subjects(facts, provision.per)) {
                ASSERT_TRUE(refines(before.holds(entry, subject), after.holds(entry, subject)))
                    << provision.id << " on " << day.to_iso();
            }
        }
    }
    EXPECT_GT(learned, 1000U);
}

}  // namespace
}  // namespace cordon
