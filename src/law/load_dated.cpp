// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "law/load_parts.h"

namespace cordon::law {
namespace {

/// Place of the first character of the expression, so that its errors point into it.
Position expression_position(const TomlNode& root, std::string_view key, const Diagnostics& out) {
    Position place{out.file, root.line, root.column, fmt::format("version.{}", key)};
    if (const TomlMember* member = root.find(key)) {
        place.line = member->value.content_line;
        place.column = member->value.content_column;
    }
    return place;
}

void require_checked(TableReader& reader, std::optional<Confidence> confidence,
                     const std::string& checked) {
    if (!confidence || *confidence == Confidence::Primary || !trimmed(checked).empty()) return;
    if (reader.has("checked")) {
        reader.error("checked", "`checked` is empty", "Say what was compared with which copy");
        return;
    }
    reader.error("confidence",
                 fmt::format("confidence \"{}\" needs `checked`", to_text(*confidence)),
                 "Add checked = \"what was compared with which copy\"");
}

std::string joined(std::string text, std::string_view label, const std::string& more) {
    if (more.empty()) return text;
    if (!text.empty()) text += "\n";
    return text + std::string(label) + more;
}

bool needs_words(std::optional<Kind> kind) {
    return kind == Kind::Flag || kind == Kind::Duty || kind == Kind::Overlay;
}

void read_when(TableReader& reader, Version& version) {
    if (reader.has("when")) {
        version.when = reader.text("when");
        if (trimmed(version.when).empty()) {
            reader.error("when", "`when` is empty",
                         "Write a condition, or \"yes\" when it always holds");
        }
    } else {
        reader.ignore("when");
        reader.missing("when", "\"a condition\", or when = \"yes\" when it always holds");
    }
    version.unless = reader.text("unless");
    if (trimmed(version.unless).empty()) version.unless.clear();
}

/// Nothing when its time is wrong: it could not be put in order.
std::optional<Version> read_version(const TomlNode& table, std::optional<Kind> kind,
                                    Diagnostics& out) {
    TableReader reader(table, "version", out);
    Version version;
    version.position = reader.position();
    const auto period = reader.period(kind != Kind::Definition);
    version.source = reader.required_text("source", "88 FR 73458");
    const auto confidence = reader.confidence();
    version.confidence = confidence.value_or(Confidence::Unconfirmed);
    version.checked = reader.text("checked");
    require_checked(reader, confidence, version.checked);
    read_when(reader, version);
    version.when_position = expression_position(table, "when", out);
    version.unless_position = expression_position(table, "unless", out);
    version.says = needs_words(kind) ? reader.required_text("says", "one sentence for the officer")
                                     : reader.text("says");
    version.note = reader.text("note");
    version.note = joined(version.note, "Reads: ", reader.text("reads_as"));
    version.publication = reader.date("publication");
    version.compliance = reader.date("compliance");
    version.savings_until = reader.date("savings_until");
    reader.finish();
    if (!period) return std::nullopt;
    version.period = *period;
    return version;
}

std::optional<StatusSegment> read_status(const TomlNode& table, Diagnostics& out) {
    static const std::vector<std::string> kStates = {"in_force", "stayed", "not_enforced",
                                                     "unconfirmed", "proposed"};
    TableReader reader(table, "status", out);
    StatusSegment segment;
    segment.position = reader.position();
    const auto period = reader.period(true);
    const auto state = reader.required_word("state", kStates);
    segment.source = reader.required_text("source", "BIS press release 2025-05-13");
    segment.confidence = reader.confidence().value_or(Confidence::Unconfirmed);
    segment.note = reader.text("note");
    segment.note = joined(segment.note, "Checked: ", reader.text("checked"));
    reader.finish();
    if (!period || !state) return std::nullopt;
    segment.period = *period;
    segment.state = static_cast<State>(*state);
    return segment;
}

std::optional<ProvisionTest> read_test(const TomlNode& table, Diagnostics& out) {
    static const std::vector<std::string> kAnswers = {"applies", "does_not_apply", "cannot_tell"};
    static const std::vector<std::string> kReadings = {"as_enforced", "as_codified"};
    TableReader reader(table, "test", out);
    const std::string name = reader.required_text("name", "4800 is enough at any density");
    const auto date = reader.required_date("date");
    const auto reading = reader.word("reading", kReadings);
    const auto expect = reader.required_word("expect", kAnswers);
    if (!reader.has("facts")) reader.missing("facts", "{ items = [ … ] }, or { } for no facts");
    const TomlNode* facts = reader.node("facts", TomlNode::Kind::Table);
    reader.finish();
    if (name.empty() || !date || !expect || facts == nullptr) return std::nullopt;
    return ProvisionTest{.name = name,
                         .date = *date,
                         .reading = static_cast<Reading>(reading.value_or(0)),
                         .facts = to_json(*facts),
                         .expect = kAnswers[*expect],
                         .position = reader.position()};
}

void check_tests(TableReader& root, const std::vector<ProvisionTest>& tests, Diagnostics& out) {
    for (const char* answer : {"applies", "does_not_apply"}) {
        const bool tested = std::any_of(tests.begin(), tests.end(), [answer](const auto& test) {
            return test.expect == answer;
        });
        if (tested) continue;
        root.error("provision", fmt::format("no [[test]] expects \"{}\"", answer),
                   "Every rule has at least one test that applies and one that does not");
    }
    for (std::size_t i = 0; i < tests.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (tests[i].name != tests[j].name) continue;
            out.add({.message = fmt::format("two tests are named \"{}\"", tests[i].name),
                     .expected = "",
                     .remedy = "Rename one of them",
                     .position = tests[i].position,
                     .related = {{"the other one", tests[j].position}}});
            break;
        }
    }
}

template <class Part>
std::vector<Span> spans_of(const std::vector<Part>& parts) {
    std::vector<Span> spans;
    for (const Part& part : parts) spans.push_back({part.period, part.position});
    return spans;
}

}  // namespace

