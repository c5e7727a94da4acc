// SPDX-License-Identifier: Apache-2.0
#include "law/reference/twin.h"

#include <algorithm>
#include <map>
#include <set>

#include "law/program.h"

namespace cordon::law::reference {
namespace {

/// What may be spoken of: the facts of each subject in scope, and where we are in the case.
struct Here {
    std::map<SubjectKind, const FactSet*> facts;
    const ItemAlternative* item = nullptr;
    const PartyFacts* party = nullptr;
    std::optional<std::string> country;
};

class Twin {
public:
    Twin(const Law& law, Reading reading, Date day, const Case& facts)
        : law_(law), reading_(reading), day_(day), case_(facts) {}

    [[nodiscard]] Truth provision(ProvisionIndex index, const Here& here) const {
        const Provision& provision = law_.provisions()[index];
        const Version* version = provision.version_on(day_);
        const auto number = static_cast<std::size_t>(version - provision.versions.data());
        const Checked& both_texts = law_.program().at(index, number);
        const Truth when = truth(both_texts.when, both_texts.when.root, here);
        if (both_texts.unless.empty()) return when;
        const Truth unless = truth(both_texts.unless, both_texts.unless.root, here);
        return both(when, opposite(unless));
    }

    [[nodiscard]] Here whole() const {
        Here here;
        take(here, SubjectKind::Transaction, case_.transaction);
        return here;
    }
    static void enter(Here& here, const ItemAlternative& item) {
        here.item = &item;
        take(here, SubjectKind::Item, item.item);
    }
    static void enter(Here& here, const PartyFacts& party) {
        here.party = &party;
        take(here, SubjectKind::Party, party.party);
    }
    static void take(Here& here, SubjectKind kind, const FactSet& facts) {
        here.facts[kind] = &facts;
    }

private:
    // ---- conditions ----

    [[nodiscard]] Truth truth(const Expression& e, NodeIndex index, const Here& here) const {
        const Node& node = e.at(index);
        const auto child = [&](std::size_t i) { return truth(e, node.children[i], here); };
        Truth answer = Truth::Unknown;
        if (node.kind == NodeKind::Both) {
            answer = Truth::Yes;
            for (std::size_t i = 0; i < node.children.size(); ++i) answer = both(answer, child(i));
        } else if (node.kind == NodeKind::Either) {
            answer = Truth::No;
            for (std::size_t i = 0; i < node.children.size(); ++i)
                answer = either(answer, child(i));
        } else if (node.kind == NodeKind::Not) {
            answer = opposite(child(0));
        } else if (node.kind == NodeKind::YesNo) {
            answer = truth_of(node.yes);
        } else if (node.kind == NodeKind::Fact) {
            const Value& value = fact(node, here);
            if (value.known()) answer = truth_of(value.yes);
        } else if (node.kind == NodeKind::Compare) {
            answer = comparison(e, node, here);
        } else if (node.kind == NodeKind::In || node.kind == NodeKind::Intersects) {
            const auto a = words(e, node.children[0], here);
            const auto b = words(e, node.children[1], here);
            if (a && b) {
                const bool meet =
                    std::ranges::any_of(*a, [&](const auto& w) { return b->contains(w); });
                answer = truth_of(meet != node.negated);
            }
        } else if (node.kind == NodeKind::Call) {
            answer = call(e, node, here);
        } else {
            answer = quantifier(e, node, here);
        }
        return answer;
    }

    [[nodiscard]] Truth comparison(const Expression& e, const Node& node, const Here& here) const {
        const NodeIndex left = node.children[0];
        const NodeIndex right = node.children[1];
        const Type::Base base = e.at(left).type.base;
        if (base == Type::Base::Number) {
            const auto a = amount(e, left, here);
            const auto b = amount(e, right, here);
            return a && b ? compare(*a, node.relation, *b) : Truth::Unknown;
        }
        if (base == Type::Base::Date) {
            const auto a = day(e, left, here);
            const auto b = day(e, right, here);
            if (!a || !b) return Truth::Unknown;
            return compare(exactly(*a), node.relation, exactly(*b));
        }
        const bool equal_wanted = node.relation == Relation::Equal;
        if (base == Type::Base::YesNo) {
            const Truth a = truth(e, left, here);
            const Truth b = truth(e, right, here);
            if (a == Truth::Unknown || b == Truth::Unknown) return Truth::Unknown;
            return truth_of((a == b) == equal_wanted);
        }
        const auto a = words(e, left, here);
        const auto b = words(e, right, here);
        return a && b ? truth_of((*a == *b) == equal_wanted) : Truth::Unknown;
    }

