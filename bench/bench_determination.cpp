// SPDX-License-Identifier: Apache-2.0
// Determinations a second on one core, over every order of examples/: without words, with the full
// trace of every finding, with everything looked up afresh, with the whole report, and by the slow
// twin for the ratio. Bars: 250,000/s without trace, 50,000/s with.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "base/file.h"
#include "cli/opening.h"
#include "determination/report.h"
#include "law/reference/twin.h"
#include "law/trace.h"
#include "trade/read.h"

namespace {

using namespace cordon;

struct Bench {
    determination::Engine engine;
    std::vector<trade::Transaction> transactions;
    std::vector<determination::Prepared> prepared;
};

const Bench& bench() {
    static const Bench made = [] {
        cli::Common common;
        common.home =
            std::getenv("CORDON_HOME") == nullptr ? "/nonexistent" : std::getenv("CORDON_HOME");
        Bench b{MUST(cli::open_engine(common)), {}, {}};
        for (const auto& path :
             MUST(files_below(std::string(CORDON_SOURCE_DIR) + "/examples", ".json"))) {
            auto batch = MUST(trade::read_orders(MUST(read_file(path)), b.engine.law().schema(),
                                                 {path, "", "", {}, {}}));
            for (auto& transaction : batch.transactions)
                b.transactions.push_back(std::move(transaction));
        }
        return b;
    }();
    return made;
}

const std::vector<determination::Prepared>& prepared() {
    static const auto all = [] {
        std::vector<determination::Prepared> made;
        for (const auto& transaction : bench().transactions)
            made.push_back(bench().engine.prepare(transaction, {}));
        return made;
    }();
    return all;
}

template <class Each>
void over_all(benchmark::State& state, Each&& each) {
    std::size_t next = 0;
    const auto count = prepared().size();
    for (auto _ : state) {
        each(next);
        next = next + 1 == count ? 0 : next + 1;
    }
    state.SetItemsProcessed(state.iterations());
}

void decide(benchmark::State& state) {
    determination::Desk desk;
    over_all(state, [&](std::size_t i) {
        benchmark::DoNotOptimize(bench().engine.decide(prepared()[i], desk));
    });
}
BENCHMARK(decide);

void decide_with_trace(benchmark::State& state) {
    determination::Desk desk;
    over_all(state, [&](std::size_t i) {
        const auto decision = bench().engine.decide(prepared()[i], desk);
        benchmark::DoNotOptimize(bench().engine.traces(prepared()[i], decision, desk));
    });
}
BENCHMARK(decide_with_trace);

void look_up_and_decide(benchmark::State& state) {
    determination::Desk desk;
    over_all(state, [&](std::size_t i) {
        const auto made = bench().engine.prepare(bench().transactions[i], {});
        benchmark::DoNotOptimize(bench().engine.decide(made, desk));
    });
}
BENCHMARK(look_up_and_decide);

void whole_report(benchmark::State& state) {
    determination::Desk desk;
    over_all(state, [&](std::size_t i) {
        benchmark::DoNotOptimize(write_json(determination::report(
            bench().engine, bench().transactions[i], {}, {false, false}, desk)));
    });
}
BENCHMARK(whole_report)->Unit(benchmark::kMicrosecond);

void whole_report_with_counterfactuals(benchmark::State& state) {
    determination::Desk desk;
    over_all(state, [&](std::size_t i) {
        benchmark::DoNotOptimize(write_json(
            determination::report(bench().engine, bench().transactions[i], {}, {}, desk)));
    });
}
BENCHMARK(whole_report_with_counterfactuals)->Unit(benchmark::kMillisecond);

/// The same questions asked of the tree-walking twin: every counting provision of every subject.
void slow_twin(benchmark::State& state) {
    over_all(state, [&](std::size_t i) {
        const auto& made = prepared()[i];
        for (const auto& entry : made.edition->entries()) {
            if (!entry.counts) continue;
            const auto& provision = bench().engine.law().provisions()[entry.provision];
            for (const auto& subject : law::subjects(made.facts, provision.per)) {
                benchmark::DoNotOptimize(law::reference::holds(bench().engine.law(), made.reading,
                                                               made.law_day, made.facts,
                                                               entry.provision, subject));
            }
        }
    });
}
BENCHMARK(slow_twin)->Unit(benchmark::kMicrosecond);

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("peak memory %ld KiB, %zu orders, %zu provisions\n", usage.ru_maxrss,
                bench().transactions.size(), bench().engine.law().provisions().size());
    return 0;
}
