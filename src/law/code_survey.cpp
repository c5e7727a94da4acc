// SPDX-License-Identifier: Apache-2.0
#include "law/code_survey.h"

#include <algorithm>

#include "law/reads.h"

namespace cordon::law {
namespace {

constexpr std::uint32_t kUsualSubjects = 3;     ///< of one kind in a case
constexpr std::uint32_t kMostWork = 1'000'000;  ///< more is all the same

bool goes_through(Op op) {
    return reads(op) == Reads::Subjects || reads(op) == Reads::Counts;
}

/// The code that stands directly below `code`, in this condition.
std::vector<std::uint32_t> parts_of(const Edition::Compiled& c, const Code& code) {
    std::vector<std::uint32_t> parts;
    for_each_part(c, code, [&](std::uint32_t part) { parts.push_back(part); });
    if (goes_through(code.op) && code.first != kNoNode) parts.push_back(code.first);
    return parts;
}

constexpr unsigned bit(SubjectKind kind) {
    return 1U << static_cast<unsigned>(kind);
}

/// What `second` says, where it is no other code.
bool same_constant(const Edition::Compiled& c, const Code& a, const Code& b) {
    const Op op = a.op;
    if (op == Op::Number) return c.numbers[a.second] == c.numbers[b.second];
    if (op == Op::OneCountry || op == Op::SomeCountry || op == Op::InCountry) {
        return c.countries[a.second] == c.countries[b.second];
    }
    if (op == Op::OneChoice || op == Op::SomeChoice) return c.masks[a.second] == c.masks[b.second];
    if (op == Op::Call || op == Op::CallCountry || op == Op::Constantly) {
        return a.second == b.second;
    }
    return true;
}

}  // namespace

const CodeSurvey::About& CodeSurvey::about(std::uint32_t at) {
    if (known_[at].is_known) return known_[at].about;
    const Code& code = c_.code[at];
    About all;
    all.questions = code.op == Op::YesNo && code.question;
    const auto join = [&](const About& part) {
        all.work = std::min(all.work + part.work, kMostWork);
        all.questions = all.questions || part.questions;
    };
    for (const std::uint32_t part : parts_of(c_, code)) {
        join(about(part));
        all.subjects |= about(part).subjects;
    }
    if (code.op == Op::Call || code.op == Op::CallCountry) join(about(c_.roots[code.second].code));
    if (goes_through(code.op)) {
        all.work = std::min(kUsualSubjects * all.work, kMostWork);
        all.subjects &= ~bit(code.kind);
        if (code.kind == SubjectKind::Device) all.subjects |= bit(SubjectKind::Item);
        if (code.kind == SubjectKind::Listing) all.subjects |= bit(SubjectKind::Party);
    } else {
        all.subjects |= bit(code.kind);
    }
    all.subjects &= ~bit(SubjectKind::Transaction);
    ++all.work;
    known_[at] = {all, true};
    return known_[at].about;
}

bool CodeSurvey::same(std::uint32_t at, std::uint32_t other) const {
    const Code& a = c_.code[at];
    const Code& b = c_.code[other];
    const bool alike = a.op == b.op && a.kind == b.kind && a.relation == b.relation &&
                       a.negated == b.negated && a.slot == b.slot && a.count == b.count;
    if (!alike || !same_constant(c_, a, b)) return false;
    const auto parts = parts_of(c_, a);
    const auto others = parts_of(c_, b);
    return std::ranges::equal(parts, others,
                              [this](std::uint32_t x, std::uint32_t y) { return same(x, y); });
}

}  // namespace cordon::law
