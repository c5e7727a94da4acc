// SPDX-License-Identifier: Apache-2.0
#include "lists/identifier_label.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace cordon::lists {

namespace {

/// Beginnings of labels under which the Treasury and others file what is no number of the party.
constexpr std::array<std::string_view, 34> kOther = {"secondary sanctions",
                                                     "gender",
                                                     "organization established",
                                                     "additional sanctions",
                                                     "website",
                                                     "organization type",
                                                     "target type",
                                                     "transactions ",
                                                     "executive order",
                                                     "email",
                                                     "phone",
                                                     "fax",
                                                     "vessel year",
                                                     "vessel flag",
                                                     "vessel type",
                                                     "vessel owner",
                                                     "vessel gross",
                                                     "vessel call",
                                                     "other vessel flag",
                                                     "other vessel type",
                                                     "former vessel flag",
                                                     "aircraft model",
                                                     "aircraft manufacture date",
                                                     "aircraft operator",
                                                     "issuer name",
                                                     "effective date",
                                                     "listing date",
                                                     "purchase/sales",
                                                     "nationality",
                                                     "registration country",
                                                     "government gazette",
                                                     "caatsa",
                                                     "hkaa",
                                                     "equity ticker"};
constexpr std::array<std::string_view, 3> kOtherEnds = {"information:", "determination -", "risk:"};

}  // namespace

bool is_identifier_label(std::string_view label) {
    const auto lower = to_lower_ascii(trimmed(label));
    const std::string_view text = lower;
    const auto begins = [&](std::string_view other) { return text.starts_with(other); };
    const auto ends = [&](std::string_view other) { return text.ends_with(other); };
    return std::none_of(kOther.begin(), kOther.end(), begins) &&
           std::none_of(kOtherEnds.begin(), kOtherEnds.end(), ends);
}

ListedIdentifier identifier_with_country(std::string_view label, std::string_view text) {
    text = trimmed(text);
    ListedIdentifier identifier{std::string(trimmed(label)), "", ""};
    const auto open = text.rfind(" (");
    if (text.ends_with(")") && open != std::string_view::npos) {
        identifier.country = std::string(text.substr(open + 2, text.size() - open - 3));
        text = trimmed(text.substr(0, open));
    }
    identifier.value = std::string(text);
    return identifier;
}

}  // namespace cordon::lists
