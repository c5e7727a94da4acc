// SPDX-License-Identifier: Apache-2.0
// What the index and the readers of scores rely on, for names that have much in common.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "screening/score.h"
#include "screening/score_testing.h"

namespace cordon::screening {
namespace {

using testing::any_name;
using testing::any_pair;
using testing::any_token;
using testing::raw_score;

const Profile& balanced() {
    static const Profile kProfile = MUST(profile("balanced"));
    return kProfile;
}

/// The bound of score.h, computed from cells and nothing else.
std::uint64_t bound_of(const UnitsView& query, const UnitsView& listed, Matrix cells) {
    const std::uint64_t both = std::uint64_t{query.total} + listed.total;
    if (both == 0) return 0;
    std::vector<std::uint16_t> best(query.tokens, 0);
    for (std::size_t row = 0; row < query.units.size(); ++row) {
        const Unit& unit = query.units[row];
        for (std::size_t column = 0; column < listed.units.size(); ++column) {
            const auto similarity = cells[row * listed.units.size() + column].similarity;
            for (std::size_t at = unit.first; at < std::size_t{unit.first} + unit.count; ++at) {
                best[at] = std::max(best[at], similarity);
            }
        }
    }
    std::uint64_t reachable = 0;
    for (std::size_t at = 0; at < query.tokens; ++at) {
        reachable += std::uint64_t{query.units[at].weight} * best[at];
    }
    return 20 * std::min(reachable, std::uint64_t{listed.total} * 1000) / both;
}

RC_GTEST_PROP(Score, NeverExceedsItsBound, ()) {
    const auto pair = any_pair();
    const auto left = weighed(pair[0], balanced().weights);
    const auto right = weighed(pair[1], balanced().weights);
    const auto cells = cells_of(pair[0], pair[1], balanced());
    RC_ASSERT(score(view(left), view(right), cells, balanced()) <=
              bound_of(view(left), view(right), cells));
}

RC_GTEST_PROP(Score, IsTheSameTheOtherWayRound, ()) {
    const auto pair = any_pair();
    RC_ASSERT(raw_score(pair[0], pair[1], balanced()) == raw_score(pair[1], pair[0], balanced()));
}

RC_GTEST_PROP(Score, OfANameWithItselfIsFull, ()) {
    const auto name = *any_name();
    RC_PRE(!name.tokens.empty());
    RC_ASSERT(raw_score(name, name, balanced()) == 10000);
}

RC_GTEST_PROP(Score, IsNotRaisedByATokenThatMatchesNothing, ()) {
    const auto pair = any_pair();
    auto tokens = pair[1].tokens;
    auto stranger = *any_token();
    stranger.forms = {{names::FormKind::Spelling, "qqqqqqqqq"}};
    tokens.push_back(stranger);
    auto longer = testing::name(tokens);
    longer.brandless = pair[1].brandless;  // a name of another sort weighs all its words anew
    RC_ASSERT(raw_score(pair[0], longer, balanced()) <= raw_score(pair[0], pair[1], balanced()));
}

/// A score from any cells, so that the property does not hang on what words can give.
struct Loose {
    Weighed left, right;
    std::vector<Cell> cells;
};

Loose any_loose() {
    const auto pair = any_pair();
    Loose loose{weighed(pair[0], balanced().weights), weighed(pair[1], balanced().weights), {}};
    const auto count = loose.left.units.size() * loose.right.units.size();
    const auto likes = *rc::gen::container<std::vector<std::uint16_t>>(
        count,
        rc::gen::weightedElement<std::uint16_t>({{5, 0}, {1, 1000}, {1, 980}, {1, 700}, {1, 610}}));
    for (const auto like : likes) loose.cells.push_back({like, Bridge::Equal});
    return loose;
}

RC_GTEST_PROP(Score, KeepsItsBoundForAnyCells, ()) {
    const auto loose = any_loose();
    RC_ASSERT(score(view(loose.left), view(loose.right), loose.cells, balanced()) <=
              bound_of(view(loose.left), view(loose.right), loose.cells));
}

RC_GTEST_PROP(Score, IsTheSameTheOtherWayRoundForAnyCells, ()) {
    const auto loose = any_loose();
    const auto rows = loose.left.units.size();
    const auto wide = loose.right.units.size();
    std::vector<Cell> turned(loose.cells.size());
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < wide; ++column) {
            turned[column * rows + row] = loose.cells[row * wide + column];
        }
    }
    RC_ASSERT(score(view(loose.left), view(loose.right), loose.cells, balanced()) ==
              score(view(loose.right), view(loose.left), turned, balanced()));
}

RC_GTEST_PROP(Score, FallsWithTheSimilarityOfAPairThatStaysAligned, ()) {
    auto loose = any_loose();
    const auto count = std::min(loose.left.tokens, loose.right.tokens);
    const auto wide = loose.right.units.size();
    for (auto& cell : loose.cells) cell = {};
    for (std::size_t at = 0; at < count; ++at) loose.cells[at * wide + at] = {900, Bridge::Sound};
    const auto before = score(view(loose.left), view(loose.right), loose.cells, balanced());
    for (std::size_t at = 0; at < count; ++at) {
        auto& cell = loose.cells[at * wide + at];
        cell.similarity = *rc::gen::inRange<std::uint16_t>(1, 901);
    }
    RC_ASSERT(score(view(loose.left), view(loose.right), loose.cells, balanced()) <= before);
}

RC_GTEST_PROP(Explained, IsTheScore, ()) {
    const auto pair = any_pair();
    const auto told = explained(pair[0], pair[1], balanced());
    RC_ASSERT(told.raw == raw_score(pair[0], pair[1], balanced()));
    RC_ASSERT(told.shown == balanced().shown(told.raw));
    std::size_t covered = told.query_alone.size();
    const auto left = weighed(pair[0], balanced().weights);
    for (const auto& aligned : told.aligned) covered += left.units[aligned.query_unit].count;
    RC_ASSERT(covered == pair[0].tokens.size());
}

}  // namespace
}  // namespace cordon::screening
