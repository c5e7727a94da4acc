// SPDX-License-Identifier: Apache-2.0
#include "law/trace.h"

#include "law/evaluation_state.h"
#include "law/wording.h"

namespace cordon::law {
namespace {

/// The smallest condition that made `at` No: down through "and", to the first that failed.
std::uint32_t failed_step(const TraceRecord& record, const Edition::Compiled& c, std::uint32_t at) {
    const TraceStep& step = record.steps[at];
    if (step.kind == TraceStep::Kind::Repeat) return failed_step(record, c, step.code);
    const bool leaf = step.end == at + 1;
    if (leaf || step.kind == TraceStep::Kind::Open) return at;
    if (step.kind == TraceStep::Kind::Alternatives) return failed_step(record, c, at + 1);
    const Op op = c.code[step.code].op;
    if (op == Op::Both || op == Op::All) {
        for (std::uint32_t part = at + 1; part < step.end; part = record.steps[part].end) {
            if (record.steps[part].truth == Truth::No) return failed_step(record, c, part);
        }
    }
    const bool single = record.steps[at + 1].end == step.end;
    if (op == Op::Any && single) return failed_step(record, c, at + 1);
    if (op == Op::Call) {
        // A definition that failed for one plain reason gives the reason, otherwise its name.
        const std::uint32_t inner = failed_step(record, c, at + 1);
        if (record.steps[inner].end == inner + 1) return inner;
    }
    return at;
}

}  // namespace

Trace Evaluation::render(const TraceRecord& record) {
    return Wording(state_->machine).step(record, 0);
}

Trace Evaluation::trace(const Edition::Entry& entry, const SubjectRef& subject) {
    return render(record(entry, subject));
}

Trace Evaluation::failed_condition(const Edition::Entry& entry, const SubjectRef& subject) {
    const TraceRecord record = this->record(entry, subject);
    const std::uint32_t at = failed_step(record, state_->machine.compiled(), 0);
    Wording wording(state_->machine);
    Trace trace = wording.step(record, at);
    if (trace.values.empty()) trace.values = wording.values_within(record.steps[at]);
    return trace;
}

}  // namespace cordon::law