    [[nodiscard]] Truth call(const Expression& e, const Node& node, const Here& here) const {
        const Provision& called = law_.provisions()[node.definition];
        if (called.version_on(day_) == nullptr) return Truth::No;
        const StatusSegment* status = called.status_on(day_);
        if (status != nullptr && !counts(status->state, reading_)) return Truth::No;
        Here inner = here;
        if (called.per == Per::Country) {
            const auto countries = words(e, node.children[0], here);
            if (!countries) return Truth::Unknown;
            inner.country = *countries->begin();
        }
        // What is called knows only its own subject and what that belongs to.
        const bool of_item = called.per == Per::Item || called.per == Per::Device;
        const bool of_party = called.per == Per::Party || called.per == Per::Listing;
        if (!of_item) inner.item = nullptr;
        if (!of_party) inner.party = nullptr;
        return provision(node.definition, inner);
    }

    // ---- subjects ----

    /// The places a quantifier goes to, each under its alternatives; nullopt: one nobody named.
    using Places = std::vector<std::optional<std::vector<Here>>>;

    [[nodiscard]] Places places(SubjectKind kind, const Here& here) const {
        Places out;
        if (kind == SubjectKind::Party) {
            for (const PartyFacts& party : case_.parties) {
                Here inner = here;
                enter(inner, party);
                out.push_back({{inner}});
            }
        } else if (kind == SubjectKind::Item) {
            for (const ItemFacts& item : case_.items) {
                auto& under = out.emplace_back().emplace();
                for (const ItemAlternative& alternative : item.alternatives) {
                    under.push_back(here);
                    enter(under.back(), alternative);
                }
            }
        } else {
            const bool device = kind == SubjectKind::Device;
            for (const FactSet& one : device ? here.item->devices : here.party->listings) {
                Here inner = here;
                take(inner, kind, one);
                out.push_back({{inner}});
            }
            if (!(device ? here.item->devices_complete : here.party->listings_complete)) {
                out.push_back(std::nullopt);
            }
        }
        return out;
    }

    [[nodiscard]] static std::optional<SubjectKind> around(SubjectKind kind, const Here& here) {
        if (kind == SubjectKind::Device && here.item == nullptr) return SubjectKind::Item;
        if (kind == SubjectKind::Listing && here.party == nullptr) return SubjectKind::Party;
        return std::nullopt;
    }

    [[nodiscard]] static Truth agreed(const std::vector<Truth>& truths) {
        for (const Truth truth : truths) {
            if (truth != truths.front()) return Truth::Unknown;
        }
        return truths.empty() ? Truth::Unknown : truths.front();
    }

    [[nodiscard]] Truth quantifier(const Expression& e, const Node& node, const Here& here) const {
        if (node.kind == NodeKind::NoneOf) return opposite(some(e, node, node.subject, here));
        return some(e, node, node.subject, here);
    }

    /// `any` and `all` over `kind`, through what surrounds it when that is not in scope.
    [[nodiscard]] Truth some(const Expression& e, const Node& node, SubjectKind kind,
                             const Here& here) const {
        const bool all = node.kind == NodeKind::All;
        const auto outer = around(kind, here);
        Truth answer = all ? Truth::Yes : Truth::No;
        for (const auto& place : places(outer.value_or(kind), here)) {
            std::vector<Truth> truths;
            for (const Here& inner : place.value_or(std::vector<Here>())) {
                truths.push_back(outer ? some(e, node, kind, inner) : body(e, node, inner));
            }
            const Truth one = place ? agreed(truths) : Truth::Unknown;
            answer = all ? both(answer, one) : either(answer, one);
        }
        return answer;
    }

