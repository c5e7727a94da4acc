// SPDX-License-Identifier: Apache-2.0
// One edition: the expressions of the versions of one day, flattened. What can be settled for the
// day is settled here: members of dated sets, countries that read as others, definitions that are
// not in force (they are No), thresholds in canonical units. A comparison of one fact with a
// constant becomes one instruction, since nearly every condition is one.
//
// Conjuncts are tried cheapest first. That cannot change an answer: "and" is the minimum and "or"
// the maximum of the truths, in any order. The written order is kept beside it for explanations.
// Tested by law_property_test.cpp against reference/twin.cpp, which knows nothing of all this.
#include <algorithm>
#include <numeric>

#include "law/names.h"
#include "law/program.h"

namespace cordon::law {
namespace {

using Base = Type::Base;

class Compiler {
public:
    Compiler(const EditionSource& source, Date day, Edition::Compiled& out)
        : source_(source), day_(day), out_(out) {}

    void all() {
        read_countries();
        list_entries();
        for (std::size_t i = 0; i < out_.entries.size(); ++i) root(i);
    }

private:
    void read_countries() {
        std::iota(out_.read_as.begin(), out_.read_as.end(), std::uint8_t{0});
        for (const ReadAs& read : source_.read_as) {
            if (day_ < read.from) continue;
            out_.read_as[read.country.index()] = read.as.index();
            out_.reads.emplace_back(read.country.index(), read.as.index());
        }
    }

    void list_entries() {
        out_.entry_of.assign(source_.provisions.size(), kNoNode);
        for (std::size_t i = 0; i < source_.provisions.size(); ++i) {
            const Provision& provision = source_.provisions[i];
            const Version* version = provision.version_on(day_);
            if (version == nullptr) continue;
            const StatusSegment* status = provision.status_on(day_);
            const State state = status == nullptr ? State::InForce : status->state;
            const auto index = static_cast<ProvisionIndex>(i);
            out_.entry_of[i] = static_cast<std::uint32_t>(out_.entries.size());
            out_.entries.push_back({index,
                                    static_cast<std::uint16_t>(version - provision.versions.data()),
                                    state, counts(state, out_.reading)});
            Edition::Compiled::Root root;
            root.per = provision.per;
            root.kind = subject_of(provision.per);
            out_.roots.push_back(root);
        }
    }

    void root(std::size_t entry) {
        const ProvisionIndex provision = out_.entries[entry].provision;
        const Per per = source_.provisions[provision].per;
        const Checked& both = source_.program.at(provision, out_.entries[entry].version);
        const Scope scope = Scope::of(per);
        Edition::Compiled::Root& root = out_.roots[entry];
        enter(both.when);
        root.code = condition(both.when.root, scope);
        if (!both.unless.empty()) {
            enter(both.unless);
            Code no = make(Op::Not, kNoNode);
            no.first = condition(both.unless.root, scope);
            const std::uint32_t unless = add(no, cost_[no.first]);
            root.code = group(Op::Both, kNoNode, {root.code, unless});
        }
        if (source_.program.called(provision)) {
            root.memo =
                static_cast<std::uint16_t>(out_.remembered[static_cast<std::size_t>(per)]++);
        }
    }

    void enter(const Expression& expression) {
        e_ = &expression;
        out_.expressions.push_back(&expression);
    }

    // ---- making code ----

    [[nodiscard]] Code make(Op op, NodeIndex node) const {
        Code code;
        code.op = op;
        code.source = node;
        code.expression = static_cast<std::uint32_t>(out_.expressions.size() - 1);
        return code;
    }

    [[nodiscard]] Code of_fact(Op op, NodeIndex node, NodeIndex fact) const {
        Code code = make(op, node);
        code.kind = e_->at(fact).subject;
        code.slot = e_->at(fact).slot;
        code.question = source_.schema.fact(code.kind, code.slot).question;
        return code;
    }

    std::uint32_t add(const Code& code, std::uint32_t cost) {
        out_.code.push_back(code);
        cost_.push_back(cost);
        return static_cast<std::uint32_t>(out_.code.size() - 1);
    }

    std::uint32_t group(Op op, NodeIndex node, const std::vector<std::uint32_t>& written) {
        Code code = make(op, node);
        code.count = static_cast<std::uint16_t>(written.size());
        code.first = static_cast<std::uint32_t>(out_.children.size());
        std::vector<std::uint32_t> cheapest = written;
        if (op != Op::Implies) {
            std::ranges::stable_sort(cheapest, {}, [this](std::uint32_t c) { return cost_[c]; });
        }
        out_.children.insert(out_.children.end(), cheapest.begin(), cheapest.end());
        out_.children.insert(out_.children.end(), written.begin(), written.end());
        std::uint32_t cost = 1;
        for (const std::uint32_t child : written) cost += cost_[child];
        return add(code, cost);
    }

