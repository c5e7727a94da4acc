// SPDX-License-Identifier: Apache-2.0
// Characters, syllables, and Wade-Giles as a rewriting of pinyin.
#include "names/han.h"

#include <algorithm>
#include <array>

#include "names/han_table.h"

namespace cordon::names {

char32_t simplified(char32_t han) {
    return HanTable::instance().simplified(han);
}

const std::vector<std::string>& mandarin(char32_t han) {
    return HanTable::instance().mandarin(han).readings;
}

const std::vector<std::string>& cantonese(char32_t han) {
    return HanTable::instance().cantonese(han).readings;
}

namespace {

struct Change {
    std::string_view from, to;
};

// Whole syllables that follow no rule below.
constexpr std::array kWhole{
    Change{"zi", "tzu"},    Change{"ci", "tzu"},   Change{"si", "ssu"},    Change{"zhi", "chih"},
    Change{"chi", "chih"},  Change{"shi", "shih"}, Change{"ri", "jih"},    Change{"yi", "i"},
    Change{"you", "yu"},    Change{"yan", "yen"},  Change{"ye", "yeh"},    Change{"yue", "yueh"},
    Change{"yong", "yung"}, Change{"er", "erh"},   Change{"ge", "ko"},     Change{"ke", "ko"},
    Change{"he", "ho"},     Change{"gui", "kuei"}, Change{"kui", "kuei"},  Change{"guo", "kuo"},
    Change{"kuo", "kuo"},   Change{"huo", "huo"},  Change{"shuo", "shuo"}, Change{"wo", "wo"},
    Change{"lv", "lu"},     Change{"nv", "nu"},    Change{"lve", "lueh"},  Change{"nve", "nueh"}};

constexpr std::array kInitials{Change{"zh", "ch"}, Change{"ch", "ch"}, Change{"sh", "sh"},
                               Change{"j", "ch"},  Change{"q", "ch"},  Change{"x", "hs"},
                               Change{"z", "ts"},  Change{"c", "ts"},  Change{"r", "j"},
                               Change{"b", "p"},   Change{"d", "t"},   Change{"g", "k"}};

constexpr std::array kFinals{Change{"ian", "ien"}, Change{"ie", "ieh"}, Change{"iong", "iung"},
                             Change{"ong", "ung"}, Change{"uo", "o"},   Change{"ue", "ueh"}};

template <std::size_t N>
const Change* whole_in(const std::array<Change, N>& table, std::string_view text) {
    const auto* at = std::find_if(table.begin(), table.end(),
                                  [&](const Change& change) { return change.from == text; });
    return at == table.end() ? nullptr : at;
}

}  // namespace

std::string wade_giles(std::string_view pinyin_syllable) {
    if (const auto* whole = whole_in(kWhole, pinyin_syllable)) return std::string(whole->to);
    std::string out;
    auto rest = pinyin_syllable;
    const auto* initial =
        std::find_if(kInitials.begin(), kInitials.end(),
                     [&](const Change& change) { return rest.starts_with(change.from); });
    if (initial != kInitials.end()) {
        out = initial->to;
        rest.remove_prefix(initial->from.size());
    } else if (const auto vowel = rest.find_first_of("aeiouv"); vowel != std::string_view::npos) {
        out = rest.substr(0, vowel);
        rest.remove_prefix(vowel);
    }
    const auto* final_part = whole_in(kFinals, rest);
    return out.append(final_part != nullptr ? final_part->to : rest);
}

bool is_pinyin(std::string_view latin) {
    constexpr std::size_t kLongest = 6;  // zhuang
    if (latin.empty() || latin.size() > 64) return false;
    const auto& syllables = HanTable::instance().syllables();
    const auto is_syllable = [&](std::string_view text) {
        // Passports and keyboards that have no ü write "lu" and "lyu".
        if (text == "lyu" || text == "nyu" || text == "lue" || text == "nue") return true;
        return std::binary_search(syllables.begin(), syllables.end(), text);
    };
    std::array<bool, 65> reached{};
    reached[0] = true;
    for (std::size_t at = 0; at < latin.size(); ++at) {
        if (!reached[at]) continue;
        for (std::size_t n = 1; n <= std::min(kLongest, latin.size() - at); ++n) {
            if (is_syllable(latin.substr(at, n))) reached[at + n] = true;
        }
    }
    return reached[latin.size()];
}

}  // namespace cordon::names