    [[nodiscard]] Truth body(const Expression& e, const Node& node, const Here& here) const {
        const Truth condition = truth(e, node.children.back(), here);
        if (node.children.size() == 1) return condition;
        const Truth where = truth(e, node.children[0], here);
        return node.kind == NodeKind::All ? either(opposite(where), condition)
                                          : both(where, condition);
    }

    [[nodiscard]] Interval count(const Expression& e, const Node& node, SubjectKind kind,
                                 const Here& here) const {
        const auto outer = around(kind, here);
        Interval sum = exactly(0);
        for (const auto& place : places(outer.value_or(kind), here)) {
            if (!place) return MUST(Interval::between(sum.lo(), kUncounted));  // the last one
            std::optional<Interval> here_counted;
            std::vector<Truth> truths;
            for (const Here& inner : *place) {
                if (outer) {
                    const Interval one = count(e, node, kind, inner);
                    here_counted = here_counted ? here_counted->hull(one) : one;
                } else {
                    truths.push_back(node.children.empty() ? Truth::Yes
                                                           : truth(e, node.children[0], inner));
                }
            }
            if (!outer) {
                const Truth one = agreed(truths);
                here_counted = MUST(Interval::between(Decimal::from_int(one == Truth::Yes ? 1 : 0),
                                                      Decimal::from_int(one == Truth::No ? 0 : 1)));
            }
            sum = *add(sum, *here_counted);
        }
        return sum;
    }

    // ---- values ----

    [[nodiscard]] static Interval exactly(std::int64_t number) {
        return Interval::exactly(Decimal::from_int(number));
    }

    [[nodiscard]] const Value& fact(const Node& node, const Here& here) const {
        return here.facts.at(node.subject)->at(node.slot);
    }

    [[nodiscard]] std::optional<Interval> amount(const Expression& e, NodeIndex index,
                                                 const Here& here) const {
        const Node& node = e.at(index);
        if (node.kind == NodeKind::Number) return Interval::exactly(node.number);
        if (node.kind == NodeKind::Count) return count(e, node, node.subject, here);
        if (node.kind == NodeKind::Fact) {
            const Value& value = fact(node, here);
            return value.known() ? std::optional(value.number) : std::nullopt;
        }
        if (e.at(node.children[0]).type.base == Type::Base::Date) {
            const auto a = day(e, node.children[0], here);
            const auto b = day(e, node.children[1], here);
            return a && b ? std::optional(exactly(*a - *b)) : std::nullopt;
        }
        auto result = amount(e, node.children[0], here);
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            const auto next = amount(e, node.children[i], here);
            if (!result || !next) return std::nullopt;
            if (node.kind == NodeKind::Add) result = add(*result, *next);
            if (node.kind == NodeKind::Subtract) result = subtract(*result, *next);
            if (node.kind == NodeKind::Multiply) result = multiply(*result, *next);
            if (node.kind == NodeKind::Divide) result = divide(*result, *next);
            if (node.kind == NodeKind::Max) result = larger(*result, *next);
            if (node.kind == NodeKind::Min) result = smaller(*result, *next);
        }
        return result;
    }

    [[nodiscard]] std::optional<std::int64_t> day(const Expression& e, NodeIndex index,
                                                  const Here& here) const {
        const Node& node = e.at(index);
        if (node.kind == NodeKind::Day) return node.day;
        if (node.kind == NodeKind::Asked) return day_.days();
        if (node.kind == NodeKind::Fact) {
            const Value& value = fact(node, here);
            return value.known() ? std::optional<std::int64_t>(value.day) : std::nullopt;
        }
        const auto from = day(e, node.children[0], here);
        const auto by = amount(e, node.children[1], here);
        if (!from || !by || !by->is_exact()) return std::nullopt;
        const Int128 whole = by->lo().billionths() / Decimal::kScale;
        if (whole * Decimal::kScale != by->lo().billionths()) return std::nullopt;
        if (whole > 10'000'000 || whole < -10'000'000) return std::nullopt;
        const auto days = static_cast<std::int64_t>(whole);
        return node.kind == NodeKind::Add ? *from + days : *from - days;
    }

