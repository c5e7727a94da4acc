// SPDX-License-Identifier: Apache-2.0
// Which holders get a box when there are too many: greedily, most telling first. A holder comes
// with everybody between it and the party, so that no box hangs in the air; a company of which a
// holder is left out costs one box more, for the others.
#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "links/chart.h"

namespace cordon::links {

namespace {

class Choice {
public:
    explicit Choice(const Trace& trace) : trace_(trace), shown_(trace.behind.nodes.size(), false) {
        const auto& behind = trace.behind;
        below_.assign(shown_.size(), 0);
        held_by_.resize(shown_.size());
        left_out_.assign(shown_.size(), 0);
        weight_.assign(shown_.size(), 0);
        std::set<std::pair<std::uint32_t, std::uint32_t>> met;
        for (const auto& stake : behind.stakes) {
            weight_[stake.holder] =
                std::max(weight_[stake.holder], std::uint64_t{stake.low} + stake.high);
            if (stake.holder == stake.company ||
                !met.insert({stake.holder, stake.company}).second) {
                continue;
            }
            held_by_[stake.holder].push_back(stake.company);
            ++left_out_[stake.company];
        }
        for (std::uint32_t node = 1; node < shown_.size(); ++node) {
            const auto nearest =
                std::min_element(held_by_[node].begin(), held_by_[node].end(), [&](auto a, auto b) {
                    return std::pair(behind.nodes[a].tier, a) < std::pair(behind.nodes[b].tier, b);
                });
            if (nearest != held_by_[node].end()) below_[node] = *nearest;
        }
        show(0);
    }

    std::vector<bool> choose(const std::set<LinkIndex>& witness) {
        const auto& nodes = trace_.behind.nodes;
        std::vector<bool> carries(nodes.size(), false);
        for (std::size_t i = 0; i < trace_.behind.stakes.size(); ++i) {
            if (witness.contains(trace_.behind.link_of[i])) {
                carries[trace_.behind.stakes[i].holder] = true;
            }
        }
        std::vector<std::uint32_t> order(nodes.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto key = [&](std::uint32_t node) {
            const int urgency = carries[node]                             ? 0
                                : nodes[node].listed.on_day == Truth::Yes ? 1
                                : nodes[node].listed.on_day == Truth::No  ? 3
                                                                          : 2;
            return std::tuple(urgency, nodes[node].tier, ~weight_[node], node);
        };
        std::sort(order.begin(), order.end(), [&](auto a, auto b) { return key(a) < key(b); });
        for (const auto node : order) try_to_show(node);
        return shown_;
    }

private:
    void show(std::uint32_t node) {
        shown_[node] = true;
        boxes_ += left_out_[node] > 0 ? 2U : 1U;
        for (const auto company : held_by_[node]) {
            if (--left_out_[company] == 0 && shown_[company] && company != node) --boxes_;
        }
    }
    void hide(std::uint32_t node) {
        for (const auto company : held_by_[node]) {
            if (left_out_[company]++ == 0 && shown_[company] && company != node) ++boxes_;
        }
        boxes_ -= left_out_[node] > 0 ? 2U : 1U;
        shown_[node] = false;
    }
    void try_to_show(std::uint32_t node) {
        std::vector<std::uint32_t> way;
        for (auto at = node; !shown_[at] && way.size() <= kBoxesMax; at = below_[at]) {
            way.push_back(at);
        }
        if (way.size() > kBoxesMax) return;
        std::reverse(way.begin(), way.end());
        for (const auto at : way) show(at);
        if (boxes_ <= kBoxesMax) return;
        std::reverse(way.begin(), way.end());
        for (const auto at : way) hide(at);
    }

    const Trace& trace_;
    std::vector<bool> shown_;
    std::vector<std::uint32_t> below_;                 ///< one step nearer to the party
    std::vector<std::vector<std::uint32_t>> held_by_;  ///< companies of each holder, each once
    std::vector<std::uint32_t> left_out_;              ///< holders of each company without a box
    std::vector<std::uint64_t> weight_;
    std::size_t boxes_ = 0;
};

}  // namespace

std::vector<bool> nodes_shown(const Trace& trace) {
    if (trace.behind.nodes.size() <= kBoxesMax) {
        return std::vector<bool>(trace.behind.nodes.size(), true);
    }
    const auto& witness = trace.ownership.witness;
    return Choice(trace).choose({witness.begin(), witness.end()});
}

}  // namespace cordon::links
