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
//    with w' the unit of l, or while that is unknown the heaviest unit that has the term; each
//    token of a span its own w s, together no less than the pair's. So M <= the sum over the tokens
//    of q of the largest gain among the terms that l has, plus what is hidden. Also M <= 1000 W(l),
//    as no token of l is used twice.
//
// 3. Which names can be left out unseen. A name of weight w reaches R only with
//
//        20 M >= R (W(q) + w),   so   w <= 20 M / R - W(q),
//
//    and, as M <= 1000 w, only if w >= R W(q) / (20000 - R). Names are numbered by weight, so both
//    are places between names. Let the tokens of q stand in a row, those whose terms the most names
//    have first, and let S(i) be the hidden gains and what the first i tokens can gain at most. If
//    i is the last token of which a name has a term, and g the largest gain among those terms, then
//    M <= S(i - 1) + g. So each term of token i, with its gain g, is followed only among the names
//    light enough for S(i - 1) + g: every name that can reach R has a term for which it is. For
//    S(0), the hidden gains alone, every name light enough is looked at. A name of the usual weight
//    needs a rare token, only a light one can do with "trading" and "limited".
//
// 4. Of every name looked at the bound by 2 is taken: first roughly, each token of q gaining its
//    most if the name has the bit of one of its terms; then from the units of the name. Names whose
//    bounds reach R are scored by the one scorer, over the same cells as the slow way: a listed
//    term without an entry in the Expansion has none.
//
// Tested by search_test.cpp against Exhaustive, and the bound of step 2 by score_property_test.cpp.
#include <algorithm>
#include <numeric>

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
          seen(index.names.size()) {}

    const Index::Layout& index;
    const Profile& profile;
    Expansion expansion;
    SearchCounts counts;
    std::vector<bool> seen;                ///< of each name whether it is in `looked_at`
    std::vector<std::uint32_t> looked_at;  ///< names
    /// Step 3: a token of the query in its row.
    struct Step {
        std::size_t token = 0;
        std::uint64_t names = 0;   ///< that have its terms
        std::uint64_t before = 0;  ///< S without this token
        std::uint32_t bits = 0;    ///< of its terms
    };
    std::vector<Step> steps;
    std::uint64_t hidden = 0;            ///< S(0)
    std::uint32_t begin = 0;             ///< the first name heavy enough
    std::uint32_t all = 0;               ///< the first too heavy for the hidden gains alone
    std::vector<std::uint32_t> reached;  ///< of each token of the query, what it gains at most
    std::vector<Unit> listed_units;
    std::vector<Cell> cells;

    void search(const names::Name& query, std::uint32_t threshold, std::vector<Hit>& hits);
    void plan(std::uint32_t threshold);
    [[nodiscard]] std::uint32_t end_of(std::uint64_t points, std::uint32_t threshold) const;
    void follow(const Step& step, std::uint32_t threshold);
    [[nodiscard]] bool may_reach_by_bits(const NameRecord& record, std::uint32_t threshold) const;
    [[nodiscard]] bool may_reach(const NameRecord& record, std::uint32_t threshold);
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

constexpr std::uint32_t kScoreMax = 10000;
constexpr std::size_t kAhead = 12;       ///< names fetched from memory before they are needed
constexpr std::size_t kUsualUnits = 48;  ///< bytes

}  // namespace

/// Step 3: the row of tokens.
void Searcher::State::plan(std::uint32_t threshold) {
    const auto& gains = expansion.gains();
    const std::uint64_t rest = 2 * kScoreMax - threshold;
    const std::uint64_t weight = expansion.query().total;
    begin = index.first_of_weight((threshold * weight + rest - 1) / rest);
    steps.clear();
    hidden = 0;
    for (std::size_t i = 0; i < gains.size(); ++i) {
        hidden += expansion.hidden()[i];
        std::uint64_t names = 0;  // counting a name once a term
        std::uint32_t bits = 0;
        for (const Gain& gain : gains[i]) {
            names += index.name_count(gain.term);
            bits |= format::bit_of(gain.term);
        }
        if (names > 0) steps.push_back({i, names, 0, bits});
    }
    std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
        return a.names != b.names ? a.names > b.names : a.token < b.token;
    });
    std::uint64_t points = hidden;
    for (auto& step : steps) {
        step.before = points;
        points += gains[step.token].front().points;
    }
    all = end_of(hidden, threshold);
}

