// SPDX-License-Identifier: Apache-2.0
#include "law/rule_tests.h"

#include <fmt/core.h>

#include <map>

#include "law/case_reader.h"
#include "law/evaluation.h"

namespace cordon::law {
namespace {

/// What the test asks, once its facts are read.
struct Question {
    const Edition::Entry* entry = nullptr;  ///< nullptr: no version on that day
    Per per = Per::Transaction;
    Case facts;
    std::optional<Country> country;
};

std::string_view answer_word(Truth truth) {
    switch (truth) {
        case Truth::Yes:
            return "applies";
        case Truth::Unknown:
            return "cannot_tell";
        case Truth::No:
            return "does_not_apply";
    }
    return "";
}

/// Whether it holds for any subject. The alternatives of one item are one thing that has several
/// names: its devices are asked within each alternative, and the alternatives must agree.
Truth asked_of_all(Evaluation& evaluation, const Question& question) {
    Truth any = Truth::No;
    std::map<std::uint16_t, std::vector<Truth>> items;
    if (question.per == Per::Device) {
        for (std::size_t i = 0; i < question.facts.items.size(); ++i) {
            items[static_cast<std::uint16_t>(i)].assign(question.facts.items[i].alternatives.size(),
                                                        Truth::No);
        }
    }
    for (const SubjectRef& subject : subjects(question.facts, question.per)) {
        if (question.per != Per::Device) {
            any = either(any, evaluation.holds(*question.entry, subject));
            continue;
        }
        Truth& under = items[subject.index][subject.alternative];
        under = either(under, evaluation.holds_under(*question.entry, subject));
    }
    for (const auto& [index, alternatives] : items) {
        Truth agreed = alternatives.front();
        for (const Truth under : alternatives) agreed = agreement(agreed, under);
        any = either(any, agreed);
    }
    return any;
}

void write_trace(const Trace& trace, std::size_t depth, std::string& out) {
    out += fmt::format("{}{}: {}", std::string(2 * depth, ' '), to_text(trace.truth), trace.text);
    if (!trace.values.empty()) out += fmt::format("   [{}]", trace.values);
    if (!trace.distance.empty()) out += fmt::format("   {}", trace.distance);
    out += '\n';
    for (const Trace& part : trace.parts) write_trace(part, depth + 1, out);
}

std::string explain(Evaluation& evaluation, const Question& question) {
    if (question.entry == nullptr) return "no version holds on that day\n";
    if (!question.entry->counts) {
        return fmt::format("{} on that day; it does not count in this reading\n",
                           to_text(question.entry->state));
    }
    if (question.country) return fmt::format("asked of {}\n", question.country->code());
    std::string out;
    for (const SubjectRef& subject : subjects(question.facts, question.per)) {
        out += to_text(subject) + '\n';
        write_trace(evaluation.trace(*question.entry, subject), 1, out);
    }
    return out.empty() ? "the facts name no subject it could be asked of\n" : out;
}

/// A definition over countries is asked of one country: facts = { country = "CN" }.
Result<Country> country_of(const ProvisionTest& test) {
    const Json* country = test.facts.find("country");
    const bool stated =
        country != nullptr && country->kind == Json::Kind::Text && test.facts.members.size() == 1;
    if (!stated) {
        return Error{.message = "this definition is asked of one country",
                     .expected = "facts = { country = \"CN\" }",
                     .remedy = "",
                     .position = test.position,
                     .related = {}};
    }
    auto read = Country::from_code(country->text);
    if (!read) {
        return read.error().at({test.position.file, country->line, country->column, "country"});
    }
    return *read;
}

/// Everything wrong with the facts, as text; "" when they were read.
std::string read_facts(const Law& law, const ProvisionTest& test, Question& question) {
    if (question.per == Per::Country) {
        const auto country = country_of(test);
        if (!country) return country.error().to_text() + "\n";
        question.country = *country;
        question.facts.transaction = FactSet(law.schema().facts(SubjectKind::Transaction).size());
    } else {
        const CaseReadOptions options{
            .file = test.position.file, .known_as_of = {}, .allow_derived = true};
        ReadCase read = read_case(test.facts, law.schema(), options);
        std::string errors;
        for (const Error& error : read.errors) errors += error.to_text() + "\n";
        if (!errors.empty()) return errors;
        question.facts = std::move(read.facts);
    }
    if (const auto slot = law.schema().find(SubjectKind::Transaction, "date")) {
        question.facts.transaction.set(*slot, Value::of(test.date));
    }
    return "";
}

RuleTestResult run(const Law& law, ProvisionIndex index, const ProvisionTest& test) {
    const Provision& provision = law.provisions()[index];
    RuleTestResult result{.provision = provision.id,
                          .test = test.name,
                          .position = test.position,
                          .expected = test.expect,
                          .got = "error",
                          .passed = false,
                          .explanation = ""};
    Question question;
    question.per = provision.per;
    result.explanation = read_facts(law, test, question);
    if (!result.explanation.empty()) return result;

    const Edition& edition = law.on(test.date, test.reading);
    question.entry = edition.entry(index);
    Evaluation evaluation;
    evaluation.restart(edition, question.facts, test.date);
    Truth truth = Truth::No;
    if (question.entry != nullptr && question.entry->counts) {
        truth = question.country ? evaluation.holds_for_country(*question.entry, *question.country)
                                 : asked_of_all(evaluation, question);
    }
    result.got = answer_word(truth);
    result.passed = result.got == result.expected;
    if (!result.passed) result.explanation = explain(evaluation, question);
    return result;
}

}  // namespace

std::vector<RuleTestResult> run_rule_tests(const Law& law) {
    std::vector<RuleTestResult> results;
    for (std::size_t i = 0; i < law.provisions().size(); ++i) {
        for (const ProvisionTest& test : law.provisions()[i].tests) {
            results.push_back(run(law, static_cast<ProvisionIndex>(i), test));
        }
    }
    return results;
}

}  // namespace cordon::law
