// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "determination/parts.h"

namespace cordon::determination {

std::string_view answer_text(Truth truth) {
    switch (truth) {
        case Truth::Yes:
            return "applies";
        case Truth::No:
            return "does_not_apply";
        case Truth::Unknown:
            return "cannot_tell";
    }
    return "";
}

std::string subject_text(const Context& context, const law::SubjectRef& subject) {
    using law::SubjectKind;
    std::string text = law::to_text(subject);
    std::string name;
    const auto& facts = context.prepared.facts;
    if (subject.kind == SubjectKind::Item || subject.kind == SubjectKind::Device) {
        const auto& item = facts.items[subject.index].alternatives.front().item;
        name = item.text(context.schema().slot(SubjectKind::Item, "name"));
    } else if (subject.kind == SubjectKind::Party || subject.kind == SubjectKind::Listing) {
        const auto& party = facts.parties[subject.index];
        name = party.placeholder
                   ? "not named"
                   : party.party.text(context.schema().slot(SubjectKind::Party, "name"));
    }
    return name.empty() ? text : text + " (" + name + ")";
}

Json provision_json(const Context& context, const law::Edition::Entry& entry) {
    const auto& provision = context.provision(entry);
    const auto& version = context.version(entry);
    Json json = Json::object();
    json.add("provision", Json::of_text(provision.id))
        .add("title", Json::of_text(provision.title))
        .add("cite", Json::of_text(provision.cite))
        .add("version", Json::of_text(version.period.to_text()))
        .add("source", Json::of_text(version.source))
        .add("confidence", Json::of_text(law::to_text(version.confidence)))
        .add("status", Json::of_text(law::to_text(entry.state)));
    if (const auto* status = provision.status_on(context.prepared.law_day); status != nullptr) {
        json.add("status_source", Json::of_text(status->source));
        if (!status->note.empty()) json.add("status_note", Json::of_text(status->note));
    }
    if (provision.jurisdiction != "us")
        json.add("jurisdiction", Json::of_text(provision.jurisdiction));
    if (!provision.public_text) json.add("public_text", Json::of_bool(false));
    return json;
}

Json trace_json(const law::Trace& trace) {
    Json json = Json::object();
    json.add("condition", Json::of_text(trace.text))
        .add("holds", Json::of_text(to_text(trace.truth)));
    if (!trace.values.empty()) json.add("values", Json::of_text(trace.values));
    if (!trace.distance.empty()) json.add("distance", Json::of_text(trace.distance));
    if (!trace.parts.empty()) {
        Json parts = Json::array();
        for (const auto& part : trace.parts) parts.push(trace_json(part));
        json.add("parts", std::move(parts));
    }
    return json;
}

Json missing_json(const Context& context, const law::MissingFact& missing) {
    const auto& fact = context.schema().fact(missing.subject.kind, missing.slot);
    Json json = Json::object();
    json.add("fact", Json::of_text(fact.full_name()))
        .add("of", Json::of_text(subject_text(context, missing.subject)))
        .add("means", Json::of_text(fact.means))
        .add("question", Json::of_bool(missing.question));
    if (!fact.comes_from.empty()) json.add("comes_from", Json::of_text(fact.comes_from));
    return json;
}

Json finding_json(const Context& context, const Finding& finding) {
    const auto& provision = context.provision(finding.entry);
    const auto& version = context.version(finding.entry);
    Json json = provision_json(context, finding.entry);
    json.add("of", Json::of_text(subject_text(context, finding.subject)))
        .add("answer", Json::of_text(answer_text(finding.truth)))
        .add("says", Json::of_text(version.says));
    if (!provision.reason.empty()) json.add("reason_for_control", Json::of_text(provision.reason));
    if (!version.note.empty()) json.add("note", Json::of_text(version.note));
    if (!version.checked.empty()) json.add("checked", Json::of_text(version.checked));
    if (finding.cured) {
        const bool flag = provision.kind == law::Kind::Flag;
        json.add(flag ? "resolved" : "covered_by_exception", Json::of_bool(true));
    }
    json.add("conditions", trace_json(context.evaluation.trace(finding.entry, finding.subject)));
    if (finding.truth == Truth::Unknown) {
        Json missing = Json::array();
        for (const auto& fact : context.evaluation.missing(finding.entry, finding.subject)) {
            missing.push(missing_json(context, fact));
        }
        json.add("missing", std::move(missing));
        json.add("open", Json::of_text(finding.open == Open::Question ? "question" : "facts"));
    }
    return json;
}

Json all_missing_json(const Context& context) {
    std::vector<law::MissingFact> all;
    for (const auto& finding : context.decision.findings) {
        if (finding.truth != Truth::Unknown || finding.cured) continue;
        // An open flag decides nothing; its question stands with the flag.
        if (context.provision(finding.entry).kind == law::Kind::Flag) continue;
        for (const auto& fact : context.evaluation.missing(finding.entry, finding.subject)) {
            const auto same =
                std::find_if(all.begin(), all.end(), [&](const law::MissingFact& known) {
                    return known.subject == fact.subject && known.slot == fact.slot;
                });
            if (same == all.end()) {
                all.push_back(fact);
            } else {
                same->weight += fact.weight;
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    Json json = Json::array();
    for (const auto& fact : all) json.push(missing_json(context, fact));
    return json;
}

}  // namespace cordon::determination
