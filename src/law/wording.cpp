// SPDX-License-Identifier: Apache-2.0
#include "law/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace cordon::law {
namespace {

std::string origin_text(const Origin* origin) {
    if (origin == nullptr) return "";
    std::string kind;
    switch (origin->kind) {
        case Origin::Kind::Stated:
            if (origin->source.empty()) return "";
            kind = "stated";
            break;
        case Origin::Kind::Assumed:
            kind = "assumed";
            break;
        case Origin::Kind::Catalogue:
            kind = "catalogue";
            break;
        case Origin::Kind::Computed:
            kind = "computed";
            break;
        case Origin::Kind::List:
            kind = "list";
            break;
        case Origin::Kind::Implied:
            kind = "implied";
            break;
    }
    if (!origin->source.empty()) kind += ": " + origin->source;
    return fmt::format(" ({})", kind);
}

/// In the unit people write: shares as per cent.
std::string amount_text(const Interval& amount, const Type& type) {
    if (type.dimension == Dimension{} && type.sort == Type::Sort::Share) {
        const auto percent = multiply(amount, Interval::exactly(Decimal::from_int(100)));
        if (percent) return percent->to_text() + " %";
    }
    if (amount.hi() >= kUncounted) return fmt::format("at least {}", amount.lo().to_text());
    const std::string unit = canonical_unit_name(type.dimension);
    return unit.empty() ? amount.to_text() : fmt::format("{} {}", amount.to_text(), unit);
}

std::string distance_text(const Interval& a, const Interval& b, const Type& type,
                          const std::string& limit) {
    const auto above = subtract(a, b);
    const auto below = subtract(b, a);
    if (!above || !below) return "";
    const Decimal zero;
    if (above->is_exact() && above->lo() == zero) return fmt::format("exactly {}", limit);
    if (above->lo() >= zero) return fmt::format("{} above {}", amount_text(*above, type), limit);
    if (below->lo() >= zero) return fmt::format("{} below {}", amount_text(*below, type), limit);
    return fmt::format("on both sides of {}", limit);
}

bool is_quantifier(NodeKind kind) {
    return kind == NodeKind::Any || kind == NodeKind::All || kind == NodeKind::NoneOf;
}

}  // namespace

bool Wording::is_leaf(const Code& code) const {
    return code.op != Op::Both && code.op != Op::Either && code.op != Op::Implies &&
           code.op != Op::Not && code.op != Op::SameTruth && code.op != Op::Call &&
           code.op != Op::Any && code.op != Op::All && code.op != Op::NoneOf;
}

Trace Wording::step(const TraceRecord& record, std::uint32_t at) {
    const TraceStep& step = record.steps[at];
    Trace trace;
    trace.truth = step.truth;
    trace.subject = machine_.ref_of(step.about, step.frame);
    if (step.kind == TraceStep::Kind::Open) {
        trace.text = open_text(step);
        return trace;
    }
    const bool repeat = step.kind == TraceStep::Kind::Repeat;
    const std::uint32_t at_code = repeat ? record.steps[step.code].code : step.code;
    const Code& code = c_.code[at_code];
    trace.text = text(at_code);
    if (repeat) {
        trace.values = "decided above";
        return trace;
    }
    if (step.kind == TraceStep::Kind::Condition) {
        trace.definition = definition(code);
        if (is_leaf(code)) trace.values = values(at_code, step.frame);
        if (code.op == Op::Not && is_leaf(c_.code[code.first])) {
            trace.values = values(code.first, step.frame);
        }
        trace.distance = distance(at_code, step.frame);
    }
    for (std::uint32_t part = at + 1; part < step.end; part = record.steps[part].end) {
        trace.parts.push_back(this->step(record, part));
    }
    return trace;
}

std::optional<ProvisionIndex> Wording::definition(const Code& code) const {
    if (code.source == kNoNode) return std::nullopt;
    const Node& node = c_.expressions[code.expression]->at(code.source);
    if (node.kind != NodeKind::Call) return std::nullopt;
    return node.definition;
}

std::string Wording::text(std::uint32_t at) const {
    const Code& code = c_.code[at];
    const Expression& e = *c_.expressions[code.expression];
    if (code.source == kNoNode) {
        if (code.op == Op::Not) return "unless " + text(code.first);
        const std::uint32_t written = code.first + code.count;
        return text(c_.children[written]) + " " + text(c_.children[written + 1]);
    }
    const Node& node = e.at(code.source);
    if (is_quantifier(node.kind) && (code.op == Op::Both || code.op == Op::Implies)) {
        return e.text_of(node.children[0]) + ": " + e.text_of(node.children[1]);
    }
    return e.text_of(code.source);
}

std::string Wording::open_text(const TraceStep& step) const {
    const std::string subject = to_text(machine_.ref_of(step.about, step.frame));
    return step.about == SubjectKind::Item
               ? fmt::format("there may be further devices in {}", subject)
               : fmt::format("there may be further listings of {}: its screening is not complete",
                             subject);
}

// ---- values ----

