// SPDX-License-Identifier: Apache-2.0
// Search by index, equal to scoring every name.
//
// Let q be a name asked, l a listed name, w a weight, s a similarity in thousandths, W(q) and W(l)
// the sums of the weights of their tokens, and R the raw score asked for. score.h gives, before
// penalties that only lower,
//
//     raw <= 20000 M / (1000 (W(q) + W(l))),    M = sum of min(w, w) s over the aligned pairs.
//
// 1. No pair is missed. A pair of units has a bridge only if two of their forms are near
//    (bridge.h). For each form of q the Expansion finds every listed term that is near: equal terms
//    by look-up, spans by key, words within the allowed edits by variants.h, a listed initial by
//    the first letter. Not found that way is only the listed word that begins with a single letter
//    of q; the most it can give is known beforehand (`hidden`).
//
// 2. What one name can reach. In an alignment each token of q lies in at most one pair. Charge the
//    points of the pair to the tokens of its query unit: a token alone is charged min(w, w') s,
//    with w' the heaviest unit that has the term; each token of a span its own w s, together no
//    less than the pair's. So M <= the sum over the tokens of q of the largest gain among the terms
//    that l has, plus what is hidden. Also M <= 1000 W(l), as no token of l is used twice.
//
// 3. Which names can be left out unseen. Let S be some tokens of q that together can gain no more
//    than X. A name that has no term of the other tokens has M <= min(X, 1000 W(l)), so
//    raw <= 20000 X / (1000 W(q) + X) whatever W(l) is: the quotient rises with W(l) while
//    1000 W(l) < X and falls after. If that is under R, only names that have a term of the other
//    tokens need be looked at. S is filled with the tokens whose terms the most names have. If even
//    the hidden gains reach R, every name is looked at.
//
// 4. Every name looked at whose bound by 2 (with X for the tokens of S) reaches R is scored by the
//    one scorer, over the same cells as the slow way: a listed term without an entry in the
//    Expansion has none. Where many would be scored, tokens of S are followed after all, but only
//    for names already looked at: the bounds get nearer, no name is added.
//
// Tested by search_test.cpp against Exhaustive, and the bound of step 2 by score_property_test.cpp.
#include <algorithm>
#include <array>
#include <cstring>

#include "screening/expansion.h"
#include "screening/search.h"

namespace cordon::screening {

using format::NameRecord;

struct Searcher::State {
    State(const Index& given, const Profile& tunables)
        : index(given.layout()),
          profile(tunables),
          expansion(index, profile),
          charges(index.names.size(), 0) {}

    const Index::Layout& index;
    const Profile& profile;
    Expansion expansion;
    SearchCounts counts;
    /// Of each name: in the low bits what it has gained, above them 1 + the last token charged for
    /// it, or 0. One word, so that a name far away in memory is fetched once.
    std::vector<std::uint32_t> charges;
    std::vector<std::uint32_t> touched;        ///< names looked at
    std::vector<std::uint32_t> candidates;     ///< of these, those whose bound reaches
    std::vector<std::size_t> followed, aside;  ///< tokens of the query
    std::uint64_t spare = 0;  ///< the most that tokens set aside and hidden gains can give
    std::vector<Unit> listed_units;
    std::vector<Cell> cells;

