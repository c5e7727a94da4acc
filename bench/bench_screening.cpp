// SPDX-License-Identifier: Apache-2.0
// Search of names: latency, throughput, memory and growth, on one core.
//
//   bench_screening [NAMES…]      synthetic lists of so many names (100000 1000000 5000000)
//   CORDON_DATA set               and the Consolidated Screening List as published
//
// Prints each stage beside its streaming bound (reading 32 bytes a name at the speed of memory) and
// the ratio to the slow twin in the same run.
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <random>
#include <unordered_set>

#include "base/file.h"
#include "lists/import.h"
#include "screening/mangle_testing.h"
#include "screening/search.h"
#include "screening/synthetic_testing.h"

namespace cordon::screening {
namespace {

/// Time of this thread on the processor: what a core is kept busy for, whatever else runs.
class Stopwatch {
public:
    Stopwatch() : start_(now()) {}
    [[nodiscard]] double seconds() const { return now() - start_; }

private:
    static double now() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    }
    double start_;
};

/// Time to read `bytes` once, measured now.
double streaming_seconds(std::size_t bytes) {
    std::vector<std::uint64_t> memory(std::max<std::size_t>(bytes / 8, 1), 1);
    volatile std::uint64_t sink = 0;
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const Stopwatch watch;
        std::uint64_t sum = 0;
        for (const auto word : memory) sum += word;
        sink = sink + sum;
        best = std::min(best, watch.seconds());
    }
    return best;
}

struct Corpus {
    std::string title;
    std::vector<std::string> names;
};

std::vector<std::string> queries_from(const Corpus& corpus, std::size_t count) {
    std::mt19937_64 random(17);
    std::vector<std::string> queries;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& name = corpus.names[random() % corpus.names.size()];
        const auto& other = corpus.names[random() % corpus.names.size()];
        switch (i % 4) {
            case 0:
                queries.push_back(name);
                break;
            case 1:
                queries.push_back(mangled(name, other, random));
                break;
            default:  // Half the traffic has nothing to do with the list.
                queries.push_back(synthetic_name(random));
        }
    }
    return queries;
}

