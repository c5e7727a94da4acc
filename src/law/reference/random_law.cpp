// SPDX-License-Identifier: Apache-2.0
#include "law/reference/random_law.h"

#include <fmt/format.h>

namespace cordon::law::sample {
namespace {

using Words = std::vector<std::string>;

struct Where {
    bool item = false, device = false, party = false, listing = false, country = false;
};

/// Writes conditions as text, so that the parser and the check are in the loop too.
class Writer {
public:
    Writer(Chance& chance, const std::vector<Rule>& earlier) : chance_(chance), earlier_(earlier) {}

    std::string condition(const Where& where, int depth) {
        if (depth <= 0) return leaf(where);
        switch (chance_.below(8)) {
            case 0:
            case 1:
                return joined("and", where, depth);
            case 2:
            case 3:
                return joined("or", where, depth);
            case 4:
                return "not " + bracketed(condition(where, depth - 1));
            case 5:
            case 6:
                return quantifier(where, depth);
            default:
                return leaf(where);
        }
    }

private:
    static std::string bracketed(const std::string& text) { return "(" + text + ")"; }

    std::string joined(const std::string& word, const Where& where, int depth) {
        std::string text = bracketed(condition(where, depth - 1));
        for (std::uint32_t i = 0; i <= chance_.below(3); ++i) {
            text += " " + word + " " + bracketed(condition(where, depth - 1));
        }
        return text;
    }

    /// A subject that may be asked for here, and what is in scope then.
    std::string subject(const Where& where, Where& inner) {
        Words kinds{"party"};
        if (!where.item) kinds.push_back("item");
        if (!where.device) kinds.push_back("device");
        if (!where.listing) kinds.push_back("listing");
        const std::string kind = chance_.one_of(kinds);
        inner = where;
        if (kind == "party") inner.party = true, inner.listing = false;
        if (kind == "item") inner.item = true;
        if (kind == "device") inner.item = inner.device = true;
        if (kind == "listing") inner.party = inner.listing = true;
        return kind;
    }

    std::string quantifier(const Where& where, int depth) {
        Where inner;
        const std::string kind = subject(where, inner);
        std::string text = chance_.one_of(Words{"any ", "all ", "no "}) + kind;
        if (chance_.percent(50)) text += " where " + condition(inner, depth - 2);
        return bracketed(text + ": " + condition(inner, depth - 1));
    }

    std::string count(const Where& where) {
        Where inner;
        std::string text = "count " + subject(where, inner);
        if (chance_.percent(70)) text += " where " + condition(inner, 0);
        return bracketed(text);
    }

    std::string leaf(const Where& where) {
        switch (chance_.below(9)) {
            case 0:
                return yes_no(where);
            case 1:
            case 2:
                return amounts(where);
            case 3:
                return dates();
            case 4:
            case 5:
                return countries(where);
            case 6:
                return choices(where);
            case 7:
                return call(where);
            default:
                return chance_.percent(80) ? yes_no(where) : truths(where);
        }
    }

    std::string yes_no(const Where& where) {
        Words facts{"sunny", "military"};
        if (where.item) facts.push_back("item.listed");
        if (where.device) facts.push_back("device.datacenter");
        if (where.party) facts.push_back("party.army");
        if (where.listing) facts.push_back("listing.confirmed");
        const std::string fact = chance_.one_of(facts);
        return fact + chance_.one_of(Words{"", " == yes", " == no", " != yes", " != no"});
    }

    std::string truths(const Where& where) {
        return bracketed(yes_no(where)) + chance_.one_of(Words{" == ", " != "}) +
               bracketed(yes_no(where));
    }

    std::string relation() {
        return chance_.one_of(Words{" < ", " <= ", " > ", " >= ", " == ", " != "});
    }

