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
// 3. Which names can be left out unseen. A name of weight w reaches R only with
//
//        20 M >= R (W(q) + w),   so   w <= 20 M / R - W(q),
//
//    and, as M <= 1000 w, only if w >= R W(q) / (20000 - R). Names are numbered by weight, so both
//    are places between names. Let the tokens of q stand in a row, those whose terms the most names
//    have first, and let S(i) be the hidden gains and what the first i tokens can gain at most. A
//    name that has terms of none but the first i tokens has M <= S(i) and can be left out if it
//    weighs more than S(i) allows. So the terms of token i are followed among the names light
//    enough for S(i) alone: any heavier name that can reach R has a term of a later, rarer token.
//    For S(0), the hidden gains alone, every name light enough is looked at.
//
// 4. Every name looked at whose bound by 2 reaches R, with the S(i) of its weight for the tokens
// not
//    followed there, is scored by the one scorer, over the same cells as the slow way: a listed
//    term without an entry in the Expansion has none. Where many would be scored, the tokens not
//    followed are followed after all, but only for names already looked at: the bounds get nearer,
//    no name is added.
//
// Tested by search_test.cpp against Exhaustive, and the bound of step 2 by score_property_test.cpp.
#include <algorithm>
#include <array>
#include <cstring>

#include "screening/expansion.h"
#include "screening/index_units.h"
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
    std::vector<std::uint32_t> touched;     ///< names looked at
    std::vector<std::uint32_t> candidates;  ///< of these, those whose bound reaches
    /// Step 3: nothing, then the tokens of the query in their row.
    struct Step {
        std::size_t token = 0;
        std::uint64_t names = 0;   ///< that have its terms
        std::uint64_t points = 0;  ///< S
        std::uint32_t end = 0;     ///< the first name too heavy for them
    };
    std::vector<Step> steps;
    std::uint32_t begin = 0;  ///< the first name heavy enough
    std::vector<Unit> listed_units;
    std::vector<Cell> cells;

    void search(const names::Name& query, std::uint32_t threshold, std::vector<Hit>& hits);
    void plan(std::uint32_t threshold);
    [[nodiscard]] std::uint64_t names_of(std::size_t token) const;
    void follow(const Step& step, bool only_touched);
    [[nodiscard]] std::uint64_t bound(std::uint32_t name, std::size_t followed_from) const;
    void keep_those_that_reach(std::uint32_t threshold, std::size_t followed_from);
    void narrow(std::uint32_t threshold);
    void judge(const names::Name& query, std::uint32_t name, std::uint32_t threshold,
               std::vector<Hit>& hits);
    void fill_cells(UnitReader& reader);
    void fill_column(std::size_t column, std::size_t columns, std::uint32_t term,
                     const FormTraits& listed);
};

namespace {

/// Can M points reach the threshold for a listed name of this weight?
bool reaches(std::uint64_t points, std::uint64_t query_weight, std::uint64_t listed_weight,
             std::uint32_t threshold) {
    points = std::min(points, 1000 * listed_weight);
    return 20 * points >= threshold * (query_weight + listed_weight);
}

/// Names whose weight no longer fits the low bits of a charge are compared with every name.
constexpr unsigned kGainBits = 26;
constexpr std::uint32_t kGainMask = (1U << kGainBits) - 1;
static_assert(names::kTokensMax < (1U << (32 - kGainBits)) - 1);
constexpr std::uint32_t kScoreMax = 10000;
constexpr std::size_t kAhead = 64;  ///< names fetched from memory before the first is needed

}  // namespace

/// Step 3: the row of tokens, and how far each is followed.
void Searcher::State::plan(std::uint32_t threshold) {
    const auto& gains = expansion.gains();
    const std::uint64_t weight = expansion.query().total;
    const std::uint64_t rest = 2 * kScoreMax - threshold;
    begin = index.first_of_weight((threshold * weight + rest - 1) / rest);
    steps.assign(1, {});
    for (std::size_t i = 0; i < gains.size(); ++i) {
        steps.front().points += expansion.hidden()[i];
        if (!gains[i].empty()) steps.push_back({i, names_of(i), gains[i].front().points, 0});
    }
    std::sort(steps.begin() + 1, steps.end(), [](const Step& a, const Step& b) {
        return a.names != b.names ? a.names > b.names : a.token < b.token;
    });
    std::uint64_t points = 0;
    for (auto& step : steps) {
        points += step.points;
        step.points = points;
        const std::uint64_t both = 20 * points / threshold;  // the most that q and l may weigh
        step.end =
            both < weight ? begin : std::max(begin, index.first_of_weight(both - weight + 1));
    }
}

/// How many names the terms of a token have, counting a name once a term.
std::uint64_t Searcher::State::names_of(std::size_t token) const {
    std::uint64_t names = 0;
    for (const Gain& gain : expansion.gains()[token]) names += index.name_count(gain.term);
    return names;
}

