// SPDX-License-Identifier: Apache-2.0
// Idea: the rule is a monotone function of shares and listings. Every share raised, and every
// unknown listing answered yes, can only raise the result. So the lowest value comes from all lower
// bounds with unknown as no, the highest from all upper bounds with unknown as yes, and two plain
// evaluations of the rule enclose everything in between.
// Guarantee: the true value lies inside; where the upper bounds of one level fit into 100 % both
// ends are attained.
// Subtlety: the parts of one party cannot exceed the whole, so an upper bound is first cut to what
// the lower bounds of the other owners leave.
// Tested by: ownership_test.cpp, against an enumeration of all corner values.
#include "links/ownership.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/money.h"

namespace cordon::links {
namespace {

constexpr Decimal kNothing = Decimal::from_int(0);
constexpr Decimal kWhole = Decimal::from_int(1);
constexpr Decimal kHalf = Decimal::from_billionths(Decimal::kScale / 2);

Decimal plus(Decimal a, Decimal b) {
    return add(a, b).value_or(kWhole);
}
Decimal minus(Decimal a, Decimal b) {
    return subtract(a, b).value_or(kNothing);
}

enum class End { Low, High };

Decimal sum_of_lows(const std::vector<Owner>& owners) {
    Decimal sum = kNothing;
    for (const Owner& owner : owners) sum = plus(sum, owner.share.lo());
    return sum;
}

/// The share at one end, cut to what the others leave.
Decimal share_at(const Owner& owner, Decimal all_lows, End end) {
    if (end == End::Low) return owner.share.lo();
    const Decimal others = minus(all_lows, owner.share.lo());
    const Decimal left = std::max(kNothing, minus(kWhole, others));
    return std::max(owner.share.lo(), std::min(owner.share.hi(), left));
}

Decimal traced_at(const std::vector<Owner>& owners, Truth rest, End end) {
    const Decimal all_lows = sum_of_lows(owners);
    const auto counts = [end](Truth truth) {
        return truth == Truth::Yes || (truth == Truth::Unknown && end == End::High);
    };
    Decimal held = kNothing;
    for (const Owner& owner : owners) {
        const bool passes = counts(owner.listed) || traced_at(owner.owners, rest, end) >= kHalf;
        if (passes) held = plus(held, share_at(owner, all_lows, end));
    }
    if (counts(rest)) {
        const Interval unnamed = unnamed_part(owners);
        held = plus(held, end == End::Low ? unnamed.lo() : unnamed.hi());
    }
    return std::min(held, kWhole);
}

std::string percent(const Interval& part) {
    return MUST(Share::from_interval(part)).to_text();
}

}  // namespace

Interval traced_ownership(const std::vector<Owner>& owners, Truth rest) {
    return MUST(
        Interval::between(traced_at(owners, rest, End::Low), traced_at(owners, rest, End::High)));
}

Truth reaches_half(const Interval& part) {
    return less_or_equal(Interval::exactly(kHalf), part);
}

Interval unnamed_part(const std::vector<Owner>& owners) {
    Decimal lows = kNothing;
    Decimal highs = kNothing;
    for (const Owner& owner : owners) {
        lows = plus(lows, owner.share.lo());
        highs = plus(highs, owner.share.hi());
    }
    return MUST(Interval::between(std::max(kNothing, minus(kWhole, std::min(highs, kWhole))),
                                  std::max(kNothing, minus(kWhole, std::min(lows, kWhole)))));
}

std::vector<std::string> explain_ownership(const std::vector<Owner>& owners) {
    std::vector<std::string> lines;
    for (const Owner& owner : owners) {
        const std::string share = percent(owner.share);
        if (owner.listed == Truth::Yes) {
            lines.push_back(fmt::format("{} {} (listed)", owner.name, share));
            continue;
        }
        const Interval behind = traced_ownership(owner.owners);
        const Truth passes = either(owner.listed, reaches_half(behind));
        if (passes == Truth::No) continue;
        if (owner.listed == Truth::Unknown && reaches_half(behind) != Truth::Yes) {
            lines.push_back(fmt::format("{} {} (not known whether listed)", owner.name, share));
        } else {
            lines.push_back(fmt::format("{} {} (held {} by listed parties, {})", owner.name, share,
                                        percent(behind),
                                        passes == Truth::Yes ? "passes whole" : "may pass whole"));
        }
        for (std::string& inner : explain_ownership(owner.owners)) {
            lines.push_back("  " + std::move(inner));
        }
    }
    return lines;
}

void mark_listed(std::vector<Owner>& owners, const std::function<Truth(const Owner&)>& listed) {
    for (Owner& owner : owners) {
        owner.listed = listed(owner);
        mark_listed(owner.owners, listed);
    }
}

}  // namespace cordon::links
