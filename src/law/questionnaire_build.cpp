// SPDX-License-Identifier: Apache-2.0
// Which conditions stand in the outermost "and" of which rules, and in what order to ask them.
#include <algorithm>
#include <bit>

#include "law/code_survey.h"
#include "law/questionnaire.h"

namespace cordon::law {

class Questionnaire::Builder {
public:
    Builder(CodeSurvey& survey, const Edition::Compiled& c, Block& block)
        : survey_(survey), c_(c), block_(block) {}

    void add(unsigned place, const Edition::Entry& rule) {
        const auto& root = c_.roots[c_.entry_of[rule.provision]];
        if (root.per == Per::Country) return;  // asked of no subject of a case
        const std::uint64_t bit = std::uint64_t{1} << place;
        block_.of_kind[static_cast<std::size_t>(root.kind)] |= bit;
        conjuncts(root.code, bit, root.kind);
    }

    void finish() {
        order(block_.of_all);
        for (auto& tests : block_.of_one) order(tests);
    }

private:
    void conjuncts(std::uint32_t at, std::uint64_t rule, SubjectKind kind) {
        const Code& code = c_.code[at];
        if (code.op == Op::Both) {
            for (std::uint32_t i = 0; i < code.count; ++i) {
                conjuncts(c_.children[code.first + i], rule, kind);
            }
            return;
        }
        const CodeSurvey::About& about = survey_.about(at);
        const bool of_all = about.subjects == 0;
        auto& tests = of_all ? block_.of_all : block_.of_one[static_cast<std::size_t>(kind)];
        const auto known = std::ranges::find_if(
            tests, [&](const Test& test) { return survey_.same(test.code, at); });
        if (known != tests.end())
            known->rules |= rule;
        else
            tests.push_back({at, rule, about.questions});
    }

    /// What settles most rules for the least work comes first.
    void order(std::vector<Test>& tests) {
        constexpr std::uint32_t kFiner = 64;  // so that shares of a step stay apart
        const auto work_of_a_rule = [this](const Test& test) {
            const auto rules = static_cast<std::uint32_t>(std::popcount(test.rules));
            return kFiner * survey_.about(test.code).work / rules;
        };
        std::ranges::stable_sort(tests, {}, work_of_a_rule);
    }

    CodeSurvey& survey_;
    const Edition::Compiled& c_;
    Block& block_;
};

Questionnaire::Questionnaire(const Edition& edition, const std::vector<Edition::Entry>& rules) {
    constexpr std::size_t kRulesOfABlock = 64;
    CodeSurvey survey(edition.compiled());
    for (std::size_t first = 0; first < rules.size(); first += kRulesOfABlock) {
        Block& block = blocks_.emplace_back();
        block.first = static_cast<std::uint32_t>(first);
        Builder builder(survey, edition.compiled(), block);
        const std::size_t end = std::min(rules.size(), first + kRulesOfABlock);
        for (std::size_t i = first; i < end; ++i) {
            builder.add(static_cast<unsigned>(i - first), rules[i]);
        }
        builder.finish();
    }
}

}  // namespace cordon::law