    void search(const names::Name& query, std::uint32_t threshold, std::vector<Hit>& hits);
    void set_aside(std::uint32_t threshold);
    [[nodiscard]] std::uint64_t names_of(std::size_t token) const;
    void follow(std::size_t token, bool only_touched);
    void keep_those_that_reach(std::uint32_t threshold);
    void narrow(std::uint32_t threshold);
    void judge(const names::Name& query, std::uint32_t name, std::uint32_t threshold,
               std::vector<Hit>& hits);
    std::uint16_t score_of(const NameRecord& record);
    void fill_cells(const NameRecord& record);
    void fill_column(std::size_t column, std::size_t columns, std::uint32_t term,
                     const FormTraits& listed);
};

namespace {

/// Can M points reach the threshold for some listed name, or for one of this weight?
bool reaches(std::uint64_t points, std::uint64_t query_weight, std::uint32_t threshold) {
    return 20000 * points >= threshold * (1000 * query_weight + points);
}
bool reaches(std::uint64_t points, std::uint64_t query_weight, std::uint64_t listed_weight,
             std::uint32_t threshold) {
    points = std::min(points, 1000 * listed_weight);
    return 20000 * points >= std::uint64_t{threshold} * 1000 * (query_weight + listed_weight);
}

/// Names whose weight no longer fits the low bits of a charge are compared with every name.
constexpr unsigned kGainBits = 26;
constexpr std::uint32_t kGainMask = (1U << kGainBits) - 1;
static_assert(names::kTokensMax < (1U << (32 - kGainBits)) - 1);
constexpr std::size_t kAhead = 64;  ///< names fetched from memory before the first is needed

std::uint32_t read_term(const std::uint8_t* at) {
    std::uint32_t term = 0;
    std::memcpy(&term, at, sizeof term);
    return term;
}

}  // namespace

/// Step 3: divides the tokens into those to be followed and those set aside.
void Searcher::State::set_aside(std::uint32_t threshold) {
    const auto& gains = expansion.gains();
    struct Cost {
        std::uint64_t names = 0;
        std::size_t token = 0;
    };
    std::vector<Cost> costs;
    followed.clear();
    aside.clear();
    spare = 0;
    for (std::size_t i = 0; i < gains.size(); ++i) {
        spare += expansion.hidden()[i];
        const auto names = names_of(i);
        if (names > 0) costs.push_back({names, i});
    }
    std::sort(costs.begin(), costs.end(), [](const Cost& a, const Cost& b) {
        return a.names != b.names ? a.names > b.names : a.token < b.token;
    });
    for (const Cost& cost : costs) {
        const std::uint64_t with = spare + gains[cost.token].front().points;
        if (reaches(with, expansion.query().total, threshold)) {
            followed.push_back(cost.token);
        } else {
            spare = with;
            aside.push_back(cost.token);
        }
    }
}

/// How many names the terms of a token have, counting a name once a term.
std::uint64_t Searcher::State::names_of(std::size_t token) const {
    std::uint64_t names = 0;
    for (const Gain& gain : expansion.gains()[token]) names += index.name_count(gain.term);
    return names;
}

/// Step 2 for one token. Its terms come most gain first, so the first one that a name has counts.
void Searcher::State::follow(std::size_t token, bool only_touched) {
    const auto mark = static_cast<std::uint32_t>(token + 1);
    std::array<std::uint32_t, kAhead> ahead;
    for (const Gain& gain : expansion.gains()[token]) {
        std::size_t waiting = 0;
        const auto charge = [&] {
            for (std::size_t i = 0; i < waiting; ++i) {
                std::uint32_t& charged = charges[ahead[i]];
                const std::uint32_t last = charged >> kGainBits;
                if (last == mark || (last == 0 && only_touched)) continue;
                if (last == 0) touched.push_back(ahead[i]);
                charged = mark << kGainBits | ((charged & kGainMask) + gain.points);
            }
            counts.postings += waiting;
            waiting = 0;
        };
        index.for_each_name(gain.term, [&](std::uint32_t name) {
            __builtin_prefetch(&charges[name], 1);
            ahead[waiting++] = name;
            if (waiting == kAhead) charge();
        });
        charge();
    }
}

void Searcher::State::keep_those_that_reach(std::uint32_t threshold) {
    const std::uint64_t weight = expansion.query().total;
    const auto bound = [&](std::uint32_t name) { return (charges[name] & kGainMask) + spare; };
    std::erase_if(candidates, [&](std::uint32_t name) {
        if (!reaches(bound(name), weight, threshold)) return true;
        __builtin_prefetch(&index.names[name]);
        return false;
    });
    std::erase_if(candidates, [&](std::uint32_t name) {
        return !reaches(bound(name), weight, std::uint64_t{index.names[name].total}, threshold);
    });
}

/// Step 4: brings the bounds nearer while that is cheaper than scoring.
void Searcher::State::narrow(std::uint32_t threshold) {
    constexpr std::uint64_t kScoreInPostings = 100;  // A score costs as much as so many postings.
    candidates = touched;
    keep_those_that_reach(threshold);
    counts.bounded += candidates.size();
    for (; !aside.empty(); aside.pop_back()) {  // The last has the fewest names.
        const std::size_t token = aside.back();
        if (names_of(token) > candidates.size() * kScoreInPostings) return;
        follow(token, true);
        spare -= expansion.gains()[token].front().points;
        keep_those_that_reach(threshold);
    }
}

void Searcher::State::fill_column(std::size_t column, std::size_t columns, std::uint32_t term,
                                  const FormTraits& listed) {
    const auto better = [&](std::uint16_t unit, const Cell& cell) {
        Cell& best = cells[unit * columns + column];
        if (cell.better_than(best)) best = cell;
    };
    const bool word = !listed.in_span && (listed.kind == names::FormKind::Spelling ||
                                          listed.kind == names::FormKind::Reading);
    for (auto place = expansion.first(term); place >= 0; place = expansion.at(place).next) {
        const Near& near = expansion.at(place);
        // One text can be a word of one name and the initials of another, which only equality
        // meets.
        const bool initials_only = listed.kind == names::FormKind::Initialism;
        const std::uint32_t nearness = initials_only && near.nearness < 1000 ? 0 : near.nearness;
        const bool initial = near.initial && word;
        if (nearness == 0 && !initial) continue;
        better(near.unit, bridged(near.traits, listed, nearness, initial, profile.bridges));
    }
    if (!word || expansion.initials().empty()) return;
    const auto text = index.text_of(term);
    for (const auto& initial : expansion.initials()) {
        if (text.size() > initial.letter.size() && text.starts_with(initial.letter)) {
            better(initial.unit, bridged(initial.traits, listed, 0, true, profile.bridges));
        }
    }
}

/// Reads the units of a listed name and fills the cells they share with the query.
void Searcher::State::fill_cells(const NameRecord& record) {
    const std::size_t columns = std::size_t{record.tokens} + record.spans;
    listed_units.resize(columns);
    cells.assign(expansion.query().units.size() * columns, Cell{});
    const std::uint8_t* at = index.units.data() + record.units_at;
    const auto terms = [&](std::size_t column, unsigned count, FormTraits traits) {
        for (; count > 0; --count, at += 4) {
            const std::uint32_t packed = read_term(at);
            traits.kind = static_cast<names::FormKind>(packed >> format::kTermBits);
            fill_column(column, columns, packed & format::kTermMask, traits);
        }
    };
    for (std::size_t i = 0; i < record.tokens; ++i) {
        Unit& unit = listed_units[i];
        unit.first = static_cast<std::uint8_t>(i);
        unit.count = 1;
        unit.role = static_cast<names::Role>(at[0] & 7U);
        unit.has_han = (at[0] & 8U) != 0;
        std::memcpy(&unit.weight, at + 1, sizeof unit.weight);
        const unsigned count = at[3];
        at += 4;
        terms(i, count, {names::FormKind::Spelling, unit.role, false, unit.has_han});
    }
    for (std::size_t i = record.tokens; i < columns; ++i) {
        Unit& unit = listed_units[i];
        unit.first = at[0];
        unit.count = at[1] & 127U;
        unit.role = listed_units[unit.first].role;  // as the scorer has it
        unit.has_han = (at[1] & 128U) != 0;
        unit.weight = 0;
        for (std::size_t token = unit.first; token < std::size_t{unit.first} + unit.count;
             ++token) {
            unit.weight = static_cast<std::uint16_t>(unit.weight + listed_units[token].weight);
        }
        const unsigned count = at[2];
        at += 3;
        terms(i, count, {names::FormKind::Spelling, unit.role, true, unit.has_han});
    }
}

std::uint16_t Searcher::State::score_of(const NameRecord& record) {
    fill_cells(record);
    return score(
        view(expansion.query()),
        {listed_units, record.tokens, record.total, static_cast<names::Derived>(record.derived)},
        cells, profile);
}

void Searcher::State::judge(const names::Name& query, std::uint32_t name, std::uint32_t threshold,
                            std::vector<Hit>& hits) {
    const NameRecord& record = index.names[name];
    if (!may_meet(query.derived, static_cast<names::Derived>(record.derived))) return;
    ++counts.scored;
    const auto raw = score_of(record);
    if (raw >= threshold) hits.push_back({{record.listing, record.name}, raw});
}

void Searcher::State::search(const names::Name& query, std::uint32_t threshold,
                             std::vector<Hit>& hits) {
    expansion.expand(query);
    counts.probes += expansion.probes();
    counts.near_terms += expansion.size();
    set_aside(threshold);
    const std::uint64_t weight = expansion.query().total;
    if (reaches(spare, weight, threshold) || 1000 * weight > kGainMask) {
        for (std::uint32_t name = 0; name < index.names.size(); ++name) {
            judge(query, name, threshold, hits);
        }
        return;
    }
    for (const auto token : followed) follow(token, false);
    narrow(threshold);
    for (const auto name : candidates) judge(query, name, threshold, hits);
    for (const auto name : touched) charges[name] = 0;
    touched.clear();
}

Searcher::Searcher(const Index& index, const Profile& profile)
    : state_(std::make_unique<State>(index, profile)) {}
Searcher::~Searcher() = default;

const SearchCounts& Searcher::counts() const {
    return state_->counts;
}

std::vector<Hit> Searcher::search(const names::NameSet& query, std::uint16_t raw_threshold) {
    State& s = *state_;
    s.counts = {};
    std::vector<Hit> hits;
    const auto threshold = std::max<std::uint32_t>(raw_threshold, 1);
    for (const auto& name : query.names) s.search(name, threshold, hits);
    arrange(hits);
    return hits;
}

}  // namespace cordon::screening
