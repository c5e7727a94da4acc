// SPDX-License-Identifier: Apache-2.0
#include "translate.h"

namespace cordon::consistency {

using law::Expression;
using law::FactType;
using law::Node;
using law::NodeIndex;
using law::NodeKind;

namespace {

constexpr unsigned kCountryBits = 256;

}  // namespace

z3::expr Translator::real(const Decimal& number) {
    return z3_.real_val(number.to_text().c_str());
}

void Translator::ask_any_day_of(const Period& period) {
    any_day_ = z3_.int_const("the day asked about");
    if (period.from) bounds_.push_back(*any_day_ >= period.from->days());
    if (period.until) bounds_.push_back(*any_day_ < period.until->days());
}

z3::expr Translator::fact(const law::FactRef& ref) {
    const auto& fact = law_.schema().fact(ref.subject, ref.slot);
    const std::string name = fact.full_name();
    if (const auto known = facts_.find(name); known != facts_.end()) return known->second;
    z3::expr made = z3_.bool_const(name.c_str());
    switch (fact.type) {
        case FactType::YesNo:
            break;
        case FactType::Number:
            made = z3_.real_const(name.c_str());
            bounds_.push_back(made >= 0);
            break;
        case FactType::Date:
            made = z3_.int_const(name.c_str());
            break;
        case FactType::Country:
            made = z3_.int_const(name.c_str());
            bounds_.push_back(made >= 0 && made < static_cast<int>(country_count()));
            break;
        case FactType::Choice:
            made = z3_.int_const(name.c_str());
            bounds_.push_back(made >= 0 && made < static_cast<int>(fact.options.size()));
            break;
        case FactType::Choices:
            made = z3_.bv_const(name.c_str(), 64);
            break;
        case FactType::Countries:
            made = z3_.bv_const(name.c_str(), kCountryBits);
            break;
        case FactType::Text:
        case FactType::Texts:
        case FactType::Table:
            CHECK(false && "texts do not stand in rules");
    }
    facts_.emplace(name, made);
    return made;
}

CountrySet Translator::countries_of(const Expression& e, NodeIndex at) {
    const Node& node = e.at(at);
    if (node.kind == NodeKind::NamedSet) {
        return law_.set_on(law_.sets()[node.set].name, day_).value_or(CountrySet{});
    }
    CountrySet set;
    if (node.kind == NodeKind::Country) set.set(node.country);
    for (const auto child : node.children) set |= countries_of(e, child);
    return set;
}

std::uint64_t Translator::options_of(const Expression& e, NodeIndex at) {
    const Node& node = e.at(at);
    if (node.kind == NodeKind::Option) return std::uint64_t{1} << node.option;
    std::uint64_t bits = 0;
    for (const auto child : node.children) bits |= options_of(e, child);
    return bits;
}

z3::expr Translator::in_countries(const z3::expr& country, const CountrySet& set) {
    CountrySet read = set;
    for (const auto& rule : law_.read_as()) {
        // Hong Kong is in every set that China is in.
        if (rule.from <= day_ && set.test(rule.as.index())) read.set(rule.country.index());
    }
    z3::expr any = z3_.bool_val(false);
    for (int i = 0; i < static_cast<int>(kCountryBits); ++i) {
        if (read.test(static_cast<std::size_t>(i))) any = any || country == i;
    }
    return any;
}

z3::expr Translator::provision(law::ProvisionIndex index, const z3::expr* country) {
    const auto& provision = law_.provisions()[index];
    const auto* version = provision.version_on(day_);
    if (version == nullptr) return z3_.bool_val(false);
    const auto* status = provision.status_on(day_);
    if (status != nullptr && !law::counts(status->state, reading_)) return z3_.bool_val(false);
    const auto number = static_cast<std::size_t>(version - provision.versions.data());
    const auto& checked = law_.program().at(index, number);
    z3::expr holds = condition(checked.when, checked.when.root, country);
    if (!checked.unless.empty())
        holds = holds && !condition(checked.unless, checked.unless.root, country);
    return holds;
}

z3::expr Translator::condition(const Expression& e, NodeIndex at, const z3::expr* country) {
    const Node& node = e.at(at);
    const auto child = [&](std::size_t i) { return condition(e, node.children[i], country); };
    switch (node.kind) {
        case NodeKind::Either: {
            z3::expr any = z3_.bool_val(false);
            for (std::size_t i = 0; i < node.children.size(); ++i) any = any || child(i);
            return any;
        }
        case NodeKind::Both: {
            z3::expr all = z3_.bool_val(true);
            for (std::size_t i = 0; i < node.children.size(); ++i) all = all && child(i);
            return all;
        }
        case NodeKind::Not:
            return !child(0);
        case NodeKind::Compare:
            return compare(e, node, country);
        case NodeKind::In:
        case NodeKind::Intersects:
            return member(e, node, country);
        case NodeKind::Any:
        case NodeKind::All:
        case NodeKind::NoneOf:
            return quantified(e, node, country);
        case NodeKind::Call: {
            if (node.children.empty()) return provision(node.definition);
            const z3::expr asked = operand(e, node.children[0], country);
            return provision(node.definition, &asked);
        }
        case NodeKind::YesNo:
            return z3_.bool_val(node.yes);
        case NodeKind::Fact:
            return fact({node.subject, node.slot});
        case NodeKind::Count:
        case NodeKind::Add:
        case NodeKind::Subtract:
        case NodeKind::Multiply:
        case NodeKind::Divide:
        case NodeKind::Max:
        case NodeKind::Min:
        case NodeKind::Asked:
        case NodeKind::OfCountry:
        case NodeKind::Number:
        case NodeKind::Day:
        case NodeKind::Country:
        case NodeKind::Option:
        case NodeKind::Set:
        case NodeKind::NamedSet:
        case NodeKind::Word:
            break;
    }
    CHECK(false && "a condition was expected");
    return z3_.bool_val(false);
}

z3::expr Translator::compare(const Expression& e, const Node& node, const z3::expr* country) {
    using Base = law::Type::Base;
    const Node& left = e.at(node.children[0]);
    if (left.type.base == Base::YesNo) {
        const auto same =
            condition(e, node.children[0], country) == condition(e, node.children[1], country);
        return node.relation == law::Relation::Equal ? same : !same;
    }
    if (left.type.base == Base::Country) {
        for (const auto& [fixed, other] : {std::pair{0U, 1U}, std::pair{1U, 0U}}) {
            if (e.at(node.children[fixed]).kind != NodeKind::Country) continue;
            const auto in = in_countries(operand(e, node.children[other], country),
                                         countries_of(e, node.children[fixed]));
            return node.relation == law::Relation::Equal ? in : !in;
        }
    }
    const z3::expr a = operand(e, node.children[0], country),
                   b = operand(e, node.children[1], country);
    switch (node.relation) {
        case law::Relation::Equal:
            return a == b;
        case law::Relation::NotEqual:
            return a != b;
        case law::Relation::Less:
            return a < b;
        case law::Relation::LessOrEqual:
            return a <= b;
        case law::Relation::Greater:
            return a > b;
        case law::Relation::GreaterOrEqual:
            return a >= b;
    }
    return z3_.bool_val(false);
}

z3::expr Translator::member(const Expression& e, const Node& node, const z3::expr* country) {
    using Base = law::Type::Base;
    const Node& element = e.at(node.children[0]);
    const Node& collection = e.at(node.children[1]);
    const bool fixed = collection.kind == NodeKind::Set || collection.kind == NodeKind::NamedSet;
    z3::expr in = z3_.bool_val(false);
    if (element.type.base == Base::Country) {
        if (fixed) {
            in = in_countries(operand(e, node.children[0], country),
                              countries_of(e, node.children[1]));
        } else {  // a country in a fact that is a set of countries
            CountrySet one = countries_of(e, node.children[0]);
            const auto set = operand(e, node.children[1], country);
            for (unsigned i = 0; i < kCountryBits; ++i) {
                if (one.test(i)) in = in || set.extract(i, i) == z3_.bv_val(1, 1);
            }
        }
    } else if (element.type.base == Base::Countries) {
        const auto set = operand(e, node.children[0], country);
        const CountrySet wanted = countries_of(e, node.children[1]);
        for (unsigned i = 0; i < kCountryBits; ++i) {
            if (wanted.test(i)) in = in || set.extract(i, i) == z3_.bv_val(1, 1);
        }
    } else if (element.type.base == Base::Choices) {
        const auto mask = z3_.bv_val(options_of(e, node.children[1]), 64);
        in = (operand(e, node.children[0], country) & mask) != z3_.bv_val(0, 64);
    } else if (fixed) {  // a choice in a set of options
        const auto value = operand(e, node.children[0], country);
        const auto bits = options_of(e, node.children[1]);
        for (int i = 0; i < 64; ++i) {
            if ((bits >> i & 1U) != 0) in = in || value == i;
        }
    } else {  // an option in a fact that is a set of options
        const auto mask = z3_.bv_val(options_of(e, node.children[0]), 64);
        in = (operand(e, node.children[1], country) & mask) != z3_.bv_val(0, 64);
    }
    return node.negated ? !in : in;
}

/// In a case with one subject of each kind, "any where W: C" is W and C, "all where W: C" is W
/// implies C.
z3::expr Translator::quantified(const Expression& e, const Node& node, const z3::expr* country) {
    const bool filtered = node.children.size() == 2;
    const z3::expr where = filtered ? condition(e, node.children[0], country) : z3_.bool_val(true);
    const z3::expr body = condition(e, node.children.back(), country);
    if (node.kind == NodeKind::Any) return where && body;
    if (node.kind == NodeKind::All) return z3::implies(where, body);
    return !(where && body);
}

z3::expr Translator::operand(const Expression& e, NodeIndex at, const z3::expr* country) {
    const Node& node = e.at(at);
    const auto child = [&](std::size_t i) { return operand(e, node.children[i], country); };
    switch (node.kind) {
        case NodeKind::Fact:
            return fact({node.subject, node.slot});
        case NodeKind::Number:
            return real(node.number);
        case NodeKind::Day:
            return z3_.int_val(node.day);
        case NodeKind::Asked:
            return any_day_ ? *any_day_ : z3_.int_val(day_.days());
        case NodeKind::Country:
            return z3_.int_val(static_cast<int>(node.country));
        case NodeKind::Option:
            return z3_.int_val(static_cast<int>(node.option));
        case NodeKind::OfCountry:
            CHECK(country != nullptr);
            return *country;
        case NodeKind::Add:
            return child(0) + child(1);
        case NodeKind::Subtract:
            return child(0) - child(1);
        case NodeKind::Multiply:
            return child(0) * child(1);
        case NodeKind::Divide:
            return child(0) / child(1);
        case NodeKind::Max:
            return z3::ite(child(0) >= child(1), child(0), child(1));
        case NodeKind::Min:
            return z3::ite(child(0) <= child(1), child(0), child(1));
        case NodeKind::Count:
            return z3::ite(node.children.empty() ? z3_.bool_val(true)
                                                 : condition(e, node.children[0], country),
                           z3_.real_val(1), z3_.real_val(0));
        case NodeKind::Either:
        case NodeKind::Both:
        case NodeKind::Not:
        case NodeKind::Compare:
        case NodeKind::In:
        case NodeKind::Intersects:
        case NodeKind::Any:
        case NodeKind::All:
        case NodeKind::NoneOf:
        case NodeKind::Call:
        case NodeKind::YesNo:
        case NodeKind::Set:
        case NodeKind::NamedSet:
        case NodeKind::Word:
            break;
    }
    CHECK(false && "an amount was expected");
    return real(Decimal{});
}

}  // namespace cordon::consistency
