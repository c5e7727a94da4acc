// SPDX-License-Identifier: Apache-2.0
// Which unknown facts would settle an Unknown answer. Only conditions that are Unknown all the way
// up count: a fact under a definite "or" decides nothing. Each such fact is tried: all conditions
// that wait for it are set to yes, then to no, and the tree is put together again. A fact that
// settles both ways outranks one that settles one way; nearer to the top outranks deeper.
// Tested by explanation_test.cpp.
#include <algorithm>

#include "law/evaluation_state.h"
#include "law/trace.h"
#include "law/waiting.h"

namespace cordon::law {
namespace {

constexpr std::uint32_t kAmbiguousWeight = 1'000'000;

class Settling {
public:
    Settling(Machine& machine, const TraceRecord& record)
        : machine_(machine),
          record_(record),
          waits_(record.steps.size()),
          seen_(record.steps.size(), false) {}

    std::vector<MissingFact> all() {
        walk(0, 0);
        for (std::uint32_t fact = 0; fact < facts_.size(); ++fact) weigh(fact);
        std::ranges::stable_sort(facts_, [](const MissingFact& a, const MissingFact& b) {
            if (a.weight != b.weight) return a.weight > b.weight;
            return std::tie(a.subject, a.slot) < std::tie(b.subject, b.slot);
        });
        return std::move(facts_);
    }

private:
    [[nodiscard]] const Schema& schema() const { return (*machine_.compiled().law)->schema(); }

    void walk(std::uint32_t at, std::uint32_t depth) {
        const TraceStep& step = record_.steps[at];
        if (step.truth != Truth::Unknown) return;
        if (step.kind == TraceStep::Kind::Repeat) return walk(step.code, depth);
        if (seen_[at]) return;
        seen_[at] = true;
        const auto found = [&](const SubjectRef& subject, Slot slot) {
            add(at, subject, slot, depth);
        };
        if (step.kind == TraceStep::Kind::Open) return open(step, found);
        if (step.end == at + 1) {
            if (step.kind == TraceStep::Kind::Condition) {
                Waiting(machine_, found).walk(step.code, step.frame);
            }
            return;
        }
        if (step.kind == TraceStep::Kind::Alternatives && parts_differ(at))
            ambiguous(machine_.ref_of(SubjectKind::Item, step.frame));
        for (std::uint32_t part = at + 1; part < step.end; part = record_.steps[part].end) {
            walk(part, depth + 1);
        }
    }

    [[nodiscard]] bool parts_differ(std::uint32_t at) const {
        const TraceStep& step = record_.steps[at];
        const Truth first = record_.steps[at + 1].truth;
        for (std::uint32_t part = at + 1; part < step.end; part = record_.steps[part].end) {
            if (record_.steps[part].truth != first) return true;
        }
        return false;
    }

    void open(const TraceStep& step, const Waiting::Found& found) const {
        if (const auto slot = completing(schema(), step.about))
            found(machine_.ref_of(step.about, step.frame), *slot);
    }

    /// The name of the item decides which catalogue entry is meant.
    void ambiguous(SubjectRef item) {
        const auto slot = schema().find(SubjectKind::Item, "name");
        if (!slot) return;
        item.alternative = 0;
        const MissingFact name{item, *slot, false, kAmbiguousWeight};
        if (std::ranges::find(facts_, name) != facts_.end()) return;
        facts_.push_back(name);
        depths_.push_back(0);
    }

    /// A derived fact cannot be stated: the one that an order gives instead is what is missing.
    [[nodiscard]] std::pair<SubjectRef, Slot> what_to_state(const SubjectRef& subject,
                                                            Slot slot) const {
        const auto& instead = schema().fact(subject.kind, slot).stated_by;
        if (!instead) return {subject, slot};
        SubjectRef about = subject;
        about.kind = instead->subject;
        if (about.kind == SubjectKind::Party) about.inner = 0;  // of a listing of the party
        return {about, instead->slot};
    }

    void add(std::uint32_t step, const SubjectRef& subject, Slot slot, std::uint32_t depth) {
        const bool name =
            subject.kind == SubjectKind::Item && slot == schema().find(SubjectKind::Item, "name");
        if (name) return ambiguous(subject);  // rules cannot ask for a name otherwise
        const Fact& asked = schema().fact(subject.kind, slot);
        const auto [about, stated] = what_to_state(subject, slot);
        const auto same = [&, of = about, by = stated](const MissingFact& fact) {
            return fact.subject == of && fact.slot == by && fact.weight != kAmbiguousWeight;
        };
        const auto known = std::ranges::find_if(facts_, same);
        const auto index = static_cast<std::uint32_t>(known - facts_.begin());
        if (known == facts_.end()) {
            facts_.push_back({about, stated, asked.question, 0});
            depths_.push_back(depth);
        }
        depths_[index] = std::min(depths_[index], depth);
        waits_[step].push_back(index);
    }

    void weigh(std::uint32_t fact) {
        if (facts_[fact].weight == kAmbiguousWeight) return;
        std::uint32_t settled = 0;
        for (const Truth assumed : {Truth::Yes, Truth::No}) {
            solved_.assign(record_.steps.size(), std::nullopt);
            if (solve(0, fact, assumed) != Truth::Unknown) ++settled;
        }
        const std::uint32_t nearness = depths_[fact] < 99 ? 100 - depths_[fact] : 1;
        facts_[fact].weight = settled * 1000 + nearness;
    }

    Truth solve(std::uint32_t at, std::uint32_t fact, Truth assumed) {
        if (solved_[at]) return *solved_[at];
        const TraceStep& step = record_.steps[at];
        Truth truth = step.truth;
        if (step.truth == Truth::Unknown) {
            if (step.kind == TraceStep::Kind::Repeat)
                truth = solve(step.code, fact, assumed);
            else if (step.end == at + 1)
                truth = waits(at, fact) ? assumed : Truth::Unknown;
            else
                truth = joined(at, fact, assumed);
        }
        solved_[at] = truth;
        return truth;
    }

    Truth joined(std::uint32_t at, std::uint32_t fact, Truth assumed) {
        const TraceStep& step = record_.steps[at];
        std::vector<Truth> parts;
        for (std::uint32_t part = at + 1; part < step.end; part = record_.steps[part].end) {
            parts.push_back(solve(part, fact, assumed));
        }
        if (step.kind != TraceStep::Kind::Alternatives) {
            return combined(machine_.compiled().code[step.code], parts);
        }
        Truth truth = parts[0];
        for (const Truth part : parts) truth = agreement(truth, part);
        return truth;
    }

    [[nodiscard]] bool waits(std::uint32_t step, std::uint32_t fact) const {
        return std::ranges::find(waits_[step], fact) != waits_[step].end();
    }

    Machine& machine_;
    const TraceRecord& record_;
    std::vector<std::vector<std::uint32_t>> waits_;  ///< by step: the facts it waits for
    std::vector<bool> seen_;
    std::vector<MissingFact> facts_;
    std::vector<std::uint32_t> depths_;  ///< by fact: nearest to the top
    std::vector<std::optional<Truth>> solved_;
};

}  // namespace

std::vector<MissingFact> Evaluation::missing(const Edition::Entry& entry,
                                             const SubjectRef& subject) {
    if (state_->agreed(entry, subject) != Truth::Unknown) return {};
    const TraceRecord record = this->record(entry, subject);
    return Settling(state_->machine, record).all();
}

}  // namespace cordon::law
