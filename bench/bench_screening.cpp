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

/// Compiles and opens again as a user would.
Index compiled_index(const Corpus& corpus, const Profile& profile) {
    const Stopwatch watch;
    Index::Builder builder(profile.weights);
    for (std::size_t i = 0; i < corpus.names.size(); ++i) {
        builder.add({static_cast<std::uint32_t>(i), 0},
                    names::analysed(corpus.names[i], names::NameKind::Unknown));
    }
    const double analysed = watch.seconds();
    const auto bytes = builder.finish();
    const double compiled = watch.seconds();
    const auto path = std::string("/tmp/cordon-bench-index");
    if (!write_file_atomically(path, bytes)) std::abort();
    (void)MUST(Index::open(path, profile.weights));
    const Stopwatch opening;
    Index index = MUST(Index::open(path, profile.weights));
    const double opened = opening.seconds();
    const auto count = static_cast<double>(corpus.names.size());
    fmt::print("\n{}: {} names ({} with derived ones)\n", corpus.title, corpus.names.size(),
               index.size());
    fmt::print("  compiled in {:.2f} s ({:.2f} s of it taking names apart), opened in {:.2f} ms\n",
               compiled, analysed, opened * 1e3);
    const auto size = static_cast<double>(bytes.size());
    fmt::print("  {:.1f} bytes a name on disk, {:.1f} with one searcher\n", size / count,
               (size + index.size() / 8.0) / count);
    return index;
}

struct Measured {
    std::vector<double> times;  ///< of each query, taking apart included
    double apart = 0;
    SearchCounts sums;
    std::size_t hits = 0;
    [[nodiscard]] double total() const {
        double sum = 0;
        for (const auto time : times) sum += time;
        return sum;
    }
};

Measured measured(Searcher& searcher, const std::vector<std::string>& queries,
                  std::uint16_t threshold) {
    Measured result;
    for (const auto& query : queries) {
        const Stopwatch watch;
        const auto set = names::analysed(query, names::NameKind::Unknown);
        const double apart = watch.seconds();
        result.hits += searcher.search(set, threshold).size();
        result.times.push_back(watch.seconds());
        result.apart += apart;
        const auto& counts = searcher.counts();
        result.sums.probes += counts.probes;
        result.sums.near_terms += counts.near_terms;
        result.sums.postings += counts.postings;
        result.sums.bounded += counts.bounded;
        result.sums.scored += counts.scored;
    }
    std::sort(result.times.begin(), result.times.end());
    return result;
}

void print(const Measured& result, std::size_t names) {
    const auto& times = result.times;
    const auto q = static_cast<double>(times.size());
    fmt::print("  p50 {:.1f} us, p99 {:.1f} us, worst {:.0f} us; {:.0f} parties/s ({} hits)\n",
               times[times.size() / 2] * 1e6, times[times.size() * 99 / 100] * 1e6,
               times.back() * 1e6, q / result.total(), result.hits);
    const auto each = [&](std::uint64_t count) { return static_cast<double>(count) / q; };
    const auto& sums = result.sums;
    fmt::print(
        "  a query: {:.1f} us taking apart; {:.0f} probes, {:.1f} near terms, {:.0f} postings, "
        "{:.1f} bounded, {:.2f} scored\n",
        result.apart / q * 1e6, each(sums.probes), each(sums.near_terms), each(sums.postings),
        each(sums.bounded), each(sums.scored));
    const double stream = streaming_seconds(names * 32);
    fmt::print("  streaming all names once: {:.1f} us; mean search is {:.3f} of it\n", stream * 1e6,
               (result.total() - result.apart) / q / stream);
}

/// Seconds a query of the slow twin, from a part of the list.
double twin_seconds(const Corpus& corpus, const std::vector<std::string>& queries,
                    std::uint16_t threshold, const Profile& profile) {
    Exhaustive twin;
    const std::size_t part = std::min<std::size_t>(corpus.names.size(), 20000);
    for (std::size_t i = 0; i < part; ++i) {
        twin.add({static_cast<std::uint32_t>(i), 0},
                 names::analysed(corpus.names[i], names::NameKind::Unknown));
    }
    const Stopwatch watch;
    constexpr std::size_t kSlow = 5;
    for (std::size_t i = 0; i < kSlow; ++i) {
        (void)twin.search(names::analysed(queries[i], names::NameKind::Unknown), threshold,
                          profile);
    }
    return watch.seconds() / kSlow * static_cast<double>(corpus.names.size()) /
           static_cast<double>(part);
}

void measure(const Corpus& corpus, const Profile& profile) {
    const Index index = compiled_index(corpus, profile);
    Searcher searcher(index, profile);
    const auto queries = queries_from(corpus, 4000);
    const auto threshold = profile.raw_at(profile.possible);
    (void)measured(searcher, queries, threshold);  // The first round warms up.
    const auto result = measured(searcher, queries, threshold);
    print(result, corpus.names.size());
    const double slow = twin_seconds(corpus, queries, threshold, profile);
    const double fast = (result.total() - result.apart) / static_cast<double>(queries.size());
    fmt::print("  slow twin {:.1f} ms a query: {:.0f} times the index\n", slow * 1e3, slow / fast);
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
