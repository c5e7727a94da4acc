// SPDX-License-Identifier: Apache-2.0
// Wade-Giles read back. Without its apostrophes a syllable may stand for two of pinyin: "chang" is
// zhang and chang. Most syllables could be either system, so a name is read as Wade-Giles only when
// a word of it can be nothing else.
#include <algorithm>
#include <array>
#include <map>

#include "names/choices.h"
#include "names/han.h"
#include "names/han_table.h"
#include "names/person_tables.h"

namespace cordon::names {

namespace {

constexpr std::size_t kSyllableMost = 6;  // hsiung

/// Pinyin of each Wade-Giles syllable.
struct Syllables {
    std::map<std::string, Choices, std::less<>> pinyin;

    Syllables() {
        for (const auto& syllable : HanTable::instance().syllables()) {
            if (syllable.empty() || syllable.find('v') != std::string::npos) continue;
            auto& to = pinyin[wade_giles(syllable)];
            offer(to, syllable, static_cast<std::uint32_t>(to.size()));
        }
    }
    static const Syllables& instance() {
        static const Syllables syllables;
        return syllables;
    }
};

/// Fewest syllables; empty when there is no division.
std::vector<const Choices*> divided(std::string_view latin) {
    constexpr std::size_t kLettersMost = 18;
    if (latin.empty() || latin.size() > kLettersMost) return {};
    const auto& table = Syllables::instance().pinyin;
    struct Step {
        std::size_t count = 0, from = 0;
        const Choices* choices = nullptr;
    };
    std::array<Step, kLettersMost + 1> best{};
    for (std::size_t at = 0; at < latin.size(); ++at) {
        if (at > 0 && best[at].count == 0) continue;
        for (std::size_t n = 1; n <= std::min(kSyllableMost, latin.size() - at); ++n) {
            const auto found = table.find(latin.substr(at, n));
            if (found == table.end()) continue;
            auto& step = best[at + n];
            if (step.count != 0 && step.count <= best[at].count + 1) continue;
            step = {best[at].count + 1, at, &found->second};
        }
    }
    std::vector<const Choices*> out;
    if (best[latin.size()].count == 0) return out;
    for (std::size_t at = latin.size(); at > 0; at = best[at].from) out.push_back(best[at].choices);
    std::reverse(out.begin(), out.end());
    return out;
}

/// Is it so many syllables of pinyin, or fewer?
bool is_pinyin_of(std::string_view latin, std::size_t count) {
    const auto& syllables = HanTable::instance().syllables();
    if (latin.empty()) return true;
    if (count == 0) return false;
    for (std::size_t n = 1; n <= std::min(kSyllableMost, latin.size()); ++n) {
        if (!std::binary_search(syllables.begin(), syllables.end(), latin.substr(0, n))) continue;
        if (is_pinyin_of(latin.substr(n), count - 1)) return true;
    }
    return false;
}

}  // namespace

bool is_wade_giles_only(std::string_view latin) {
    const auto count = divided(latin).size();
    // "chiang" is one syllable; that it could be "chi" and "ang" of pinyin is a chance.
    return count > 0 && !is_pinyin_of(latin, count);
}

std::vector<std::string> pinyin_of_wade_giles(std::string_view latin, std::size_t most) {
    std::vector<Choices> choices;
    for (const auto* syllable : divided(latin)) choices.push_back(*syllable);
    if (choices.empty()) return {};
    bool cut = false;
    return cheapest(choices, most, cut);
}

}  // namespace cordon::names
