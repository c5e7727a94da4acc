// SPDX-License-Identifier: Apache-2.0
// A percentage divided by a hundred is a part of the whole. Where that, or the number as written,
// has more decimals than a Decimal holds, it lies strictly between two neighbouring billionths, and
// an end of a share becomes the outer one of them, left out. Tested by read_share_test.cpp.
#include "links/read_share.h"

#include <fmt/format.h>

#include "base/money.h"
#include "base/text.h"

namespace cordon::links {

namespace {

constexpr Int128 kWholeCount = Decimal::kScale;

/// Billionths of the whole, cut down.
struct Cut {
    Int128 count = 0;
    bool exact = true;
};

Error not_percent(std::string_view text) {
    return {fmt::format("\"{}\" is no share in per cent", text),
            "a number of 0 to 100, for example \"30\" or \"14.68\"",
            "leave it empty where the share is not known",
            {},
            {}};
}

Result<Cut> cut_from(std::string_view text) {
    auto body = trimmed(text);
    if (body.ends_with('%')) body = trimmed(body.substr(0, body.size() - 1));
    Cut cut;
    if (const auto point = body.find('.'); point != std::string_view::npos) {
        const auto digits = body.find_first_not_of("0123456789", point + 1);
        if (digits == std::string_view::npos && body.size() > point + 10) {
            cut.exact = body.find_first_not_of('0', point + 10) == std::string_view::npos;
            body = body.substr(0, point + 10);
        }
    }
    const auto percent = Decimal::from_text(body);
    if (!percent || *percent < Decimal() || *percent > Decimal::from_int(100)) {
        return not_percent(text);
    }
    cut.count = percent->billionths() / 100;
    cut.exact = cut.exact && percent->billionths() % 100 == 0;
    if (cut.count >= kWholeCount && !cut.exact) return not_percent(text);
    return cut;
}

/// Both ends in billionths; an open one is out.
std::optional<Interval> interval(Int128 low, bool low_open, Int128 high, bool high_open) {
    const auto at = [](Int128 count) { return Interval::exactly(Decimal::from_billionths(count)); };
    // A third of a billionth off the end is no finite decimal, so the quotient is the open interval
    // between the end and its neighbour.
    const auto beside = [](Int128 end, int step) {
        return divide(Interval::exactly(Decimal::from_billionths(3 * end + step)),
                      Interval::exactly(Decimal::from_int(3)));
    };
    if (low > high || (low == high && (low_open || high_open))) return std::nullopt;
    const auto first = low_open ? beside(low, 1) : at(low);
    const auto last = high_open ? beside(high, -1) : at(high);
    if (!first || !last) return std::nullopt;
    return first->hull(*last);
}

std::string percent(Decimal part) {
    return Decimal::from_billionths(part.billionths() * 100).to_text();
}

}  // namespace

Result<std::optional<Interval>> share_between(const ShareEnd& low, const ShareEnd& high) {
    if (trimmed(low.percent).empty() && trimmed(high.percent).empty()) {
        return std::optional<Interval>();
    }
    Cut first, last{kWholeCount, true};
    bool low_open = false, high_open = false;
    if (!trimmed(low.percent).empty()) {
        first = TRY(cut_from(low.percent));
        low_open = low.open || !first.exact;
    }
    if (!trimmed(high.percent).empty()) {
        last = TRY(cut_from(high.percent));
        high_open = high.open || !last.exact;
        if (!last.exact) ++last.count;
    }
    const auto share = interval(first.count, low_open, last.count, high_open);
    if (!share) {
        return Error{
            fmt::format("a share from {} to {} per cent holds nothing", low.percent, high.percent),
            "the smaller number first",
            "correct the two ends",
            {},
            {}};
    }
    return share;
}

Result<Interval> share_from_percentage(std::string_view text) {
    auto low = trimmed(text), high = low;
    for (const std::string_view dash : {"-", "–", "—", " to "}) {
        const auto at = low.find(dash, 1);
        if (at == std::string_view::npos) continue;
        high = trimmed(low.substr(at + dash.size()));
        low = trimmed(low.substr(0, at));
        break;
    }
    if (low.empty() || high.empty()) return not_percent(text);
    const auto share = TRY(share_between({low}, {high}));
    return *share;
}

std::string low_percent(const Interval& share) {
    return percent(share.lo());
}
std::string high_percent(const Interval& share) {
    return percent(share.hi());
}

std::string share_text(const Interval& share) {
    const auto read = Share::from_interval(share);
    return read ? read->to_text() : share.to_text();
}

}  // namespace cordon::links
