// SPDX-License-Identifier: Apache-2.0
#include "links/half_rule_testing.h"

#include <algorithm>
#include <functional>

namespace cordon::links {

namespace {

constexpr std::uint32_t kTenth = kWhole / 10;

/// One way everything uncertain may turn out to be.
struct World {
    std::vector<int> tenths;        ///< of each stake
    std::vector<bool> listed;       ///< of each party
    std::vector<bool> rest_listed;  ///< do listed parties hold what no stake names?
    bool of_outstanding = false;    ///< parts are of all shares but the treasury's
};

class Walk {
public:
    Walk(const SmallGraph& graph, const World& world, Threshold threshold)
        : graph_(graph), world_(world), threshold_(threshold) {}

    /// Along every path that does not come back to where it was.
    bool counts(PartyIndex party, std::vector<bool> path) const {
        if (world_.listed[party]) return true;
        path[party] = true;
        const auto held = held_in(party, path);
        if (held.whole == 0) return false;
        return threshold_ == Threshold::HalfOrMore ? 2 * held.part >= held.whole
                                                   : 2 * held.part > held.whole;
    }
    /// By holders that count without anybody on the path.
    Rational held_in(PartyIndex company, const std::vector<bool>& path) const {
        std::int64_t held = 0, named = 0, own = 0;
        for (std::size_t i = 0; i < graph_.stakes.size(); ++i) {
            const auto& stake = graph_.stakes[i];
            if (stake.company != company) continue;
            named += world_.tenths[i];
            if (stake.holder == company) {
                own += world_.tenths[i];
                continue;
            }
            if (!path[stake.holder] && counts(stake.holder, path)) held += world_.tenths[i];
        }
        if (world_.rest_listed[company]) held += 10 - named;
        return {held, world_.of_outstanding ? 10 - own : 10};
    }
    /// No company has more than ten tenths.
    [[nodiscard]] bool possible() const {
        std::vector<int> named(graph_.parties);
        for (std::size_t i = 0; i < graph_.stakes.size(); ++i) {
            named[graph_.stakes[i].company] += world_.tenths[i];
        }
        return std::all_of(named.begin(), named.end(), [](int sum) { return sum <= 10; });
    }

private:
    const SmallGraph& graph_;
    const World& world_;
    Threshold threshold_;
};

class Worlds {
public:
    Worlds(const SmallGraph& graph, const std::function<void(const World&)>& each)
        : graph_(graph), each_(each) {
        world_.tenths.resize(graph.stakes.size());
        world_.listed.resize(graph.parties);
        world_.rest_listed.resize(graph.parties);
    }
    void run() { stake(0); }

private:
    void stake(std::size_t i) {
        if (i == graph_.stakes.size()) return listed(0);
        const auto& given = graph_.stakes[i];
        for (auto tenths = given.low / kTenth; tenths <= given.high / kTenth; ++tenths) {
            world_.tenths[i] = static_cast<int>(tenths);
            stake(i + 1);
        }
    }
    void listed(std::size_t p) {
        if (p == graph_.parties) return rest(0);
        for (const bool yes : {false, true}) {
            if (graph_.listed[p] == truth_of(!yes)) continue;
            world_.listed[p] = yes;
            listed(p + 1);
        }
    }
    void rest(std::size_t p) {
        if (p == graph_.parties) {
            for (const bool outstanding : {false, true}) {
                world_.of_outstanding = outstanding;
                each_(world_);
            }
            return;
        }
        for (const bool yes : {false, true}) {
            if (yes && !graph_.rest_open[p]) continue;
            world_.rest_listed[p] = yes;
            rest(p + 1);
        }
    }

    const SmallGraph& graph_;
    const std::function<void(const World&)>& each_;
    World world_;
};

}  // namespace

SmallGraph random_graph(std::mt19937_64& random, unsigned uncertain) {
    SmallGraph graph;
    graph.parties = 2 + static_cast<std::uint32_t>(random() % 5);
    graph.rest_open.resize(graph.parties);
    for (std::uint32_t p = 0; p < graph.parties; ++p) {
        graph.listed.push_back(random() % 3 == 0 ? Truth::Yes : Truth::No);
    }
    std::vector<std::uint32_t> left(graph.parties, 10);
    for (auto count = random() % 10; count > 0; --count) {
        const auto holder = static_cast<PartyIndex>(random() % graph.parties);
        const auto company = static_cast<PartyIndex>(random() % graph.parties);
        const auto most = holder == company ? std::min(left[company], 3U) : left[company];
        const auto tenths = static_cast<std::uint32_t>(random() % (most + 1));
        left[company] -= tenths;
        graph.stakes.push_back({holder, company, tenths * kTenth, tenths * kTenth});
    }
    for (auto open = random() % (uncertain + 1); open > 0; --open) {
        const auto what = random() % 4;
        const auto party = random() % graph.parties;
        if (what == 0) graph.listed[party] = Truth::Unknown;
        if (what == 1) graph.rest_open[party] = true;
        if (what < 2 || graph.stakes.empty()) continue;
        auto& stake = graph.stakes[random() % graph.stakes.size()];
        const auto room = stake.holder == stake.company ? 3U : (kWhole - stake.high) / kTenth;
        stake.high = std::min<std::uint32_t>(
            kWhole, stake.high + static_cast<std::uint32_t>(random() % (room + 1)) * kTenth);
    }
    return graph;
}

TwinAnswer try_everything(const SmallGraph& graph, Threshold threshold) {
    const auto n = graph.parties;
    TwinAnswer answer{std::vector<bool>(n, false), std::vector<bool>(n, true),
                      std::vector<Rational>(n, {1, 1}), std::vector<Rational>(n, {0, 1})};
    const std::function<void(const World&)> look = [&](const World& world) {
        const Walk walk(graph, world, threshold);
        if (!walk.possible()) return;
        for (PartyIndex p = 0; p < n; ++p) {
            const bool counts = walk.counts(p, std::vector<bool>(n));
            answer.ever_counts[p] = answer.ever_counts[p] || counts;
            answer.always_counts[p] = answer.always_counts[p] && counts;
            const auto held = walk.held_in(p, std::vector<bool>(n));
            if (held.whole == 0) continue;
            if (held < answer.least[p]) answer.least[p] = held;
            if (answer.most[p] < held) answer.most[p] = held;
        }
    };
    Worlds(graph, look).run();
    return answer;
}

}  // namespace cordon::links
