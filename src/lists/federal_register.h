// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Federal Register citations as lists print them, and what is known about their days.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace cordon::lists {

struct FrCitation {
    int volume = 0;
    int page = 0;                 ///< 0 where none is printed ("Vol. 86, No. 51, 03/18/21")
    std::optional<Date> printed;  ///< the day printed after it, when the volume agrees

    /// "90 FR 14046"; "86 FR" without a page.
    [[nodiscard]] std::string to_text() const;
};

/// Every citation of a text, in its order: "76 FR 71869, 11/21/11", "46 F.R. 46154 9/17/81 and
/// 46 F.R. 19290 3/30/81", "91 FR 35189 (June 10, 2026)", "Vol. 86, No. 51, 03/18/21".
std::vector<FrCitation> citations_in(std::string_view text);
/// The oldest by volume and page: the one that made the listing.
std::optional<FrCitation> earliest_citation(const std::vector<FrCitation>& citations);
/// Volume N is the year 1935 + N. Nothing for a volume that does not exist yet or ever.
std::optional<Period> days_of_volume(int volume);

/// A document of the Federal Register whose days are known (catalogue/effective_dates.csv).
struct KnownRule {
    int volume = 0, first_page = 0, last_page = 0;
    Date published = kFirstDate;
    std::optional<Date> effective;
    std::string basis;  ///< P, S or R
};
/// The rule that prints this page, or nullptr.
const KnownRule* known_rule(const FrCitation& citation);
/// The first day on which an Entity List footnote existed (catalogue/footnotes.csv).
std::optional<Date> first_day_of_footnote(std::string_view number);

}  // namespace cordon::lists
