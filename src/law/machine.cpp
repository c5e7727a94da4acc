// SPDX-License-Identifier: Apache-2.0
// The subjects of a case, numbered. Nothing here allocates after the first cases: the vectors keep
// their capacity, and the answers of called definitions are bytes in one array.
// Tested by law_property_test.cpp against reference/twin.cpp.
#include "law/machine.h"

#include <algorithm>

namespace cordon::law {
namespace {

constexpr std::size_t index_of(SubjectKind kind) {
    return static_cast<std::size_t>(kind);
}
constexpr std::size_t index_of(Per per) {
    return static_cast<std::size_t>(per);
}

constexpr std::size_t kCountries = 256;  ///< as many as a frame can name

}  // namespace

// ---- one case ----

void Machine::restart(const Edition& edition, const Case& facts, Date day) {
    edition_ = &edition;
    c_ = &edition.compiled();
    code_ = c_->code.data();
    day_ = day;
    roots_ = c_->roots.data();
    children_ = c_->children.data();
    numbers_ = c_->numbers.data();
    countries_ = c_->countries.data();
    masks_ = c_->masks.data();
    for (std::size_t kind = 0; kind < kSubjectKinds; ++kind) {
        subjects_[kind].clear();
        first_values_[kind].clear();
        slots_[kind] = edition.law().schema().facts(static_cast<SubjectKind>(kind)).size();
    }
    enrol(SubjectKind::Transaction, facts.transaction);
    number_items(facts);
    number_parties(facts);
    for (std::size_t kind = 0; kind < kSubjectKinds; ++kind) {
        values_[kind] = first_values_[kind].data();
    }
    clear_memory();
}

void Machine::enrol(SubjectKind kind, const FactSet& facts) {
    CHECK(facts.size() == slots_[index_of(kind)]);
    subjects_[index_of(kind)].push_back(&facts);
    first_values_[index_of(kind)].push_back(facts.size() == 0 ? nullptr : &facts.at(0));
}

void Machine::number_items(const Case& facts) {
    items_.clear();
    devices_.clear();
    item_of_.clear();
    alternative_of_.clear();
    const auto& alternatives = subjects_[index_of(SubjectKind::Item)];
    const auto& devices = subjects_[index_of(SubjectKind::Device)];
    for (const ItemFacts& item : facts.items) {
        const auto number = static_cast<std::uint32_t>(items_.size());
        items_.push_back({static_cast<std::uint32_t>(alternatives.size()),
                          static_cast<std::uint32_t>(item.alternatives.size()), true});
        for (const ItemAlternative& alternative : item.alternatives) {
            devices_.push_back({static_cast<std::uint32_t>(devices.size()),
                                static_cast<std::uint32_t>(alternative.devices.size()),
                                alternative.devices_complete});
            for (const FactSet& device : alternative.devices) {
                enrol(SubjectKind::Device, device);
                alternative_of_.push_back(static_cast<std::uint32_t>(alternatives.size()));
            }
            enrol(SubjectKind::Item, alternative.item);
            item_of_.push_back(number);
        }
    }
}

void Machine::number_parties(const Case& facts) {
    listings_.clear();
    party_of_.clear();
    const auto& parties = subjects_[index_of(SubjectKind::Party)];
    const auto& listings = subjects_[index_of(SubjectKind::Listing)];
    for (const PartyFacts& party : facts.parties) {
        listings_.push_back({static_cast<std::uint32_t>(listings.size()),
                             static_cast<std::uint32_t>(party.listings.size()),
                             party.listings_complete});
        for (const FactSet& listing : party.listings) {
            enrol(SubjectKind::Listing, listing);
            party_of_.push_back(static_cast<std::uint32_t>(parties.size()));
        }
        enrol(SubjectKind::Party, party.party);
    }
}

void Machine::clear_memory() {
    std::uint32_t bytes = 0;
    for (const Per per :
         {Per::Transaction, Per::Item, Per::Device, Per::Party, Per::Listing, Per::Country}) {
        const auto subjects = static_cast<std::uint32_t>(
            per == Per::Country ? kCountries : subjects_[index_of(subject_of(per))].size());
        subjects_of_[index_of(per)] = subjects;
        answers_from_[index_of(per)] = bytes;
        bytes += subjects * c_->remembered[index_of(per)];
    }
    memory_.assign(bytes, kNotAsked);
    other_memory_.clear();
    questions_are_no_ = false;
    answers_ = memory_.data();
}

void Machine::assume_questions_are_no(bool assume) {
    questions_are_no_ = assume;
    if (assume && other_memory_.empty()) other_memory_.assign(memory_.size(), kNotAsked);
    answers_ = assume ? other_memory_.data() : memory_.data();
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

}  // namespace cordon::law