std::vector<Gap> load_gaps(TableReader& root, Diagnostics& out) {
    std::vector<Gap> gaps;
    for (const TomlNode* table : root.tables("gap")) {
        TableReader reader(*table, "gap", out);
        const auto period = reader.period(true, true);
        std::string why = reader.required_text("why", "the rule was vacated and not replaced");
        reader.finish();
        if (period) gaps.push_back({*period, std::move(why), reader.position()});
    }
    return gaps;
}

DatedParts load_dated_parts(TableReader& root, std::optional<Kind> kind, Diagnostics& out) {
    DatedParts parts;
    const std::size_t before = out.errors.size();
    const auto versions = root.tables("version");
    for (const TomlNode* table : versions) {
        if (auto version = read_version(*table, kind, out)) {
            parts.versions.push_back(std::move(*version));
        }
    }
    std::stable_sort(
        parts.versions.begin(), parts.versions.end(),
        [](const auto& a, const auto& b) { return begins_earlier(a.period, b.period); });
    const auto statuses = root.tables("status");
    for (const TomlNode* table : statuses) {
        if (auto status = read_status(*table, out)) parts.statuses.push_back(std::move(*status));
    }
    parts.gaps = load_gaps(root, out);
    if (versions.empty() && out.errors.size() == before) {
        root.error("provision", "there is no [[version]]",
                   "Add [[version]] with from, source, confidence and when");
    }
    // A date that could not be read would show up again here as a gap or an overlap.
    if (versions.size() == parts.versions.size() && statuses.size() == parts.statuses.size()) {
        check_timeline({spans_of(parts.versions), spans_of(parts.gaps), spans_of(parts.statuses)},
                       out);
    }
    const auto tests = root.tables("test");
    for (const TomlNode* table : tests) {
        if (auto test = read_test(*table, out)) parts.tests.push_back(std::move(*test));
    }
    if (out.tests == RuleTests::Read && tests.size() == parts.tests.size())
        check_tests(root, parts.tests, out);
    return parts;
}

}  // namespace cordon::law
