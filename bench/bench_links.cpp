// SPDX-License-Identifier: Apache-2.0
// The 50 % rule over corporate graphs, on one core: compiling, the whole fixpoint, one change; and
// traces of single parties.
//
//   bench_links [STAKES…]      made-up graphs of so many stakes (100000 1000000 10000000)
//
// Prints each stage beside its streaming bound (reading every stake once at the speed of memory)
// and the ratio to the plain fixpoint, which goes over all stakes until nothing changes.
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <random>

#include "links/half_rule.h"
#include "links/synthetic_graph_testing.h"
#include "links/trace.h"

namespace cordon::links {
namespace {

/// Time of this thread on the processor: what a core is kept busy for, whatever else runs.
double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double streaming_bound(const SyntheticGraph& graph) {
    const double start = now();
    std::uint64_t sum = 0;
    for (const auto& stake : graph.stakes) sum += stake.low + stake.holder + stake.company;
    const double taken = now() - start;
    if (sum == 1) fmt::print(" ");  // so that the sum is made
    return taken;
}

/// Only the low end: what is certain.
std::uint32_t plain_fixpoint(const SyntheticGraph& graph) {
    std::vector<bool> counts(graph.parties);
    for (PartyIndex p = 0; p < graph.parties; ++p) counts[p] = graph.listed[p] == Truth::Yes;
    for (bool again = true; again;) {
        again = false;
        std::vector<std::uint64_t> held(graph.parties);
        for (const auto& stake : graph.stakes) {
            if (counts[stake.holder]) held[stake.company] += stake.low;
        }
        for (PartyIndex p = 0; p < graph.parties; ++p) {
            if (counts[p] || held[p] < kHalf) continue;
            counts[p] = true;
            again = true;
        }
    }
    return static_cast<std::uint32_t>(std::count(counts.begin(), counts.end(), true));
}

struct Changes {
    double median = 0, p999 = 0, worst = 0;
};

Changes changes(HalfRule& rule) {
    std::mt19937_64 random(3);
    std::vector<double> taken;
    for (int i = 0; i < 3000; ++i) {
        const auto party = static_cast<PartyIndex>(random() % rule.graph().parties());
        const auto stake = static_cast<StakeIndex>(random() % rule.graph().stakes());
        const auto share = static_cast<std::uint32_t>(random() % 101) * (kWhole / 100);
        const double start = now();
        if (i % 3 == 0)
            rule.set_listed(party, rule.listed(party) == Truth::Yes ? Truth::No : Truth::Yes);
        if (i % 3 == 1) rule.set_share(stake, share, share);
        if (i % 3 == 2) rule.add({party, rule.graph().stake(stake).company, share, share});
        taken.push_back(now() - start);
    }
    std::sort(taken.begin(), taken.end());
    return {taken[taken.size() / 2], taken[taken.size() * 999 / 1000], taken.back()};
}

struct Heaviest {
    double seconds = 0;
    std::size_t answers = 0;  ///< that another one is given for
};

/// The party that the most rests on, listed or not: no change can cost less than its answers.
Heaviest heaviest_change(HalfRule& rule) {
    const auto parties = rule.graph().parties();
    Heaviest worst;
    PartyIndex heaviest = 0;
    for (PartyIndex p = 0; p < std::min<PartyIndex>(parties, 200); ++p) {
        const Truth was = rule.listed(p);
        for (const Truth now_listed : {opposite(was), was}) {
            const double start = now();
            rule.set_listed(p, now_listed);
            const double taken = now() - start;
            if (taken <= worst.seconds) continue;
            worst.seconds = taken;
            heaviest = p;
        }
    }
    std::vector<Truth> before(parties);
    for (PartyIndex p = 0; p < parties; ++p) before[p] = rule.counts(p);
    const Truth was = rule.listed(heaviest);
    rule.set_listed(heaviest, was == Truth::Yes ? Truth::No : Truth::Yes);
    for (PartyIndex p = 0; p < parties; ++p) worst.answers += rule.counts(p) != before[p] ? 1U : 0U;
    rule.set_listed(heaviest, was);
    return worst;
}

/// The same as records with names, as a trace reads them.
Records records_of(const SyntheticGraph& made) {
    Records records;
    for (PartyIndex p = 0; p < made.parties; ++p) {
        PartyRecord party;
        party.id = party.name = "party " + std::to_string(p);
        party.kind = "company";
        records.parties.push_back(std::move(party));
    }
    for (const auto& stake : made.stakes) {
        Link link;
        link.id = std::to_string(records.links.size());
        link.subject = stake.holder;
        link.object = stake.company;
        link.relation = Relation::Owns;
        link.share = part_of_whole(stake.low, stake.high);
        link.from = kFirstDate;
        link.grade = Grade::A;
        records.links.push_back(std::move(link));
    }
    return records;
}

void run_traces(std::uint32_t stakes) {
    const auto made = synthetic_graph(stakes, 1);
    double start = now();
    const LinkGraph graph(records_of(made));
    const double compiled = now() - start;
    const ListedOn listed = [&](const PartyRecord& party) {
        const auto index = static_cast<std::size_t>(&party - graph.parties().data());
        return Listed{made.listed[index], made.listed[index], "entity_list", party.name, "", {}};
    };
    std::mt19937_64 random(5);
    std::vector<double> taken;
    std::size_t behind = 0, most = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto party = static_cast<PartyIndex>(random() % made.parties);
        start = now();
        const auto traced = trace(graph, party, {kLastDate, {}}, listed);
        taken.push_back(now() - start);
        behind += traced.behind.nodes.size();
        most = std::max(most, traced.behind.nodes.size());
    }
    std::sort(taken.begin(), taken.end());
    fmt::print(
        "{} links as records, compiled in {:.2f} s; 2000 traces: median {:.3f} ms, 99 % {:.3f} ms, "
        "worst {:.2f} ms (bar 5 ms); behind a party {:.1f} in the mean, {} at most\n",
        stakes, compiled, taken[1000] * 1e3, taken[1980] * 1e3, taken.back() * 1e3,
        static_cast<double>(behind) / 2000, most);
}

void run(std::uint32_t stakes) {
    const auto made = synthetic_graph(stakes, 1);
    const double bound = streaming_bound(made);
    double start = now();
    StakeGraph graph(made.parties, made.stakes);
    const double compiled = now() - start;
    start = now();
    HalfRule rule(graph, made.listed);
    const double solved = now() - start;
    start = now();
    const auto plain_held = plain_fixpoint(made);
    const double plain = now() - start;
    std::uint32_t yes = 0, open = 0;
    for (PartyIndex p = 0; p < made.parties; ++p) {
        if (rule.counts(p) == Truth::Yes) ++yes;
        if (rule.counts(p) == Truth::Unknown) ++open;
    }
    fmt::print("{} stakes, {} parties: {} count, {} may; the plain fixpoint agrees: {}\n", stakes,
               made.parties, yes, open, plain_held == yes ? "yes" : "NO");
    fmt::print(
        "  compiled in {:.3f} s, fixpoint of both ends in {:.3f} s (together {:.0f} times reading "
        "all stakes once; bar at 10,000,000: 10 s)\n",
        compiled, solved, (compiled + solved) / bound);
    fmt::print("  plain fixpoint of the low end alone: {:.3f} s\n", plain);
    const auto [median, p999, worst] = changes(rule);
    const auto heaviest = heaviest_change(rule);
    fmt::print(
        "  3000 changes: median {:.1f} us, 99.9 % {:.2f} ms, worst {:.2f} ms (bar 10 ms); of the "
        "first 200 parties the heaviest changes {} answers in {:.2f} ms\n",
        median * 1e6, p999 * 1e3, worst * 1e3, heaviest.answers, heaviest.seconds * 1e3);
    fmt::print("  {} bytes a stake, {} a party\n", sizeof(Stake) + sizeof(StakeIndex),
               HalfRule::kBytesAParty);
}

}  // namespace
}  // namespace cordon::links

int main(int argc, char** argv) {
    std::vector<std::uint32_t> sizes;
    for (int i = 1; i < argc; ++i) sizes.push_back(static_cast<std::uint32_t>(std::atoll(argv[i])));
    if (sizes.empty()) sizes = {100'000, 1'000'000, 10'000'000};
    for (const auto size : sizes) cordon::links::run(size);
    for (const auto size : sizes) cordon::links::run_traces(std::min(size, 3'000'000U));
    return 0;
}
