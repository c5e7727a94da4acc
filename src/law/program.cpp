// SPDX-License-Identifier: Apache-2.0
// Every version of every provision is parsed and checked, whatever the day: a rule that is no
// longer in force must still answer questions about the past. Circles of definitions are looked
// for over all versions together, so one rule cannot come to depend on itself by a later change.
#include "law/program.h"

#include <fmt/format.h>

#include "law/parser.h"

namespace cordon::law {
namespace {

Expression checked(const std::string& text, const Position& start, const Dictionary& dictionary,
                   const Place& place, std::vector<Error>& errors) {
    if (text.empty()) return {};  // the loader has said so
    auto parsed = parse_expression(text, start);
    if (!parsed) {
        errors.push_back(parsed.error().at(start));
        return {};
    }
    auto mistakes = check(*parsed, dictionary, place);
    if (mistakes.empty()) return std::move(*parsed);
    for (Error& mistake : mistakes) errors.push_back(std::move(mistake));
    return {};
}

struct Use {
    ProvisionIndex definition;
    Position position;
};

void collect_calls(const Expression& expression, std::vector<Use>& uses) {
    for (const Node& node : expression.nodes) {
        if (node.kind != NodeKind::Call) continue;
        uses.push_back({node.definition, expression.position(node.begin)});
    }
}

/// Depth-first search that remembers the way it came.
class CircleSearch {
public:
    CircleSearch(const std::vector<std::vector<Use>>& uses, const Dictionary& dictionary)
        : uses_(uses), dictionary_(dictionary), state_(uses.size(), State::New) {}

    std::vector<Error> all() {
        for (std::size_t i = 0; i < uses_.size(); ++i) {
            if (state_[i] == State::New) visit(static_cast<ProvisionIndex>(i));
        }
        return std::move(errors_);
    }

private:
    enum class State : std::uint8_t { New, Open, Done };

    void visit(ProvisionIndex at) {
        state_[at] = State::Open;
        way_.push_back(at);
        for (const Use& use : uses_[at]) {
            if (state_[use.definition] == State::New)
                visit(use.definition);
            else if (state_[use.definition] == State::Open)
                report(use);
        }
        way_.pop_back();
        state_[at] = State::Done;
    }

    void report(const Use& closing) {
        Error error;
        std::string circle;
        bool inside = false;
        for (const ProvisionIndex at : way_) {
            inside = inside || at == closing.definition;
            if (!inside) continue;
            circle += name(at) + " → ";
            error.related.push_back(
                {fmt::format("{} is defined here", name(at)), dictionary_.provisions[at].position});
        }
        error.message =
            fmt::format("a circle of definitions: {}{}", circle, name(closing.definition));
        error.remedy = "let one of them say what it means without the others";
        error.position = closing.position;
        errors_.push_back(std::move(error));
    }

    [[nodiscard]] const std::string& name(ProvisionIndex at) const {
        return dictionary_.provisions[at].name;
    }

    const std::vector<std::vector<Use>>& uses_;
    const Dictionary& dictionary_;
    std::vector<State> state_;
    std::vector<ProvisionIndex> way_;
    std::vector<Error> errors_;
};

}  // namespace

Program Program::of(const Dictionary& dictionary, std::vector<Error>& errors) {
    Program program;
    for (const Provision& provision : dictionary.provisions) {
        auto& versions = program.checked_.emplace_back();
        for (const Version& version : provision.versions) {
            const Place place{provision.per, version.period};
            Checked& both = versions.emplace_back();
            both.when = checked(version.when, version.when_position, dictionary, place, errors);
            if (version.unless.empty()) continue;
            both.unless =
                checked(version.unless, version.unless_position, dictionary, place, errors);
        }
    }
    program.refuse_circles(dictionary, errors);
    return program;
}

void Program::refuse_circles(const Dictionary& dictionary, std::vector<Error>& errors) {
    std::vector<std::vector<Use>> uses(checked_.size());
    called_.assign(checked_.size(), false);
    for (std::size_t i = 0; i < checked_.size(); ++i) {
        for (const Checked& both : checked_[i]) {
            collect_calls(both.when, uses[i]);
            collect_calls(both.unless, uses[i]);
        }
        for (const Use& use : uses[i]) called_[use.definition] = true;
    }
    for (Error& error : CircleSearch(uses, dictionary).all()) errors.push_back(std::move(error));
}

SubjectKind subject_of(Per per) {
    switch (per) {
        case Per::Transaction:
        case Per::Country:
            return SubjectKind::Transaction;
        case Per::Item:
            return SubjectKind::Item;
        case Per::Device:
            return SubjectKind::Device;
        case Per::Party:
            return SubjectKind::Party;
        case Per::Listing:
            return SubjectKind::Listing;
    }
    return SubjectKind::Transaction;
}

}  // namespace cordon::law