    /// Countries and options as words: those a value or a literal consists of.
    using Words = std::set<std::string>;
    [[nodiscard]] std::optional<Words> words(const Expression& e, NodeIndex index,
                                             const Here& here) const {
        const Node& node = e.at(index);
        Words out;
        const auto country = [&](std::uint8_t i) { out.insert(read(Country::from_index(i))); };
        const auto members = [&](const CountrySet& set) {
            for (unsigned i = 0; i < country_count(); ++i) {
                if (set[i]) country(static_cast<std::uint8_t>(i));
            }
        };
        if (node.kind == NodeKind::OfCountry) out.insert(*here.country);
        if (node.kind == NodeKind::Country) country(node.country);
        if (node.kind == NodeKind::Option) out.insert(node.text);
        if (node.kind == NodeKind::NamedSet) {
            members(*law_.set_on(law_.sets()[node.set].name, day_));
        }
        for (const NodeIndex child : node.children) out.merge(*words(e, child, here));
        if (node.kind != NodeKind::Fact) return out;
        const Value& value = fact(node, here);
        if (!value.known()) return std::nullopt;
        const Fact& schema = law_.schema().fact(node.subject, node.slot);
        if (value.kind == Value::Kind::Country) country(value.country);
        if (value.kind == Value::Kind::Countries) members(*value.countries);
        if (value.kind == Value::Kind::Choice) out.insert(schema.options[value.choice]);
        for (std::size_t i = 0; i < schema.options.size(); ++i) {
            if (value.kind == Value::Kind::Choices && (value.choices >> i & 1) != 0) {
                out.insert(schema.options[i]);
            }
        }
        return out;
    }

    [[nodiscard]] std::string read(Country country) const {
        for (const ReadAs& read_as : law_.read_as()) {
            if (read_as.country == country && day_ >= read_as.from) {
                return std::string(read_as.as.code());
            }
        }
        return std::string(country.code());
    }

    const Law& law_;
    Reading reading_;
    Date day_;
    const Case& case_;
};

}  // namespace

Truth holds(const Law& law, Reading reading, Date day, const Case& facts, ProvisionIndex provision,
            const SubjectRef& subject) {
    const Twin twin(law, reading, day, facts);
    Here here = twin.whole();
    switch (subject.kind) {
        case SubjectKind::Transaction:
            break;
        case SubjectKind::Item: {
            std::optional<Truth> answer;
            for (const ItemAlternative& alternative : facts.items[subject.index].alternatives) {
                Here under = here;
                twin.enter(under, alternative);
                const Truth one = twin.provision(provision, under);
                answer = answer ? agreement(*answer, one) : one;
            }
            return answer.value_or(Truth::Unknown);
        }
        case SubjectKind::Device: {
            const auto& item = facts.items[subject.index].alternatives[subject.alternative];
            twin.enter(here, item);
            twin.take(here, SubjectKind::Device, item.devices[subject.inner]);
            break;
        }
        case SubjectKind::Party:
            twin.enter(here, facts.parties[subject.index]);
            break;
        case SubjectKind::Listing:
            twin.enter(here, facts.parties[subject.index]);
            twin.take(here, SubjectKind::Listing,
                      facts.parties[subject.index].listings[subject.inner]);
            break;
    }
    return twin.provision(provision, here);
}

Truth holds_for_country(const Law& law, Reading reading, Date day, const Case& facts,
                        ProvisionIndex provision, Country country) {
    const Twin twin(law, reading, day, facts);
    Here here = twin.whole();
    std::string_view code = country.code();
    for (const ReadAs& read : law.read_as()) {
        if (read.country == country && day >= read.from) code = read.as.code();
    }
    here.country = std::string(code);
    return twin.provision(provision, here);
}

}  // namespace cordon::law::reference
