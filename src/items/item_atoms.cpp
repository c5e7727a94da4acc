// SPDX-License-Identifier: Apache-2.0
// Runs of letters, runs of digits and single Han characters, whatever stands between them.
// Tested by item_name_test.cpp.
#include "items/item_atoms.h"

#include "base/code_points.h"
#include "base/text.h"

namespace cordon::items {
namespace {

struct Char {
    char32_t code = 0;
    bool lower_case = false;
};

/// Code points, full width made half width, lower case. Invalid bytes are dropped.
std::vector<Char> fold(std::string_view text) {
    std::vector<Char> out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        char32_t code = next_code_point(text, at);
        if (code == kFault) continue;
        if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;
        if (code == 0x3000 || code == 0xA0) code = ' ';
        Char c{code, code >= 'a' && code <= 'z'};
        if (code >= 'A' && code <= 'Z') c.code = code - 'A' + 'a';
        if (code == 0xD7 || code == 0x2715 || code == 0x2716 || code == '*') c.code = 0xD7;
        if (code == 0x2010 || code == 0x2011 || code == 0x2013 || code == 0x2014) c.code = '-';
        out.push_back(c);
    }
    return out;
}

bool is_letter(char32_t c) {
    return c >= 'a' && c <= 'z';
}
bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}
bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
}
bool breaks_word(char32_t c) {
    constexpr std::u32string_view kBreaks = U" \t\r\n()[]{},;:|/+\"'“”、，。；：（）【】";
    return kBreaks.find(c) != std::u32string_view::npos;
}

/// Blanks out every part number and keeps it.
void take_part_numbers(std::vector<Char>& chars, ItemName& out) {
    for (std::size_t begin = 0; begin < chars.size();) {
        std::size_t end = begin;
        std::string word;
        while (
            end < chars.size() && chars[end].code < 0x80 &&
            (is_letter(chars[end].code) || is_digit(chars[end].code) || chars[end].code == '-')) {
            word.push_back(static_cast<char>(chars[end].code));
            ++end;
        }
        if (is_part_number(word)) {
            out.part_numbers.push_back(folded_part_number(word));
            for (std::size_t i = begin; i < end; ++i) chars[i].code = ' ';
        }
        begin = end + 1;
    }
}

/// "1,128" is one number.
void join_thousands(std::vector<Char>& chars) {
    for (std::size_t i = 1; i + 3 < chars.size(); ++i) {
        const bool three = is_digit(chars[i + 1].code) && is_digit(chars[i + 2].code) &&
                           is_digit(chars[i + 3].code) &&
                           (i + 4 >= chars.size() || !is_digit(chars[i + 4].code));
        if (chars[i].code == ',' && is_digit(chars[i - 1].code) && three) {
            chars.erase(chars.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

void split_atoms(const std::vector<Char>& chars, ItemName& out) {
    std::uint32_t word = 0;
    bool glued = false, spaced = true;
    for (std::size_t i = 0; i < chars.size();) {
        const char32_t c = chars[i].code;
        const bool times = c == 0xD7;
        if (!is_letter(c) && !is_digit(c) && !is_han(c) && !times) {
            if (breaks_word(c)) {
                ++word;
                spaced = true;
            }
            glued = false;
            ++i;
            continue;
        }
        Atom atom;
        atom.glued = glued;
        atom.spaced = spaced;
        atom.word = word;
        atom.kind = is_digit(c) ? AtomKind::Digits : is_han(c) ? AtomKind::Han : AtomKind::Letters;
        atom.lower_case = true;
        do {
            append_utf8(atom.text, times ? U'x' : chars[i].code);
            atom.lower_case = atom.lower_case && chars[i].lower_case;
            ++i;
        } while (i < chars.size() && !times &&
                 ((atom.kind == AtomKind::Digits && is_digit(chars[i].code)) ||
                  (atom.kind == AtomKind::Letters && is_letter(chars[i].code))));
        atom.may_be_times = times;
        out.atoms.push_back(std::move(atom));
        glued = true;
        spaced = false;
    }
}

}  // namespace

void read_atoms(std::string_view text, ItemName& out) {
    std::vector<Char> chars = fold(text);
    take_part_numbers(chars, out);
    join_thousands(chars);
    split_atoms(chars, out);
}

bool is_part_number(std::string_view word) {
    const std::vector<std::string_view> groups = split(word, '-');
    if (groups.size() < 2 || groups[0].size() != 3) return false;
    const auto digits = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (!digits(groups[0])) return false;
    if (groups.size() == 2) return groups[1].size() >= 8 && digits(groups[1]);
    return groups[1].size() == 5 && groups[2].size() == 4 && groups.size() <= 4;
}

std::string folded_part_number(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ' || c == '\t') continue;
        out.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    return out;
}

}  // namespace cordon::items
