// SPDX-License-Identifier: Apache-2.0
// Intervals whose comparisons are proofs.
//
// Idea: a quantity is every value between two decimals, each end in or out. Sums of decimals are
// exact. A product or quotient need not be a decimal with nine places; then it lies strictly
// between a decimal and the next one, and the result is that open interval.
//
// Guarantee: the true value is always inside. Hence `less` may say Yes only where every value of
// the left lies below every value of the right, and then the true values do as well; likewise No.
// Against a decimal threshold nothing is lost either: an open interval between two neighbouring
// decimals holds no decimal, so a single operation on exact numbers compares with any threshold
// as the rational number itself would. 14400 / 740 is below 19.459459460 and above 19.459459459.
//
// The subtleties: (1) an end that is out stays out of a sum, and out of a product unless the other
// factor is a zero that is in, for 0 * y is 0 whatever y is. (2) A chain of operations widens by a
// billionth a step; a comparison that falls into that gap is Unknown, never a guess.
//
// Tested by interval_test.cpp against Boost's rationals and a twin that enumerates values.
#include "base/interval.h"

#include <fmt/format.h>

#include <algorithm>

namespace cordon {

namespace {

/// One end of an interval.
struct End {
    Decimal value;
    bool open;
};

bool is_zero_in(End end) {
    return end.value == Decimal() && !end.open;
}

/// The enclosure of one product or quotient of ends.
struct Corner {
    End low;
    End high;
};

std::optional<Corner> corner_of(std::optional<Floor> result, bool open) {
    if (!result) return std::nullopt;
    const End low{result->value, open || !result->exact};
    if (result->exact) return Corner{low, low};
    const auto next = add(result->value, Decimal::from_billionths(1));
    if (!next) return std::nullopt;
    return Corner{low, End{*next, true}};
}

/// An end that is in reaches further than one of the same value that is out.
bool lower(End a, End b) {
    return a.value != b.value ? a.value < b.value : !a.open && b.open;
}
bool higher(End a, End b) {
    return a.value != b.value ? a.value > b.value : !a.open && b.open;
}

End low_end(const Interval& x) {
    return {x.lo(), x.lo_open()};
}
End high_end(const Interval& x) {
    return {x.hi(), x.hi_open()};
}

/// The extremes over the four pairs of ends, which a monotone operation takes at a corner.
template <class Operation>
std::optional<Corner> over_corners(const Interval& a, const Interval& b, Operation operation) {
    std::optional<Corner> out;
    for (const End x : {low_end(a), high_end(a)}) {
        for (const End y : {low_end(b), high_end(b)}) {
            const std::optional<Corner> corner = operation(x, y);
            if (!corner) return std::nullopt;
            if (!out) out = corner;
            if (lower(corner->low, out->low)) out->low = corner->low;
            if (higher(corner->high, out->high)) out->high = corner->high;
        }
    }
    return out;
}

}  // namespace

Result<Interval> Interval::between(Decimal lo, Decimal hi) {
    if (lo > hi) {
        return Error{
            .message = fmt::format("the range {} to {} runs backwards", lo.to_text(), hi.to_text()),
            .expected = "the smaller number first",
            .remedy = "",
            .position = {},
            .related = {}};
    }
    return Interval(lo, hi, false, false);
}

bool Interval::is_point() const {
    return hi_.billionths() - lo_.billionths() <= 1;
}

std::string Interval::to_text() const {
    if (is_exact()) return lo_.to_text();
    if (is_point() && lo_open_ && hi_open_) {
        // The nine decimals both ends share: those of the end nearer to zero.
        const bool negative = lo_ < Decimal();
        std::string digits = negative ? hi_.to_text() : lo_.to_text();
        if (negative && hi_ == Decimal()) digits.insert(0, 1, '-');
        if (digits.find('.') == std::string::npos) digits += '.';
        digits.append(digits.find('.') + 10 - digits.size(), '0');
        return digits + "…";
    }
    return fmt::format("{}{} to {}{}", lo_open_ ? "over " : "", lo_.to_text(),
                       hi_open_ ? "under " : "", hi_.to_text());
}

Interval Interval::hull(const Interval& other) const {
    const End low = std::min(low_end(*this), low_end(other), lower);
    const End high = std::min(high_end(*this), high_end(other), higher);
    return Interval(low.value, high.value, low.open, high.open);
}

std::optional<Interval> add(const Interval& a, const Interval& b) {
    const auto lo = add(a.lo_, b.lo_);
    const auto hi = add(a.hi_, b.hi_);
    if (!lo || !hi) return std::nullopt;
    return Interval(*lo, *hi, a.lo_open_ || b.lo_open_, a.hi_open_ || b.hi_open_);
}

std::optional<Interval> subtract(const Interval& a, const Interval& b) {
    const auto lo = subtract(a.lo_, b.hi_);
    const auto hi = subtract(a.hi_, b.lo_);
    if (!lo || !hi) return std::nullopt;
    return Interval(*lo, *hi, a.lo_open_ || b.hi_open_, a.hi_open_ || b.lo_open_);
}

std::optional<Interval> multiply(const Interval& a, const Interval& b) {
    const auto out = over_corners(a, b, [](End x, End y) {
        const bool reached = is_zero_in(x) || is_zero_in(y);
        return corner_of(multiply_down(x.value, y.value), !reached && (x.open || y.open));
    });
    if (!out) return std::nullopt;
    return Interval(out->low.value, out->high.value, out->low.open, out->high.open);
}

std::optional<Interval> divide(const Interval& a, const Interval& b) {
    if (b.lo_ <= Decimal() && b.hi_ >= Decimal()) return std::nullopt;
    const auto out = over_corners(a, b, [](End x, End y) {
        return corner_of(divide_down(x.value, y.value), !is_zero_in(x) && (x.open || y.open));
    });
    if (!out) return std::nullopt;
    return Interval(out->low.value, out->high.value, out->low.open, out->high.open);
}

Truth less(const Interval& a, const Interval& b) {
    if (a.hi() < b.lo()) return Truth::Yes;
    if (a.hi() == b.lo() && (a.hi_open() || b.lo_open())) return Truth::Yes;
    return a.lo() >= b.hi() ? Truth::No : Truth::Unknown;
}

Truth less_or_equal(const Interval& a, const Interval& b) {
    return opposite(less(b, a));
}

Truth equal(const Interval& a, const Interval& b) {
    if (a.is_exact() && b.is_exact() && a.lo() == b.lo()) return Truth::Yes;
    const bool apart = less(a, b) == Truth::Yes || less(b, a) == Truth::Yes;
    return apart ? Truth::No : Truth::Unknown;
}

}  // namespace cordon
