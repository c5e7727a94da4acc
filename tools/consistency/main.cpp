// SPDX-License-Identifier: Apache-2.0
// Are the rules consistent? Asked of an SMT solver, for every stretch of days on which the law is
// one:
//   1. no two classifications of one `exclusive` group can hold together;
//   2. every condition can hold and can fail (a rule that can do only one of them is a slip).
// And over all days: every fact is used by a rule or documented as structure.
// What the translation covers is said in translate.h. Exit code 1 names every inconsistency.
#include <cstdio>
#include <set>
#include <vector>

#include "translate.h"

namespace {

using namespace cordon;
using cordon::consistency::Translator;

struct Findings {
    std::size_t asked = 0, wrong = 0;
    void report(const std::string& what) {
        ++wrong;
        std::printf("%s\n", what.c_str());
    }
};

bool possible(z3::context& z3, const Translator& translator, const z3::expr& condition,
              std::string* example) {
    z3::solver solver(z3);
    for (const auto& bound : translator.bounds()) solver.add(bound);
    solver.add(condition);
    const auto answer = solver.check();
    if (answer == z3::sat && example != nullptr) {
        const auto model = solver.get_model();
        for (unsigned i = 0; i < model.size(); ++i) {
            const auto constant = model[static_cast<int>(i)];
            *example +=
                " " + constant.name().str() + "=" + model.get_const_interp(constant).to_string();
        }
    }
    return answer != z3::unsat;
}

void exclusive_groups(const law::Law& law, Date day, Findings& findings) {
    const auto& provisions = law.provisions();
    for (law::ProvisionIndex a = 0; a < provisions.size(); ++a) {
        if (provisions[a].exclusive.empty()) continue;
        for (auto b = static_cast<law::ProvisionIndex>(a + 1); b < provisions.size(); ++b) {
            if (provisions[b].exclusive != provisions[a].exclusive) continue;
            z3::context z3;
            Translator translator(z3, law, day);
            const z3::expr both = translator.provision(a) && translator.provision(b);
            std::string example;
            ++findings.asked;
            if (possible(z3, translator, both, &example)) {
                findings.report("on " + day.to_iso() + " both " + provisions[a].id + " and " +
                                provisions[b].id + " can hold:" + example);
            }
        }
    }
}

/// Days of a version that are worth asking about: its first, and every change of the law within it.
std::vector<Date> days_within(const law::Law& law, const Period& period) {
    std::vector<Date> days = {period.from.value_or(Date::from_days(18000))};
    for (const auto day : law.change_days()) {
        if (period.contains(day) && day > days.front()) days.push_back(day);
    }
    return days;
}

bool possible_on_some_day(const law::Law& law, law::ProvisionIndex index,
                          const law::Version& version, bool wanted) {
    for (const auto day : days_within(law, version.period)) {
        z3::context z3;
        Translator translator(z3, law, day);
        translator.ask_any_day_of(version.period);
        translator.read_as_codified();
        const z3::expr holds = translator.provision(index);
        if (possible(z3, translator, wanted ? holds : !holds, nullptr)) return true;
    }
    return false;
}

void can_hold_and_fail(const law::Law& law, law::ProvisionIndex index, Findings& findings) {
    const auto& provision = law.provisions()[index];
    if (provision.per == law::Per::Country) return;
    for (const auto& version : provision.versions) {
        if (version.when == "yes" && version.unless.empty()) continue;  // said to hold always
        for (const bool wanted : {true, false}) {
            ++findings.asked;
            if (possible_on_some_day(law, index, version, wanted)) continue;
            findings.report(version.position.to_text() + ": " + provision.id +
                            (wanted ? " can never hold" : " can never fail"));
        }
    }
}

void facts_used(const law::Law& law, Findings& findings) {
    std::set<std::pair<law::SubjectKind, law::Slot>> used;
    const auto take = [&](const law::Expression& e) {
        for (const auto& node : e.nodes) {
            if (node.kind == law::NodeKind::Fact) used.emplace(node.subject, node.slot);
        }
    };
    for (law::ProvisionIndex p = 0; p < law.provisions().size(); ++p) {
        for (std::size_t v = 0; v < law.provisions()[p].versions.size(); ++v) {
            take(law.program().at(p, v).when);
            take(law.program().at(p, v).unless);
        }
    }
    std::size_t unused = 0;
    for (std::size_t k = 0; k < law::kSubjectKinds; ++k) {
        const auto kind = static_cast<law::SubjectKind>(k);
        const auto& facts = law.schema().facts(kind);
        for (law::Slot slot = 0; slot < facts.size(); ++slot) {
            ++findings.asked;
            if (facts[slot].means.empty())
                findings.report(facts[slot].full_name() + " is not documented");
            const bool readable = facts[slot].type != law::FactType::Text &&
                                  facts[slot].type != law::FactType::Texts &&
                                  facts[slot].type != law::FactType::Table;
            if (readable && used.count({kind, slot}) == 0) ++unused;
        }
    }
    std::printf("%zu facts that a rule could ask for are asked for by none yet\n", unused);
}

}  // namespace

int main(int argc, char** argv) {
    auto files = argc > 1 ? law::Law::files_in(argv[1])
                          : Result<std::vector<law::RuleFile>>(law::Law::bundled_files());
    if (!files) return std::fputs(files.error().to_text().c_str(), stderr), 1;
    auto law = law::Law::load(std::move(*files));
    if (!law) return std::fputs(law.error().to_text().c_str(), stderr), 1;
    Findings findings;
    for (const auto day : law->change_days()) exclusive_groups(*law, day, findings);
    for (law::ProvisionIndex p = 0; p < law->provisions().size(); ++p)
        can_hold_and_fail(*law, p, findings);
    facts_used(*law, findings);
    std::printf("consistency: %zu questions asked over %zu change days, %zu inconsistencies\n",
                findings.asked, law->change_days().size(), findings.wrong);
    return findings.wrong == 0 ? 0 : 1;
}