    std::uint32_t constant(Truth truth, NodeIndex node) {
        Code code = make(Op::Constant, node);
        code.slot = static_cast<Slot>(truth);
        return add(code, 0);
    }

    std::uint32_t set_of(const CountrySet& set) {
        out_.countries.push_back(set);
        return static_cast<std::uint32_t>(out_.countries.size() - 1);
    }
    std::uint32_t mask_of(std::uint64_t mask) {
        out_.masks.push_back(mask);
        return static_cast<std::uint32_t>(out_.masks.size() - 1);
    }
    std::uint32_t number_of(Decimal number) {
        out_.numbers.push_back(number);
        return static_cast<std::uint32_t>(out_.numbers.size() - 1);
    }

    // ---- conditions ----

    std::uint32_t condition(NodeIndex index, const Scope& scope) {
        const Node& node = e_->at(index);
        switch (node.kind) {
            case NodeKind::Either:
                return group(Op::Either, index, conditions(node, scope));
            case NodeKind::Both:
                return group(Op::Both, index, conditions(node, scope));
            case NodeKind::Not: {
                Code code = make(Op::Not, index);
                code.first = condition(node.children[0], scope);
                return add(code, cost_[code.first] + 1);
            }
            case NodeKind::Compare:
                return comparison(index, scope);
            case NodeKind::In:
                return membership(index, scope);
            case NodeKind::Intersects:
                return intersection(index);
            case NodeKind::Any:
                return quantifier(Op::Any, index, scope);
            case NodeKind::All:
                return quantifier(Op::All, index, scope);
            case NodeKind::NoneOf:
                return quantifier(Op::NoneOf, index, scope);
            case NodeKind::Call:
                return call(index, scope);
            case NodeKind::Fact:
                return add(of_fact(Op::YesNo, index, index), 2);
            case NodeKind::YesNo:
                return constant(truth_of(node.yes), index);
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
        CHECK(false && "the check lets no other node stand as a condition");
        return 0;
    }

    std::vector<std::uint32_t> conditions(const Node& node, const Scope& scope) {
        std::vector<std::uint32_t> out;
        for (const NodeIndex child : node.children) out.push_back(condition(child, scope));
        return out;
    }

    std::uint32_t comparison(NodeIndex index, const Scope& scope) {
        const Node& node = e_->at(index);
        NodeIndex left = node.children[0];
        NodeIndex right = node.children[1];
        Relation relation = node.relation;
        const Base base = e_->at(left).type.base;
        if (is_constant(left) && e_->at(right).kind == NodeKind::Fact) {
            std::swap(left, right);
            relation = mirrored(relation);
        }
        const bool fused = e_->at(left).kind == NodeKind::Fact && is_constant(right);
        if (fused) return fact_with_constant(index, left, right, relation);
        if (base == Base::YesNo)
            return same(Op::SameTruth, index, condition(left, scope), condition(right, scope));
        if (base == Base::Country)
            return same(Op::SameCountry, index, operand(left, scope), operand(right, scope));
        if (base == Base::Choice) {
            Code code = of_fact(Op::SameChoice, index, left);
            code.negated = relation == Relation::NotEqual;
            code.second = operand(right, scope);
            return add(code, 3);
        }
        Code code = make(base == Base::Date ? Op::Days : Op::Amounts, index);
        code.relation = relation;
        code.first = operand(left, scope);
        code.second = operand(right, scope);
        return add(code, cost_[code.first] + cost_[code.second] + 2);
    }

    std::uint32_t same(Op op, NodeIndex index, std::uint32_t first, std::uint32_t second) {
        Code code = make(op, index);
        code.negated = e_->at(index).relation == Relation::NotEqual;
        code.first = first;
        code.second = second;
        return add(code, cost_[first] + cost_[second] + 1);
    }

    [[nodiscard]] bool is_constant(NodeIndex index) const {
        const NodeKind kind = e_->at(index).kind;
        return kind == NodeKind::Number || kind == NodeKind::YesNo || kind == NodeKind::Country ||
               kind == NodeKind::Option;
    }

    std::uint32_t fact_with_constant(NodeIndex index, NodeIndex fact, NodeIndex value,
                                     Relation relation) {
        const Node& constant = e_->at(value);
        const bool negated = relation == Relation::NotEqual;
        switch (constant.type.base) {
            case Base::YesNo: {
                Code code = of_fact(Op::YesNo, index, fact);
                code.negated = negated == constant.yes;
                return add(code, 2);
            }
            case Base::Number: {
                Code code = of_fact(Op::Number, index, fact);
                code.relation = relation;
                code.second = number_of(constant.number);
                return add(code, 3);
            }
            case Base::Country: {
                Code code = of_fact(Op::OneCountry, index, fact);
                code.negated = negated;
                code.second = set_of(members(value));
                return add(code, 2);
            }
            case Base::Choice: {
                Code code = of_fact(Op::OneChoice, index, fact);
                code.negated = negated;
                code.second = mask_of(mask(value));
                return add(code, 2);
            }
            case Base::None:
            case Base::Date:
            case Base::Countries:
            case Base::Choices:
                break;
        }
        CHECK(false && "is_constant() names no other type");
        return 0;
    }

    /// Countries meant by a literal, a literal set or a dated set, as they read on the day.
    [[nodiscard]] CountrySet members(NodeIndex index) const {
        const Node& node = e_->at(index);
        CountrySet set;
        if (node.kind == NodeKind::Country) set.set(node.country);
        for (const NodeIndex child : node.children) set.set(e_->at(child).country);
        if (node.kind == NodeKind::NamedSet) {
            for (const SetVersion& version : source_.sets[node.set].versions) {
                if (version.period.contains(day_)) set = version.members;
            }
        }
        return out_.read(set);
    }

    [[nodiscard]] std::uint64_t mask(NodeIndex index) const {
        const Node& node = e_->at(index);
        if (node.kind == NodeKind::Option) return std::uint64_t{1} << node.option;
        std::uint64_t bits = 0;
        for (const NodeIndex child : node.children) bits |= mask(child);
        return bits;
    }

    std::uint32_t membership(NodeIndex index, const Scope& scope) {
        const Node& node = e_->at(index);
        const NodeIndex element = node.children[0];
        const NodeIndex collection = node.children[1];
        const bool countries = e_->at(element).type.base == Base::Country;
        const bool fixed = e_->at(collection).kind != NodeKind::Fact;
        const bool fact = e_->at(element).kind == NodeKind::Fact;
        Code code = make(Op::InCountry, index);
        if (fixed && fact) {
            code = of_fact(countries ? Op::OneCountry : Op::OneChoice, index, element);
            code.second = countries ? set_of(members(collection)) : mask_of(mask(collection));
        } else if (fixed) {
            code.first = operand(element, scope);
            code.second = set_of(members(collection));
        } else if (is_constant(element)) {
            code = of_fact(countries ? Op::SomeCountry : Op::SomeChoice, index, collection);
            code.second = countries ? set_of(members(element)) : mask_of(mask(element));
        } else if (countries) {
            code = of_fact(Op::CountryIn, index, collection);
            code.first = operand(element, scope);
        } else {
            code = of_fact(Op::ChoiceIn, index, element);
            code.second = operand(collection, scope);
        }
        code.negated = node.negated;
        return add(code, 3);
    }

    std::uint32_t intersection(NodeIndex index) {
        NodeIndex left = e_->at(index).children[0];
        NodeIndex right = e_->at(index).children[1];
        const bool countries = e_->at(left).type.base == Base::Countries;
        if (e_->at(left).kind != NodeKind::Fact) std::swap(left, right);
        if (e_->at(left).kind != NodeKind::Fact) {
            const bool meet = countries ? (members(left) & members(right)).any()
                                        : (mask(left) & mask(right)) != 0;
            return constant(truth_of(meet), index);
        }
        Code code = of_fact(countries ? Op::SomeCountry : Op::SomeChoice, index, left);
        if (e_->at(right).kind == NodeKind::Fact) {
            code.op = countries ? Op::Meet : Op::MeetChoice;
            code.second = add(of_fact(Op::FactOf, right, right), 1);
        } else {
            code.second = countries ? set_of(members(right)) : mask_of(mask(right));
        }
        return add(code, 3);
    }

    // ---- subjects and definitions ----

    /// `any device` outside an item is `any item: any device`; a listing outside a party likewise.
    [[nodiscard]] static std::optional<SubjectKind> around(SubjectKind kind, const Scope& scope) {
        if (kind == SubjectKind::Device && !scope.item) return SubjectKind::Item;
        if (kind == SubjectKind::Listing && !scope.party) return SubjectKind::Party;
        return std::nullopt;
    }

    std::uint32_t quantifier(Op op, NodeIndex index, const Scope& scope) {
        const Node& node = e_->at(index);
        Scope inner = scope;
        inner.add(node.subject);
        Code code = make(op, index);
        code.kind = node.subject;
        code.first = condition(node.children.back(), inner);
        if (node.children.size() == 2) {
            const std::uint32_t where = condition(node.children[0], inner);
            code.first = group(op == Op::All ? Op::Implies : Op::Both, index, {where, code.first});
        }
        const std::uint32_t cost = 8 * cost_[code.first] + 8;
        const auto outer = around(node.subject, scope);
        if (!outer) return add(code, cost);
        if (op == Op::NoneOf) code.op = Op::Any;  // no item with any device
        Code around_it = make(op, index);
        around_it.kind = *outer;
        around_it.first = add(code, cost);
        return add(around_it, 2 * cost);
    }

    std::uint32_t count(NodeIndex index, const Scope& scope) {
        const Node& node = e_->at(index);
        Scope inner = scope;
        inner.add(node.subject);
        Code code = make(Op::Count, index);
        code.kind = node.subject;
        code.first = node.children.empty() ? kNoNode : condition(node.children[0], inner);
        const std::uint32_t counted = add(code, 50);
        const auto outer = around(node.subject, scope);
        if (!outer) return counted;
        Code sum = make(Op::CountInner, index);
        sum.kind = *outer;
        sum.first = counted;
        return add(sum, 100);
    }

    std::uint32_t call(NodeIndex index, const Scope& scope) {
        const Node& node = e_->at(index);
        const std::uint32_t entry = out_.entry_of[node.definition];
        if (entry == kNoNode || !out_.entries[entry].counts) return constant(Truth::No, index);
        const Per per = source_.provisions[node.definition].per;
        Code code = make(per == Per::Country ? Op::CallCountry : Op::Call, index);
        code.kind = subject_of(per);
        code.second = entry;
        if (per != Per::Country) return add(code, 3);  // mostly remembered from another rule
        code.first = operand(node.children[0], scope);
        return add(code, 4);
    }

    // ---- amounts, days and countries ----

    std::uint32_t operand(NodeIndex index, const Scope& scope) {
        const Node& node = e_->at(index);
        switch (node.kind) {
            case NodeKind::Fact:
                return add(of_fact(Op::FactOf, index, index), 1);
            case NodeKind::Asked:
                return add(make(Op::Asked, index), 0);
            case NodeKind::OfCountry:
                return add(make(Op::OfCountry, index), 0);
            case NodeKind::Number:
            case NodeKind::Day:
            case NodeKind::Country:
                return literal(index);
            case NodeKind::Count:
                return count(index, scope);
            case NodeKind::Add:
            case NodeKind::Subtract:
            case NodeKind::Multiply:
            case NodeKind::Divide:
            case NodeKind::Max:
            case NodeKind::Min:
                return arithmetic(index, scope);
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
            case NodeKind::Option:
            case NodeKind::Set:
            case NodeKind::NamedSet:
            case NodeKind::Word:
                break;
        }
        CHECK(false && "the check lets no other node stand as an operand");
        return 0;
    }

    std::uint32_t literal(NodeIndex index) {
        const Node& node = e_->at(index);
        Code code = make(Op::Constantly, index);
        if (node.kind == NodeKind::Number) code.second = number_of(node.number);
        if (node.kind == NodeKind::Day) code.second = static_cast<std::uint32_t>(node.day);
        if (node.kind == NodeKind::Country) code.slot = out_.read_as[node.country];
        return add(code, 0);
    }

    [[nodiscard]] static Op op_of(NodeKind kind) {
        if (kind == NodeKind::Add) return Op::Add;
        if (kind == NodeKind::Subtract) return Op::Subtract;
        if (kind == NodeKind::Multiply) return Op::Multiply;
        if (kind == NodeKind::Divide) return Op::Divide;
        return kind == NodeKind::Max ? Op::Max : Op::Min;
    }

    std::uint32_t arithmetic(NodeIndex index, const Scope& scope) {
        const Node& node = e_->at(index);
        Op op = op_of(node.kind);
        if (e_->at(node.children[0]).type.base == Base::Date) {
            const bool two = e_->at(node.children[1]).type.base == Base::Date;
            op = two ? Op::Between : node.kind == NodeKind::Add ? Op::Later : Op::Earlier;
        }
        std::uint32_t result = operand(node.children[0], scope);
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            Code code = make(op, index);
            code.first = result;
            code.second = operand(node.children[i], scope);
            result = add(code, cost_[code.first] + cost_[code.second] + 2);
        }
        return result;
    }

    const EditionSource& source_;
    Date day_;
    Edition::Compiled& out_;
    const Expression* e_ = nullptr;
    std::vector<std::uint32_t> cost_;
};

}  // namespace

CountrySet Edition::Compiled::read(CountrySet set) const {
    for (const auto& [from, as] : reads) {
        if (!set[from]) continue;
        set.reset(from);
        set.set(as);
    }
    return set;
}

std::unique_ptr<Edition::Compiled> compile(const EditionSource& source, Date day, Reading reading) {
    auto compiled = std::make_unique<Edition::Compiled>();
    compiled->law = source.law;
    compiled->reading = reading;
    compiled->first_day = day;
    Compiler(source, day, *compiled).all();
    return compiled;
}

}  // namespace cordon::law
