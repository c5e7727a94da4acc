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
#include <array>

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

struct Habit {
    std::string_view from, to;
};
/// Hong Kong never settled how a syllable is spelt: 華 is Wa and Wah, 信 Sun and Shun.
constexpr std::array kBeginnings{Habit{"seu", "sheu"}, Habit{"sing", "shing"}, Habit{"su", "shu"},
                                 Habit{"sek", "shek"}, Habit{"sau", "shau"},   Habit{"ts", "ch"}};
constexpr std::array kEndings{Habit{"eung", "eong"}, Habit{"hap", "hop"}, Habit{"a", "ah"},
                              Habit{"fu", "foo"},    Habit{"ku", "koo"},  Habit{"lu", "loo"},
                              Habit{"li", "lee"},    Habit{"ki", "kee"},  Habit{"si", "see"}};

/// The syllable as others would spell it: a beginning changed, an ending, or both.
void offer_habits(Choices& choices, const std::string& syllable, std::uint32_t price) {
    std::vector<std::string> ways{syllable};
    for (const auto& habit : kBeginnings) {
        if (!syllable.starts_with(habit.from)) continue;
        ways.push_back(std::string(habit.to) + syllable.substr(habit.from.size()));
        break;
    }
    for (std::size_t i = 0, known = ways.size(); i < known; ++i) {
        for (const auto& habit : kEndings) {
            if (!ways[i].ends_with(habit.from)) continue;
            auto way = ways[i].substr(0, ways[i].size() - habit.from.size());
            ways.push_back(way.append(habit.to));
            break;
        }
    }
    for (std::size_t i = 1; i < ways.size(); ++i) offer(choices, ways[i], price);
}

std::vector<Choices> cantonese_choices(const std::u32string& run) {
    std::vector<Choices> out(run.size());
    for (std::size_t i = 0; i < run.size(); ++i) {
        std::uint32_t price = 0;
        const auto& readings = cantonese(run[i]);
        for (const auto& reading : readings) offer(out[i], reading, price++);
        if (run.size() > kChoiceUpTo && out[i].size() > 1) out[i].resize(1);
        // Longer runs have so many readings that others would be pushed out.
        if (run.size() > kRareUpTo) continue;
        for (const auto& reading : readings) offer_habits(out[i], reading, price);
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
    const bool is_short = run.size() <= kRareUpTo && limit > out.glued.size() + 2 * share;
    const auto room = is_short ? limit - out.glued.size() - share : share;
    bool habits_cut = false;  // a spelling nobody is missing
    add_distinct(out.glued, cheapest(cantonese_choices(run), room, is_short ? habits_cut : out.cut),
                 limit, out.cut);
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
