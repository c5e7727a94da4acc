// SPDX-License-Identifier: Apache-2.0
// Is every listed party found when somebody writes it with one slip, and how many strangers are
// found with it?
//
//   CORDON_DATA=… bench_recall [STEP] [MISSED]    every STEP-th party (1: all); prints that many of
//                                                 the parties not found
//
// For every party of the Consolidated Screening List and each of twenty slips the whole matcher is
// asked once at profile wide; a lower threshold finds what a higher one finds, so the shares of the
// other profiles follow from the scores. Then 50,000 names of nobody listed.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>

#include "base/csv.h"
#include "base/file.h"
#include "lists/import.h"
#include "screening/matcher.h"
#include "screening/matcher_slips_testing.h"
#include "screening/synthetic_testing.h"

namespace cordon::screening {
namespace {

/// Time of this process on the processor, all threads.
double seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

constexpr std::array<const char*, 3> kProfiles = {"wide", "balanced", "strict"};

struct Thresholds {
    std::array<std::uint16_t, 3> possible{}, probable{};
};

Thresholds thresholds() {
    Thresholds out;
    for (std::size_t i = 0; i < kProfiles.size(); ++i) {
        const auto profile = MUST(screening::profile(kProfiles[i]));
        out.possible[i] = profile.raw_at(profile.possible);
        out.probable[i] = profile.raw_at(profile.probable);
    }
    return out;
}

struct Shares {
    std::uint64_t asked = 0;
    std::array<std::uint64_t, 3> found{}, probable{};
    void count(std::uint16_t raw, const Thresholds& thresholds) {
        ++asked;
        for (std::size_t i = 0; i < kProfiles.size(); ++i) {
            if (raw >= thresholds.possible[i]) ++found[i];
            if (raw >= thresholds.probable[i]) ++probable[i];
        }
    }
    void add(const Shares& other) {
        asked += other.asked;
        for (std::size_t i = 0; i < kProfiles.size(); ++i) {
            found[i] += other.found[i];
            probable[i] += other.probable[i];
        }
    }
    void print(std::string_view title) const {
        fmt::print("{:<12}{:>8}", title, asked);
        for (std::size_t i = 0; i < kProfiles.size(); ++i) {
            const auto part = [&](std::uint64_t n) {
                return 100.0 * static_cast<double>(n) / static_cast<double>(asked);
            };
            fmt::print("   {:>8.3f} {:>8.3f}", part(found[i]), part(probable[i]));
        }
        fmt::print("\n");
    }
};

void print_head() {
    fmt::print("{:<12}{:>8}", "percent", "asked");
    for (const auto* name : kProfiles) fmt::print("   {:>17}", std::string(name) + " p/p");
    fmt::print("\n");
}

struct Missed {
    std::string slip, name, asked;
    std::uint16_t raw = 0;
};

void measure_recall(const lists::Snapshot& snapshot, Matcher& matcher, std::uint32_t step,
                    std::size_t shown) {
    const auto limits = thresholds();
    std::array<Shares, kSlips> shares;
    std::vector<Missed> missed;
    std::size_t matches = 0;
    const double start = seconds();
    for (std::uint32_t index = 0; index < snapshot.size(); index += step) {
        const auto listing = snapshot.listing(index);
        if (is_address_only(listing)) continue;
        std::mt19937_64 random(index);
        for (unsigned i = 0; i < kSlips; ++i) {
            const auto slip = static_cast<Slip>(i);
            PartyQuery party;
            party.names = {slipped(listing.name, name_kind(listing), slip, random)};
            party.countries = listing.countries;
            std::uint16_t raw = 0;
            for (const auto& match : matcher.match(party)) {
                ++matches;
                if (match.listing == index) raw = match.raw;
            }
            shares[i].count(raw, limits);
            if (raw < limits.possible[1]) {
                missed.push_back({std::string(to_text(slip)), listing.name, party.names[0], raw});
            }
        }
    }
    const double took = seconds() - start;
    Shares all;
    print_head();
    for (unsigned i = 0; i < kSlips; ++i) {
        shares[i].print(to_text(static_cast<Slip>(i)));
        all.add(shares[i]);
    }
    all.print("all");
    const auto asked = static_cast<double>(all.asked);
    fmt::print("{:.0f} us a party, {:.1f} matches each at wide\n", took / asked * 1e6,
               static_cast<double>(matches) / asked);
    std::stable_sort(missed.begin(), missed.end(),
                     [](const Missed& a, const Missed& b) { return a.raw < b.raw; });
    fmt::print("\nnot found at balanced: {}\n", missed.size());
    for (std::size_t i = 0; i < missed.size() && i < shown; ++i) {
        const auto& one = missed[i];
        fmt::print("  {:<10} {:>5}  {}  |  {}\n", one.slip, one.raw, one.name, one.asked);
    }
}

/// Companies nobody asked about, then names made up; the number of the former.
std::vector<std::string> unrelated(const std::string& data, std::size_t& real) {
    std::vector<std::string> names;
    CsvOptions options;
    options.separator = ';';
    options.has_header = false;
    const auto western =
        MUST(read_csv(MUST(read_file(data + "/names/cleanco_companies.csv")), options));
    for (const auto& row : western.rows) {
        if (!row.cells.empty()) names.push_back(row.cells[0]);
    }
    const auto path = data + "/names/cninfo_a_share_issuers_2026-08.json.gz";
    const auto chinese = MUST(parse_json(MUST(read_file(path)), {path}));
    if (const auto* records = chinese.find("records")) {
        for (const auto& record : records->items) {
            if (const auto* name = record.find("entityName")) names.push_back(name->text);
        }
    }
    real = names.size();
    std::mt19937_64 random(50'000);
    while (names.size() < 50'000) names.push_back(synthetic_name(random));
    return names;
}

void measure_strangers(const std::string& data, const lists::Snapshot& snapshot, Matcher& matcher,
                       std::uint32_t step, std::size_t shown) {
    const auto limits = thresholds();
    struct Met {
        std::uint16_t raw = 0;
        std::string asked, listed;
    };
    Shares real;
    Shares made_up;
    std::vector<Met> met;
    std::size_t real_names = 0;
    const auto names = unrelated(data, real_names);
    for (std::size_t i = 0; i < names.size(); i += step) {
        PartyQuery party;
        party.names = {names[i]};
        std::uint16_t raw = 0;
        std::string listed;
        for (const auto& match : matcher.match(party)) {
            if (match.raw <= raw) continue;
            raw = match.raw;
            listed = match.matched_name + " | " + snapshot.listing(match.listing).name;
        }
        (i < real_names ? real : made_up).count(raw, limits);
        if (raw >= limits.possible[1]) met.push_back({raw, names[i], listed});
    }
    fmt::print("\nnames asked for on their own; of the real ones some are listed\n");
    print_head();
    real.print("real");
    made_up.print("made up");
    Shares all = real;
    all.add(made_up);
    all.print("all");
    std::stable_sort(met.begin(), met.end(),
                     [](const Met& a, const Met& b) { return a.raw > b.raw; });
    fmt::print("\nfound at balanced: {}\n", met.size());
    for (std::size_t i = 0; i < met.size() && i < shown; ++i) {
        fmt::print("  {:>5}  {}  |  {}\n", met[i].raw, met[i].asked, met[i].listed);
    }
}

/// What a batch costs at the usual profile: names of nobody, with their countries.
void measure_speed(const std::string& data, const lists::Snapshot& snapshot, const Corpus& corpus,
                   std::uint32_t step) {
    const auto balanced = MUST(profile("balanced"));
    Matcher matcher(snapshot, corpus, balanced, nullptr);
    std::size_t real_names = 0;
    const auto names = unrelated(data, real_names);
    const double start = seconds();
    std::size_t asked = 0;
    for (std::size_t i = 0; i < names.size(); i += step, ++asked) {
        PartyQuery party;
        party.names = {names[i]};
        party.countries = {"CN"};
        (void)matcher.match(party);
    }
    const double each = (seconds() - start) / static_cast<double>(asked);
    fmt::print("\n{:.0f} us a party at balanced, {:.0f} parties/s on one core\n", each * 1e6,
               1.0 / each);
}

void measure_starter(const Weights& weights) {
    const auto snapshot =
        MUST(lists::Snapshot::from_bytes(lists::Snapshot::compile({MUST(lists::starter_list())})));
    (void)MUST(Corpus::of(snapshot, weights));  // reads the tables names are taken apart with
    const double start = seconds();
    const auto watch = std::chrono::steady_clock::now();
    (void)MUST(Corpus::of(snapshot, weights));
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - watch;
    fmt::print("starter list: {} listings compiled in {:.1f} ms of processor time, {:.1f} ms\n",
               snapshot.size(), (seconds() - start) * 1e3, wall.count());
}

int run(int argc, char** argv) {
    const char* data = std::getenv("CORDON_DATA");
    if (data == nullptr) {
        fmt::print("CORDON_DATA names no folder with copies of the lists\n");
        return 1;
    }
    const auto number = [&](int i, unsigned long otherwise) {
        return argc > i ? std::max(1UL, std::strtoul(argv[i], nullptr, 10)) : otherwise;
    };
    const auto step = static_cast<std::uint32_t>(number(1, 1));
    const std::size_t shown = number(2, 100);
    const auto path = std::string(data) + "/us_lists/csl_2026-07-31_screening-list.json.gz";
    auto imported = MUST(lists::import_any(MUST(read_file(path)), path));
    const auto snapshot =
        MUST(lists::Snapshot::from_bytes(lists::Snapshot::compile({std::move(imported.file)})));
    const auto wide = MUST(profile("wide"));
    measure_starter(wide.weights);
    double start = seconds();
    const auto corpus = MUST(Corpus::of(snapshot, wide.weights));
    fmt::print("{} listings, {} names and {} addresses compiled in {:.2f} s\n", snapshot.size(),
               corpus.names().size(), corpus.addresses().size(), seconds() - start);
    start = seconds();
    (void)IdentifierTable::of(snapshot);
    fmt::print("table of identifiers in {:.1f} ms\n\n", (seconds() - start) * 1e3);
    Matcher matcher(snapshot, corpus, wide, nullptr);
    measure_recall(snapshot, matcher, step, shown);
    measure_strangers(data, snapshot, matcher, step, shown);
    measure_speed(data, snapshot, corpus, step);
    return 0;
}

}  // namespace
}  // namespace cordon::screening

int main(int argc, char** argv) {
    return cordon::screening::run(argc, argv);
}
