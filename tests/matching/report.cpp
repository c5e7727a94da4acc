// SPDX-License-Identifier: Apache-2.0
#include "report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "names/script.h"

namespace cordon::matching {
namespace {

std::string counts_line(std::string_view title, const Counts& counts) {
    return fmt::format("{:<24}{:>6}{:>8}{:>10}{:>6}{:>9}{:>11}", title, counts.pairs(),
                       counts.recall(), counts.precision(), counts.f1(), counts.mean_same(),
                       counts.mean_different());
}

constexpr std::string_view kHead =
    "                         pairs  recall precision    F1  "
    "same at    diff at";

bool has_han(const std::string& text) {
    return names::main_script(text) == names::Script::Han;
}

}  // namespace

std::string table_of(const std::vector<FamilyCounts>& families) {
    std::string text = fmt::format("{}  F1 tune  F1 hold\n", kHead);
    FamilyCounts whole{"all", {}, {}, {}};
    const auto sum = [](Counts& into, const Counts& part) {
        into.true_hits += part.true_hits;
        into.false_hits += part.false_hits;
        into.missed += part.missed;
        into.true_rests += part.true_rests;
        into.shown_same += part.shown_same;
        into.shown_different += part.shown_different;
    };
    const auto line = [&text](const FamilyCounts& family) {
        text += fmt::format("{}{:>9}{:>9}\n", counts_line(family.family, family.all),
                            family.tune.f1(), family.hold.f1());
    };
    for (const FamilyCounts& family : families) {
        line(family);
        sum(whole.all, family.all);
        sum(whole.tune, family.tune);
        sum(whole.hold, family.hold);
    }
    line(whole);
    return text;
}

std::string slices_of(const std::vector<Judged>& judged) {
    Counts organisations, persons, across;
    for (const Judged& one : judged) {
        (one.pair->kind == names::NameKind::Person ? persons : organisations).add(one);
        if (has_han(one.pair->left) != has_han(one.pair->right)) across.add(one);
    }
    return fmt::format("{}\n{}\n{}\n{}\n", kHead, counts_line("organisations", organisations),
                       counts_line("persons", persons), counts_line("Han on one side", across));
}

std::string calibration_plot(const std::vector<Judged>& judged) {
    struct Tenth {
        std::uint64_t count = 0, same = 0;
    };
    std::array<Tenth, 10> tenths{};
    for (const Judged& one : judged) {
        Tenth& tenth = tenths.at(std::min<std::size_t>(one.shown / 100, 9));
        ++tenth.count;
        if (one.pair->same) ++tenth.same;
    }
    std::string text = "     score  pairs  same\n";
    for (std::size_t i = 0; i < tenths.size(); ++i) {
        const Tenth& tenth = tenths.at(i);
        const std::uint64_t same =
            tenth.count == 0 ? 0 : (1000 * tenth.same + tenth.count / 2) / tenth.count;
        std::string bar(50, ' ');
        std::fill_n(bar.begin(), same / 20, '#');
        bar.at(i * 5 + 2) = '|';  // where the middle of the tenth would lie
        text += fmt::format("{:>4} … {:<4}{:>6}{:>6}  {}\n", i * 100, i == 9 ? 1000 : i * 100 + 99,
                            tenth.count, same, bar);
    }
    return text;
}

std::string pair_line(const Judged& judged) {
    const Pair& pair = *judged.pair;
    return fmt::format("  {:>5}{:>5}  {:<28}{} | {}  ({})\n", judged.raw, judged.shown, pair.id,
                       pair.left, pair.right, pair.reason);
}

std::string worst_pairs(const std::vector<Judged>& judged, std::size_t count) {
    std::vector<const Judged*> order;
    for (const Judged& one : judged) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(),
                     [](const Judged* a, const Judged* b) { return a->raw > b->raw; });
    std::string text = "Different pairs with the highest scores (raw, shown)\n";
    std::size_t left = count;
    for (const Judged* one : order) {
        if (one->pair->same || left == 0) continue;
        text += pair_line(*one);
        --left;
    }
    text += "Same pairs with the lowest scores\n";
    left = count;
    for (auto one = order.rbegin(); one != order.rend() && left > 0; ++one) {
        if (!(*one)->pair->same) continue;
        text += pair_line(**one);
        --left;
    }
    return text;
}

std::string wrong_pairs(const std::vector<Judged>& judged, const std::string& family) {
    std::string missed, false_hits;
    for (const Judged& one : judged) {
        if (one.pair->family != family || one.right()) continue;
        (one.pair->same ? missed : false_hits) += pair_line(one);
    }
    return fmt::format("Missed in {}\n{}False in {}\n{}", family, missed, family, false_hits);
}

std::string scores_csv(const std::vector<Judged>& judged) {
    std::string text = "id,family,part,same,raw,shown\n";
    for (const Judged& one : judged) {
        text += fmt::format("{},{},{},{},{},{}\n", one.pair->id, one.pair->family,
                            to_text(one.pair->part), one.pair->same ? 1 : 0, one.raw, one.shown);
    }
    return text;
}

}  // namespace cordon::matching
