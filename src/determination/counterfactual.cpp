// SPDX-License-Identifier: Apache-2.0
// What single fact, were it otherwise, would change the outcome?
//
// Idea: change one fact, decide again, compare. Deciding costs microseconds, so every stated or
// unknown fact can be tried under every value that can matter: both answers of a question, every
// option of a choice, one country of each kind the rules tell apart, both sides of every number the
// rules compare with, and each day on which the law changes.
//
// Guarantee: every change listed was decided by the same engine as the determination itself.
// The subtlety: a country stands for all countries the rules treat alike, so the list names
// examples ("DE"), not the whole class.
#include "determination/counterfactual.h"

#include <algorithm>
#include <array>

namespace cordon::determination {

namespace {

using law::FactSet;
using law::FactType;
using law::Slot;
using law::SubjectKind;
using law::SubjectRef;
using law::Value;

/// One country of each kind that the country groups and rules tell apart.
constexpr std::array<std::string_view, 12> kCountries = {"US", "DE", "TW", "MY", "IN", "SA",
                                                         "AE", "MO", "CN", "RU", "KP", "VN"};

std::vector<Value> alternatives(const law::Law& law, const law::Fact& fact, Slot slot) {
    std::vector<Value> values;
    switch (fact.type) {
        case FactType::YesNo:
            values = {Value::of(false), Value::of(true)};
            break;
        case FactType::Choice:
            for (std::uint8_t i = 0; i < fact.options.size(); ++i)
                values.push_back(Value::of_choice(i));
            break;
        case FactType::Country:
            for (const auto code : kCountries)
                values.push_back(Value::of(MUST(Country::from_code(code))));
            break;
        case FactType::Number:
            for (const auto& threshold : law.thresholds(fact.subject, slot)) {
                for (const Int128 step : {-1, 0, 1}) {
                    const auto near = Decimal::from_billionths(threshold.billionths() + step);
                    values.push_back(Value::of(Interval::exactly(near)));
                }
            }
            break;
        case FactType::Date:
        case FactType::Countries:
        case FactType::Choices:
        case FactType::Text:
        case FactType::Texts:
        case FactType::Table:
            break;
    }
    return values;
}

/// Tries values in one place of the case and collects what changes.
class Trial {
public:
    Trial(const Engine& engine, const Asked& asked, Desk& desk)
        : engine_(engine), asked_(asked), desk_(desk), prepared_(asked.prepared) {}

    void vary(const SubjectRef& subject, FactSet& facts) {
        const auto& schema = engine_.law().schema();
        const auto& known = schema.facts(subject.kind);
        for (Slot slot = 0; slot < known.size(); ++slot) {
            const auto& fact = known[slot];
            if (fact.derived && !fact.question) continue;
            const auto* origin = facts.origin(slot);
            const bool looked_up = origin != nullptr && origin->kind != law::Origin::Kind::Stated &&
                                   origin->kind != law::Origin::Kind::Assumed;
            if (looked_up) continue;
            try_values(subject, facts, slot, fact);
        }
    }

    Prepared& prepared() { return prepared_; }
    std::vector<Change> take() { return std::move(changes_); }

    /// The nearest day before and after on which the outcome is another.
    void vary_day() {
        const auto& days = engine_.law().change_days();
        const auto next = std::upper_bound(days.begin(), days.end(), asked_.prepared.law_day);
        for (auto day = next; day != days.end(); ++day) {
            if (try_day(*day)) break;
        }
        for (auto day = next; day != days.begin();) {
            --day;
            if (try_day(Date::from_days(day->days() - 1))) break;
        }
    }

private:
    void try_values(const SubjectRef& subject, FactSet& facts, Slot slot, const law::Fact& fact) {
        const Value now = facts.at(slot);
        for (const auto& value : alternatives(engine_.law(), fact, slot)) {
            if (value == now) continue;
            facts.set(slot, value);
            const Outcome outcome = engine_.decide(prepared_, desk_).outcome;
            if (outcome == asked_.outcome) continue;
            add(subject, fact.full_name(), now.known() ? law::to_text(now, fact) : "unknown",
                law::to_text(value, fact), outcome);
        }
        facts.set(slot, now);
    }

    bool try_day(Date day) {
        Clocks clocks = asked_.clocks;
        clocks.law = day;
        const Prepared other = engine_.prepare(asked_.transaction, clocks);
        const Outcome outcome = engine_.decide(other, desk_).outcome;
        if (outcome == asked_.outcome) return false;
        add(SubjectRef{}, "date", asked_.prepared.law_day.to_iso(), day.to_iso(), outcome);
        return true;
    }

    void add(const SubjectRef& subject, const std::string& fact, const std::string& now,
             const std::string& instead, Outcome outcome) {
        for (auto& change : changes_) {
            if (change.subject == subject && change.fact == fact && change.outcome == outcome) {
                change.instead.push_back(instead);
                return;
            }
        }
        changes_.push_back({subject, fact, now, {instead}, outcome, now == "unknown"});
    }

    const Engine& engine_;
    const Asked& asked_;
    Desk& desk_;
    Prepared prepared_;
    std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> single_changes(const Engine& engine, const Asked& asked, Desk& desk) {
    Trial trial(engine, asked, desk);
    auto& facts = trial.prepared().facts;
    trial.vary(SubjectRef{}, facts.transaction);
    for (std::uint16_t i = 0; i < facts.items.size(); ++i) {
        auto& alternatives = facts.items[i].alternatives;
        if (alternatives.size() != 1) continue;  // The name itself is what is missing.
        trial.vary({SubjectKind::Item, i, 0, 0}, alternatives.front().item);
        for (std::uint16_t j = 0; j < alternatives.front().devices.size(); ++j) {
            trial.vary({SubjectKind::Device, i, j, 0}, alternatives.front().devices[j]);
        }
    }
    for (std::uint16_t i = 0; i < facts.parties.size(); ++i) {
        trial.vary({SubjectKind::Party, i, 0, 0}, facts.parties[i].party);
    }
    trial.vary_day();
    auto changes = trial.take();
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        if (a.was_unknown != b.was_unknown) return a.was_unknown;
        if ((a.fact == "date") != (b.fact == "date")) return a.fact == "date";
        return a.outcome > b.outcome;
    });
    return changes;
}

}  // namespace cordon::determination
