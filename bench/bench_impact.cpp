// SPDX-License-Identifier: Apache-2.0
// A change of 200 entries against many parties: what a party costs, and what ten million would, on
// one core and on all of them. For one core time is that of this thread on the processor: what the
// core is kept busy for, whatever else runs. For all it is that of the clock on the wall, which
// others who work on the machine lengthen, beside what the cores were kept busy for together.
#include <fmt/core.h>

#include <cstdlib>
#include <ctime>
#include <random>
#include <vector>

#include "base/at_once.h"
#include "screening/impact.h"
#include "screening/mangle_testing.h"
#include "screening/synthetic_testing.h"

namespace cordon::screening {
namespace {

double now(clockid_t clock = CLOCK_THREAD_CPUTIME_ID) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

constexpr std::size_t kChanges = 200;

/// A third added, a third removed, a third with another alias and country.
lists::Difference change(std::mt19937_64& random, std::vector<std::string>& names) {
    std::vector<lists::Listing> before, after;
    for (std::size_t i = 0; i < kChanges; ++i) {
        lists::Listing listing;
        listing.id = std::to_string(i);
        listing.list = "entity_list";
        listing.name = synthetic_name(random);
        listing.aliases = {synthetic_name(random), synthetic_name(random)};
        listing.countries = {"CN"};
        names.push_back(listing.name);
        if (i % 3 != 0) before.push_back(listing);
        if (i % 3 == 2) listing.aliases.push_back(synthetic_name(random));
        if (i % 3 != 1) after.push_back(listing);
    }
    return lists::difference(before, after);
}

/// Seconds of work.
struct Spent {
    double busy = 0;  ///< of one core that does it alone
    double wall = 0;  ///< until all cores have done it together
    double all = 0;   ///< of all cores together, what they were kept busy for
    std::size_t touched = 0;
};

void measure(Impacts& impacts, const std::vector<PartyQuery>& batch, Spent& spent) {
    const double from = now();
    for (const auto& party : batch) spent.touched += impacts.on(party).empty() ? 0U : 1U;
    spent.busy += now() - from;
    const double start = now(CLOCK_MONOTONIC), idle = now(CLOCK_PROCESS_CPUTIME_ID);
    (void)impacts.on(batch, thread_count());
    spent.wall += now(CLOCK_MONOTONIC) - start;
    spent.all += now(CLOCK_PROCESS_CPUTIME_ID) - idle;
}

void print(std::size_t parties, const Spent& spent) {
    const auto count = static_cast<double>(parties);
    fmt::print("  {} parties, {} touched\n", parties, spent.touched);
    fmt::print("  one core:  {:.2f} us a party; 10,000,000 would take {:.0f} s\n",
               spent.busy / count * 1e6, spent.busy / count * 1e7);
    fmt::print("  {} core{}: {:.2f} us a party; 10,000,000 would take {:.0f} s (bar: 60 s)\n",
               thread_count(), thread_count() == 1 ? " " : "s", spent.wall / count * 1e6,
               spent.wall / count * 1e7);
    fmt::print("           kept busy for {:.2f} us a party together\n", spent.all / count * 1e6);
}

int run(std::size_t parties) {
    const auto profile = MUST(screening::profile("balanced"));
    std::mt19937_64 random(44);
    std::vector<std::string> listed;
    const double start = now();
    auto impacts = MUST(Impacts::of(change(random, listed), profile, nullptr, {}));
    const double compiled = now();
    fmt::print("A change of {} entries, compiled in {:.1f} ms\n", impacts.changes().size(),
               (compiled - start) * 1e3);
    Spent spent;
    std::size_t count = 0;
    constexpr std::size_t kBatch = 10'000;
    std::vector<PartyQuery> batch(kBatch);
    for (std::size_t done = 0; done < parties; done += kBatch) {
        for (std::size_t i = 0; i < kBatch; ++i) {
            // One of a thousand has to do with the change.
            const bool meant = i % 1000 == 0;
            const auto& name = listed[random() % listed.size()];
            batch[i].names = {meant ? mangled(name, listed.front(), random)
                                    : synthetic_name(random)};
        }
        measure(impacts, batch, spent);
        count += batch.size();
    }
    print(count, spent);
    return 0;
}

}  // namespace
}  // namespace cordon::screening

int main(int argc, char** argv) {
    return cordon::screening::run(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 500'000);
}
