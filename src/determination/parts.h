// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The parts a report is made of. For the files of this folder only.
#include "base/json.h"
#include "determination/desk.h"
#include "determination/report.h"

namespace cordon::determination {

/// Everything a part of the report may look at.
struct Context {
    const Engine& engine;
    const Prepared& prepared;
    const Decision& decision;
    const Plan& plan;
    law::Evaluation& evaluation;  ///< set to the prepared case

    [[nodiscard]] const law::Schema& schema() const { return engine.law().schema(); }
    [[nodiscard]] const law::Provision& provision(const law::Edition::Entry& entry) const {
        return engine.law().provisions()[entry.provision];
    }
    [[nodiscard]] const law::Version& version(const law::Edition::Entry& entry) const {
        return provision(entry).versions[entry.version];
    }
};

/// "item 1 (H100 SXM5 80GB)", "party 2 (Nettrix …, end_user)".
std::string subject_text(const Context& context, const law::SubjectRef& subject);
/// "applies", "does_not_apply", "cannot_tell".
std::string_view answer_text(Truth truth);

/// Identity of a provision on the day: id, title, cite, version, source, confidence, status.
Json provision_json(const Context& context, const law::Edition::Entry& entry);
/// The conditions as decided.
Json trace_json(const law::Trace& trace);
/// One finding: provision, subject, answer, conditions, missing facts, what cures it.
Json finding_json(const Context& context, const Finding& finding);
Json missing_json(const Context& context, const law::MissingFact& missing);

Json items_json(const Context& context);
Json parties_json(const Context& context);
/// Gate by gate: clear, open or blocked, and why.
Json gates_json(const Context& context, bool failed_conditions);
/// Every exception that names a requirement found, with the condition that fails.
Json exceptions_json(const Context& context);
Json reviews_json(const Context& context);
Json flags_json(const Context& context);
Json duties_json(const Context& context);
/// Overlays that note, provider policies, codified rules that are not enforced.
Json notes_json(const Context& context);
/// All missing facts of all open findings, most decisive first.
Json all_missing_json(const Context& context);
/// The outcome of each jurisdiction alone.
Json jurisdictions_json(const Context& context);
/// One sentence an officer can act on.
std::string headline(const law::Law& law, const Decision& decision);

/// Hashes of every input. `document`: the report so far, which the digest covers.
Json receipt_json(const Engine& engine, const Prepared& prepared, const Json& input,
                  const Clocks& clocks, const ReportOptions& options, const Json& document);

/// What one finding supports on its own (decide.cpp).
Outcome supported(const law::Provision& provision, const Finding& finding);

}  // namespace cordon::determination