std::string Wording::values(std::uint32_t at, const Frame& frame) {
    const Code& code = c_.code[at];
    if (code.source == kNoNode) return "";
    const Expression& e = *c_.expressions[code.expression];
    if (code.op == Op::Constant && e.at(code.source).kind == NodeKind::Call) {
        return fmt::format("not in force on {}", machine_.asked().to_iso());
    }
    std::vector<std::string> out;
    values_of(e, code.source, frame, out);
    if (code.op == Op::Amounts) {
        calculated(code.first, frame, out);
        calculated(code.second, frame, out);
    }
    return fmt::format("{}", fmt::join(out, "; "));
}

void Wording::values_of(const Expression& e, NodeIndex index, const Frame& frame,
                        std::vector<std::string>& out) const {
    const Node& node = e.at(index);
    std::string said;
    if (node.kind == NodeKind::Fact) said = fact(node, frame);
    if (node.kind == NodeKind::Asked) said = "date = " + machine_.asked().to_iso();
    if (node.kind == NodeKind::OfCountry) {
        said = fmt::format("country = {}", Country::from_index(frame.country).code());
    }
    if (!said.empty() && std::ranges::find(out, said) == out.end()) out.push_back(said);
    if (is_quantifier(node.kind) || node.kind == NodeKind::Count) return;
    for (const NodeIndex child : node.children) values_of(e, child, frame, out);
}

/// A derived fact says what an order gives instead.
std::string Wording::unknown_text(const Fact& fact) const {
    std::string text = fact.full_name() + " is not known";
    if (!fact.stated_by) return text;
    const Fact& by = schema().fact(fact.stated_by->subject, fact.stated_by->slot);
    return fmt::format("{}; it follows from {}", text, by.full_name());
}

std::string Wording::fact(const Node& node, const Frame& frame) const {
    const Fact& fact = schema().fact(node.subject, node.slot);
    const FactSet& facts = machine_.facts(node.subject, frame);
    const Value& value = facts.at(node.slot);
    if (!value.known()) return unknown_text(fact);
    std::string read;
    if (value.kind == Value::Kind::Country && c_.read_as[value.country] != value.country) {
        read = fmt::format(", reads as {}", Country::from_index(c_.read_as[value.country]).code());
    }
    return fmt::format("{} = {}{}{}", fact.full_name(), to_text(value, fact), read,
                       origin_text(facts.origin(node.slot)));
}

/// What a calculation or a count came to; facts and literals speak for themselves.
void Wording::calculated(std::uint32_t at, const Frame& frame, std::vector<std::string>& out) {
    const Code& code = c_.code[at];
    if (code.op == Op::FactOf || code.op == Op::Constantly) return;
    const Expression& e = *c_.expressions[code.expression];
    const auto amount = machine_.amount(at, frame);
    out.push_back(fmt::format("{} {}", e.text_of(code.source),
                              amount ? "= " + amount_text(*amount, e.at(code.source).type)
                                     : std::string("is not known")));
}

// ---- distances ----

std::string Wording::distance(std::uint32_t at, const Frame& frame) {
    const Code& code = c_.code[at];
    if (code.op == Op::Days) return days_apart(code, frame);
    if (code.op != Op::Number && code.op != Op::Amounts) return "";
    const Expression& e = *c_.expressions[code.expression];
    const Node& node = e.at(code.source);
    if (code.op == Op::Number) {
        const Value& value = machine_.value(code, frame);
        if (value.kind != Value::Kind::Number) return "";
        const bool right = e.at(node.children[1]).kind == NodeKind::Number;
        const NodeIndex literal = node.children[right ? 1 : 0];
        return distance_text(value.number, Interval::exactly(c_.numbers[code.second]),
                             e.at(literal).type, e.text_of(literal));
    }
    const auto a = machine_.amount(code.first, frame);
    const auto b = machine_.amount(code.second, frame);
    if (!a || !b) return "";
    const NodeIndex limit = node.children[1];
    const Type& type = e.at(node.children[0]).type;
    const std::string written = e.text_of(limit);
    return distance_text(*a, *b, type, written);
}

std::string Wording::days_apart(const Code& code, const Frame& frame) {
    const auto a = machine_.day(code.first, frame);
    const auto b = machine_.day(code.second, frame);
    if (!a || !b) return "";
    const Expression& e = *c_.expressions[code.expression];
    const std::string limit = e.text_of(e.at(code.source).children[1]);
    if (*a == *b) return fmt::format("exactly {}", limit);
    const std::int64_t apart = *a > *b ? *a - *b : *b - *a;
    return fmt::format("{} day{} {} {}", apart, apart == 1 ? "" : "s", *a > *b ? "after" : "before",
                       limit);
}

std::string Wording::values_within(const TraceStep& step) {
    const Code& code = c_.code[step.code];
    if (code.source == kNoNode) return "";
    const Expression& e = *c_.expressions[code.expression];
    std::vector<std::string> out;
    values_of(e, code.source, step.frame, out);
    return fmt::format("{}", fmt::join(out, "; "));
}

}  // namespace cordon::law
