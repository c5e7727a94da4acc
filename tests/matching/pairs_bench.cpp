// SPDX-License-Identifier: Apache-2.0
/// cordon_pairs: how well the scorer tells the labelled pairs apart.
///
///   cordon_pairs [--profile NAME] [--part tune|hold] [--family NAME] [--worst N]
///                [--explain ID] [--kind-unknown] [--scores] [--check]
///
/// --check compares with the frozen baseline and exits with 1 on a fall; CORDON_UPDATE=1 in the
/// environment then writes a new one instead. --scores prints every pair with its score as CSV.
#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "baseline.h"
#include "explain_pair.h"
#include "measure.h"
#include "pairs.h"
#include "report.h"
#include "screening/profile.h"

namespace {

using namespace cordon;
using namespace cordon::matching;

const std::string kFolder = CORDON_SOURCE_DIR "/tests/matching";

struct Wish {
    std::string profile = "balanced";
    std::optional<Part> part;
    std::string family, explain;
    std::size_t worst = 15;
    bool kind_unknown = false, scores = false, check = false;
};

Error not_understood(std::string_view argument) {
    return {fmt::format("\"{}\" is not understood.", argument),
            "--profile NAME, --part tune|hold, --family NAME, --explain ID, --worst N, "
            "--kind-unknown, --scores or --check",
            "Mend the command line.",
            {},
            {}};
}

/// Options with a value; false when it is none of them.
bool take_value(Wish& wish, std::string_view option, std::string_view value) {
    if (option == "--profile") {
        wish.profile = value;
    } else if (option == "--family") {
        wish.family = value;
    } else if (option == "--explain") {
        wish.explain = value;
    } else if (option == "--part" && (value == "tune" || value == "hold")) {
        wish.part = value == "tune" ? Part::Tune : Part::Hold;
    } else if (option == "--worst") {
        const std::string text(value);
        const auto read = std::from_chars(text.data(), text.data() + text.size(), wish.worst);
        return read.ec == std::errc() && read.ptr == text.data() + text.size();
    } else {
        return false;
    }
    return true;
}

Result<Wish> read_wish(std::span<char*> arguments) {
    Wish wish;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--kind-unknown") {
            wish.kind_unknown = true;
        } else if (argument == "--scores") {
            wish.scores = true;
        } else if (argument == "--check") {
            wish.check = true;
        } else if (i + 1 >= arguments.size() || !take_value(wish, argument, arguments[i + 1])) {
            return not_understood(argument);
        } else {
            ++i;
        }
    }
    return wish;
}

/// True when nothing fell.
Result<bool> check(const std::vector<FamilyCounts>& families, const std::vector<Judged>& judged) {
    const char* update = std::getenv("CORDON_UPDATE");
    if (update != nullptr && std::strcmp(update, "1") == 0) {
        TRY(write_baseline(kFolder, families, judged));
        fmt::print("The baseline is renewed.\n");
        return true;
    }
    const Comparison comparison = compared(TRY(read_baseline(kFolder)), families, judged);
    fmt::print("\n{}{}\n", comparison.text,
               comparison.fell ? "Something fell below the baseline." : "Nothing fell.");
    return !comparison.fell;
}

/// The pairs whose id begins as asked: "spelling-01" explains ten.
Result<bool> explain(const std::vector<Pair>& pairs, const screening::Profile& profile,
                     const Wish& wish) {
    bool found = false;
    for (const Pair& pair : pairs) {
        if (!pair.id.starts_with(wish.explain)) continue;
        found = true;
        fmt::print("{}\n", explain_pair(pair, profile, !wish.kind_unknown));
    }
    if (found) return true;
    return Error{fmt::format("No pair is called \"{}\".", wish.explain),
                 "an id of pairs.csv",
                 "Look it up there.",
                 {},
                 {}};
}

Result<bool> run(const Wish& wish) {
    std::vector<Pair> pairs = TRY(read_pairs(kFolder + "/pairs.csv"));
    if (wish.part && !wish.check) {
        std::erase_if(pairs, [&wish](const Pair& pair) { return pair.part != *wish.part; });
    }
    const screening::Profile profile = TRY(screening::profile(wish.profile));
    if (!wish.explain.empty()) return explain(pairs, profile, wish);
    const std::vector<Judged> judged = judge(pairs, profile, !wish.kind_unknown);
    if (wish.scores) {
        fmt::print("{}", scores_csv(judged));
        return true;
    }
    const std::vector<FamilyCounts> families = by_family(judged);
    fmt::print("Profile {}, a hit from {} of 1000. Shares in thousandths.\n\n{}\n{}\n{}\n",
               profile.name, profile.possible, table_of(families), slices_of(judged),
               calibration_plot(judged));
    if (!wish.family.empty()) fmt::print("{}", wrong_pairs(judged, wish.family));
    if (wish.check) return check(families, judged);
    if (wish.family.empty()) fmt::print("{}", worst_pairs(judged, wish.worst));
    return true;
}

}  // namespace

int main(int count, char** arguments) {
    const auto wish = read_wish({arguments, static_cast<std::size_t>(count)});
    const auto passed = wish ? run(*wish) : Result<bool>(wish.error());
    if (!passed) {
        fmt::print(stderr, "{}\n", passed.error().to_text());
        return 2;
    }
    return *passed ? 0 : 1;
}
