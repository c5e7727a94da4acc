// SPDX-License-Identifier: Apache-2.0
#include "golden_case.h"

#include <set>

#include "base/file.h"
#include "base/text.h"
#include "cli/page.h"

namespace cordon::golden {

namespace {

using cli::rows_of;
using cli::text_of;

constexpr std::string_view kRule = "\n----\n";

std::string header(const std::string& head, std::string_view key) {
    const auto at = head.find("\n" + std::string(key) + ": ");
    if (at == std::string::npos) return "";
    const auto start = at + key.size() + 3;
    return std::string(trimmed(head.substr(start, head.find('\n', start) - start)));
}

Error malformed(const std::string& path, const std::string& what) {
    return Error{what,
                 "a narrative, expect:, because:, a JSON object, a rule of four dashes",
                 "",
                 {path, 0, 0, ""},
                 {}};
}

}  // namespace

Result<Case> read_case(const std::string& path) {
    const std::string text = TRY(read_file(path));
    const auto rule = text.find(kRule);
    const std::string above = text.substr(0, rule);
    const auto object = above.find("\n{");
    if (object == std::string::npos) return malformed(path, "no input");
    Case golden;
    golden.path = path;
    golden.head = above.substr(0, object + 1);
    golden.input = above.substr(object + 1);
    golden.expect = header(golden.head, "expect");
    golden.because = header(golden.head, "because");
    golden.reading = header(golden.head, "reading");
    if (golden.expect.empty()) return malformed(path, "no line \"expect: OUTCOME\"");
    if (golden.because.empty()) return malformed(path, "no line \"because: …\"");
    if (rule != std::string::npos) golden.expected = text.substr(rule + kRule.size());
    return golden;
}

std::string summary(const Json& json) {
    std::string text = "outcome: " + text_of(json, "outcome") + "\n";
    if (const auto other = text_of(json, "outcome_if_unconfirmed_rules_fall"); !other.empty()) {
        text += "without unconfirmed rules: " + other + "\n";
    }
    std::set<std::string> seen;
    const auto line = [&](const std::string& what) {
        if (seen.insert(what).second) text += what + "\n";
    };
    for (const auto& item : rows_of(json, "items")) {
        for (const auto& row : rows_of(item, "classes")) {
            line("class: " + text_of(row, "eccn") +
                 (text_of(row, "answer") == "applies" ? "" : "?") + " of " + text_of(item, "item"));
        }
    }
    for (const auto& gate : rows_of(json, "gates")) {
        for (const auto& finding : rows_of(gate, "findings")) {
            line(text_of(finding, "answer") + ": " + text_of(finding, "provision") + " of " +
                 text_of(finding, "of") +
                 (finding.find("covered_by_exception") == nullptr ? "" : ", covered"));
        }
    }
    for (const auto& flag : rows_of(json, "flags"))
        line("flag " + text_of(flag, "answer") + ": " + text_of(flag, "provision"));
    for (const auto& exception : rows_of(json, "exceptions")) {
        line("exception " + text_of(exception, "symbol") + ": " + text_of(exception, "answer"));
    }
    for (const auto& review : rows_of(json, "review_policies")) {
        line("review: " + text_of(review, "policy") +
             (text_of(review, "answer") == "applies" ? "" : "?") + " (" +
             text_of(review, "provision") + ")");
    }
    for (const auto& fact : rows_of(json, "missing")) {
        line("missing: " + text_of(fact, "fact") + " of " + text_of(fact, "of"));
    }
    for (const auto& note : rows_of(json, "notes")) {
        if (!text_of(note, "provision").empty())
            line(text_of(note, "kind") + ": " + text_of(note, "provision"));
    }
    for (const auto& duty : rows_of(json, "duties")) line("duty: " + text_of(duty, "provision"));
    return text;
}

std::string file_text(const Case& golden, const std::string& actual) {
    return golden.head + golden.input + std::string(kRule) + actual;
}

}  // namespace cordon::golden
