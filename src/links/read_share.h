// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Shares as tables and registers state them: in per cent, one number or two ends, each end in or
/// out, sometimes with the sixteen digits of somebody's floating point.
///
/// Invariant: what is read encloses what was written; a share of at most seven decimals is exact.
#include <optional>
#include <string>
#include <string_view>

#include "base/interval.h"
#include "base/result.h"

namespace cordon::links {

/// One end of a share: its text in per cent ("" where it is not stated), and whether it is out.
struct ShareEnd {
    std::string_view percent;
    bool open = false;
};

/// Nothing where both ends are empty; with one given it is open to the other side. Fails on what is
/// no number of 0 to 100, and on a low end above the high one.
Result<std::optional<Interval>> share_between(const ShareEnd& low, const ShareEnd& high);
/// "50", "50%", "50.0", "25-50", "25 – 50 %".
Result<Interval> share_from_percentage(std::string_view text);
/// The ends of a share in per cent, as share_between reads them back: "14.68".
std::string low_percent(const Interval& share);
std::string high_percent(const Interval& share);
/// "14.68 %", "25 to 50 %", for notes.
std::string share_text(const Interval& share);

}  // namespace cordon::links
