// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which of the labelled texts of a party are identifiers: lists keep sex, directives, web sites
/// and years of build among their identity documents.
#include <optional>
#include <string>
#include <string_view>

#include "lists/listing.h"

namespace cordon::lists {

/// "Passport" yes; "Gender", "Secondary sanctions risk:", "Website", "Target Type" no.
bool is_identifier_label(std::string_view label);
/// Takes "91110000MA005UCQ5P (China)" apart; the country stays as printed.
ListedIdentifier identifier_with_country(std::string_view label, std::string_view text);

}  // namespace cordon::lists
