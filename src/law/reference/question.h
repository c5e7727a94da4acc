// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A rule of the small law asked of one case, for tests that read like sentences.
#include "law/evaluation.h"
#include "law/reference/sample.h"

namespace cordon::law::sample {

/// One rule asked of one case.
class Question {
public:
    explicit Question(std::vector<Rule> rules, std::size_t items = 1, std::size_t parties = 1)
        : law(law_with(rules)), facts(unknown_case(law.schema(), items, parties)) {}
    Question(const char* when, std::size_t items = 1, std::size_t parties = 1)
        : Question({rule("asked", "transaction", when)}, items, parties) {}

    static Rule rule(std::string name, std::string per, std::string when) {
        Rule made;
        made.name = std::move(name);
        made.per = std::move(per);
        made.when = std::move(when);
        return made;
    }

    void set(std::string_view name, std::string_view value) {
        sample::set(law, facts.transaction, SubjectKind::Transaction, name, value);
    }
    void item(std::size_t i, std::string_view name, std::string_view value, std::size_t under = 0) {
        sample::set(law, facts.items[i].alternatives[under].item, SubjectKind::Item, name, value);
    }
    void device(std::size_t i, std::string_view name, std::string_view value,
                std::size_t under = 0) {
        sample::set(law, facts.items[i].alternatives[under].devices[0], SubjectKind::Device, name,
                    value);
    }
    void party(std::size_t i, std::string_view name, std::string_view value) {
        sample::set(law, facts.parties[i].party, SubjectKind::Party, name, value);
    }

    void restart(const char* day = "2024-01-01", Reading reading = Reading::AsEnforced) {
        const Date date = MUST(Date::from_iso(day));
        edition = &law.on(date, reading);
        evaluation.restart(*edition, facts, date);
    }
    const Edition::Entry& entry(std::string_view name = "asked") {
        const auto index = law.find("test." + std::string(name));
        return *edition->entry(*index);
    }
    Truth answer(const char* day = "2024-01-01", Reading reading = Reading::AsEnforced) {
        restart(day, reading);
        return evaluation.holds(entry(), {});
    }

    Law law;
    Case facts;
    const Edition* edition = nullptr;
    Evaluation evaluation;
};

}  // namespace cordon::law::sample
