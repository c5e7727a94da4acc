// SPDX-License-Identifier: Apache-2.0
#include "lists/listing.h"

#include <algorithm>
#include <array>

#include "lists/federal_register.h"

namespace cordon::lists {

namespace {

/// A rule is at times in force before it is printed: 90 FR 14046 by three days, 87 FR 62186 by six.
constexpr std::int32_t kDaysBeforePublication = 14;

/// Volume N of the Federal Register is the year 1935 + N, so a citation bounds the day.
Truth begun_by_citation(const std::string& citation, Date day) {
    const auto first = earliest_citation(citations_in(citation));
    if (!first) return Truth::Unknown;
    const auto year = days_of_volume(first->volume);
    if (!year) return Truth::Unknown;
    if (day < *year->from) return Truth::No;
    return day >= *year->until ? Truth::Yes : Truth::Unknown;
}

struct Title {
    std::string_view list, title;
};
constexpr std::array kTitles{Title{"entity_list", "Entity List"},
                             Title{"denied_persons", "Denied Persons List"},
                             Title{"unverified", "Unverified List"},
                             Title{"meu", "Military End-User List"},
                             Title{"sdn", "SDN List"},
                             Title{"cmic", "NS-CMIC List"},
                             Title{"section_1260h", "Section 1260H List"},
                             Title{"section_1286", "Section 1286 List"},
                             Title{"uflpa", "UFLPA Entity List"},
                             Title{"ssi", "SSI List"},
                             Title{"isn", "Nonproliferation Sanctions"},
                             Title{"debarred", "AECA Debarred List"},
                             Title{"tw_shtc", "Taiwan SHTC Entity List"},
                             Title{"jp_end_user", "Japan End User List"},
                             Title{"uk_sanctions", "UK Sanctions List"},
                             Title{"cn_mofcom", "MOFCOM list"}};

}  // namespace

Truth Listing::holds_on(Date day) const {
    if (ended && *ended <= day) return Truth::No;
    if (effective) {
        if (*effective <= day) return Truth::Yes;
        if (!effective_is_publication) return Truth::No;
        const bool near = effective->days() - day.days() <= kDaysBeforePublication;
        return near ? Truth::Unknown : Truth::No;
    }
    if (seen && *seen <= day) return Truth::Yes;
    return begun_by_citation(citation, day);
}

std::vector<std::string> Listing::footnotes_on(Date day) const {
    std::vector<std::string> numbers;
    for (const auto& footnote : footnotes) {
        if (!footnote.from || *footnote.from <= day) numbers.push_back(footnote.number);
    }
    return numbers;
}

std::string_view list_title(std::string_view list) {
    const auto* const at = std::find_if(kTitles.begin(), kTitles.end(),
                                        [&](const Title& title) { return title.list == list; });
    return at == kTitles.end() ? std::string_view() : at->title;
}

}  // namespace cordon::lists
