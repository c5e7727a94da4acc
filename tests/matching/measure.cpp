// SPDX-License-Identifier: Apache-2.0
#include "measure.h"

#include "names/name.h"
#include "screening/score.h"

namespace cordon::matching {
namespace {

std::uint64_t share(std::uint64_t part, std::uint64_t whole, std::uint64_t of_nothing) {
    return whole == 0 ? of_nothing : (1000 * part + whole / 2) / whole;
}

}  // namespace

std::vector<Judged> judge(const std::vector<Pair>& pairs, const screening::Profile& profile,
                          bool kind_known) {
    std::vector<Judged> judged;
    judged.reserve(pairs.size());
    for (const Pair& pair : pairs) {
        const names::NameKind kind = kind_known ? pair.kind : names::NameKind::Unknown;
        const names::NameSet left = names::analysed(pair.left, kind);
        const names::NameSet right = names::analysed(pair.right, kind);
        const std::uint16_t raw = screening::score(left, right, profile);
        const std::uint16_t shown = profile.shown(raw);
        judged.push_back({&pair, raw, shown, shown >= profile.possible});
    }
    return judged;
}

void Counts::add(const Judged& judged) {
    const bool same = judged.pair->same;
    (same ? shown_same : shown_different) += judged.shown;
    if (judged.hit) {
        ++(same ? true_hits : false_hits);
    } else {
        ++(same ? missed : true_rests);
    }
}

std::uint64_t Counts::pairs() const {
    return true_hits + false_hits + missed + true_rests;
}
std::uint64_t Counts::recall() const {
    return share(true_hits, true_hits + missed, 1000);
}
std::uint64_t Counts::precision() const {
    return share(true_hits, true_hits + false_hits, 1000);
}
std::uint64_t Counts::f1() const {
    return share(2 * true_hits, 2 * true_hits + false_hits + missed, 1000);
}
std::uint64_t Counts::mean_same() const {
    const std::uint64_t count = true_hits + missed;
    return count == 0 ? 0 : (shown_same + count / 2) / count;
}
std::uint64_t Counts::mean_different() const {
    const std::uint64_t count = false_hits + true_rests;
    return count == 0 ? 0 : (shown_different + count / 2) / count;
}

bool Counts::f1_below(const Counts& other) const {
    const std::uint64_t mine = 2 * true_hits + false_hits + missed;
    const std::uint64_t theirs = 2 * other.true_hits + other.false_hits + other.missed;
    return true_hits * theirs < other.true_hits * mine;
}

std::vector<FamilyCounts> by_family(const std::vector<Judged>& judged) {
    std::vector<FamilyCounts> families;
    for (const Judged& one : judged) {
        if (families.empty() || families.back().family != one.pair->family) {
            families.push_back({one.pair->family, {}, {}, {}});
        }
        FamilyCounts& family = families.back();
        family.all.add(one);
        (one.pair->part == Part::Tune ? family.tune : family.hold).add(one);
    }
    return families;
}

}  // namespace cordon::matching
