// SPDX-License-Identifier: Apache-2.0
// One edition: the expressions of the versions of one day, flattened. What can be settled for the
// day is settled here: members of dated sets, countries that read as others, definitions that are
// not in force (they are No), thresholds in canonical units. A comparison of one fact with a
// constant becomes one instruction, since nearly every condition is one.
//
// Conjuncts are tried cheapest first. That cannot change an answer: "and" is the minimum and "or"
// the maximum of the truths, in any order. The written order is kept beside it for explanations.
// Tested by law_property_test.cpp against reference/twin.cpp, which knows nothing of all this.
#include <numeric>

#include "law/compiler.h"

namespace cordon::law {

void Compiler::all() {
    read_countries();
    list_entries();
    for (std::size_t i = 0; i < out_.entries.size(); ++i) root(i);
}

void Compiler::read_countries() {
    std::iota(out_.read_as.begin(), out_.read_as.end(), std::uint8_t{0});
    for (const ReadAs& read : source_.read_as) {
        if (day_ < read.from) continue;
        out_.read_as[read.country.index()] = read.as.index();
        out_.reads.emplace_back(read.country.index(), read.as.index());
    }
}

void Compiler::list_entries() {
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

void Compiler::root(std::size_t entry) {
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
        root.memo = static_cast<std::uint16_t>(out_.remembered[static_cast<std::size_t>(per)]++);
    }
}

void Compiler::enter(const Expression& expression) {
    e_ = &expression;
    out_.expressions.push_back(&expression);
}

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
