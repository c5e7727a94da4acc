// SPDX-License-Identifier: Apache-2.0
// Dividing a Han run: of all divisions into known words, numbers and unknown stretches, the one
// that leaves the fewest characters unknown, and of those the one with the fewest pieces; of equals
// the one whose last word is longest. Dynamic programme over characters with three states: the last
// piece is an unknown stretch that may grow, a word, or a word of one character.
//
// A word of one character ("所", "厂", "云") is one only where such words stand: at the end of the
// run, or between known pieces. Elsewhere it is part of somebody's name: 云 in 上海云天. Only 市
// and its like stand after a place whatever follows: 深圳市昇维旭.
#include <algorithm>
#include <array>
#include <limits>

#include "base/code_points.h"
#include "names/analyse_parts.h"
#include "names/lexicon_tables.h"
#include "names/number.h"

namespace cordon::names {

namespace {

constexpr std::size_t kCharactersMax = 256;

constexpr std::uint32_t kNumeral = TextIndex::kNone - 1;

struct Step {
    std::uint16_t unknown = std::numeric_limits<std::uint16_t>::max();
    std::uint16_t pieces = 0;
    std::uint16_t from = 0;
    std::uint8_t from_state = 0;
    std::uint32_t entry = TextIndex::kNone;  ///< of the table, or kNumeral

    [[nodiscard]] bool reached() const {
        return unknown != std::numeric_limits<std::uint16_t>::max();
    }
    [[nodiscard]] bool better_than(const Step& other) const {
        return unknown != other.unknown ? unknown < other.unknown : pieces < other.pieces;
    }
};

bool may_begin_number(char32_t c) {
    constexpr std::u32string_view kNumerals = U"第一二三四五六七八九十百千零〇两廿卅";
    return kNumerals.find(c) != std::u32string_view::npos;
}

constexpr std::uint8_t kStretch = 0, kWord = 1, kSingle = 2;

/// The programme over one run; `at` are the byte offsets of its characters, one more than those.
struct Division {
    const MeaningTable& table;
    std::string_view run;
    std::vector<std::uint32_t> at;
    std::vector<std::array<Step, 3>> steps;  ///< by the state after the last piece

    [[nodiscard]] std::size_t size() const { return at.size() - 1; }

    [[nodiscard]] Lexicon::Piece piece(const Step& step, std::size_t to) const {
        Lexicon::Piece out{at[step.from], at[to], {}, std::nullopt};
        if (step.entry == kNumeral) {
            if (const auto read = han_number_at(run.substr(out.begin))) out.number = read->value;
        } else if (step.entry != TextIndex::kNone) {
            out.meanings = table.of(step.entry);
        }
        return out;
    }

    [[nodiscard]] bool is_place(const Step& step) const {
        return step.entry < kNumeral && table.of(step.entry).front().role == Role::Place;
    }
    void offer(std::size_t to, std::uint8_t state, const Step& step) {
        auto& best = steps[to][state];
        if (!best.reached() || step.better_than(best)) best = step;
    }
    void stretch(std::size_t from) {
        for (const std::uint8_t state : {kStretch, kWord}) {
            const Step& before = steps[from][state];
            if (!before.reached()) continue;
            Step step;
            step.unknown = static_cast<std::uint16_t>(before.unknown + 1);
            const bool grows = state == kStretch && from > 0;
            step.pieces = static_cast<std::uint16_t>(before.pieces + (grows ? 0 : 1));
            step.from = static_cast<std::uint16_t>(from);
            step.from_state = state;
            offer(from + 1, kStretch, step);
        }
    }
    void word(std::size_t from, std::size_t to, std::uint32_t entry) {
        const bool single = to == from + 1 && entry != kNumeral;
        for (const std::uint8_t state : {kWord, kSingle, kStretch}) {
            const Step& before = steps[from][state];
            if (!before.reached()) continue;
            if (single && (from == 0 || (state == kStretch && to != size()))) continue;
            const bool of_place =
                single && is_kind_of_place(table.of(entry).front()) && is_place(before);
            Step step;
            step.unknown = before.unknown;
            step.pieces = static_cast<std::uint16_t>(before.pieces + 1);
            step.from = static_cast<std::uint16_t>(from);
            step.from_state = state;
            step.entry = entry;
            offer(to, single && !of_place ? kSingle : kWord, step);
        }
    }
    void from(std::size_t begin) {
        stretch(begin);
        const auto first = run.substr(at[begin], at[begin + 1] - at[begin]);
        const auto head = table.texts.find(first);
        if (head != TextIndex::kNone) {
            const std::size_t longest = std::min<std::size_t>(table.longest[head], size() - begin);
            for (std::size_t n = longest; n > 0; --n) {
                const auto text = run.substr(at[begin], at[begin + n] - at[begin]);
                const auto entry = n == 1 ? head : table.texts.find(text);
                if (entry == TextIndex::kNone || table.of(entry).empty()) continue;
                word(begin, begin + n, entry);
            }
        }
        std::size_t place = at[begin];
        if (!may_begin_number(next_code_point(run, place))) return;
        if (const auto number = han_number_at(run.substr(at[begin]))) {
            const auto end = std::lower_bound(at.begin(), at.end(), at[begin] + number->bytes);
            word(begin, static_cast<std::size_t>(end - at.begin()), kNumeral);
        }
    }
};

}  // namespace

std::vector<Lexicon::Piece> Lexicon::divided(std::string_view han_run) const {
    Division division{tables_->han, han_run, {}, {}};
    division.at.reserve(std::min(han_run.size() / 3, kCharactersMax) + 2);
    for (std::size_t place = 0; place < han_run.size();) {
        division.at.push_back(static_cast<std::uint32_t>(place));
        if (division.at.size() > kCharactersMax) break;
        next_code_point(han_run, place);
    }
    if (division.at.size() <= kCharactersMax) {
        division.at.push_back(static_cast<std::uint32_t>(han_run.size()));
    }
    if (division.at.size() < 2) return {};
    division.steps.resize(division.at.size());
    division.steps[0][1].unknown = 0;
    for (std::size_t i = 0; i < division.size(); ++i) division.from(i);
    const auto& last = division.steps.back();
    std::uint8_t state = kStretch;
    for (const std::uint8_t other : {kWord, kSingle}) {
        if (!last[other].reached()) continue;
        if (!last[state].reached() || !last[state].better_than(last[other])) state = other;
    }
    std::vector<Piece> pieces;
    bool growing = false;  // the piece before this one in the text belongs to the same stretch
    for (std::size_t to = division.size(); to > 0;) {
        const Step& step = division.steps[to][state];
        if (growing && state == kStretch) {
            pieces.back().begin = division.at[step.from];
        } else {
            pieces.push_back(division.piece(step, to));
        }
        growing = state == kStretch;
        to = step.from;
        state = step.from_state;
    }
    std::reverse(pieces.begin(), pieces.end());
    return pieces;
}

}  // namespace cordon::names
