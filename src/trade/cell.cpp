// SPDX-License-Identifier: Apache-2.0
#include "trade/cell.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "trade/problem.h"

namespace cordon::trade {
namespace {

using law::Fact;
using law::FactType;

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Their word in ours, where the mapping knows it.
std::string translated(std::string_view cell, const Column& column, const Mapping& mapping) {
    const auto words = mapping.values.find(column.name);
    if (words != mapping.values.end()) {
        const auto word = words->second.find(std::string(cell));
        if (word != words->second.end()) return word->second;
    }
    return std::string(cell);
}

std::vector<std::string> pieces_of(std::string_view cell, const Mapping& mapping) {
    std::string text(cell);
    for (char& letter : text) {
        if (mapping.list_separators.find(letter) != std::string::npos) letter = '\n';
    }
    std::vector<std::string> pieces;
    for (const std::string_view piece : split(text, '\n')) {
        if (!piece.empty()) pieces.emplace_back(piece);
    }
    return pieces;
}

Json yes_no(const std::string& cell) {
    const std::string word = to_lower_ascii(cell);
    for (const std::string_view yes : {"yes", "y", "true", "1", "x"}) {
        if (word == yes) return Json::of_text("yes");
    }
    for (const std::string_view no : {"no", "n", "false", "0"}) {
        if (word == no) return Json::of_text("no");
    }
    return Json::of_text(cell);
}

Json country(const std::string& cell) {
    // Two letters are a code, and the case reader knows the remedy for a wrong one.
    if (cell.size() == 2) return Json::of_text(cell);
    const auto known = Country::from_name(cell);
    return Json::of_text(known ? known->code() : std::string_view(cell));
}

Json word_of(const std::string& cell, const Fact& fact) {
    if (fact.option(cell)) return Json::of_text(cell);
    std::string lower = to_lower_ascii(cell);
    std::replace(lower.begin(), lower.end(), ' ', '_');
    return Json::of_text(fact.option(lower) ? lower : cell);
}

bool has_comma_in_number(std::string_view text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == ',' && is_digit(text[i - 1]) && is_digit(text[i + 1])) return true;
    }
    return false;
}

template <class Each>
Json list_from(const std::vector<std::string>& pieces, const Each& each) {
    Json list = Json::array();
    for (const std::string& piece : pieces) list.push(each(piece));
    return list;
}

Result<Json> number(const std::string& cell, const Mapping& mapping) {
    const std::string digits = TRY(plain_number(cell, mapping));
    const auto value = Decimal::from_text(digits);
    return value ? Json::of_number(value->to_text()) : Json::of_text(digits);
}

Result<Json> date(const std::string& cell, const Mapping& mapping) {
    if (!mapping.date_form) return Json::of_text(cell);
    return Json::of_text(TRY(mapping.date_form->to_iso(cell)));
}

}  // namespace

Result<std::string> plain_number(std::string_view text, const Mapping& mapping) {
    if (mapping.decimal_mark == '.' && mapping.thousands_mark == 0) {
        if (!has_comma_in_number(text)) return std::string(text);
        return problem(fmt::format("\"{}\" may be grouped in thousands or have decimals", text),
                       "a plain number such as 1200 or 1.5",
                       "say which in a mapping: thousands = \",\" or decimal_comma = true");
    }
    std::string digits;
    int grouped = -1;  // digits since the last thousands mark; -1: no mark yet
    bool decimals = false;
    const Error wrong = problem(fmt::format("\"{}\" is not grouped in thousands by \"{}\"", text,
                                            std::string(1, mapping.thousands_mark)),
                                "three digits after each mark",
                                "correct the cell, or thousands and decimal_comma in the mapping");
    for (const char letter : text) {
        if (mapping.thousands_mark != 0 && letter == mapping.thousands_mark) {
            if (decimals || digits.empty() || (grouped != -1 && grouped != 3)) return wrong;
            grouped = 0;
        } else if (letter == mapping.decimal_mark) {
            if (grouped != -1 && grouped != 3) return wrong;
            decimals = true;
            grouped = -1;
            digits.push_back('.');
        } else {
            if (grouped == 3 && is_digit(letter)) return wrong;
            if (grouped != -1 && is_digit(letter)) ++grouped;
            digits.push_back(letter);
        }
    }
    if (grouped != -1 && grouped != 3) return wrong;
    return digits;
}

Result<Json> json_of_cell(std::string_view cell, const Column& column, const Mapping& mapping) {
    const std::string text = translated(trimmed(cell), column, mapping);
    if (text.empty() || column.fact == nullptr) return Json{};
    const Fact& fact = *column.fact;
    const bool free_text = fact.type == FactType::Text || fact.type == FactType::Texts;
    if (!free_text && to_lower_ascii(text) == "unknown") return Json{};
    switch (fact.type) {
        case FactType::YesNo:
            return yes_no(text);
        case FactType::Number:
            return number(text, mapping);
        case FactType::Date:
            return date(text, mapping);
        case FactType::Country:
            return country(text);
        case FactType::Countries:
            return list_from(pieces_of(text, mapping), country);
        case FactType::Choice:
            return word_of(text, fact);
        case FactType::Choices:
            return list_from(pieces_of(text, mapping),
                             [&](const std::string& piece) { return word_of(piece, fact); });
        case FactType::Texts:
            return list_from(pieces_of(text, mapping),
                             [](const std::string& piece) { return Json::of_text(piece); });
        case FactType::Text:
        case FactType::Table:
            return Json::of_text(text);
    }
    return Json{};
}

}  // namespace cordon::trade