/// Step 3: the first name too heavy for so many points.
std::uint32_t Searcher::State::end_of(std::uint64_t points, std::uint32_t threshold) const {
    const std::uint64_t both = 20 * points / threshold;  // the most that q and l may weigh
    const std::uint64_t weight = expansion.query().total;
    return both < weight ? begin : std::max(begin, index.first_of_weight(both - weight + 1));
}

/// Step 3 for one token. Its terms come most gain first.
void Searcher::State::follow(const Step& step, std::uint32_t threshold) {
    const Gain* before = nullptr;
    std::uint32_t end = 0;
    for (const Gain& gain : expansion.gains()[step.token]) {
        if (before == nullptr || gain.points != before->points) {
            end = end_of(step.before + gain.points, threshold);
        }
        if (end <= all) return;
        before = &gain;
        index.for_each_name(gain.term, end, [&](std::uint32_t name) {
            if (name < all) return;
            ++counts.postings;
            if (seen[name]) return;
            seen[name] = true;
            looked_at.push_back(name);
            __builtin_prefetch(&index.names[name]);
        });
    }
}

/// Step 4, without the units: a name without a bit of a token has none of its terms.
bool Searcher::State::may_reach_by_bits(const NameRecord& record, std::uint32_t threshold) const {
    std::uint64_t points = hidden;
    for (const Step& step : steps) {
        if ((record.bits & step.bits) != 0) {
            points += expansion.gains()[step.token].front().points;
        }
    }
    return reaches(points, expansion.query().total, record.total, threshold);
}

/// Step 4: is the bound by step 2, from the units of the name, enough?
bool Searcher::State::may_reach(const NameRecord& record, std::uint32_t threshold) {
    UnitReader reader(index, record);
    const auto& query = expansion.query();
    reached.assign(query.tokens, 0);
    const auto charge = [&](std::int32_t place, std::uint32_t weight) {
        for (; place >= 0; place = expansion.at(place).next) {
            const Near& near = expansion.at(place);
            const Unit& unit = query.units[near.unit];
            for (std::size_t i = unit.first; i < std::size_t{unit.first} + unit.count; ++i) {
                const std::uint32_t own = query.units[i].weight;
                const auto most = unit.count == 1 ? std::min(own, weight) : own;
                reached[i] = std::max(reached[i], most * near.at_most);
            }
        }
    };
    for (unsigned i = 0; i < reader.tokens(); ++i) {
        const auto weight = reader.token().weight;
        reader.terms(false, [&](names::FormKind, TermId term) {
            if (const auto place = expansion.first(term); place >= 0) charge(place, weight);
        });
    }
    for (unsigned i = 0; i < reader.spans(); ++i) {
        (void)reader.span();
        reader.terms(true, [&](names::FormKind, TermId term) {
            if (const auto place = expansion.first(term); place >= 0) charge(place, record.total);
        });
    }
    const auto points = std::accumulate(reached.begin(), reached.end(), hidden);
    return reaches(points, query.total, record.total, threshold);
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
    for (auto name = begin; name < all; ++name) judge(query, name, threshold, hits);
    for (const auto& step : steps) follow(step, threshold);
    std::erase_if(looked_at, [&](std::uint32_t name) {
        seen[name] = false;
        return !may_reach_by_bits(index.names[name], threshold);
    });
    counts.bounded += looked_at.size();
    const auto fetch = [&](std::size_t i) {
        if (i >= looked_at.size()) return;
        const auto* units = index.units.data() + index.names[looked_at[i]].units_at;
        __builtin_prefetch(units);
        __builtin_prefetch(units + kUsualUnits);
    };
    for (std::size_t i = 0; i < kAhead; ++i) fetch(i);
    for (std::size_t i = 0; i < looked_at.size(); ++i) {
        fetch(i + kAhead);
        const auto name = looked_at[i];
        if (may_reach(index.names[name], threshold)) judge(query, name, threshold, hits);
    }
    looked_at.clear();
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