    std::string amounts(const Where& where) {
        Words pairs{"value|100 USD",        "value / 2|50 USD",     "power|2 MW",
                    "power + 1 MW|3000 kW", "date - since|25 days", "max(value, 7 USD)|value"};
        pairs.push_back(count(where) + "|" + std::to_string(chance_.below(3)));
        if (where.item) pairs.push_back("item.quantity * value|200 USD");
        if (where.item) pairs.push_back("item.quantity|2");
        if (where.party) pairs.push_back("party.owned|50 %");
        if (where.device) {
            for (const char* pair :
                 {"device.tpp|4800 TPP", "device.tpp|1600 TPP", "device.density|5.92 TPP/mm2",
                  "device.tpp / device.area|device.density", "device.tpp - 100 TPP|1500 TPP",
                  "min(device.tpp, 1600 TPP, device.area * 2 TPP/mm2)|800 TPP"}) {
                pairs.push_back(pair);
            }
        }
        const std::string pair = chance_.one_of(pairs);
        const auto bar = pair.find('|');
        const std::string left = pair.substr(0, bar);
        const std::string right = pair.substr(bar + 1);
        return chance_.percent(70) ? left + relation() + right : right + relation() + left;
    }

    std::string dates() {
        const Words days{"date",       "since",          "2023-06-01",
                         "2020-01-01", "date - 25 days", "since + 30 days"};
        return chance_.one_of(days) + relation() + chance_.one_of(days);
    }

    std::string country(const Where& where) {
        Words facts{"route.from", "route.to"};
        if (where.item) facts.push_back("item.made_in");
        if (where.party) facts.insert(facts.end(), {"party.country", "party.headquarters"});
        if (where.country) facts.insert(facts.end(), {"country", "country", "country"});
        return chance_.one_of(facts);
    }

    std::string countries(const Where& where) {
        const std::string set = chance_.one_of(Words{"group_d", "group_a", "{CN, MO}", "{SG}"});
        const std::string several = chance_.one_of(Words{"route.via", "route.past"});
        const std::string in = chance_.one_of(Words{" in ", " not in "});
        switch (chance_.below(6)) {
            case 0:
                return country(where) + chance_.one_of(Words{" == ", " != "}) + country(where);
            case 1:
                return country(where) + chance_.one_of(Words{" == CN", " != CN", " == SG"});
            case 2:
                return country(where) + in + set;
            case 3:
                return chance_.one_of(Words{"CN", "SG"}) + in + several;
            case 4:
                return country(where) + in + several;
            default:
                return several + " intersects " +
                       (chance_.percent(60) ? set : std::string("route.past"));
        }
    }

    std::string choices(const Where& where) {
        Words all{"activity == export",          "activity != lease",
                  "activity in {export, lease}", "activity not in {reexport}",
                  "activity == planned",         "activity != planned"};
        if (where.item) all.insert(all.end(), {"item.kind == 3A090.a", "item.kind in {ic, board}"});
        if (where.party) {
            all.insert(all.end(),
                       {"end_user in party.roles", "seller not in party.roles",
                        "party.roles intersects {buyer, end_user}",
                        "party.roles intersects party.past_roles", "party.main_role in party.roles",
                        "party.main_role not in party.roles"});
        }
        if (where.listing) all.insert(all.end(), {"4 in listing.footnotes", "listing.list == sdn"});
        return chance_.one_of(all);
    }

    std::string call(const Where& where) {
        Words calls;
        for (const Rule& rule : earlier_) {
            if (rule.per == "transaction") calls.push_back(rule.name + "()");
            if (rule.per == "country") calls.push_back(rule.name + "(" + country(where) + ")");
            const bool in_scope =
                (rule.per == "item" && where.item) || (rule.per == "device" && where.device) ||
                (rule.per == "party" && where.party) || (rule.per == "listing" && where.listing);
            if (in_scope) calls.push_back(rule.name + "(" + rule.per + ")");
        }
        return calls.empty() ? yes_no(where) : chance_.one_of(calls);
    }

