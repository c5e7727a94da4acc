// SPDX-License-Identifier: Apache-2.0
// A department or school written beside its university: "Dept. of Physics, Beihang University",
// "Beihang University (School of Astronautics)". Whoever deals with it deals with the university.
// A part is what signs set off; a part that begins with the word for a department goes when another
// part names an institute. "Guangzhou Branch" is no department: branches tell firms apart.
#include <algorithm>
#include <array>

#include "names/analyse_parts.h"

namespace cordon::names {

namespace {

constexpr std::array<std::string_view, 5> kDepartments{"dept", "department", "school", "faculty",
                                                       "college"};

/// Signs between this token and the one before it begin another part.
bool begins_part(const Draft& draft, std::size_t at) {
    if (at == 0) return true;
    const auto from = draft.tokens[at - 1].token.end;
    const auto to = draft.tokens[at].token.begin;
    if (to <= from || to > draft.printed.size()) return false;
    return draft.printed.substr(from, to - from).find_first_of(",;()[]/") != std::string_view::npos;
}

bool is_department(const Draft& draft, std::size_t first, std::size_t end) {
    const auto& token = draft.tokens[first].token;
    if (token.role != Role::Organisation || !draft.tokens[first].is_latin) return false;
    const auto printed = draft.printed.substr(token.begin, token.end - token.begin);
    const auto behind = draft.printed.substr(token.end);
    if (!behind.starts_with(" of ") && !behind.starts_with(". of ")) return false;
    const auto same = [&](std::string_view word) {
        return word.size() == printed.size() &&
               std::equal(word.begin(), word.end(), printed.begin(),
                          [](char a, char b) { return a == b || a == b - 'A' + 'a'; });
    };
    return end > first + 1 && std::any_of(kDepartments.begin(), kDepartments.end(), same);
}

bool names_institute(const Draft& draft, std::size_t first, std::size_t end) {
    bool university = false, more = false;
    for (std::size_t i = first; i < end; ++i) {
        const auto& token = draft.tokens[i].token;
        const bool kind =
            token.forms.front().term == "@university" || token.forms.front().term == "@institute";
        university = university || kind;
        more = more || (!kind && token.role != Role::LegalForm);
    }
    return university && more;
}

}  // namespace

std::optional<Draft> without_department(const Draft& draft) {
    struct Part {
        std::size_t first, end;
    };
    std::vector<Part> parts;
    for (std::size_t i = 0; i < draft.tokens.size(); ++i) {
        if (begins_part(draft, i)) parts.push_back({i, i});
        parts.back().end = i + 1;
    }
    if (parts.size() < 2) return std::nullopt;
    Draft out{draft.printed, {}, false};
    bool institute = false, dropped = false;
    for (const auto& part : parts) {
        if (is_department(draft, part.first, part.end)) {
            dropped = true;
            continue;
        }
        institute = institute || names_institute(draft, part.first, part.end);
        for (std::size_t i = part.first; i < part.end; ++i) out.tokens.push_back(draft.tokens[i]);
    }
    if (!dropped || !institute) return std::nullopt;
    return out;
}

}  // namespace cordon::names
