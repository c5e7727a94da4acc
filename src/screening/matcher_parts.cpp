// SPDX-License-Identifier: Apache-2.0
// The signs that join two names are looked for in the folded-down ASCII of the field; brackets and
// slashes, which stand in single names as well, divide only where both sides have a brand.
#include "screening/matcher_parts.h"

#include <algorithm>
#include <array>

#include "base/code_points.h"
#include "base/text.h"
#include "names/fold.h"
#include "names/script.h"

namespace cordon::screening {

namespace {

using names::Role;

struct Joint {
    std::string_view text;  ///< lower case
    bool says_so;           ///< "a.k.a.": what follows is a name, whatever it looks like
};
// Of two that begin alike the longer stands first.
constexpr std::array kJoints{Joint{" also known as ", true},
                             Joint{" formerly known as ", true},
                             Joint{" previously known as ", true},
                             Joint{" now known as ", true},
                             Joint{" trading as ", true},
                             Joint{" doing business as ", true},
                             Joint{" formerly ", true},
                             Joint{" a.k.a. ", true},
                             Joint{" a.k.a ", true},
                             Joint{" f.k.a. ", true},
                             Joint{" f.k.a ", true},
                             Joint{" n.k.a. ", true},
                             Joint{" d.b.a. ", true},
                             Joint{" aka ", true},
                             Joint{" fka ", true},
                             Joint{" nka ", true},
                             Joint{" dba ", true},
                             Joint{" a/k/a ", true},
                             Joint{" f/k/a ", true},
                             Joint{" d/b/a ", true},
                             Joint{" t/a ", true},
                             Joint{" alias ", true},
                             Joint{"曾用名", true},
                             Joint{"又名", true},
                             Joint{"别名", true},
                             Joint{"別名", true},
                             Joint{"原名", true},
                             Joint{"简称", true},
                             Joint{"簡稱", true},
                             Joint{";", false},
                             Joint{"；", false},
                             Joint{" | ", false},
                             Joint{" = ", false},
                             Joint{"(", false},
                             Joint{"（", false},
                             Joint{"[", false},
                             Joint{"【", false},
                             Joint{" / ", false},
                             Joint{"／", false},
                             Joint{"/", false}};

struct Cut {
    std::size_t at = std::string_view::npos, size = 0;
    bool says_so = false;
};

/// Most of a field: letters and digits begin no joint.
constexpr bool begins_none(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
static_assert(std::none_of(kJoints.begin(), kJoints.end(),
                           [](const Joint& joint) { return begins_none(joint.text[0]); }));

Cut first_cut(std::string_view lower) {
    for (std::size_t at = 0; at < lower.size(); ++at) {
        if (begins_none(lower[at])) continue;
        const auto rest = lower.substr(at);
        for (const auto& joint : kJoints) {
            if (rest[0] != joint.text[0] || !rest.starts_with(joint.text)) continue;
            return {at, joint.text.size(), joint.says_so};
        }
    }
    return {};
}

/// Blanks, brackets, quotes, commas and colons off both ends.
std::string tidy(std::string_view text) {
    constexpr std::string_view kOff = " \t,:;()[]{}\"'-=|/";
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && kOff.find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
        }
        while (!text.empty() && kOff.find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
        }
        for (const std::string_view wide : {"（", "）", "【", "】", "：", "，", "“", "”", "；"}) {
            if (text.starts_with(wide)) {
                text.remove_prefix(wide.size());
                again = true;
            }
            if (text.ends_with(wide)) {
                text.remove_suffix(wide.size());
                again = true;
            }
        }
    }
    return std::string(text);
}

bool has_brand(std::string_view text, names::NameKind kind) {
    const auto set = names::analysed(text, kind);
    const auto& tokens = set.names.front().tokens;
    return std::any_of(tokens.begin(), tokens.end(), [](const names::Token& token) {
        return token.role == Role::Brand && (token.letters >= 3 || token.in_lexicon);
    });
}

/// Can it stand for somebody, said to be a name?
bool is_a_name(std::string_view text, names::NameKind kind) {
    if (text.size() < 2) return false;
    const auto set = names::analysed(text, kind);
    std::size_t telling = 0;
    for (const auto& token : set.names.front().tokens) {
        if (token.role != Role::LegalForm && token.letters >= 2) ++telling;
    }
    return telling >= 2 || has_brand(text, kind);
}

/// "A (B) C" is "A C" and "B"; other joints divide in two.
struct Divided {
    std::string outer, inner;
};

Divided divided(std::string_view field, const Cut& cut) {
    const char sign = field[cut.at];
    std::string_view close;
    if (sign == '(') close = ")";
    if (sign == '[') close = "]";
    const auto text = field.substr(cut.at, cut.size);
    if (text == "（") close = "）";
    if (text == "【") close = "】";
    const auto rest = field.substr(cut.at + cut.size);
    const auto front = std::string(field.substr(0, cut.at));
    if (close.empty()) return {front, std::string(rest)};
    const auto end = rest.find(close);
    if (end == std::string_view::npos) return {front, std::string(rest)};
    return {front + " " + std::string(rest.substr(end + close.size())),
            std::string(rest.substr(0, end))};
}

/// Two scripts, each in one stretch: each is a name of its own.
std::vector<std::string> by_script(std::string_view field) {
    std::vector<std::pair<names::Script, std::pair<std::uint32_t, std::uint32_t>>> runs;
    for (const auto& word : names::words_of(field)) {
        const auto script = names::main_script(word.text);
        if (script == names::Script::Common) {
            if (!runs.empty()) runs.back().second.second = word.end;
            continue;
        }
        if (!runs.empty() && runs.back().first == script) {
            runs.back().second.second = word.end;
        } else {
            runs.push_back({script, {word.begin, word.end}});
        }
    }
    if (runs.size() != 2) return {};
    std::vector<std::string> out;
    for (const auto& [script, bytes] : runs) {
        out.emplace_back(tidy(field.substr(bytes.first, bytes.second - bytes.first)));
    }
    return out;
}

void collect(std::string_view field, names::NameKind kind, std::vector<std::string>& out) {
    constexpr std::size_t kPartsMax = 8;
    if (out.size() >= kPartsMax) return;
    std::string lower = to_lower_ascii(field);
    std::size_t from = 0;
    for (auto cut = first_cut(lower); cut.at != std::string_view::npos;) {
        const auto both = divided(field, {cut.at + from, cut.size, cut.says_so});
        const auto outer = tidy(both.outer);
        const auto inner = tidy(both.inner);
        const bool apart = cut.says_so ? is_a_name(outer, kind) && is_a_name(inner, kind)
                                       : has_brand(outer, kind) && has_brand(inner, kind);
        if (apart) {
            for (const auto& part : {outer, inner}) {
                out.push_back(part);
                collect(part, kind, out);
            }
            return;
        }
        from += cut.at + cut.size;
        lower.erase(0, cut.at + cut.size);
        cut = first_cut(lower);
    }
    const bool foreign = std::any_of(field.begin(), field.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0x80U) != 0;
    });
    const bool latin = std::any_of(field.begin(), field.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    if (!foreign || !latin) return;
    const auto runs = by_script(field);
    if (std::all_of(runs.begin(), runs.end(),
                    [&](const std::string& run) { return has_brand(run, kind); })) {
        out.insert(out.end(), runs.begin(), runs.end());
    }
}

}  // namespace

std::vector<std::string> parts_of(std::string_view field, names::NameKind kind) {
    constexpr std::size_t kFieldMax = 2048;
    std::vector<std::string> out;
    if (field.size() <= kFieldMax) collect(field, kind, out);
    std::vector<std::string> distinct;
    for (auto& part : out) {
        if (part == field || std::find(distinct.begin(), distinct.end(), part) != distinct.end()) {
            continue;
        }
        distinct.push_back(std::move(part));
    }
    return distinct;
}

}  // namespace cordon::screening
