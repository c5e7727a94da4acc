// SPDX-License-Identifier: Apache-2.0
#include "lists/entity_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "lists/entity_cell.h"
#include "lists/row.h"

namespace cordon::lists {

namespace {

constexpr std::string_view kEmDash = "\xE2\x80\x94";
constexpr std::string_view kEnDash = "\xE2\x80\x93";

}  // namespace

bool begins(std::string_view text, std::string_view word) {
    return to_lower_ascii(text.substr(0, word.size())) == word;
}

std::size_t find_lower(std::string_view text, std::string_view words, std::size_t from) {
    const auto lower = to_lower_ascii(text);
    return lower.find(words, from);
}

namespace {

/// What may stand behind a comma and still be the name: "Co., Ltd.", "Daltransgaz, OAO".
constexpr std::array<std::string_view, 58> kForms = {
    "ltd", "limited", "inc",   "incorporated", "llc",  "l.l.c", "llp",   "l.p",   "lp",    "co",
    "co.", "corp",    "corp.", "company",      "s.a",  "s.l",   "s.r.l", "s.r.o", "s.p.a", "spa",
    "sa",  "sl",      "gmbh",  "a.g",          "ag",   "b.v",   "bv",    "n.v",   "nv",    "pte",
    "pvt", "sdn",     "bhd",   "jsc",          "pjsc", "ojsc",  "cjsc",  "ooo",   "ao",    "oao",
    "pao", "zao",     "fze",   "fzc",          "fzco", "fz",    "plc",   "jr",    "sr",    "ii",
    "iii", "d.o.o",   "a.s",   "lda",          "c.a",  "k.k",   "s.a.s", "srl"};

/// Organisations whose parts are listed by their own names …
constexpr std::array<std::string_view, 6> kParents = {"academy",    "corporation", "concern",
                                                      "university", "commission",  "ministry"};
/// … and words of such parts: "…, Institute of Basic Medicine, 27 Taiping Road".
constexpr std::array<std::string_view, 14> kParts = {
    "institut", "laborator", "center",      "centre",     "bureau",   "plant",   "factory",
    "design",   "enterpris", "joint stock", "department", "division", "academy", "service center"};
/// A segment with one of these is a place after all.
constexpr std::array<std::string_view, 17> kPlaces = {
    "road",     "street", " rd",   " st.", "avenue", " ave",     "park", "zone", "distr",
    "building", "bldg",   "floor", "city", "room",   "province", "town", "p.o"};

}  // namespace

std::string_view first_word(std::string_view text) {
    text = trimmed(text);
    return text.substr(0, text.find_first_of(" ,;"));
}

bool is_form(std::string_view word) {
    auto lower = to_lower_ascii(word);
    const auto known = [&](std::string_view form) { return form == lower; };
    if (std::any_of(kForms.begin(), kForms.end(), known)) return true;
    while (lower.ends_with(".")) lower.pop_back();
    return std::any_of(kForms.begin(), kForms.end(), known);
}

namespace {

bool has_any(std::string_view text, const auto& words) {
    const auto lower = to_lower_ascii(text);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

bool is_part(std::string_view name, std::string_view segment) {
    return has_any(name, kParents) && has_any(segment, kParts) && !has_any(segment, kPlaces) &&
           !begins(segment, "no.");
}

}  // namespace

bool is_address(std::string_view segment) {
    segment = trimmed(segment);
    if (segment.empty()) return false;
    const bool digit = segment[0] >= '0' && segment[0] <= '9';
    const bool ordinal = digit && has_any(segment, kParts);
    return (digit && !ordinal) || begins(segment, "no.") || begins(segment, "no ") ||
           has_any(segment, kPlaces);
}

namespace {

/// Legal forms and words that are written with a full stop of their own.
bool is_abbreviation(std::string_view word) {
    static constexpr std::array<std::string_view, 16> kAbbreviated = {
        "ltd.", "inc.", "corp.", "co.",  "jr.",  "sr.",  "bhd.", "sdn.",
        "pvt.", "pte.", "ltda.", "sti.", "tic.", "san.", "st.",  "lda."};
    const auto lower = to_lower_ascii(word);
    const auto known = [&](std::string_view other) { return other == lower; };
    if (std::any_of(kAbbreviated.begin(), kAbbreviated.end(), known)) return true;
    // "S.A.", "d.o.o."; a single letter: "JSC Foo N."
    return lower.size() >= 4 && lower.substr(0, lower.size() - 1).find('.') != std::string::npos;
}

}  // namespace

/// "one" … "thirty", "22"; nothing for another word.
std::optional<std::size_t> count_of(std::string_view word) {
    static constexpr std::array<std::string_view, 31> kWords = {
        "zero",        "one",         "two",        "three",        "four",         "five",
        "six",         "seven",       "eight",      "nine",         "ten",          "eleven",
        "twelve",      "thirteen",    "fourteen",   "fifteen",      "sixteen",      "seventeen",
        "eighteen",    "nineteen",    "twenty",     "twenty-one",   "twenty-two",   "twenty-three",
        "twenty-four", "twenty-five", "twenty-six", "twenty-seven", "twenty-eight", "twenty-nine",
        "thirty"};
    const auto lower = to_lower_ascii(word);
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (kWords[i] == lower) return i;
    }
    std::size_t value = 0;
    for (const char c : lower) {
        if (c < '0' || c > '9' || value > 1000) return {};
        value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return lower.empty() ? std::nullopt : std::optional(value);
}

/// Off both ends: blanks, "; and", trailing commas; a full stop unless it ends an abbreviation.
std::string clean_name(std::string_view text) {
    text = trimmed(text);
    bool more = true;
    while (more) {
        more = false;
        for (const std::string_view tail : {"; and", ", and", ";", ",", ":", " or"}) {
            if (!text.ends_with(tail)) continue;
            text = trimmed(text.substr(0, text.size() - tail.size()));
            more = true;
        }
    }
    if (text.starts_with("and ")) text = trimmed(text.substr(4));
    if (text.ends_with(".")) {
        while (text.ends_with("..")) text.remove_suffix(1);
        if (!is_abbreviation(text.substr(text.find_last_of(" ,(") + 1))) text.remove_suffix(1);
    }
    return tidy(text);
}

/// "A; and B; C." to its addresses. A full stop at the end goes; "(See Ukraine)" stays.
std::vector<std::string> addresses_of(std::string_view text) {
    std::vector<std::string> found;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        auto one = trimmed(text.substr(0, end));
        text = end < text.size() ? text.substr(end + 1) : std::string_view();
        if (begins(one, "and ")) one = trimmed(one.substr(4));
        // "andHouse #453": the blank is missing in the official text.
        if (one.starts_with("and") && one.size() > 3 && one[3] >= 'A' && one[3] <= 'Z') {
            one = one.substr(3);
        }
        while (one.ends_with(".") || one.ends_with(",")) one.remove_suffix(1);
        if (auto clean = tidy(one); !clean.empty() && clean != "and") {
            found.push_back(std::move(clean));
        }
    }
    return found;
}

bool is_bullet(std::string_view line) {
    return line.starts_with(kEmDash) || line.starts_with(kEnDash) || line.starts_with("- ");
}

std::string_view without_bullet(std::string_view line) {
    while (is_bullet(line)) {
        line = trimmed(line.substr(line.starts_with("-") ? 1 : kEmDash.size()));
    }
    return line;
}

/// Cuts lines before bullets that stand in the middle: "…aliases: —A; and —B".
std::vector<std::string> with_bullets_apart(const std::vector<std::string>& lines) {
    std::vector<std::string> apart;
    for (const auto& line : lines) {
        std::size_t start = 0;
        for (auto at = line.find(kEmDash, 1); at != std::string::npos;
             at = line.find(kEmDash, at + 1)) {
            const auto before = trimmed(std::string_view(line).substr(start, at - start));
            const bool opens = before.ends_with(":") || before.ends_with(";") ||
                               before.ends_with("; and") || before.ends_with(", and") ||
                               before.ends_with("; or");
            if (!opens) continue;
            apart.emplace_back(before);
            start = at;
        }
        if (auto rest = tidy(std::string_view(line).substr(start)); !rest.empty()) {
            apart.push_back(std::move(rest));
        }
    }
    return apart;
}

std::size_t end_of_name(std::string_view text) {
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '(') ++depth;
        if (text[at] == ')' && depth > 0) --depth;
        if (depth > 0) continue;
        if (text[at] == ';') return at;
        if (text[at] != ',') continue;
        const auto behind = trimmed(text.substr(at + 1));
        if (is_form(first_word(behind)) || behind.starts_with("(")) continue;
        // No name is so long; looking back over it at every comma would never end.
        constexpr std::size_t kNameMax = 2000;
        if (at > kNameMax) return at;
        const auto segment = behind.substr(0, behind.find_first_of(",;"));
        if (segment.size() < behind.size() && is_part(text.substr(0, at), segment)) continue;
        return at;
    }
    return text.size();
}

}  // namespace cordon::lists
