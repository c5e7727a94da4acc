// SPDX-License-Identifier: Apache-2.0
// The rule is asked twice: once as if nobody unnamed were listed, for the part that is known, and
// once as if anybody unnamed might be, for the answer.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "base/money.h"
#include "links/trace.h"

namespace cordon::links {

namespace {

std::string percent(const Interval& part) {
    return MUST(Share::from_interval(part)).to_text();
}

/// The link that told a stake, whatever its share counts as.
LinkIndex link_of(const Behind& behind, const Stake& stake) {
    for (std::size_t i = 0; i < behind.stakes.size(); ++i) {
        const auto& told = behind.stakes[i];
        if (told.holder == stake.holder && told.company == stake.company) return behind.link_of[i];
    }
    fail_check(__FILE__, __LINE__, "a stake of no link");
}

/// Why a party's answer is not known, largest first, and how many of the reasons settle it.
class Questions {
public:
    Questions(const LinkGraph& graph, const Behind& behind, const HalfRule& rule,
              Threshold threshold)
        : graph_(graph),
          behind_(behind),
          rule_(rule),
          enough_(threshold == Threshold::HalfOrMore ? kHalf : kHalf + 1) {}

    std::vector<OpenStake> of(std::uint32_t node) {
        ask(node);
        return std::move(out_);
    }

private:
    struct Reason {
        std::uint64_t width = 0;
        std::optional<StakeIndex> stake;  ///< nothing: the part nobody names
    };

    [[nodiscard]] std::string name(std::uint32_t node) const {
        const auto& records = behind_.nodes[node].records;
        return records.empty() ? "the one a nominee holds for" : graph_.party(records[0]).name;
    }

    [[nodiscard]] std::vector<Reason> reasons(std::uint32_t node, std::uint64_t& low) const {
        std::vector<Reason> out;
        const auto& graph = rule_.graph();
        graph.for_each_held_in(node, [&](StakeIndex index) {
            const auto& stake = graph.stake(index);
            const Truth counts = rule_.counts(stake.holder);
            const std::uint32_t least = counts == Truth::Yes ? stake.low : 0;
            const std::uint32_t most = counts == Truth::No ? 0 : stake.high;
            low += least;
            if (most > least) out.push_back({most - least, index});
        });
        if (behind_.nodes[node].open && graph.named(node) < kWhole) {
            out.push_back({kWhole - graph.named(node), std::nullopt});
        }
        std::stable_sort(out.begin(), out.end(),
                         [](const Reason& a, const Reason& b) { return a.width > b.width; });
        return out;
    }

    /// As few as could bring it to the threshold, or below it.
    [[nodiscard]] std::size_t needed(const std::vector<Reason>& reasons, std::uint64_t low) const {
        std::uint64_t all = low;
        for (const auto& reason : reasons) all += reason.width;
        std::uint64_t raised = low, lowered = std::min<std::uint64_t>(all, kWhole);
        std::size_t count = 0;
        while (count < reasons.size() && raised < enough_ && lowered >= enough_) {
            raised += reasons[count].width;
            lowered -= std::min(lowered, reasons[count].width);
            ++count;
        }
        return count;
    }

    void ask(std::uint32_t node) {
        if (!asked_.insert(node).second) return;
        std::uint64_t low = 0;
        auto why = reasons(node, low);
        why.resize(needed(why, low));
        for (const auto& reason : why) {
            if (reason.stake) {
                ask_of(node, *reason.stake);
            } else {
                const auto part = part_of_whole(
                    0, static_cast<std::uint32_t>(std::min<std::uint64_t>(reason.width, kWhole)));
                out_.push_back({name(node), std::nullopt,
                                fmt::format("Who holds the {} of {} that no source names?",
                                            percent(Interval::exactly(part.hi())), name(node)),
                                part});
            }
        }
    }

