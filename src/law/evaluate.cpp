// SPDX-License-Identifier: Apache-2.0
#include "law/evaluation_state.h"
#include "law/trace.h"

namespace cordon::law {

Evaluation::Evaluation() : state_(std::make_unique<State>()) {}
Evaluation::~Evaluation() = default;

void Evaluation::restart(const Edition& edition, const Case& facts, Date day) {
    state_->machine.restart(edition, facts, day);
}

std::uint32_t Evaluation::State::index_of(const Edition::Entry& entry) const {
    const std::uint32_t index = machine.compiled().entry_of[entry.provision];
    CHECK(index != kNoNode);
    return index;
}

Truth Evaluation::State::agreed(const Edition::Entry& entry, const SubjectRef& subject) {
    const std::uint32_t index = index_of(entry);
    if (subject.kind != SubjectKind::Item) {
        return machine.entry(index, machine.frame_of(subject));
    }
    const Row row = machine.alternatives(subject.index);
    if (row.count == 0) return Truth::Unknown;
    const Frame frame;
    const Truth truth = machine.entry(index, frame.with(SubjectKind::Item, row.first));
    for (std::uint32_t i = 1; i < row.count; ++i) {
        const auto next = machine.entry(index, frame.with(SubjectKind::Item, row.first + i));
        if (next != truth) return Truth::Unknown;
    }
    return truth;
}

Truth Evaluation::holds(const Edition::Entry& entry, const SubjectRef& subject) {
    return state_->agreed(entry, subject);
}

Truth Evaluation::holds_if_questions_are_no(const Edition::Entry& entry,
                                            const SubjectRef& subject) {
    state_->machine.assume_questions_are_no(true);
    const Truth truth = state_->agreed(entry, subject);
    state_->machine.assume_questions_are_no(false);
    return truth;
}

std::span<const Answer> Evaluation::answers(const Questionnaire& rules) {
    rules.ask(state_->machine, state_->asked);
    return state_->asked.answers;
}

Truth Evaluation::holds_under(const Edition::Entry& entry, const SubjectRef& subject) {
    return state_->machine.entry(state_->index_of(entry), state_->machine.frame_of(subject));
}

Truth Evaluation::holds_for_country(const Edition::Entry& entry, Country country) {
    Frame frame;
    frame.country = state_->machine.compiled().read_as[country.index()];
    return state_->machine.entry(state_->index_of(entry), frame);
}

std::vector<SubjectRef> subjects(const Case& facts, Per per) {
    std::vector<SubjectRef> out;
    const SubjectKind kind = subject_of(per);
    const auto narrow = [](std::size_t n) { return static_cast<std::uint16_t>(n); };
    if (per == Per::Transaction) out.push_back({});
    if (per == Per::Item) {
        for (std::size_t i = 0; i < facts.items.size(); ++i) out.push_back({kind, narrow(i), 0, 0});
    }
    if (per == Per::Party) {
        for (std::size_t i = 0; i < facts.parties.size(); ++i) {
            out.push_back({kind, narrow(i), 0, 0});
        }
    }
    for (std::size_t i = 0; per == Per::Device && i < facts.items.size(); ++i) {
        const auto& alternatives = facts.items[i].alternatives;
        for (std::size_t a = 0; a < alternatives.size(); ++a) {
            for (std::size_t d = 0; d < alternatives[a].devices.size(); ++d) {
                out.push_back({kind, narrow(i), narrow(d), narrow(a)});
            }
        }
    }
    for (std::size_t i = 0; per == Per::Listing && i < facts.parties.size(); ++i) {
        for (std::size_t l = 0; l < facts.parties[i].listings.size(); ++l) {
            out.push_back({kind, narrow(i), narrow(l), 0});
        }
    }
    return out;
}

}  // namespace cordon::law
