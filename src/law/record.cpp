// SPDX-License-Identifier: Apache-2.0
// Walks the code as written, deciding everything. Tested by explanation_test.cpp, and against
// holds() by law_property_test.cpp.
#include "law/evaluation_state.h"
#include "law/reads.h"
#include "law/trace.h"

namespace cordon::law {
namespace {

using Written = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

class Recorder {
public:
    Recorder(Machine& machine, Written& written, std::vector<TraceStep>& steps)
        : machine_(machine), c_(machine.compiled()), written_(written), steps_(steps) {
        written_.clear();
    }

    /// An entry of an item under all its alternatives.
    Truth of_item(std::uint32_t code, std::uint32_t item, const Frame& frame) {
        const Row row = machine_.alternatives(item);
        if (row.count == 1) {
            return condition(code, frame.with(SubjectKind::Item, row.first), SubjectKind::Item);
        }
        const Frame first = row.count == 0 ? frame : frame.with(SubjectKind::Item, row.first);
        const std::uint32_t step =
            open(TraceStep::Kind::Alternatives, code, first, SubjectKind::Item);
        Truth truth = Truth::Unknown;
        for (std::uint32_t i = 0; i < row.count; ++i) {
            const Frame under = frame.with(SubjectKind::Item, row.first + i);
            const Truth part = condition(code, under, SubjectKind::Item);
            truth = i == 0 ? part : agreement(truth, part);
        }
        return close(step, truth);
    }

    Truth condition(std::uint32_t at, const Frame& frame, SubjectKind about) {
        const Code& code = c_.code[at];
        const std::uint32_t step = open(TraceStep::Kind::Condition, at, frame, about);
        switch (reads(code.op)) {
            case Reads::Children:
                return close(step, group(code, frame, about));
            case Reads::Definition:
                return close(step, call(code, frame));
            case Reads::Country:
                return close(step, country_call(code, frame, about));
            case Reads::Subjects:
                return close(step, quantifier(code, frame));
            case Reads::First:
                if (code.op != Op::Not) break;
                return close(step, opposite(condition(code.first, frame, about)));
            case Reads::Both:
                if (code.op != Op::SameTruth) break;
                return close(step, same(code, frame, about));
            case Reads::Nothing:
            case Reads::Fact:
            case Reads::FactAndFirst:
            case Reads::FactAndSecond:
            case Reads::Counts:
            case Reads::Day:
                break;
        }
        return close(step, machine_.holds(at, frame));
    }

private:
    std::uint32_t open(TraceStep::Kind kind, std::uint32_t code, const Frame& frame,
                       SubjectKind about) {
        TraceStep step;
        step.kind = kind;
        step.code = code;
        step.frame = frame;
        step.about = about;
        steps_.push_back(step);
        return static_cast<std::uint32_t>(steps_.size() - 1);
    }

    Truth close(std::uint32_t step, Truth truth) {
        steps_[step].truth = truth;
        steps_[step].end = static_cast<std::uint32_t>(steps_.size());
        return truth;
    }

    Truth group(const Code& code, const Frame& frame, SubjectKind about) {
        Truth truth = code.op == Op::Both ? Truth::Yes : Truth::No;
        for (std::uint32_t i = 0; i < code.count; ++i) {
            const std::uint32_t child = c_.children[code.first + code.count + i];
            const Truth part = condition(child, frame, about);
            if (code.op == Op::Both)
                truth = both(truth, part);
            else if (code.op == Op::Either)
                truth = either(truth, part);
            else
                truth = either(truth, i == 0 ? opposite(part) : part);
        }
        return truth;
    }

    Truth same(const Code& code, const Frame& frame, SubjectKind about) {
        const Truth a = condition(code.first, frame, about);
        const Truth b = condition(code.second, frame, about);
        if (a == Truth::Unknown || b == Truth::Unknown) return Truth::Unknown;
        return truth_of((a == b) != code.negated);
    }