    void ask_of(std::uint32_t node, StakeIndex index) {
        const auto& stake = rule_.graph().stake(index);
        const auto link = link_of(behind_, stake);
        const auto part = part_of_whole(stake.low, stake.high);
        if (stake.low != stake.high) {
            out_.push_back(
                {name(node), link,
                 fmt::format("How much of {} does {} hold?", name(node), name(stake.holder)),
                 part});
        }
        if (rule_.counts(stake.holder) != Truth::Unknown) return;
        const auto& listed = behind_.nodes[stake.holder].listed;
        if (listed.carries == Truth::Unknown) {
            out_.push_back({name(node), link,
                            fmt::format("Is {} the listed {}?", name(stake.holder), listed.name),
                            part});
        } else {
            ask(stake.holder);
        }
    }

    const LinkGraph& graph_;
    const Behind& behind_;
    const HalfRule& rule_;
    std::uint64_t enough_;
    std::set<std::uint32_t> asked_;
    std::vector<OpenStake> out_;
};

/// Holders who are told to have all of a company beside one whose share is not settled: sources
/// contradict each other, so at most nobody leaves another out.
std::vector<Stake> doubted(const Behind& behind) {
    std::vector<std::uint64_t> named(behind.nodes.size());
    std::vector<bool> uncertain(behind.nodes.size());
    for (const auto& stake : behind.stakes) {
        named[stake.company] += stake.low;
        if (stake.low < stake.high) uncertain[stake.company] = true;
    }
    auto out = behind.stakes;
    for (auto& stake : out) {
        if (named[stake.company] >= kWhole && uncertain[stake.company]) stake.low = 0;
    }
    return out;
}

/// From the low end of one to the high end of the other.
Interval between(const Interval& low, const Interval& high) {
    return Interval::exactly(low.lo()).hull(Interval::exactly(high.hi()));
}

std::vector<LinkIndex> carried_by(const Behind& behind, const HalfRule& rule) {
    std::vector<LinkIndex> out;
    std::set<std::uint32_t> seen{0};
    std::vector<std::uint32_t> open{0};
    for (std::size_t i = 0; i < open.size(); ++i) {
        for (const auto index : rule.witness(open[i])) {
            const auto& stake = rule.graph().stake(index);
            out.push_back(link_of(behind, stake));
            const bool ends = rule.listed(stake.holder) == Truth::Yes;
            if (!ends && seen.insert(stake.holder).second) open.push_back(stake.holder);
        }
    }
    return out;
}

}  // namespace

Ownership ownership(const LinkGraph& graph, const Behind& behind, Threshold threshold) {
    const auto count = static_cast<std::uint32_t>(behind.nodes.size());
    std::vector<Truth> listed;
    std::vector<bool> open;
    Ownership out;
    for (std::uint32_t node = 0; node < count; ++node) {
        listed.push_back(behind.nodes[node].listed.carries);
        open.push_back(behind.nodes[node].open);
        if (node > 0) out.listed_owner = either(out.listed_owner, listed.back());
    }
    // A party that is listed itself is not what is asked about here.
    listed[0] = Truth::No;
    StakeGraph named(count, behind.stakes);
    StakeGraph possible(count, behind.stakes, open);
    const HalfRule by_named(named, listed, threshold);
    const HalfRule by_anybody(possible, listed, threshold);
    const auto doubts = doubted(behind);
    StakeGraph named_in_doubt(count, doubts);
    StakeGraph possible_in_doubt(count, doubts, open);
    const HalfRule named_at_most(named_in_doubt, listed, threshold);
    const HalfRule at_most(possible_in_doubt, listed, threshold);
    out.held = by_anybody.is_held(0);
    if (out.held == Truth::No) out.held = both(at_most.is_held(0), Truth::Unknown);
    out.named = between(by_named.part(0), named_at_most.part(0));
    out.possible = between(by_anybody.part(0), at_most.part(0));
    if (behind.cut) out.listed_owner = either(out.listed_owner, Truth::Unknown);
    out.witness = carried_by(behind, by_anybody);
    if (out.held == Truth::Unknown) {
        const bool contradicted = by_anybody.is_held(0) == Truth::No;
        const auto& rule = contradicted ? at_most : by_anybody;
        out.open = Questions(graph, behind, rule, threshold).of(0);
    }
    return out;
}

}  // namespace cordon::links