    Chance& chance_;
    const std::vector<Rule>& earlier_;
};

std::string status(Chance& chance) {
    if (!chance.percent(30)) return "";
    return fmt::format(
        "[[status]]\nfrom = 2021-01-01\nuntil = 2023-06-01\nstate = \"in_force\"\n"
        "source = \"s\"\nconfidence = \"P\"\n"
        "[[status]]\nfrom = 2023-06-01\nstate = \"{}\"\nsource = \"s\"\nconfidence = \"P\"\n",
        chance.one_of(Words{"stayed", "not_enforced", "unconfirmed", "proposed"}));
}

Value random_value(Chance& chance, const Fact& fact) {
    const Words codes{"CN", "HK", "MO", "SG", "US", "KP"};
    const auto country = [&] { return MUST(Country::from_code(chance.one_of(codes))); };
    switch (fact.type) {
        case FactType::YesNo:
            return Value::of(chance.percent(50));
        case FactType::Number: {
            const std::vector<std::int64_t> numbers{0, 1, 2, 3, 100, 101, 800, 1600, 3000, 4800};
            std::int64_t a = chance.one_of(numbers);
            std::int64_t b = chance.percent(70) ? a : chance.one_of(numbers);
            if (b < a) std::swap(a, b);
            const bool share = fact.unit.name == "%";
            // Dividing by an area that is known to be 0 is unknown without anything missing.
            if (fact.name == "area") a += 1, b += 1;
            const auto decimal = [&](std::int64_t n) {
                return share ? Decimal::from_billionths(Int128{n % 101} * 10'000'000)
                             : Decimal::from_int(n);
            };
            const Decimal lo = decimal(a);
            const Decimal hi = decimal(b);
            return Value::of(MUST(Interval::between(lo < hi ? lo : hi, lo < hi ? hi : lo)));
        }
        case FactType::Date:
            return Value::of(random_day(chance));
        case FactType::Country:
            return Value::of(country());
        case FactType::Countries: {
            CountrySet set;
            for (std::uint32_t i = chance.below(3); i > 0; --i) set.set(country().index());
            return Value::of(set);
        }
        case FactType::Choice:
            return Value::of_choice(static_cast<std::uint8_t>(
                chance.below(static_cast<std::uint32_t>(fact.options.size()))));
        case FactType::Choices:
            return Value::of_choices(
                chance.below(1U << static_cast<std::uint32_t>(fact.options.size())));
        case FactType::Text:
        case FactType::Texts:
        case FactType::Table:
            break;
    }
    return {};
}

FactSet random_facts(Chance& chance, const Schema& schema, SubjectKind kind) {
    const auto& facts = schema.facts(kind);
    FactSet out(facts.size());
    for (Slot slot = 0; slot < facts.size(); ++slot) {
        if (chance.percent(65)) out.set(slot, random_value(chance, facts[slot]));
    }
    return out;
}

ItemAlternative random_item(Chance& chance, const Schema& schema) {
    ItemAlternative item;
    item.item = random_facts(chance, schema, SubjectKind::Item);
    for (std::uint32_t i = chance.below(3); i > 0; --i) {
        item.devices.push_back(random_facts(chance, schema, SubjectKind::Device));
    }
    item.devices_complete = chance.percent(70);
    return item;
}

/// Every place of the case where something may be unknown.
struct Gap {
    FactSet* facts = nullptr;
    SubjectKind kind = SubjectKind::Transaction;
    Slot slot = 0;
};

void gaps_in(const Schema& schema, FactSet& facts, SubjectKind kind, std::vector<Gap>& gaps) {
    for (Slot slot = 0; slot < facts.size(); ++slot) {
        const FactType type = schema.fact(kind, slot).type;
        const bool usable =
            type != FactType::Text && type != FactType::Texts && type != FactType::Table;
        const Value& value = facts.at(slot);
        const bool vague = value.kind == Value::Kind::Number && !value.number.is_exact();
        if (usable && (!value.known() || vague)) gaps.push_back({&facts, kind, slot});
    }
}

void fill(Chance& chance, const Schema& schema, const Gap& gap) {
    const Value& old = gap.facts->at(gap.slot);
    if (old.known()) {  // narrow the interval to one of its ends
        const Decimal end = chance.percent(50) ? old.number.lo() : old.number.hi();
        return gap.facts->set(gap.slot, Value::of(Interval::exactly(end)));
    }
    gap.facts->set(gap.slot, random_value(chance, schema.fact(gap.kind, gap.slot)));
}

}  // namespace

Date random_day(Chance& chance) {
    const Words days{"2018-06-01", "2020-12-22", "2020-12-23", "2022-12-31",
                     "2023-01-01", "2023-05-08", "2023-06-01", "2024-03-15"};
    return MUST(Date::from_iso(chance.one_of(days)));
}

std::vector<Rule> random_rules(Chance& chance, std::size_t count) {
    std::vector<Rule> rules;
    for (std::size_t i = 0; i < count; ++i) {
        Rule rule;
        rule.name = fmt::format("rule_{:03}", i);
        rule.per =
            chance.one_of(Words{"transaction", "item", "device", "party", "listing", "country"});
        Where where;
        where.item = rule.per == "item" || rule.per == "device";
        where.device = rule.per == "device";
        where.party = rule.per == "party" || rule.per == "listing";
        where.listing = rule.per == "listing";
        where.country = rule.per == "country";
        Writer writer(chance, rules);
        rule.when = writer.condition(where, 3);
        if (chance.percent(20)) rule.unless = writer.condition(where, 1);
        if (chance.percent(10)) rule.until = "2023-05-08";
        if (rule.until.empty()) rule.status = status(chance);
        rules.push_back(std::move(rule));
    }
    return rules;
}

Case random_case(Chance& chance, const Schema& schema) {
    Case facts;
    facts.transaction = random_facts(chance, schema, SubjectKind::Transaction);
    for (std::uint32_t i = chance.below(3); i > 0; --i) {
        ItemFacts& item = facts.items.emplace_back();
        item.alternatives.push_back(random_item(chance, schema));
        if (chance.percent(25)) item.alternatives.push_back(random_item(chance, schema));
    }
    for (std::uint32_t i = chance.below(4); i > 0; --i) {
        PartyFacts& party = facts.parties.emplace_back();
        party.party = random_facts(chance, schema, SubjectKind::Party);
        for (std::uint32_t j = chance.below(3); j > 0; --j) {
            party.listings.push_back(random_facts(chance, schema, SubjectKind::Listing));
        }
        party.listings_complete = chance.percent(70);
    }
    return facts;
}

bool learn_one(Chance& chance, const Schema& schema, Case& facts) {
    for (ItemFacts& item : facts.items) {
        if (item.alternatives.size() < 2 || !chance.percent(30)) continue;
        item.alternatives.erase(item.alternatives.begin() + chance.below(2));
        return true;
    }
    for (PartyFacts& party : facts.parties) {
        if (party.listings_complete || !chance.percent(30)) continue;
        if (chance.percent(50)) {
            party.listings.push_back(random_facts(chance, schema, SubjectKind::Listing));
        } else {
            party.listings_complete = true;
        }
        return true;
    }
    std::vector<Gap> gaps;
    gaps_in(schema, facts.transaction, SubjectKind::Transaction, gaps);
    for (ItemFacts& item : facts.items) {
        for (ItemAlternative& alternative : item.alternatives) {
            gaps_in(schema, alternative.item, SubjectKind::Item, gaps);
            for (FactSet& device : alternative.devices) {
                gaps_in(schema, device, SubjectKind::Device, gaps);
            }
        }
    }
    for (PartyFacts& party : facts.parties) {
        gaps_in(schema, party.party, SubjectKind::Party, gaps);
        for (FactSet& one : party.listings) gaps_in(schema, one, SubjectKind::Listing, gaps);
    }
    if (gaps.empty()) return false;
    fill(chance, schema, chance.one_of(gaps));
    return true;
}

}  // namespace cordon::law::sample
