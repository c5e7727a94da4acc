// SPDX-License-Identifier: Apache-2.0
#include "trade/assume.h"

#include <fmt/core.h>

#include "base/text.h"
#include "trade/problem.h"

namespace cordon::trade {
namespace {

using law::Fact;
using law::FactSet;
using law::Origin;
using law::Schema;
using law::Slot;
using law::SubjectKind;
using law::Value;

constexpr std::string_view kCertified = "end_use.certified_none_of";

Origin assumed(std::string why) {
    return {Origin::Kind::Assumed, std::move(why), std::nullopt};
}

std::uint8_t option_of(const Fact& fact, std::string_view word) {
    const auto option = fact.option(word);
    CHECK(option.has_value());
    return *option;
}

/// rules/facts/transaction.toml, `activity.assumed`. Nothing where that text is silent: within the
/// United States, and between places that one country's law may read as one (Hong Kong and China).
std::string_view activity_of(std::string_view from, std::string_view to) {
    const auto china = [](std::string_view code) { return code == "CN" || code == "HK"; };
    if (from == "US") return to == "US" ? "" : "export";
    if (to == "US") return "import";
    if (from == to) return "transfer";
    return china(from) && china(to) ? "" : "reexport";
}

void assume_activity(Transaction& transaction, const Schema& schema) {
    FactSet& facts = transaction.facts.transaction;
    const Slot activity = schema.slot(SubjectKind::Transaction, "activity");
    const Value& from = facts.at(schema.slot(SubjectKind::Transaction, "route.from"));
    const Value& to = facts.at(schema.slot(SubjectKind::Transaction, "route.to"));
    if (facts.at(activity).known() || !from.known() || !to.known()) return;
    const std::string_view start = Country::from_index(from.country).code();
    const std::string_view end = Country::from_index(to.country).code();
    const std::string_view word = activity_of(start, end);
    if (word.empty()) {
        transaction.notes.push_back(fmt::format(
            "activity: not stated, and nothing is assumed for a route from {} to {}; state {}",
            start, end,
            start == "US" ? "the activity, such as release or lease" : "transfer or reexport"));
        return;
    }
    const Fact& fact = schema.fact(SubjectKind::Transaction, activity);
    facts.set(activity, Value::of_choice(option_of(fact, word)),
              assumed(fmt::format("route from {} to {}", start, end)));
    transaction.notes.push_back(
        fmt::format("activity: {} assumed, from the route {} to {}", word, start, end));
}

/// Its name within the schema, or the error of a word that is no yes_no end use.
Result<Slot> certified_slot(std::string_view word, const Schema& schema) {
    const std::string name =
        word.starts_with("end_use.") ? std::string(word) : fmt::format("end_use.{}", word);
    std::vector<std::string> known;
    for (const Fact& fact : schema.facts(SubjectKind::Transaction)) {
        if (!fact.name.starts_with("end_use.") || fact.type != law::FactType::YesNo) continue;
        if (fact.name == name) return schema.slot(SubjectKind::Transaction, name);
        known.push_back(fact.name.substr(std::string_view("end_use.").size()));
    }
    const std::string near = nearest(word, known);
    return problem(fmt::format("\"{}\" is not an end use that can be certified", word),
                   list_of(known), near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
}

void expand_certified(Transaction& transaction, const Schema& schema, std::vector<Error>& errors) {
    FactSet& facts = transaction.facts.transaction;
    std::vector<std::string> settled;
    for (const auto& word : facts.texts(schema.slot(SubjectKind::Transaction, kCertified))) {
        const auto slot = certified_slot(trimmed(word), schema);
        const Position place{"", 0, 0, std::string(kCertified)};
        if (!slot) {
            errors.push_back(slot.error().at(place));
            continue;
        }
        const std::string& name = schema.fact(SubjectKind::Transaction, *slot).name;
        const Value& stated = facts.at(*slot);
        if (stated.known() && stated.yes) {
            errors.push_back(problem(fmt::format("{} is stated as yes and certified as none", name),
                                     "one of the two", "take it out of one place")
                                 .at(place));
            continue;
        }
        if (stated.known()) continue;
        facts.set(*slot, Value::of(false), assumed(std::string(kCertified)));
        settled.push_back(name);
    }
    if (settled.empty()) return;
    transaction.notes.push_back(
        fmt::format("{}: no, as certified by {}", list_of(settled), kCertified));
}

/// rules/facts/transaction.toml: the supercomputer stands where the goods go, when not stated.
void assume_supercomputer_place(Transaction& transaction, const Schema& schema) {
    FactSet& facts = transaction.facts.transaction;
    const auto slot = [&](std::string_view name) {
        return schema.slot(SubjectKind::Transaction, name);
    };
    const Slot place = slot("end_use.supercomputer_location");
    const Value& to = facts.at(slot("route.to"));
    if (facts.at(place).known() || !to.known()) return;
    facts.set(place, to, assumed("route.to"));
}

bool is_itself(std::string_view parent, std::string_view name) {
    const std::string word = to_lower_ascii(trimmed(parent));
    return word == "none" || word == "self" ||
           (!word.empty() && word == to_lower_ascii(trimmed(name)));
}

void own_parent(Transaction& transaction, const Schema& schema, std::vector<Error>& errors) {
    const auto slot = [&](std::string_view name) { return schema.slot(SubjectKind::Party, name); };
    const Slot own = slot("headquarters");
    const Slot top = slot("ultimate_parent_headquarters");
    for (std::size_t i = 0; i < transaction.facts.parties.size(); ++i) {
        FactSet& party = transaction.facts.parties[i].party;
        const std::string name = party.text(slot("name"));
        if (!is_itself(party.text(slot("ultimate_parent")), name)) continue;
        const Value& here = party.at(own);
        const Value& above = party.at(top);
        if (here.known() && above.known() && here.country != above.country) {
            errors.push_back(
                problem(fmt::format("\"{}\" is its own ultimate parent, yet the two headquarters "
                                    "differ",
                                    name),
                        "the same country in headquarters and ultimate_parent_headquarters",
                        "name the ultimate parent, or leave ultimate_parent_headquarters out")
                    .at({"", 0, 0, fmt::format("parties[{}].ultimate_parent_headquarters", i)}));
        }
        if (!here.known() || above.known()) continue;
        const std::string code(Country::from_index(here.country).code());
        party.set(top, here, assumed("the party is its own ultimate parent"));
        transaction.notes.push_back(fmt::format(
            "party {}: ultimate_parent_headquarters {} assumed, as it has no parent", i + 1, code));
    }
}

/// Which roles are played, and what the missing ones are called.
class Roles {
public:
    explicit Roles(const Schema& schema)
        : schema_(schema), slot_(schema.slot(SubjectKind::Party, "roles")) {}

    [[nodiscard]] bool played(const law::Case& facts, std::string_view role) const {
        for (const law::PartyFacts& party : facts.parties) {
            const Value& roles = party.party.at(slot_);
            if (roles.known() && (roles.choices & bit(role)) != 0) return true;
        }
        return false;
    }

    void add(Transaction& transaction, const std::vector<std::string>& roles) const {
        law::PartyFacts party;
        party.party = FactSet(schema_.facts(SubjectKind::Party).size());
        std::uint64_t bits = 0;
        for (const std::string& role : roles) bits |= bit(role);
        party.party.set(slot_, Value::of_choices(bits), assumed("nobody was named"));
        party.listings_complete = false;
        party.placeholder = true;
        transaction.facts.parties.push_back(std::move(party));
        transaction.notes.push_back(fmt::format(
            "no {} is named; one must exist, and nothing is known about it", list_of(roles)));
    }

private:
    [[nodiscard]] std::uint64_t bit(std::string_view role) const {
        return std::uint64_t{1} << option_of(schema_.fact(SubjectKind::Party, slot_), role);
    }
    const Schema& schema_;
    Slot slot_;
};

bool is_service(const Transaction& transaction, const Schema& schema) {
    const Slot slot = schema.slot(SubjectKind::Transaction, "activity");
    const Value& activity = transaction.facts.transaction.at(slot);
    if (!activity.known()) return false;
    const Fact& fact = schema.fact(SubjectKind::Transaction, slot);
    return activity.choice == option_of(fact, "lease") ||
           activity.choice == option_of(fact, "access");
}

}  // namespace

std::vector<Error> apply_assumptions(Transaction& transaction, const Schema& schema) {
    std::vector<Error> errors;
    assume_activity(transaction, schema);
    assume_supercomputer_place(transaction, schema);
    expand_certified(transaction, schema, errors);
    own_parent(transaction, schema, errors);
    return errors;
}

void add_placeholders(Transaction& transaction, const Schema& schema) {
    const Roles roles(schema);
    if (is_service(transaction, schema)) {
        // Who rents or is let in is the user of the computing; goods do not arrive anywhere.
        if (!roles.played(transaction.facts, "tenant")) roles.add(transaction, {"tenant"});
        return;
    }
    if (roles.played(transaction.facts, "end_user")) return;
    if (roles.played(transaction.facts, "ultimate_consignee")) {
        roles.add(transaction, {"end_user"});
    } else {
        roles.add(transaction, {"ultimate_consignee", "end_user"});
    }
}

}  // namespace cordon::trade
