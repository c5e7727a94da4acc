// SPDX-License-Identifier: Apache-2.0
// The licence requirement and review policy columns of the Entity List, in the words they print.
//
// A footnote is a bare digit glued to the text, in more shapes than one: "of the EAR) 4",
// "EAR)4.", "734.9(g),3", "734.9(e) 1 … EAR 2". Some entries have lost the digit and keep only
// the section, "734.9(e)(2)". So both are read: the digit after "EAR", and the paragraph of
// 734.9. A bare 734.9(e) is footnote 4 unless another digit speaks; that is how the official text
// cites it. Tested by requirement_text_test.cpp on every string printed in 2026.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "lists/listing.h"

namespace cordon::lists {

namespace {

bool has(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

bool is_digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::size_t past(std::string_view text, std::size_t at, std::string_view skipped) {
    while (at < text.size() && skipped.find(text[at]) != std::string_view::npos) ++at;
    return at;
}

/// The footnote digit 1 to 5 at `at`, when it stands alone there; else 0.
char lone_footnote(std::string_view text, std::size_t at) {
    if (!is_digit(text, at) || text[at] < '1' || text[at] > '5') return 0;
    if (at + 1 < text.size()) {
        const char next = text[at + 1];
        const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
        if (is_digit(text, at + 1) || letter || next == '(') return 0;
        if (next == '.' && is_digit(text, at + 2)) return 0;  // the start of a section number
    }
    return text[at];
}

/// "EAR) 4", "EAR2", "EAR)4." anywhere in the text.
void digits_after_ear(std::string_view text, std::set<char>& found) {
    for (auto at = text.find("ear"); at != std::string_view::npos; at = text.find("ear", at + 1)) {
        if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(') continue;
        const char digit = lone_footnote(text, past(text, at + 3, " )."));
        if (digit != 0) found.insert(digit);
    }
}

/// What the paragraphs of 734.9 say. Returns true for a bare 734.9(e).
bool footnotes_of_sections(std::string_view text, std::set<char>& found) {
    bool bare = false;
    constexpr std::string_view kSection = "734.9";
    for (auto at = text.find(kSection); at != std::string_view::npos;
         at = text.find(kSection, at + 1)) {
        const auto paragraph = past(text, at + kSection.size(), " ");
        const auto rest = text.substr(paragraph);
        if (rest.starts_with("(g)")) {
            found.insert('3');
        } else if (rest.starts_with("(e)")) {
            const auto after = past(text, paragraph + 3, " ");
            const auto tail = text.substr(after);
            if (tail.starts_with("(1)") || tail.starts_with("1")) {
                found.insert('1');
            } else if (tail.starts_with("(2)")) {
                found.insert('4');
            } else if (tail.starts_with("(3)")) {
                found.insert('5');
            } else {
                bare = true;
            }
        }
    }
    return bare;
}

std::string requirement_of(std::string_view text) {
    if (text.empty()) return "";
    const bool all = has(text, "all items subject to the ear");
    // Project-bound entries, and those that print no more than the section that says so.
    if (has(text, "when used in projects") || has(text, "746.8(a)(4)")) return "specified";
    if (all) {
        for (const std::string_view words :
             {"except ear99 items", "except for ear99 items", "other than ear99", "except ear99.",
              "except items designated as ear99", "except ear99)", "apart from ear99 items"}) {
            if (has(text, words)) return "all_ear_except_ear99";
        }
        // The carve-outs printed in other entries (crude oil, general licences, drone manuals) do
        // not reach computing hardware, so the entry covers it like any other.
        return "all_ear";
    }
    if (has(text, "supplement no. ")) return "specified";
    if (has(text, "items on the ccl") || has(text, "items listed on the ccl")) return "on_ccl";
    return "specified";
}

}  // namespace

RequirementText parse_requirement(std::string_view printed) {
    const std::string text = to_lower_ascii(trimmed(printed));
    RequirementText parsed;
    parsed.requirement = requirement_of(text);
    std::set<char> found;
    digits_after_ear(text, found);
    if (footnotes_of_sections(text, found) && found.empty()) found.insert('4');
    for (const char digit : found) parsed.footnotes.emplace_back(1, digit);
    return parsed;
}

std::string parse_review_policy(std::string_view printed) {
    const std::string text = to_lower_ascii(trimmed(printed));
    if (text.empty()) return "";
    if (has(text, "policy of denial")) return "policy_of_denial";
    if (has(text, "presumption of denial") || has(text, "presumption for denial")) {
        return "presumption_of_denial";
    }
    // 15 CFR 744.21(e): military end users are reviewed under a presumption of denial.
    if (has(text, "744.21(d) and (e)")) return "presumption_of_denial";
    if (has(text, "case-by-case") || has(text, "case-by case") || has(text, "case by case")) {
        return "case_by_case";
    }
    return "other";
}

}  // namespace cordon::lists