/// Step 2 for one token, either up to its end or behind it for names already looked at. Its terms
/// come most gain first, so the first one that a name has counts.
void Searcher::State::follow(const Step& step, bool only_touched) {
    const auto mark = static_cast<std::uint32_t>(step.token + 1);
    const std::uint32_t from = only_touched ? step.end : steps.front().end;
    const std::uint32_t end = only_touched ? steps.back().end : step.end;
    if (from >= end) return;
    std::array<std::uint32_t, kAhead> ahead;
    for (const Gain& gain : expansion.gains()[step.token]) {
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
        index.for_each_name(gain.term, end, [&](std::uint32_t name) {
            if (name < from) return;
            __builtin_prefetch(&charges[name], 1);
            ahead[waiting++] = name;
            if (waiting == kAhead) charge();
        });
        charge();
    }
}

/// Step 4: the most that a name looked at can gain, when the steps from this one on have been
/// followed to the end.
std::uint64_t Searcher::State::bound(std::uint32_t name, std::size_t followed_from) const {
    std::size_t spared = 0;
    while (spared + 1 < followed_from && name >= steps[spared + 1].end) ++spared;
    return (charges[name] & kGainMask) + steps[spared].points;
}

void Searcher::State::keep_those_that_reach(std::uint32_t threshold, std::size_t followed_from) {
    const std::uint64_t weight = expansion.query().total;
    for (const auto name : candidates) __builtin_prefetch(&index.names[name]);
    std::erase_if(candidates, [&](std::uint32_t name) {
        return !reaches(bound(name, followed_from), weight, index.names[name].total, threshold);
    });
}

/// Step 4: brings the bounds nearer while that is cheaper than scoring.
void Searcher::State::narrow(std::uint32_t threshold) {
    constexpr std::uint64_t kScoreInPostings = 100;  // A score costs as much as so many postings.
    candidates = touched;
    keep_those_that_reach(threshold, steps.size());
    counts.bounded += candidates.size();
    for (std::size_t i = steps.size() - 1; i > 0; --i) {
        if (steps[i].end == steps.back().end) continue;
        if (steps[i].names > candidates.size() * kScoreInPostings) return;
        follow(steps[i], true);
        keep_those_that_reach(threshold, i);
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
void Searcher::State::fill_cells(UnitReader& reader) {
    const std::size_t tokens = reader.tokens();
    const std::size_t columns = tokens + reader.spans();
    listed_units.resize(columns);
    cells.assign(expansion.query().units.size() * columns, Cell{});
    const auto terms = [&](std::size_t column, bool in_span) {
        const Unit& unit = listed_units[column];
        reader.terms(in_span, [&](names::FormKind kind, TermId term) {
            fill_column(column, columns, term, {kind, unit.role, in_span, unit.has_han});
        });
    };
    for (std::size_t i = 0; i < tokens; ++i) {
        listed_units[i] = reader.token();
        listed_units[i].first = static_cast<std::uint8_t>(i);
        terms(i, false);
    }
    for (std::size_t i = tokens; i < columns; ++i) {
        Unit& unit = listed_units[i];
        unit = reader.span();
        unit.role = listed_units[unit.first].role;  // as the scorer has it
        for (std::size_t token = unit.first; token < std::size_t{unit.first} + unit.count;
             ++token) {
            unit.weight = static_cast<std::uint16_t>(unit.weight + listed_units[token].weight);
        }
        terms(i, true);
    }
}

void Searcher::State::judge(const names::Name& query, std::uint32_t name, std::uint32_t threshold,
                            std::vector<Hit>& hits) {
    const NameRecord& record = index.names[name];
    UnitReader reader(index, record);
    if (!may_meet(query.derived, reader.derived())) return;
    ++counts.scored;
    fill_cells(reader);
    const auto raw =
        score(view(expansion.query()),
              {listed_units, reader.tokens(), record.total, reader.derived()}, cells, profile);
    if (raw >= threshold) hits.push_back({{record.listing, record.name}, raw});
}

void Searcher::State::search(const names::Name& query, std::uint32_t threshold,
                             std::vector<Hit>& hits) {
    expansion.expand(query);
    counts.probes += expansion.probes();
    counts.near_terms += expansion.size();
    plan(threshold);
    const bool too_heavy = 1000 * std::uint64_t{expansion.query().total} > kGainMask;
    const auto all = too_heavy ? steps.back().end : steps.front().end;
    for (auto name = begin; name < all; ++name) judge(query, name, threshold, hits);
    if (too_heavy) return;
    for (const auto& step : steps) follow(step, false);
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
    if (raw_threshold > kScoreMax) return hits;
    const auto threshold = std::max<std::uint32_t>(raw_threshold, 1);
    for (const auto& name : query.names) s.search(name, threshold, hits);
    arrange(hits);
    return hits;
}

}  // namespace cordon::screening
