// SPDX-License-Identifier: Apache-2.0
#include "baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/csv.h"
#include "base/file.h"
#include "report.h"

namespace cordon::matching {
namespace {

constexpr std::string_view kRenew = "CORDON_UPDATE=1 renews the baseline.";

Result<std::uint64_t> number(const std::string& path, const CsvRow& row, std::size_t column) {
    std::uint64_t value = 0;
    if (column < row.cells.size()) {
        const std::string& cell = row.cells[column];
        const char* end = cell.data() + cell.size();
        const auto read = std::from_chars(cell.data(), end, value);
        if (read.ec == std::errc() && read.ptr == end) return value;
    }
    return Error{fmt::format("Column {} holds no number.", column + 1),
                 "a count",
                 std::string(kRenew),
                 {path, row.line, 0, ""},
                 {}};
}

Result<std::vector<CsvRow>> read_rows(const std::string& path) {
    const std::string text = TRY(read_file(path));
    CsvTable table = TRY(read_csv(text, {path, ',', true}));
    if (!table.refused.empty()) return table.refused.front();
    return std::move(table.rows);
}

Result<FamilyCounts> read_family(const std::string& path, const CsvRow& row) {
    FamilyCounts family{row.cells.front(), {}, {}, {}};
    family.all.true_hits = TRY(number(path, row, 1));
    family.all.false_hits = TRY(number(path, row, 2));
    family.all.missed = TRY(number(path, row, 3));
    family.all.true_rests = TRY(number(path, row, 4));
    return family;
}

Counts total(const std::vector<FamilyCounts>& families) {
    Counts sum;
    for (const FamilyCounts& family : families) {
        sum.true_hits += family.all.true_hits;
        sum.false_hits += family.all.false_hits;
        sum.missed += family.all.missed;
        sum.true_rests += family.all.true_rests;
    }
    return sum;
}

/// What became of one family or of all of them.
void compare_one(std::string_view title, const Counts& before, const Counts& now,
                 Comparison& into) {
    if (before.pairs() != now.pairs()) {
        into.fell = true;
        into.text += fmt::format("{}: {} pairs, {} in the baseline. {}\n", title, now.pairs(),
                                 before.pairs(), kRenew);
    } else if (now.f1_below(before)) {
        into.fell = true;
        into.text += fmt::format("{}: F1 fell from {} to {} (missed {} → {}, false {} → {}).\n",
                                 title, before.f1(), now.f1(), before.missed, now.missed,
                                 before.false_hits, now.false_hits);
    } else if (before.f1_below(now)) {
        into.text +=
            fmt::format("{}: F1 rose from {} to {}. {}\n", title, before.f1(), now.f1(), kRenew);
    }
}

std::string turned(const Baseline& baseline, const std::vector<Judged>& judged) {
    std::string worse, better;
    for (const Judged& one : judged) {
        const bool was_right = !baseline.wrong.contains(one.pair->id);
        if (was_right == one.right()) continue;
        (was_right ? worse : better) += pair_line(one);
    }
    std::string text;
    if (!worse.empty()) text += "Right before, wrong now\n" + worse;
    if (!better.empty()) text += "Wrong before, right now\n" + better;
    return text;
}

}  // namespace

Result<Baseline> read_baseline(const std::string& folder) {
    Baseline baseline;
    const std::string counts_path = folder + "/baseline.csv";
    for (const CsvRow& row : TRY(read_rows(counts_path))) {
        baseline.families.push_back(TRY(read_family(counts_path, row)));
    }
    for (const CsvRow& row : TRY(read_rows(folder + "/wrong.csv"))) {
        baseline.wrong.insert(row.cells.front());
    }
    return baseline;
}

Status write_baseline(const std::string& folder, const std::vector<FamilyCounts>& families,
                      const std::vector<Judged>& judged) {
    std::string counts = "family,tp,fp,fn,tn\n";
    for (const FamilyCounts& family : families) {
        counts += fmt::format("{},{},{},{},{}\n", family.family, family.all.true_hits,
                              family.all.false_hits, family.all.missed, family.all.true_rests);
    }
    std::string wrong = "id,wrong\n";
    for (const Judged& one : judged) {
        if (!one.right()) {
            wrong += fmt::format("{},{}\n", one.pair->id, one.pair->same ? "missed" : "false");
        }
    }
    TRY(write_file_atomically(folder + "/baseline.csv", counts));
    return write_file_atomically(folder + "/wrong.csv", wrong);
}

Comparison compared(const Baseline& baseline, const std::vector<FamilyCounts>& families,
                    const std::vector<Judged>& judged) {
    Comparison comparison;
    const auto named = [](const std::vector<FamilyCounts>& all, const std::string& name) {
        return std::find_if(all.begin(), all.end(),
                            [&name](const FamilyCounts& one) { return one.family == name; });
    };
    for (const FamilyCounts& before : baseline.families) {
        const auto now = named(families, before.family);
        compare_one(before.family, before.all, now == families.end() ? Counts{} : now->all,
                    comparison);
    }
    for (const FamilyCounts& now : families) {
        if (named(baseline.families, now.family) != baseline.families.end()) continue;
        compare_one(now.family, Counts{}, now.all, comparison);
    }
    compare_one("all", total(baseline.families), total(families), comparison);
    comparison.text += turned(baseline, judged);
    return comparison;
}

}  // namespace cordon::matching