void measure(const Corpus& corpus, const Profile& profile) {
    const Stopwatch watch;
    Index::Builder builder(profile.weights);
    for (std::size_t i = 0; i < corpus.names.size(); ++i) {
        builder.add({static_cast<std::uint32_t>(i), 0},
                    names::analysed(corpus.names[i], names::NameKind::Unknown));
    }
    const double analysed = watch.seconds();
    auto bytes = builder.finish();
    const double compiled = watch.seconds();
    const auto path = std::string("/tmp/cordon-bench-index");
    if (!write_file_atomically(path, bytes)) std::abort();
    const auto count = static_cast<double>(corpus.names.size());
    const double size = static_cast<double>(bytes.size());
    bytes = {};
    (void)MUST(Index::open(path, profile.weights));
    const Stopwatch opening;
    const Index index = MUST(Index::open(path, profile.weights));
    const double opened = opening.seconds();
    fmt::print("\n{}: {} names ({} with derived ones)\n", corpus.title, corpus.names.size(),
               index.size());
    fmt::print("  compiled in {:.2f} s ({:.2f} s of it taking names apart), opened in {:.2f} ms\n",
               compiled, analysed, opened * 1e3);
    fmt::print("  {:.1f} bytes a name on disk, {:.1f} with one searcher\n", size / count,
               (size + 4.0 * index.size()) / count);

    Searcher searcher(index, profile);
    const auto queries = queries_from(corpus, 4000);
    const auto threshold = profile.raw_at(profile.possible);
    std::vector<double> times;
    SearchCounts sums;
    double apart = 0;
    std::size_t hits = 0;
    for (int round = 0; round < 2; ++round) {  // The first round warms up.
        times.clear();
        sums = {};
        apart = 0;
        hits = 0;
        for (const auto& query : queries) {
            const Stopwatch query_watch;
            const auto set = names::analysed(query, names::NameKind::Unknown);
            const double taken_apart = query_watch.seconds();
            hits += searcher.search(set, threshold).size();
            times.push_back(query_watch.seconds());
            apart += taken_apart;
            const auto& counts = searcher.counts();
            sums.probes += counts.probes;
            sums.near_terms += counts.near_terms;
            sums.postings += counts.postings;
            sums.bounded += counts.bounded;
            sums.scored += counts.scored;
        }
    }
    std::sort(times.begin(), times.end());
    double total = 0;
    for (const auto time : times) total += time;
    const auto q = static_cast<double>(queries.size());
    fmt::print("  p50 {:.1f} us, p99 {:.1f} us, worst {:.0f} us; {:.0f} parties/s ({} hits)\n",
               times[times.size() / 2] * 1e6, times[times.size() * 99 / 100] * 1e6,
               times.back() * 1e6, q / total, hits);
    fmt::print(
        "  a query: {:.1f} us taking apart; {:.0f} probes, {:.1f} near terms, {:.0f} "
        "postings, {:.1f} bounded, {:.2f} scored\n",
        apart / q * 1e6, static_cast<double>(sums.probes) / q,
        static_cast<double>(sums.near_terms) / q, static_cast<double>(sums.postings) / q,
        static_cast<double>(sums.bounded) / q, static_cast<double>(sums.scored) / q);
    const double stream = streaming_seconds(corpus.names.size() * 32);
    fmt::print("  streaming all names once: {:.1f} us; mean search is {:.3f} of it\n", stream * 1e6,
               (total - apart) / q / stream);

    Exhaustive twin;
    const std::size_t part = std::min<std::size_t>(corpus.names.size(), 20000);
    for (std::size_t i = 0; i < part; ++i) {
        twin.add({static_cast<std::uint32_t>(i), 0},
                 names::analysed(corpus.names[i], names::NameKind::Unknown));
    }
    const Stopwatch slow_watch;
    constexpr int kSlow = 5;
    std::size_t slow_hits = 0;
    for (int i = 0; i < kSlow; ++i) {
        slow_hits += twin.search(names::analysed(queries[static_cast<std::size_t>(i)],
                                                 names::NameKind::Unknown),
                                 threshold, profile)
                         .size();
    }
    const double slow = slow_watch.seconds() / kSlow * count / static_cast<double>(part);
    fmt::print("  slow twin {:.1f} ms a query ({} hits in a part): {:.0f} times the index\n",
               slow * 1e3, slow_hits, slow / ((total - apart) / q));
    std::fflush(stdout);
}

std::optional<Corpus> published() {
    const char* data = std::getenv("CORDON_DATA");
    if (data == nullptr) {
        fmt::print("CORDON_DATA is not set: the published list is skipped\n");
        return {};
    }
    const auto path = std::string(data) + "/us_lists/csl_2026-07-31_screening-list.json.gz";
    const auto imported = MUST(lists::import_any(MUST(read_file(path)), path));
    Corpus corpus{"Consolidated Screening List", {}};
    for (const auto& listing : imported.file.listings) {
        corpus.names.push_back(listing.name);
        corpus.names.insert(corpus.names.end(), listing.aliases.begin(), listing.aliases.end());
    }
    return corpus;
}

int run(int argc, char** argv) {
    const auto balanced = MUST(profile("balanced"));
    if (const auto corpus = published()) measure(*corpus, balanced);
    std::vector<std::size_t> sizes = {100'000, 1'000'000};
    if (argc > 1) sizes.clear();
    for (int i = 1; i < argc; ++i) sizes.push_back(std::strtoull(argv[i], nullptr, 10));
    for (const auto size : sizes) {
        std::mt19937_64 random(size);
        Corpus corpus{"Synthetic", {}};
        while (corpus.names.size() < size) corpus.names.push_back(synthetic_name(random));
        measure(corpus, balanced);
    }
    return 0;
}

}  // namespace
}  // namespace cordon::screening

int main(int argc, char** argv) {
    return cordon::screening::run(argc, argv);
}
