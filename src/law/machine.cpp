// SPDX-License-Identifier: Apache-2.0
// The hot loop. Nothing here allocates after the first cases: subjects are numbered into vectors
// that keep their capacity, answers of called definitions are bytes in one array, sets are bits.
// The commonest condition (one fact against a constant) is one instruction without a call.
// Tested by law_property_test.cpp against reference/twin.cpp.
#include "law/machine.h"

#include <algorithm>

namespace cordon::law {
namespace {

constexpr std::uint8_t kNotAsked = 0xFF;
constexpr std::size_t index_of(SubjectKind kind) {
    return static_cast<std::size_t>(kind);
}
constexpr std::size_t index_of(Per per) {
    return static_cast<std::size_t>(per);
}

Truth flipped(bool holds, bool negated) {
    return truth_of(holds != negated);
}

bool ordered(auto a, Relation relation, auto b) {
    switch (relation) {
        case Relation::Equal:
            return a == b;
        case Relation::NotEqual:
            return a != b;
        case Relation::Less:
            return a < b;
        case Relation::LessOrEqual:
            return a <= b;
        case Relation::Greater:
            return a > b;
        case Relation::GreaterOrEqual:
            return a >= b;
    }
    return false;
}

}  // namespace

// ---- one case ----

void Machine::restart(const Edition& edition, const Case& facts, Date day) {
    edition_ = &edition;
    c_ = &edition.compiled();
    code_ = c_->code.data();
    day_ = day;
    for (auto& kind : subjects_) kind.clear();
    subjects_[index_of(SubjectKind::Transaction)].push_back(&facts.transaction);
    number_items(facts);
    number_parties(facts);
    clear_memory();
}

void Machine::number_items(const Case& facts) {
    items_.clear();
    devices_.clear();
    item_of_.clear();
    alternative_of_.clear();
    auto& alternatives = subjects_[index_of(SubjectKind::Item)];
    auto& devices = subjects_[index_of(SubjectKind::Device)];
    for (const ItemFacts& item : facts.items) {
        const auto number = static_cast<std::uint32_t>(items_.size());
        items_.push_back({static_cast<std::uint32_t>(alternatives.size()),
                          static_cast<std::uint32_t>(item.alternatives.size()), true});
        for (const ItemAlternative& alternative : item.alternatives) {
            devices_.push_back({static_cast<std::uint32_t>(devices.size()),
                                static_cast<std::uint32_t>(alternative.devices.size()),
                                alternative.devices_complete});
            for (const FactSet& device : alternative.devices) {
                devices.push_back(&device);
                alternative_of_.push_back(static_cast<std::uint32_t>(alternatives.size()));
            }
            alternatives.push_back(&alternative.item);
            item_of_.push_back(number);
        }
    }
}

void Machine::number_parties(const Case& facts) {
    listings_.clear();
    party_of_.clear();
    auto& parties = subjects_[index_of(SubjectKind::Party)];
    auto& listings = subjects_[index_of(SubjectKind::Listing)];
    for (const PartyFacts& party : facts.parties) {
        listings_.push_back({static_cast<std::uint32_t>(listings.size()),
                             static_cast<std::uint32_t>(party.listings.size()),
                             party.listings_complete});
        for (const FactSet& listing : party.listings) {
            listings.push_back(&listing);
            party_of_.push_back(static_cast<std::uint32_t>(parties.size()));
        }
        parties.push_back(&party.party);
    }
}

void Machine::clear_memory() {
    std::uint32_t bytes = 0;
    for (std::size_t per = 0; per < stride_.size(); ++per) {
        const auto kind = subject_of(static_cast<Per>(per));
        const bool country = static_cast<Per>(per) == Per::Country;
        stride_[per] = country ? 256 : static_cast<std::uint32_t>(subjects_[index_of(kind)].size());
        memory_base_[per] = bytes;
        bytes += stride_[per] * c_->remembered[per];
    }
    memory_.assign(bytes, kNotAsked);
    other_memory_.clear();
    questions_are_no_ = false;
}

void Machine::assume_questions_are_no(bool assume) {
    if (assume == questions_are_no_) return;
    questions_are_no_ = assume;
    std::swap(memory_, other_memory_);
    if (memory_.size() != other_memory_.size()) memory_.assign(other_memory_.size(), kNotAsked);
}

Frame Machine::frame_of(const SubjectRef& subject) const {
    Frame frame;
    switch (subject.kind) {
        case SubjectKind::Transaction:
            return frame;
        case SubjectKind::Item:
        case SubjectKind::Device: {
            const std::uint32_t alternative = items_[subject.index].first + subject.alternative;
            frame = frame.with(SubjectKind::Item, alternative);
            if (subject.kind == SubjectKind::Item) return frame;
            return frame.with(SubjectKind::Device, devices_[alternative].first + subject.inner);
        }
        case SubjectKind::Party:
            return frame.with(SubjectKind::Party, subject.index);
        case SubjectKind::Listing:
            return frame.with(SubjectKind::Party, subject.index)
                .with(SubjectKind::Listing, listings_[subject.index].first + subject.inner);
    }
    return frame;
}

SubjectRef Machine::ref_of(SubjectKind kind, const Frame& frame) const {
    SubjectRef ref;
    ref.kind = kind;
    const auto narrow = [](std::uint32_t n) { return static_cast<std::uint16_t>(n); };
    switch (kind) {
        case SubjectKind::Transaction:
            break;
        case SubjectKind::Item:
        case SubjectKind::Device: {
            const std::uint32_t alternative = frame.of(SubjectKind::Item);
            ref.index = narrow(item_of_[alternative]);
            ref.alternative = narrow(alternative - items_[ref.index].first);
            if (kind == SubjectKind::Item) break;
            ref.inner = narrow(frame.of(SubjectKind::Device) - devices_[alternative].first);
            break;
        }
        case SubjectKind::Party:
            ref.index = narrow(frame.of(SubjectKind::Party));
            break;
        case SubjectKind::Listing:
            ref.index = narrow(frame.of(SubjectKind::Party));
            ref.inner = narrow(frame.of(SubjectKind::Listing) - listings_[ref.index].first);
            break;
    }
    return ref;
}

Row Machine::row(SubjectKind kind, const Frame& frame) const {
    switch (kind) {
        case SubjectKind::Transaction:
            return {0, 1, true};
        case SubjectKind::Item:
            return {0, static_cast<std::uint32_t>(items_.size()), true};
        case SubjectKind::Device:
            return devices_[frame.of(SubjectKind::Item)];
        case SubjectKind::Party:
            return {0, static_cast<std::uint32_t>(subjects_[index_of(kind)].size()), true};
        case SubjectKind::Listing:
            return listings_[frame.of(SubjectKind::Party)];
    }
    return {};
}

// ---- conditions ----

Truth Machine::holds(std::uint32_t at, const Frame& frame) {
    const Code& code = code_[at];
    switch (code.op) {
        case Op::Constant:
            return static_cast<Truth>(code.slot);
        case Op::Both: {
            Truth truth = Truth::Yes;
            for (std::uint32_t i = 0; i < code.count; ++i) {
                truth = both(truth, holds(c_->children[code.first + i], frame));
                if (truth == Truth::No) break;
            }
            return truth;
        }
        case Op::Either: {
            Truth truth = Truth::No;
            for (std::uint32_t i = 0; i < code.count; ++i) {
                truth = either(truth, holds(c_->children[code.first + i], frame));
                if (truth == Truth::Yes) break;
            }
            return truth;
        }
        case Op::Implies: {
            const Truth where = holds(c_->children[code.first], frame);
            if (where == Truth::No) return Truth::Yes;
            return either(opposite(where), holds(c_->children[code.first + 1], frame));
        }
        case Op::Not:
            return opposite(holds(code.first, frame));
        case Op::YesNo: {
            const Value& v = value(code, frame);
            if (v.kind == Value::Kind::YesNo) return flipped(v.yes, code.negated);
            if (code.question && questions_are_no_) return flipped(false, code.negated);
            return Truth::Unknown;
        }
        case Op::Number:
            return number(code, frame);
        case Op::OneCountry:
            return one_country(code, frame);
        case Op::OneChoice: {
            const Value& v = value(code, frame);
            if (v.kind != Value::Kind::Choice) return Truth::Unknown;
            return flipped((c_->masks[code.second] >> v.choice & 1) != 0, code.negated);
        }
        case Op::SomeCountry:
            return some_country(code, frame);
        case Op::SomeChoice: {
            const Value& v = value(code, frame);
            if (v.kind != Value::Kind::Choices) return Truth::Unknown;
            return flipped((c_->masks[code.second] & v.choices) != 0, code.negated);
        }
        case Op::Amounts:
            return amounts(code, frame);
        case Op::Days:
            return days(code, frame);
        case Op::SameCountry:
        case Op::InCountry:
        case Op::CountryIn:
        case Op::Meet:
        case Op::SameChoice:
        case Op::ChoiceIn:
        case Op::MeetChoice:
        case Op::SameTruth:
            return pair(code, frame);
        case Op::Call:
            return entry(code.second, frame);
        case Op::CallCountry:
            return of_country(code, frame);
        case Op::Any:
            return any(code, frame);
        case Op::All:
            return all(code, frame);
        case Op::NoneOf:
            return opposite(any(code, frame));
        case Op::FactOf:
        case Op::Constantly:
        case Op::Asked:
        case Op::OfCountry:
        case Op::Add:
        case Op::Subtract:
        case Op::Multiply:
        case Op::Divide:
        case Op::Max:
        case Op::Min:
        case Op::Between:
        case Op::Later:
        case Op::Earlier:
        case Op::Count:
        case Op::CountInner:
            break;
    }
    return Truth::Unknown;
}

Truth Machine::entry(std::uint32_t index, const Frame& frame) {
    const Edition::Compiled::Root& root = c_->roots[index];
    if (root.memo == kNoMemo) return holds(root.code, frame);
    const Per per = c_->pers[index];
    const std::uint32_t subject = per == Per::Country ? frame.country : frame.of(subject_of(per));
    const std::uint32_t place =
        memory_base_[index_of(per)] + root.memo * stride_[index_of(per)] + subject;
    if (memory_[place] != kNotAsked) return static_cast<Truth>(memory_[place]);
    const Truth truth = holds(root.code, frame);
    memory_[place] = static_cast<std::uint8_t>(truth);
    return truth;
}

Truth Machine::of_country(const Code& code, const Frame& frame) {
    const auto asked = country(code.first, frame);
    const Edition::Compiled::Root& root = c_->roots[code.second];
    if (!asked) return Truth::Unknown;
    if (root.countries != kNoNode) return truth_of(c_->countries[root.countries][*asked]);
    Frame inner = frame;
    inner.country = *asked;
    return entry(code.second, inner);
}

Truth Machine::number(const Code& code, const Frame& frame) const {
    const Value& v = value(code, frame);
    if (v.kind != Value::Kind::Number) return Truth::Unknown;
    const Decimal limit = c_->numbers[code.second];
    if (v.number.is_exact()) return truth_of(ordered(v.number.lo(), code.relation, limit));
    return compare(v.number, code.relation, Interval::exactly(limit));
}

Truth Machine::one_country(const Code& code, const Frame& frame) const {
    const Value& v = value(code, frame);
    if (v.kind != Value::Kind::Country) return Truth::Unknown;
    return flipped(c_->countries[code.second][c_->read_as[v.country]], code.negated);
}

Truth Machine::some_country(const Code& code, const Frame& frame) const {
    const Value& v = value(code, frame);
    if (v.kind != Value::Kind::Countries) return Truth::Unknown;
    return flipped((c_->read(*v.countries) & c_->countries[code.second]).any(), code.negated);
}

Truth Machine::amounts(const Code& code, const Frame& frame) {
    const auto a = amount(code.first, frame);
    const auto b = amount(code.second, frame);
    return a && b ? compare(*a, code.relation, *b) : Truth::Unknown;
}

Truth Machine::days(const Code& code, const Frame& frame) {
    const auto a = day(code.first, frame);
    const auto b = day(code.second, frame);
    return a && b ? truth_of(ordered(*a, code.relation, *b)) : Truth::Unknown;
}

/// Two values of the case against each other.
Truth Machine::pair(const Code& code, const Frame& frame) {
    if (code.op == Op::SameTruth) {
        const Truth a = holds(code.first, frame);
        const Truth b = holds(code.second, frame);
        if (a == Truth::Unknown || b == Truth::Unknown) return Truth::Unknown;
        return flipped(a == b, code.negated);
    }
    if (code.op == Op::SameCountry || code.op == Op::InCountry) {
        const auto a = country(code.first, frame);
        if (!a) return Truth::Unknown;
        if (code.op == Op::InCountry) {
            return flipped(c_->countries[code.second][*a], code.negated);
        }
        const auto b = country(code.second, frame);
        return b ? flipped(*a == *b, code.negated) : Truth::Unknown;
    }
    const Value& v = value(code, frame);
    if (!v.known()) return Truth::Unknown;
    if (code.op == Op::CountryIn) {
        const auto a = country(code.first, frame);
        return a ? flipped(c_->read(*v.countries)[*a], code.negated) : Truth::Unknown;
    }
    const Value& w = value(code_[code.second], frame);
    if (!w.known()) return Truth::Unknown;
    if (code.op == Op::SameChoice) return flipped(v.choice == w.choice, code.negated);
    if (code.op == Op::ChoiceIn) return flipped((w.choices >> v.choice & 1) != 0, code.negated);
    if (code.op == Op::MeetChoice) return flipped((v.choices & w.choices) != 0, code.negated);
    return flipped((c_->read(*v.countries) & c_->read(*w.countries)).any(), code.negated);
}

// ---- subjects ----

/// One item under each of its alternatives; where they differ nobody can tell.
Truth Machine::of_item(std::uint32_t code, std::uint32_t item, const Frame& frame) {
    const Row row = items_[item];
    if (row.count == 0) return Truth::Unknown;
    const Truth truth = holds(code, frame.with(SubjectKind::Item, row.first));
    for (std::uint32_t i = 1; i < row.count; ++i) {
        if (holds(code, frame.with(SubjectKind::Item, row.first + i)) != truth) {
            return Truth::Unknown;
        }
    }
    return truth;
}

Truth Machine::any(const Code& code, const Frame& frame) {
    const Row subjects = row(code.kind, frame);
    Truth truth = subjects.complete ? Truth::No : Truth::Unknown;
    for (std::uint32_t i = 0; i < subjects.count && truth != Truth::Yes; ++i) {
        const std::uint32_t subject = subjects.first + i;
        truth = either(truth, code.kind == SubjectKind::Item
                                  ? of_item(code.first, subject, frame)
                                  : holds(code.first, frame.with(code.kind, subject)));
    }
    return truth;
}

Truth Machine::all(const Code& code, const Frame& frame) {
    const Row subjects = row(code.kind, frame);
    Truth truth = subjects.complete ? Truth::Yes : Truth::Unknown;
    for (std::uint32_t i = 0; i < subjects.count && truth != Truth::No; ++i) {
        const std::uint32_t subject = subjects.first + i;
        truth = both(truth, code.kind == SubjectKind::Item
                                ? of_item(code.first, subject, frame)
                                : holds(code.first, frame.with(code.kind, subject)));
    }
    return truth;
}

}  // namespace cordon::law
