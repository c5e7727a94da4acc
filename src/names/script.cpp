// SPDX-License-Identifier: Apache-2.0
// Ranges of the Unicode blocks that names are written in. Blocks rather than the script property:
// signs inside a block that are no letters are caught by the caller, which asks for letters only,
// and "ー", 々 and 〇, which belong to no script by the standard, belong to one in a name.
#include "names/script.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/code_points.h"

namespace cordon::names {

namespace {

struct Range {
    char32_t first, last;
    Script script;
};

// Sorted by the first character; gaps are Common or Other.
constexpr std::array kRanges{
    Range{0x00AA, 0x00AA, Script::Latin},    Range{0x00BA, 0x00BA, Script::Latin},
    Range{0x00C0, 0x00D6, Script::Latin},    Range{0x00D8, 0x00F6, Script::Latin},
    Range{0x00F8, 0x02B8, Script::Latin},    Range{0x0370, 0x0373, Script::Greek},
    Range{0x0376, 0x037D, Script::Greek},    Range{0x037F, 0x0386, Script::Greek},
    Range{0x0388, 0x03FF, Script::Greek},    Range{0x0400, 0x052F, Script::Cyrillic},
    Range{0x0591, 0x05F2, Script::Hebrew},   Range{0x0610, 0x061A, Script::Arabic},
    Range{0x0620, 0x063F, Script::Arabic},   Range{0x0641, 0x065F, Script::Arabic},
    Range{0x066E, 0x06D3, Script::Arabic},   Range{0x06D5, 0x06EF, Script::Arabic},
    Range{0x06FA, 0x06FF, Script::Arabic},   Range{0x0750, 0x077F, Script::Arabic},
    Range{0x08A0, 0x08FF, Script::Arabic},   Range{0x1100, 0x11FF, Script::Hangul},
    Range{0x1C80, 0x1C88, Script::Cyrillic}, Range{0x1D00, 0x1DBF, Script::Latin},
    Range{0x1E00, 0x1EFF, Script::Latin},    Range{0x1F00, 0x1FFF, Script::Greek},
    Range{0x2C60, 0x2C7F, Script::Latin},    Range{0x2DE0, 0x2DFF, Script::Cyrillic},
    Range{0x2E80, 0x2FDF, Script::Han},      Range{0x3005, 0x3005, Script::Han},
    Range{0x3007, 0x3007, Script::Han},      Range{0x3021, 0x3029, Script::Han},
    Range{0x3041, 0x309F, Script::Kana},     Range{0x30A1, 0x30FA, Script::Kana},
    Range{0x30FC, 0x30FF, Script::Kana},     Range{0x3131, 0x318E, Script::Hangul},
    Range{0x31F0, 0x31FF, Script::Kana},     Range{0x3400, 0x4DBF, Script::Han},
    Range{0x4E00, 0x9FFF, Script::Han},      Range{0xA640, 0xA69F, Script::Cyrillic},
    Range{0xA722, 0xA7FF, Script::Latin},    Range{0xA960, 0xA97C, Script::Hangul},
    Range{0xAB30, 0xAB68, Script::Latin},    Range{0xAC00, 0xD7FB, Script::Hangul},
    Range{0xF900, 0xFAD9, Script::Han},      Range{0xFB00, 0xFB06, Script::Latin},
    Range{0xFB1D, 0xFB4F, Script::Hebrew},   Range{0xFB50, 0xFDFC, Script::Arabic},
    Range{0xFE70, 0xFEFC, Script::Arabic},   Range{0xFF21, 0xFF3A, Script::Latin},
    Range{0xFF41, 0xFF5A, Script::Latin},    Range{0xFF66, 0xFF9F, Script::Kana},
    Range{0xFFA1, 0xFFDC, Script::Hangul},   Range{0x20000, 0x323AF, Script::Han},
};

/// The alphabets that most names are written in, looked up at once. Other: ask further.
constexpr char32_t kNear = 0x0590;
constexpr auto kNearScripts = [] {
    std::array<Script, kNear> table{};
    for (char32_t c = 0x80; c < kNear; ++c) table[c] = Script::Other;
    for (char32_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 0x20] = Script::Latin;
    for (const auto& range : kRanges) {
        for (char32_t c = range.first; c <= range.last && c < kNear; ++c) table[c] = range.script;
    }
    return table;
}();

}  // namespace

Script script_of(char32_t letter) {
    if (letter < kNear && kNearScripts[letter] != Script::Other) return kNearScripts[letter];
    if (letter >= 0x4E00 && letter <= 0x9FFF) return Script::Han;
    if (letter >= 0xAC00 && letter <= 0xD7A3) return Script::Hangul;
    const auto after =
        std::upper_bound(kRanges.begin(), kRanges.end(), letter,
                         [](char32_t value, const Range& range) { return value < range.first; });
    if (after != kRanges.begin() && letter <= std::prev(after)->last) {
        return std::prev(after)->script;
    }
    return u_isalpha(static_cast<UChar32>(letter)) != 0 ? Script::Other : Script::Common;
}

Script main_script(std::string_view utf8) {
    std::array<std::size_t, static_cast<std::size_t>(Script::Other) + 1> count{};
    std::array<std::size_t, static_cast<std::size_t>(Script::Other) + 1> first{};
    for (std::size_t at = 0; at < utf8.size();) {
        const auto script = static_cast<std::size_t>(script_of(next_code_point(utf8, at)));
        if (count[script]++ == 0) first[script] = at;
    }
    std::size_t best = 0;
    for (std::size_t script = 1; script < count.size(); ++script) {
        if (count[script] == 0) continue;
        const bool earlier = count[script] == count[best] && first[script] < first[best];
        if (best == 0 || count[script] > count[best] || earlier) best = script;
    }
    return static_cast<Script>(best);
}

std::string_view to_text(Script script) {
    switch (script) {
        case Script::Common:
            return "Common";
        case Script::Latin:
            return "Latin";
        case Script::Han:
            return "Han";
        case Script::Cyrillic:
            return "Cyrillic";
        case Script::Greek:
            return "Greek";
        case Script::Arabic:
            return "Arabic";
        case Script::Hebrew:
            return "Hebrew";
        case Script::Hangul:
            return "Hangul";
        case Script::Kana:
            return "Kana";
        case Script::Other:
            return "Other";
    }
    return "Other";
}

}  // namespace cordon::names
