// SPDX-License-Identifier: Apache-2.0
// All readings of a run of characters, most usual first.
//
// Every character offers readings with a price: nothing for the first (or the one that a phrase
// asks for: 重 in 重庆), one for each further usual one, four more for a rare one. A row of the
// best so-far readings is extended character by character and cut to its cheapest entries; since
// prices only add up, what is cut could never have come back, so the row holds exactly the cheapest
// readings of the run, in order of price and then of the order of the choices.
//
// Rare readings are offered in runs of up to three characters only, where names of persons and
// short brands live; beyond 32 characters every one has its first reading alone.
#include <algorithm>

#include "base/code_points.h"
#include "names/choices.h"
#include "names/han.h"
#include "names/han_table.h"

namespace cordon::names {

namespace {

constexpr std::size_t kRareUpTo = 3;
constexpr std::size_t kChoiceUpTo = 32;

/// Letters for "lv": documents without ü write "lu", passports "lyu".
void offer_pinyin(Choices& choices, const std::string& syllable, std::uint32_t price) {
    const auto at = syllable.find('v');
    if (at == std::string::npos) {
        offer(choices, syllable, price);
        return;
    }
    auto plain = syllable;
    plain[at] = 'u';
    offer(choices, plain, price);
    offer(choices, syllable, price + 1);
    if (syllable.size() == at + 1) {
        plain.insert(at, 1, 'y');
        offer(choices, plain, price + 2);
    }
}

/// The Mandarin choices of each character.
std::vector<Choices> mandarin_choices(const std::u32string& run) {
    std::vector<Choices> out(run.size());
    for (std::size_t i = 0; i < run.size();) {
        std::size_t length = 0;
        const auto* phrase = phrase_at(std::u32string_view(run).substr(i), length);
        for (std::size_t k = 0; k < length; ++k) offer_pinyin(out[i + k], (*phrase)[k], 0);
        i += std::max<std::size_t>(length, 1);
    }
    for (std::size_t i = 0; i < run.size(); ++i) {
        const auto& cell = HanTable::instance().mandarin(run[i]);
        const auto offered = run.size() <= kRareUpTo ? cell.readings.size() : cell.usual;
        const auto preferred = out[i].empty() ? 0U : 1U;
        for (std::size_t k = 0; k < offered; ++k) {
            const auto rare = k >= cell.usual ? 4U : 0U;
            offer_pinyin(out[i], cell.readings[k],
                         static_cast<std::uint32_t>(k) + rare + preferred);
        }
        // Few choices, and equal prices must keep their order.
        for (auto at = out[i].begin(); at != out[i].end(); ++at) {
            const auto place = std::upper_bound(
                out[i].begin(), at, at->price,
                [](std::uint32_t price, const Choice& other) { return price < other.price; });
            std::rotate(place, at, at + 1);
        }
        if (run.size() > kChoiceUpTo && out[i].size() > 1) out[i].resize(1);
    }
    return out;
}

std::vector<Choices> cantonese_choices(const std::u32string& run) {
    std::vector<Choices> out(run.size());
    for (std::size_t i = 0; i < run.size(); ++i) {
        std::uint32_t price = 0;
        for (const auto& reading : cantonese(run[i])) offer(out[i], reading, price++);
        if (run.size() > kChoiceUpTo && out[i].size() > 1) out[i].resize(1);
    }
    return out;
}

/// What the choices become in another spelling or shortened.
template <class Turn>
std::vector<Choices> turned(const std::vector<Choices>& from, Turn turn) {
    std::vector<Choices> out(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        for (const auto& choice : from[i]) offer(out[i], turn(choice.text), choice.price);
    }
    return out;
}

void add_distinct(std::vector<std::string>& out, std::vector<std::string> more, std::size_t limit,
                  bool& cut) {
    for (auto& text : more) {
        if (text.empty() || std::find(out.begin(), out.end(), text) != out.end()) continue;
        if (out.size() < limit) {
            out.push_back(std::move(text));
        } else {
            cut = true;
        }
    }
}

}  // namespace

Readings readings_of(std::string_view han_run, std::size_t limit) {
    Readings out;
    auto run = code_points(han_run);
    for (auto& c : run) c = simplified(c);
    if (run.empty() || limit == 0) return out;
    const auto pinyin = mandarin_choices(run);
    // The other spellings keep their place even when Mandarin has more readings than there is room.
    const auto share = std::max<std::size_t>(limit / 6, 1);
    const auto most = limit > 2 * share ? limit - 2 * share : 1;
    add_distinct(out.glued, cheapest(pinyin, most, out.cut), limit, out.cut);
    add_distinct(out.glued, cheapest(cantonese_choices(run), share, out.cut), limit, out.cut);
    const auto old = turned(pinyin, [](const std::string& s) { return wade_giles(s); });
    add_distinct(out.glued, cheapest(old, share, out.cut), limit, out.cut);

    const auto first = turned(pinyin, [](const std::string& s) { return s.substr(0, 1); });
    constexpr std::size_t kInitialsMost = 8;
    bool initials_cut = false;
    add_distinct(out.initials, cheapest(first, kInitialsMost, initials_cut), kInitialsMost,
                 initials_cut);
    return out;
}

}  // namespace cordon::names
