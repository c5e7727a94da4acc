// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Do the dated parts of a provision or set fit together?
///
/// Idea: a rule's history must be told without holes. Versions follow one another without overlap;
/// where none holds for a while, a [[gap]] says so and why; a status speaks about a version.
#include <vector>

#include "law/table_reader.h"

namespace cordon::law {

/// One dated part and where it stands. An open beginning is before every day.
struct Span {
    Period period;
    Position position;
};

struct Timeline {
    std::vector<Span> versions;  ///< sorted by beginning
    std::vector<Span> gaps;
    std::vector<Span> statuses;
};

void check_timeline(const Timeline& timeline, Diagnostics& out);

/// Orders spans by their beginning.
bool begins_earlier(const Period& a, const Period& b);

}  // namespace cordon::law
