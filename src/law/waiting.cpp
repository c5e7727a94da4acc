// SPDX-License-Identifier: Apache-2.0
// Tested by explanation_test.cpp.
#include "law/waiting.h"

#include "law/reads.h"

namespace cordon::law {

std::optional<Slot> completing(const Schema& schema, SubjectKind of) {
    return schema.find(of, of == SubjectKind::Item ? "devices" : "screened");
}

void Waiting::walk(std::uint32_t at, const Frame& frame) {
    const Code& code = c_.code[at];
    if (reads_own_fact(code.op)) fact(code, frame);
    for_each_part(c_, code, [&](std::uint32_t part) { walk(part, frame); });
    switch (reads(code.op)) {
        case Reads::Definition:
            return walk(c_.roots[code.second].code, frame);
        case Reads::Country:
            if (const auto country = machine_.country(code.first, frame)) {
                Frame inner = frame;
                inner.country = *country;
                walk(c_.roots[code.second].code, inner);
            }
            return;
        case Reads::Subjects:
            return each(code, frame);
        case Reads::Counts:
            return each_inner(code, frame);
        case Reads::Nothing:
        case Reads::Fact:
        case Reads::FactAndFirst:
        case Reads::FactAndSecond:
        case Reads::First:
        case Reads::Both:
        case Reads::Children:
        case Reads::Day:
            return;
    }
}

void Waiting::each(const Code& code, const Frame& frame) {
    const Row row = machine_.row(code.kind, frame);
    if (!row.complete) incomplete(code.kind, frame);
    if (code.first == kNoNode) return;
    for (std::uint32_t i = 0; i < row.count; ++i) {
        const std::uint32_t subject = row.first + i;
        if (code.kind != SubjectKind::Item) {
            asked(code.first, frame.with(code.kind, subject));
            continue;
        }
        const Row under = machine_.alternatives(subject);
        const auto answer = [&](std::uint32_t j) {
            return machine_.holds(code.first, frame.with(code.kind, under.first + j));
        };
        for (std::uint32_t j = 0; j < under.count; ++j) {
            if (answer(j) != answer(0)) name_of(frame.with(code.kind, under.first));
            asked(code.first, frame.with(code.kind, under.first + j));
        }
    }
}

void Waiting::each_inner(const Code& code, const Frame& frame) {
    const Row row = machine_.row(code.kind, frame);
    for (std::uint32_t i = 0; i < row.count; ++i) {
        if (code.kind == SubjectKind::Party) {
            each(c_.code[code.first], frame.with(code.kind, row.first + i));
            continue;
        }
        const Row under = machine_.alternatives(row.first + i);
        const auto counted = [&](std::uint32_t j) {
            return machine_.amount(code.first, frame.with(code.kind, under.first + j));
        };
        for (std::uint32_t j = 0; j < under.count; ++j) {
            if (counted(j) != counted(0)) name_of(frame.with(code.kind, under.first));
            each(c_.code[code.first], frame.with(code.kind, under.first + j));
        }
    }
}

void Waiting::incomplete(SubjectKind kind, const Frame& frame) {
    const SubjectKind of = kind == SubjectKind::Device ? SubjectKind::Item : SubjectKind::Party;
    if (const auto slot = completing((*c_.law)->schema(), of)) {
        found_(machine_.ref_of(of, frame), *slot);
    }
}

/// The item's name is what is missing when its alternatives differ.
void Waiting::name_of(const Frame& frame) {
    const auto slot = (*c_.law)->schema().find(SubjectKind::Item, "name");
    if (slot) found_(machine_.ref_of(SubjectKind::Item, frame), *slot);
}

void Waiting::asked(std::uint32_t at, const Frame& frame) {
    if (machine_.holds(at, frame) == Truth::Unknown) walk(at, frame);
}

/// Unknown, or a number that is known only within bounds.
void Waiting::fact(const Code& code, const Frame& frame) {
    const Value& value = machine_.value(code, frame);
    const bool vague = value.kind == Value::Kind::Number && !value.number.is_exact();
    if (!value.known() || vague) found_(machine_.ref_of(code.kind, frame), code.slot);
}

}  // namespace cordon::law