    Truth call(const Code& code, const Frame& frame) {
        const std::uint64_t key =
            (std::uint64_t{code.second} << 32) | frame.of(c_.roots[code.second].kind);
        for (const auto& [known, step] : written_) {
            if (known != key) continue;
            const Truth truth = steps_[step].truth;
            const std::uint32_t repeat =
                open(TraceStep::Kind::Repeat, step, steps_[step].frame, code.kind);
            return close(repeat, truth);
        }
        const auto step = static_cast<std::uint32_t>(steps_.size());
        const Truth truth = condition(c_.roots[code.second].code, frame, code.kind);
        written_.emplace_back(key, step);
        return truth;
    }

    Truth country_call(const Code& code, const Frame& frame, SubjectKind about) {
        const auto asked = machine_.country(code.first, frame);
        if (!asked) return Truth::Unknown;
        Frame inner = frame;
        inner.country = *asked;
        return condition(c_.roots[code.second].code, inner, about);
    }

    Truth quantifier(const Code& code, const Frame& frame) {
        const Row row = machine_.row(code.kind, frame);
        const bool all = code.op == Op::All;
        Truth truth = all ? Truth::Yes : Truth::No;
        const auto join = [&](Truth part) {
            truth = all ? both(truth, part) : either(truth, part);
        };
        for (std::uint32_t i = 0; i < row.count; ++i) {
            const std::uint32_t subject = row.first + i;
            join(code.kind == SubjectKind::Item
                     ? of_item(code.first, subject, frame)
                     : condition(code.first, frame.with(code.kind, subject), code.kind));
        }
        if (!row.complete) {
            const std::uint32_t more =
                open(TraceStep::Kind::Open, code.first, frame, around(code.kind));
            join(close(more, Truth::Unknown));
        }
        return code.op == Op::NoneOf ? opposite(truth) : truth;
    }

    /// The subject whose devices or listings are not all known.
    static SubjectKind around(SubjectKind kind) {
        return kind == SubjectKind::Device ? SubjectKind::Item : SubjectKind::Party;
    }

    Machine& machine_;
    const Edition::Compiled& c_;
    Written& written_;
    std::vector<TraceStep>& steps_;
};

}  // namespace

Truth combined(const Code& code, std::span<const Truth> parts) {
    const bool all = code.op == Op::Both || code.op == Op::All;
    Truth truth = all ? Truth::Yes : Truth::No;
    for (const Truth part : parts) truth = all ? both(truth, part) : either(truth, part);
    if (code.op == Op::NoneOf || code.op == Op::Not) return opposite(truth);
    if (code.op == Op::Implies) return either(opposite(parts[0]), parts[1]);
    if (code.op == Op::SameTruth) {
        if (parts[0] == Truth::Unknown || parts[1] == Truth::Unknown) return Truth::Unknown;
        return truth_of((parts[0] == parts[1]) != code.negated);
    }
    return truth;
}

TraceRecord Evaluation::record(const Edition::Entry& entry, const SubjectRef& subject) {
    if (subject.kind != SubjectKind::Item) return record_under(entry, subject);
    TraceRecord record;
    record.entry = state_->index_of(entry);
    record.steps.reserve(32);
    const std::uint32_t code = state_->machine.compiled().roots[record.entry].code;
    Recorder(state_->machine, state_->written, record.steps).of_item(code, subject.index, Frame());
    return record;
}

TraceRecord Evaluation::record_under(const Edition::Entry& entry, const SubjectRef& subject) {
    TraceRecord record;
    record.entry = state_->index_of(entry);
    record.steps.reserve(32);
    const std::uint32_t code = state_->machine.compiled().roots[record.entry].code;
    Recorder recorder(state_->machine, state_->written, record.steps);
    recorder.condition(code, state_->machine.frame_of(subject), subject.kind);
    return record;
}

}  // namespace cordon::law
