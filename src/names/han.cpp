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

namespace {

/// Syllables as numbers: five bits a letter, no more than six letters.
class Syllables {
public:
    static constexpr std::size_t kLongest = 6;  // zhuang

    static const Syllables& bundled() {
        static const Syllables syllables;
        return syllables;
    }
    [[nodiscard]] bool has(std::uint32_t packed) const {
        for (std::size_t at = slot_of(packed); slots_[at] != 0; at = (at + 1) % kSlots) {
            if (slots_[at] == packed) return true;
        }
        return false;
    }

private:
    static constexpr std::size_t kSlots = 4096;  // eight times as many as there are

    Syllables() {
        for (const auto& syllable : HanTable::instance().syllables()) add(syllable);
        // Passports and keyboards that have no ü write "lu" and "lyu".
        for (const std::string_view syllable : {"lyu", "nyu", "lue", "nue"}) add(syllable);
    }
    static std::size_t slot_of(std::uint32_t packed) { return packed * 0x9E3779B1U >> 20U; }
    void add(std::string_view syllable);

    std::array<std::uint32_t, kSlots> slots_{};
};

/// 0 for no small letter.
std::uint32_t letter_number(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<std::uint32_t>(c - 'a') + 1 : 0;
}

void Syllables::add(std::string_view syllable) {
    std::uint32_t packed = 0;
    for (const char c : syllable) packed = packed << 5U | letter_number(c);
    if (has(packed)) return;
    std::size_t at = slot_of(packed);
    while (slots_[at] != 0) at = (at + 1) % kSlots;
    slots_[at] = packed;
}

}  // namespace

bool is_pinyin(std::string_view latin) {
    if (latin.empty() || latin.size() > 64) return false;
    const auto& syllables = Syllables::bundled();
    std::array<bool, 65> reached{};
    reached[0] = true;
    for (std::size_t at = 0; at < latin.size(); ++at) {
        if (!reached[at]) continue;
        std::uint32_t packed = 0;
        const std::size_t most = std::min(Syllables::kLongest, latin.size() - at);
        for (std::size_t n = 1; n <= most; ++n) {
            const auto letter = letter_number(latin[at + n - 1]);
            if (letter == 0) return false;  // No division gets past it.
            packed = packed << 5U | letter;
            if (syllables.has(packed)) reached[at + n] = true;
        }
    }
    return reached[latin.size()];
}

}  // namespace cordon::names
